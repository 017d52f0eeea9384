"""What well-formed keys must mean together."""

import pytest

from game.scenario.meaning import checkable
from tests.scenario.cases import EXAMPLE, SMALL, changed, codes, found, marked, one, told

CHECKABLE = {
    "zh": [
        "17:30",
        "17：30",
        "今天 17:30 前",
        "周五 17:30",
        "星期三上午",
        "礼拜天",
        "2 小时内",
        "两小时内",
        "半小时",
        "一个半小时内",
        "十五分钟",
        "三个工作日内",
        "24 小时",
        "明天中午前",
        "今晚",
        "后天",
        "次日",
        "月底前",
        "下周二",
        "11 月 21 日",
        "十一月前",
        "21 号",
        "2026-11-21",
        "下午三点",
        "六点前",
        "当天",
        "一周内",
        "10 分钟后",
        "两天内",
        "年底",
    ],
    "en": [
        "17:30",
        "by 17:30",
        "5 pm",
        "5 p.m.",
        "Friday 17:30",
        "on Tuesday",
        "tomorrow",
        "tonight",
        "today",
        "within 2 hours",
        "within two hours",
        "in half an hour",
        "in an hour",
        "within the hour: 60 minutes",
        "in ten minutes",
        "within 3 working days",
        "by noon",
        "by midnight",
        "next week",
        "this weekend",
        "by the end of the month",
        "on 21/11",
        "21.11.",
        "November 21",
        "by Nov 21",
        "on the 21st",
        "2026-11-21",
        "in a week",
        "ninety seconds",
        "three o'clock: 3 o'clock",
    ],
}
VAGUE = {
    "zh": [
        "尽快",
        "马上",
        "立刻",
        "很快",
        "稍后",
        "一会儿",
        "过一会儿",
        "待会儿",
        "回头",
        "改天",
        "有空的时候",
        "第一时间",
        "抓紧",
        "近期",
        "不久",
        "晚点",
        "快点",
        "早点",
        "一有消息",
        "随时",
        "到时候",
        "过几天",
        "几天内",
        "过些天",
        "以后",
        "即刻",
        "火速",
    ],
    "en": [
        "soon",
        "as soon as possible",
        "asap",
        "shortly",
        "right away",
        "immediately",
        "at once",
        "in a moment",
        "in a while",
        "later",
        "later on",
        "before long",
        "any time now",
        "at your earliest convenience",
        "as quickly as we can",
        "in due course",
        "eventually",
        "in no time",
        "in a bit",
        "when possible",
        "promptly",
        "some day",
        "in a few days",
        "sometime",
        "without delay",
        "now",
    ],
}


@pytest.mark.parametrize("by", [*CHECKABLE["zh"], *CHECKABLE["en"]])
def test_a_time_that_one_can_check_is_taken(by: str) -> None:
    """Clock times, days, dates and spans are times that one can check."""
    assert checkable(by)
    assert "vague-by" not in codes(changed(("by: '17:30'", f'by: "{by}"')))


@pytest.mark.parametrize("by", [*VAGUE["zh"], *VAGUE["en"]])
def test_a_time_that_nobody_can_check_is_refused(by: str) -> None:
    """Soon is no time, in either language; it is told at the time."""
    text, place = marked(("by: '17:30'", f"by: §{by}"))
    assert told(text) == [("vague-by", *place)]


def test_a_time_in_two_languages_must_hold_in_both() -> None:
    """A good time in Chinese does not cover a vague one in English."""
    assert codes(changed(("by: '17:30'", "by: {zh: '17:30', en: soon}"))) == ["vague-by"]
    assert codes(changed(("by: '17:30'", "by: {zh: 尽快, en: soon}"))) == ["vague-by", "vague-by"]
    assert codes(changed(("by: '17:30'", "by: {zh: 今天, en: today}"))) == []


