"""What an import comes to, told: to people by what is to be done about it, to programs file by file."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from game.commands.asked import REASONS
from game.course.exchange.intake import Desk, Mark, Receipt
from game.i18n import Words
from game.report.assigned import moment

MANY: Final = 12
"""From so many files on, what holds for all of them alike is told once."""
IN: Final = "  "


def lines(receipts: list[Receipt], desks: list[Desk], words: Words) -> list[str]:
    """Return what people read: what was refused and what is to be noted, by reason, and which desks it came from."""
    if not receipts:
        return [words("import.nothing")]
    refused = [(_reason(one.reason, words), _shown(one.file)) for one in receipts if one.reason is not None]
    taken = [one for one in receipts if one.outcome in ("taken", "grown")]
    noted = [(_note(mark, words), _whose(one, mark, words)) for one in taken for mark in one.marks]
    told = [_sum(receipts, words)]
    if refused:
        told += ["", words("import.refused"), *_grouped(refused, 0, words)]
    if noted:
        told += ["", words("import.noted"), *_grouped(noted, len(taken), words)]
    if desks:
        told += ["", words("import.desks"), *(IN + _desk(one, words) for one in desks), "", words("import.signature")]
    return told


def document(receipts: list[Receipt], desks: list[Desk], words: Words) -> dict[str, Any]:
    """Return what --json prints."""
    counted = {name: _count(receipts, name) for name in ("taken", "grown", "known", "refused")}
    return {
        **counted,
        "files": [_file(receipt, words) for receipt in receipts],
        "desks": [
            {
                "key": desk.key,
                "fingerprint": desk.fingerprint,
                "known": desk.known,
                "own": desk.own,
                "files": desk.files,
                "trainees": desk.trainees,
            }
            for desk in desks
        ],
        "note": words("import.signature"),
    }


def _file(receipt: Receipt, words: Words) -> dict[str, Any]:
    attempt, result = receipt.attempt, receipt.result
    told: dict[str, Any] = {"file": receipt.file, "outcome": receipt.outcome}
    if receipt.reason is not None:
        told |= {"code": receipt.reason.code, "message": _reason(receipt.reason, words)}
    if attempt is not None:
        score = None if result is None else result.score
        told |= {
            "attempt": attempt.id,
            "trainee": attempt.trainee,
            "task": attempt.task,
            "signer": attempt.signer,
            "overall": None if score is None else score.overall,
            "verdict": None if score is None else score.verdict,
            "counted": None if result is None else result.counted,
            "marks": [{"code": mark.code, "message": _note(mark, words)} for mark in receipt.marks],
        }
    return told


def _sum(receipts: list[Receipt], words: Words) -> str:
    """Return how many were taken in, and where there are any, how many were not new, and how many not good."""
    told = [words("import.taken", count=_count(receipts, "taken"))]
    others = {name: _count(receipts, name) for name in ("grown", "known", "refused")}
    told += [words(f"import.{name}_count", count=count) for name, count in others.items() if count]
    return words("import.sum", counts=words("import.between").join(told))


def _count(receipts: list[Receipt], outcome: str) -> int:
    return sum(receipt.outcome == outcome for receipt in receipts)


def _grouped(told: Iterable[tuple[str, str]], all_of: int, words: Words) -> list[str]:
    """Return every reason once with the files under it; of one that holds for all of very many, that it does."""
    by_text: dict[str, list[str]] = {}
    for text, file in told:
        by_text.setdefault(text, []).append(file)
    found: list[str] = []
    for text, files in by_text.items():
        found.append(IN + text)
        if len(files) == all_of >= MANY:
            found.append(IN * 2 + words("import.all", count=all_of))
        else:
            found += [IN * 2 + file for file in files]
    return found


def _reason(mark: Mark, words: Words) -> str:
    """Return why a file was refused."""
    told = {name: _shown(value) for name, value in mark.told.items()}
    if mark.code == "unreadable":
        known = REASONS.get(int(mark.told["detail"]))
        told["reason"] = words(f"reason.{known}") if known else words("reason.other", name=mark.told["detail"])
    if "persona" in told:
        told["persona"] = words.id(told["persona"])
    return words(f"import.refused.{mark.code}", **told)


def _note(mark: Mark, words: Words) -> str:
    """Return what is to be noted about a file that was taken in."""
    return words(f"import.noted.{mark.code}", **{name: _shown(value) for name, value in mark.told.items()})


def _whose(receipt: Receipt, mark: Mark, words: Words) -> str:
    """Return a file with its trainee, and with the time or the turns that a mark is about."""
    trainee = "" if receipt.attempt is None else _shown(receipt.attempt.trainee)
    told = {"file": _shown(receipt.file), "trainee": trainee}
    if "turns" in mark.told:
        return words("import.whose_turns", **told, turns=mark.told["turns"])
    if "started" not in mark.told:
        return words("import.whose", **told)
    return words("import.whose_when", **told, started=moment(datetime.fromisoformat(mark.told["started"])))


def _desk(desk: Desk, words: Words) -> str:
    kind = "own" if desk.own else "known" if desk.known else "new"
    count = words("import.desk_count", files=desk.files, trainees=desk.trainees)
    return words(f"import.desk_{kind}", fingerprint=desk.fingerprint, count=count)


def _shown(text: str) -> str:
    """Return a text that was typed elsewhere without what would move about on the reader's screen."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
