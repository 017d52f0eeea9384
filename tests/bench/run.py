"""Measures Yuqi against its peers on this machine: `python -m tests.bench`, or `python tests/bench/run.py`.

The peers, inkjs 2.4 and bink 0.7, are installed into `.bench/` first. Choices a second are measured in rounds that take
turns, each engine playing the same plays in each round; a ratio is the median over the rounds, so that a busy machine
slows both sides alike. Proofs are made in a fresh process each. Nothing here decides a test.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

if __name__ == "__main__":
    # This folder holds a module `run` as the project's root does; only the root is meant to be found.
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from game.scenario import read
from tests.bench import course, hostile, peers, window
from tests.bench.layered import layered_file
from tests.bench.peers import ROOT, Engine, NotHere
from tests.bench.story import deal, unguarded
from tests.bench.written import ink, scenario_file, terse_file

WARM_UP: Final = 400
"""Plays before the first round: node compiles what is hot, Yuqi keeps what it has worked out."""
GOALS: Final = {"inkjs": 4.0, "bink": 3.0}
MORE_PLAYS: Final = {"inkjs": 1000.0, "yuqi": 100.0}
"""How many times as many plays a second the proof has to go through as an engine that plays them one by one."""
LARGE: Final = (12, 1)
LAYERS: Final = (25, 200)
LONG: Final = 5000


class Crashed(Exception):
    """A measured process ended badly: the last line that it said."""


def main(arguments: list[str] | None = None) -> int:
    """Print the tables that were asked for; 1 where engines do not agree on the graph."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", help=f"what to measure, of: {', '.join(PARTS)}; all of it without a word")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--plays", type=int, default=200, help="plays in each round")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - PARTS.keys():
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    return max(PARTS[part](options) for part in options.parts or PARTS)


def choices(options: argparse.Namespace) -> int:
    """Print choices a second of all engines that are here, and their ratios."""
    title("choices a second: 60 beats × 4 responses, full scoring and all rules")
    with ExitStack() as stack:
        engines = [stack.enter_context(engine) for engine in _engines()]
        for engine in engines:
            engine.play(0, WARM_UP)
        rounds = [
            {engine.name: engine.play(WARM_UP + number * options.plays, options.plays) for engine in engines}
            for number in range(options.rounds)
        ]
    if wrong := _disagreeing(rounds):
        print(f"  NOT THE SAME GRAPH: {wrong}")
        return 1
    speeds = {name: [turn[name]["picks"] / turn[name]["seconds"] for turn in rounds] for name in rounds[0]}
    for name, found in speeds.items():
        middle = statistics.median(found)
        print(f"  {name:<7} {middle:>11,.0f}   ({min(found):,.0f} to {max(found):,.0f}; {1e6 / middle:.1f} µs each)")
    picks = sum(turn["yuqi"]["picks"] for turn in rounds)
    print(f"  the same {picks:,} picks on every engine, checksums agree")
    for name, goal in GOALS.items():
        if name in speeds:
            ratio([a / b for a, b in zip(speeds["yuqi"], speeds[name], strict=True)], f"yuqi / {name}", goal)
    return 0


def _engines() -> list[Engine]:
    story = deal()
    scenario, source = peers.folder() / "story.yaml", peers.folder() / "story.ink"
    scenario.write_bytes(scenario_file(story))
    source.write_text(ink(story), encoding="utf-8")
    engines = [peers.yuqi(scenario), peers.plain(scenario)]
    for install, peer in ((peers.install_inkjs, peers.inkjs), (peers.install_bink, peers.bink)):
        try:
            install()
            engines.append(peer(source))
        except NotHere as reason:
            print(f"  NOT MEASURED: {reason}")
    return engines


def _disagreeing(rounds: list[dict[str, dict[str, Any]]]) -> str:
    """Return the names of engines that came to other counters than Yuqi, "" where all agree."""
    wrong = {name for turn in rounds for name in turn if turn[name]["checksum"] != turn["yuqi"]["checksum"]}
    return ", ".join(sorted(wrong))


