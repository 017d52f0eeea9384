"""The talk of a workbook: beats, their responses, the promises made in them, and the endings."""

from typing import Any, Final

from game.scenario import nearest
from game.workbook.column import headed
from game.workbook.ground import Ground, Path, ordered
from game.workbook.layout import OF_BEAT, TALK
from game.workbook.naming import made
from game.workbook.reading import Line

_RESPONSE: Final = "if say tags names learn frame promise keeps breaks extra deliver meters heat reply again then note"
_BEAT: Final = "kind channel scene speaker mood patience says responses"
"""The order in which keys are written."""
_PLACED: Final = {"deliver": "effects", "meters": "effects", "heat": "effects"}


class Talk:
    """The beats and endings, put on the ground."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.made: dict[str, str] = {}
        """Where each promise is made."""
        self.written: dict[str, set[str]] = {}
        """The ids of responses that are written, by beat."""

    def gather(self) -> None:
        """Gather beats, promises and endings."""
        self.beats()
        self.endings()
        self.unmade()

    def order(self) -> None:
        """Put the keys of every beat and response in order."""
        beats = self.ground.data["beats"]
        for id_, beat in beats.items():
            beat["responses"] = {key: ordered(one, _RESPONSE) for key, one in beat["responses"].items()}
            beats[id_] = ordered(beat, _BEAT)

    def beats(self) -> None:
        """Gather the beats in the order in which they first stand in the rows."""
        beats = self.ground.data["beats"] = {}
        self.ground.cells["beats",] = self.ground.sheet("talk")
        rows = self.rows()
        self.together(rows)
        for here, line in rows:
            if "response" in line.values:
                self.written.setdefault(here, set()).add(line.values["response"])
        for here, line in rows:
            if here not in beats:
                beats[here] = {"responses": {}}
                self.ground.cells["beats", here] = self.ground.keys["beats", here] = line.place("beat")
                self.ground.cells["beats", here, "responses"] = line.place("response")
                self.ground.mark(("beats", here), line, *OF_BEAT)
            self.of_beat(here, beats[here], line)
            if "say" in line.places:
                self.response(here, beats[here]["responses"], line)

    def rows(self) -> list[tuple[str, Line]]:
        """Return the rows, each with the beat to which it belongs: the one that was named last."""
        here, rows = None, []
        for line in self.ground.lines("talk"):
            here = line.values.get("beat", here)
            if here is not None:
                rows.append((here, line))
            elif self.ground.whole("talk"):
                self.ground.book.add(line.place("beat"), "response-without-beat")
        return rows

    def together(self, rows: list[tuple[str, Line]]) -> None:
        """Tell beats whose rows are not together, once: whoever sorts a talk does not see what else that does to it."""
        begun: dict[str, list[Line]] = {}
        for (here, line), before in zip(rows, (None, *(beat for beat, _ in rows)), strict=False):
            if here != before:
                begun.setdefault(here, []).append(line)
        apart = {beat: lines for beat, lines in begun.items() if len(lines) > 1}
        if not apart:
            return
        numbers = {beat: [str(line.row) for line in lines] for beat, lines in apart.items()}
        told = {
            "list.zh": "；".join(f"{beat}（{'、'.join(at)} 行）" for beat, at in numbers.items()),
            "list.en": "; ".join(f"{beat} (rows {', '.join(at)})" for beat, at in numbers.items()),
        }
        again = min((lines[1] for lines in apart.values()), key=lambda line: line.row)
        self.ground.book.add(again.place("beat"), "beat-apart", **told)

    def of_beat(self, id_: str, beat: dict[str, Any], line: Line) -> None:
        """Take what a row says of its beat: the first that says it counts, and no other may differ."""
        for column in TALK:
            if column.key in OF_BEAT and column.key in line.values:
                value = line.values[column.key]
                path = ("beats", id_, column.key)
                if beat.setdefault(column.key, value) is value:
                    self.ground.cells[path] = line.place(column.key)
                elif not _agrees(beat[column.key], value):
                    first = self.ground.cells[path].rpartition("!")[2]
                    self.ground.book.add(
                        line.place(column.key), "beat-differs", value=id_, first=first, **headed(column)
                    )

    def response(self, beat: str, responses: dict[str, Any], line: Line) -> None:
        """Take one response of a beat from its row."""
        id_ = line.values.get("response") or made(len(responses) + 1, self.written.get(beat, set()))
        path = ("beats", beat, "responses", id_)
        if not self.ground.once(responses, id_, path, line, "response"):
            return
        values = line.values
        told = {key: values[key] for key in _RESPONSE.split() if key in values and key not in ("promise", *OF_BEAT)}
        told.update(values.get("effects", {}))
        if extra := {key: values[f"extra.{key}"] for key in ("about", "say") if f"extra.{key}" in values}:
            told["extra"] = extra
        if promised := self.promises(path, values.get("promise", ()), line):
            told["promise"] = promised
        responses[id_] = told
        self.ground.mark(path, line, *(key for key in _RESPONSE.split() if key in line.places))
        for key, column in {**_PLACED, "extra": "extra.about"}.items():
            self.ground.cells[*path, key] = line.place(column)
        for key in ("about", "say"):
            self.ground.cells[*path, "extra", key] = line.place(f"extra.{key}")

    def promises(self, path: Path, ids: Any, line: Line) -> dict[str, Any]:
        """Return the promises that a response makes, from the sheet that lists them."""
        sheet = {one.values["id"]: one for one in reversed(self.ground.lines("promises")) if "id" in one.values}
        told = {}
        for id_ in ids:
            if id_ not in sheet:
                if self.ground.whole("promises"):
                    near = nearest(id_, sheet)
                    self.ground.book.add(line.place("promise"), "promise-unknown", value=id_, nearest=near)
            elif id_ in self.made:
                self.ground.book.add(
                    line.place("promise"), "promise-again", value=id_, first=self.made[id_].rpartition("!")[2]
                )
            else:
                self.made[id_] = line.place("promise")
                told[id_] = {key: value for key, value in sheet[id_].values.items() if key != "id"}
                below = (*path, "promise", id_)
                self.ground.cells[below] = self.ground.keys[below] = sheet[id_].place("id")
                self.ground.mark(below, sheet[id_])
        return told

    def endings(self) -> None:
        """Gather the endings."""
        endings = self.ground.data["endings"] = {}
        self.ground.cells["endings",] = self.ground.sheet("endings")
        for line in self.ground.lines("endings"):
            id_ = line.values.get("id")
            if id_ is not None and self.ground.once(endings, id_, ("endings", id_), line):
                endings[id_] = {key: value for key, value in line.values.items() if key != "id"}
                self.ground.mark(("endings", id_), line)

    def unmade(self) -> None:
        """Tell promises that stand in their sheet twice, or that no response makes."""
        seen: dict[str, Line] = {}
        for line in self.ground.lines("promises"):
            id_ = line.values.get("id", "")
            if id_ and id_ in seen:
                first = seen[id_].place("id").rpartition("!")[2]
                self.ground.book.add(line.place("id"), "row-twice", value=id_, first=first)
            elif id_ and id_ not in self.made and self.ground.whole("talk"):
                self.ground.book.add(line.place("id"), "promise-unmade", value=id_)
            seen.setdefault(id_, line)


def _agrees(first: Any, again: Any) -> bool:
    """Return whether what is written again, perhaps in one language only, is what was written first."""
    if isinstance(first, dict) and isinstance(again, dict):
        return all(first.get(language) == text for language, text in again.items())
    return bool(first == again)
