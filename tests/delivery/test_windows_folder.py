"""The folder for Windows: what lies where, that nothing is lacking, and what is said when it cannot be made."""

import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

import run
from delivery import embedded, windows
from delivery.folder import LAUNCHER, READ_ME, archive, files
from delivery.inspection import unresolved
from delivery.unpacking import unpack
from delivery.words import WORDS, Unpackable, say
from tests.delivery.parcels import HERE, embeddable, wheel

ROOT = Path(__file__).resolve().parent.parent.parent
SHORT = "python" + HERE.replace(".", "")


def test_the_receiver_sees_what_to_open_and_what_to_read(delivered: Path) -> None:
    """On top lie the file to double-click, the page to read, and two folders; everything else is below."""
    assert {path.name for path in delivered.iterdir()} == {LAUNCHER, READ_ME, "licences", "program"}
    assert {path.name for path in (delivered / "program").iterdir()} == {"app", "libraries", "python", "start.pyw"}


def test_python_looks_nowhere_but_in_the_folder(delivered: Path) -> None:
    """Whatever else is installed on the machine stays out: this Python knows four places, all inside of the folder."""
    python = delivered / "program" / "python"
    lines = (python / f"{SHORT}._pth").read_text(encoding="ascii").splitlines()
    assert lines == [f"{SHORT}.zip", ".", "../app", "../libraries"]
    places = [(python / line).resolve() for line in lines]
    assert all(place.exists() and place.is_relative_to(delivered) for place in places)


def test_the_game_comes_with_its_scenarios_and_its_libraries_for_windows(delivered: Path) -> None:
    """Scenarios, rulebook and fonts are there, and every compiled module is one of Windows."""
    program = delivered / "program"
    packed = {file.relative_to(program / "app" / "game" / "data") for file in files(program / "app" / "game" / "data")}
    assert {file.relative_to(ROOT) for file in (ROOT / "scenarios").rglob("*.yaml")} <= packed
    assert (program / "app" / "game" / "engine" / "standard.yaml").is_file()
    assert list((program / "libraries" / "pylopdf_fonts_zh_cn").rglob("*.[ot]t[fc]"))
    names = {file.suffix for file in files(program / "libraries")}
    assert ".pyd" in names
    assert not {".so", ".dylib"} & names


def test_every_import_of_the_game_finds_a_file(delivered: Path, tmp_path: Path) -> None:
    """No module that the game ever imports is lacking in the folder; one that were would be named, with its line."""
    program = delivered / "program"
    standard = embedded.read(embeddable(tmp_path / "python.zip")).standard()
    assert unresolved(program / "app", program / "libraries", standard, HERE) == []

    lost = unresolved(program / "app", tmp_path, standard, HERE)
    assert {"yaml", "pygame", "sqlalchemy"} <= {line.rpartition(" ")[2].partition(".")[0] for line in lost}
    assert all(re.fullmatch(r"game/[\w/]+\.py:\d+: [\w.]+", line) for line in lost)
    assert any(line.endswith(": ctypes") for line in unresolved(program / "app", program / "libraries", (), HERE))


def test_every_library_brings_its_licence(delivered: Path) -> None:
    """Each library is named with its licence, and its text lies there to be read, that of pygame's LGPL too."""
    told = (delivered / "licences" / "README.txt").read_bytes().decode("utf-8-sig").splitlines()
    named = {line.partition(": ")[0] for line in told if re.search(r" \d[\d.]*: ", line)}
    assert len(named) > len(run.requirements("play"))
    assert named | {f"Python {HERE}"} == {path.name for path in (delivered / "licences").iterdir() if path.is_dir()}
    assert all(any(path.rglob("*.*")) or any(path.rglob("LICEN*")) for path in (delivered / "licences").glob("* *"))
    assert not [line for line in told if line.endswith("…")]


def test_the_launcher_starts_what_is_there(delivered: Path) -> None:
    """The file to double-click names only files of the folder, and tells in both languages who opened it too early."""
    raw = (delivered / LAUNCHER).read_bytes()
    text = raw.decode("utf-8")
    assert raw.count(b"\n") == raw.count(b"\r\n") > 0
    for named in re.findall(r'"%~dp0([^"]+)"', text):
        assert (delivered / Path(*named.split("\\"))).is_file()
    early = text.partition("goto start")[2].partition(":start")[0]
    assert "先把压缩包整个解压" in early
    assert "Extract the whole archive first" in early
    assert text.rpartition(":start")[2].strip().startswith('start "" "%~dp0program\\python\\pythonw.exe"')


