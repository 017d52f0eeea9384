"""The words of the interface: the same in both languages, all of them there, none of them idle."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.i18n import LANGUAGES, Words, tables, words
from game.scenario import Text
from game.scenario import words as vocabulary

GAME = Path(__file__).resolve().parents[2] / "game"
TABLES = {language: tables(language) for language in LANGUAGES}
ALL = {
    language: {key: text for table in TABLES[language].values() for key, text in table.items()}
    for language in LANGUAGES
}
HAN = "[\u3400-\u9fff]"
VOICES = {"words", "told", "say"}
"""What the words of a language are called where they are spoken."""


def gaps(text: str) -> set[str]:
    """The names of the gaps of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """The files of the game, but for the tables themselves."""
    for file in sorted(GAME.rglob("*.py")):
        if file.parent.parent != GAME / "i18n":
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def spoken() -> Iterator[tuple[str, ast.Call, str]]:
    """Each call that says words by a key written in the code: where, the call, the key."""
    for file, tree in sources():
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Name(id=voice) | ast.Attribute(attr=voice), args=[ast.Constant(value=str(key))]
                ) if voice in VOICES and key not in LANGUAGES:
                    yield f"{file.relative_to(GAME)}:{node.lineno}", node, key


def test_both_languages_have_the_same_words() -> None:
    """Every text is there in Chinese and in English, in the same room."""
    rooms = [{room: set(table) for room, table in TABLES[language].items()} for language in LANGUAGES]
    assert rooms[0] == rooms[1]


def test_both_languages_have_the_same_gaps() -> None:
    """A text has the same gaps to fill in both languages."""
    assert [key for key in ALL["zh"] if gaps(ALL["zh"][key]) != gaps(ALL["en"][key])] == []


def test_no_key_is_in_two_rooms() -> None:
    """A key belongs to one room, so that no room speaks for another."""
    keys = [key for table in TABLES["en"].values() for key in table]
    assert sorted(keys) == sorted(set(keys))


def test_no_key_is_missing() -> None:
    """Every key that the code speaks by is in the tables."""
    assert [f"{where}: {key}" for where, _, key in spoken() if key not in ALL["en"]] == []


def test_every_gap_is_filled() -> None:
    """Every call gives just what the gaps of its text ask for."""
    wrong = []
    for where, call, key in spoken():
        named = [keyword.arg for keyword in call.keywords]
        if None not in named and set(named) != gaps(ALL["en"].get(key, "")):
            wrong.append(f"{where}: {key} {named}")
    assert wrong == []


def test_no_key_is_idle() -> None:
    """Every text is said somewhere: its key stands in the code, whole or as the beginning of a family of keys."""
    whole: set[str] = set()
    families: set[tuple[str, str]] = set()
    for _, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                last = node.values[-1]
                families.add((str(node.values[0].value), str(last.value) if isinstance(last, ast.Constant) else ""))
    families = {(head, tail) for head, tail in families if "." in head}
    idle = [
        key
        for key in ALL["en"]
        if key not in whole and not any(key.startswith(head) and key.endswith(tail) for head, tail in families)
    ]
    assert idle == []


def test_chinese_has_its_own_punctuation() -> None:
    """Behind a Chinese sign or a gap there is Chinese punctuation, with no space after it; quotes are Chinese too."""
    latin = re.compile(rf"(?:{HAN}|}})[,;:!?()](?:\s|{HAN}|{{|$)|{HAN}[.](?:\s|{HAN}|$)|[\"']")
    spaced = re.compile(r"[，。；：！？（）][ \t]+\S")
    assert [key for key, text in ALL["zh"].items() if latin.search(text) or spaced.search(text)] == []


def test_english_has_no_chinese_sign() -> None:
    """No Chinese sign and no full-width punctuation stands in an English text."""
    chinese = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
    assert [key for key, text in ALL["en"].items() if chinese.search(text)] == []


def test_the_vocabulary_is_that_of_the_scenarios() -> None:
    """Components, domains, sources, channels, moods and needs are called what scenario files call them."""
    families = {
        "component": vocabulary.COMPONENTS,
        "domain": vocabulary.DOMAINS,
        "origin": vocabulary.ORIGINS,
        "channel": vocabulary.CHANNELS,
        "mood": vocabulary.MOODS,
        "need": vocabulary.NEEDS,
    }
    expected = {f"{family}.{id_}": names for family, known in families.items() for id_, names in known.items()}
    # What the game itself calls something has a Chinese name in files, and is written in English as it is.
    own = vocabulary.BASE | vocabulary.SILENT | vocabulary.DEAD_END
    expected |= {f"id.{id_}": (chinese, id_) for id_, (chinese, _) in own.items()}
    assert {
        key: (TABLES["zh"]["vocabulary"][key], text) for key, text in TABLES["en"]["vocabulary"].items()
    } == expected


def test_words_fill_their_gaps_in_their_language() -> None:
    """A gap takes numbers and strings as they are, and a scenario's text in the language that is spoken."""
    spoken_ = Words("zh", {"k": "{name}等着，{seconds} 秒"})
    assert spoken_("k", name=Text("王阿姨", "Mrs Wang"), seconds=3) == "王阿姨等着，3 秒"
    assert words("en").list([Text("一", "one"), "two"]) == "one, two"
    assert words("zh").list(["一", "二"]) == "一、二"


@pytest.mark.parametrize("wrong", ["nothing.here", ""])
def test_an_unknown_key_is_an_error(wrong: str) -> None:
    """A key that no table has, a gap that is not filled and a language that is not there are errors at once."""
    with pytest.raises(KeyError):
        words("en")(wrong)
    with pytest.raises(KeyError):
        words("en")("talk.turn")
    with pytest.raises(KeyError):
        words("de")
