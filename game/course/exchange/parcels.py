"""What was handed in, unpacked: the files of folders and of a learning platform's ZIP, whatever else lies among them.

Nothing is ever unpacked onto the disk, and nothing is read that would fill the memory.
"""

import errno
import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final, Literal

from msgspec import Struct

from game.course.exchange.slip import LARGEST

__all__ = ["Bounds", "Piece", "unpacked"]

PieceFault = Literal[
    "", "unreadable", "damaged-archive", "other-archive", "encrypted", "path", "link", "bomb", "too-large", "too-deep"
]
"""Why there are no bytes to look at; "" where there are."""
BETWEEN: Final = " › "
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS: Final = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PACKED_DOCUMENTS: Final = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".wps"})
_RUBBISH: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_ONLINE_TEXT: Final = "_assignsubmission_onlinetext"
"""Moodle puts what was typed into the page beside what was handed in."""
_ABSOLUTE: Final = re.compile(r"^(?:[/\\]|[A-Za-z]:)")
_UTF8_NAMES: Final = 0x800
_ENCRYPTED: Final = 0x1
_KNOWN_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others may unpack any amount at once, and no platform uses them."""
_PORTION: Final = 1 << 16
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Bounds(Struct, frozen=True):
    """How much is unpacked of one archive with all that is in it: bytes in all, files, and archives within another.

    `packed` are the most bytes of an archive within another: it lies in the memory as a whole while it is read.
    """

    most: int = 2 * 1024**3
    files: int = 200_000
    depth: int = 4
    packed: int = 256 * 1024**2


class Piece(Struct, frozen=True):
    """One file that was handed in: where it lies, its bytes, or the fault for which there are none.

    `detail` is the system's error number of one that cannot be read.
    """

    name: str
    raw: bytes
    fault: PieceFault = ""
    detail: int = 0


def unpacked(paths: Iterable[Path], bounds: Bounds | None = None) -> Iterator[Piece]:
    """Yield every file that the paths lead to, in folders, archives and archives within archives, sorted by name.

    What systems and platforms leave lying about is passed over. Never raises: what cannot be read is told by its piece.
    """
    for path in paths:
        for found in _found(path):
            yield from [found] if isinstance(found, Piece) else _file(found, bounds or Bounds())


def _found(path: Path) -> Iterator[Path | Piece]:
    """Yield the files at a path, and those folders below it that cannot be looked into."""
    if not path.is_dir():
        yield path
        return
    refused: list[OSError] = []
    inside = (Path(folder, name) for folder, _, names in os.walk(path, onerror=refused.append) for name in names)
    yield from sorted(one for one in inside if not _rubbish(one.relative_to(path).as_posix()))
    yield from (Piece(str(error.filename), b"", "unreadable", error.errno or 0) for error in refused)


def _file(path: Path, bounds: Bounds) -> Iterator[Piece]:
    """Yield what one file of the disk holds."""
    if path.exists() and not path.is_file():  # a pipe or a device would keep us waiting
        yield Piece(str(path), b"", "unreadable", errno.EINVAL)
        return
    try:
        with path.open("rb") as file:
            kind = _kind(path.name, file.read(4))
            file.seek(0)
            if kind == "zip":
                yield from _Unpacking(bounds).archive(str(path), file, 1)
            else:
                raw = b"" if kind else file.read(LARGEST + 1)
                large: PieceFault = "too-large" if len(raw) > LARGEST else ""
                yield Piece(str(path), b"" if large else raw, kind or large)
    except OSError as error:
        yield Piece(str(path), b"", "unreadable", error.errno or 0)


def _kind(name: str, head: bytes) -> Literal["", "zip", "other-archive", "damaged-archive"]:
    """Return what a file is by how it begins: an archive, one that we cannot open, or no archive at all."""
    suffix = PurePosixPath(name).suffix.lower()
    if head.startswith(_ZIP):
        return "" if suffix in _PACKED_DOCUMENTS else "zip"
    if head.startswith(_OTHERS):
        return "other-archive"
    return "damaged-archive" if suffix == ".zip" else ""


class _Unpacking:
    """One archive of the disk as it is unpacked, with all that is in it, and how much more may come out of it."""

    def __init__(self, bounds: Bounds) -> None:
        self.bytes_left = bounds.most
        self.files_left = bounds.files
        self.depth = bounds.depth
        self.packed = bounds.packed

    def archive(self, name: str, file: IO[bytes], depth: int) -> Iterator[Piece]:
        """Yield what an archive holds; `depth` counts it and those around it."""
        if depth > self.depth:
            yield Piece(name, b"", "too-deep")
            return
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN:
            yield Piece(name, b"", "damaged-archive")
            return
        with archive:
            for inside, entry in sorted(((_named(one), one) for one in archive.infolist()), key=lambda one: one[0]):
                if entry.is_dir() or inside.endswith("\\") or _rubbish(inside):
                    continue
                self.files_left -= 1
                self.bytes_left -= entry.file_size
                if self.files_left < 0 or self.bytes_left < 0:
                    yield Piece(name, b"", "bomb")
                    return
                yield from self._entry(archive, entry, f"{name}{BETWEEN}{inside}", inside, depth)

    def _entry(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, inside: str, depth: int
    ) -> Iterator[Piece]:
        """Yield what one file of an archive holds."""
        packed = inside.lower().endswith(".zip")
        fault = _objection(entry, inside, self.packed if packed else LARGEST)
        raw = b"" if fault else _read(archive, entry)
        if raw is None:
            yield Piece(name, b"", "damaged-archive")
            return
        kind = "" if fault else _kind(inside, raw[:4])
        if kind == "zip":
            yield from self.archive(name, io.BytesIO(raw), depth + 1)
        else:
            yield Piece(name, b"" if kind else raw, fault or kind)


def _objection(entry: zipfile.ZipInfo, inside: str, most: int) -> PieceFault:
    """Return why a file of an archive is not even read."""
    if _ABSOLUTE.match(inside) or ".." in re.split(r"[/\\]", inside):
        return "path"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "link"
    if entry.flag_bits & _ENCRYPTED:
        return "encrypted"
    if entry.compress_type not in _KNOWN_METHODS:
        return "other-archive"
    return "too-large" if entry.file_size > most else ""


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    """Return the bytes of a file of an archive, None where they are damaged.

    No more come out than the archive says there are, in small portions: what it says may be a lie.
    """
    try:
        with archive.open(entry) as file:
            return b"".join(iter(lambda: file.read(_PORTION), b""))
    except _BROKEN:
        return None


def _named(entry: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive, in the encoding that it was written in, whatever the archive says."""
    if entry.flag_bits & _UTF8_NAMES:
        return entry.filename
    try:
        raw = entry.orig_filename.encode("cp437")
        return raw.decode() if _is_utf8(raw) else raw.decode("gb18030")
    except UnicodeError:
        return entry.filename


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _rubbish(inside: str) -> bool:
    """Return whether a file is one that nobody has handed in: hidden, a system's own, or a platform's."""
    parts = [part.lower() for part in re.split(r"[/\\]", inside) if part not in ("", ".", "..")]
    return any(part.startswith(".") or part in _RUBBISH or _ONLINE_TEXT in part for part in parts)
