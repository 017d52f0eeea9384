"""The preview: a scenario file is played while it is being written. What is seen of it stands in `preview_view`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from game.desktop.frame import Frame
from game.desktop.screens.common import Back, usual
from game.desktop.screens.preview_asked import (
    FIND,
    Go,
    Jump,
    Meet,
    Notice,
    Open,
    Quit,
    Search,
    Side,
    Tongue,
    stopped,
)
from game.desktop.screens.rehearsal import Rehearsal, rehearsed
from game.desktop.screens.talk import GoOn, OpenLesson, Pick
from game.desktop.watching import Lookout, Watched
from game.desktop.widgets.field import Typed
from game.draft import Draft
from game.draft_file import Sight, Trouble
from game.i18n import OTHER

if TYPE_CHECKING:
    from game.desktop.sitting import Sitting
    from game.desktop.widgets import Widget


class Preview:
    """One sitting of an author at a draft. `side` is what they keep beside the talk, `listed` what they choose from."""

    name = "preview"

    def __init__(self, sitting: "Sitting", watched: Watched, draft: Draft) -> None:
        self.sitting = sitting
        self.draft = draft
        self.trouble = watched.told if isinstance(watched.told, Trouble) else None
        self.lookout = Lookout(watched, sitting.now)
        self.side: Side = "talk"
        self.listed: Side | None = None
        self.find = ""
        self.notice: Notice | None = None
        self.search: Search | None = None
        self.rehearsal: Rehearsal | None = None
        self._rehearse()

    # What is seen

    @property
    def shown(self) -> Side:
        """What was asked for last: a list to choose from, or what is kept beside the talk."""
        return self.listed or self.side

    @property
    def beside(self) -> Side:
        """What is seen beside the talk: what was asked for, else the problems if there are any, else the state."""
        if self.shown != "talk":
            return self.shown
        return "problems" if self.draft.problems or self.trouble is not None else "state"

    @property
    def found(self) -> tuple[str, ...]:
        """The places whose id or words have in them what was typed, in the file's order."""
        wanted = self.find.strip().casefold()
        return tuple(place for place in self.draft.places if wanted in self._told_of(place))

    def said(self, place: str) -> str:
        """Return what is said at a beat or an ending, what is said when no condition holds first."""
        scenario = self.draft.scenario
        at = None if scenario is None else scenario.beats.get(place) or scenario.endings.get(place)
        lines = () if at is None else reversed(at.says)
        return next((line.text.told(self.sitting.language) for line in lines), "")

    def _told_of(self, place: str) -> str:
        return f"{place}\n{self.said(place)}".casefold()

    def view(self, frame: Frame) -> "Widget":
        """Return the preview as it is now."""
        from game.desktop.screens.preview_view import preview_view

        return preview_view(self, frame)

    # What is heard

    def hear(self, message: object) -> None:
        """Take in what was pressed or typed."""
        match message:
            case Go(way):
                self._go(way)
            case Jump(place):
                self._jump(place)
            case Meet(persona):
                self._move(self.draft.met(persona))
            case Open(side):
                self._open(side)
            case Typed(key, text) if key == FIND:
                self.find = text
            case Tongue():
                # Seen and not kept: it is a look at the other half of each text, not another wish for the game.
                other = OTHER[self.sitting.language]
                self.sitting.settings = replace(self.sitting.settings, language=other)
            case Quit():
                self.sitting.leave = True
            case Back():
                self._back()
            case _:
                self._talk(message)

    def _talk(self, message: object) -> None:
        """Let the talk hear a message; a pick that it took is the draft's too."""
        if self.rehearsal is None or not isinstance(message, Pick | GoOn | OpenLesson):
            usual(self.sitting, message)
            return
        before = len(self.rehearsal.talk.log)
        self.rehearsal.hear(message)
        if isinstance(message, Pick) and len(self.rehearsal.talk.log) > before:
            self.draft, self.search, self.notice = self.draft.pick(message.id), None, None

    def _open(self, side: Side) -> None:
        if side in ("places", "customers"):
            self.listed = None if self.listed == side else side
            self.find = ""
        else:
            self.side, self.listed = side, None

    def _back(self) -> None:
        """Put away the list, then what stands beside the talk."""
        if self.listed is not None:
            self.listed = None
        else:
            self.side = "talk"

    def _go(self, way: str) -> None:
        before = self.draft
        if way == "on":
            self._move(before.forward())
            if self.draft.place == before.place:
                self.notice = Notice("preview.at_end") if before.stop is None else stopped(before.stop)
        else:
            self._move(before.back() if way == "back" else before.restarted())
            self.notice = None if before.place else Notice("preview.at_start")

    def _move(self, draft: Draft) -> None:
        """Stand where another draft does."""
        self.draft, self.search, self.notice, self.listed = draft, None, None, None
        self._rehearse()

    # Jumps

    def _jump(self, place: str) -> None:
        """Have a way looked for: that may take a moment, in which the window goes on."""
        draft = self.draft
        self.search = Search(place, self.sitting.errands.send(lambda: draft.jumped(place)))
        self._arrive()

    def _arrive(self) -> bool:
        """Stand where the way leads that was looked for, once it is found; return whether it has come to its end."""
        search = self.search
        if search is None or not search.errand.done:
            return False
        self.search = None
        if search.errand.result is None:
            raise search.errand.trouble or RuntimeError(search.place)
        draft, arrival = search.errand.result
        if arrival.why == "there":
            self._move(draft)
        else:
            self.notice = Notice(f"preview.jump.{arrival.why}", "bad", (("place", search.place),))
        return True

    # The file and the time

    def update(self, now: float) -> bool:
        """Look at the file, and after a way that is being looked for."""
        arrived = self._arrive()
        new = self.lookout.look(now)
        if new is not None:
            self._reread(new)
        moved = self.rehearsal is not None and self.rehearsal.update(now)
        return arrived or moved or new is not None

    def _reread(self, new: Sight) -> None:
        """Take in what has become of the file; the place is kept, and a way that is looked for is so in the new one."""
        if isinstance(new, Trouble):
            self.trouble, self.notice = new, None
            return
        self.trouble, self.draft = None, self.draft.reloaded(new)
        self.notice = Notice("preview.reread_wrong", "bad") if self.draft.behind else Notice("preview.reread", "good")
        if self.draft.behind:
            return
        answering = self.rehearsal is not None and self.rehearsal.stage == "answering"
        self._rehearse(answering=answering and not self.draft.held_up)
        search, self.search = self.search, None
        if search is not None and search.place in self.draft.places:
            self._jump(search.place)

    def _rehearse(self, *, answering: bool = False) -> None:
        """Begin the talk anew, and make the draft's picks in it, up to where the author stands."""
        self.rehearsal = rehearsed(self.sitting, self.draft, answering=answering)

    def due(self, now: float) -> float:
        """Return when the file is looked at next."""
        return self.lookout.due

    # The keyboard

    def home(self) -> str:
        """Return what the keyboard is at: the line to find a place by, else what it is at in the talk."""
        if self.listed == "places" and self.draft.places:
            return FIND
        if self.listed == "customers":
            return "customer.0"
        if self.rehearsal is None or self.rehearsal.stage == "ending":
            return ""
        return self.rehearsal.home()

    def shortcuts(self) -> Mapping[str, object]:
        """Return the keys: those of the talk, and the author's own."""
        talk = {} if self.rehearsal is None else dict(self.rehearsal.shortcuts())
        return talk | {
            "escape": Back(),
            "b": Go("back"),
            "f": Go("on"),
            "r": Go("start"),
            "e": Open("problems"),
            "g": Open("state"),
            "j": Open("places"),
            "p": Open("customers"),
            "l": Tongue(),
            "q": Quit(),
        }
