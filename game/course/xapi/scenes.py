"""A scenario as activities of xAPI: the level that is talked through, and a dialog tree for each of its beats."""

from typing import Final

from game.course.xapi.terms import Json, Naming, activity, in_languages
from game.scenario import Beat, Scenario, Text

QUIET: Final = Text("沉默", "silence")
NEARLY: Final = 0.99
"""The most that progress comes to before the end."""


class Scene:
    """One version of a scenario as statements name it."""

    def __init__(self, scenario: Scenario, naming: Naming) -> None:
        self.level: Json = activity(
            naming.address("scenarios", scenario.id), "level", name=in_languages(scenario.title)
        )
        self.dialogs: dict[str, Json] = {beat.id: _dialog(scenario, beat, naming) for beat in scenario.beats.values()}
        self._ways = _ways(scenario)

    def progress(self, picked: int, beat: str, before: float) -> float:
        """Return how far a talk has come at a beat: the picks made, of those made and the fewest that it still takes.

        0 to 0.99, to the hundredth as the profile has it, and never less than `before`.
        """
        still = self._ways.get(beat)
        return before if still is None else max(before, min(NEARLY, round(picked / (picked + still), 2)))


def _dialog(scenario: Scenario, beat: Beat, naming: Naming) -> Json:
    """Return a beat: what the customer says where nothing special holds, and all that there is to pick."""
    choices = [{"id": one.id, "description": in_languages(one.say)} for one in beat.responses]
    if beat.patience is not None:
        choices.append({"id": "silence", "description": in_languages(QUIET)})
    return activity(
        naming.address("scenarios", scenario.id, beat.id),
        "dialog",
        name=in_languages(scenario.title, after=f" · {beat.id}"),
        description=in_languages(beat.says[-1].text) if beat.says else None,
        interactionType="choice",
        choices=choices,
    )


def _ways(scenario: Scenario) -> dict[str, int]:
    """Return the fewest picks from each beat to an end, whatever their conditions; none where all only leads back."""
    ways = dict.fromkeys(scenario.endings, 0)
    ahead = {
        beat.id: [route.to for response in beat.responses for route in response.then]
        for beat in scenario.beats.values()
    }
    while True:
        near = {
            beat: 1 + min(ways[to] for to in leads if to in ways)
            for beat, leads in ahead.items()
            if beat not in ways and any(to in ways for to in leads)
        }
        if not near:
            return ways
        ways |= near
