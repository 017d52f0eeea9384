"""Measures one thing in a process of its own, as JSON: `python measure.py loads|read|plan|proof FILE [ROUNDS [WHO]]`"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])


def peak() -> float | None:
    """Return the most memory that this process has held, in MB; None where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        # The resource module's number begins with the memory of the process that started this one.
        return next(int(line.split()[1]) / 1000 for line in status.open() if line.startswith("VmHWM"))
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _seconds(work: Callable[[], Any]) -> float:
    gc.collect()
    began = time.perf_counter()
    kept = work()
    spent = time.perf_counter() - began
    del kept
    return spent


def loads(raw: bytes, rounds: int) -> dict[str, Any]:
    """Return the seconds of `read` and of `yaml.load` with the C loader on the same bytes, round by round in turn."""
    import yaml

    from game.scenario import read

    read(raw, "")
    found: dict[str, list[float]] = {"read": [], "yaml": []}
    for _ in range(rounds):
        found["read"].append(_seconds(lambda: read(raw, "")))
        found["yaml"].append(_seconds(lambda: yaml.load(raw, yaml.CSafeLoader)))
    return found


def once(raw: bytes) -> dict[str, Any]:
    """Return the processor seconds and the peak memory of reading the bytes once, and the first problem's code."""
    from game.scenario import read

    began = time.process_time()
    _, problems = read(raw, "")
    spent = time.process_time() - began
    return {"cpu": spent, "peak": peak(), "problems": len(problems), "code": problems[0].code if problems else ""}


def plan(raw: bytes) -> dict[str, Any]:
    """Return the seconds that the first play of a scenario waits for its machine, and what the next one waits."""
    from game.engine import begin, standard
    from game.scenario import read

    scenario, _ = read(raw, "")
    assert scenario is not None
    standard()
    return {"first": _seconds(lambda: begin(scenario)), "next": _seconds(lambda: begin(scenario)), "peak": peak()}


def proof(raw: bytes, persona: str) -> dict[str, Any]:
    """Return the seconds of a customer's proof, by the clock and of the processor, what it came to, and the memory.

    The processor's seconds of the same with evidence are told beside it.
    """
    from game.engine import standard
    from game.proof import prove
    from game.proof.gather import gather
    from game.scenario import read

    scenario, problems = read(raw, "")
    assert scenario is not None, problems[:3]
    standard()
    clock, cpu = time.perf_counter(), time.process_time()
    found = prove(scenario, persona)
    told = {"seconds": time.perf_counter() - clock, "cpu": time.process_time() - cpu, "peak": peak()}
    told |= {"exact": found.exact, "plays": found.plays, "states": found.states}
    if found.exact:
        cpu = time.process_time()
        told["whole"] = gather(scenario, persona).whole
        told["gather"] = time.process_time() - cpu
    return told


def main(what: str, file: str, rounds: str = "1", persona: str = "base") -> None:
    """Print one measurement."""
    raw = Path(file).read_bytes()
    measures: dict[str, Callable[[], dict[str, Any]]] = {
        "loads": lambda: loads(raw, int(rounds)),
        "plan": lambda: plan(raw),
        "proof": lambda: proof(raw, persona),
        "read": lambda: once(raw),
    }
    print(json.dumps(measures[what]()))


if __name__ == "__main__":
    main(*sys.argv[1:])
