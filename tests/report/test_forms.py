"""What is in a drawing, whichever form it is written in: all of the scenario, in both languages, as words."""

import html
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import pytest

from game.report import FORMS, Drawing, surveyed
from game.report.lettering import plain
from game.report.mermaid import label
from tests.report.scenes import HOSTILE, SHIPPED, drawing, hostile, talk

SVG = "{http://www.w3.org/2000/svg}"
LABEL = r'"(?:[^"#;<>&|{}\[\]`%:]|#\d+;|<br/>)*"'
MERMAID = re.compile(
    "|".join(
        [
            "flowchart TD",
            rf"  (?:n\d+|legend)(?:\[{LABEL}\]|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}}|\(\({LABEL}\)\))",
            rf"  n\d+ (?:-->|==>|-\.->)(?:\|{LABEL}\|)? n\d+",
            r"  classDef \w+ [\w:\- ]+",
            r"  class [n\d,]+ \w+",
            r"  linkStyle [\d,]+ stroke-width:\d+px",
        ]
    )
)
"""The lines that a flowchart may have; no sign in a label is one that Mermaid would read as its own."""


class Tags(HTMLParser):
    """The elements and attributes that a browser would see, and the text that it would show."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.shown = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.shown += data


def spoken(one: Drawing, form: str) -> str:
    """All that a form says, as one text without spaces, so that line breaks do not matter."""
    text = FORMS[form](one)
    if form == ".mmd":
        return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text).replace(" ", "")
    shown = re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", "", text, flags=re.DOTALL)
    return html.unescape(shown).replace(" ", "")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_everything_of_a_scenario_is_drawn(name: str, language: str, form: str) -> None:
    """An instructor finds every beat, response, ending and interrupt of the scenario, in the language asked for."""
    one = drawing(name, language)
    told = spoken(one, form)
    scenario = one.graph.scenario
    for beat in scenario.beats.values():
        assert beat.id in told
        assert one.words_of(one.graph.nodes[beat.id]).replace(" ", "")[:12] in told
        for response in beat.responses:
            assert response.id in told
            assert plain(one.told(response.say)).replace(" ", "")[:8] in told
    assert all(ending in told for ending in scenario.endings)
    assert told.count("⚡") >= len(scenario.interrupts)
    assert one.words("graph.estimate", plays=400).replace(" ", "") in told


@pytest.mark.parametrize("name", SHIPPED)
def test_every_edge_is_a_line_that_tells_itself(name: str) -> None:
    """There is one line for each way a response can lead, each interrupt and each silence; each says what it is."""
    one = drawing(name)
    root = ElementTree.fromstring(FORMS[".svg"](one))
    lines = [group for group in root.iter(f"{SVG}g") if "edge" in (group.get("class") or "").split()]
    titled = [group.findtext(f"{SVG}title") for group in lines if group.find(f"{SVG}title") is not None]
    assert len(titled) == len(one.graph.edges)
    silent = sum(beat.patience is not None for beat in one.graph.scenario.beats.values())
    assert sum("/ silence →" in (title or "") for title in titled) == silent
    dashed = [group for group in lines if "interrupt" in (group.get("class") or "").split() and len(group) > 1]
    assert len(dashed) == len(one.graph.scenario.interrupts)


@pytest.mark.parametrize("form", FORMS)
def test_conditions_stand_at_responses_routes_and_interrupts(form: str) -> None:
    """A guarded response, a route with a condition and an interrupt each say under which condition they are."""
    for wanted in ("ifknowsrain", "heat≤2", "otherwise", "ifheat≥8"):
        assert wanted in spoken(talk(), form)


@pytest.mark.parametrize("form", FORMS)
def test_kind_and_channel_are_written_at_a_beat(form: str) -> None:
    """A beat says in words whether it is before, in or after the talk, and by which channel."""
    assert "before·phone" in spoken(talk(), form)
    assert "事前·电话" in spoken(talk("zh"), form)


def test_the_picture_keeps_its_colours_in_word_processors() -> None:
    """Pasted into a document the picture is not black: its colours are written out; the page follows dark and light."""
    picture, page = FORMS[".svg"](talk()), FORMS[".html"](talk())
    assert "var(" not in picture
    assert "@media" not in picture
    assert ".box { fill: #ffffff; stroke: #8b949e;" in picture
    assert "prefers-color-scheme: dark" in page


def test_what_no_play_came_to_is_marked_by_more_than_colour() -> None:
    """The beat that nobody comes to is hatched and says so; the one everybody passes does not."""
    root = ElementTree.fromstring(FORMS[".svg"](talk()))
    groups = {"".join(group.itertext()): group.get("class", "") for group in root.iter(f"{SVG}g")}
    nowhere = {kinds for text, kinds in groups.items() if text.startswith("gone")} | {
        kinds for text, kinds in groups.items() if "Nobody comes here" in text and kinds.startswith("node")
    }
    assert nowhere
    assert all("unreached" in kinds for kinds in nowhere)
    first = next(kinds for text, kinds in groups.items() if "Hello there" in text and kinds.startswith("node"))
    assert "unreached" not in first
    assert "proven:noplaycomeshere" in spoken(talk(), ".mmd")


def test_the_page_can_be_read_whole_and_by_keyboard() -> None:
    """Every beat can be reached by Tab and has its text, with tags, effects, guards and notes, beside the drawing."""
    page = Tags(FORMS[".html"](talk()))
    readable = [value for name, value in page.attributes if name == "data-read"]
    assert len(readable) == len({*talk().graph.scenario.beats}) + 1 + 1
    assert set(readable) <= {value for name, value in page.attributes if name == "id"}
    assert page.attributes.count(("tabindex", "0")) == len(readable) + 1
    for told in ("exploration", "demand, contempt", "finds out rain: It rains", "A note to read", "if knows rain"):
        assert told in page.shown


def test_the_page_needs_nothing_from_outside() -> None:
    """The page opens without a network: no address in it but the name of SVG, nothing that is loaded."""
    text = FORMS[".html"](drawing("burst-pipe"))
    assert set(re.findall(r"https?://[^\"' )]+", text)) == {"http://www.w3.org/2000/svg"}
    page = Tags(text)
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(page.elements)
    assert not {"src", "href", "srcset"} & {name for name, _ in page.attributes}


def test_a_hostile_scenario_stays_text() -> None:
    """Texts that try to end the picture, to run a script or to end a label stand there as they were written."""
    one = surveyed(hostile(), "en", plays=50)
    svg, page, flow = (FORMS[form](one) for form in (".svg", ".html", ".mmd"))
    root = ElementTree.fromstring(svg)
    assert not list(root.iter(f"{SVG}script"))
    assert root.findtext(f"{SVG}title", "").startswith(HOSTILE)
    seen = Tags(page)
    assert (seen.elements.count("script"), seen.elements.count("svg"), seen.elements.count("main")) == (1, 1, 1)
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert HOSTILE in seen.shown
    assert "\x07" not in svg + page + flow
    assert all(MERMAID.fullmatch(line) for line in flow.splitlines())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_mermaid_is_well_formed(name: str, language: str) -> None:
    """Every line is one that Mermaid knows, and edges join only nodes that are there."""
    lines = FORMS[".mmd"](drawing(name, language)).splitlines()
    assert [line for line in lines if not MERMAID.fullmatch(line)] == []
    made = {found[1] for line in lines if (found := re.match(r"  (n\d+)[\[({]", line))}
    joined = [found for line in lines if (found := re.match(r"  (n\d+) (?:-->|==>|-\.->).* (n\d+)$", line))]
    assert len(joined) == len(drawing(name).graph.edges)
    assert {end for found in joined for end in found.groups()} <= made


@pytest.mark.parametrize(
    "text", ['"quoted"', "[box] (round) {curly}", "a # b; c", "<b>&amp;", "style x:#35;", "`md`", "ﬂ°°35¶ß"]
)
def test_mermaid_labels_read_as_written(text: str) -> None:
    """Signs that Mermaid would read as its own come out of a label as they went in."""
    written = label(text)
    assert re.fullmatch(LABEL, f'"{written}"')
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written) == text
    assert label("两行\n字") == "两行 字"