@pytest.mark.parametrize(
    ("old", "new", "persona"),
    [
        ("adequate: 6, desired: 8, perceived: 3", "adequate: 8, §desired: 8, perceived: 3", ""),
        ("adequate: 6, desired: 8, perceived: 3", "adequate: 9, §desired: 8, perceived: 3", ""),
        ("adequate: 4, desired: 6, perceived: 5", "§adequate: 7, perceived: 5", ""),
        ("{service: {desired: 9}}", "{service: {§desired: 6}}", "furious"),
        ("{service: {desired: 9}}", "{service: {§adequate: 8}}", "furious"),
    ],
)
def test_what_is_adequate_lies_below_what_is_desired(old: str, new: str, persona: str) -> None:
    """A zone has a width, for the customer as written and for every persona, defaults included."""
    text, place = marked((old, new))
    problems = [
        problem
        for problem in found(text)
        if problem.words.get("persona.en", "") == (f", for persona {persona}" if persona else "")
    ]
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("zone-order", *place)]


def test_something_must_count() -> None:
    """At least one component has a weight above 0, for every persona."""
    assert told(changed(("    service: {}", "    service: {weight: 0}"), text=SMALL)) == [("no-weight", 9, 3)]
    assert codes(changed(("expects:\n    service: {}", "expects: {}"), text=SMALL)) == ["no-weight"]
    text, place = marked(
        ("  end: {}\n", "  end: {}\npersonas:\n  x:\n    §expects: {service: {weight: 0}}\n"), text=SMALL
    )
    assert told(text) == [("no-weight", *place)]


@pytest.mark.parametrize(
    "numbers", ["start: 101, min: 0, max: 100", "start: -1, min: 0, max: 100", "start: 0, min: 5, max: 1", "min: 200"]
)
def test_a_meter_starts_within_its_bounds(numbers: str) -> None:
    """A counter cannot start outside its own range; it is told at the counter."""
    text, place = marked(("  budget: {start: 100, min: -100, max: 100,", f"  §budget: {{{numbers},"))
    assert told(text) == [("meter-bounds", *place)]


@pytest.mark.parametrize(
    ("condition", "path"),
    [
        ("{heat: §{min: 7, max: 6}}", ""),
        ("{meters: {budget: §{min: 7, max: 6}}}", ""),
        ("{perceived: {service: §{min: 7, max: 6}}}", ""),
        ("{desired: {service: §{min: 7, max: 6}}}", ""),
        ("{all: [{heat: §{min: 7, max: 6}}]}", ""),
        ("{any: [{not: {heat: §{min: 7, max: 6}}}]}", ""),
    ],
)
def test_a_range_that_nothing_lies_in_is_told(condition: str, path: str) -> None:
    """A least above the most can never hold, wherever the condition stands."""
    for old in (
        "{heat: {min: 10}}",
        "{persona: [calm]}",
        "{promised: [call-1730]}",
        "{heat: {max: 4}, knows: [newborn]}",
    ):
        text, place = marked((old, condition))
        assert told(text) == [("range-order", *place)]


@pytest.mark.parametrize("level", ["11", "-1", "seven", "7-8", "1.5", "７"])
def test_a_scale_names_levels(level: str) -> None:
    """The keys of a scale are whole numbers from 0 to 10."""
    text, place = marked(("scale: {5: {zh: 明天", f"scale: {{§{level}: {{zh: 明天"))
    assert told(text) == [("scale-level", *place)]
    over = changed(("{service: {desired: 9}}", f"{{service: {{scale: {{{level}: 明天}}}}}}"))
    assert codes(over) == ["scale-level"]


def test_a_named_need_is_said() -> None:
    """The tag need wants `names`, by either name of the tag; without the tag `names` may stand alone."""
    text, place = marked(("[minimising, comparison]", "[minimising, §need]"))
    assert told(text) == [("need-without-name", *place)]
    assert codes(changed(("[minimising, comparison]", "[需要]"))) == ["need-without-name"]
    assert codes(changed(("[minimising, comparison]", "[minimising]\n        names: care"))) == []


@pytest.mark.parametrize("tag", ["silence", "沉默"])
def test_silence_is_the_game_s_own_tag(tag: str) -> None:
    """No response can be tagged silence by hand."""
    text, place = marked(("[minimising, comparison]", f"[minimising, §{tag}]"))
    assert told(text) == [("silence-tag", *place)]


