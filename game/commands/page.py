"""The proof of a customer as people read it: a page of ranges, shares and ways, or one line where there are many."""

import shutil
import unicodedata
from typing import Final

from game.engine.passing import MARK
from game.i18n import Words
from game.library import Entry
from game.proof import Proof, Share, Spread
from game.proof.naming import conditions

SCORES: Final = ("overall", "set", "meet", "exceed", "empathy", "nvc", "satisfaction")
WIDEST: Final = 79
NAMES: Final = 14
"""Cells for the names of scores."""
SELDOM: Final = 0.0005
"""Shares below this would be rounded to 0.0%."""
LEAST_BAR: Final = 8
STEPS: Final = 15
"""More picks than that are cut: nobody reads them, and `--json` has them all."""
TITLES: Final = 44
"""Cells that a title may take where many stand one below the other."""


def page(entry: Entry, proof: Proof, words: Words, twins: frozenset[str] = frozenset()) -> list[str]:
    """Return a proof as people read it, one string a line; `twins` are titles that several ids have."""
    found = "exact" if proof.exact else "estimate"
    lines = ["", _title(entry, proof, words, twins), "  " + _how_sure(proof, words), *_ranges(proof, words)]
    lines.append(words("proof.verdicts", shares=_shares(proof.verdicts, words, "verdict.")))
    lines += _passing(proof, words)
    lines.append(words("proof.endings", shares=_shares(proof.endings, words, "")))
    lines.append(words(f"proof.best.{found}", overall=proof.best_overall, picks=_picks(proof.best, words)))
    lines.append(words(f"proof.worst.{found}", overall=proof.worst_overall, picks=_picks(proof.worst, words)))
    return lines + _faults(proof, words)


def _passing(proof: Proof, words: Words) -> list[str]:
    """Return how often random play passes, and for a course first what it asks for."""
    share = percent(proof.passing.mean)
    if proof.asked == MARK:
        return [words("proof.passing", share=share)]
    return [words("proof.asked", asked=conditions(proof.asked)), words("proof.passed", share=share)]


def rows(proofs: list[tuple[Entry, Proof]], words: Words) -> list[str]:
    """Return the least that one wants to know of each of many proofs, one line for each."""
    twins = alike([entry for entry, _ in proofs], words)
    titles = [_short_title(entry, proof, words, twins) for entry, proof in proofs]
    wide = max(map(cells, titles), default=0)
    return [
        f"{title}{' ' * (wide - cells(title))}  {_row(proof, words)}"
        for title, (_, proof) in zip(titles, proofs, strict=True)
    ]


def _row(proof: Proof, words: Words) -> str:
    overall, share = proof.scores["overall"], percent(proof.passing.mean)
    passed = "mark" if proof.asked == MARK else "pass"
    low, high = (overall.min, overall.max) if proof.exact else _met(overall)
    return words(
        "proof.line.exact" if proof.exact else "proof.line.estimate",
        low=low,
        high=high,
        mean=f"{overall.mean:.1f}",
        share=words(f"proof.line.{passed}", share=share, asked=conditions(proof.asked)),
    )


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def shortened(text: str, most: int) -> str:
    """Return a text that takes no more than so many cells."""
    if cells(text) <= most:
        return text
    while text and cells(text) > most - 1:
        text = text[:-1]
    return text + "…"


def alike(entries: list[Entry], words: Words) -> frozenset[str]:
    """Return the titles that several ids have: who starts from the same example may not have changed it yet."""
    ids: dict[str, set[str]] = {}
    for entry in entries:
        ids.setdefault(entry.scenario.title.told(words.language), set()).add(entry.scenario.id)
    return frozenset(title for title, those in ids.items() if len(those) > 1)


def _called(entry: Entry, words: Words, twins: frozenset[str]) -> str:
    """Return the title, behind the id where others have the same title."""
    title = entry.scenario.title.told(words.language)
    return words("proof.twin", id=entry.scenario.id, title=title) if title in twins else title


