"""A persona that makes no difference: the same customer under another name."""

from collections.abc import Iterator

import msgspec

from game.proof.evidence import Evidence
from game.proof.reads import conditions
from game.proof.view import Finding, View
from game.scenario import Customer, Persona, Scenario, Text
from game.scenario.diagnostics import Diagnostic

SAYS = Diagnostic(
    "warning",
    Text(
        "性格“{persona}”和{other}谈起来没有两样：同样的话，同样的分。",
        "The persona “{persona}” makes no difference to {other}: the same words and the same scores.",
    ),
    Text(
        "给它写上不同的“{~heat}”“{~need}”或期望的数，或用“{~if}: {{{~persona}: [{persona}]}}”让客户说不同的话；"
        "不需要就删掉。",
        "Give it another `{~heat}`, `{~need}` or other numbers to expect by, or other words with `{~if}: "
        "{{{~persona}: [{persona}]}}`; or take it out.",
    ),
)
WHY = Text(
    "学员以为换了一个客户，其实在做同一道题；老师按性格比较成绩，也比不出什么。",
    "The trainee meets another customer and does the same exercise again; comparing results by persona says nothing.",
)


def find(view: View) -> Iterator[Finding]:
    """Yield each persona that is told apart from the customer as written, or an earlier persona, by nothing."""
    personas = view.scenario.personas
    for place, persona in enumerate(personas):
        for other in personas[:place]:
            if not _told_apart(view.scenario, persona, other) and _alike(view, persona, other):
                yield Finding(("personas", str(persona.id)), _words(persona, other))
                break


def _told_apart(scenario: Scenario, one: Persona, other: Persona) -> bool:
    """Return whether some condition asks which of the two it is."""
    ids = (one.id or "base", other.id or "base")
    lists = (condition.persona for condition in conditions(scenario) if condition.persona is not None)
    return any((ids[0] in listed) != (ids[1] in listed) for listed in lists)


def _alike(view: View, one: Persona, other: Persona) -> bool:
    """Return whether two customers have the same numbers, or in all plays came to the same."""
    if _counted(one.customer) == _counted(other.customer):
        return True
    found = [seen for id_ in (one.id, other.id) for seen in view.evidence if seen.proof.persona == id_]
    if len(found) < 2:
        return False
    first, second = found
    shown = _shown(view.scenario, (one, other))
    return first.whole and second.whole and _scored(first, shown) == _scored(second, shown)


def _shown(scenario: Scenario, personas: tuple[Persona, ...]) -> frozenset[str]:
    """Return the components that count with one of two customers, or that a condition reads: no others move a score."""
    weighed = {id_ for one in personas for id_, expected in one.customer.expects.items() if expected.weight}
    read = {id_ for one in conditions(scenario) for id_, _ in (*one.perceived, *one.desired)}
    return frozenset(weighed | read)


def _scored(seen: Evidence, shown: frozenset[str]) -> Evidence:
    """Return what was seen of a customer, without the name, the components that do not count, and counts of states."""
    return msgspec.structs.replace(
        seen,
        proof=msgspec.structs.replace(seen.proof, persona=None, states=0),
        choices=tuple(
            msgspec.structs.replace(one, states=min(one.states, 1), clipped=frozenset()) for one in seen.choices
        ),
        perceived={id_: levels for id_, levels in seen.perceived.items() if id_ in shown},
        desired={id_: levels for id_, levels in seen.desired.items() if id_ in shown},
    )


def _counted(customer: Customer) -> tuple[object, ...]:
    """Return all of a customer that the scores are made from."""
    zones = {
        component: (one.weight, one.adequate, one.desired, one.perceived, one.can)
        for component, one in customer.expects.items()
    }
    return customer.heat, customer.need, customer.fault, zones


def _words(persona: Persona, other: Persona) -> dict[str, str]:
    told = ("原样的客户", "the customer as written") if other.id is None else (f"“{other.id}”", f"“{other.id}”")
    return {"persona": str(persona.id), "other.zh": told[0], "other.en": told[1]}
