"""A workbook that a trainer makes from one sentence of advice: a talk of seven columns, the customer, the endings."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from game import cli
from game.engine import begin, choose, look
from game.scenario import Scenario, read
from game.scenario.records import Customer
from tests.workbook.dressed import bare
from tests.workbook.sheets import COLD_FLAT, ROOT, both, changed, exported, put, same, taken, told

Rows = list[list[Any]]
HEADS = ["节点", "客户说", "回应", "标签", "效果", "去向", "点评"]
TALK: Rows = [
    HEADS,
    [
        "入住",
        "房间怎么还没好？",
        "让您等了一个小时，是我们不对。累了吧？",
        "情感反应、解读",
        "服务质量 +2",
        "房间",
        "好",
    ],
    [None, None, "您先别急。", "淡化", "服务质量 -1", "房间", "她会更急"],
    ["房间", "那还要多久？", "二十分钟，好了我来请您，可以吗？", "观察、请求", "服务质量 +2", "满意", "有时间"],
    [None, None, "系统显示几点就几点。", "推责", None, "不满", "没人管"],
]
CUSTOMER: Rows = [["姓名", "情绪热度", "需要"], ["王女士", 7, "休息"]]
ENDINGS: Rows = [["编号", "客户说"], ["满意", "谢谢。"], ["不满", "我换一家。"]]


def book(talk: Rows = TALK, customer: Rows = CUSTOMER, endings: Rows = ENDINGS, called: str = "谈话") -> bytes:
    """A workbook of three sheets, typed by hand."""
    return bound({called: talk, "客户": customer, "结局": endings})


def bound(sheets: dict[str, Rows]) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def typed(row: int, head: str, value: Any) -> Rows:
    """The talk with another cell in one row."""
    talk = [line[:] for line in TALK]
    talk[row][HEADS.index(head)] = value
    return talk


def made(raw: bytes) -> Scenario:
    found = taken(raw, named=("hotel", "try"))
    assert found.text is not None, [one.told("zh") for one in found.findings]
    scenario, problems = read(found.text.encode(), "try.yaml")
    assert scenario is not None, problems
    return scenario


def test_three_sheets_of_a_beginner_become_a_scenario_that_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`new hotel/try --from 退房.xlsx` writes it, with the file's name as its title; `score` plays it to its end."""
    monkeypatch.chdir(tmp_path)
    Path("退房.xlsx").write_bytes(book())
    assert cli.main(["new", "hotel/try", "--from", "退房.xlsx"]) == 0
    scenario, _ = read(Path("hotel/try.yaml").read_bytes(), "try.yaml")
    assert scenario is not None
    assert (scenario.domain, scenario.id, scenario.title.told("zh")) == ("hotel", "try", "退房")
    assert scenario.languages == ("zh",)
    capsys.readouterr()
    assert cli.main(["score", "hotel/try.yaml", "--picks", "r1,r1", "--lang", "zh"]) == 0
    assert "总分" in capsys.readouterr().out


def test_what_is_written_is_what_is_said() -> None:
    """回应 has the words, and what the row says of tags, effects, the way on and the comment belongs to them."""
    first, second = made(book()).beats["入住"].responses
    assert (first.id, first.say.zh) == ("r1", "让您等了一个小时，是我们不对。累了吧？")
    assert first.tags == {"reaction", "interpretation"}
    assert first.deliver == (("service", 2),)
    assert (first.note.zh if first.note else None, second.id) == ("好", "r2")


def test_without_a_name_the_file_gives_title_and_id() -> None:
    """`new --from talk.xlsx` alone makes other/talk."""
    found = taken(book())
    assert (found.domain, found.id) == ("other", "talk")


def test_the_author_hears_what_was_assumed() -> None:
    """Only warnings: expectations at average levels, and a brief that is missing."""
    assert told(book()) == ["[客户!A1] warning expects-assumed", "warning missing-brief"]
    expects = customer(book(typed(1, "效果", "服务 +2；价格 +1"))).expects
    assert [(id_, one.adequate, one.desired, one.can) for id_, one in expects.items()] == [
        ("service", 5, 7, 7),
        ("price", 5, 7, 7),
    ]


