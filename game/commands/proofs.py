"""The proof of scenarios as `check` shows it: worked out on all cores, told as ranges, shares and best ways."""

import itertools
import os
import sys
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import Any, Final, NamedTuple

from game.commands.subjects import Subject, Terms
from game.i18n import Words
from game.library import Entry
from game.proof import Progress, Proof, Share, Spread
from game.proof.evidence import Evidence
from game.proof.gather import gather
from game.scenario import read

SCORES: Final = ("overall", "set", "meet", "exceed", "empathy", "nvc", "satisfaction")
BAR: Final = 40
"""Cells of a bar from 0 to 100."""
ALONE: Final = 4
"""So few proofs are done sooner than a second process has started."""


class Proved(NamedTuple):
    """A subject with the evidence of each of its personas, in their order."""

    subject: Subject
    evidence: tuple[Evidence, ...]


class Job(NamedTuple):
    """What one process is to prove. A compiled scenario cannot travel, so it gets the bytes of the files."""

    source: bytes
    file: str
    persona: str | None
    terms: Terms


def prove_all(subjects: list[Subject]) -> list[Proved]:
    """Return the evidence of every subject, in their order, with a bar on the terminal while it takes."""
    jobs = [
        Job(one.entry.source, one.entry.path, who.id, one.terms)
        for one in subjects
        for who in one.entry.scenario.personas
    ]
    bar = _Progress(len(jobs))
    try:
        if len(jobs) <= ALONE or (os.cpu_count() or 1) < 2:
            found = iter([bar.one(lambda job=job: work(job, bar.part)) for job in jobs])
        else:
            found = iter(_together(jobs, bar))
        return [Proved(one, tuple(itertools.islice(found, len(one.entry.scenario.personas)))) for one in subjects]
    finally:
        bar.clear()


def work(job: Job, progress: Progress | None = None) -> Evidence:
    """Return the evidence of one job; other processes can be given this function."""
    scenario, problems = read(job.source, job.file)
    if scenario is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))
    return gather(scenario, job.persona, job.terms.rulebook, job.terms.weights, progress=progress)


def _together(jobs: list[Job], bar: "_Progress") -> list[Evidence]:
    """Work on all cores."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        futures: list[Future[Evidence]] = [pool.submit(work, job) for job in jobs]
        for future in as_completed(futures):
            bar.one(future.result)
        return [future.result() for future in futures]


class _Progress:
    """A bar on standard error, where that is a terminal."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.done = 0
        self.shown = sys.stderr.isatty()

    def one(self, work: Any) -> Any:
        """Do one job, and move the bar when it is done."""
        result = work()
        self.done += 1
        self.part(0.0)
        return result

    def part(self, share: float) -> None:
        """Show how much is done: the jobs that are, and a share of the next one."""
        if self.shown:
            done = min(1.0, (self.done + share) / max(self.jobs, 1))
            full = round(done * BAR)
            sys.stderr.write(f"\r[{'#' * full}{' ' * (BAR - full)}] {done:4.0%}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self.shown:
            sys.stderr.write("\r" + " " * (BAR + 8) + "\r")
            sys.stderr.flush()


def page(entry: Entry, proof: Proof, words: Words) -> list[str]:
    """Return a proof as people read it, one string a line."""
    persona = entry.scenario.persona(proof.persona)
    lines = [
        "",
        words("proof.title", title=entry.scenario.title, persona=persona.label),
        "  " + _how_sure(proof, words),
    ]
    lines += [_range(name, proof.scores[name], words) for name in SCORES]
    lines.append(words("proof.verdicts", shares=_shares(proof.verdicts, words, "verdict.")))
    lines.append(words("proof.passing", share=_percent(proof.passing)))
    lines.append(words("proof.endings", shares=_shares(proof.endings, words, "")))
    lines.append(words("proof.best", overall=proof.best_overall, picks=", ".join(proof.best)))
    lines.append(words("proof.worst", overall=proof.worst_overall, picks=", ".join(proof.worst)))
    return lines + _faults(proof, words)


def _how_sure(proof: Proof, words: Words) -> str:
    if proof.endless:
        return words("proof.endless")
    if proof.exact:
        return words("proof.exact", plays=f"{proof.plays:,}")
    return words("proof.estimate", sampled=f"{proof.sampled:,}")


def _range(name: str, spread: Spread, words: Words) -> str:
    low, high, mean = (round(value * (BAR - 1) / 100) for value in (spread.min, spread.max, spread.mean))
    cells = ["=" if low <= cell <= high else "." for cell in range(BAR)]
    cells[mean] = "|"
    told = words(f"score.{name}")
    wide = sum(2 if ord(letter) > 0x2E7F else 1 for letter in told)
    numbers = words("proof.range", low=spread.min, high=spread.max, mean=f"{spread.mean:.1f}")
    return f"  {told}{' ' * max(1, 14 - wide)}[{''.join(cells)}] {numbers}"


def _shares(shares: dict[str, Share], words: Words, prefix: str) -> str:
    told = [(share, words(f"{prefix}{name}") if prefix else name) for name, share in shares.items()]
    return words.list(
        [words("proof.share", name=name, share=_percent(share)) for share, name in told if share.mean > 0]
    )


def _percent(share: Share) -> str:
    return f"{share.mean:.1%}"


def _faults(proof: Proof, words: Words) -> list[str]:
    """Return what no play comes to, and where plays get stuck."""
    unreachable = (*proof.unreachable.beats, *proof.unreachable.responses, *proof.unreachable.endings)
    lines = [words("proof.unreachable", ids=words.list(unreachable))] if unreachable else []
    return lines + [words("proof.dead_end", beat=end.beat, picks=", ".join(end.picks)) for end in proof.dead_ends]
