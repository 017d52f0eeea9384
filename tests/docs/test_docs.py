"""The documentation: up to date with the code, with examples that do what is said of them."""

import re
from pathlib import Path

import pytest

from docs import build, tables
from docs.cases import FOLDER, MADE, codes, example, problems
from game.engine import begin, choose, read_rulebook, score, standard
from game.engine.rules import RULES
from game.places import scenarios
from game.programme import load
from game.scenario import read
from game.scenario.diagnostics import DIAGNOSTICS

DOCS = Path(build.__file__).resolve().parent
PAGES = sorted(DOCS.glob("**/*.md"))
PLACES = {
    "file-too-large": (1, 1), "encoding": (3, 1), "encoding-gbk": (3, 1), "encoding-utf16": (1, 1),
    "yaml-character": (22, 22), "yaml-syntax": (33, 21), "full-width-colon": (2, 3), "tab": (10, 1),
    "open-quote": (45, 40), "open-bracket": (22, 11), "full-width-mark": (26, 27), "empty-file": (1, 1),
    "cut-by-hash": (33, 19), "same-words": (32, 9),
    "alias": (59, 15), "anchor": (2, 5), "yaml-tag": (3, 8), "merge-key": (15, 7), "duplicate-key": (13, 3),
    "key-not-text": (22, 12), "number-too-long": (17, 12), "too-deep": (26, 50), "many-documents": (44, 1),
    "unknown-key": (3, 1), "missing-key": (1, 1), "wrong-type": (11, 9), "out-of-range": (11, 9),
    "unknown-word": (4, 9), "unknown-tag": (26, 29), "bad-id": (2, 5), "reserved-id": (45, 3), "empty-text": (36, 11),
    "empty-map": (44, 1), "too-many-responses": (23, 5), "unknown-beat": (26, 8), "unknown-target": (54, 18),
    "unknown-response": (56, 21), "unknown-component": (69, 24), "new-component": (76, 66), "unknown-fact": (53, 27),
    "unknown-meter": (70, 18), "unknown-promise": (67, 17), "unknown-persona": (32, 24), "unknown-need": (14, 9),
    "unknown-speaker": (62, 14), "id-twice": (73, 3), "promise-twice": (53, 11), "zone-order": (17, 37),
    "no-weight": (13, 3), "meter-bounds": (21, 3), "range-order": (25, 17), "scale-level": (16, 112),
    "vague-by": (51, 55), "need-without-name": (40, 29), "silence-tag": (33, 28), "no-next-beat": (38, 7),
    "list-without-end": (53, 13), "list-never-reached": (53, 13), "long-say": (32, 14), "unknown-portrait": (10, 13),
    "unknown-scene": (21, 12), "missing-brief": (1, 1), "missing-language": (36, 11), "tag-twice": (26, 38),
    "unknown-rule": (8, 3), "unknown-effect": (9, 25), "unknown-placeholder": (11, 9),
}  # fmt: skip
"""Where the fault stands in each failing example, as one sees it in the file."""


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    """No diagnostic is without a failing and a mended file, and none is left over."""
    assert {*MADE, *(folder.name for folder in FOLDER.iterdir())} == set(DIAGNOSTICS) == set(codes())
    assert set(PLACES) == set(DIAGNOSTICS) - {"too-many-nodes", "too-many-problems"}


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_the_failing_example_fails_for_just_that_and_the_mended_one_is_sound(code: str) -> None:
    """The failing file has its one problem, at its place; the mended one has none."""
    found = example(code)
    told = problems(found.bad, "bad.yaml")
    if code == "too-many-problems":
        assert {problem.code for problem in told} == {code, "unknown-tag"}
        assert told[-1].code == code
    else:
        assert [problem.code for problem in told] == [code]
    if code in PLACES:
        assert (told[-1].line, told[-1].column) == PLACES[code]
    assert problems(found.good, "good.yaml") == ()


def test_all_that_is_made_from_the_code_is_up_to_date() -> None:
    """After a change of a key, a word, a code or a rule, `python -m docs.build` writes these files anew."""
    assert [path.name for path in build.stale(build.files())] == []


def test_building_says_what_is_behind_and_checking_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--check` fails and names what is not up to date; without it the files are written."""
    page = tmp_path / "scenarios" / "a.md"
    monkeypatch.setattr(build, "DOCS", tmp_path / "docs")
    monkeypatch.setattr(build, "files", lambda: {page: "new\n"})
    said: list[str] = []
    assert build.main(["--check"], said.append) == 1
    assert (said, page.exists()) == (["scenarios/a.md\n"], False)
    assert build.main([], said.append) == 0
    assert page.read_text(encoding="utf-8") == "new\n"
    assert build.main(["--check"], said.append) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_code_has_its_heading_and_its_message_on_the_page(language: str) -> None:
    """A code can be looked up, and what is said there is what the check says."""
    page = (DOCS / language / "diagnostics.md").read_text(encoding="utf-8")
    for code in DIAGNOSTICS:
        assert f"\n### {code}\n" in page
        problem = next(problem for problem in problems(example(code).bad, "bad.yaml") if problem.code == code)
        assert problem.message(language) in page
        assert problem.hint(language) in page


def test_every_rule_is_told_in_words_in_both_languages() -> None:
    """The sentences that say when a rule fires are there for each rule and no other."""
    for language in ("zh", "en"):
        table = tables.rules(language)
        assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == sorted(
            RULES, key=lambda id_: table.index(f"| `{id_}` |")
        )
        assert len(re.findall(r"^\| `", table, re.MULTILINE)) == len(RULES)


