"""A beat, an ending, an interrupt or the dead end to be read whole: the side panel of the page."""

from collections.abc import Iterable, Iterator

from game.report.conditions import condition
from game.report.effects import effects, tags
from game.report.graph import Node
from game.report.sheet import Drawing
from game.report.svg import safe
from game.report.walk import BACK, SILENCE
from game.scenario.records import Beat, Line, Response


def article(drawing: Drawing, node: Node, id_: str) -> str:
    """Return a node as an article of the page, hidden until it is opened."""
    body = {"beat": _beat, "ending": _ending, "dead-end": _dead_end}.get(node.kind, _interrupt)(drawing, node)
    return f'<article id="{id_}" hidden>' + "".join(body) + "</article>"


def _beat(drawing: Drawing, node: Node) -> Iterator[str]:
    words, beat = drawing.words, drawing.graph.scenario.beats[node.name]
    yield _heading(drawing, node, _about(drawing, beat))
    yield f"<h3>{safe(words('graph.says'))}</h3>" + _said(drawing, beat.says)
    yield f"<h3>{safe(words('graph.responses'))}</h3>"
    for response in beat.responses:
        yield from _response(drawing, beat, response)
    if beat.patience is not None:
        yield f"<section><h4>{safe(words('graph.silence_id'))}</h4>{_often(drawing, beat, SILENCE)}</section>"


def _ending(drawing: Drawing, node: Node) -> Iterator[str]:
    yield _heading(drawing, node, [drawing.where(node)])
    says = drawing.graph.scenario.endings[node.name].says
    if says:
        yield f"<h3>{safe(drawing.words('graph.last_words'))}</h3>" + _said(drawing, says)


def _interrupt(drawing: Drawing, node: Node) -> Iterator[str]:
    words = drawing.words
    target = drawing.graph.interrupt(node).to
    state = drawing.node_state(node)
    missed = _para(drawing.missed(state), "about") if state != "met" else ""
    yield f"<h2>⚡ {safe(words('graph.interrupt'))}</h2>" + missed
    yield _para(words("graph.if", condition=drawing.anytime(node)))
    yield _para(words("graph.to", target=target)) + _para(words("graph.legend_interrupt"), "about")


def _dead_end(drawing: Drawing, node: Node) -> Iterator[str]:
    words = drawing.words
    often = drawing.often(drawing.traffic.nodes[node.key], drawing.node_state(node))
    yield f"<h2>✕ {safe(words('graph.dead_end'))}</h2>" + _para(often, "about")
    yield _para(words("graph.dead_end_about")) + "".join(map(_para, drawing.stuck()))


def _heading(drawing: Drawing, node: Node, about: Iterable[str]) -> str:
    """Return the name of a node, what it is, and how often plays came by."""
    often = drawing.often(drawing.traffic.nodes[node.key], drawing.node_state(node))
    best = [drawing.words("graph.on_best_way")] if node.key in drawing.way.nodes else []
    return f"<h2>{safe(node.name)}</h2>" + _para(" · ".join([*about, often, *best]), "about")


def _about(drawing: Drawing, beat: Beat) -> Iterator[str]:
    words, scenario = drawing.words, drawing.graph.scenario
    yield drawing.where(drawing.graph.nodes[beat.id])
    if beat.speaker is not None:
        speaker = scenario.cast.get(beat.speaker)
        yield words("graph.speaker", name=beat.speaker if speaker is None else speaker.name)
    if beat.mood is not None:
        yield words("graph.mood", mood=words(f"mood.{beat.mood}"))
    if beat.patience is not None:
        yield words("graph.patience", seconds=beat.patience)


def _response(drawing: Drawing, beat: Beat, response: Response) -> Iterator[str]:
    words, scenario = drawing.words, drawing.graph.scenario
    kind = ' class="best"' if (beat.id, response.id) in drawing.way.picks else ""
    yield f"<section{kind}><h4>{safe(response.id)}</h4>" + _often(drawing, beat, response.id)
    if response.when is not None:
        yield _para(drawing.guard(response), "guard")
    yield f"<blockquote>{safe(drawing.told(response.say))}</blockquote><dl>"
    if response.tags:
        yield _entry(words("graph.tags"), safe(tags(response, words)))
    done = [f"<li>{safe(one)}</li>" for one in effects(response, scenario, words)]
    if done:
        yield _entry(words("graph.effects"), f"<ul>{''.join(done)}</ul>")
    if response.reply:
        yield _entry(words("graph.reply"), _said(drawing, response.reply))
    yield _entry(words("graph.then"), "".join(map(_para, _ways(drawing, response))))
    if response.note is not None:
        yield _entry(words("graph.note"), safe(drawing.told(response.note)))
    yield "</dl></section>"


def _often(drawing: Drawing, beat: Beat, response: str) -> str:
    """Return how often a response was picked, and in which turn the best way picks it."""
    words, count = drawing.words, drawing.traffic.picks[beat.id, response]
    often = words("graph.picked", count=count, plays=drawing.traffic.plays)
    if not count:
        often = drawing.missed(drawing.pick_state(beat.id, response))
    turns = drawing.way.picks.get((beat.id, response), ())
    star = [words("graph.turns", turns=words.list(turns))] if turns else []
    return _para(" · ".join([often, *star]), "about")


def _ways(drawing: Drawing, response: Response) -> Iterator[str]:
    """Yield where a response leads, each way with its condition."""
    words = drawing.words
    for route in response.then:
        way = words("graph.to_back") if route.to == BACK else words("graph.to", target=route.to)
        if len(response.then) == 1:
            yield way
        elif route.when is None:
            yield words("graph.to_if", condition=words("graph.otherwise"), way=way)
        else:
            yield words("graph.to_if", condition=condition(route.when, drawing.graph.scenario, words), way=way)


def _said(drawing: Drawing, lines: tuple[Line, ...]) -> str:
    """Return lines with their conditions."""
    words, parts = drawing.words, []
    for line in lines:
        when = "" if len(lines) == 1 else words("graph.line_else")
        if line.when is not None:
            when = words("graph.line_if", condition=condition(line.when, drawing.graph.scenario, words))
        parts.append(
            (_para(when, "guard") if when else "") + f"<blockquote>{safe(drawing.told(line.text))}</blockquote>"
        )
    return "".join(parts)


def _entry(name: str, body: str) -> str:
    return f"<dt>{safe(name)}</dt><dd>{body}</dd>"


def _para(said: str, style: str = "") -> str:
    return f'<p class="{style}">{safe(said)}</p>' if style else f"<p>{safe(said)}</p>"