def test_the_last_beat_leads_somewhere() -> None:
    """A response of the last beat without a way on is told at the response."""
    text, place = marked(("        then: settled\n", ""), ("      close-the-loop:", "      §close-the-loop:"))
    assert told(text) == [("no-next-beat", *place)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("          - {to: grudging}\n", "", "list-without-end"),
        ("- {if: {heat: {max: 4}, knows: [newborn]}, to: settled}", "- §{to: settled}", "list-never-reached"),
        ("      - if: {persona: [calm]}\n        says:", "      - §says:", "list-never-reached"),
        (
            "      - says:\n          zh: 打",
            "      - §if: {persona: [calm]}\n        says:\n          zh: 打",
            "list-without-end",
        ),
        (
            "        reply:\n          zh: 这可是你说的！",
            "        reply:\n          - §{if: {}, says: 好}\n        note2:\n          zh: 这可是你说的！",
            "list-without-end",
        ),
    ],
)
def test_a_list_ends_with_what_always_holds_and_only_there(old: str, new: str, code: str) -> None:
    """Of a list the first that holds is taken, so the last has no `if`, and only the last."""
    if "§" not in new:
        new, old, more = "          - §{if", "          - {if", (old, new)
        text, place = marked(more, (old, new))
    else:
        text, place = marked((old, new))
    assert (code, *place) in told(text)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("        then: settled\n", "        then: §[]\n", "then"),
        (
            "        reply:\n          zh: 这可是你说的！\n          en: I will hold you to that!\n",
            "        reply: §[]\n",
            "reply",
        ),
        ("    says:\n      zh: 那到底什么时候能好？\n      en: So when will it be fixed?\n", "    says: §[]\n", "says"),
        (
            "  hung-up:  {lost: true, says: {zh: 我找记者去！, en: I am calling the newspaper!}}",
            "  hung-up: {lost: true, says: §[]}",
            "says",
        ),
    ],
)
def test_a_list_of_nothing_is_told(old: str, new: str, key: str) -> None:
    """A list in which there is nothing to take is told at the list."""
    text, place = marked((old, new))
    problem = one(text)
    assert (problem.code, problem.words["key"], problem.line, problem.column) == ("empty-map", key, *place)


def test_beats_endings_and_responses_are_not_empty() -> None:
    """A scenario has beats and endings, a beat has responses; what points into an empty one is told too."""
    endings = EXAMPLE[EXAMPLE.index("endings:") : EXAMPLE.index("personas:")]
    assert "empty-map" in codes(changed((endings, "endings: {}\n")))
    responses = SMALL[SMALL.index("    responses:") : SMALL.index("endings:")]
    assert told(changed((responses, "    responses: {}\n"), text=SMALL)) == [("empty-map", 14, 5)]
    beats = SMALL[SMALL.index("beats:") : SMALL.index("endings:")]
    assert told(changed((beats, "beats: {}\n"), text=SMALL)) == [("empty-map", 11, 1)]


def test_six_responses_are_the_most() -> None:
    """Six can be taken in, the seventh is refused."""
    more = "".join(f"      r{number}:\n        say: 好，{number}。\n        then: end\n" for number in range(5))
    six = changed(("endings:\n", f"{more}endings:\n"), text=SMALL)
    assert codes(six) == []
    problem = one(changed(("endings:\n", "      r9: {say: 好。, then: end}\nendings:\n"), text=six))
    assert (problem.code, problem.words["count"]) == ("too-many-responses", "7")


def test_nothing_is_concluded_from_what_was_refused() -> None:
    """A number that was refused is not told again as a zone, a weight or a bound that is wrong."""
    assert codes(changed(("adequate: 6, desired: 8, perceived: 3", "adequate: 9, desired: 18, perceived: 3"))) == [
        "out-of-range"
    ]
    assert codes(changed(("    service: {}", "    service: {weight: -1}"), text=SMALL)) == ["out-of-range"]
    assert codes(changed(("    service: {}", "    servise: {}"), text=SMALL)) == ["unknown-key"]
    assert codes(changed(("    service: {}", "    xyzzy: {}"), text=SMALL)) == ["unknown-key"]
    assert codes(changed(("{start: 100, min", "{start: lots, min: 50, x: 1, min2"))).count("meter-bounds") == 0
    assert codes(changed(("expects: {service: {desired: 9}}", "expects: {service: {desired: 1x}}"))) == ["wrong-type"]
