"""What is handed in, unpacked: folders and the ZIPs of learning platforms."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.course.exchange.parcels import Bounds, unpacked
from game.course.exchange.slip import LARGEST

UTF8 = 0x800


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give a ZIP with these files."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


def named(raw: bytes, ascii_name: str, written: bytes) -> bytes:
    """Give the ZIP with one of its names as an old packing program writes it, without a word on its encoding."""
    assert len(ascii_name) == len(written)
    return raw.replace(ascii_name.encode(), written)


def pieces(path: Path, bounds: Bounds | None = None) -> dict[str, bytes | str]:
    """Give what the path leads to by name, below the path: the bytes, or why there are none."""
    found = {one.name.removeprefix(str(path)): one.fault or one.raw for one in unpacked([path], bounds)}
    return {name.removeprefix(" › ").removeprefix(os.sep): content for name, content in found.items()}


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    """Where the tests put their ZIP."""
    return tmp_path / "submissions.zip"


def test_a_platforms_zip_is_opened(zipped: Path) -> None:
    """Moodle's ZIP of submissions gives each trainee's file, also where that is a ZIP again, and no more than was
    handed in: no folders, no rubbish of systems, nothing that was typed into the page."""
    zipped.write_bytes(
        packed(
            {
                "张三_123_assignsubmission_file_/": b"",
                "张三_123_assignsubmission_file_/a.json": b"one",
                "张三_123_assignsubmission_onlinetext_/onlinetext.html": b"<p>done</p>",
                "李四_124_assignsubmission_file_/two.zip": packed(
                    {"b.json": b"two", "deep/c.ZIP": packed({"d": b"3"})}
                ),
                "__MACOSX/李四_124/._a.json": b"\0",
                "李四_124_assignsubmission_file_/.DS_Store": b"\0",
                "Thumbs.db": b"\0",
            }
        )
    )
    assert pieces(zipped) == {
        "张三_123_assignsubmission_file_/a.json": b"one",
        "李四_124_assignsubmission_file_/two.zip › b.json": b"two",
        "李四_124_assignsubmission_file_/two.zip › deep/c.ZIP › d": b"3",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_names_of_old_packing_programs_can_be_read(zipped: Path, encoding: str) -> None:
    """A name that a packing program wrote in UTF-8 or GBK without saying so is told in Chinese."""
    written = "张三_作业.json".encode(encoding)
    zipped.write_bytes(named(packed({"x" * len(written): b"{}"}), "x" * len(written), written))
    assert pieces(zipped) == {"张三_作业.json": b"{}"}


def test_names_of_western_programs_are_told_somehow(zipped: Path) -> None:
    """A name in an encoding of old that is neither is still a name, and its file is read."""
    zipped.write_bytes(named(packed({"xx.json": b"{}"}), "xx.json", b"\xff\x80.json"))
    assert list(pieces(zipped).values()) == [b"{}"]


def test_folders_are_looked_through(tmp_path: Path) -> None:
    """A folder gives all that lies below it, sorted, with the ZIPs in it opened; a single file gives itself."""
    (tmp_path / "in" / "李四").mkdir(parents=True)
    (tmp_path / "in" / "a.json").write_bytes(b"one")
    (tmp_path / "in" / "李四" / "b.json").write_bytes(b"two")
    (tmp_path / "in" / ".hidden").write_bytes(b"no")
    (tmp_path / "in" / "c.zip").write_bytes(packed({"d.json": b"three"}))
    assert pieces(tmp_path / "in") == {
        "a.json": b"one",
        "c.zip › d.json": b"three",
        os.path.join("李四", "b.json"): b"two",
    }
    assert pieces(tmp_path / "in" / "a.json") == {"": b"one"}


@pytest.mark.parametrize(
    "name", ["../evil.json", "a/../../evil.json", "/etc/evil.json", "C:\\evil.json", "..\\evil.json"]
)
def test_paths_that_lead_out_are_refused(zipped: Path, name: str) -> None:
    """A file that wants to be put elsewhere is not read; what lies beside it is."""
    zipped.write_bytes(packed({name: b"evil", "good.json": b"good"}))
    assert sorted(map(str, pieces(zipped).values())) == [str(b"good"), "path"]


def test_links_and_passwords_are_refused(zipped: Path) -> None:
    """A link in an archive leads nowhere, and a file behind a password is told as such."""
    link = zipfile.ZipInfo("link.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("shut.json", b"secret")
    shut = bytearray(raw.getvalue())
    place = shut.rindex(b"PK\x01\x02")
    shut[place + 8] |= 1
    zipped.write_bytes(shut)
    assert pieces(zipped) == {"link.json": "link", "shut.json": "encrypted"}


def test_bombs_are_left_alone(zipped: Path) -> None:
    """What unpacks to far more than anybody hands in is given up on, in bytes, in files and in depth."""
    zipped.write_bytes(packed({f"{number}.json": bytes(1000) for number in range(20)}))
    assert pieces(zipped, Bounds(most=5000))[""] == "bomb"
    assert pieces(zipped, Bounds(files=3))[""] == "bomb"
    assert len(pieces(zipped, Bounds(most=20_000, files=20))) == 20
    deep = b"one"
    for number in range(6):
        deep = packed({f"{number}.zip" if number else "a.json": deep})
    zipped.write_bytes(deep)
    assert list(pieces(zipped).values()) == ["too-deep"]


def test_a_large_file_is_not_even_unpacked(zipped: Path, tmp_path: Path) -> None:
    """A file that is too large to be an attempt is told so, in an archive and on the disk."""
    zipped.write_bytes(packed({"big.json": bytes(LARGEST + 1)}))
    assert pieces(zipped) == {"big.json": "too-large"}
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert pieces(big) == {"": "too-large"}


def test_a_large_archive_within_an_archive_is_not_even_unpacked(zipped: Path) -> None:
    """It would lie in the memory as a whole; the files beside it are read."""
    inner = packed({"a.json": bytes(range(256)) * 20}, zipfile.ZIP_STORED)
    zipped.write_bytes(packed({"inner.zip": inner, "b.json": b"{}"}))
    assert pieces(zipped, Bounds(packed=5000)) == {"inner.zip": "too-large", "b.json": b"{}"}
    assert len(pieces(zipped, Bounds(packed=6000))) == 2


def test_an_archive_that_lies_about_a_size_gives_no_more(zipped: Path) -> None:
    """A file that unpacks to more than its archive says is damaged; what it says is all that is ever held."""
    raw = bytearray(packed({"lie.json": bytes(4_000_000)}))
    place = raw.rindex(b"PK\x01\x02")
    struct.pack_into("<I", raw, place + 24, 10)
    zipped.write_bytes(raw)
    assert pieces(zipped) == {"lie.json": "damaged-archive"}


@pytest.mark.parametrize(
    ("name", "raw", "fault"),
    [
        ("a.zip", b"", "damaged-archive"),
        ("a.zip", b"PK\x03\x04 and nothing behind", "damaged-archive"),
        ("a.zip", packed({"b": b"x" * 500})[:80], "damaged-archive"),
        ("a.rar", b"Rar!\x1a\x07\x00", "other-archive"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "other-archive"),
        ("a.tar.gz", b"\x1f\x8b\x08\x00", "other-archive"),
    ],
)
def test_archives_that_cannot_be_opened_are_told(tmp_path: Path, name: str, raw: bytes, fault: str) -> None:
    """A damaged ZIP and an archive of another kind are told as what they are."""
    (tmp_path / name).write_bytes(raw)
    assert pieces(tmp_path / name) == {"": fault}


def test_methods_that_are_not_known_are_told(zipped: Path) -> None:
    """A ZIP packed in a rare way is told as one that cannot be opened."""
    zipped.write_bytes(packed({"a.json": b"{}"}, zipfile.ZIP_LZMA))
    assert pieces(zipped) == {"a.json": "other-archive"}


def test_a_document_is_no_archive(tmp_path: Path) -> None:
    """A text document, which is a ZIP inside, is one file that somebody has handed in, not a parcel of many."""
    raw = packed({"word/document.xml": b"<w/>"})
    (tmp_path / "作业.docx").write_bytes(raw)
    assert pieces(tmp_path / "作业.docx") == {"": raw}


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A file that is gone, and one that would keep us waiting for ever, are told; the others go on."""
    (tmp_path / "a.json").write_bytes(b"one")
    found = [tmp_path / "gone.json", tmp_path / "a.json"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.json")
        found.append(tmp_path / "pipe.json")
    assert [one.fault for one in unpacked(found)] == ["unreadable", "", "unreadable"][: len(found)]


@given(st.binary(max_size=60), st.integers(0, 200), st.booleans())
def test_no_archive_is_too_strange(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int, over: bool
) -> None:
    """Noise in a ZIP of ZIPs is told or passed over, nothing breaks, and of what is told nothing is given."""
    raw = packed({"a.json": b"one", "b.zip": packed({"c.json": b"two"}, zipfile.ZIP_STORED)}, zipfile.ZIP_STORED)
    noisy = raw[:place] + noise + raw[place + len(noise) * over :]
    path = tmp_path_factory.getbasetemp() / "noise.zip"
    path.write_bytes(noisy)
    assert [one.name for one in unpacked([path]) if one.fault and one.raw] == []
