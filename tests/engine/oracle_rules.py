"""The standard rulebook of the oracle: one `if` for each line of the design's table."""

from typing import TYPE_CHECKING, Any

from game.scenario.records import Response

if TYPE_CHECKING:
    from tests.engine.oracle import Talk

PLAIN = ("evaluation", "pseudo-feeling", "demand", "comparison", "interrogation", "silence")


def half_up(a: int, b: int) -> int:
    """Round a/b, halves up."""
    whole, rest = divmod(a, b)
    return whole + 1 if 2 * rest >= b else whole


def between(value: int, low: int, high: int) -> int:
    """Keep a value in its range."""
    return min(high, max(low, value))


def judged(
    talk: "Talk", response: Response | None, tags: set[str], h: int, again: bool, rules: set[str]
) -> dict[str, Any]:
    """Return e, n, b, u, heat, the changes and the two numbers of the turn; all but frames, promises and closings."""
    want_e, want_n, u = (2, 2, 3) if h >= 6 else (1, 2, 2) if h >= 3 else (0, 1, 1)
    e = 0 if again else len(tags & {"reaction", "interpretation", "exploration"})
    turn: dict[str, Any] = {
        "h": h, "e": e, "u": u, "heat": 0, "perceived": [], "sums": dict.fromkeys(talk.perceived, 0), "tags": tags,
    }  # fmt: skip
    turn["b"] = blockers(talk, tags, h, e, turn, rules)
    wrong = False
    if not again:
        listening(talk, tags, e, want_e, rules)
        wrong = naming(talk, response, turn, rules)
        acts(talk, response, tags, turn, rules)
        deeds(talk, response, turn, rules)
    nvc = {"observation", "feeling", "request"} if wrong else {"observation", "feeling", "request", "need"}
    n = 0 if again else len(tags & nvc)
    base = 100 if want_e == 0 else 40 + half_up(60 * min(e, want_e), want_e)
    turn["empathy_turn"] = between(base - 30 * turn["b"] - (10 if e > want_e + 1 else 0), 0, 100)
    turn["nvc_turn"] = between(40 + half_up(60 * min(n, want_n), want_n) - 30 * turn["b"], 0, 100)
    return turn


def change(turn: dict[str, Any], component: str, by: int) -> None:
    """Note a change to perceived; one on a component that is left out is void."""
    if component in turn["sums"]:
        turn["perceived"].append((component, by))


def blockers(talk: "Talk", tags: set[str], h: int, e: int, turn: dict[str, Any], rules: set[str]) -> int:
    """Return the weight of the blockers that fired."""
    b = 0
    for tag in PLAIN:
        if tag in tags:
            b += 1
            rules.add(tag)
    for tag, weight, component in (
        ("denial", 1, "brand"), ("blame", 1, "personal"), ("retelling", 1, "personal"), ("contempt", 2, "personal"),
    ):  # fmt: skip
        if tag in tags:
            b += weight
            rules.add(tag)
            change(turn, component, -1)
    if "minimising" in tags and h >= 3:
        b += 1
        rules.add("minimising")
    if "advice" in tags and ((h >= 6 and e == 0) or not talk.need_known):
        b += 1
        rules.add("advice")
    return b


def listening(talk: "Talk", tags: set[str], e: int, want_e: int, rules: set[str]) -> None:
    """Fire the rules that only tell how the customer was listened to."""
    if e >= 1:
        rules.add("specific-empathy")
    if "generic" in tags and e == 0:
        rules.add("generic-empathy")
    if "apology" in tags and "ownership" not in tags and e == 0:
        rules.add("bare-apology")
    if e > want_e + 1:
        rules.add("warmth-in-time")


def naming(talk: "Talk", response: Response | None, turn: dict[str, Any], rules: set[str]) -> bool:
    """Fire the rules of the named need, and return whether it was the wrong one."""
    if response is None or response.names is None:
        return False
    if response.names != talk.customer.need:
        rules.add("wrong-need")
        return True
    if not talk.need_known:
        rules.add("name-the-need")
        turn["heat"] -= 1
        turn["names"] = True
    return False


def acts(talk: "Talk", response: Response | None, tags: set[str], turn: dict[str, Any], rules: set[str]) -> None:
    """Fire the rules of what was done in the talk."""
    if "paraphrase" in tags and not talk.turns:
        rules.add("paraphrase-first")
        change(turn, "personal", 1)
    if response is not None and set(response.learn) - talk.facts and once(talk, "ask-first", rules):
        change(turn, "personal", 1)
    if "ownership" in tags and talk.customer.fault == "ours" and once(talk, "own-the-failure", rules):
        change(turn, "brand", 1)
        turn["heat"] -= 1
    if "update" in tags and once(talk, "update-before-asked", rules):
        change(turn, "service", 1)
        turn["heat"] -= 1
    if response is not None and "recap" in tags:
        anything = talk.made or talk.framed or response.promises or response.frames
        if anything and once(talk, "recap", rules):
            talk.set_points += 5
    if turn.pop("names", False):
        talk.need_known = True


