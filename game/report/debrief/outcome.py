"""What a play that is over came to: verdict, scores, the customer's survey, the trainee's guess, each component."""

from game import engine
from game.course.attempt import Answers
from game.engine import Part, Play, Score, Weights, look
from game.i18n import Words
from game.report.debrief.formulas import formulas, meet_sum, overall
from game.report.debrief.naming import need_name
from game.report.debrief.records import ComponentEnd, Lens, Own, Result, Survey, Voice


def result(words: Words, play: Play, answers: Answers | None, weights: Weights) -> Result:
    """Return what a play came to. ValueError if it is not over."""
    score = engine.score(play, weights)
    verdict = words(f"verdict.{score.verdict}")
    return Result(
        score.verdict,
        verdict,
        words("debrief.overall", overall=score.overall, verdict=verdict),
        score.lost,
        words(f"debrief.why.{'expired' if play.expired else 'lost' if score.lost else score.verdict}"),
        formulas(words, play, score),
        overall(words, score),
        survey(words, play, score),
        None if answers is None else own(words, answers, score),
        tuple(component(words, part) for part in score.parts),
        servqual(words, score),
    )


def survey(words: Words, play: Play, score: Score) -> Survey:
    """Return what the customer says afterwards, and the need that was behind it all."""
    customer, promoter = play.case.customer, score.promoter
    returns = "returns" if score.returns else "leaves"
    recommend = words("debrief.recommend", recommend=score.recommend, promoter=words(f"debrief.{promoter}"))
    stars = words("debrief.stars", name=customer.name, stars=score.stars)
    answers = (
        Voice(stars, words(f"debrief.stars.{score.stars}")),
        Voice(recommend, words(f"debrief.recommend.{promoter}")),
        Voice(words(f"debrief.{returns}"), words(f"debrief.{returns}_says")),
    )
    named = look(play).gauges.need is not None
    need = ""
    if customer.need is not None:
        name = need_name(words, play.case.scenario, customer.need)
        need = words(f"debrief.need_{'named' if named else 'hidden'}", need=name)
    satisfied = words("debrief.satisfaction", satisfaction=score.satisfaction)
    return Survey(
        score.stars, score.recommend, promoter, score.returns, score.satisfaction, answers, satisfied, need, named
    )


def own(words: Words, answers: Answers, score: Score) -> Own:
    """Return the trainee's own view beside the score."""
    texts = {name: getattr(answers, name) for name in ("turning_point", "next_time")}
    told = tuple(words(f"debrief.{name}", text=text) for name, text in texts.items() if text)
    if answers.guess is None:
        return Own(None, 0, "", told)
    gap = answers.guess - score.overall
    key = "over" if gap > 0 else "under" if gap < 0 else "right"
    numbers = {"guess": answers.guess, "overall": score.overall} | ({"gap": abs(gap)} if gap else {})
    return Own(answers.guess, gap, words(f"debrief.guess_{key}", **numbers), told)


def component(words: Words, part: Part) -> ComponentEnd:
    """Return where a component ended, and how its points come about."""
    told = {
        "component": words(f"component.{part.component}"),
        "weight": part.weight,
        "perceived": part.perceived,
        "adequate": part.adequate,
        "desired": part.desired,
        "points": meet_sum(words, part),
        "result": words(f"result.{part.verdict}"),
    }
    return ComponentEnd(
        part.component,
        f"{told['component']}",
        part.weight,
        part.perceived,
        part.adequate,
        part.desired,
        part.can,
        part.meet,
        f"{told['points']}",
        part.verdict,
        f"{told['result']}",
        words("debrief.component_told", **told),
    )


def servqual(words: Words, score: Score) -> tuple[Lens, ...]:
    """Return the five scores of SERVQUAL that this play speaks of (Parasuraman, Zeithaml and Berry 1988)."""
    perceived = {part.component: 10 * part.perceived for part in score.parts}
    values = {
        "reliability": score.set,
        "assurance": perceived.get("brand"),
        "tangibles": perceived.get("product"),
        "empathy": score.empathy,
        "responsiveness": perceived.get("service"),
    }
    return tuple(Lens(name, words(f"servqual.{name}"), value) for name, value in values.items())
