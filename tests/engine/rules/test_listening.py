"""Listening: empathy, apology, warmth in time, paraphrase, needs, and connecting before correcting."""

import pytest

from tests.engine.staged import level, levels, own, rules, talk

EMPATHY = ["reaction", "interpretation", "exploration"]


@pytest.mark.parametrize(
    ("heat", "tags", "delivered", "felt"),
    [
        (6, [], 5, 2),
        (6, [], 4, 2),
        (6, [], 1, 0),
        (10, [], 3, 1),
        (5, [], 5, 5),
        (6, ["reaction"], 5, 5),
        (9, ["exploration"], 3, 3),
    ],
)
def test_connect_before_correct(heat: int, tags: list[str], delivered: int, felt: int) -> None:
    """If h ≥ 6 and e = 0, each positive number is halved, rounding down; otherwise all of it lands."""
    play = talk({"deliver": {"product": delivered}, "tags": tags}, heat=heat, product={"perceived": 0})
    assert ("connect-before-correct" in rules(play)) is (felt < delivered)
    assert level(play, "product") == felt


def test_each_number_is_halved_by_itself() -> None:
    """Each positive number is halved by itself, negative ones are not: 3 and 5 become 1 and 2, −3 stays −3."""
    play = talk({"deliver": {"service": 3, "product": 5, "price": -3}}, heat=8)
    assert rules(play) == ("connect-before-correct",)
    assert levels(play) == {"service": 6, "product": 7, "price": 2}


@pytest.mark.parametrize("deliver", [{"price": -4}, {"price": 0}, {}])
def test_without_a_positive_number_there_is_nothing_to_halve(deliver: dict[str, int]) -> None:
    """connect-before-correct fires on some positive `deliver` only."""
    play = talk({"deliver": deliver}, heat=8)
    assert rules(play) == ()
    assert level(play, "price") == 5 + deliver.get("price", 0)


def test_a_surprise_is_not_halved() -> None:
    """Only `deliver` is halved: an extra counts whole, however upset the customer is."""
    play = talk({"extra": {"about": "product"}, "deliver": {"product": 1}}, heat=9)
    assert level(play, "product") == 5 + 2 + 0


@pytest.mark.parametrize(
    ("heat", "e", "empathy"),
    [
        (6, 0, 40), (6, 1, 70), (6, 2, 100), (6, 3, 100), (5, 0, 40), (5, 1, 100), (5, 2, 100), (5, 3, 90),
        (3, 3, 90), (2, 0, 100), (2, 1, 100), (2, 2, 90), (2, 3, 90), (0, 2, 90), (10, 3, 100),
    ],
)  # fmt: skip
def test_how_much_empathy_the_moment_wants(heat: int, e: int, empathy: int) -> None:
    """empathy_turn by the table: wanted 2 from heat 6, 1 from 3, none below; −10 if e > want_e + 1."""
    play = talk({"tags": EMPATHY[:e]}, heat=heat)
    assert own(play)[0] == empathy
    assert play.standing.heat == max(0, heat - e)
    assert ("specific-empathy" in rules(play)) is (e >= 1)
    warm = (heat <= 2 and e >= 2) or (3 <= heat <= 5 and e == 3)
    assert ("warmth-in-time" in rules(play)) is warm


@pytest.mark.parametrize(
    ("heat", "n", "nvc"),
    [(6, 0, 40), (6, 1, 70), (6, 2, 100), (6, 4, 100), (3, 1, 70), (3, 2, 100), (2, 0, 40), (2, 1, 100), (0, 4, 100)],
)
def test_how_much_nvc_the_moment_wants(heat: int, n: int, nvc: int) -> None:
    """nvc_turn by the table: wanted 2 from heat 3, 1 below."""
    tags = ["observation", "feeling", "request", "need"][:n]
    play = talk({"tags": tags, "names": "safety"}, heat=heat, need="safety")
    assert own(play)[1] == nvc


@pytest.mark.parametrize(("tags", "fires"), [(["generic"], True), (["generic", "reaction"], False), ([], False)])
def test_generic_empathy(tags: list[str], fires: bool) -> None:
    """generic-empathy: `generic` and e = 0; feedback only, worth nothing."""
    play = talk({"tags": tags}, heat=4)
    assert ("generic-empathy" in rules(play)) is fires
    if fires:
        assert own(play) == (40, 40)
        assert play.standing.heat == 4


@pytest.mark.parametrize(
    ("tags", "fires"),
    [(["apology"], True), (["apology", "ownership"], False), (["apology", "reaction"], False), (["ownership"], False)],
)
def test_bare_apology(tags: list[str], fires: bool) -> None:
    """bare-apology: `apology`, not `ownership`, e = 0; feedback only."""
    play = talk({"tags": tags}, heat=4)
    assert ("bare-apology" in rules(play)) is fires
    if fires:
        assert (play.standing.heat, levels(play), play.standing.set_points) == (4, {}, 0)


def test_paraphrase_first() -> None:
    """paraphrase-first: `paraphrase` in the first turn of the play; personal +1. Later it earns nothing."""
    first = talk({"tags": ["paraphrase"]}, {"tags": ["paraphrase"]})
    assert first.turns[0].rules == ("paraphrase-first",)
    assert first.turns[1].rules == ()
    assert levels(first) == {"personal": 6}
    late = talk({}, {"tags": ["paraphrase"]})
    assert rules(late) == ()
    assert levels(late) == {}


def test_name_the_need() -> None:
    """name-the-need: `names` = the customer's need, for the first time; heat −1, and the need is known from now on."""
    play = talk({"names": "safety"}, {"names": "safety"}, heat=5, need="safety")
    assert play.turns[0].rules == ("name-the-need",)
    assert play.turns[0].after.heat == 4
    assert play.turns[1].rules == ()
    assert play.turns[1].after.heat == 4


def test_the_need_tag_counts_whenever_the_right_need_is_named() -> None:
    """Naming the right need again fires nothing, but the tag still counts in n."""
    named = {"tags": ["need"], "names": "safety"}
    play = talk(named, named, heat=3, need="safety")
    assert [turn.nvc_turn for turn in play.turns] == [70, 100]  # two wanted at heat 3, one at heat 2


def test_wrong_need() -> None:
    """wrong-need: `names` another need; the `need` tag does not count in n, the other tags do."""
    play = talk({"tags": ["need", "feeling"], "names": "rest"}, heat=5, need="safety")
    assert rules(play) == ("wrong-need",)
    assert own(play) == (40, 70)
    assert play.standing.heat == 5


def test_wrong_need_without_the_tag_costs_nothing() -> None:
    """Where the `need` tag is not there, nothing is taken from n."""
    play = talk({"tags": ["feeling", "request"], "names": "rest"}, heat=5, need="safety")
    assert rules(play) == ("wrong-need",)
    assert own(play)[1] == 100


def test_naming_a_need_of_a_customer_who_has_none() -> None:
    """Any need is another one where the customer has none."""
    play = talk({"tags": ["need"], "names": "rest"}, heat=0)
    assert rules(play) == ("wrong-need",)
    assert own(play)[1] == 40
