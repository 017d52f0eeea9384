"""Plain data as YAML that a person can go on with: short maps on one line, a comment on each part."""

from typing import Any, Final

import yaml

from game.scenario import names
from game.scenario.events import scan
from game.scenario.form import ScenarioForm
from game.scenario.records import Text

_WIDTH: Final = 110
_WIDE: Final = 84
_TEXT: Final = "tag:yaml.org,2002:str"
_UNLIKE_TEXT: Final = tuple("-+.0123456789~nNtTfF")
_ABOUT: Final = {
    "brief": Text(
        "学员开场前知道什么：案情、规定、底线",
        "What the trainee knows before the talk: the case, the policy, the limits.",
    ),
    "customer": Text(
        "客户是谁、心情怎样、期望什么。数字都是 0–10",
        "Who the customer is, how they feel and what they expect. Numbers go from 0 to 10.",
    ),
    "meters": Text(
        "会升会降的数，例如补偿额度、舆情", "Numbers that rise and fall, such as goodwill or public opinion."
    ),
    "facts": Text("问了才知道的事", "What comes to light when one asks."),
    "interrupts": Text(
        "条件一成立就插进来的事，每件最多一次", "What breaks in as soon as its condition holds, each once."
    ),
    "beats": Text(
        "谈话：一个节点接一个节点，每个节点有几个回应可选", "The talk, beat by beat; each beat offers some responses."
    ),
    "endings": Text("谈话怎样收场", "How the talk can end."),
    "personas": Text("同一情景的其他性格，只写不同的地方", "Other customers of the same case: only what differs."),
}
"""The comment above each part of a file."""

Place = tuple[int, int]
Step = tuple[Any, ...]


class _Dumper(yaml.SafeDumper):
    """PyYAML's dumper, told what its older rules of plain text do not know."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    """Return the node of a text: in quotes where it would be read as something else, in lines where it has some."""
    if "\n" in text and not any(line.endswith((" ", "\t")) or line.startswith("\t") for line in text.split("\n")):
        return dumper.represent_scalar(_TEXT, text, style="|")
    return dumper.represent_scalar(_TEXT, text, style=_style(text))


def _style(text: str) -> str | None:
    """Return the quotes of a text that plain would be a number, true or false to the format though not to PyYAML."""
    if text[:1] in _UNLIKE_TEXT and "\n" not in text and scan(f"- {text}".encode(errors="replace"), "").root != [text]:
        return "'"
    return None


def _map(dumper: _Dumper, data: dict[str, Any]) -> yaml.MappingNode:
    """Return the node of a map: on one line where all in it is short."""
    node = dumper.represent_dict(data)
    node.flow_style = _short(data)
    return node


def _list(dumper: _Dumper, data: list[Any]) -> yaml.SequenceNode:
    node = dumper.represent_list(data)
    node.flow_style = _short(data)
    return node


class _Open(dict[str, Any]):
    """A map that is never put on one line."""


def _open(dumper: _Dumper, data: _Open) -> yaml.MappingNode:
    node = dumper.represent_dict(data)
    node.flow_style = False
    return node


def _short(data: Any) -> bool:
    return not isinstance(data, dict | list) or _length(data) <= _WIDE


def _length(data: Any) -> int:
    if isinstance(data, dict):
        return sum(_length(key) + _length(value) + 4 for key, value in data.items())
    if isinstance(data, list):
        return sum(_length(item) + 2 for item in data)
    text = str(data)
    return _WIDE + 1 if "\n" in text else sum(2 if letter > "\u2e7f" else 1 for letter in text)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _map)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(_Open, _open)


class _Line(_Dumper):
    """All on one line."""


def _line_of(kind: str) -> Any:
    return lambda dumper, data: (
        dumper.represent_mapping(f"tag:yaml.org,2002:{kind}", data, flow_style=True)
        if kind == "map"
        else dumper.represent_sequence(f"tag:yaml.org,2002:{kind}", data, flow_style=True)
    )


_Line.add_representer(dict, _line_of("map"))
_Line.add_representer(list, _line_of("seq"))
_Line.add_representer(str, lambda dumper, text: dumper.represent_scalar(_TEXT, text, style=_style(text)))


def flow(data: Any) -> str:
    """Return plain data on one line, for a cell."""
    return str(yaml.dump(data, Dumper=_Line, allow_unicode=True, width=1 << 30, sort_keys=False)).strip("\n")


def script(data: dict[str, Any], language: str, comments: tuple[str, ...]) -> str:
    """Return the whole file: `data` has its keys in `language` already; `comments` are the lines it begins with."""
    lines = [f"# {line}\n" for line in comments]
    abouts = {names.key(ScenarioForm, key, language): about.told(language) for key, about in _ABOUT.items()}
    for key, value in data.items():
        if key in abouts:
            lines.append(f"# {abouts[key]}\n")
        lines.append(yaml.dump(_Open({key: value}), Dumper=_Dumper, allow_unicode=True, width=_WIDTH, sort_keys=False))
    return "".join(lines)


def places(text: str, data: dict[str, Any]) -> dict[Place, tuple[Step, bool]]:
    """Return what stands at each line and column of a file: the path by the keys of `data`, and whether it is the key.

    Where several things begin at one place, it is the innermost.
    """
    sheet = scan(text.encode(errors="surrogatepass"), "")
    found: dict[Place, tuple[Step, bool]] = {}
    waiting: list[tuple[Any, Any, Step]] = [(sheet.root, data, ())]
    while waiting:
        written, meant, path = waiting.pop()
        if isinstance(meant, dict) and isinstance(written, dict):
            keys: list[tuple[Any, Any]] = list(zip(written, meant, strict=False))
        elif isinstance(meant, list) and isinstance(written, list):
            keys = [(place, place) for place in range(min(len(written), len(meant)))]
        else:
            continue
        for there, here in keys:
            step = (*path, here)
            for place, on_key in ((sheet.value(written, there), False), (sheet.key(written, there), True)):
                if place not in found or len(step) >= len(found[place][0]):
                    found[place] = step, on_key
            waiting.append((written[there], meant[here], step))
    return found
