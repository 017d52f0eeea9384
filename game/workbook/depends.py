"""What depends on conditions: the words and ways that a workbook lists on a sheet of their own."""

from typing import Any, Final

from game.scenario import nearest
from game.workbook.column import headed
from game.workbook.ground import Ground, Path
from game.workbook.layout import DEPENDS
from game.workbook.reading import Line

_COLUMNS: Final = {column.key: column for column in DEPENDS}


class Depends:
    """The conditional words and ways, put before those that hold always, in the order of the rows."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def gather(self) -> None:
        """Gather all rows; one whose position is nowhere is told."""
        listed: dict[Path, list[Any]] = {}
        for line in self.ground.lines("depends"):
            at = line.values.get("at")
            path = self.position(at) if at is not None else None
            if path is not None:
                self.line(line, path, listed)
            elif at is not None and self.ground.whole("talk", "endings"):
                near = nearest(at, self.positions())
                self.ground.book.add(line.place("at"), "unknown-position", value=at, nearest=near)
        for path, entries in listed.items():
            self.listed(path, entries)

    def line(self, line: Line, path: Path, listed: dict[Path, list[Any]]) -> None:
        """Take one row: what is said or replied at its position, or where it leads."""
        is_response = "responses" in path[2:]
        keys = {"says": "reply", "to": "then"} if is_response else {"says": "says"}
        for key in ("says", "to"):
            if key in line.values and key not in keys:
                told = headed(_COLUMNS[key])
                self.ground.book.add(line.place(key), "position-takes-nothing", value=line.values["at"], **told)
            elif key in line.values:
                self.depending((*path, keys[key]), key, line, listed)
        if not {"says", "to"} & (line.values.keys() | line.unread):
            self.ground.book.add(line.place("says"), "cell-empty", **headed(_COLUMNS["says"]))

    def positions(self) -> list[str]:
        """Return what a row can be about."""
        beats = self.ground.data["beats"]
        picks = [f"{beat}/{response}" for beat in beats for response in beats[beat]["responses"]]
        return [*beats, *self.ground.data["endings"], *picks]

    def position(self, at: str) -> Path | None:
        """Return the path of a beat, a response or an ending, None where there is no such thing."""
        beat, stroke, response = at.partition("/")
        if stroke:
            there = response in self.ground.data["beats"].get(beat, {"responses": ()})["responses"]
            return ("beats", beat, "responses", response) if there else None
        return next(((key, at) for key in ("beats", "endings") if at in self.ground.data[key]), None)

    def depending(self, path: Path, key: str, line: Line, listed: dict[Path, list[Any]]) -> None:
        """Note one way of going on under its condition."""
        entries = listed.setdefault(path, [])
        below = (*path, len(entries))
        entries.append({name: line.values[name] for name in ("if", key) if name in line.values})
        self.ground.cells[below] = line.start
        self.ground.mark(below, line, "if", key)

    def listed(self, path: Path, entries: list[Any]) -> None:
        """Put the conditional ways into the data, and after them the one that holds always."""
        holder: Any = self.ground.data
        for step in path[:-1]:
            holder = holder[step]
        if path[-1] in holder:
            key = "to" if path[-1] == "then" else "says"
            self.ground.cells[*path, len(entries)] = self.ground.cells[*path, len(entries), key] = self.ground.cells[
                path
            ]
            entries.append({key: holder[path[-1]]})
        holder[path[-1]] = entries
