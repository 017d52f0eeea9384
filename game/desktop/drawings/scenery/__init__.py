"""The rooms in which talks take place."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from game.desktop.drawings.colour import at_night
from game.desktop.drawings.scenery import home, hotel, office, restaurant, school, travel
from game.desktop.drawings.shapes import SCENE_SIZE, drawing

PLACES: Final[dict[str, Callable[[bool], str]]] = {
    "lobby": hotel.lobby,
    "room": hotel.room,
    "counter": hotel.counter,
    "call-centre": office.call_centre,
    "chat": office.chat,
    "living-room-winter": home.living_room_winter,
    "boiler-house": home.boiler_house,
    "school-office": school.school_office,
    "classroom": school.classroom,
    "airport": travel.airport,
    "restaurant": restaurant.restaurant,
}
"""The drawn rooms, in the order of the scenarios' word list."""


def scene(name: str | None, *, dark: bool = False) -> str:
    """Return the SVG of a room (viewBox 0 0 1600 900); any name that is not drawn, and None, gives the neutral one.

    `dark` is the same room in the evening: its lamps are lit, and so are windows across the street.
    """
    return _kept(name if name in PLACES else None, dark)


@lru_cache(maxsize=32)
def _kept(name: str | None, dark: bool) -> str:
    place = PLACES[name] if name is not None else travel.nowhere
    svg = drawing(place(dark), *SCENE_SIZE)
    return at_night(svg) if dark else svg
