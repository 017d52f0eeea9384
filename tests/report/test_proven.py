"""What a drawing marks as unreached: what is proven to be so, not what chance happened to miss."""

import re
import xml.etree.ElementTree as ElementTree
from functools import cache

import pytest

from game.engine import begin, choose
from game.i18n import words
from game.report import FORMS, Drawing, surveyed
from game.report.walk import DEAD_END
from tests.report.scenes import HEAD, knotted, loaded, web
from tests.report.test_forms import SVG, spoken

STEPS = 8
LUCK = ", ".join(f"b{step}/r0" for step in range(STEPS))
"""What one random play in 65,536 has said."""


@cache
def lucky(language: str = "en") -> Drawing:
    """A talk in which a response, an ending and a dead end come once in 65,536 plays, and other things never."""
    lines = [HEAD + "facts: {rain: It rains}\ninterrupts: [{if: {knows: [rain]}, to: sky}]\nbeats:"]
    for step in range(STEPS):
        responses = ", ".join(f"r{place}: {{say: Answer {place}}}" for place in range(4))
        lines.append(f"  b{step}: {{says: Beat {step}, responses: {{{responses}}}}}")
    lines += [
        "  last:",
        "    says: Well",
        "    responses:",
        "      plain: {say: That is all, then: end}",
        f"      jackpot: {{say: Hooray, if: {{said: [{LUCK}]}}, then: rich}}",
        f"      stumble: {{say: Oh dear, then: [{{if: {{said: [{LUCK}]}}, to: pit}}, {{to: end}}]}}",
        "      umbrella: {say: Take mine, if: {knows: [rain]}, then: wet}",
        "  pit: {says: And, responses: {dry: {say: It is dry, if: {knows: [rain]}, then: end}}}",
        "  sky: {says: Thunder, responses: {hide: {say: Inside, then: end}}}",
        "endings: {end: {}, rich: {}, wet: {}}",
    ]
    return surveyed(loaded("\n".join([*lines, ""])), language)


def marked(one: Drawing) -> set[str]:
    """What each hatched box, each hatched cell and each dotted line of the picture says first."""
    root = ElementTree.fromstring(FORMS[".svg"](one))
    groups = [group for group in root.iter(f"{SVG}g") if "unreached" in (group.get("class") or "").split()]
    names = {text.text or "" for group in groups for text in group.findall(f"{SVG}text[@class='name']")}
    return names | {next((text for text in group.itertext() if text.strip()), "") for group in groups}


def test_the_chance_plays_missed_what_these_tests_are_about() -> None:
    """The rare response, ending and dead end were met in no random play, nor on the best way."""
    one = lucky()
    assert one.proven.exact
    assert ("last", "jackpot") not in one.traffic.picks | one.way.picks
    assert not {"rich", "pit", DEAD_END} & (one.traffic.nodes.keys() | one.way.nodes)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_only_rare_is_not_marked(form: str) -> None:
    """A response and an ending that one play in 65,536 comes to are told as possible, and not hatched."""
    one = lucky()
    assert not {"jackpot", "rich", "pit"} & marked(one)
    assert not [text for text in marked(one) if text.startswith(("last / jackpot", "last / stumble"))]
    assert "possible,butnotmetin2,000randomplays" in spoken(one, form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "never", "legend"),
    [
        ("en", "proven:noplaycomeshere", "Whateverispicked,notalkwiththiscustomercomeshere"),
        ("zh", "已证明：哪一局都走不到", "跟这位客户不管怎么谈，都到不了这里"),
    ],
)
def test_what_no_play_comes_to_is_told_as_proven(form: str, language: str, never: str, legend: str) -> None:
    """Every form says of an unreachable part that this is proven, and explains it, in the reader's language."""
    told = spoken(lucky(language), form)
    assert never in told
    assert legend in told
    assert told.count(never) >= len({"sky", "wet", "interrupt"})


def test_every_unreachable_part_is_marked_in_the_picture() -> None:
    """Hatched or dotted are the response, beat, ending and interrupt that never come, and the lines from them."""
    found = marked(lucky())
    assert {"umbrella", "sky", "wet", "⚡ interrupt", "hide", "dry"} <= found
    lines = {text.split(" (")[0].split(" ·")[0] for text in found if "→" in text}
    assert lines == {"last / umbrella → wet", "sky / hide → end", "pit / dry → end", "interrupt → sky"}


