"""Attempts as xAPI statements of the serious-games profile: what happened, for a learning record store.

The same attempt always gives the same bytes: ids are made from the attempt's own and the place in it, times from its
start and the milliseconds of its picks. Nothing that may still change is said: an attempt that goes on later only gets
more statements.
"""

import json
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from msgspec import Struct

from game.course.attempt import Attempt
from game.course.grading.results import Result
from game.course.tasks import Programme
from game.course.xapi.scenes import Scene
from game.course.xapi.terms import PROFILE, PROGRESS, TAGS, Json, Naming, activity, in_languages, lasting, moment, verb
from game.engine import Play, Score, Turn, begin, choose
from game.scenario import Text

PLATFORM: Final = "Yuqi 预期"
NOBODY: Final = "-"
"""The account of an attempt for which no name was given: an account has to have one."""
GAME: Final = Text("预期", "Yuqi")
OVER: Final = ("ended", "expired")
"""The states of attempts that are over for good. One that was left in the middle might be taken up again elsewhere."""


class Statement(Struct, frozen=True):
    """One statement: its id, the id of its attempt, and its bytes, JSON in UTF-8."""

    id: str
    attempt: str
    raw: bytes


class Telling:
    """Tells the attempts of one course; what scenarios look like in it is worked out once for each version."""

    def __init__(self, programme: Programme, naming: Naming) -> None:
        self.programme = programme
        self.naming = naming
        self._scenes: dict[str, Scene] = {}

    def statements(self, result: Result) -> tuple[Statement, ...]:
        """Return what there is to say of an attempt so far, in order; nothing of one whose picks no longer fit.

        Each pick is `selected`, and `progressed` where it leads on to another beat; an attempt that is over is also
        `completed`, and `passed` or `failed` by what the course asks for now.
        """
        if result.play is None:
            return ()
        scenario = result.play.case.scenario
        if scenario.sha256 not in self._scenes:
            self._scenes[scenario.sha256] = Scene(scenario, self.naming)
        return tuple(_Told(self, result, result.play, self._scenes[scenario.sha256]).all())


