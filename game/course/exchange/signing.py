"""The desk's own key: made at first need, kept in the data folder, and told aloud by its fingerprint.

Ed25519 (RFC 8032), by `cryptography`. A signature proves which desk a file comes from and that nobody has changed it
since; it says nothing about how honestly the person at that desk has played.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from game.places import home

KEY_NAME: Final = "desk.key"
GROUPS: Final = 5
DIGITS: Final = 4
"""A fingerprint is so many groups of so many digits: 66 bits, in what every language reads aloud alike."""
_PRIME: Final = 2**255 - 19
_EIGHTH: Final = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_WEAK: Final = frozenset({0, 1, _EIGHTH, _PRIME - _EIGHTH, _PRIME - 1, _PRIME, _PRIME + 1})
"""What stands in a public key that is no key: points of small order, whose signatures fit whatever anybody writes."""
_OWN_EYES: Final = 0o600
_RAW: Final = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
_PEM: Final = (
    serialization.Encoding.PEM,
    serialization.PrivateFormat.PKCS8,
    serialization.NoEncryption(),
)


@dataclass(frozen=True, slots=True)
class DeskKey:
    """The key that this desk signs with; `public` is its public half, 64 hexadecimal digits."""

    private: Ed25519PrivateKey
    public: str

    def sign(self, message: bytes) -> str:
        """Return the signature of the message, 128 hexadecimal digits; the same message has always the same one."""
        return self.private.sign(message).hex()


def desk_key(folder: Path | None = None) -> DeskKey:
    """Return the key of the desk whose data folder this is (default: `home()`), made now if there is none yet.

    A key file that no longer holds a key is put aside under another name and a new key takes its place: what was signed
    before stays as good as it was, but comes from a desk of another fingerprint. OSError where the file cannot be read
    or written.
    """
    path = (home() if folder is None else folder) / KEY_NAME
    for _ in range(2):
        if not path.exists():
            _make(path)
        private = _read(path)
        if private is not None:
            return DeskKey(private, _public(private))
        _put_aside(path)
    _make(path)
    private = _read(path)
    if private is None:
        raise OSError(0, "a key that was just written is none", str(path))
    return DeskKey(private, _public(private))


def own_public(folder: Path | None = None) -> str:
    """Return the public half of this desk's key, "" where there is none yet: a look makes none. OSError as above."""
    path = (home() if folder is None else folder) / KEY_NAME
    private = _read(path) if path.exists() else None
    return "" if private is None else _public(private)


def fits(public: str, signature: str, message: bytes) -> bool:
    """Return whether a signature is that of the message by the key whose public half this is, all in hexadecimal."""
    try:
        raw = bytes.fromhex(public)
        if int.from_bytes(raw, "little") % 2**255 in _WEAK:
            return False
        Ed25519PublicKey.from_public_bytes(raw).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """Return how a key is told aloud: five groups of four digits, made of the SHA-256 of its public half."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(public)).digest(), "big") % 10 ** (GROUPS * DIGITS)
    digits = f"{number:0{GROUPS * DIGITS}}"
    return " ".join(digits[place : place + DIGITS] for place in range(0, len(digits), DIGITS))


def _public(private: Ed25519PrivateKey) -> str:
    return private.public_key().public_bytes(*_RAW).hex()


def _read(path: Path) -> Ed25519PrivateKey | None:
    """Return the key in a file, None where it holds none."""
    try:
        found = serialization.load_pem_private_key(path.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return found if isinstance(found, Ed25519PrivateKey) else None


def _make(path: Path) -> None:
    """Leave a key in the file, whole, for its owner's eyes only; a key that another process has just made stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_EYES), "wb") as file:
            file.write(Ed25519PrivateKey.generate().private_bytes(*_PEM))
            file.flush()
            os.fsync(file.fileno())
        _name(part, path)
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    """Give a finished file its name, unless there is a file of that name by now."""
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links
        if not path.exists():
            os.replace(part, path)


def _put_aside(path: Path) -> None:
    os.replace(path, path.with_name(f"{path.stem}-damaged-{secrets.token_hex(4)}{path.suffix}"))
