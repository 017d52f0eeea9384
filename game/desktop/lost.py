"""Words for the moment when the X server dies: its library then ends the process, whatever Python would like to do."""

import ctypes
import os
from typing import Any

_kept: list[Any] = []
"""What the library may call must not be cleared away."""


def say_when_lost(text: str) -> None:
    """Have `text` written to standard error, and the process ended with exit code 1, when the X server goes away.

    What was picked is on the disk by then, and the system takes back all locks.
    """
    try:
        library = ctypes.CDLL("libX11.so.6")
    except OSError:
        return
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
    told = (text + "\n").encode()

    def lost(_display: object) -> int:
        os.write(2, told)
        os._exit(1)

    handler = kind(lost)
    _kept.append(handler)
    library.XSetIOErrorHandler(handler)
