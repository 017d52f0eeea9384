"""`export`: a scenario as a workbook, for those who write in a spreadsheet."""

import argparse
from pathlib import Path

from game.commands.asked import Refused, entry
from game.commands.typed import command
from game.commands.workbooks import asked_for, create, second
from game.i18n import Words


def run(options: argparse.Namespace, words: Words) -> int:
    """Write the scenario into the workbook that `-o` names; what is there already is never overwritten."""
    from game.workbook import TooLong, handed_out

    try:
        path = asked_for(options.output, words)
        found = entry(options.scenario, words)
        try:
            raw = handed_out(found.source, words)
        except TooLong as long:
            raise Refused(1, None, [words("export.too_long", name=found.path, place=long.place)]) from None
        other = command("export", options.scenario, "-o", path.with_stem(f"{path.stem}-2"))
        create(path, raw, words, words("new.exists_so", path=path, other=other))
    except Refused as refused:
        return refused.tell(False)
    scenario = found.scenario
    taken = Path(scenario.domain, f"{scenario.id}.yaml").exists()
    name = (second(scenario.domain, scenario.id),) if taken else ()
    print(words("export.done", path=path, back=command("new", *name, "--from", path)))
    return 0
