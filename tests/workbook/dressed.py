"""Scenarios with all that the format can say: those left to chance, dressed with texts, people and odd words."""

import json
import string
from random import Random
from typing import Any

import msgspec

from game.scenario import words
from tests.engine.scenarios import Draft

Data = dict[str, Any]
ODD = (
    *(
        "=SUM(A1:A9)",
        "+1",
        "-2",
        "@home",
        "17:30",
        "#N/A",
        "TRUE",
        "2026-11-21",
        "1e3",
        "0o17",
        "007",
        "~",
        "null",
        "no",
    ),
    *(
        "'quoted'",
        '""',
        '"',
        "[a, b]",
        "{a: b}",
        "- dash",
        "a: b",
        "a #b",
        "# c",
        "| pipe",
        "%x",
        "&a",
        "*b",
        "!c",
        "`d",
    ),
    *(
        "两行\n文字",
        "\n起头空行",
        "末尾空行\n",
        "  两边有空格  ",
        "\ttab",
        "a\r\nb",
        "_x000D_",
        "_x005F_x000D_",
        "\\u000D",
        "bell\x07",
        "a\x85b",
    ),
    *(
        "a\u2028b",
        "\u3000全角空格",
        "😀",
        "𠮷野家",
        "e\u0301",
        "\u202eright",
        "服务质量 +2",
        "返回",
        "是",
        "焦虑、委屈",
        "a; b",
        "a；b",
    ),
    *(
        "7 = 七",
        "<b>&amp;</b>",
        "很" * 300,
        "word " * 80,
        "\ufeffbom",
        "…",
        "“引号”",
        "key：value",
        "一\n\n二",
        " \n x",
    ),
)
IDS = ("情绪热度", "服务质量", "heat", "service", "1e3", "true", "0", "07", "计数器", "a-1", "_", "焦虑", "平静", "no")


def dressed(chance: Random) -> bytes:
    """Return the bytes of a scenario left to chance that also has texts of every kind wherever there may be some."""
    data = Draft(chance).scenario()
    Dresser(chance).scenario(data)
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


