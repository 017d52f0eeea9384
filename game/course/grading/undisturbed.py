"""Work on many records at once without Python's search for rubbish, which would look through all of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nothing look for cycles meanwhile: all that is made in the block is kept, and none of it goes round.

    Afterwards all of it counts as old, so that it is not looked through as what has just been made would be.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