def test_mermaid_marks_unreachable_nodes_and_responses() -> None:
    """The flowchart has unreachable nodes in a class of their own, and "never" at a response that is not picked."""
    flow = FORMS[".mmd"](lucky())
    ids = {name: re.search(rf'  (n\d+)\W+"{name} ', flow) for name in ("sky", "wet", "rich", "pit")}
    members = re.search(r"  class ([n\d,]+) unreached", flow)
    assert members is not None
    dashed = {name for name, found in ids.items() if found is not None and found[1] in members[1].split(",")}
    assert dashed == {"sky", "wet"}
    assert re.search(r'\|"umbrella<br/>.*never"\|', flow)
    assert re.search(r'\|"jackpot<br/>.*rare"\|', flow)


@pytest.mark.parametrize("form", FORMS)
def test_a_dead_end_that_chance_hardly_meets_is_drawn_with_the_picks_that_lead_there(form: str) -> None:
    """Whoever follows the picks that stand at the dead end gets stuck."""
    one = lucky()
    assert ("last", "stumble", DEAD_END) in {edge.key for edge in one.graph.edges}
    (end,) = one.proven.dead_ends
    assert end.beat == "pit"
    play = begin(one.graph.scenario)
    for pick in end.picks:
        choose(play, pick)
    assert play.ending == DEAD_END
    assert one.words("graph.dead_end_at", beat="pit", picks="→".join(end.picks)).replace(" ", "") in spoken(one, form)


def test_a_play_that_is_stuck_at_once_is_drawn() -> None:
    """Where the first beat has nothing on offer, the dead end says so and all else is unreachable."""
    scenario = loaded(
        HEAD
        + "facts: {rain: It rains}\nbeats:\n"
        + "  a: {says: A, responses: {x: {say: X, if: {knows: [rain]}, then: e}}}\nendings: {e: {}}\n"
    )
    one = surveyed(scenario, "en", plays=5)
    assert one.stuck() == ("at a, where the talk begins",)
    assert {"x", "e"} <= marked(one)


def test_a_dead_end_names_no_beat_as_missed_that_plays_die_on() -> None:
    """The beat on which random plays get stuck counts as come to."""
    scenario = loaded(
        HEAD
        + "facts: {rain: It rains}\nbeats:\n  a: {says: A, responses: {x: {say: X}}}\n"
        + "  b: {says: B, responses: {z: {say: Z, if: {knows: [rain]}, then: e}}}\nendings: {e: {}}\n"
    )
    one = surveyed(scenario, "en", plays=5)
    assert one.node_state(one.graph.nodes["b"]) == "met"
    assert one.traffic.nodes["b"] == 5


def test_where_nothing_is_proven_the_drawing_says_so() -> None:
    """Of a scenario that is too large only what these plays met is told, and nobody calls it proven."""
    one = surveyed(web(1_300, 100), "en", plays=3)
    assert not one.proven.exact
    assert one.unreached() == words("en")("graph.legend_unmet", plays="3")
    svg = FORMS[".svg"](one)
    assert "not met in 3 random plays" in svg
    assert not {"proven:", "proven unreachable"} & set(re.findall(r"proven(?::| unreachable)", svg))
    assert any("unreached" in found for found in re.findall(r'<g class="node ([^"]*)"', svg))


def test_what_is_found_on_the_way_to_a_proof_counts_though_it_came_to_none() -> None:
    """Beats and picks that were gone through before it became too much are not marked, whatever random plays met."""
    one = knotted()
    assert not one.proven.exact
    found = one.proven.picks - one.traffic.picks.keys() - one.way.picks.keys()
    assert found
    assert {one.pick_state(*pick) for pick in found} == {"possible"}


def test_the_best_way_is_the_proven_one() -> None:
    """Only one play in 65,536 earns the surprise: the best way is that one all the same, and it is called proven."""
    lines = [HEAD + "beats:"]
    for step in range(STEPS):
        responses = ", ".join(f"r{place}: {{say: Answer {place}}}" for place in range(4))
        lines.append(f"  b{step}: {{says: Beat {step}, responses: {{{responses}}}}}")
    gift = f"gift: {{say: Here, if: {{said: [{LUCK}]}}, deliver: {{service: 5}}, then: end}}"
    lines.append(f"  last: {{says: Well, responses: {{plain: {{say: All, then: end}}, {gift}}}}}")
    one = surveyed(loaded("\n".join([*lines, "endings: {end: {}}", ""])), "en")
    assert one.way.exact
    assert ("last", "gift") in one.way.picks
    assert one.way.points > one.traffic.best[0]
    assert "no other way scores more" in one.best()
