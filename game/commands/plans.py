"""What `check` says of a test plan: it is read, its scenario is found, and its plays are played."""

from pathlib import Path

from game import library
from game.library import NotFound
from game.proof import plans
from game.scenario import Problem
from game.scenario.plan_reading import read_plan


def look_over(path: Path) -> tuple[Problem, ...]:
    """Return all problems of the plan in a file, by line. OSError if the plan or its scenario cannot be read."""
    plan, problems = read_plan(path.read_bytes(), str(path))
    if plan is None:
        return problems
    try:
        file = library.planned(path, plan.scenario)
    except NotFound as error:
        return (*problems, plans.without_scenario(plan, error.name, error.near))
    entry, _ = library.load(file)
    if entry is None:
        return (*problems, plans.scenario_wrong(plan, plan.scenario or file.name))
    return (*problems, *plans.run(plan, entry.scenario))
