"""Ids: read as they are written, and leading somewhere."""

import pytest

from tests.scenario.cases import EXAMPLE, SMALL, changed, codes, found, loaded, marked, one

ODD = [
    "no",
    "yes",
    "on",
    "true",
    "False",
    "1e3",
    "2026-11-21",
    "007",
    "0x10",
    "0o7",
    "1_000",
    "42",
    "-5",
    "null",
    "节点-1",
    "é",
    "a" * 64,
]


@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize("id_", ODD)
def test_an_id_is_what_is_written(id_: str, quote: str) -> None:
    """Words that YAML would read as numbers, dates or yes and no are ids like any others, quoted or not."""
    written = f"{quote}{id_}{quote}"
    text = changed(
        ("  one:\n", f"  {written}:\n"),
        (
            "      hello:\n",
            f"      {written}:\n        learn: [{written}]\n"
            f"        promise: {{{written}: {{about: service, level: 5, by: '17:30'}}}}\n",
        ),
        (
            "then: end",
            f"then: [{{if: {{said: [{id_}/{id_}], kept: [{written}], knows: [{written}]}}, to: {written}}},"
            " {to: end}]",
        ),
        ("  end: {}", f"  end: {{}}\nfacts: {{{written}: 一件事}}"),
        ("beats:\n", f"start: {written if (id_, quote) != ('null', '') else repr(id_)}\nbeats:\n"),
        text=SMALL,
    )
    scenario = loaded(text)
    assert scenario.start == id_
    assert list(scenario.beats) == [id_]
    response = scenario.beats[id_].responses[0]
    assert response.id == id_
    assert response.learn == (id_,)
    assert response.promises[0].id == id_
    assert response.then[0].to == id_
    when = response.then[0].when
    assert when is not None
    assert (when.said, when.kept, when.knows) == (((id_, id_),), (id_,), (id_,))


def test_a_way_on_may_be_written_plainly_whatever_it_looks_like() -> None:
    """`then`, `keeps` and `names` read a number or a yes as the id that it spells."""
    text = changed(("then: end", "then: 1e3"), ("  end: {}", "  1e3: {}"), text=SMALL)
    assert loaded(text).beats["one"].responses[0].then[0].to == "1e3"
    text = changed(("then: end", "then: no"), ("  end: {}", "  no: {}"), text=SMALL)
    assert loaded(text).beats["one"].responses[0].then[0].to == "no"
    text = changed(("id: small", "id: 007"), text=SMALL)
    assert loaded(text).id == "007"


def test_nothing_written_is_no_id() -> None:
    """A key left empty, or null, stands for its default."""
    for nothing in ("", " null", " ~"):
        scenario = loaded(changed(("start: complaint", f"start:{nothing}")))
        assert scenario.start == "complaint"


