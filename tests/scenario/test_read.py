"""What a file comes to mean: defaults, either name, personas, texts in two languages, lines."""

import gc
import hashlib

import pytest

from game.scenario import Expectation, Line, Promise, Text, read
from game.scenario import words as lists
from tests.scenario.cases import EXAMPLE, SMALL, changed, loaded


def test_all_that_may_be_left_out_has_its_default() -> None:
    """The least scenario is whole: every key that is not written has the value that the reference gives."""
    scenario = loaded(SMALL)
    customer = scenario.customer
    assert (customer.heat, customer.fault, customer.need, customer.feels, customer.portrait) == (
        3,
        "nobody",
        None,
        (),
        None,
    )
    assert customer.expects["service"] == Expectation(2, 5, 7, 5, 7, None, None, ())
    assert scenario.start == "one"
    assert (scenario.level, scenario.minutes, scenario.tags, scenario.follows, scenario.interrupts) == (
        None,
        None,
        (),
        None,
        (),
    )
    assert [persona.id for persona in scenario.personas] == [None]
    beat = scenario.beats["one"]
    assert (beat.kind, beat.channel, beat.scene, beat.speaker, beat.mood, beat.patience) == (
        "talk",
        None,
        None,
        None,
        None,
        None,
    )
    response = beat.responses[0]
    assert (response.tags, response.names, response.deliver, response.extra, response.promises) == (
        frozenset(),
        None,
        (),
        None,
        (),
    )
    assert (response.keeps, response.breaks, response.frames, response.meters, response.heat) == ((), (), (), (), 0)
    assert (response.learn, response.reply, response.when, response.again, response.note) == ((), (), None, False, None)
    assert scenario.endings["end"].lost is False
    assert scenario.endings["end"].says == ()


def test_languages_default_to_both_and_a_meter_runs_from_nought_to_a_hundred() -> None:
    """Without `languages` both are meant; a meter without numbers starts at 0 and ends at 100."""
    scenario = loaded(
        changed(
            ("  budget: {start: 100, min: -100, max: 100, label: {zh: 补偿额度, en: Goodwill budget}}", "  budget: {}")
        )
    )
    assert scenario.languages == ("zh", "en")
    meter = scenario.meters["budget"]
    assert (meter.start, meter.min, meter.max, meter.label) == (0, 0, 100, Text("budget", "budget"))


def test_without_a_way_on_a_response_leads_to_the_next_beat() -> None:
    """The order of the file is the order of the talk."""
    scenario = loaded(EXAMPLE)
    assert [route.to for route in scenario.beats["complaint"].responses[0].then] == ["facts"]
    assert [route.to for route in scenario.beats["when"].responses[1].then] == ["evening"]


def test_either_name_is_the_same_word() -> None:
    """Tags, needs and feelings mean the same in Chinese and in English."""
    chinese = loaded(
        changed(
            (
                "[reaction, interpretation, exploration, observation, feeling, need, paraphrase, ownership, apology]",
                "[情感反应, 解读, 探询, 观察, 感受, 需要, 复述, 担责, 道歉]",
            ),
            ("names: safety", "names: 安全"),
            ("need: safety", "need: 安全"),
            ("[anxious, wronged]", "[焦虑, 委屈]"),
            ("[minimising, comparison]", "[淡化, 比较]"),
        )
    )
    english = loaded(EXAMPLE)
    for one, other in zip(english.beats["complaint"].responses, chinese.beats["complaint"].responses, strict=True):
        assert (one.tags, one.names) == (other.tags, other.names)
    assert (english.customer.need, english.customer.feels) == (chinese.customer.need, chinese.customer.feels)


@pytest.mark.parametrize("names", [lists.TAGS, lists.NEEDS, lists.FEELINGS])
def test_every_word_of_the_lists_is_taken_by_either_name(names: lists.Names) -> None:
    """No word of the lists is refused, by its id or its Chinese name."""
    for id_, (zh, _) in names.items():
        for word in (id_, zh):
            if names is lists.TAGS:
                named = "\n        names: safety" if id_ == "need" else ""
                scenario = loaded(changed(("[minimising, comparison]", f"[{word}]{named}")))
                assert scenario.beats["complaint"].responses[2].tags == {id_}
            elif names is lists.NEEDS:
                assert loaded(changed(("need: safety", f"need: {word}"))).customer.need == id_
            else:
                assert loaded(changed(("[anxious, wronged]", f"[{word}]"))).customer.feels == (Text(*names[id_]),)


