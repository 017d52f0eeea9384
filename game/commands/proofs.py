"""The proof of scenarios as `check` asks for it: of all that is to be proved, on all cores where there are many."""

import itertools
import os
from typing import Final, NamedTuple

from game.commands.cores import together
from game.commands.progress import Progress
from game.commands.subjects import Subject, Terms
from game.i18n import Words
from game.proof import Progress as Share
from game.proof.evidence import Evidence
from game.proof.gather import gather
from game.scenario import read

ALONE: Final = 4
"""So few proofs are done sooner than a second process has started."""


class Proved(NamedTuple):
    """A subject with the evidence of each persona that was to be proved, in their order."""

    subject: Subject
    evidence: tuple[Evidence, ...]

    @property
    def whole(self) -> bool:
        """Whether every state of each of them was looked at, and so every smell for."""
        return all(one.whole for one in self.evidence)

    @property
    def everybody(self) -> bool:
        """Whether these are all personas of the scenario, so that one may say what nobody ever hears."""
        return len(self.evidence) == len(self.subject.entry.scenario.personas)


class Job(NamedTuple):
    """What one process is to prove. A compiled scenario cannot travel, so it gets the bytes of the files."""

    source: bytes
    file: str
    persona: str | None
    terms: Terms


def prove_all(subjects: list[Subject], words: Words) -> list[Proved]:
    """Return the evidence of every subject, in their order, with a bar on the terminal while it takes."""
    jobs = [Job(one.entry.source, one.entry.path, who, one.terms) for one in subjects for who in one.personas]
    with Progress([job.file for job in jobs], words) as bar:
        found = iter(_alone(jobs, bar) if _few(jobs) else together(work, jobs, bar.waiting))
    return [Proved(one, tuple(itertools.islice(found, len(one.personas)))) for one in subjects]


def work(job: Job, progress: Share | None = None) -> Evidence:
    """Return the evidence of one job; other processes can be given this function."""
    scenario, problems = read(job.source, job.file)
    if scenario is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))
    terms = job.terms
    return gather(scenario, job.persona, terms.rulebook, terms.weights, terms.passing, progress=progress)


def _few(jobs: list[Job]) -> bool:
    return len(jobs) <= ALONE or (os.cpu_count() or 1) < 2


def _alone(jobs: list[Job], bar: Progress) -> list[Evidence]:
    """Work on one job after the other."""
    found = []
    for place, job in enumerate(jobs):
        bar.waiting(list(range(place, len(jobs))))
        found.append(work(job, bar.part))
    return found
