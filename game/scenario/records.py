"""What a scenario is: frozen records that know the line on which they were written. All numbers are whole."""

from msgspec import Struct

from game.scenario.words import BASE_IDS, Channel, Component, Domain, Fault, Kind, Language, Mood, Origin


class Text(Struct, frozen=True):
    """Words in one or both languages; a plain string in a file stands for both."""

    zh: str | None = None
    en: str | None = None

    def told(self, language: str) -> str:
        """Return the words in `language` ("zh" or "en"), in the other one where they are missing."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return first if first is not None else second or ""


class Range(Struct, frozen=True):
    """A closed range; a missing end is open."""

    min: int | None = None
    max: int | None = None


class Condition(Struct, frozen=True):
    """What must hold of a play: all that is set here. Maps go from an id to the range that its value must lie in."""

    line: int
    heat: Range | None = None
    knows: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    promised: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    need_known: bool | None = None
    persona: tuple[str, ...] | None = None
    meters: tuple[tuple[str, Range], ...] = ()
    perceived: tuple[tuple[str, Range], ...] = ()
    desired: tuple[tuple[str, Range], ...] = ()
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] | None = None
    no: "Condition | None" = None


class Line(Struct, frozen=True):
    """Words that are said if a condition holds; `when` None holds always."""

    when: Condition | None
    text: Text


class Route(Struct, frozen=True):
    """Where a response leads if a condition holds: the id of a beat or an ending, or `back`."""

    when: Condition | None
    to: str


class Expectation(Struct, frozen=True):
    """One component of what the customer expects: weight and levels 0 to 10; `scale` is (level, what it means here)."""

    weight: int
    adequate: int
    desired: int
    perceived: int
    can: int
    origin: Origin | None
    why: Text | None
    scale: tuple[tuple[int, Text], ...]


class Customer(Struct, frozen=True):
    """Who is spoken with, how they feel and what they expect. `need` is an id, hidden until named; heat is 0 to 10."""

    name: Text
    portrait: str | None
    feels: tuple[Text, ...]
    need: str | None
    fault: Fault
    heat: int
    expects: dict[Component, Expectation]


class Persona(Struct, frozen=True):
    """The customer under one overlay, already laid over: `id` None is the customer as written."""

    id: str | None
    label: Text
    customer: Customer
    line: int


class Speaker(Struct, frozen=True):
    """A further speaker of the cast."""

    id: str
    name: Text
    portrait: str | None


class Meter(Struct, frozen=True):
    """A bounded counter: `min` ≤ `start` ≤ `max`."""

    id: str
    start: int
    min: int
    max: int
    label: Text
    line: int


class Promise(Struct, frozen=True):
    """What will happen: component `about` reaches `level` (0 to 10), checkable at `by` where one is given."""

    id: str
    about: Component
    level: int
    by: Text | None
    say: Text | None
    line: int


class Frame(Struct, frozen=True):
    """A limit that is explained: component `about` can be expected up to `level` (0 to 10)."""

    about: Component
    level: int


class Extra(Struct, frozen=True):
    """Something nobody asked for, on component `about`."""

    about: Component
    say: Text | None


class Response(Struct, frozen=True):
    """One thing the trainee can say or do at a beat. `then` ends with a route that always holds."""

    id: str
    say: Text
    tags: frozenset[str]
    names: str | None
    deliver: tuple[tuple[Component, int], ...]
    extra: Extra | None
    promises: tuple[Promise, ...]
    keeps: tuple[str, ...]
    breaks: tuple[str, ...]
    frames: tuple[Frame, ...]
    meters: tuple[tuple[str, int], ...]
    heat: int
    learn: tuple[str, ...]
    reply: tuple[Line, ...]
    when: Condition | None
    again: bool
    then: tuple[Route, ...]
    note: Text | None
    line: int


class Beat(Struct, frozen=True):
    """A moment of the talk: the customer speaks, the trainee picks. `patience` is in seconds, None is endless."""

    id: str
    kind: Kind
    channel: Channel | None
    scene: str | None
    speaker: str | None
    mood: Mood | None
    says: tuple[Line, ...]
    patience: int | None
    responses: tuple[Response, ...]
    line: int


class Ending(Struct, frozen=True):
    """How the talk ends and the customer's last words; `lost` says that the customer has been lost."""

    id: str
    says: tuple[Line, ...]
    lost: bool
    line: int


class Interrupt(Struct, frozen=True):
    """What takes the next beat's place, once in a play, when its condition holds."""

    when: Condition
    to: str
    line: int


class Follows(Struct, frozen=True):
    """The scenario in which this customer was met before; (verdict there, persona proposed here)."""

    scenario: str
    personas: tuple[tuple[str, str], ...]


class Scenario(Struct, frozen=True):
    """One customer case, whole and checked. `sha256` is of the file's bytes; `personas` begins with the base.

    `allow` are smells that need not be told, each with the author's reason.
    """

    id: str
    title: Text
    domain: Domain
    level: int | None
    minutes: int | None
    tags: tuple[str, ...]
    authors: tuple[Text, ...]
    sources: tuple[Text, ...]
    languages: tuple[Language, ...]
    brief: Text | None
    cast: dict[str, Speaker]
    meters: dict[str, Meter]
    facts: dict[str, Text]
    needs: dict[str, Text]
    personas: tuple[Persona, ...]
    follows: Follows | None
    interrupts: tuple[Interrupt, ...]
    start: str
    beats: dict[str, Beat]
    endings: dict[str, Ending]
    allow: dict[str, Text]
    sha256: str

    @property
    def customer(self) -> Customer:
        """The customer as written."""
        return self.personas[0].customer

    def persona(self, id_: str | None) -> Persona:
        """Return the persona `id_`; None, "base" and "原样": the customer as written. KeyError for an unknown one."""
        wanted = None if id_ in BASE_IDS else id_
        for persona in self.personas:
            if persona.id == wanted:
                return persona
        raise KeyError(id_)
