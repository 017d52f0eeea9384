"""The rules of play a second time: slow, plain, written from the design's words alone, sharing no line with the engine.

One `Talk` is one play. Everything is a dict by name; every rule is an `if`. What the engine says is held against this.
"""

from typing import Any

from game.scenario.records import Condition, Line, Range, Response, Scenario
from tests.engine.oracle_rules import between, frames, half_up, judged, promises, settle, shut


class Talk:
    """One play of a scenario, by the book."""

    def __init__(self, scenario: Scenario, persona: str | None = None) -> None:
        who = scenario.persona(persona)
        self.scenario = scenario
        self.persona = who.id if who.id is not None else "base"
        self.customer = who.customer
        self.can: dict[str, int] = {c: x.can for c, x in who.customer.expects.items()}
        self.weight: dict[str, int] = {c: x.weight for c, x in who.customer.expects.items()}
        self.perceived: dict[str, int] = {c: x.perceived for c, x in who.customer.expects.items()}
        self.adequate: dict[str, int] = {c: x.adequate for c, x in who.customer.expects.items()}
        self.desired: dict[str, int] = {c: x.desired for c, x in who.customer.expects.items()}
        self.hoped = dict(self.desired)
        self.deeds: dict[str, int] = dict.fromkeys(self.desired, 0)
        self.heat = who.customer.heat
        self.meters = {m: x.start for m, x in scenario.meters.items()}
        self.facts: set[str] = set()
        self.said: set[tuple[str, str]] = set()
        self.made: list[str] = []
        self.open: list[str] = []
        self.kept: set[str] = set()
        self.broken = 0
        self.framed = False
        self.need_known = False
        self.once: set[str] = set()
        self.set_points = 0
        self.means: list[tuple[int, int, int]] = []
        self.interrupted: list[int] = []
        self.back = scenario.start
        self.beat: str | None = scenario.start
        self.ending: str | None = None
        self.turns: list[dict[str, Any]] = []
        self.tags: frozenset[str] = frozenset()
        if not self.offered():
            self.finish("dead-end", frozenset(), set())

    # What is on offer and what is said

    def offered(self) -> list[str]:
        """Return the ids on offer, in the file's order, silence last."""
        if self.beat is None:
            return []
        beat = self.scenario.beats[self.beat]
        ids = []
        for response in beat.responses:
            picked = (beat.id, response.id) in self.said
            if (not picked or response.again) and self.holds(response.when):
                ids.append(response.id)
        if beat.patience is not None and (beat.id, "silence") not in self.said:
            ids.append("silence")
        return ids

    def says(self) -> tuple[str, str] | None:
        """Return what the customer says now, in Chinese and English."""
        if self.beat is not None:
            return self.first(self.scenario.beats[self.beat].says)
        if self.ending == "dead-end":
            return None
        return self.first(self.scenario.endings[str(self.ending)].says)

    def first(self, lines: tuple[Line, ...]) -> tuple[str, str] | None:
        """Return the first line that holds."""
        for line in lines:
            if self.holds(line.when):
                return (line.text.told("zh"), line.text.told("en"))
        return None

    def holds(self, c: Condition | None) -> bool:
        """Return whether all keys of a condition hold now."""
        if c is None:
            return True
        checks = [
            c.heat is None or inside(self.heat, c.heat),
            all(fact in self.facts for fact in c.knows),
            all(pick in self.said for pick in c.said),
            all(promise in self.made for promise in c.promised),
            all(promise in self.kept for promise in c.kept),
            c.need_known is None or self.need_known == c.need_known,
            c.persona is None or self.persona in c.persona,
            all(inside(self.meters[m], r) for m, r in c.meters),
            all(inside(self.perceived[x], r) for x, r in c.perceived),
            all(inside(self.desired[x], r) for x, r in c.desired),
            all(self.holds(inner) for inner in c.all),
            c.any is None or any(self.holds(inner) for inner in c.any),
            c.no is None or not self.holds(c.no),
        ]
        return all(checks)

    # One turn

    def pick(self, id_: str) -> dict[str, Any]:
        """Pick a response that is on offer and return the turn as `score --json` shows it."""
        assert self.beat is not None
        assert id_ in self.offered()
        here = self.beat
        response = next((r for r in self.scenario.beats[here].responses if r.id == id_), None)
        again = (here, id_) in self.said
        start_open, h = list(self.open), self.heat
        tags = {"silence"} if response is None else set(response.tags)
        rules: set[str] = set()
        verdict = judged(self, None if again else response, tags, h, again, rules)
        if response is not None and not again:
            frames(self, response, verdict, rules)
            promises(self, response, verdict, rules)
        for component, change in verdict["perceived"]:
            verdict["sums"][component] += change
        for component, change in verdict["sums"].items():
            self.perceived[component] = between(self.perceived[component] + change, 0, 10)
        if response is not None and not again:
            verdict["heat"] += shut(self, response, start_open, rules)
        own = response.heat if response is not None else 0
        b = verdict["b"]
        self.heat = between(h - verdict["e"] + 2 * b + verdict["heat"] + own, 0, 10)
        if not again or b:
            self.means.append((verdict["u"], verdict["empathy_turn"], verdict["nvc_turn"]))
        self.remember(here, id_, response, again)
        reply = self.first(response.reply) if response is not None and not again else None
        target = here if response is None else self.way(response)
        self.tags = frozenset() if again else frozenset(tags)
        self.arrive(target, self.tags, rules)
        turn = self.shown(here, id_, verdict, rules)
        turn["reply"] = reply
        self.turns.append(turn)
        return turn

    def remember(self, beat: str, id_: str, response: Response | None, again: bool) -> None:
        """Step 7: meters change, facts are learned, the response counts as said."""
        if response is not None:
            for meter, change in response.meters:
                bounds = self.scenario.meters[meter]
                self.meters[meter] = between(self.meters[meter] + change, bounds.min, bounds.max)
            if not again:
                self.facts |= set(response.learn)
        self.said.add((beat, id_))

    def way(self, response: Response) -> str:
        """Step 8: where the response leads."""
        for route in response.then:
            if self.holds(route.when):
                return self.back if route.to == "back" else route.to
        raise AssertionError(response)

    def arrive(self, target: str, tags: frozenset[str], rules: set[str]) -> None:
        """Steps 9 and 10: interrupts take the place of beats; endings and dead ends close."""
        if target in self.scenario.beats:
            for number, interrupt in enumerate(self.scenario.interrupts):
                if number not in self.interrupted and self.holds(interrupt.when):
                    earlier = {self.scenario.interrupts[i].to for i in self.interrupted}
                    if target not in earlier:
                        self.back = target
                    self.interrupted.append(number)
                    target = interrupt.to
                    break
        if target not in self.scenario.beats:
            self.finish(target, tags, rules)
            return
        self.beat = target
        if not self.offered():
            self.finish("dead-end", tags, rules)

    def finish(self, ending: str, tags: frozenset[str], rules: set[str]) -> None:
        """Close the play by the closing rules."""
        self.beat, self.ending = None, ending
        settle(self, tags, rules)

    # What it comes to

    def mean(self, which: int) -> int:
        """Step 6: the running mean of empathy (1) or NVC (2)."""
        if not self.means:
            return 50
        return half_up(sum(t[0] * t[which] for t in self.means), sum(t[0] for t in self.means))

    def run_out(self) -> None:
        """The time runs out: as if nothing were on offer, with the turn that led here."""
        rules = set(self.turns[-1]["rules"]) if self.turns else set()
        self.finish("dead-end", self.tags, rules)
        if self.turns:
            self.turns[-1] |= self.stand() | {"rules": sorted(rules)}

    def shown(self, beat: str, id_: str, verdict: dict[str, Any], rules: set[str]) -> dict[str, Any]:
        """Return a turn as `score --json` gives it."""
        return {
            "beat": beat,
            "response": id_,
            "empathy_turn": verdict["empathy_turn"],
            "nvc_turn": verdict["nvc_turn"],
            **self.stand(),
            "rules": sorted(rules),
        }

    def stand(self) -> dict[str, Any]:
        """Return where the talk stands, as a turn shows it."""
        return {
            "heat": self.heat,
            "empathy": self.mean(1),
            "nvc": self.mean(2),
            "set_points": self.set_points,
            "components": {
                c: {"adequate": self.adequate[c], "desired": self.desired[c], "perceived": self.perceived[c]}
                for c in self.desired
            },
            "meters": dict(self.meters),
            "facts": sorted(self.facts),
        }


def inside(value: int, wanted: Range) -> bool:
    """Return whether a value lies in a closed range."""
    if wanted.min is not None and value < wanted.min:
        return False
    return not (wanted.max is not None and value > wanted.max)
