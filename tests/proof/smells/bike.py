"""The bike that is not ready: a small sound scenario of one customer, and its faulty versions in the documentation."""

from tests.proof.smells.noses import ROOT, changed, smelt

SOUND = (ROOT / "docs" / "smells" / "dominated" / "good.yaml").read_text(encoding="utf-8")
"""Zoe's bike: four beats of three responses, a fact, three promises, a budget, two endings; nothing in it smells."""


def bad(code: str) -> str:
    """Return the version of the talk that has one fault."""
    return (ROOT / "docs" / "smells" / code / "bad.yaml").read_text(encoding="utf-8")


def good(code: str) -> str:
    """Return the version in which that fault is mended."""
    return (ROOT / "docs" / "smells" / code / "good.yaml").read_text(encoding="utf-8")


def response(source: str, beat: str, id_: str) -> str:
    """Return the lines of one response of a file."""
    start = source.index(f"      {id_}:\n", source.index(f"  {beat}:\n"))
    lines = source[start:].splitlines(keepends=True)
    more = (number for number, line in enumerate(lines) if number and not line.startswith(" " * 8))
    return "".join(lines[: next(more)])


def altered(source: str, beat: str, id_: str, *changes: tuple[str, str]) -> str:
    """Return a file with pieces of one response replaced."""
    found = response(source, beat, id_)
    return source.replace(found, changed(found, *changes))


def ordered(source: str, beat: str, *ids: str) -> str:
    """Return a file with the responses of a beat in another order; all of them have to be named."""
    found = [response(source, beat, id_) for id_ in ids]
    first = min(source.index(one) for one in found)
    for one in found:
        source = source.replace(one, "")
    return source[:first] + "".join(found) + source[first:]


def with_personas(source: str, personas: str) -> str:
    """Return a file with further customers."""
    return f"{source}personas:\n{personas}"


def hints(source: str, code: str) -> list[str]:
    """Return what is advised for one smell."""
    return [problem.hint("en") for problem in smelt(source) if problem.code == code]
