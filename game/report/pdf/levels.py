"""What a level of an expectation means, in the words that the scenario has for some of them."""

from game.i18n import Words
from game.scenario import Expectation


def level_told(words: Words, expected: Expectation, level: int) -> str:
    """Return what a level of 0 to 10 means: in the words of `scale` there, else between those around it."""
    scale = dict(expected.scale)
    if level in scale:
        return scale[level].told(words.language)
    near = max((at for at in scale if at < level), default=None)
    far = min((at for at in scale if at > level), default=None)
    if near is not None and far is not None:
        return words("print.level_between", near=scale[near], far=scale[far])
    if near is not None:
        return words("print.level_over", near=scale[near])
    if far is not None:
        return words("print.level_under", far=scale[far])
    return words("print.level", level=level)


def beyond(words: Words, expected: Expectation) -> str:
    """Return the nearest thing that cannot be delivered, "" where the scenario names none."""
    over = [(level, text) for level, text in expected.scale if level > expected.can]
    return min(over, key=lambda one: one[0])[1].told(words.language) if over else ""
