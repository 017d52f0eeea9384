"""What a kind of phrase is a sign of, and beside which tags it may stand."""

import re
from typing import Final, NamedTuple

from game.scenario.words import BLOCKERS

EVERY_BLOCKER: Final = frozenset(BLOCKERS)
EMPATHIC: Final = frozenset({"reaction", "interpretation"})
YOU: Final = "(?:您|你)(?:们)?"
OTHERS_ZH: Final = "(?:客户|客人|用户|顾客|买家|家长|孩子|同学|业主|住户|邻居)"
OTHERS_EN: Final = "(?:guests?|customers?|clients?|parents?|pupils?|students?|residents?|people|families|neighbours)"
NO_QUESTION_ZH: Final = r"(?![^。！；]*[？?])"
"""Behind a phrase: the sentence asks nothing, so that it leaves no choice."""
NO_QUESTION_EN: Final = r"(?![^.!?;,]*\?)"
"""The same; what hangs on a comma (“…, all right?”) does not make a question of it."""


class Marker(NamedTuple):
    """Phrases of one kind: the tags one of which they call for, those they give the lie to, those that excuse them.

    `bare` phrases also speak against a response that has no blocker among its tags at all. Where the same words also
    show what `unless` looks for, they may be meant as they are tagged.
    """

    calls_for: tuple[str, ...]
    belies: frozenset[str]
    zh: re.Pattern[str]
    en: re.Pattern[str]
    bare: bool = True
    excused: frozenset[str] = frozenset()
    unless: re.Pattern[str] | None = None

    def wrong(self, tags: frozenset[str]) -> bool:
        """Return whether these phrases cannot stand in a response with these tags."""
        if tags & self.excused or tags & frozenset(self.calls_for):
            return False
        return bool(tags & self.belies) or (self.bare and not tags & EVERY_BLOCKER)


def zh(*ways: str) -> re.Pattern[str]:
    """Return one pattern of several ways to say a thing in Chinese."""
    return re.compile("|".join(ways))


def en(*ways: str) -> re.Pattern[str]:
    """Return one pattern of several ways to say a thing in English, in capitals or not."""
    return re.compile("|".join(ways), re.IGNORECASE)
