"""What is gathered from a workbook: a scenario's plain data, and in which cell every part of it stands."""

from typing import Any

from game.workbook.reading import Book, Line

Path = tuple[Any, ...]


class Ground:
    """The data so far, with `cells` from paths to places; `keys` has the places of ids where they differ."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.data: dict[str, Any] = {"format": 1}
        self.cells: dict[Path, str] = {(): self.sheet("scenario")}
        self.keys: dict[Path, str] = {}

    def sheet(self, key: str) -> str:
        """Return where a sheet begins, "" where it is not there."""
        title = self.book.titles.get(key)
        return f"{title}!A1" if title else ""

    def lines(self, key: str) -> list[Line]:
        """Return the lines of a sheet, none where it is not there."""
        return self.book.lines.get(key, [])

    def whole(self, *keys: str) -> bool:
        """Return whether no part of these sheets is missing: only then is what they do not hold worth telling."""
        return self.book.broken.isdisjoint(keys)

    def mark(self, path: Path, line: Line, *columns: str) -> None:
        """Note where the parts of the map at `path` stand, those that are empty too."""
        for key in columns or line.places:
            self.cells[*path, key] = line.place(key)

    def once(self, into: dict[str, Any], id_: str, path: Path, line: Line, key: str = "id") -> bool:
        """Return whether an id is new in its map; tell where it stands already if not."""
        if id_ in into:
            titles = {self.book.titles.get(one) for one in self.book.broken}
            if key in line.places or line.start.rpartition("!")[0] not in titles:
                self.book.add(line.place(key), "row-twice", value=id_, first=self.keys[path].rpartition("!")[2])
            return False
        self.cells[path] = self.keys[path] = line.place(key)
        return True


def ordered(data: dict[str, Any], order: str) -> dict[str, Any]:
    """Return a map with its keys in this order, and those that are not named in it last."""
    return {key: data[key] for key in (*order.split(), *data) if key in data}
