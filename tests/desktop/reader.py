"""A screen reader in a session of its own: prints the names in the window as JSON, before and after pressing a button.

`dbus-run-session -- python tests/desktop/reader.py PRESS UNTIL COMMAND…` starts the command, finds its window on the
bus of the assistive technologies, presses what is called PRESS, waits until something is called UNTIL, and ends it.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ROOT = "/org/a11y/atspi/accessible/root"
CHILD = re.compile(r"\('(:[\d.]+)', (?:objectpath )?'([^']+)'\)")
PATIENCE = 60.0
"""Who was not found after so many seconds is taken for not being there."""


class Bus:
    """A bus as gdbus sees it: an address, or the session's own."""

    def __init__(self, *where: str) -> None:
        self.where = where

    def call(self, name: str, path: str, method: str, *arguments: str) -> str:
        """What an object answers, in gdbus's words; empty where it does not."""
        asked = ["gdbus", "call", *self.where, "--dest", name, "--object-path", path, "--method", method, *arguments]
        return subprocess.run(asked, check=False, capture_output=True, encoding="utf-8").stdout.strip()

    def inside(self, name: str, path: str) -> list[tuple[str, str]]:
        """What lies in an object: bus name and path of each."""
        return CHILD.findall(self.call(name, path, "org.a11y.atspi.Accessible.GetChildren"))

    def named(self, name: str, path: str) -> str:
        """What an object is called."""
        asked = "org.freedesktop.DBus.Properties.Get"
        found = re.search(r"<(['\"])(.*)\1>", self.call(name, path, asked, "org.a11y.atspi.Accessible", "Name"))
        return found[2] if found else ""


def window(bus: Bus, until: str) -> dict[str, tuple[str, str]]:
    """What is in the window, by name, as soon as something is called so."""
    end = time.monotonic() + PATIENCE
    found: dict[str, tuple[str, str]] = {}
    while until not in found and time.monotonic() < end:
        programs = bus.inside("org.a11y.atspi.Registry", ROOT)
        windows = [each for program in programs for each in bus.inside(*program)]
        found = {bus.named(*each): each for one in windows for each in bus.inside(*one)}
        time.sleep(0.1)
    return found


def main(press: str, until: str, command: list[str]) -> None:
    """Print what was found before and after."""
    launcher = next(path for path in LAUNCHERS if Path(path).exists())
    quiet = subprocess.DEVNULL
    subprocess.Popen([launcher, "--launch-immediately"], stdout=quiet, stderr=quiet)  # goes with the session's bus
    session = Bus("--session")
    end = time.monotonic() + PATIENCE
    asked = "org.freedesktop.DBus.Properties.Set"
    while time.monotonic() < end:
        if session.call("org.a11y.Bus", "/org/a11y/bus", asked, "org.a11y.Status", "ScreenReaderEnabled", "<true>"):
            break
        time.sleep(0.1)
    address = session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress").strip("(',)")
    bus = Bus("--address", address)
    game = subprocess.Popen(command, stdin=quiet, stdout=quiet)
    try:
        before = window(bus, press)
        if press in before:
            bus.call(*before[press], "org.a11y.atspi.Action.DoAction", "0")
        print(json.dumps([list(before), list(window(bus, until))], ensure_ascii=False))
    finally:
        game.kill()
        game.wait()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
