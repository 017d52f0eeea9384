"""What the proofs of a course's customers say of the whole course: whether it can be passed, also by luck."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from game.commands.page import percent
from game.commands.proofs import Proved
from game.commands.subjects import Exam
from game.i18n import Words
from game.proof import Proof
from game.proof.luck import within
from game.proof.naming import conditions


class Chances(Struct, frozen=True):
    """What it takes to pass a course, and how likely random play does, 0 to 1.

    `best` is the overall that can be come to with every customer, whichever persona it has. `once` is one attempt at
    the customer easiest to pass by luck, `attempts` all attempts at it, `all` all attempts at all customers; None where
    that does not follow from the proofs. `exact` where every play of all of them was worked out.
    """

    exam: Exam
    best: int
    once: float
    attempts: float | None
    all: float | None
    exact: bool

    def document(self) -> dict[str, Any]:
        """Return them as `check --json` gives them: a plain mapping."""
        course = self.exam.course
        asked = {"course": course.id, "pass": course.passing.conditions, "customers": len(self.exam.customers)}
        luck = {"once": self.once, "attempts": self.attempts, "all": self.all}
        return asked | {"exact": self.exact, "best": self.best, "luck": luck}

    def lines(self, words: Words) -> list[str]:
        """Return them as people read them, one string a line."""
        course, count = self.exam.course, len(self.exam.customers)
        sure = "exact" if self.exact else "estimate"
        told = [words("exam.title", title=course.title)]
        told.append(words("exam.asked", count=count, asked=conditions(course.passing)))
        told.append(words(f"exam.best.{sure}", best=self.best))
        told.append(words(f"exam.once.{sure}", share=percent(self.once)))
        if course.counts == "best" and course.allowed is None and self.once:
            told.append(words("exam.any", tries=f"{round(1 / self.once):,}"))
        elif self.attempts is not None and course.allowed not in (1, None) and course.counts == "best":
            told.append(words("exam.attempts", allowed=course.allowed, share=percent(self.attempts)))
        if self.all is not None and count > 1 and self.all < 1:
            told.append(words("exam.all", count=count, share=percent(self.all)))
        return told


def chances(exams: list[Exam], proved: list[Proved]) -> list[Chances]:
    """Return the chances of each course of which every customer was proved, in their order."""
    found = {(Path(one.subject.entry.path).resolve(), one.subject.terms): one for one in proved}
    told = []
    for exam in exams:
        met = [(found.get((path, exam.terms)), only) for path, only in exam.customers]
        customers = [_proofs(one, only) for one, only in met if one is not None]
        if customers and len(customers) == len(met):
            told.append(_chances(exam, customers))
    return told


def _proofs(proved: Proved, only: frozenset[str | None] | None) -> list[Proof]:
    return [one.proof for one in proved.evidence if only is None or one.proof.persona in only]


def _chances(exam: Exam, customers: list[list[Proof]]) -> Chances:
    course = exam.course
    once = [max(proof.passing.mean for proof in proofs) for proofs in customers]
    each = [within(one, course.allowed, course.counts) for one in once]
    every = 1.0
    for one in each:
        every *= 1.0 if one is None else one
    return Chances(
        exam=exam,
        best=min(proof.best_overall for proofs in customers for proof in proofs),
        once=max(once),
        attempts=within(max(once), course.allowed, course.counts),
        all=None if None in each else every,
        exact=all(proof.exact for proofs in customers for proof in proofs),
    )
