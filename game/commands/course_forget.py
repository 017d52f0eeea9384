"""`course forget`: one person's attempts deleted everywhere that this desk can reach, and told what it cannot."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from game.commands import code_list
from game.commands.asked import Refused, misuse, reason
from game.commands.stored import opened
from game.course.exchange.exported import ids, naming
from game.course.exchange.slip import exports, read_slip, write_slip
from game.course.store import Store
from game.i18n import Words
from game.places import home
from game.scenario import nearest


class Traces(Struct, frozen=True):
    """Where a person is found: own attempts and those of groups, the files of either, lists of codes, the settings."""

    attempts: int
    groups: int
    alone: tuple[Path, ...]
    grouped: tuple[Path, ...]
    lists: tuple[Path, ...]
    remembered: bool

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.attempts or self.groups or self.alone or self.grouped or self.lists or self.remembered)


def run(options: argparse.Namespace, words: Words) -> int:
    """Delete a person after asking; 1 where there is nobody of the name, or nothing was to be deleted after all."""
    try:
        with opened(words) as (store, notices):
            if notices:
                print("\n".join(notices), file=sys.stderr)
            return _run(options, store, words)
    except Refused as refused:
        return refused.tell(False)
    except OSError as error:
        print(words("error.unwritable", name=error.filename or "", reason=reason(error, words)), file=sys.stderr)
        return 1


def _run(options: argparse.Namespace, store: Store, words: Words) -> int:
    who: str = options.trainee
    folders = [exports(), *map(Path, options.exports or ())]
    traces = _traces(store, who, folders)
    others = _others(who, folders, words)
    if not traces.any:
        raise Refused(1, None, others or [_nobody(store, who, words)])
    print("\n".join((*_found(traces, who, words), *others)))
    if not options.yes and not _sure(words):
        print(words("forget.kept"))
        return 1
    store.forget(who)
    _clear(traces, store, who)
    print("\n".join((words("forget.done", who=who), *_lost(store, words), words("forget.beyond"))))
    return 0


def _traces(store: Store, who: str, folders: list[Path]) -> Traces:
    from game.desktop.settings import load

    kept = store.attempts()
    alone: list[Path] = []
    grouped: list[Path] = []
    for folder in folders:
        one, other = naming(folder, who)
        alone += one
        grouped += other
    return Traces(
        sum(attempt.trainee == who for attempt in kept),
        sum(who in attempt.members for attempt in kept),
        tuple(alone),
        tuple(grouped),
        tuple(code_list.naming(who)),
        load(home(), "zh").trainee == who,
    )


def _found(traces: Traces, who: str, words: Words) -> list[str]:
    """Return what is known of a person, and where."""
    told = [words("forget.found", who=who)]
    if traces.attempts:
        told.append(words("forget.attempts", count=traces.attempts))
    if traces.groups:
        told.append(words("forget.groups", count=traces.groups))
    told += [words("forget.file", path=path) for path in traces.alone]
    told += [words("forget.group_file", path=path) for path in traces.grouped]
    told += [words("forget.list", path=path) for path in traces.lists]
    return [*told, words("forget.remembered")] if traces.remembered else told


def _others(who: str, folders: list[Path], words: Words) -> list[str]:
    """Return the line that tells of those on a roster who are called so, and are kept under their ids."""
    found = sorted(code_list.ids(who).union(*(ids(folder, who) for folder in folders)))
    return [words("forget.by_id", who=who, ids=words.list(found))] if found else []


def _sure(words: Words) -> bool:
    """Return whether the person at the terminal wants it. Refused where nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise misuse(words("forget.unasked"))
    try:
        said = input(words("forget.ask")).strip().casefold()
    except EOFError:
        return False
    return said in words("forget.yes").split()


def _nobody(store: Store, who: str, words: Words) -> str:
    """Return that there is nobody of the name, and the nearest name that there is."""
    names = {attempt.trainee for attempt in store.attempts()}
    near = nearest(who, sorted(names))
    return words("forget.nobody", who=who) + (words("error.near", name=near) if near else "")


def _clear(traces: Traces, store: Store, who: str) -> None:
    """Remove the files of a person; those of groups that this desk has are written anew without the name."""
    from game.desktop.settings import load, save

    if traces.remembered:
        save(home(), replace(load(home(), "zh"), trainee=""))
    for path in traces.lists:
        code_list.strike(path, who)
    for path in traces.alone:
        path.unlink(missing_ok=True)
    for path in traces.grouped:
        slip, _ = read_slip(path.read_bytes())
        path.unlink(missing_ok=True)
        if slip is not None:
            _anew(path.parent, store, slip.attempt.id)


def _anew(folder: Path, store: Store, attempt: str) -> None:
    """Put the file of a group's attempt back as the store has it now; one that it does not have stays away."""
    try:
        kept = store.attempt(attempt)
    except KeyError:
        return
    write_slip(folder, kept, store.source)


def _lost(store: Store, words: Words) -> list[str]:
    """Return what of the store could only be removed whole."""
    return [words("forget.removed", path=path) for path in store.removed]