def blocks(page: Path) -> list[str]:
    """The YAML blocks of a page."""
    return re.findall(r"^```yaml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.stem in {"format", "rules"}],
    ids=lambda page: f"{page.parent.name}-{page.stem}",
)
def test_what_the_pages_show_can_be_used_as_it_stands(page: Path) -> None:
    """Whole files on a page are read without a problem; pieces at least are sound YAML that sets no trap."""
    found = blocks(page)
    assert found
    for block in found:
        if block.startswith("format: 1"):
            assert problems(block.encode(), "block.yaml") == ()
        else:
            wrong = {problem.code for problem in read(block.encode(), "piece.yaml")[1]}
            assert not wrong & {
                "yaml-syntax",
                "tab",
                "full-width-colon",
                "duplicate-key",
                "unknown-tag",
                "vague-by",
                "wrong-type",
                "alias",
            }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_course_that_is_shown_opens_with_the_customers_of_the_game(tmp_path: Path, language: str) -> None:
    """Whoever copies it, beside the scenarios, has a course without a problem: its files and personas are there."""
    [shown] = [block for block in blocks(DOCS / language / "course.md") if block.startswith("format: 1")]
    course = tmp_path / "course.yaml"
    course.write_text(shown.replace("../scenarios", str(scenarios())), "utf-8")
    programme = load(course)
    assert programme is not None
    assert [task.scenario.id for task in programme.tasks] == ["room-not-ready", "burst-pipe"]


def test_both_languages_have_the_same_parts() -> None:
    """A page in one language has as many headings, tables and examples as in the other."""
    for name in ("format.md", "rules.md", "diagnostics.md"):
        zh, en = ((DOCS / language / name).read_text(encoding="utf-8") for language in ("zh", "en"))
        for mark in (r"^## ", r"^### ", r"^\| ---", r"^```yaml", r"^<!-- table: .* -->$"):
            assert len(re.findall(mark, zh, re.MULTILINE)) == len(re.findall(mark, en, re.MULTILINE)), (name, mark)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """No link between the pages is dead."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_the_overlay_that_is_shown_changes_what_it_says_and_nothing_else() -> None:
    """Beginners' rules switch one off, change some numbers and words, and leave the rest."""
    rules, told = read_rulebook((DOCS / "examples" / "gentle.yaml").read_bytes(), "gentle.yaml", standard())
    assert told == ()
    assert rules is not None
    base = standard().rules
    assert rules.rules["warmth-in-time"].off
    assert (rules.rules["denial"].effect.weight, rules.rules["denial"].effect.perceived) == (2, (("brand", -1),))
    broken, was = rules.rules["promise-broken"].effect, base["promise-broken"].effect
    assert (broken.heat, broken.set, broken.about) == (1, was.set, was.about)
    assert broken.again is not None
    assert was.again is not None
    assert (broken.again.heat, broken.again.set) == (2, was.again.set)
    assert rules.rules["vague-promise"].name.told("en") == "Say when"
    changed = {"warmth-in-time", "denial", "promise-broken", "vague-promise"}
    assert {id_ for id_, rule in rules.rules.items() if rule != base[id_]} == changed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_play_worked_out_by_hand_is_the_play_of_the_game(language: str) -> None:
    """Each number of the worked example is what the engine gives for the same picks."""
    page = (DOCS / language / "rules.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d) \| ([\w-]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    scenario, _ = read((DOCS / "examples" / "heating-cold-flat.yaml").read_bytes(), "heating-cold-flat.yaml")
    assert scenario is not None
    play = begin(scenario, None, 1)
    for _, pick, heat, empathy, nvc, points in rows:
        choose(play, pick)
        standing = play.standing
        assert (standing.heat, standing.empathy, standing.nvc, standing.set_points) == (
            int(heat),
            int(empathy),
            int(nvc),
            int(points),
        )
    made = score(play)
    assert (made.set, made.meet, made.exceed, made.empathy, made.nvc) == (100, 99, 70, 100, 91)
    assert (made.overall, made.verdict, made.satisfaction, made.stars) == (95, "exceeded", 80, 4)
    assert [int(number) for number in re.findall(r"(?:= |取 |so )(100|99|70|95|80)\b", page)] != []
