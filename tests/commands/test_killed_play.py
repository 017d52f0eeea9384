"""A real game that is killed while it is played: what the trainee saw happen has happened."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.course.store import open_store
from game.engine import begin, choose, look
from game.scenario import Scenario, read

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "scenarios" / "hotel" / "room-not-ready.yaml"
PICKS = [
    *("plain-answer", "hear-night", "ask-today", "confirm-1130", "tell-him"),
    *("waive", "settle-lounge", "key-quiet", "ask-sleep"),
]
KILLS = 100
WORDS = ("play", str(FILE), "--plain", "--lang", "en", "--mode", "practice", "--persona", "base", "--seed", "7")


def scenario() -> Scenario:
    found, _ = read(FILE.read_bytes(), FILE.name)
    assert found is not None
    return found


def acknowledgements() -> list[str]:
    """The words that appear only once each pick was kept: the customer's reply to it."""
    play = begin(scenario(), None)
    replies = []
    for pick in PICKS:
        reply = choose(play, pick).reply
        assert reply is not None
        replies.append(reply.told("en"))
    return replies


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def game(home: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "YUQI_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, str(ROOT / "main.py"), *WORDS]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )


def killed_after(home: Path, letters: int) -> str:
    """What a trainee had read when the game was killed, after at least so many bytes of it."""
    with game(home) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n".join(PICKS).encode() + b"\n")
        process.stdin.flush()
        read_so_far = b""
        while len(read_so_far) < letters:
            more = os.read(process.stdout.fileno(), letters - len(read_so_far))
            if not more:
                break
            read_so_far += more
        process.kill()
        process.stdin.close()
    return flat(read_so_far.decode("utf-8", "ignore"))


@pytest.mark.slow
def test_no_pick_that_was_answered_is_lost_when_the_game_is_killed(tmp_path: Path) -> None:
    """In 100 kills at random moments every pick that was answered is in the store, and the play goes on there."""
    chance = random.Random(20261121)
    replies = [flat(reply) for reply in acknowledgements()]
    with game(tmp_path / "whole") as process:
        whole = len(process.communicate("\n".join(PICKS).encode() + b"\n")[0])
    lost = answered = unfinished = 0
    for _ in range(KILLS):
        seen = killed_after(tmp_path / "home", chance.randrange(1, whole))
        shown = sum(reply in seen for reply in replies)
        with open_store(tmp_path / "home") as store:
            attempts = store.attempts()
            kept = [pick.response for pick in attempts[0].picks] if attempts else []
            assert kept == PICKS[: len(kept)]
            if attempts and attempts[0].ended is None:
                unfinished += 1
                resumed = begin(scenario(), attempts[0].persona, attempts[0].seed)
                for pick in kept:
                    choose(resumed, pick)
                assert not resumed.over or len(kept) == len(PICKS)
                assert resumed.over or look(resumed).beat is not None
                store.abandon(attempts[0].id)
        answered += shown
        lost += max(0, shown - len(kept))
    assert answered > KILLS
    assert unfinished > 10
    assert lost == 0