def test_the_page_to_read_speaks_both_languages(delivered: Path) -> None:
    """Old editors of Windows show the page right too, and it says how to open the game in either language."""
    raw = (delivered / READ_ME).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert f"双击“{LAUNCHER}”" in text
    assert f'Double-click "{LAUNCHER}"' in text


def test_the_same_folder_gives_the_same_archive(delivered: Path, tmp_path: Path) -> None:
    """Whoever packs the same thing again gets the same bytes, so that they can be compared."""
    again = tmp_path / delivered.name
    shutil.copytree(delivered, again)
    for file in files(again):
        os.utime(file, (2_000_000_000, 2_000_000_000))
    archive(delivered, tmp_path / "one.zip")
    archive(again, tmp_path / "other.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert f"{delivered.name}/{LAUNCHER}" in packed.namelist()


def test_without_a_python_to_put_in_one_is_told_where_to_get_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever names no embeddable Python reads what it is called and where it is to be had."""
    assert windows.main([]) == 2
    told = capsys.readouterr().err
    assert "embeddable package" in told
    assert "python.org" in told


@pytest.mark.parametrize(
    ("key", "python", "machine", "without"),
    [
        ("no-python", "3.12", 0x8664, "pythonw.exe"),
        ("no-python", "3.12", 0x8664, "python312._pth"),
        ("no-python", "3.12", 0x8664, "python312.zip"),
        ("machine", "3.12", 0x014C, ""),
        ("machine", "3.12", 0xAA64, ""),
        ("version", "3.10", 0x8664, ""),
        ("version", "3.14", 0x8664, ""),
    ],
)
def test_a_python_that_will_not_do_is_told(key: str, python: str, machine: int, without: str, tmp_path: Path) -> None:
    """A Python of another kind, machine or version is refused with the reason, before anything is made."""
    file = embeddable(tmp_path / "python.zip", python, machine, without)
    with pytest.raises(Unpackable) as refused:
        windows.build(file, tmp_path / "out")
    assert refused.value.key == key
    assert str(file) in str(refused.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "C"])
def test_what_is_no_archive_is_told_in_the_reader_s_language(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An installer, or a file that is not there, is a message and exit code 1, in Chinese on a Chinese system."""
    monkeypatch.setenv("LANG", lang)
    monkeypatch.setattr("sys.argv", ["delivery.windows"])
    installer = tmp_path / "python-3.12.exe"
    installer.write_bytes(b"MZ" * 99)
    for file, key in ((installer, "no-archive"), (tmp_path / "none.zip", "absent")):
        assert windows.main([str(file), "-o", str(tmp_path / "out")]) == 1
        assert capsys.readouterr().err.strip() == say(key, file)
    assert re.search("[一-鿿]", say("absent", "x")) is not None or lang == "C"


def test_a_folder_that_is_in_use_is_left_alone(tmp_path: Path) -> None:
    """What lies in the folder named is neither mixed with the game nor thrown away."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(Unpackable, match=re.escape(str(tmp_path / "out"))):
        windows.build(embeddable(tmp_path / "python.zip"), tmp_path / "out")
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def test_a_library_without_a_wheel_for_windows_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a library is only there for Linux, its name is told, and the system and version it lacks for."""
    wheel(tmp_path, "penguin", tag=f"cp{HERE.replace('.', '')}-abi3-manylinux2014_x86_64")
    monkeypatch.setattr(run, "requirements", lambda level: ["penguin>=1"])
    with pytest.raises(Unpackable, match=rf"Windows.*{HERE}.*penguin>=1"):
        windows.build(embeddable(tmp_path / "python.zip"), tmp_path / "out", tmp_path)


def test_a_wheel_cannot_write_outside_of_the_folder(tmp_path: Path) -> None:
    """A wheel whose names lead out of the folder is refused."""
    bad = wheel(tmp_path, "sly")
    with zipfile.ZipFile(bad, "a") as packed:
        packed.writestr("../../outside.py", b"")
    with pytest.raises(Unpackable, match="outside"):
        unpack(bad, tmp_path / "a" / "libraries", tmp_path / "a" / "licences")
    assert not (tmp_path / "outside.py").exists()


def test_all_that_is_said_is_there_in_both_languages() -> None:
    """Each message has a Chinese and an English text with the same gaps."""
    for chinese, english in WORDS.values():
        assert re.search("[一-鿿]", chinese) or chinese.startswith("{0}")
        assert not re.search("[一-鿿]", english)
        assert sorted(re.findall(r"{\d}", chinese)) == sorted(re.findall(r"{\d}", english))