def _title(entry: Entry, proof: Proof, words: Words, twins: frozenset[str]) -> str:
    persona = entry.scenario.persona(proof.persona)
    return words("proof.title", title=_called(entry, words, twins), persona=persona.label)


def _short_title(entry: Entry, proof: Proof, words: Words, twins: frozenset[str]) -> str:
    """Return the title in no more cells than there are in a row; the persona, which tells rows apart, is cut last."""
    language = words.language
    persona = shortened(entry.scenario.persona(proof.persona).label.told(language), TITLES // 2)
    room = TITLES - cells(words("proof.title", title="", persona=persona))
    return words("proof.title", title=shortened(_called(entry, words, twins), room), persona=persona)


def _how_sure(proof: Proof, words: Words) -> str:
    if proof.endless:
        return words("proof.endless_exact" if proof.exact else "proof.endless")
    if proof.exact:
        return words("proof.exact", plays=f"{proof.plays:,}")
    return words("proof.estimate", sampled=f"{proof.sampled:,}")


def _ranges(proof: Proof, words: Words) -> list[str]:
    """Return a line with a bar for each score; the bars are of one length, and end where the terminal does."""
    numbers = {name: _numbers(proof.scores[name], proof.exact, words) for name in SCORES}
    columns = min(WIDEST, shutil.get_terminal_size((WIDEST + 1, 24)).columns - 1)
    wide = max(LEAST_BAR, columns - NAMES - len("  [] ") - max(cells(told) for told in numbers.values()))
    lines = []
    for name, told in numbers.items():
        called = words(f"score.{name}")
        bar = _bar(proof.scores[name], proof.exact, wide)
        lines.append(f"  {called}{' ' * max(1, NAMES - cells(called))}[{bar}] {told}")
    return lines


def _numbers(spread: Spread, exact: bool, words: Words) -> str:
    if exact:
        return words("proof.range", low=spread.min, high=spread.max, mean=f"{spread.mean:.1f}")
    (low, high), (least, most) = _met(spread), spread.interval
    interval = {"least": f"{least:.1f}", "most": f"{most:.1f}"}
    return words("proof.reached", low=low, high=high, min=spread.min, max=spread.max, **interval)


def _met(spread: Spread) -> tuple[int, int]:
    return (spread.min, spread.max) if spread.reached is None else spread.reached


def _bar(spread: Spread, exact: bool, wide: int) -> str:
    ends = (spread.min, spread.max) if exact else _met(spread)
    low, high, mean = (round(value * (wide - 1) / 100) for value in (*ends, spread.mean))
    drawn = ["=" if low <= cell <= high else "." for cell in range(wide)]
    drawn[mean] = "|"
    return "".join(drawn)


def _shares(shares: dict[str, Share], words: Words, prefix: str) -> str:
    told = [(share, words(f"{prefix}{name}") if prefix else words.id(name)) for name, share in shares.items()]
    return words.list(
        [words("proof.share", name=name, share=percent(share.mean)) for share, name in told if share.mean > 0]
    )


def percent(share: float) -> str:
    """Return a share of 0 to 1 in percent with one decimal; what is seldom is not told as what never is."""
    return f"{share:.1%}" if share == 0 or share >= SELDOM else f"<{2 * SELDOM:.1%}"


def _picks(picks: tuple[str, ...], words: Words) -> str:
    """Return picks as `score --picks` takes them; of very many only the first."""
    if len(picks) <= STEPS:
        return ", ".join(picks)
    return ", ".join(picks[:STEPS]) + words("proof.more", count=len(picks))


def _faults(proof: Proof, words: Words) -> list[str]:
    """Return what no play comes to, and where plays get stuck."""
    unreachable = (*proof.unreachable.beats, *proof.unreachable.responses, *proof.unreachable.endings)
    lines = [words("proof.unreachable", ids=words.list(unreachable))] if unreachable else []
    ends = [words("proof.dead_end", beat=end.beat, picks=_picks(end.picks, words)) for end in proof.dead_ends]
    return lines + ends
