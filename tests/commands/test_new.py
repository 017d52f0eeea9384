"""`new` as an instructor types it: the name in their own language, and what to run next, ready to be copied."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of the instructor."""
    folder = tmp_path / "我的 情景"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def new(capsys: pytest.CaptureFixture[str], language: str, *words: str) -> tuple[int, str]:
    """The exit code, and everything that was said."""
    code = cli.main(["new", *words, "--lang", language])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize("name", ["酒店/迟到", "hotel/迟到", "Hotel/迟到", "酒店／迟到", "酒店\\迟到"])
def test_a_domain_may_be_written_as_the_file_has_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By its Chinese name, as `行业: 酒店` has it, or its English one; with the slash of a Chinese keyboard too."""
    assert new(capsys, "zh", name)[0] == 0
    assert "\n行业: 酒店\n" in Path("hotel/迟到.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("zh", "晚到", "“晚到”还不完整。写成 行业/ID，例如 酒店/晚到。行业可以写：酒店、电商、供热、教育、其他。"),
        ("en", "late", "“late” is only half of it. Write DOMAIN/ID, such as hotel/late."),
        ("zh", "酒店/", "例如 酒店/my-first-customer。"),
        ("zh", "旅店/晚到", "没有“旅店”这个行业。可以写：酒店、电商、供热、教育、其他。"),
        ("en", "inn/late", "There is no domain “inn”. There are: hotel, ecommerce, heating, education, other."),
        ("zh", "hotel/a.yaml", "“hotel/a.yaml”后面的 .yaml 不用写，写成 hotel/a 就行。"),
        ("en", "hotel/a.YML", "Leave the .YML off “hotel/a.YML”: hotel/a will do."),
        ("zh", "酒店/返回", "“返回”另有用处，不能做 id。"),
        ("en", "hotel/a b", "“a b” cannot be an id."),
    ],
)
def test_a_name_that_will_not_do_is_put_right(
    language: str, name: str, said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is said with the instructor's own words put right; nothing is written."""
    code, told = new(capsys, language, name)
    assert (code, list(here.iterdir())) == (2, [])
    assert said in told


def test_what_to_run_next_can_be_copied(here: Path) -> None:
    """The line that is printed checks the new file just as it stands, from the folder where the instructor is."""
    env = {**os.environ, "LANG": "zh_CN.UTF-8"}
    asked = [sys.executable, str(ROOT / "main.py"), "new", "酒店/迟到"]
    said = subprocess.run(asked, env=env, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    line = next(one for one in said.splitlines() if one.startswith("改完后检查：")).partition("：")[2]
    python, run, command, file = shlex.split(line)
    assert (python, command, file) == ("python", "check", str(Path("hotel/迟到.yaml")))
    assert (here / run).resolve() == ROOT / "run.py"
    checked = [sys.executable, str(ROOT / "main.py"), command, file]
    assert subprocess.run(checked, env=env, capture_output=True, check=False).returncode == 0


def test_where_it_is_installed_the_command_has_its_own_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody who types `yuqi` reads `yuqi check …`; a name with a space in it stands in quotes."""
    monkeypatch.setattr(sys, "argv", ["/usr/bin/yuqi"])
    assert f"yuqi check {Path('hotel/late.yaml')}\n" in new(capsys, "en", "hotel/late")[1]
    said = new(capsys, "en", "--template", "-o", "my talk.xlsx")[1]
    quote = '"' if os.name == "nt" else "'"
    assert f"yuqi new --from {quote}my talk.xlsx{quote}" in said


def test_the_starter_says_that_its_example_is_to_be_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    """A hotel's file that speaks of furniture is no slip: the first lines say so."""
    new(capsys, "zh", "hotel/a")
    new(capsys, "en", "hotel/b")
    assert "送家具" in "".join(Path("hotel/a.yaml").read_text(encoding="utf-8").splitlines()[:4])
    assert "furniture" in "".join(Path("hotel/b.yaml").read_text(encoding="utf-8").splitlines()[:4])
