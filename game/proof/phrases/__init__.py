"""Phrases that betray what a response does, whatever its tags say, in Chinese and English; a family of them a file.

A phrase that is there says something, one that is missing says next to nothing: so they only ever point at tags that
cannot be meant, and never score a talk. Quoted words are somebody else's, and what is denied is not said.
"""

from typing import Final

from game.proof.phrases.blaming import BLAME, CONTEMPT, CROSS_QUESTION, EVALUATION, PSEUDO_CHEATED, PSEUDO_FEELING
from game.proof.phrases.marker import Marker
from game.proof.phrases.ordering import DEMAND, FLAT_ORDER, HAVE_TO, NO_CHOICE, RETELLING
from game.proof.phrases.passing_on import BLAMING_OTHERS, DENIAL, HAD_YOU
from game.proof.phrases.soothing import ADVICE, COMPARISON, HUSHING, MINIMISING, STOCK

MARKERS: Final[tuple[Marker, ...]] = (
    DEMAND,
    HAVE_TO,
    FLAT_ORDER,
    MINIMISING,
    HUSHING,
    DENIAL,
    BLAMING_OTHERS,
    HAD_YOU,
    BLAME,
    CROSS_QUESTION,
    EVALUATION,
    CONTEMPT,
    COMPARISON,
    PSEUDO_FEELING,
    PSEUDO_CHEATED,
    RETELLING,
    ADVICE,
    NO_CHOICE,
    STOCK,
)
"""All of them; the first whose phrase is found is told."""
