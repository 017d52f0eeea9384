"""What the game is packed of, made for the tests: an embeddable Python and wheels that have everything but content."""

import io
import re
import sys
import sysconfig
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

import run

HERE: Final = f"{sys.version_info.major}.{sys.version_info.minor}"
AMD64: Final = 0x8664
MODULES: Final = (
    *(
        "_asyncio",
        "_bz2",
        "_ctypes",
        "_decimal",
        "_elementtree",
        "_hashlib",
        "_lzma",
        "_multiprocessing",
        "_overlapped",
    ),
    *("_queue", "_socket", "_sqlite3", "_ssl", "_uuid", "_zoneinfo", "pyexpat", "select", "unicodedata", "winsound"),
)
NOT_IN_IT: Final = frozenset(
    (
        *("__pycache__", "distutils", "ensurepip", "idlelib", "lib-dynload", "lib2to3", "site-packages", "test"),
        *("tkinter", "turtle", "turtledemo", "venv"),
    )
)
"""What an embeddable Python leaves out of the standard library."""


def program(machine: int = AMD64) -> bytes:
    """The first bytes of a program of Windows for this kind of machine."""
    head = bytearray(0x100)
    head[:2], head[0x80:0x84] = b"MZ", b"PE\0\0"
    head[0x3C:0x40], head[0x84:0x86] = (0x80).to_bytes(4, "little"), machine.to_bytes(2, "little")
    return bytes(head)


def embeddable(file: Path, python: str = HERE, machine: int = AMD64, without: str = "") -> Path:
    """An embeddable Python: the names of a real one, its standard library that of the Python that runs this."""
    short = "python" + python.replace(".", "")
    content = {name: program(machine) for name in ("python.exe", "pythonw.exe")}
    content |= {f"{name}.pyd": b"" for name in MODULES}
    content |= {f"{short}.dll": b"", "vcruntime140.dll": b"", "sqlite3.dll": b"", "LICENSE.txt": b"PSF"}
    content |= {f"{short}._pth": f"{short}.zip\r\n.\r\n\r\n#import site\r\n".encode(), f"{short}.zip": _standard()}
    return _zipped(file, {name: data for name, data in content.items() if name != without})


def _standard() -> bytes:
    names = [path for path in Path(sysconfig.get_path("stdlib")).iterdir() if path.stem not in NOT_IN_IT]
    packed = [f"{path.stem}.pyc" for path in names if path.suffix == ".py"]
    packed += [f"{path.name}/__init__.pyc" for path in names if (path / "__init__.py").is_file()]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in packed:
            archive.writestr(name, b"")
    return file.getvalue()


def _zipped(file: Path, content: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file


def wheel(folder: Path, name: str, *requires: str, tag: str = "py3-none-any", version: str = "1.0") -> Path:
    """A small wheel of its own."""
    told = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {x}" for x in requires)]
    return _zipped(
        folder / f"{name}-{version}-{tag}.whl",
        {
            f"{name}.py": b"",
            f"{name}-{version}.dist-info/METADATA": "\n".join(told).encode(),
            f"{name}-{version}.dist-info/WHEEL": f"Wheel-Version: 1.0\nTag: {tag}\n".encode(),
            f"{name}-{version}.dist-info/RECORD": b"",
        },
    )


def installed(folder: Path) -> Path:
    """A folder with a wheel for Windows of every library that is installed here and that the game needs."""
    folder.mkdir()
    for each in _closure(run.requirements("play")):
        names = {_as_on_windows(str(name)): name for name in each.files or () if ".." not in str(name)}
        binary = any(name.endswith(".pyd") for name in names)
        tag = f"cp{HERE.replace('.', '')}-cp{HERE.replace('.', '')}-win_amd64" if binary else "py3-none-any"
        kept = re.compile(r"METADATA|WHEEL|.*(LICEN[CS]E|COPYING|LGPL).*")
        content = {
            name: Path(str(place.locate())).read_bytes() if kept.fullmatch(place.name) else b""
            for name, place in names.items()
            if "__pycache__" not in name and not re.search(r"\.so(\.\d+)*$", name)
        }
        _zipped(folder / f"{each.name.replace('-', '_')}-{each.version}-{tag}.whl", content)
    return folder


def _as_on_windows(name: str) -> str:
    """The name that a compiled module has there."""
    return re.sub(r"\.(cpython-\d+|abi3)[^/]*\.(so|pyd)$", f".cp{HERE.replace('.', '')}-win_amd64.pyd", name)


def _closure(requirements: list[str]) -> Iterator[Distribution]:
    seen: set[str] = set()
    waiting = list(requirements)
    while waiting:
        one = Requirement(waiting.pop())
        if one.name.lower() in seen or (one.marker is not None and not one.marker.evaluate({"extra": ""})):
            continue
        seen.add(one.name.lower())
        found = distribution(one.name)
        waiting += found.requires or ()
        yield found
