"""`print` as trainers use it: the file that it writes, and what it says when it cannot."""

from pathlib import Path

import pytest

from tests.report.pdf.sheets import pages
from tests.report.scenes import TALK
from tests.typed import yuqi


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    """A small scenario on the disk."""
    path = tmp_path / "talk.yaml"
    path.write_text(TALK, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("language", "cards"), [("zh", ("客户卡", "服务卡", "观察表")), ("en", ("Customer", "Server", "Observer"))]
)
def test_cards_and_sheet_come_in_the_readers_language(
    scenario: str, tmp_path: Path, language: str, cards: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """`print` writes the two cards and the observer's sheet into one PDF, says where it is, and leaves nothing else."""
    file = tmp_path / "room.pdf"
    code, out, err = yuqi(capsys, "print", scenario, "-o", str(file), "--lang", language)
    assert (code, err) == (0, "")
    assert str(file) in out
    begins = [next((card for card in cards if page.startswith(card)), "") for page in pages(file.read_bytes())]
    assert list(dict.fromkeys(begins)) == list(cards)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["room.pdf", "talk.yaml"]


def test_both_languages_in_one_file(scenario: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --both the Chinese sheets come first and the English ones behind them."""
    file = tmp_path / "room.pdf"
    assert yuqi(capsys, "print", scenario, "-o", str(file), "--both", "--lang", "en")[0] == 0
    text = pages(file.read_bytes())
    assert text[0].startswith("客户卡")
    assert text[-1].startswith("Observer")


def test_the_customer_that_was_asked_for_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--persona prints the cards of that customer of a case that comes with the game."""
    file = tmp_path / "room.pdf"
    assert yuqi(capsys, "print", "room-not-ready", "--persona", "stormy", "-o", str(file), "--lang", "zh")[0] == 0
    plain = tmp_path / "plain.pdf"
    assert yuqi(capsys, "print", "room-not-ready", "-o", str(plain), "--lang", "zh")[0] == 0
    assert pages(file.read_bytes())[0] != pages(plain.read_bytes())[0]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("talk.yaml", "-o", "room.txt"), 2, "room.txt"),
        (("talk.yaml", "-o", "room.pdf", "--persona", "nobody"), 2, "nobody"),
        (("talk.yaml", "-o", "no-folder/room.pdf"), 1, "room.pdf"),
        (("absent.yaml", "-o", "room.pdf"), 2, "absent.yaml"),
        (("broken.yaml", "-o", "room.pdf"), 1, "broken.yaml"),
        (("talk.yaml", "-o", "room.pdf", "--rulebook", "talk.yaml"), 1, "talk.yaml"),
        (("talk.yaml",), 2, "-o"),
    ],
)
def test_what_cannot_be_printed_is_told_and_what_was_there_stays(
    scenario: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A wrong ending, an unknown customer, a file that is not there or has errors: told in a line, nothing is lost."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.yaml").write_text("format: 1\nid: broken\n", encoding="utf-8")
    (tmp_path / "room.pdf").write_bytes(b"before")
    found, out, err = yuqi(capsys, "print", *words, "--lang", "en")
    assert (found, out) == (code, "")
    assert said in err
    assert "Traceback" not in err
    assert (tmp_path / "room.pdf").read_bytes() == b"before"
    assert not (tmp_path / "no-folder").exists()
