"""A scenario written as a workbook and read again says what it said before."""

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook

from game.scenario import read
from tests.engine.scenarios import Draft
from tests.workbook.dressed import ODD, bare, dressed
from tests.workbook.sheets import COLD_FLAT, ROOT, changed, exported, same, scenario, taken

CUSTOMERS = sorted(path for path in (ROOT / "scenarios").glob("*/*.yaml") if not path.stem.endswith(".plays"))


@pytest.mark.parametrize(
    ("path", "language"),
    [
        *((COLD_FLAT, language) for language in ("zh", "en")),
        *((path, ("zh", "en")[at % 2]) for at, path in enumerate(CUSTOMERS)),
    ],
    ids=lambda one: one.stem if isinstance(one, Path) else one,
)
def test_a_customer_comes_back_as_it_went(path: Path, language: str) -> None:
    """Export a scenario, read the workbook: it is the same scenario, and nothing is complained of."""
    source = path.read_bytes()
    raw = exported(language, source)
    assert same(source, raw)
    assert not [one for one in taken(raw).findings if one.problem.level == "error"]


@pytest.mark.parametrize("seed", range(25))
def test_whatever_a_scenario_says_survives(seed: int) -> None:
    """Texts in one language or two, odd letters, personas, cast, scales, conditions of every shape: all come back."""
    source = dressed(Random(seed))
    assert same(source, exported("zh" if seed % 2 else "en", source))


@pytest.mark.slow
def test_two_hundred_scenarios_left_to_chance_survive() -> None:
    """Every way to write conditions, lists, promises, effects and interrupts comes back from a workbook."""
    for seed in range(200):
        data = Draft(Random(seed)).scenario()
        source = json.dumps(data, ensure_ascii=False).encode()
        assert same(source, exported("zh" if seed % 2 else "en", source)), seed


@pytest.mark.slow
def test_dressed_scenarios_survive_a_spreadsheet_that_saves_them() -> None:
    """A workbook that was opened and saved again still holds it all."""
    for seed in range(1000, 1030):
        source = dressed(Random(seed))
        assert same(source, changed(exported("en" if seed % 2 else "zh", source), lambda book: None)), seed


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_workbooks_survive_libreoffice(tmp_path: Path) -> None:
    """Opened and saved by LibreOffice, a workbook still holds every scenario, the odd letters too."""
    sources = {f"dressed-{seed}": dressed(Random(seed)) for seed in range(2000, 2006)}
    sources["cold-flat"] = COLD_FLAT.read_bytes()
    for name, source in sources.items():
        (tmp_path / f"{name}.xlsx").write_bytes(exported("zh" if len(source) % 2 else "en", source))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    books = [str(tmp_path / f"{name}.xlsx") for name in sources]
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), *books]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, source in sources.items():
        assert same(source, (tmp_path / "saved" / f"{name}.xlsx").read_bytes()), name


def test_a_chinese_workbook_becomes_a_chinese_file_and_an_english_one_an_english_file() -> None:
    """The file speaks the language of the workbook, whatever language the interface has, and begins with a comment."""
    chinese, english = (taken(exported(language), "en" if language == "zh" else "zh") for language in ("zh", "en"))
    assert chinese.text is not None
    assert english.text is not None
    assert chinese.text.startswith("# 写\n格式: 1\n编号: heating-cold-flat\n行业: 供热\n")
    assert english.text.startswith("# written\nformat: 1\nid: heating-cold-flat\ndomain: heating\n")
    assert "\n# 谈话：一个节点接一个节点" in chinese.text
    assert (chinese.domain, chinese.id) == ("heating", "heating-cold-flat")


def test_a_name_that_was_asked_for_wins() -> None:
    """`new hotel/other --from talk.xlsx` makes hotel/other, whatever the workbook is called."""
    found = taken(exported("zh"), named=("hotel", "other"))
    assert found.text is not None
    assert (found.domain, found.id) == ("hotel", "other")
    assert "编号: other\n行业: 酒店\n" in found.text


def test_nothing_becomes_a_formula() -> None:
    """Texts that begin with = + - @, or look like errors, dates or numbers, stand in their cells as they are."""
    said = [text for text in ODD if text[0] in "=+-@#" or text[0].isdigit() or text in ("TRUE", "null")]
    source = COLD_FLAT.read_text(encoding="utf-8")
    facts = "".join(f"  odd{place}: {_quoted(text)}\n" for place, text in enumerate(said))
    source = source.replace("\nfacts:\n", f"\nfacts:\n{facts}", 1)
    raw = exported("zh", source.encode())
    book = load_workbook(BytesIO(raw))
    cells = {cell.value: cell for row in book["事实"].iter_rows() for cell in row}
    assert all(text in cells for text in said)
    assert {cell.data_type for page in book for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert all(cells[text].number_format == "@" for text in said)
    assert same(source.encode(), raw)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def test_a_text_that_no_cell_holds_is_refused_not_cut() -> None:
    """A spreadsheet keeps 32,767 letters of a cell; a longer text is told instead of being cut off."""
    from game.workbook import TooLong

    source = COLD_FLAT.read_text(encoding="utf-8").replace("家里有刚满月的孙女", "长" * 32_760, 1)
    with pytest.raises(TooLong, match="事实!B2"):
        exported("zh", source.encode())


def test_conditions_and_effects_are_words_that_an_instructor_reads() -> None:
    """The rows of the worked example say in plain Chinese what happens and when."""
    book = load_workbook(BytesIO(exported("zh")))
    talk = [[cell.value for cell in row] for row in book["谈话"].iter_rows()]
    said = {value for row in talk for value in row if isinstance(value, str)}
    assert "产品性能 +6；服务质量 +1；品牌形象 +1；个性化服务 +1；budget −60" in said
    assert {"服务质量 7", "承诺过 call-1730", "情感反应、解读、探询、观察、感受、需要、复述、担责、道歉"} <= said
    depends = [[cell.value for cell in row] for row in book["视情况"].iter_rows()]
    assert ["evening/done", "情绪热度 ≤4；已知 newborn", None, None, "settled"] in depends


def test_the_comparison_would_notice_a_loss() -> None:
    """A workbook from which one comment was deleted is not the same scenario any more."""
    source = COLD_FLAT.read_bytes()

    def forget(book: object) -> None:
        page = book["谈话"]  # type: ignore[index]
        for cell in page[2]:
            if cell.value and str(cell.value).startswith("先道歉担责"):
                cell.value = None

    before, _ = read(source, "x")
    assert before is not None
    assert bare(scenario(changed(exported("zh"), forget))) != bare(before)
