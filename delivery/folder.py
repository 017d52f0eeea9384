"""The folder that a receiver gets: a launcher and a page to read in front, everything else below."""

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from delivery.embedded import Embedded
from delivery.unpacking import Unpacked, unpack

RECEIVER: Final = Path(__file__).resolve().parent / "receiver"
LAUNCHER: Final = "Yuqi 预期.cmd"
READ_ME: Final = "先读我 Read me.txt"
FIRST_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""What every file of an archive is dated: the same content then gives the same archive."""
PLAIN_FILE: Final = 0o100644 << 16
PTH: Final = """{short}.zip
.
../app
../libraries
"""
"""Where this Python looks for modules, and nowhere else: whatever is installed on the machine stays out."""
LICENCES_HEAD: Final = """\
预期用到的库，各自的许可，和放在哪个文件夹里
The libraries in Yuqi, their licences, and the folders that hold the texts

"""


def lay_out(folder: Path, embedded: Embedded, own: Path, wheels: Sequence[Path]) -> None:
    """Fill an empty folder: Python, the game from its `own` wheel, its libraries, the launcher, licences."""
    program = folder / "program"
    embedded.unpack(program / "python")
    (program / "python" / f"{embedded.short}._pth").write_bytes(_lines(PTH.format(short=embedded.short)))
    unpacked = [unpack(own, program / "app", folder / "licences")]
    unpacked += [unpack(wheel, program / "libraries", folder / "licences") for wheel in wheels]
    _python_licence(program / "python", folder / "licences" / f"Python {embedded.python}")
    (folder / "licences" / "README.txt").write_bytes(_lines(_overview(unpacked), told=True))
    shutil.copyfile(RECEIVER / "start.pyw", program / "start.pyw")
    (folder / LAUNCHER).write_bytes(_lines((RECEIVER / "start.cmd").read_text(encoding="utf-8")))
    (folder / READ_ME).write_bytes(_lines((RECEIVER / "read-me.txt").read_text(encoding="utf-8"), told=True))


def _lines(text: str, told: bool = False) -> bytes:
    """Return a text as Windows wants it; one that is to be read by people says that it is UTF-8."""
    return text.replace("\n", "\r\n").encode("utf-8-sig" if told else "utf-8")


def _python_licence(python: Path, licences: Path) -> None:
    text = python / "LICENSE.txt"
    if text.is_file():
        licences.mkdir(parents=True)
        shutil.copyfile(text, licences / text.name)


def _overview(unpacked: Sequence[Unpacked]) -> str:
    rows = [f"{one.name} {one.version}: {one.licence or '…'}" for one in unpacked]
    return LICENCES_HEAD + "\n".join(sorted(rows, key=str.lower)) + "\n"


def files(folder: Path) -> list[Path]:
    """Return all files of a folder, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def archive(folder: Path, target: Path) -> None:
    """Pack a folder into an archive that depends on nothing but its content."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files(folder):
            name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, FIRST_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = PLAIN_FILE
            packed.writestr(entry, file.read_bytes())
