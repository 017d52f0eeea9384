"""The JSON Schema (2020-12) of test plans, made from the model of reading, like that of scenarios.

What the ids of a plan lead to is not looked at; `check` does that. `python -m game.scenario.plan_schema` prints it.
"""

import json
import sys
from typing import Final

from game.scenario.names import key_names
from game.scenario.plan_form import PlanForm, PlayForm
from game.scenario.schema import DIALECT, NOT_BLANK, Schema, double, explained

FILE: Final = "scenarios/plays.schema.json"
TITLE: Final = "Yuqi 预期：测试计划 · test plan"


def schema() -> Schema:
    """Return the JSON Schema of test plans; texts in both languages, Chinese first."""
    made = explained(PlanForm)
    defs = made["$defs"]
    defs["PlanForm"]["properties"]["plays"]["minProperties"] = 1
    for form, key in (("TurnForm", "line"), ("EndForm", "line"), ("PlayForm", "opening")):
        for option in defs[form]["properties"][key]["anyOf"]:
            if option.get("type") == "string":
                option["pattern"] = NOT_BLANK
    double(made, PlanForm)
    names = key_names(PlayForm)
    defs["PlayForm"]["oneOf"] = [
        {"anyOf": [{"required": [name]} for name in (key, names[key])]} for key in ("picks", "turns")
    ]
    return {"$schema": DIALECT, "title": TITLE, **made}


def printed() -> str:
    """Return the schema as it lies beside the scenarios."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(printed())
