"""How good each response is, worked out on all cores before an item analysis of many customers."""

import os
from collections.abc import Callable, Iterable

from game.commands.cores import together
from game.commands.proofs import ALONE
from game.course.quality import remember, unknown, worked_out
from game.course.results import Result
from game.course.tasks import Programme


def prepare(programme: Programme, results: Iterable[Result], sources: Callable[[str], bytes]) -> None:
    """Have the qualities of all customers of these results ready; of few, they are sooner worked out where needed."""
    customers = unknown(results, programme.course.weights, sources)
    if len(customers) <= ALONE or (os.cpu_count() or 1) < 2:
        return
    for customer, known in zip(customers, together(worked_out, customers, lambda _: None), strict=True):
        remember(customer, known)
