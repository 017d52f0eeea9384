"""The lines of a workbook as a scenario's plain data: what it is called, who the customer is, and the small tables."""

from typing import Any, Final

from game.scenario import nearest
from game.workbook.depends import Depends
from game.workbook.ground import Ground, Path
from game.workbook.layout import CUSTOMER, EXPECTS
from game.workbook.naming import settle
from game.workbook.reading import Book, Line
from game.workbook.talk import Talk

IN_ORDER: Final = """
    format id domain languages title level minutes tags authors sources brief follows customer cast meters facts
    needs interrupts start beats endings personas allow
"""
"""The order in which keys are written."""
_OF_CUSTOMER: Final = {one.key for one in CUSTOMER} - {"persona"}
_OF_EXPECTATION: Final = {one.key for one in EXPECTS} - {"persona", "component"}


def gathered(book: Book) -> Ground:
    """Return what stands in a book, the keys of its beats in order; what does not fit together is told on the book."""
    settle(book)
    ground = Ground(book)
    _Case(ground).gather()
    talk = Talk(ground)
    talk.gather()
    Depends(ground).gather()
    talk.order()
    return ground


class _Case:
    """All but the talk."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def gather(self) -> None:
        """Gather the case, the customers and the small tables."""
        self.scenario()
        self.customers()
        self.tables()

    def scenario(self) -> None:
        """Take what the case is called and what the trainee knows."""
        for line in self.ground.lines("scenario"):
            values = {key: value for key, value in line.values.items() if not key.startswith("follows")}
            self.ground.data.update(values)
            self.ground.mark((), line)
            follows = {"scenario": line.values.get("follows"), "personas": line.values.get("follows.personas")}
            if any(follows.values()):
                self.ground.data["follows"] = {key: value for key, value in follows.items() if value}
                self.ground.cells["follows", "scenario"] = line.place("follows")
                self.ground.cells["follows", "personas"] = line.place("follows.personas")

    def customers(self) -> None:
        """Take the customer as written, the personas, and what each expects."""
        self.ground.data["customer"] = {}
        self.ground.data["personas"] = {}
        self.ground.cells["customer",] = self.ground.sheet("customer")
        self.ground.cells["customer", "expects"] = self.ground.sheet("expects")
        self.first()
        here = "base"
        for line in self.ground.lines("customer"):
            if _OF_CUSTOMER & line.values.keys() or "component" not in line.values:
                here = line.values.get("persona", "base")
                self.customer(here, line)
            if "component" in line.values:
                self.expectation(line, here)
        for line in self.ground.lines("expects"):
            self.expectation(line)
        if not self.ground.data["personas"]:
            del self.ground.data["personas"]

    def first(self) -> None:
        """Let the first customer be the one as written where no row says so: somebody has described them there."""
        lines = [line for line in self.ground.lines("customer") if _OF_CUSTOMER & line.values.keys()]
        if lines and all(line.values.get("persona", "base") != "base" for line in lines):
            called = lines[0].values["persona"]
            for line in (*lines, *self.ground.lines("expects")):
                if line.values.get("persona") == called:
                    del line.values["persona"]

    def customer(self, id_: str, line: Line) -> None:
        """Take the customer as written or one of the personas."""
        path = self.who(id_)
        into: dict[str, Any] = {} if id_ != "base" or not self.ground.data["customer"] else {"base": None}
        if self.ground.once(self.ground.data["personas"] if id_ != "base" else into, id_, path, line, "persona"):
            told = {key: value for key, value in line.values.items() if key in _OF_CUSTOMER}
            if id_ == "base":
                self.ground.data["customer"] = told
            else:
                self.ground.data["personas"][id_] = told
            self.ground.mark(path, line, *_OF_CUSTOMER)

    @staticmethod
    def who(id_: str) -> Path:
        """Return the path of a customer."""
        return ("customer",) if id_ == "base" else ("personas", id_)

    def expectation(self, line: Line, here: str = "base") -> None:
        """Take one component of what a customer expects, of the customer `here` where the row names none."""
        id_ = line.values.get("persona", here)
        who = self.ground.data["customer"] if id_ == "base" else self.ground.data["personas"].get(id_)
        if who is None:
            if self.ground.whole("customer"):
                near = nearest(id_, self.ground.data["personas"])
                self.ground.book.add(line.place("persona"), "persona-unknown", value=id_, nearest=near)
        elif (component := line.values.get("component")) is not None:
            path = (*self.who(id_), "expects", component)
            if self.ground.once(who.setdefault("expects", {}), component, path, line, "component"):
                values = line.values.items()
                who["expects"][component] = {key: told for key, told in values if key in _OF_EXPECTATION}
                self.ground.mark(path, line, *_OF_EXPECTATION)

    def tables(self) -> None:
        """Take the sheets that list one kind of thing each."""
        for key in ("facts", "needs", "allow", "cast", "meters"):
            into: dict[str, Any] = {}
            for line in self.ground.lines(key):
                id_ = line.values.get("id")
                if id_ is None or not self.ground.once(into, id_, (key, id_), line):
                    continue
                if key in ("cast", "meters"):
                    into[id_] = {name: value for name, value in line.values.items() if name != "id"}
                    self.ground.mark((key, id_), line)
                else:
                    into[id_] = line.values.get("text", "")
                    self.ground.cells[key, id_] = line.place("text")
            if into:
                self.ground.data[key] = into
        for place, line in enumerate(self.ground.lines("interrupts")):
            self.ground.data.setdefault("interrupts", []).append(dict(line.values))
            self.ground.cells["interrupts", place] = line.start
            self.ground.mark(("interrupts", place), line)
