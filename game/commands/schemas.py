"""The JSON Schemas beside the scenarios that an author writes: editors read them to complete, explain and underline."""

import json
from pathlib import Path
from typing import Final

from game.scenario import plan_schema, schema

SCHEMAS: Final = {
    Path(schema.FILE).name: (schema.TITLE, schema.printed),
    Path(plan_schema.FILE).name: (plan_schema.TITLE, plan_schema.printed),
}
FIRST_LINE: Final = f"# yaml-language-server: $schema=../{Path(schema.FILE).name}\n"
"""How a scenario in a folder of its domain names the schema, which lies one folder above."""


def lay(folder: Path) -> None:
    """Write the schemas into `folder`, anew where older ones of ours lie there; what is not ours is left alone.

    A scenario can be written without them, so nothing is said of a disk that does not take them.
    """
    for name, (title, printed) in SCHEMAS.items():
        path = folder / name
        try:
            if not path.exists() or _title(path) == title:
                path.write_text(printed(), encoding="utf-8", newline="\n")
        except OSError:
            continue


def _title(path: Path) -> object:
    """Return the title of a schema in a file, None where there is none to be read."""
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return None
    return found.get("title") if isinstance(found, dict) else None
