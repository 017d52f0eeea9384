"""The desk's own key."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from game.course.exchange.signing import KEY_NAME, desk_key, fingerprint, fits, own_public

ROOT = Path(__file__).parents[2]


def test_a_desk_keeps_its_key(folder: Path) -> None:
    """A desk makes its key at first need and is the same desk on every later day; another folder is another desk."""
    assert own_public(folder) == ""
    first = desk_key(folder)
    assert desk_key(folder).public == first.public == own_public(folder)
    assert desk_key(folder.with_name("other")).public != first.public


@pytest.mark.skipif(os.name == "nt", reason="rights are not told by mode bits there")
def test_nobody_else_reads_the_key(folder: Path) -> None:
    """The key's file is for the eyes of the desk's own user only, and nothing half done lies beside it."""
    desk_key(folder)
    assert stat.S_IMODE((folder / KEY_NAME).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [KEY_NAME]


def test_a_signature_fits_its_message_and_key_only(folder: Path) -> None:
    """What was signed is told from what was not, from what another desk signed, and from nonsense."""
    key, other = desk_key(folder), desk_key(folder.with_name("other"))
    signature = key.sign("一局".encode())
    assert fits(key.public, signature, "一局".encode())
    assert not fits(key.public, signature, "两局".encode())
    assert not fits(other.public, signature, "一局".encode())
    assert not fits("00" * 32, signature, b"")
    assert not fits(key.public, "ff" * 64, b"")


@pytest.mark.parametrize(
    "key",
    [
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "ec" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    ],
)
def test_a_key_that_fits_whatever_is_written_is_none(key: str) -> None:
    """There are points on the curve for which one signature fits many messages: no desk has such a key."""
    for_all = "01" + "00" * 63
    assert not any(fits(key, for_all, b"%d" % number) for number in range(200))


@pytest.mark.parametrize(
    "damage", [b"", b"nonsense", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_damaged_key_is_put_aside(folder: Path, damage: bytes) -> None:
    """A key file that holds no key any more stops nobody: a new key takes its place, and the old file is not lost."""
    before = desk_key(folder).public
    (folder / KEY_NAME).write_bytes(damage)
    assert own_public(folder) == ""
    assert desk_key(folder).public not in ("", before)
    (aside,) = folder.glob("desk-damaged-*.key")
    assert aside.read_bytes() == damage


def test_a_fingerprint_can_be_read_aloud(folder: Path) -> None:
    """A key is told in five groups of four digits, the same each time, and not those of another key."""
    key, other = desk_key(folder).public, desk_key(folder.with_name("other")).public
    groups = fingerprint(key).split(" ")
    assert [len(group) for group in groups] == [4] * 5
    assert "".join(groups).isdigit()
    assert fingerprint(key) == " ".join(groups) != fingerprint(other)


def test_programs_that_start_together_agree_on_one_key(folder: Path) -> None:
    """Several copies of the game that need the key for the first time at the same moment end with one and the same."""
    program = (
        "import sys, pathlib; from game.course.exchange.signing import desk_key; sys.stdin.read(1); "
        "print(desk_key(pathlib.Path(sys.argv[1])).public)"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, folder], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for one in started:
        assert one.stdin is not None
        one.stdin.write(b"!")
        one.stdin.flush()
    said = {one.communicate()[0].strip().decode() for one in started}
    assert said == {own_public(folder)}
    assert [path.name for path in folder.iterdir()] == [KEY_NAME]
