"""The embeddable Python that whoever packs the game supplies: whether it is one, and which."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delivery.targets import PYTHONS
from delivery.words import Unpackable

MACHINES: Final = {0x014C: "Windows (32-bit)", 0xAA64: "Windows on ARM"}
AMD64: Final = 0x8664
SIGNATURE_AT: Final = 0x3C
"""Where a program of Windows says at what offset its header stands; the machine it is for comes after four letters."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """An embeddable Python: its file, its version ("3.12"), and all names in it."""

    file: Path
    python: str
    names: tuple[str, ...]

    @property
    def short(self) -> str:
        """How its own files are called, "python312"."""
        return "python" + self.python.replace(".", "")

    def unpack(self, folder: Path) -> None:
        """Put all of it into a folder."""
        with zipfile.ZipFile(self.file) as archive:
            for name in self.names:
                place = inside(folder, name, self.file)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(archive.read(name))

    def standard(self) -> frozenset[str]:
        """Return the modules of the standard library that are in it, by their first names."""
        with zipfile.ZipFile(self.file) as archive, archive.open(f"{self.short}.zip") as file:
            packed = zipfile.ZipFile(file).namelist()
        beside = [name.removesuffix(".pyd") for name in self.names if name.endswith(".pyd")]
        return frozenset([*(re.split(r"[/.]", name, maxsplit=1)[0] for name in packed), *beside])


def read(file: Path) -> Embedded:
    """Return the embeddable Python of a file. Raises `Unpackable` where it is none, or not one that will do."""
    if not file.is_file():
        raise Unpackable("absent", file)
    try:
        with zipfile.ZipFile(file) as archive:
            names = tuple(sorted(name for name in archive.namelist() if not name.endswith("/")))
            python = _version(file, names)
            _machine(file, archive.read("pythonw.exe"))
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise Unpackable("no-archive", file) from error
    if python not in PYTHONS:
        raise Unpackable("version", file, python)
    return Embedded(file, python, names)


def _version(file: Path, names: tuple[str, ...]) -> str:
    """Return the version that the names tell; `Unpackable` where one is not there that has to be."""
    lists = [found for name in names if (found := re.fullmatch(r"python(3)(\d+)\._pth", name))]
    short = f"python3{lists[0][2]}" if lists else "python3XX"
    for wanted in (f"{short}._pth", f"{short}.zip", f"{short}.dll", "python.exe", "pythonw.exe"):
        if wanted not in names:
            raise Unpackable("no-python", file, wanted)
    return f"3.{lists[0][2]}"


def _machine(file: Path, program: bytes) -> None:
    """Raise `Unpackable` where a program is not for 64-bit Windows on Intel and AMD."""
    at = int.from_bytes(program[SIGNATURE_AT : SIGNATURE_AT + 4], "little")
    if program[:2] != b"MZ" or program[at : at + 4] != b"PE\0\0":
        raise Unpackable("no-python", file, "pythonw.exe (PE)")
    machine = int.from_bytes(program[at + 4 : at + 6], "little")
    if machine != AMD64:
        raise Unpackable("machine", file, MACHINES.get(machine, hex(machine)))


def inside(folder: Path, name: str, source: Path) -> Path:
    """Return where a name of an archive belongs in a folder; `Unpackable` where that lies outside."""
    place = (folder / name).resolve()
    if not place.is_relative_to(folder.resolve()):
        raise Unpackable("slip", source, name)
    return place
