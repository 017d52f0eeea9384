"""`export`, `new --from` and `new --template` as an instructor types them, and files that are no workbooks."""

import shlex
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from game.scenario import read
from tests.typed import yuqi
from tests.workbook.sheets import COLD_FLAT, changed, exported, put, same, sheet


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("language", ["zh", "en"])
def test_out_and_in_again(here: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A scenario is exported, and what `new --from` makes of the workbook is the same scenario, in its folder."""
    code, out, err = yuqi(capsys, "export", str(COLD_FLAT), "-o", "talk.xlsx", "--lang", language)
    assert (code, err) == (0, "")
    assert "talk.xlsx" in out
    code, out, err = yuqi(capsys, "new", "--from", "talk.xlsx", "--lang", language)
    assert (code, err) == (0, "")
    made = here / "heating" / "heating-cold-flat.yaml"
    assert same(made.read_bytes(), exported(language))
    assert same(COLD_FLAT.read_bytes(), exported("zh", made.read_bytes()))
    first, second, *_ = made.read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../scenario.schema.json"
    assert "talk.xlsx" in second


def test_a_name_may_be_given(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`new hotel/winter --from talk.xlsx` writes hotel/winter.yaml."""
    Path("talk.xlsx").write_bytes(exported("zh"))
    assert yuqi(capsys, "new", "hotel/winter", "--from", "talk.xlsx")[0] == 0
    made, _ = read((here / "hotel" / "winter.yaml").read_bytes(), "x")
    assert made is not None
    assert (made.domain, made.id) == ("hotel", "winter")


@pytest.mark.parametrize(("language", "wanted"), [("zh", "已经有了"), ("en", "is there already")])
def test_nothing_is_overwritten(here: Path, language: str, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A workbook somebody has worked in, and a scenario that is there, are left alone: exit 1, and why."""
    Path("talk.xlsx").write_bytes(exported("zh"))
    assert yuqi(capsys, "new", "hotel/a", "--from", "talk.xlsx")[0] == 0
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    for words in (
        ("export", str(COLD_FLAT), "-o", "talk.xlsx"),
        ("new", "--template", "-o", "talk.xlsx"),
        ("new", "hotel/a", "--from", "talk.xlsx"),
    ):
        code, _, err = yuqi(capsys, *words, "--lang", language)
        assert (code, wanted in err) == (1, True), err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_the_way_back_can_be_gone_as_it_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The scenario is still where it was exported from: the command told gives the new one another name, and works."""
    assert yuqi(capsys, "new", "hotel/winter")[0] == 0
    before = (here / "hotel" / "winter.yaml").read_bytes()
    code, out, _ = yuqi(capsys, "export", "hotel/winter.yaml", "-o", "talk.xlsx", "--lang", "en")
    told = shlex.split(out.splitlines()[-1])
    assert (code, told[-4:]) == (0, ["new", "hotel/winter-2", "--from", "talk.xlsx"])
    assert yuqi(capsys, *told[-4:])[0] == 0
    made, _ = read((here / "hotel" / "winter-2.yaml").read_bytes(), "x")
    assert made is not None
    assert (here / "hotel" / "winter.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "words", [("new", "--template"), ("new", "--from", "talk.xlsx"), ("export", str(COLD_FLAT), "-o", "talk.xlsx")]
)
def test_what_is_there_is_kept_and_another_name_is_ready(
    words: tuple[str, ...], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second time the same would be written, the command told can be run as it stands, and writes beside it."""
    if "--from" in words:
        Path("talk.xlsx").write_bytes(exported("en"))
    assert yuqi(capsys, *words, "--lang", "en")[0] == 0
    code, _, err = yuqi(capsys, *words, "--lang", "en")
    told = shlex.split(err.splitlines()[-1])
    assert code == 1
    assert yuqi(capsys, *told[told.index(words[0]) :], "--lang", "en")[0] == 0
    assert any(path.stem.endswith("-2") for path in here.rglob("*"))


def test_a_workbook_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Every sheet lies across the paper; the long rows of the talk go over a few pages, with heads on each."""
    assert yuqi(capsys, "new", "--template", "-o", "talk.xlsx", "--lang", "en")[0] == 0
    book = load_workbook("talk.xlsx")
    for page in book.worksheets:
        if page.sheet_state == "visible":
            assert page.page_setup.orientation == "landscape"
            assert page.sheet_properties.pageSetUpPr is not None
            assert page.sheet_properties.pageSetUpPr.fitToPage
    talk = sheet(book, "Talk")
    assert talk.page_setup.fitToWidth == 3
    assert (talk.print_title_rows, talk.print_title_cols) == ("$1:$1", "$A:$A")
    assert sheet(book, "Endings").page_setup.fitToWidth == 1


def test_a_workbook_with_a_fault_makes_no_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, the cell is named with the workbook's own path, and no scenario is written."""
    Path("talk.xlsx").write_bytes(changed(exported("zh"), put("谈话", "去向", 10, "setled")))
    code, out, err = yuqi(capsys, "new", "--from", "talk.xlsx", "--lang", "zh")
    assert (code, out) == (1, "")
    assert err.startswith("talk.xlsx [谈话!H10]: error unknown-target ")
    assert "（1 处，见上）" in err
    assert sorted(path.name for path in here.iterdir()) == ["talk.xlsx"]


def _bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", bytes(1 << 27))
    return out.getvalue()


def _entities() -> bytes:
    """A workbook whose XML declares entities, as those that blow up do."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(exported("zh"))) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'
            made.writestr(name, part.replace(b"<worksheet", doctype, 1) if "sheet4" in name else part)
    return out.getvalue()


def _far() -> bytes:
    return changed(exported("zh"), lambda book: setattr(sheet(book, "谈话")["XFD1048576"], "value", "x"))


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
NO_WORKBOOK = {
    "nothing": (b"", "not-a-workbook"),
    "csv": ("节点,客户说\n开场,您好\n".encode("gbk"), "not-a-workbook"),
    "yaml": (COLD_FLAT.read_bytes(), "not-a-workbook"),
    "xls": (OLD, "old-workbook"),
    "password": (OLD + "EncryptedPackage".encode("utf-16-le"), "locked-workbook"),
    "another package": (b"PK\x05\x06" + bytes(18), "not-a-workbook"),
    "cut off": (exported("zh")[:9000], "workbook-damaged"),
    "bomb": (_bomb(), "workbook-too-large"),
    "entities": (_entities(), "workbook-damaged"),
    "a cell at the far end": (_far(), "workbook-too-large"),
}


@pytest.mark.parametrize("name", NO_WORKBOOK)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_no_workbook_is_told_so(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A csv, an old or locked workbook, a damaged or a hostile one: one line that says what to do, and exit 1."""
    raw, code = NO_WORKBOOK[name]
    Path("talk.xlsx").write_bytes(raw)
    exit_code, out, err = yuqi(capsys, "new", "--from", "talk.xlsx", "--lang", language)
    assert (exit_code, out) == (1, "")
    assert err.startswith(f"talk.xlsx: error {code} ")
    assert len(err.splitlines()) == 2
    assert ("工作簿" in err) == (language == "zh")


def test_a_wrong_use_says_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    """No name, no such file, another ending: exit 2 and a line."""
    assert yuqi(capsys, "new", "--lang", "zh")[0::2] == (
        2,
        "还不知道写什么。写成 new 行业/ID，或 new --from 工作簿.xlsx，或 new --template。\n",
    )
    assert yuqi(capsys, "new", "--from", "none.xlsx")[0] == 2
    assert yuqi(capsys, "export", str(COLD_FLAT), "-o", "talk.csv")[0::2] == (
        2,
        "“talk.csv” is not the name of an .xlsx file.\n",
    )
    assert yuqi(capsys, "export", "no-such-customer", "-o", "talk.xlsx")[0] == 2
    assert not Path("talk.xlsx").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_template_is_a_talk_that_checks_and_can_be_filled_in(
    here: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It opens with a sheet that explains, offers words to choose from, keeps heads in view, and checks strictly."""
    assert yuqi(capsys, "new", "--template", "--lang", language)[0] == 0
    (path,) = here.iterdir()
    assert path.name == {"zh": "模板.xlsx", "en": "template.xlsx"}[language]
    book = load_workbook(path)
    assert book.active is book.worksheets[0]
    assert book.worksheets[-1].sheet_state == "hidden"
    talk = sheet(book, {"zh": "谈话", "en": "Talk"}[language])
    assert talk.freeze_panes == "B2"
    lists = {_listed(book, one.formula1) for one in talk.data_validations.dataValidation if one.type == "list"}
    tags, needs = (("情感反应", "安全"), ("reaction", "safety"))[language == "en"]
    assert any(tags in words for words in lists)
    assert any(needs in words for words in lists)
    assert all(cell.comment is not None and cell.font.bold for cell in talk[1])
    assert all(cell.alignment.wrap_text for row in talk.iter_rows(min_row=2) for cell in row if cell.value)
    assert yuqi(capsys, "new", "--from", path.name, "--lang", language)[0] == 0
    assert yuqi(capsys, "check", "--strict", "other/my-first-customer.yaml")[0] == 0


def _listed(book: object, formula: str) -> tuple[str, ...]:
    """The words that a list offers."""
    if "!" not in formula:
        return tuple(formula.strip('"').split(","))
    title, _, cells = formula.replace("'", "").replace("$", "").partition("!")
    return tuple(str(cell.value) for row in book[title][cells] for cell in row)  # type: ignore[index]


def test_the_lists_offer_every_way_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    """The column that says where a response leads offers the beats, the endings and the way back."""
    book = load_workbook(BytesIO(exported("zh")))
    offered = [
        _listed(book, one.formula1) for one in book["谈话"].data_validations.dataValidation if one.type == "list"
    ]
    assert ("complaint", "facts", "when", "evening", "settled", "grudging", "hung-up", "返回") in offered
