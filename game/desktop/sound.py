"""Small sounds, made of a few sine waves when they are first wanted; where there is no sound card it is quiet."""

import math
import os
import sys
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from pygame.mixer import Sound

Name = Literal["pick", "reply", "good", "bad", "late", "end"]
RATE: Final = 22_050
LOUDEST: Final = 0.11
"""The loudest that any sound gets, of what the card can do: heard beside a colleague who is on the phone."""
ATTACK: Final = 0.012
RELEASE: Final = 0.03
"""How long a tone takes to come and to go, in seconds: one that starts at once is a click."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: when it starts and how long it lasts, in seconds, how high it is in hertz, how loud, 0 to 1."""

    start: float
    length: float
    pitch: float
    loud: float = 1.0


SOUNDS: Final[dict[str, tuple[Tone, ...]]] = {
    "pick": (Tone(0, 0.09, 587.3, 0.8), Tone(0, 0.05, 1174.7, 0.2)),
    "reply": (Tone(0, 0.14, 392.0, 0.5), Tone(0.07, 0.2, 440.0, 0.5)),
    "good": (Tone(0, 0.22, 523.3, 0.7), Tone(0.11, 0.34, 659.3, 0.7)),
    "bad": (Tone(0, 0.24, 293.7, 0.8), Tone(0.13, 0.36, 246.9, 0.8)),
    "late": (Tone(0, 0.16, 261.6, 0.9), Tone(0.24, 0.22, 261.6, 0.9)),
    "end": (Tone(0, 0.4, 392.0, 0.6), Tone(0.15, 0.45, 523.3, 0.6), Tone(0.3, 0.7, 659.3, 0.6)),
}
"""The sounds: something was said; an answer; what went well, and what did not; too late; the talk is over."""


def wave(tones: tuple[Tone, ...]) -> "array[int]":
    """Return a sound as signed 16-bit samples, one channel, `RATE` a second; it begins and ends in silence."""
    length = max(tone.start + tone.length for tone in tones)
    heard = [0.0] * (round(length * RATE) + 1)
    for tone in tones:
        first, step = round(tone.start * RATE), 2 * math.pi * tone.pitch / RATE
        for index in range(round(tone.length * RATE)):
            heard[first + index] += tone.loud * _swell(index / RATE, tone.length) * math.sin(step * index)
    top = max(1.0, *(abs(one) for one in heard))
    return array("h", (round(32767 * LOUDEST * one / top) for one in heard))


def _swell(at: float, length: float) -> float:
    """Return how loud a tone is at a moment, 0 to 1: it comes softly and dies away."""
    fading = math.exp(-4 * at / length)
    return min(1.0, at / ATTACK) * fading * min(1.0, max(0.0, length - at) / RELEASE)


def _at_once(work: Callable[[], object]) -> object:
    return work()


def _always(_exam: bool) -> bool:
    return True


def _can_be_heard() -> bool:
    """Return whether there is anything to play on: without a card, Linux's sound library complains to the terminal."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER"):
        return True
    own = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    servers = (own / "pulse" / "native", own / "pipewire-0", Path("/dev/snd"))
    return bool(os.environ.get("PULSE_SERVER")) or any(one.exists() for one in servers)


class Sounds:
    """Plays small sounds. `wanted(exam)` says whether there is to be any; `send` has work done, at once or beside the
    window: a sound card may take its time to open."""

    def __init__(
        self, send: Callable[[Callable[[], object]], object] = _at_once, wanted: Callable[[bool], bool] | None = None
    ) -> None:
        self.wanted: Callable[[bool], bool] = _always if wanted is None else wanted
        self._send = send
        self._opened: bool | None = None
        self._made: dict[str, Sound] = {}

    def play(self, name: str, *, exam: bool = False) -> None:
        """Play a sound, if one is wanted and can be heard; a name that nobody knows is silent."""
        if name not in SOUNDS or not self.wanted(exam) or self._opened is False:
            return
        if self._opened is None:
            self._send(lambda: self._open_and_play(name))
        else:
            self._play(name)

    def _open_and_play(self, name: str) -> None:
        if self._open():
            self._play(name)

    def _open(self) -> bool:
        """Open the sound card once; return whether there is one."""
        if self._opened is None and not _can_be_heard():
            self._opened = False
        if self._opened is None:
            try:
                from pygame import mixer

                mixer.init(RATE, -16, 1, 1024, allowedchanges=0)
                mixer.set_num_channels(4)
                self._opened = True
            except (ImportError, NotImplementedError, OSError, RuntimeError):  # pygame.error is a RuntimeError
                self._opened = False
        return self._opened

    def _play(self, name: str) -> None:
        from pygame import error

        try:
            self._sound(name).play()
        except error:  # the card has been taken away
            self._opened = False

    def _sound(self, name: str) -> Any:
        if name not in self._made:
            from pygame.mixer import Sound

            self._made[name] = Sound(buffer=wave(SOUNDS[name]))
        return self._made[name]

    def close(self) -> None:
        """Let go of the sound card."""
        if self._opened:
            from pygame import mixer

            self._made.clear()
            mixer.quit()
        self._opened = False