@pytest.mark.parametrize(
    "bad", ["17:30", "late check", "a.b", "a/b", "1.5", "+7", "你好！", "x" * 65, "''", "a，b", "-1.5"]
)
def test_what_is_no_id_is_refused(bad: str) -> None:
    """Spaces, points, slashes, colons and signs do not belong in an id, nor more than 64 letters."""
    text, place = marked(("id: heating-cold-flat", f"id: §{bad}"))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("bad-id", *place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  newborn: {zh", "  §new born: {zh"),
        ("  budget: {start", "  §the.budget: {start"),
        ("  calm:    {label", "  §so calm: {label"),
        ("      policy:\n", "      §the policy:\n"),
        ("          in-30: {about", "          §in 30: {about"),
        ("facts:\n  newborn", "cast: {§my son: {name: 小王}}\nfacts:\n  newborn"),
        ("facts:\n  newborn", "needs: {§a b: 安静}\nfacts:\n  newborn"),
    ],
)
def test_every_id_that_a_file_declares_is_looked_at(old: str, new: str) -> None:
    """Ids of facts, meters, personas, responses, promises, speakers and needs are all checked."""
    text, place = marked((old, new))
    assert ("bad-id", *place) in [(problem.code, problem.line, problem.column) for problem in found(text)]


@pytest.mark.parametrize("id_", ["back", "base", "dead-end", "silence"])
def test_reserved_ids_cannot_be_taken(id_: str) -> None:
    """The four reserved names cannot be given to beats, responses, endings or personas."""
    text, place = marked(
        ("  settled:  {says", f"  §{id_}:  {{says"),
        ("then: settled", "then: grudging"),
        ("to: settled}", "to: grudging}"),
    )
    assert [(p.code, p.line, p.column) for p in found(text)] == [("reserved-id", *place)]
    assert codes(changed(("      policy:\n", f"      {id_}:\n"))) == ["reserved-id"]
    assert codes(changed(("      hello:\n", f"      {id_}:\n"), text=SMALL)) == ["reserved-id"]
    assert "reserved-id" in codes(changed(("  calm:    {label", f"  {id_}: {{label")))


@pytest.mark.parametrize(
    ("old", "new", "code", "near"),
    [
        ("start: complaint", "start: §complain", "unknown-beat", "complaint"),
        ("start: complaint", "start: §hung-up", "unknown-beat", ""),
        ("to: hung-up}", "to: §hung-upp}", "unknown-target", "hung-up"),
        ("to: hung-up}", "to: §back}", "unknown-target", ""),
        ("        then: settled\n", "        then: §setled\n", "unknown-target", "settled"),
        ("to: grudging}", "to: §begrudging}", "unknown-target", "grudging"),
        ("learn: [newborn]", "learn: [newborn, §newborns]", "unknown-fact", "newborn"),
        ("knows: [newborn]", "knows: [§newbron]", "unknown-fact", "newborn"),
        ("meters: {budget: -60}", "meters: {§bugdet: -60}", "unknown-meter", "budget"),
        ("keeps: [call-1730]", "keeps: [§call-1800]", "unknown-promise", "call-1730"),
        ("breaks: [in-30, ", "breaks: [§in-3, ", "unknown-promise", "in-30"),
        (
            "if: {promised: [call-1730]}",
            "if: {promised: [call-1730], kept: [§cal-1730]}",
            "unknown-promise",
            "call-1730",
        ),
        ("if: {persona: [calm]}", "if: {persona: [§clam]}", "unknown-persona", "calm"),
        ("  need: safety", "  need: §safty", "unknown-need", "safety"),
        ("names: safety", "names: §安", "unknown-need", "安全"),
        (
            "{label: {zh: 平和, en: Calm}, heat: 4}",
            "{label: {zh: 平和, en: Calm}, need: §cares}",
            "unknown-need",
            "care",
        ),
        (
            "deliver: {service: 3}",
            "deliver: {service: 3}\n        if: {said: [§complaint/hear]}",
            "unknown-response",
            "complaint/hear-her",
        ),
        (
            "deliver: {service: 3}",
            "deliver: {service: 3}\n        if: {said: [§complain/x]}",
            "unknown-response",
            "complaint/x",
        ),
        ("deliver: {service: 3}", "deliver: {service: 3}\n        if: {said: [§complaint]}", "unknown-response", ""),
        ("deliver: {service: 3}", "deliver: {service: 3}\n        if: {said: [§when/silence]}", "unknown-response", ""),
        (
            "deliver: {service: 3}",
            "deliver: {service: 3}\n        if: {meters: {§buget: {min: 1}}}",
            "unknown-meter",
            "budget",
        ),
        (
            "deliver: {service: 3}",
            "deliver: {service: 3}\n        if: {any: [{all: [{not: {knows: [§newbornn]}}]}]}",
            "unknown-fact",
            "newborn",
        ),
        ("    patience: 40", "    patience: 40\n    speaker: §father", "unknown-speaker", ""),
        (
            "hung-up:  {lost: true, says: {zh: 我找记者去！, en: I am calling the newspaper!}}",
            "hung-up:  {lost: true, says: [{if: {knows: [§newborm]}, says: a}, {says: b}]}",
            "unknown-fact",
            "newborn",
        ),
        (
            "personas:\n",
            "follows: {scenario: earlier, personas: {met: §calme}}\npersonas:\n",
            "unknown-persona",
            "calm",
        ),
        ("personas:\n", "follows: {scenario: §an earlier, personas: {met: base}}\npersonas:\n", "bad-id", ""),
    ],
)
def test_an_id_that_leads_nowhere_is_told_with_the_nearest(old: str, new: str, code: str, near: str) -> None:
    """Whatever names something that is not there is told at its place, with what was probably meant."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == (code, *place)
    assert problem.words.get("nearest", "") == near


def test_a_need_of_ones_own_and_a_silence_that_can_happen_are_known() -> None:
    """Needs under `needs`, silence where a beat has patience, `base` and `back` lead somewhere."""
    text = changed(
        (
            "personas:\n",
            "needs: {quiet: 清静}\nfollows: {scenario: earlier, personas: {met: base, below: calm}}\npersonas:\n",
        ),
        ("  need: safety", "  need: quiet"),
        (
            "deliver: {service: 3}",
            "deliver: {service: 3}\n        if: {said: [complaint/silence], persona: [base, calm]}",
        ),
        ("{to: grudging}", "{to: back}"),
    )
    scenario = loaded(text)
    assert scenario.customer.need == "quiet"
    assert scenario.follows is not None
    assert scenario.follows.personas == (("met", "base"), ("below", "calm"))


def test_components_that_the_customer_does_not_expect_cannot_be_touched() -> None:
    """Effects and conditions name only components that are there, and a persona brings no new ones."""
    price = EXAMPLE[EXAMPLE.index("    price:") : EXAMPLE.index("    brand:")]
    without = changed((price, ""))
    for old, new in (
        ("deliver: {service: 3}", "deliver: {§price: 3}"),
        ("frame: {service: 7}", "frame: {§price: 7}"),
        ("extra: {about: product", "extra: {about: §price"),
        ("in-30: {about: service", "in-30: {about: §price"),
        ("if: {heat: {min: 10}}", "if: {perceived: {§price: {min: 1}}}"),
        ("if: {heat: {min: 10}}", "if: {desired: {§price: {min: 1}}}"),
    ):
        text, place = marked((old, new), text=without)
        problem = one(text)
        assert (problem.code, problem.line, problem.column) == ("unknown-component", *place)
        assert "service, product, brand, personal" in problem.hint("en")
    text, place = marked(("{service: {desired: 9}}", "{§price: {desired: 9}}"), text=without)
    assert (one(text).code, one(text).line, one(text).column) == ("new-component", *place)


def test_one_name_for_a_beat_and_an_ending_is_refused() -> None:
    """A way on could mean either, so neither may have the other's name."""
    text, place = marked(
        ("  settled:  {says", "  §evening:  {says"),
        ("then: settled", "then: grudging"),
        ("to: settled}", "to: grudging}"),
    )
    assert (one(text).code, one(text).line, one(text).column) == ("id-twice", *place)


def test_a_promise_is_made_in_one_place() -> None:
    """The second making of an id is told, with the line of the first."""
    text, place = marked(("          in-30: {about", "          §call-1730: {about"), ("breaks: [in-30, ", "breaks: ["))
    problem = one(text)
    assert (problem.code, problem.line, problem.column) == ("promise-twice", *place)
    first = EXAMPLE[: EXAMPLE.index("          call-1730:")].count("\n") + 1
    assert problem.words["first"] == str(first)


def test_a_promise_with_a_fault_of_its_own_still_counts_as_made() -> None:
    """What keeps or breaks a promise is not told off for a fault in the promise."""
    assert codes(changed(("call-1730: {about: service, level: 7", "call-1730: {about: servce, level: 7"))) == [
        "unknown-word"
    ]
    assert codes(changed(("          call-1730: {about", "          call-1730: 7 #{about"))) == ["wrong-type"]
    made = EXAMPLE[
        EXAMPLE.index("        promise:\n          call") : EXAMPLE.index("        reply:\n          zh: 行……")
    ]
    assert codes(changed((made, "        promise: none\n"))) == ["wrong-type"]
