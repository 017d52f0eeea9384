"""Wheels laid out in a folder, and the licences that come with them."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path, PurePosixPath
from typing import Final

from delivery.embedded import inside

LICENCE: Final = re.compile(r"licen[cs]e|copying|notice|authors|ofl", re.IGNORECASE)
LICENCE_INSIDE: Final = re.compile(r"(licen[cs]e|copying|ofl|l?gpl)([-.\w]*\.(txt|md|rst))?", re.IGNORECASE)
LEFT_OUT: Final = frozenset(("tests", "examples", "docs", "include", "__pycache__"))
"""Folders inside libraries that no game needs."""
OWN: Final = "game"
CLASSIFIER: Final = "License :: OSI Approved :: "
LONGEST: Final = 60
"""Some write the whole licence where its name belongs."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A library that was laid out: its name, its version, what it says its licence is, the texts of it."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def unpack(wheel: Path, libraries: Path, licences: Path) -> Unpacked:
    """Lay a wheel out among the libraries, and its licences in a folder of their own."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if not name.endswith("/"))
        data = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = BytesParser().parsebytes(archive.read(data))
        name, version = str(told["Name"]), str(told["Version"])
        for packed, place in _places(names):
            _write(inside(libraries, place, wheel), archive.read(packed))
        texts = []
        for packed in names:
            if _is_licence(packed):
                texts.append(_text(packed))
                _write(inside(licences / f"{name} {version}", texts[-1], wheel), archive.read(packed))
    return Unpacked(name, version, _named(told), tuple(texts))


def _places(names: list[str]) -> Iterator[tuple[str, str]]:
    """Each name in a wheel with where it belongs: scripts, headers and the like belong nowhere here."""
    for name in names:
        first, *rest = PurePosixPath(name).parts
        if first.endswith(".data"):
            if rest[0] in ("purelib", "platlib"):
                yield name, "/".join(rest[1:])
        elif first == OWN or not LEFT_OUT.intersection(rest[:-1]):
            yield name, name


def _is_licence(name: str) -> bool:
    """Return whether a file of a wheel is the text of a licence."""
    parts = PurePosixPath(name).parts
    if not parts[0].endswith(".dist-info"):
        return bool(LICENCE_INSIDE.fullmatch(parts[-1]))
    return "licenses" in parts[1:-1] or (len(parts) == 2 and bool(LICENCE.match(parts[1])))


def _text(name: str) -> str:
    """Return where the text of a licence lies among those of its library."""
    parts = PurePosixPath(name).parts
    return "/".join(part for part in parts if part != "licenses" and not part.endswith(".dist-info"))


def _named(told: "object") -> str:
    """Return what a library says its licence is."""
    from email.message import Message

    assert isinstance(told, Message)
    expression = str(told.get("License-Expression") or "")
    classifiers = [
        str(one).removeprefix(CLASSIFIER) for one in told.get_all("Classifier", []) if CLASSIFIER in str(one)
    ]
    line = str(told.get("License") or "").strip().partition("\n")[0]
    return expression or ", ".join(classifiers) or line[:LONGEST]


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