def test_a_feeling_may_be_words_of_ones_own() -> None:
    """A feeling that is not in the list is shown as it is written."""
    scenario = loaded(changed(("[anxious, wronged]", "[{zh: 心里发毛, en: uneasy}, 发怵]")))
    assert scenario.customer.feels == (Text("心里发毛", "uneasy"), Text("发怵", "发怵"))


def test_a_persona_is_laid_over_the_customer_number_by_number() -> None:
    """A persona changes what it names, and nothing else of the component, the customer or the other personas."""
    scenario = loaded(
        changed(
            (
                "heat: 9, expects: {service: {desired: 9}}",
                "heat: 9, feels: [angry], need: respect, fault: nobody, name: 王女士, "
                "expects: {service: {desired: 9, why: 急, scale: {9: 马上}}, price: {weight: 0}}",
            ),
        )
    )
    base, calm, furious = scenario.personas
    assert (base.id, calm.id, furious.id) == (None, "calm", "furious")
    assert (calm.label, calm.customer.heat) == (Text("平和", "Calm"), 4)
    assert calm.customer.expects == base.customer.expects
    new = furious.customer
    assert (new.heat, new.need, new.fault, new.name) == (9, "respect", "nobody", Text("王女士", "王女士"))
    assert new.feels == (Text("生气", "angry"),)
    assert new.portrait == "aunt"
    service, was = new.expects["service"], base.customer.expects["service"]
    assert (service.weight, service.adequate, service.desired, service.perceived, service.can) == (3, 6, 9, 3, 7)
    assert (service.origin, service.why) == ("experience", Text("急", "急"))
    assert [level for level, _ in service.scale] == [5, 7, 9, 10]
    assert was.desired == 8
    assert new.expects["price"].weight == 0
    assert new.expects["brand"] == base.customer.expects["brand"]


def test_personas_are_found_by_id_and_base_is_the_customer_as_written() -> None:
    """None and “base” are the customer as written; an unknown persona is a KeyError."""
    scenario = loaded(EXAMPLE)
    assert scenario.persona(None) is scenario.persona("base") is scenario.personas[0]
    assert scenario.persona("calm").customer.heat == 4
    with pytest.raises(KeyError):
        scenario.persona("clam")


def test_lines_and_ways_keep_their_order_and_conditions() -> None:
    """What may be said and where it may lead are kept as written, with the line that they stand on."""
    scenario = loaded(EXAMPLE)
    says = scenario.beats["complaint"].says
    assert says[0].when is not None
    assert says[0].when.persona == ("calm",)
    assert says[1].when is None
    ways = scenario.beats["evening"].responses[1].then
    assert [way.to for way in ways] == ["settled", "grudging"]
    assert ways[0].when is not None
    assert (ways[0].when.heat.max if ways[0].when.heat else None, ways[0].when.knows) == (4, ("newborn",))
    assert isinstance(scenario.beats["facts"].says[0], Line)


def test_a_condition_holds_all_that_was_written() -> None:
    """Every key of a condition reaches the record, nested ones too."""
    written = (
        "if: {heat: {min: 1}, knows: [newborn], said: [complaint/policy2], promised: [in-30], kept: [in-30], "
        "need_known: false, persona: [], meters: {budget: {max: 3}}, perceived: {service: {min: 2}}, "
        "desired: {price: {}}, all: [{heat: {min: 2}}], any: [], not: {any: [{need_known: true}]}}"
    ).replace("complaint/policy2", "facts/policy")
    when = loaded(changed(("if: {promised: [call-1730]}", written))).beats["evening"].responses[0].when
    assert when is not None
    assert (when.knows, when.said, when.promised, when.kept) == (
        ("newborn",),
        (("facts", "policy"),),
        ("in-30",),
        ("in-30",),
    )
    assert (when.need_known, when.persona, when.any) == (False, (), ())
    assert when.meters[0][0] == "budget"
    assert when.meters[0][1].max == 3
    assert when.perceived[0][1].min == 2
    assert when.desired[0][0] == "price"
    assert when.all[0].heat is not None
    assert when.no is not None
    assert when.no.any is not None
    assert when.no.any[0].need_known is True


