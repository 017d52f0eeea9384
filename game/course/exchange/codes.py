"""Codes in place of names: the same person has the same code in everything that one store gives out."""

import hashlib
import hmac
import secrets as randomness
import unicodedata
from typing import Final

from sqlalchemy import Connection, select

from game.course.database.keeping import insert_new
from game.course.database.tables import secrets
from game.course.store import Store

SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Figures and letters that nobody takes for one another, on paper or by telephone."""
LENGTH: Final = 10
"""So many signs are 49 bits: among 10,000 people the chance of one code for two is below one in ten million."""
SECRET: Final = "codes"
_BYTES: Final = 32


class Codes:
    """Gives the code of a name: `codes("张三")` is `T-7K3QX-2M9RT`, the same each time.

    It is the beginning of HMAC-SHA256 (RFC 2104) of the name under the store's secret. Without the secret nobody gets
    from a code to a name, not by trying out the names of a class either; with it, only by trying.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def __call__(self, name: str) -> str:
        """Return the code of a name, or of the id that a trainee has in a roster. However a name was typed, in whole or
        in composed letters, it is one name. The code of no name is none."""
        if not name:
            return ""
        digest = hmac.new(self._secret, unicodedata.normalize("NFC", name).encode(errors="replace"), hashlib.sha256)
        number, signs = int.from_bytes(digest.digest(), "big"), []
        for _ in range(LENGTH):
            number, sign = divmod(number, len(SIGNS))
            signs.append(SIGNS[sign])
        return f"T-{''.join(signs[:5])}-{''.join(signs[5:])}"


def codes_of(store: Store) -> Codes:
    """Return the codes of a store; its secret is made at first need, and is the same for all who share the store.

    Raises `StoreTrouble`.
    """
    with store.transaction() as connection:
        secret = _secret(connection)
    return Codes(secret)


def _secret(connection: Connection) -> bytes:
    wanted = select(secrets.c.content).where(secrets.c.name == SECRET)
    if (there := connection.execute(wanted).scalar()) is not None:
        return bytes(there)
    # Another desk of the same server may be making it just now: whoever is first has made it for all.
    insert_new(connection, secrets, {"name": SECRET, "content": randomness.token_bytes(_BYTES)})
    return bytes(connection.execute(wanted).scalar_one())
