"""A small class whose trainees sit at desks of their own, and what they hand in."""

import hashlib
import itertools
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from game import programme
from game.course.attempt import Answers, Attempt, Pick
from game.course.exchange.signing import DeskKey, desk_key
from game.course.exchange.slip import export
from game.course.tasks import Programme

SCENARIO = """format: 1
id: late
domain: hotel
title: {zh: 迟到, en: Late}
brief: {zh: 客人等了, en: He waited}
customer: {name: {zh: 李, en: Li}, expects: {service: {}}}
personas: {cross: {label: {zh: 急, en: cross}, heat: 6}}
beats:
  one:
    says: {zh: 怎么才来, en: At last}
    responses:
      sorry: {say: {zh: 让您久等了, en: You had to wait}, tags: [reaction, feeling]}
      shrug: {say: {zh: 没办法, en: So it is}, tags: [denial], then: left}
  two:
    says: {zh: 那现在呢, en: What now}
    responses:
      at-once: {say: {zh: 马上办好, en: It is done}, deliver: {service: 3}, tags: [next-step], then: fine}
      wait: {say: {zh: 再等等, en: Wait}, then: left}
endings:
  fine: {says: {zh: 好, en: Good}}
  left: {says: {zh: 不住了, en: I am off}, lost: true}
""".encode()
"""A small customer, so that a file can be changed in each of its bits."""

COURSE = """format: 1
id: autumn
title: {zh: 秋季班, en: Autumn}
mode: exam
attempts: {allowed: 2, counts: best}
scenarios: [{file: late.yaml}]
"""
PICKS = ("sorry", "at-once")
BEGAN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_numbers = itertools.count(1)


def sha256(raw: bytes) -> str:
    """Give the hash by which bytes are called."""
    return hashlib.sha256(raw).hexdigest()


def course_file(folder: Path, text: str = COURSE, **files: str | bytes) -> Path:
    """Give the course's file in a folder, beside its scenario and what else it names (`roster_csv` is roster.csv)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "late.yaml").write_bytes(SCENARIO)
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(raw)
    path = folder / "course.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def course(folder: Path, text: str = COURSE, **files: str | bytes) -> Programme:
    """Give the course, read with all that it names."""
    found = programme.load(course_file(folder, text, **files))
    assert found is not None
    return found


def attempt(trainee: str = "张三", picks: Sequence[str] = PICKS, **changed: Any) -> Attempt:
    """Give an attempt at the small customer, but for what is `changed`; each begins a minute after the one before."""
    number = next(_numbers)
    began = BEGAN + timedelta(minutes=number)
    times = [5_000 + 700 * turn for turn in range(len(picks))]
    usual = Attempt(
        id=str(uuid.UUID(int=number + (5 << 76) + (9 << 60))),
        scenario="late",
        sha256=sha256(SCENARIO),
        rulebook="standard",
        rulebook_version=1,
        persona=None,
        mode="exam",
        language="zh",
        seed=7,
        trainee=trainee,
        started=began,
        ended=began + timedelta(seconds=40),
        picks=tuple(Pick(turn, *one) for turn, one in enumerate(zip(picks, times, strict=True), start=1)),
        answers=Answers("第一句", 60, "先听他说完"),
        course="autumn",
        course_sha256=sha256(COURSE.encode()),
        task="all/late/*",
    )
    return replace(usual, **changed)


def sources(*contents: bytes) -> Any:
    """Give what finds the bytes of a hash: the small scenario, its course, and what else there is."""
    return {sha256(raw): raw for raw in (SCENARIO, COURSE.encode(), *contents)}.__getitem__


def desk(folder: Path) -> DeskKey:
    """Give the key of a desk of its own."""
    return desk_key(folder)


def slip(key: DeskKey, made: Attempt | None = None, *contents: bytes, **told: Any) -> bytes:
    """Give the signed file of an attempt, as a desk with this key hands it in."""
    return export(attempt() if made is None else made, sources(*contents), key, **told)