def loading(_: argparse.Namespace) -> int:
    """Print how long `read` takes against PyYAML's C loader, and what it holds."""
    title("loading: read against yaml.load(…, CSafeLoader)")
    files = {
        "60 beats": (scenario_file(deal()), 15, 2.0),
        f"{LONG:,} beats": (terse_file(LONG), 5, 1.0),
    }
    for name, (raw, rounds, goal) in files.items():
        file = peers.folder() / "load.yaml"
        file.write_bytes(raw)
        found = measured("loads", file, rounds)
        read, loader = (statistics.median(found[key]) for key in ("read", "yaml"))
        memory = megabytes(measured("read", file)["peak"])
        print(f"  {name}, {len(raw) / 1e6:.2f} MB: read {read:.3f} s, yaml.load {loader:.3f} s, peak {memory}")
        ratio([a / b for a, b in zip(found["read"], found["yaml"], strict=True)], "read / yaml.load", goal, most=True)
    return 0


def machines(_: argparse.Namespace) -> int:
    """Print how long the first play of a scenario waits for its machine."""
    title("first play: compiling the plan")
    for name, raw in {"60 beats": scenario_file(deal()), f"{LONG:,} beats": terse_file(LONG)}.items():
        file = peers.folder() / "load.yaml"
        file.write_bytes(raw)
        found = measured("plan", file)
        first, after = found["first"] * 1e3, found["next"] * 1e3
        print(f"  {name}: first play {first:.1f} ms, next {after:.3f} ms, peak {megabytes(found['peak'])}")
    return 0


def hostiles(_: argparse.Namespace) -> int:
    """Print the processor time and memory that each hostile file takes."""
    title("hostile files (goals: under 1 s of processor time, under 200 MB)")
    for name, make in hostile.FILES.items():
        file = peers.folder() / "hostile.yaml"
        file.write_bytes(make())
        try:
            found = measured("read", file)
        except Crashed as crash:
            print(f"  {name:<18} CRASHED: {crash}")
            continue
        mark = "" if found["cpu"] < 1 and (found["peak"] or 0) < 200 else "   OVER"
        print(f"  {name:<18} {found['cpu']:6.3f} s  {megabytes(found['peak']):>7}  {found['code']}{mark}")
    return 0


def proofs(_: argparse.Namespace) -> int:
    """Print how long the exact proof of each customer that comes with the game takes, and of the largest scenarios."""
    title("proofs, processor time (goals: shipped under 1 s; 12 × 4 under 10 s and 2 GB; 5,000 beats under 60 s)")
    for file in sorted((ROOT / "scenarios").glob("*/*.yaml")):
        scenario, _problems = read(file.read_bytes(), file.name)
        for persona in scenario.personas if scenario is not None else ():
            told(f"{file.stem} {persona.id or 'base'}", measured("proof", file, 1, persona.id or "base"), 1)
    large, layered = peers.folder() / "large.yaml", peers.folder() / "layered.yaml"
    large.write_bytes(scenario_file(unguarded(deal(*LARGE))))
    layered.write_bytes(layered_file(*LAYERS))
    told("12 turns × 4", measured("proof", large), 10)
    told("5,000 beats in layers of 200", measured("proof", layered), 60)
    return 0


def told(name: str, found: dict[str, Any], goal: float) -> None:
    """Print one proof."""
    kind = f"exactly, {found['plays']:,} plays" if found["exact"] else "NOT exact, labelled bounds"
    evidence = f", with evidence {found['gather']:.2f} s" if "gather" in found else ""
    over = "" if found["cpu"] < goal else "   OVER"
    print(f"  {name:<29} {found['cpu']:6.2f} s {megabytes(found['peak']):>8}  {kind}{evidence}{over}", flush=True)


