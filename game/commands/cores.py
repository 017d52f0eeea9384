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
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager, suppress
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

GLANCE = 0.1  # seconds between two looks at whether Ctrl-C was pressed


def together(work: Callable[[Job], Result], jobs: Sequence[Job], waiting: Callable[[list[int]], None]) -> list[Result]:
    """Return the result of each job, in their order, worked out on all cores.

    `waiting` is told the places of the jobs that are not done yet, at first and whenever one is. Whatever stops it,
    Ctrl-C among that, ends the processes at once.
    """
    with (
        _ctrl_c_noted() as pressed,
        ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"), initializer=begin) as pool,
    ):
        try:
            with _deaf():
                futures = [pool.submit(work, job) for job in jobs]
            _await(futures, pressed, waiting)
        except BaseException:
            _end(pool)
            raise
    return [future.result() for future in futures]


def _await(futures: Sequence[Future[Result]], pressed: threading.Event, waiting: Callable[[list[int]], None]) -> None:
    """Wait until all are done; KeyboardInterrupt if Ctrl-C was pressed, or what the first of them failed by."""
    places = {future: place for place, future in enumerate(futures)}
    left = set(futures)
    waiting(sorted(places.values()))
    while left:
        if pressed.is_set():
            raise KeyboardInterrupt
        done, left = wait(left, timeout=GLANCE, return_when=FIRST_COMPLETED)
        for future in done:
            future.result()
        if done:
            waiting(sorted(places[future] for future in left))


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
    """Call off the jobs that wait, and end the processes in the middle of theirs: nothing that they do is needed.

    The thread that looks after them is waited for: it would write to what is closed already if Python ended beside it.
    """
    for process in multiprocessing.active_children():
        process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _ctrl_c_noted() -> Iterator[threading.Event]:
    """Set the event when Ctrl-C is pressed, and raise nothing in the middle of what the pool does.

    Any thread may get the signal, and Python answers it in the main one wherever that is: half a process may have been
    started. So it is noted, and raised where it does no harm.
    """
    pressed = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield pressed
        return
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.set())
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed.is_set():
        raise KeyboardInterrupt


@contextmanager
def _deaf() -> Iterator[None]:
    """Block Ctrl-C for as long as processes are started: they inherit that, and are deaf from their first breath.

    Windows has no such thing; there a process is deaf as soon as it has begun.
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
