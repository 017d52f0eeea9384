"""Work in a process of its own: neither its memory nor its time is the window's, and both are given back after it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")


def here(work: Callable[..., T], *arguments: Any) -> T:
    """Do the work in this process."""
    return work(*arguments)


def apart(work: Callable[..., T], *arguments: Any) -> T:
    """Return what a function of a module gives back, worked out in another process; waits for it, so that it is asked
    in an errand. Where no process can be started, or it dies, the work is done here.

    What the work raises is raised. The process ends with the game.
    """
    import multiprocessing

    processes = multiprocessing.get_context("spawn")
    try:
        hears, tells = processes.Pipe(duplex=False)
        process = processes.Process(target=_tell, args=(tells, work, arguments), daemon=True)
        process.start()
    except OSError:
        return here(work, *arguments)
    tells.close()
    try:
        done, answer = hears.recv()
    except (EOFError, OSError):
        return here(work, *arguments)
    finally:
        hears.close()
        process.join()
    if not done:
        raise answer
    result: T = answer
    return result


def _tell(tells: "Connection", work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Work, and tell what came of it."""
    try:
        answer = True, work(*arguments)
    except Exception as trouble:
        answer = False, trouble
    tells.send(answer)
    tells.close()