def test_records_know_the_line_on_which_they_were_written() -> None:
    """Beats, responses, promises, endings, meters, personas and conditions can be pointed at."""
    scenario = loaded(EXAMPLE)
    lines = EXAMPLE.splitlines()
    for id_, beat in scenario.beats.items():
        assert lines[beat.line - 1].strip() == f"{id_}:"
        for response in beat.responses:
            assert lines[response.line - 1].strip() == f"{response.id}:"
            for promise in response.promises:
                assert lines[promise.line - 1].strip().startswith(f"{promise.id}:")
    parts = [(ending.id, ending.line) for ending in scenario.endings.values()]
    parts += [(meter.id, meter.line) for meter in scenario.meters.values()]
    parts += [(persona.id or "customer", persona.line) for persona in scenario.personas]
    for id_, line in parts:
        assert lines[line - 1].strip().startswith(f"{id_}:")
    assert "{heat: {min: 10}}" in lines[scenario.interrupts[0].line - 1]
    assert "{heat: {min: 10}}" in lines[scenario.interrupts[0].when.line - 1]


def test_effects_keep_the_order_of_the_file() -> None:
    """Promises and frames are made in the order written, so the records keep it."""
    scenario = loaded(changed(("frame: {service: 7}", "frame: {product: 7, service: 7}")))
    honest, half_hour = scenario.beats["when"].responses
    assert [frame.about for frame in honest.frames] == ["product", "service"]
    assert [promise.id for promise in half_hour.promises] == ["in-30", "warm-in-30"]
    assert honest.promises[0] == Promise(
        "call-1730",
        "service",
        7,
        Text("17:30", "17:30"),
        Text("17 点半前回电，18 点前到", "A call by 17:30, the crew by 18:00"),
        honest.promises[0].line,
    )


def test_words_are_told_in_the_reader_s_language_or_the_other() -> None:
    """Where one language is missing, the other one is told."""
    assert Text("冷", "cold").told("zh") == "冷"
    assert Text("冷", "cold").told("en") == "cold"
    assert Text("冷").told("en") == "冷"
    assert Text(None, "cold").told("zh") == "cold"
    assert Text().told("zh") == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("17:30", "17:30"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("1:20", "1:20"),
        ("2026-11-21", "2026-11-21"),
        ("1_000", "1_000"),
        ("'7'", "7"),
        ('"true"', "true"),
        ("0o", "0o"),
        ("1e", "1e"),
        ("=", "="),
        ("<<x", "<<x"),
        ("N", "N"),
    ],
)
def test_texts_are_texts_by_yaml_1_2(written: str, meant: str) -> None:
    """Times, dates, yes and no are words; only true, false, null and numbers are something else."""
    scenario = loaded(changed(("zh: 那到底什么时候能好？", f"zh: {written}")))
    assert scenario.beats["when"].says[0].text.zh == meant


@pytest.mark.parametrize(
    "written", ["true", "True", "FALSE", "12", "-3", "+3", "0x1F", "0o17", "1.5", ".5", "1e3", ".inf", "-.INF", ".nan"]
)
def test_what_yaml_1_2_reads_as_a_value_is_no_text(written: str) -> None:
    """Truth values and numbers in the place of a text are told to be quoted."""
    problem = read(changed(("zh: 那到底什么时候能好？", f"zh: {written}")).encode(), "a")[1][0]
    assert problem.code == "wrong-type"
    assert "needs quotes" in problem.hint("en")


@pytest.mark.parametrize(("written", "meant"), [("0x8", 8), ("0o10", 8), ("+8", 8), ("08", 8), ("8.0", 8), ("8e0", 8)])
def test_a_whole_number_may_be_written_in_any_way(written: str, meant: int) -> None:
    """Hexadecimal, octal, signed and round decimal numbers are whole numbers."""
    assert loaded(changed(("  heat: 8", f"  heat: {written}"))).customer.heat == meant


def test_a_scenario_keeps_the_hash_of_its_bytes() -> None:
    """An attempt can say exactly which file was played."""
    scenario, _ = read(EXAMPLE.encode(), "a")
    assert scenario is not None
    assert scenario.sha256 == hashlib.sha256(EXAMPLE.encode()).hexdigest()


@pytest.mark.parametrize("on", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(on: bool) -> None:
    """Reading pauses the collector for speed and puts it back, also after a file that is refused."""
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        read(EXAMPLE.encode(), "a")
        read(b"a: [", "a")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()