def plays(options: argparse.Namespace) -> int:
    """Print plays a second of the proof against playing one by one, on 12 turns × 4 responses, all always on offer."""
    title("plays a second: 12 turns × 4 responses without guards, the proof against one by one")
    story = unguarded(deal(*LARGE))
    scenario, source = peers.folder() / "large.yaml", peers.folder() / "large.ink"
    scenario.write_bytes(scenario_file(story))
    source.write_text(ink(story), encoding="utf-8")
    with ExitStack() as stack:
        engines = [stack.enter_context(engine) for engine in _at_play(scenario, source)]
        for engine in engines:
            engine.play(0, WARM_UP)
        rounds = []
        for number in range(min(options.rounds, 5)):
            found = measured("proof", scenario)
            turn = {"proof": found["plays"] / found["seconds"]}
            for engine in engines:
                played = engine.play(WARM_UP + number * options.plays, options.plays)
                turn[engine.name] = options.plays / played["seconds"]
            rounds.append(turn)
    for name in rounds[0]:
        print(f"  {name:<7} {statistics.median(turn[name] for turn in rounds):>13,.0f}")
    for name in rounds[0].keys() - {"proof"}:
        ratio([turn["proof"] / turn[name] for turn in rounds], f"proof / {name}", MORE_PLAYS[name])
    return 0


def _at_play(scenario: Path, source: Path) -> list[Engine]:
    """Return our own engine and, where it can be had, inkjs."""
    engines = [peers.yuqi(scenario)]
    try:
        peers.install_inkjs()
        engines.append(peers.inkjs(source))
    except NotHere as reason:
        print(f"  NOT MEASURED: {reason}")
    return engines


def start(_: argparse.Namespace) -> int:
    """Print how long `python main.py --help` takes, beside a Python that does nothing."""
    title("start-up (goal: --help under 0.2 s)")
    for name, command in {"python -c pass": ["-c", "pass"], "main.py --help": ["main.py", "--help"]}.items():
        found = []
        for _round in range(9):
            began = time.perf_counter()
            done = subprocess.run([sys.executable, *command], cwd=ROOT, check=False, capture_output=True)
            found.append(time.perf_counter() - began)
        print(f"  {name:<15} median {statistics.median(found):.3f} s, least {min(found):.3f} s, exit {done.returncode}")
    return 0


def windows(_: argparse.Namespace) -> int:
    """Print what the window takes: its first frame, an idle talk, busy frames, an hour of play."""
    title("the window")
    return window.report()


def courses(_: argparse.Namespace) -> int:
    """Print what a course takes: attempts scored again, the grade book, the item analysis."""
    title("courses, processor time")
    return course.report(lambda line: print(f"  {line}", flush=True))


def measured(what: str, file: Path, rounds: int = 1, persona: str = "base") -> dict[str, Any]:
    """Return what `measure.py` finds in a fresh process; Crashed where that ended badly."""
    script = str(Path(__file__).resolve().parent / "measure.py")
    command = [sys.executable, script, what, str(file), str(rounds), persona]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise Crashed((done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def title(text: str) -> None:
    """Print the head of a table."""
    print(f"\n{text}", flush=True)


def ratio(found: list[float], name: str, goal: float, most: bool = False) -> None:
    """Print a ratio, its spread over the rounds, and whether it reaches its goal."""
    middle = statistics.median(found)
    reached = middle <= goal if most else middle >= goal
    verdict = f"{'at most' if most else 'at least'} {goal:g}: {'reached' if reached else 'NOT REACHED'}"
    print(f"  {name} = {middle:.2f}   ({min(found):.2f} to {max(found):.2f}; {verdict})", flush=True)


def megabytes(peak: float | None) -> str:
    """Return memory in words."""
    return "not told" if peak is None else f"{peak:.0f} MB"


PARTS: Final = {
    "choices": choices,
    "loading": loading,
    "machines": machines,
    "hostile": hostiles,
    "proofs": proofs,
    "plays": plays,
    "start": start,
    "window": windows,
    "course": courses,
}


if __name__ == "__main__":
    sys.exit(main())