def once(talk: "Talk", rule: str, rules: set[str]) -> bool:
    """Fire a rule that fires once in a play, if it has not fired yet."""
    if rule in talk.once:
        return False
    talk.once.add(rule)
    rules.add(rule)
    return True


def deeds(talk: "Talk", response: Response | None, turn: dict[str, Any], rules: set[str]) -> None:
    """Sum what was delivered and what nobody asked for."""
    if response is None:
        return
    unheard = turn["h"] >= 6 and turn["e"] == 0
    for component, written in response.deliver:
        amount = written
        if unheard and written > 0:
            rules.add("connect-before-correct")
            amount = written // 2
        change(turn, component, amount)
        talk.deeds[component] += amount
    if response.extra is not None:
        about = response.extra.about
        if talk.weight[about] >= 2:
            rules.add("salient-surprise")
            change(turn, about, 2)
            talk.deeds[about] += 2
        else:
            rules.add("surprise-off-target")


def frames(talk: "Talk", response: Response, turn: dict[str, Any], rules: set[str]) -> None:
    """Make the frames, each framed component by itself."""
    heard = turn["h"] < 6 or turn["e"] >= 1
    for frame in response.frames:
        talk.framed = True
        c, level = frame.about, frame.level
        if level <= talk.can[c] - 2:
            rules.add("sandbagging")
            change(turn, "brand", -1)
            talk.set_points -= 10
        elif talk.desired[c] <= talk.can[c] or level >= talk.desired[c]:
            rules.add("needless-limit")
        elif not heard:
            rules.add("frame-unheard")
        elif "reason" in turn["tags"] and "option" in turn["tags"]:
            rules.add("honest-framing")
            change(turn, "brand", 1)
            talk.set_points += 15
            lower(talk, c, level, 3)
        else:
            rules.add("bare-limit")
            lower(talk, c, level, 1)


def lower(talk: "Talk", c: str, level: int, most: int) -> None:
    """Let desired fall by at most `most`, not below the frame's level nor 1; adequate follows."""
    for _ in range(most):
        if talk.desired[c] - 1 >= level and talk.desired[c] - 1 >= 1:
            talk.desired[c] -= 1
    if talk.desired[c] <= talk.adequate[c]:
        talk.adequate[c] = max(0, talk.desired[c] - 1)


def promises(talk: "Talk", response: Response, turn: dict[str, Any], rules: set[str]) -> None:
    """Make the promises, each by itself, in the order written."""
    for promise in response.promises:
        if promise.id in talk.made:
            continue
        c = promise.about
        if promise.level > talk.can[c]:
            rules.add("overpromise")
        if promise.by is None:
            rules.add("vague-promise")
            talk.set_points -= 5
        elif talk.adequate[c] <= promise.level <= talk.can[c] and once(talk, "give-a-when", rules):
            change(turn, "service", 1)
            talk.set_points += 10
        talk.desired[c] = max(talk.desired[c], promise.level)
        talk.made.append(promise.id)
        talk.open.append(promise.id)


def promised(talk: "Talk", id_: str) -> tuple[str, int]:
    """Return what a promise is about, and its level."""
    for beat in talk.scenario.beats.values():
        for response in beat.responses:
            for promise in response.promises:
                if promise.id == id_:
                    return promise.about, promise.level
    raise AssertionError(id_)


def shut(talk: "Talk", response: Response, earlier: list[str], rules: set[str]) -> int:
    """Step 3: keep, then break promises that were open before this turn; return the change of heat."""
    heat = 0
    for id_ in response.keeps:
        if id_ not in earlier or id_ not in talk.open:
            continue
        c, level = promised(talk, id_)
        talk.open.remove(id_)
        # What closes promises is read as it then stands: a thin one before this may have cost the brand a point.
        if talk.perceived[c] >= level >= talk.adequate[c]:
            rules.add("promise-kept")
            talk.kept.add(id_)
            talk.set_points += 15
            heat -= 1
        else:
            rules.add("promise-thin")
            talk.set_points -= 15
            at_once(talk, "brand", -1)
    for id_ in response.breaks:
        if id_ in earlier and id_ in talk.open:
            rules.add("promise-broken")
            heat += broken(talk, id_)
    return heat


def at_once(talk: "Talk", component: str, by: int) -> None:
    """Change what is perceived and clamp it there and then."""
    if component in talk.perceived:
        talk.perceived[component] = between(talk.perceived[component] + by, 0, 10)


def broken(talk: "Talk", id_: str) -> int:
    """Break a promise and return the change of heat."""
    talk.broken += 1
    by = 2 if talk.broken == 1 else 4
    talk.open.remove(id_)
    at_once(talk, "brand", -by)
    at_once(talk, promised(talk, id_)[0], -by)
    talk.set_points -= 20
    return by


def settle(talk: "Talk", tags: frozenset[str], rules: set[str]) -> None:
    """Step 10: the closing rules."""
    if tags & {"check-back", "next-step"}:
        rules.add("close-the-loop")
        talk.set_points += 10
    else:
        rules.add("loop-left-open")
        talk.set_points -= 10
    for id_ in list(talk.open):
        rules.add("promise-forgotten")
        talk.heat = between(talk.heat + broken(talk, id_), 0, 10)
