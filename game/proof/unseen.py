"""The smells that were not looked for, or not in all plays, where not all plays were gone through."""

from typing import Final

from game.proof.evidence import Evidence
from game.proof.smelling import SMELLS

ANYHOW: Final = frozenset(
    {
        "few-replies",
        "no-note",
        "one-language-text",
        "strategy-apologise",
        "strategy-first",
        "strategy-longest",
        "strategy-most-tagged",
        "strategy-shortest",
        "text-against-tags",
    }
)
"""What the file itself shows, or a single play: it is looked for however many plays there are."""


def unseen(evidence: Evidence) -> tuple[str, ...]:
    """Return the codes of smells that were not looked for in all plays of a customer; none where all were seen."""
    return () if evidence.whole else tuple(sorted(SMELLS.keys() - ANYHOW))
