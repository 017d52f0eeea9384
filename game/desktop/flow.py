"""The flow of screens: which may be opened from which, and the way back. A `transitions` machine holds it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

if TYPE_CHECKING:
    from transitions import Machine

    from game.desktop.screen import Screen

OPENS: Final[dict[str, tuple[str, ...]]] = {
    "start": ("library", "settings", "tour", "talk", "questions"),
    "library": ("file", "profile", "lessons", "settings", "start", "tour", "talk", "questions", "debrief"),
    "file": ("talk", "group", "settings", "library"),
    "group": ("room", "settings"),
    "room": ("questions", "lesson", "settings", "library", "debrief"),
    "talk": ("questions", "lesson", "settings", "library", "debrief", "timeup"),
    "questions": ("debrief", "settings", "kept"),
    "debrief": ("file", "talk", "room", "lesson", "settings", "library", "profile"),
    "profile": ("debrief", "file", "settings", "lessons"),
    "lessons": ("lesson", "settings"),
    "lesson": (),
    "settings": (),
    "tour": ("talk", "settings", "lesson", "questions", "library"),
    "preview": ("settings", "lesson"),
    "trouble": ("start", "settings"),
    "entry": ("course", "settings"),
    "course": ("file", "talk", "debrief", "settings"),
    "timeup": ("questions", "settings"),
    "kept": ("settings",),
}
"""Which screens each one opens."""


@runtime_checkable
class Running(Protocol):
    """A screen for which time passes also while another stands in front of it."""

    def run_on(self, now: float) -> bool:
        """Let time pass; return whether this has put the screen in front again."""

    def run_out(self, now: float) -> float:
        """Return when `run_on` wants to be called next; infinity for never."""


class Flow:
    """Where the trainee is: the screens from the first to the one in front."""

    state: str

    def __init__(self, first: "Screen") -> None:
        self.stack: list[Screen] = [first]
        self._machine: Machine | None = None

    @property
    def machine(self) -> "Machine":
        """The machine, built when the first screen is left: what is seen first does not wait for it."""
        if self._machine is None:
            from transitions import Machine

            routes = [
                {"trigger": f"open_{to}", "source": one, "dest": to} for one, many in OPENS.items() for to in many
            ]
            routes += [
                {"trigger": f"close_to_{one}", "source": to, "dest": one} for one, many in OPENS.items() for to in many
            ]
            first = self.stack[-1].name
            self._machine = Machine(
                self, states=list(OPENS), transitions=routes, initial=first, auto_transitions=False, queued=False
            )
        return self._machine

    @property
    def front(self) -> "Screen":
        """The screen that is seen."""
        return self.stack[-1]

    def update(self, now: float) -> bool:
        """Let time pass for the screen in front, and for those behind it that it does not stand still for; return
        whether what is seen is another now."""
        turned = any(isinstance(one, Running) and one.run_on(now) for one in self.stack[:-1])
        return self.front.update(now) or turned

    def due(self, now: float) -> float:
        """Return when `update` wants to be called next; infinity for never."""
        behind = (one.run_out(now) for one in self.stack[:-1] if isinstance(one, Running))
        return min((self.front.due(now), *behind))

    def open(self, screen: "Screen") -> bool:
        """Put a screen in front, if the one that is there may open it."""
        if not self._fire(f"open_{screen.name}"):
            return False
        self.stack.append(screen)
        return True

    def replace(self, screen: "Screen") -> bool:
        """Put a screen in the place of the one in front: there is no way back to that one."""
        if not self._fire(f"open_{screen.name}"):
            return False
        self.stack[-1] = screen
        return True

    def close(self) -> bool:
        """Go back to the screen behind, if there is one."""
        if len(self.stack) == 1:
            return False
        machine = self.machine
        self.stack.pop()
        name = self.stack[-1].name
        if not self._fire(f"close_to_{name}"):
            machine.set_state(name, self)  # one was replaced: what lies behind did not open this one
        return True

    def home(self, screens: "Iterable[Screen]") -> None:
        """Begin anew with these screens, the last in front."""
        machine = self.machine
        self.stack = list(screens)
        machine.set_state(self.front.name, self)

    def _fire(self, trigger: str) -> bool:
        from transitions import MachineError

        try:
            assert self.machine is not None
            return bool(self.trigger(trigger))  # type: ignore[attr-defined]
        except (MachineError, AttributeError):
            return False
