"""What is seen of all plays of one customer beside their proof: what every response did, cost and left.

One exploration serves both. Where a state's responses are compared, silence is on offer too: it can be the best, and
costs what it costs, but it is nobody's rival and has no `Choice` of its own.

`best_now` is what a trainee would pick who knew how the gauges will stand after the turn, and looked no further: the
response with the highest overall if the scores were taken as they then stand (closing rules only where the play has
ended with the turn, as its last gauges show); of equal ones, those that leave the least heat; of these, those with the
highest empathy and NVC of the turn together. All that are equal in this have the best of it.
"""

from game.engine import begin, score, standard
from game.engine.passing import MARK, Passing
from game.engine.play import Play
from game.engine.rulebook import Rulebook
from game.engine.scores import STANDARD, Weights
from game.proof.account import Account
from game.proof.evidence import Evidence
from game.proof.explore import Budget, Exploration, Progress
from game.proof.glimpse import glimpse
from game.proof.hindsight import NOT, backwards
from game.proof.moves import Moves
from game.proof.prove import Findings, over_at_once
from game.proof.records import Proof
from game.proof.watch import Watch
from game.scenario import Scenario, read


def gather(
    scenario: Scenario,
    persona: str | None = None,
    rulebook: Rulebook | None = None,
    weights: Weights = STANDARD,
    passing: Passing = MARK,
    budget: Budget | None = None,
    progress: Progress | None = None,
) -> Evidence:
    """Return the proof of one customer, as `prove` gives it, and what was seen of every response.

    Where the proof is not exact, or there are too many states to keep, the evidence is not `whole`: responses are
    compared in the states that some random plays come to near their ends, and nothing is claimed of the others.
    KeyError for an unknown persona.
    """
    rules = rulebook if rulebook is not None else standard()
    play = begin(scenario, persona, rulebook=rules)
    limit = budget if budget is not None else Budget()
    exploration = Exploration(Moves(play.case), weights, limit, progress, watched=True, passing=passing)
    if play.over:
        return _over_at_once(play, exploration)
    exploration.run(play)
    return _gathered(play, exploration, Findings(play, exploration).proof())


def _gathered(play: Play, exploration: Exploration, proof: Proof) -> Evidence:
    watch, account = _watch(exploration), Account(exploration.moves, proof.best_overall if proof.exact else None)
    trace = watch.trace if proof.exact and not exploration.left else None
    if trace is None:
        roots = glimpse(play, exploration, proof, account.weigh)
        return evidence(proof, watch, account, whole=False, clean=None, plays=roots)
    clean = int(backwards(trace, account.picks, account.weigh).clean[0])
    return evidence(proof, watch, account, whole=True, clean=None if clean == NOT else clean)


def _over_at_once(play: Play, exploration: Exploration) -> Evidence:
    """Return the evidence of a play that is over before it begins."""
    ends = exploration.ends
    proof = over_at_once(play, score(play, ends.weights), ends.passing)
    account = Account(exploration.moves)
    return evidence(proof, _watch(exploration), account, whole=True, clean=proof.best_overall)


def _watch(exploration: Exploration) -> Watch:
    assert exploration.watch is not None
    return exploration.watch


def evidence(
    proof: Proof, watch: Watch, account: Account, *, whole: bool, clean: int | None, plays: int = 1
) -> Evidence:
    """Return the evidence of an exploration; `plays` is how many of its points the account begins at."""
    moves, ranges = watch.moves, watch.ranges
    notes, layout, zones = moves.known.notes, moves.case.layout, moves.known.zones.values
    promises = layout.promises
    forgotten = {number for open_ in ranges.forgotten for number in moves.known.opens.values[open_]}
    choices = tuple(account.choice(watch, beat, place, plays) for beat, place in account.written())
    return Evidence(
        proof=proof,
        whole=whole,
        choices=choices,
        fired=account.fired(watch),
        interrupts=frozenset(moves.course.broken),
        made=notes.named(layout.made),
        kept=notes.named(layout.kept),
        thin=frozenset(promises[number].id for number in notes.thin),
        broken=notes.named(layout.broken),
        forgotten=frozenset(promises[number].id for number in forgotten),
        learned=notes.named(layout.facts),
        perceived=dict(zip(layout.components, ranges.perceived, strict=True)),
        desired={
            component: (min(one.desired[at] for one in zones), max(one.desired[at] for one in zones))
            for at, component in enumerate(layout.components)
        },
        meters=dict(zip(layout.meter_ids, ranges.meters, strict=True)),
        best_clean=clean,
        answers=account.answers(),
    )


def gather_bytes(source: bytes, persona: str | None = None, file: str = "scenario.yaml") -> Evidence:
    """Return the evidence of a scenario file's bytes by the standard rulebook; other processes can be given this.

    ValueError with the problems if the file has errors.
    """
    scenario, problems = read(source, file)
    if scenario is None:
        raise ValueError("\n".join(problem.told("en") for problem in problems))
    return gather(scenario, persona)
