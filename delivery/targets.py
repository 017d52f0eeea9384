"""The machines that the game is for: each system with each version of Python."""

from dataclasses import dataclass
from typing import Final

from packaging.markers import default_environment

PYTHONS: Final = ("3.11", "3.12", "3.13")
OLDEST_GLIBC, NEWEST_GLIBC = 17, 28
"""The minor versions of the C library: a distribution of 2019 or later has at least the second."""


@dataclass(frozen=True, slots=True)
class System:
    """A kind of machine: the wheels that fit it, by their tags, and how Python on it calls itself."""

    title: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_system: str
    os_name: str
    machine: str


WINDOWS: Final = System("Windows", ("win_amd64",), "win32", "Windows", "nt", "AMD64")
MACOS: Final = System("macOS", ("macosx_14_0_arm64",), "darwin", "Darwin", "posix", "arm64")
LINUX: Final = System(
    "Linux",
    (*(f"manylinux_2_{minor}_x86_64" for minor in range(NEWEST_GLIBC, OLDEST_GLIBC - 1, -1)), "manylinux2014_x86_64"),
    "linux",
    "Linux",
    "posix",
    "x86_64",
)


@dataclass(frozen=True, slots=True)
class Target:
    """One system with one version of Python, "3.12"."""

    system: System
    python: str

    @property
    def options(self) -> tuple[str, ...]:
        """What pip is told so that it looks for this machine instead of its own."""
        tags = (option for tag in self.system.tags for option in ("--platform", tag))
        return ("--only-binary=:all:", *tags, "--python-version", self.python, "--implementation", "cp")

    @property
    def environment(self) -> dict[str, str]:
        """What the conditions of requirements are asked on this machine: pip would answer for its own."""
        here = {key: str(value) for key, value in default_environment().items()}
        return here | {
            "sys_platform": self.system.sys_platform,
            "platform_system": self.system.platform_system,
            "os_name": self.system.os_name,
            "platform_machine": self.system.machine,
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }


TARGETS: Final = tuple(Target(system, python) for system in (WINDOWS, MACOS, LINUX) for python in PYTHONS)
"""All that the game is for."""