class Dresser:
    """Puts on what the engine does not ask for."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.bilingual = chance.random() < 0.7

    def odd(self) -> str:
        """A text that a cell, XML or YAML could take for something else, or a plain one."""
        if self.chance.random() < 0.6:
            return self.chance.choice(ODD)
        return (
            "".join(self.chance.choice(string.printable.replace("\x0b", "").replace("\x0c", "")) for _ in range(6))
            + "。"
        )

    def text(self) -> Any:
        """Words in one form or another."""
        if not self.bilingual or self.chance.random() < 0.3:
            return self.odd()
        told = {"zh": self.odd(), "en": self.odd()}
        if self.chance.random() < 0.2:
            del told[self.chance.choice(("zh", "en"))]
        elif self.chance.random() < 0.1:
            told[self.chance.choice(("zh", "en"))] = self.chance.choice(("", " "))
        return told

    def maybe(self, data: Data, key: str, make: Any, share: float = 0.5) -> None:
        """Set a key now and then."""
        if self.chance.random() < share:
            data[key] = make()

    def texts(self) -> list[Any]:
        return [self.text() for _ in range(self.chance.randint(0, 3))]

    def feels(self) -> list[Any]:
        known = [*words.FEELINGS, *(zh for zh, _ in words.FEELINGS.values())]
        return [self.chance.choice([*known, self.text()]) for _ in range(self.chance.randint(0, 3))]

    def scenario(self, data: Data) -> None:
        """Dress a whole file."""
        chance = self.chance
        data["title"], data["brief"] = self.text(), self.text()
        self.maybe(data, "level", lambda: chance.randint(1, 5))
        self.maybe(data, "minutes", lambda: chance.randint(1, 600))
        self.maybe(data, "tags", lambda: [self.odd() for _ in range(3)])
        self.maybe(data, "authors", self.texts)
        self.maybe(data, "sources", self.texts)
        self.maybe(data, "languages", lambda: chance.choice((["zh"], ["en"], ["zh", "en"], ["en", "zh"])))
        self.maybe(data, "allow", lambda: {"fact-unused": self.text(), "always-first": self.text()})
        self.maybe(data, "follows", self.follows(data))
        data["needs"] |= {"安全": self.text()} if chance.random() < 0.3 else {}
        data["cast"] = {id_: {"name": self.text()} for id_ in chance.sample(IDS, chance.randint(0, 2))}
        for who in data["cast"].values():
            self.maybe(who, "portrait", lambda: chance.choice([*words.PORTRAITS, "爸爸", "nobody-drawn"]))
        self.people(data)
        for beat in data["beats"].values():
            self.beat(beat, list(data["cast"]))
        for ending in data["endings"].values():
            self.lines(ending, "says")
        for key in ("facts", "meters"):
            for id_, entry in data[key].items():
                data[key][id_] = self.text() if key == "facts" else entry | {"label": self.text()}

    def follows(self, data: Data) -> Any:
        who = [*data["personas"], "base"]
        return lambda: {
            "scenario": self.chance.choice(IDS[2:]),
            "personas": {verdict: self.chance.choice(who) for verdict in ("below", "met", "exceeded")},
        }

    def people(self, data: Data) -> None:
        customer = data["customer"]
        customer["name"] = self.text()
        self.maybe(customer, "portrait", lambda: self.chance.choice([*words.PORTRAITS, "阿姨", "somebody"]))
        for who in (customer, *data["personas"].values()):
            self.maybe(who, "feels", self.feels)
            for expectation in who["expects"].values():
                self.maybe(expectation, "from", lambda: self.chance.choice(list(words.ORIGINS)))
                self.maybe(expectation, "why", self.text)
                self.maybe(expectation, "scale", self.scale)
        for who in data["personas"].values():
            self.maybe(who, "label", self.text)
            self.maybe(who, "name", self.text)

    def scale(self) -> Data:
        return {str(level): self.text() for level in self.chance.sample(range(11), self.chance.randint(1, 3))}

    def beat(self, beat: Data, cast: list[str]) -> None:
        chance = self.chance
        self.lines(beat, "says")
        self.maybe(beat, "kind", lambda: chance.choice(list(words.KINDS)))
        self.maybe(beat, "channel", lambda: chance.choice(list(words.CHANNELS)))
        self.maybe(beat, "scene", lambda: chance.choice([*words.SCENES, "大堂", "the-moon"]))
        self.maybe(beat, "mood", lambda: chance.choice(list(words.MOODS)))
        if cast:
            self.maybe(beat, "speaker", lambda: chance.choice(cast))
        for response in beat["responses"].values():
            response["say"] = self.text()
            self.maybe(response, "note", self.text)
            self.lines(response, "reply")
            if "extra" in response:
                self.maybe(response["extra"], "say", self.text)
            for promise in response.get("promise", {}).values():
                self.maybe(promise, "say", self.text)

    def lines(self, holder: Data, key: str) -> None:
        """Dress what is said, whatever it depends on."""
        if isinstance(holder.get(key), str):
            holder[key] = self.text()
        for line in holder.get(key, ()) if isinstance(holder.get(key), list) else ():
            line["says"] = self.text()


def bare(thing: Any) -> Any:
    """What a record says, without where in a file it stood: the lines, and the hash of the bytes."""
    if isinstance(thing, msgspec.Struct):
        said = {name: bare(getattr(thing, name)) for name in thing.__struct_fields__ if name not in ("line", "sha256")}
        return type(thing).__name__, said
    if isinstance(thing, tuple):
        return [bare(one) for one in thing]
    if isinstance(thing, dict):
        return [(key, bare(value)) for key, value in thing.items()]
    return thing