def customer(raw: bytes) -> Customer:
    """The customer as written."""
    return made(raw).personas[0].customer


CLUMSY: list[tuple[str, bytes]] = [
    ("tags with spaces, slashes and commas", book(typed(1, "标签", "情感反应 /解读"))),
    ("tags with a comma", book(typed(1, "标签", "#情感反应，#解读"))),
    ("tags in English with capitals", book(typed(1, "标签", "Reaction, Interpretation"))),
    ("the beginning of a component", book(typed(1, "效果", "服务+2"))),
    ("full-width signs and points", book(typed(1, "效果", "服务质量：＋２分"))),
    ("nothing as a word", book(typed(4, "效果", "无"))),
    ("a way on with an arrow", book(typed(1, "去向", "→房间"))),
    ("a way on as people say it", book(typed(1, "去向", "节点：房间"))),
    ("the next beat", book(typed(1, "去向", "下一个节点"))),
    ("the beat in every row", book(typed(2, "节点", "入住"))),
    ("a number as text", book(customer=[CUSTOMER[0], ["王女士", " ７ ", "休息"]])),
    (
        "the customer downwards",
        book(customer=[["项目", "内容"], ["姓名", "王女士"], ["情绪热度", 7], ["需要", "休息"]]),
    ),
    ("a word about the customer", book(customer=[["性格", *CUSTOMER[0]], ["急躁", *CUSTOMER[1]]])),
    ("endings by other heads", book(endings=[["结局", "客户说的话"], *ENDINGS[1:]])),
    ("empty rows", book([TALK[0], [None] * 7, *TALK[1:3], [None] * 7, *TALK[3:]])),
    ("a title above the heads", book([["第一次写"], *TALK])),
    ("any title of the sheet", book(called="Sheet1")),
    ("beats in rows of their own", book([HEADS, TALK[1][:2], [None, None, *TALK[1][2:]], *TALK[2:]])),
]


@pytest.mark.parametrize("raw", [raw for _, raw in CLUMSY], ids=[name for name, _ in CLUMSY])
def test_clumsy_workbooks_say_the_same(raw: bytes) -> None:
    """However it is typed, it is the same scenario, and nothing more is complained of."""
    assert bare(made(raw)) == bare(made(book()))
    assert told(raw) == told(book())


def test_expectations_may_stand_beside_the_customer() -> None:
    """Columns of the sheet 期望 in the sheet 客户, one row for each component."""
    rows: Rows = [
        ["姓名", "情绪热度", "期望", "可接受", "理想"],
        ["王女士", 7, "服务", 6, 8],
        [None, None, "价格", 4, 6],
    ]
    raw = book(customer=rows)
    assert told(raw) == ["warning missing-brief"]
    expects = customer(raw).expects
    assert {id_: (one.adequate, one.desired) for id_, one in expects.items()} == {"service": (6, 8), "price": (4, 6)}


def test_a_fault_in_a_customer_written_downwards_names_its_cell() -> None:
    """The row and the column are those of the workbook."""
    assert "[客户!B2] error wrong-type" in told(book(customer=[["姓名", "王女士"], ["情绪热度", "很高"]]))


def test_names_of_beats_and_endings_are_free() -> None:
    """Spaces, capitals and punctuation in a name do no harm, and ways on find it however it is written."""
    talk = [
        ["Node", "Customer says", "Response", "Tags", "Effects", "Next", "Comment"],
        ["Opening complaint!", "My room is not ready.", "You have waited an hour.", "observation", "", "ROOM TIME", ""],
        ["Room time", "So when?", "In twenty minutes.", "reason", "Serv +2; personal +1", "Happy guest.", ""],
    ]
    raw = bound(
        {"Talk": talk, "Customer": [["Name"], ["Mrs Green"]], "Endings": [["Ending", "Says"], ["Happy guest", "Bye"]]}
    )
    scenario = made(raw)
    assert list(scenario.beats) == ["Opening-complaint", "Room-time"]
    play = begin(scenario)
    for _ in range(2):
        choose(play, "r1")
    assert look(play).ending == "Happy-guest"


