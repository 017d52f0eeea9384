"""Reports: what an instructor gets to look at, made of a scenario and of plays. `drawn` is a scenario as a picture."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.report.drawing import FORMS, drawn, surveyed
    from game.report.sheet import Drawing

__all__ = ["FORMS", "Drawing", "drawn", "surveyed"]


def __getattr__(name: str) -> Any:
    """Return what the package offers, imported only now: drawings stand on the proof, which debriefs do without."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("game.report.sheet" if name == "Drawing" else "game.report.drawing"), name)