def written(document: Json) -> bytes:
    """Return a statement's bytes: one line, the keys sorted."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class _Told:
    """One attempt as it is told: what all of its statements have in common, and then each of them."""

    def __init__(self, telling: Telling, result: Result, play: Play, scene: Scene) -> None:
        self.programme, self.naming = telling.programme, telling.naming
        self.result, self.attempt, self.play, self.scene = result, result.attempt, play, scene
        self.registration = _uuid(self.attempt.id)
        self.actor = _actor(self.programme, self.attempt, self.naming)

    def all(self) -> Iterator[Statement]:
        """Yield every statement, in order."""
        yield self._made("initialized", "initialized", self.scene.level, 0)
        yield from self._turns()
        if self.result.state in OVER and self.result.score is not None:
            yield from self._end(self.result.score)

    def _turns(self) -> Iterator[Statement]:
        passed, progress = 0, 0.0
        ahead = (*(turn.beat for turn in self.play.turns[1:]), self._still_at())
        for turn, pick, beat in zip(self.play.turns, self.attempt.picks, ahead, strict=False):
            passed += pick.milliseconds
            yield self._selected(turn, passed, pick.milliseconds)
            if beat is not None:
                progress = self.scene.progress(turn.number, beat, progress)
                so_far = {"extensions": {PROGRESS: progress}}
                yield self._made(f"progressed/{turn.number}", "progressed", self.scene.level, passed, so_far)

    def _still_at(self) -> str | None:
        """Return the beat at which the picks leave the talk, None where they bring it to an end."""
        play = self.play
        if self.result.state not in ("ended", "unfinished"):  # closed from outside: it no longer says where it was
            case = play.case
            play = begin(case.scenario, self.attempt.persona, self.attempt.seed, rulebook=case.rulebook)
            for pick in self.attempt.picks:
                choose(play, pick.response)
        return None if play.over else play.state

    def _selected(self, turn: Turn, passed: int, milliseconds: int) -> Statement:
        # Heat is that before the pick: that after the last one changes when the talk is closed.
        state = self.naming.extensions(
            turn=turn.number, heat=turn.before.heat, empathy=turn.empathy_turn, nvc=turn.nvc_turn
        )
        result = {"response": turn.response, "duration": lasting(milliseconds), "extensions": state}
        asked = self.scene.dialogs[turn.beat]
        return self._made(f"selected/{turn.number}", "selected", asked, passed, result, parent=self.scene.level)

    def _end(self, score: Score) -> Iterator[Statement]:
        passed = sum(pick.milliseconds for pick in self.attempt.picks)
        result = _result(score, self.result, self.play, self.naming, passed)
        if self.attempt.expired and self.attempt.ended is not None:  # the clock went on after the last pick
            passed = max(passed, (self.attempt.ended - self.attempt.started) // timedelta(milliseconds=1))
        yield self._made("completed", "completed", self.scene.level, passed, result)
        outcome = "passed" if self.result.passed else "failed"
        yield self._made("outcome", outcome, self.scene.level, passed, result)

    def _made(
        self, place: str, said: str, about: Json, passed: int, result: Json | None = None, parent: Json | None = None
    ) -> Statement:
        """Return the statement at a place of the attempt, so many milliseconds after its start."""
        id_ = str(uuid.uuid5(self.registration, place))
        document = {
            "id": id_,
            "actor": self.actor,
            "verb": verb(said),
            "object": about,
            "context": self._context(parent),
            "timestamp": moment(self.attempt.started, passed),
        }
        return Statement(id_, self.attempt.id, written(document if result is None else {**document, "result": result}))

    def _context(self, parent: Json | None) -> Json:
        attempt = self.attempt
        around: Json = {
            "category": [activity(PROFILE, "profile")],
            "grouping": _grouping(self.programme, attempt, self.naming),
        }
        if parent is not None:
            around["parent"] = [parent]
        more = self.naming.extensions(persona=attempt.persona or "base", mode=attempt.mode, task=attempt.task or None)
        return {
            "registration": str(self.registration),
            "revision": attempt.sha256,
            "platform": PLATFORM,
            "language": TAGS.get(attempt.language, TAGS["en"]),
            "contextActivities": around,
            "extensions": more,
        }


def _uuid(id_: str) -> uuid.UUID:
    """Return the id of an attempt, or where it is no UUID one that is made from it."""
    try:
        return uuid.UUID(id_)
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_OID, id_)


def _actor(programme: Programme, attempt: Attempt, naming: Naming) -> Json:
    """Return who talked: a trainee, or a group with its people."""
    actor = _account(programme, attempt.trainee, naming)
    if not attempt.members:
        return {"objectType": "Agent", **actor}
    members = [{"objectType": "Agent", **_account(programme, name, naming)} for name in attempt.members]
    return {"objectType": "Group", **actor, "member": members}


def _account(programme: Programme, trainee: str, naming: Naming) -> Json:
    if naming.code is not None:
        return {"account": {"homePage": naming.home_page, "name": naming.code(trainee) or NOBODY}}
    listed = programme.member(trainee)
    named = {} if listed is None else {"name": listed.name}
    return {"account": {"homePage": naming.home_page, "name": trainee or NOBODY}, **named}


def _grouping(programme: Programme, attempt: Attempt, naming: Naming) -> list[Json]:
    """Return what the attempt belongs to: the course, its phase where it has any, and the game."""
    course = programme.course
    around = [activity(naming.address("courses", course.id), "course", name=in_languages(course.title))]
    if attempt.phase and len(course.phases) > 1:
        title = in_languages(course.title, after=f" · {attempt.phase}")
        around.append(activity(naming.address("courses", course.id, attempt.phase), "module", name=title))
    return [*around, activity(naming.address("game"), "game", name=in_languages(GAME))]


def _result(score: Score, result: Result, play: Play, naming: Naming, passed: int) -> Json:
    """Return what the attempt came to: overall as the score, all else as extensions of ours."""
    five = {name: getattr(score, name) for name in ("set", "meet", "exceed", "empathy", "nvc")}
    more = {"satisfaction": score.satisfaction, "verdict": score.verdict}
    end = {"ending": play.ending, "lost": play.lost, "expired": result.state == "expired"}
    return {
        "score": {"scaled": score.overall / 100, "raw": score.overall, "min": 0, "max": 100},
        "success": result.passed,
        "completion": True,
        "duration": lasting(passed),
        "extensions": naming.extensions(**five, **more, **end),
    }
