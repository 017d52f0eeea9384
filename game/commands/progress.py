"""How far `check` is, on standard error where that is a terminal."""

import shutil
import sys
import threading
import time
from typing import Final

from game.commands.page import cells, shortened
from game.i18n import Words

BAR: Final = 24
"""Cells of the bar."""
PATIENCE: Final = 3.0
"""After so many seconds one wants to know what takes so long."""
EVERY: Final = 0.5
"""Seconds from one drawing to the next."""


class Progress:
    """A bar for so many jobs; after a while it also says which file is worked on, and for how long."""

    def __init__(self, files: list[str], words: Words) -> None:
        self.files = files
        self.words = words
        self.shown = bool(files) and sys.stderr.isatty()
        self._waiting = list(range(len(files)))
        self._part = 0.0
        self._since = time.monotonic()
        self._wide = 0
        self._over = threading.Event()
        self._clock = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> "Progress":
        if self.shown:
            self._draw()
            self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.shown:
            self._over.set()
            self._clock.join()
            sys.stderr.write(f"\r{' ' * (self._wide + len('^C'))}\r")
            sys.stderr.flush()

    def waiting(self, places: list[int]) -> None:
        """Take in which jobs are not done yet; the first of them is what is worked on."""
        self._waiting, self._part = places, 0.0

    def part(self, share: float) -> None:
        """Take in how much is done of the job that is worked on, 0 to 1."""
        self._part = share

    def _tick(self) -> None:
        """Draw the bar now and then: a long job says nothing by itself."""
        while not self._over.wait(EVERY):
            self._draw()

    def _draw(self) -> None:
        done = min(1.0, (len(self.files) - len(self._waiting) + self._part) / len(self.files))
        full = round(done * BAR)
        line = f"[{'#' * full}{' ' * (BAR - full)}] {done:4.0%}"
        seconds = time.monotonic() - self._since
        if seconds >= PATIENCE and self._waiting:
            file = self.files[self._waiting[0]]
            line += " " + self.words("check.busy", file=file, seconds=round(seconds))
        line = shortened(line, shutil.get_terminal_size().columns - 1)
        sys.stderr.write(f"\r{line}{' ' * (self._wide - cells(line))}")
        sys.stderr.flush()
        self._wide = max(self._wide, cells(line))
