"""The conditions of the rules: small functions, one rule one place. Their numbers and words stand in `standard.yaml`.

- `tagged`: the blockers, which fire on a tag
- `listening`: empathy, apology, warmth and needs
- `acting`: asking, owning, updating, recalling, giving more
- `promising`: promises when they are made and when they are closed
- `framing`: limits that are explained
- `closing`: how the talk was ended
"""

from game.engine.rules import acting, closing, framing, listening, promising, tagged
from game.engine.rules.registry import TURN_RULES, TurnRule
from game.engine.rules.situation import Situation

RULES: tuple[str, ...] = (
    *TURN_RULES,
    *acting.EXTRA,
    *promising.MADE,
    *promising.CLOSED,
    *framing.FRAMES,
    *closing.ENDS,
)
"""The ids of all rules."""

__all__ = [
    "RULES",
    "TURN_RULES",
    "Situation",
    "TurnRule",
    "acting",
    "closing",
    "framing",
    "listening",
    "promising",
    "tagged",
]