def test_a_need_that_is_not_named_is_the_customers() -> None:
    """The tag 需要 alone names what the customer needs; where that is not given either, the author is told."""
    assert made(book(typed(1, "标签", "需要"))).beats["入住"].responses[0].names == "rest"
    unsaid = book(typed(1, "标签", "需要"), customer=[["姓名"], ["王女士"]])
    assert "[客户!A2] warning need-assumed" in told(unsaid)
    assert customer(unsaid).need == "understanding"


def test_ids_that_are_made_never_clash_and_stay_when_rows_follow() -> None:
    """A written id wins over one that is made, wherever it stands; rows at the end change no id above."""
    talk = [[*row, None] for row in TALK]
    talk[0][7], talk[2][7] = "编号", "r1"
    assert [one.id for one in made(book(talk)).beats["入住"].responses] == ["r1-2", "r1"]
    more = [*TALK, ["入住", None, "我去看看。", None, None, "房间", None]]
    assert [one.id for one in made(book(more)).beats["入住"].responses] == ["r1", "r2", "r3"]


def test_conditions_refer_to_responses_by_beat_and_id() -> None:
    """说过 入住/r1 works with ids that were made, 说过 入住/道歉 with those that were written."""
    talk = [[*row, None, None] for row in TALK]
    talk[0][7:], talk[1][7], talk[3][8], talk[4][8] = ["编号", "条件"], "道歉", "说过 入住/道歉", "说过 入住/r2"
    first, second = made(book(talk)).beats["房间"].responses
    assert first.when is not None
    assert second.when is not None
    assert "[谈话!I4] error unknown-response" in told(book([*talk[:3], [*talk[3][:8], "说过 入住/r9"], talk[4]]))


def test_workbooks_of_before_are_still_read() -> None:
    """Where 话术 has the words, 回应 is the id of the response: nothing of an older workbook is lost."""
    heads = (("编号", "#"), ("回应", "话术"), ("回应（英文）", "话术（英文）"), ("#", "回应"))
    raw = changed(exported("zh"), both(*(put("谈话", old, 1, new) for old, new in heads)))
    assert told(raw) == []
    assert same(COLD_FLAT.read_bytes(), raw)


def test_what_begins_like_two_things_is_not_guessed_at() -> None:
    """“p” may be product, price or personal; a meter that begins alike counts too."""
    assert "[谈话!E2] error effect-unknown" in told(book(typed(1, "效果", "pr +2")))
    meters = {"谈话": typed(1, "效果", "服务 +2"), "客户": CUSTOMER, "结局": ENDINGS, "计数器": [["编号"], ["服务费"]]}
    assert "[谈话!E2] error effect-unknown" in told(bound(meters))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_of_the_manual_can_be_played(language: str) -> None:
    """The three tables of the manual, typed into three sheets, are a scenario with nothing but two warnings."""
    manual = (ROOT / "docs" / language / "workbook.md").read_text(encoding="utf-8")
    tables = re.findall(r"(?:^\|.*\n)+", manual, re.MULTILINE)[:3]
    rows = [
        [[cell.strip() or None for cell in line.split("|")[1:-1]] for line in table.splitlines()] for table in tables
    ]
    titles = {"zh": ("谈话", "客户", "结局"), "en": ("Talk", "Customer", "Endings")}[language]
    raw = bound(
        {title: [one for one in table if set(str(one[0])) != {"-"}] for title, table in zip(titles, rows, strict=True)}
    )
    assert [line.split()[-1] for line in told(raw, language)] == ["expects-assumed", "missing-brief"]
    scenario = made(raw)
    assert [len(beat.responses) for beat in scenario.beats.values()] == [2, 1]
    assert len(scenario.endings) == 2


@pytest.mark.parametrize("word", ["无", "-", "没有", "None"])
def test_no_tags_may_be_said_in_a_word(word: str) -> None:
    """Whoever writes 无 or a dash where there are no tags means an empty cell."""
    assert made(book(typed(4, "标签", word))).beats["房间"].responses[1].tags == frozenset()
