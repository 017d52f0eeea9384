"""Work shared out among the cores: processes that leave Ctrl-C to the one that started them, and never outlive it.

Only the standard library stands here: a new process begins with this file, and must be deaf to Ctrl-C before it loads
anything that takes time.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def together(work: Callable[[Job], Result], jobs: Sequence[Job], waiting: Callable[[list[int]], None]) -> list[Result]:
    """Return the result of each job, in their order, worked out on all cores.

    `waiting` is told the places of the jobs that are not done yet, at first and whenever one is. Whatever stops it,
    Ctrl-C among that, ends the processes at once.
    """
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"), initializer=begin) as pool:
        try:
            with _deaf():
                places: dict[Future[Result], int] = {pool.submit(work, job): place for place, job in enumerate(jobs)}
            left = set(places.values())
            waiting(sorted(left))
            for future in as_completed(places):
                future.result()
                left.discard(places[future])
                waiting(sorted(left))
        except BaseException:
            _end(pool)
            raise
    return [future.result() for future in places]


def begin() -> None:
    """Let a new process take no notice of Ctrl-C, and leave as soon as the one that started it has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave, daemon=True).start()


def _leave() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    """Call off the jobs that wait, and end the processes in the middle of theirs: nothing that they do is needed."""
    for process in multiprocessing.active_children():
        process.terminate()
    pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold Ctrl-C back for as long as processes are started: they inherit that, and are deaf from their first breath.

    What was held back comes afterwards. Windows has no such thing; there a process is deaf as soon as it has begun.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    with suppress(OSError):  # it would let Ctrl-C through again, if it were started on the way
        ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
