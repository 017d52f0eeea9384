"""The debrief as a web page: written where the trainee finds it, opened in the browser by a second press."""

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.places import home
from game.writing import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.desktop.errands import Errand
    from game.desktop.screens.debrief import DebriefScreen
    from game.desktop.sitting import Sitting

UNFIT: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What some system does not take in the name of a file."""
LONGEST: Final = 48


class Keeping:
    """Writes the page of a debrief. `path` is where it lies, `trouble` why it could not be written."""

    def __init__(self, sitting: "Sitting", screen: "DebriefScreen") -> None:
        self.path: Path | None = None
        self.trouble: OSError | None = None
        self._sitting = sitting
        self._screen = screen
        self._wanted = False
        self._writing: Errand[Path] | None = None

    @property
    def busy(self) -> bool:
        """Whether the page is being written, or waits for what is still being worked out."""
        return self._wanted or self._writing is not None

    def save(self) -> None:
        """Write the page as soon as all that it tells is known."""
        if not self.busy:
            self.forget()
            self._wanted = True

    def open(self) -> None:
        """Open the page in the browser."""
        if self.path is not None:
            import webbrowser  # only this needs it

            address = self.path.as_uri()
            self._sitting.errands.send(lambda: webbrowser.open(address))

    def forget(self) -> None:
        """Tell no more what became of the page."""
        self.path = self.trouble = None

    def update(self) -> bool:
        """Go on with the writing; return whether something is new."""
        if self._wanted and self._screen.findings.done:
            self._wanted = False
            self._writing = self._sitting.errands.send(self._work())
        errand = self._writing
        if errand is None or not errand.done:
            return False
        self._writing = None
        if errand.trouble is not None and not isinstance(errand.trouble, OSError):
            raise errand.trouble
        self.path, self.trouble = errand.result, errand.trouble
        return True

    def _work(self) -> "Callable[[], Path]":
        screen, words = self._screen, self._sitting.words
        told, findings = screen.told, screen.findings
        lost, pace = findings.costs or (), findings.pace

        def work() -> Path:
            from game.report.debrief.web import page  # slow to import

            past = screen.past()
            began = datetime.now().astimezone() if past is None else past.started.astimezone()
            trainee = self._sitting.settings.trainee if past is None else past.trainee
            whole = page(words, told, lost, pace, trainee=trainee, when=f"{began:%Y-%m-%d %H:%M}")
            title = fitting(told.scenario)
            return written(whole, words("window.debrief.file", title=title, when=f"{began:%Y-%m-%d %H%M}"))

        return work


def fitting(name: str) -> str:
    """Return what every system takes in the name of a file, not too long."""
    return " ".join(UNFIT.sub(" ", name).split())[:LONGEST].strip(" .") or "debrief"


def folders() -> tuple[Path, ...]:
    """Return the folders in which a trainee would look for the page, the likeliest first."""
    from platformdirs import user_desktop_path, user_documents_path

    likely = tuple(folder for folder in (user_documents_path(), user_desktop_path()) if folder.is_dir())
    return (*likely, home())


def written(text: str, name: str) -> Path:
    """Return the file that was written, in the first folder that takes it; what lay there before stays.

    OSError of the first folder if none does.
    """
    first: OSError | None = None
    for folder in folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _put(text, folder, name)
        except OSError as trouble:
            first = first or trouble
    assert first is not None
    raise first


def _put(text: str, folder: Path, name: str) -> Path:
    """Write a file beside those that are there."""
    path, number = folder / f"{name}.html", 2
    while path.exists():
        path, number = folder / f"{name} ({number}).html", number + 1
    write(path, text.encode("utf-8"))
    return path
