"""What is wrong with a workbook is told by sheet and cell, with what to do."""

import datetime

import pytest
from openpyxl import Workbook

from tests.workbook.sheets import (
    COLD_FLAT,
    Change,
    both,
    changed,
    column,
    exported,
    put,
    same,
    scenario,
    sheet,
    taken,
    told,
    typed,
)

GOOD = {language: exported(language) for language in ("zh", "en")}

BROKEN: list[tuple[str, Change]] = [
    ("[谈话!H10] error unknown-target", put("谈话", "去向", 10, "setled")),
    ("[谈话!F2] error unknown-tag", put("谈话", "标签", 2, "情感反映、解读")),
    ("[谈话!L2] error unknown-need", put("谈话", "说出需要", 2, "安宁")),
    ("[谈话!G3] error effect-unknown", put("谈话", "效果", 3, "服务品质 +2")),
    ("[谈话!G3] error effect-unread", put("谈话", "效果", 3, "服务质量加2")),
    ("[谈话!G3] error out-of-range", put("谈话", "效果", 3, "服务质量 +20")),
    ("[谈话!P7] error level-unread", put("谈话", "说明限制", 7, "服务质量")),
    ("[谈话!O7] error promise-unknown", put("谈话", "承诺", 7, "call-1730、call")),
    ("[谈话!O8] error promise-again", put("谈话", "承诺", 8, "in-30、warm-in-30、call-1730")),
    ("[谈话!W9] error condition-unread", put("谈话", "条件", 9, "情绪热度 小于4")),
    ("[谈话!W9] error unknown-promise", put("谈话", "条件", 9, "承诺过 call-1731")),
    ("[谈话!D3] error cell-formula", put("谈话", "回应", 3, "=A1&B1")),
    ("[谈话!D3] error cell-truth", put("谈话", "回应", 3, True)),
    ("[谈话!K3] error row-twice", put("谈话", "编号", 3, "hear-her")),
    ("[谈话!K3] error bad-id", put("谈话", "编号", 3, datetime.time(17, 30))),
    ("[谈话!A5] error reserved-id", put("谈话", "节点", 5, "base")),
    ("[谈话!B3] error beat-differs", put("谈话", "客户说", 3, "喂？")),
    ("[谈话!D4] error cell-empty", both(*(put("谈话", h, 4, None) for h in ("回应", "回应（英文）")))),
    ("[谈话!B5] error missing-key", both(*(put("谈话", h, 5, None) for h in ("客户说", "客户说（英文）")))),
    ("[期望!D2] error wrong-type", put("期望", "可接受", 2, "六")),
    ("[期望!D2] error wrong-type", put("期望", "可接受", 2, 6.5)),
    ("[期望!E2] error zone-order", put("期望", "理想", 2, 5)),
    ("[期望!B3] error row-twice", put("期望", "期望", 3, "服务质量")),
    ("[期望!A7] error persona-unknown", put("期望", "性格", 7, "furius")),
    ("[期望!K2] error scale-unread", put("期望", "刻度", 2, "明天上午到")),
    ("[客户!J2] error unknown-need", put("客户", "需要", 2, "安宁")),
    ("[客户!A4] error row-twice", put("客户", "性格", 4, "calm")),
    ("[承诺!D2] error vague-by", both(*(put("承诺", h, 2, "尽快") for h in ("时限", "时限（英文）")))),
    ("[承诺!D2] error cell-date", put("承诺", "时限", 2, datetime.datetime(2026, 11, 21))),  # noqa: DTZ001
    ("[承诺!C2] error out-of-range", put("承诺", "水平", 2, 11)),
    ("[视情况!A2] error unknown-position", put("视情况", "位置", 2, "complain")),
    ("[视情况!E2] error position-takes-nothing", put("视情况", "去向", 2, "settled")),
    ("[结局!A3] error row-twice", put("结局", "编号", 3, "settled")),
    ("[事实!A2] error bad-id", put("事实", "编号", 2, "new born")),
    ("[计数器!A2] error meter-bounds", put("计数器", "起始", 2, 200)),
    ("[突发!A2] error flow-unread", put("突发", "条件", 2, "{任一满足: [{情绪热度: {至少: 3}}")),
    ("[突发!A2] error unknown-fact", put("突发", "条件", 2, "{任一满足: [{已知: [newbron]}]}")),
    ("[突发!B2] error unknown-target", put("突发", "去向", 2, "hangup")),
    ("[情景!B4] error unknown-word", put("情景", "内容", 4, "供暖")),
    ("[情景!A6] error unknown-item", put("情景", "项目", 6, "时间")),
    ("[结尾!A1] error unknown-sheet", lambda book: setattr(sheet(book, "结局"), "title", "结尾")),
    ("error missing-sheet", lambda book: book.remove(sheet(book, "结局"))),
    ("[谈话!F1] error unknown-column", put("谈话", "标签", 1, "标记")),
    ("[期望!A1] error missing-column", put("期望", "期望", 1, "#期望")),
    ("[谈话!B1] error column-twice", put("谈话", "节点", 1, "客户说")),
    ("[谈话!AZ3] error headless-cell", typed("谈话", "AZ3", "记一笔")),
    ("[谈话!E2] error merged-cells", lambda book: sheet(book, "谈话").merge_cells("E2:E4")),
    ("[结局!A1] error missing-head", lambda book: sheet(book, "结局").delete_rows(1)),
]


@pytest.mark.parametrize(("wanted", "change"), BROKEN, ids=[wanted for wanted, _ in BROKEN])
def test_each_fault_names_its_cell(wanted: str, change: Change) -> None:
    """One cell is broken: the message names that cell and the code, and no scenario comes of it."""
    raw = changed(GOOD["zh"], change)
    assert wanted in told(raw)
    assert taken(raw).text is None


def test_a_message_says_what_is_wrong_and_what_to_do_in_the_readers_language() -> None:
    """The same words as for a YAML file, behind the name of the workbook and the cell, with the nearest word."""
    raw = changed(GOOD["zh"], put("谈话", "去向", 10, "setled"))
    assert [one.told("zh") for one in taken(raw).findings] == [
        "talk.xlsx [谈话!H10]: error unknown-target “setled”既不是节点也不是结局；"
        "改正拼写，或写出这个节点或结局。是不是想写“settled”？"
    ]
    (english,) = [one.told("en") for one in taken(raw).findings]
    assert english.startswith("talk.xlsx [谈话!H10]: error unknown-target “setled” is neither a beat nor an ending;")


@pytest.mark.parametrize(("language", "wanted"), [("zh", "例如写成 3。"), ("en", "as in 3.")])
def test_an_example_is_what_a_cell_holds(language: str, wanted: str) -> None:
    """The cell that wants a number shows a number, not the line of a YAML file."""
    (found,) = taken(changed(GOOD["zh"], put("客户", "情绪热度", 2, "很高"))).findings
    assert found.told(language).endswith(wanted)


def test_a_renamed_sheet_is_told_alone() -> None:
    """What is missing because the sheet of promises is not known under its new name is not complained of as well."""
    raw = changed(GOOD["zh"], lambda book: setattr(sheet(book, "承诺"), "title", "诺言"))
    assert told(raw) == ["[诺言!A1] error unknown-sheet"]


def test_all_faults_are_told_at_once() -> None:
    """Whoever made three slips hears of all three, and of nothing that only follows from them."""

    def change(book: Workbook) -> None:
        put("谈话", "回应", 3, "=A1")(book)
        put("谈话", "标签", 4, "淡话")(book)
        put("承诺", "水平", 2, 11)(book)

    assert sorted(told(changed(GOOD["zh"], change))) == [
        "[承诺!C2] error out-of-range",
        "[谈话!D3] error cell-formula",
        "[谈话!F4] error unknown-tag",
    ]


KIND: list[tuple[str, Change]] = [
    ("a time that the spreadsheet made of 17:30", put("承诺", "时限", 2, datetime.time(17, 30))),
    (
        "the time once more in the other column",
        put("承诺", "时限（英文）", 2, datetime.timedelta(hours=17, minutes=30)),
    ),
    ("full-width digits and spaces", put("期望", "可接受", 2, " ６ ")),
    ("a number that is a whole one", put("期望", "可接受", 2, 6.0)),
    ("stray spaces around an id", put("谈话", "去向", 10, " grudging　")),
    ("an English comma between tags", put("谈话", "标签", 4, "淡化, 比较 ")),
    ("English tags in a Chinese workbook", put("谈话", "标签", 4, "minimising；比较")),
    ("full-width signs in an effect", put("谈话", "效果", 3, "服务质量 ＋３；")),
    ("a condition with other signs", put("视情况", "条件", 3, "已知newborn;情绪热度<=4")),
    ("a condition in two lines", put("视情况", "条件", 3, "情绪热度：至多4\n已知： newborn")),
    ("an empty row in the middle", lambda book: sheet(book, "谈话").insert_rows(4)),
    ("a title above the heads", lambda book: sheet(book, "谈话").insert_rows(1)),
    ("beat cells merged over its rows", lambda book: sheet(book, "谈话").merge_cells("A2:A4")),
    ("the beat only in its first row", both(*(put("谈话", "节点", row, None) for row in (3, 4)))),
    (
        "the beat's words once more in its second row",
        put("谈话", "客户说", 3, "打了三天电话了！屋里才十四度，你们到底管不管？"),
    ),
    (
        "an own column",
        both(typed("谈话", "AZ1", "#记"), typed("谈话", "AZ3", "x")),
    ),
    ("an own sheet", both(lambda book: book.create_sheet("# 草稿"), typed("# 草稿", "A1", "x"))),
    ("an empty sheet", lambda book: book.create_sheet("Sheet1")),
    ("sheets in another order", lambda book: book.move_sheet("结局", -5)),
    ("a head with half-width brackets and spaces", put("谈话", "客户说（英文）", 1, " 客户说 (英文) ")),
    ("the base customer without a word", both(*(put("期望", "性格", row, None) for row in range(2, 7)))),
    (
        "no guide and no list of words",
        both(lambda book: book.remove(book["说明"]), lambda book: book.remove(book["词表"])),
    ),
]


@pytest.mark.parametrize("change", [change for _, change in KIND], ids=[name for name, _ in KIND])
def test_what_a_spreadsheet_does_to_cells_is_borne(change: Change) -> None:
    """Some habits of people and spreadsheets are harmless: the scenario is the same one, and nothing is told."""
    raw = changed(GOOD["zh"], change)
    assert told(raw) == []
    assert same(COLD_FLAT.read_bytes(), raw)


def test_responses_without_an_id_are_numbered() -> None:
    """Whoever leaves the ids of responses empty gets r1, r2, r3 in the order of the rows."""
    raw = changed(GOOD["zh"], both(*(put("谈话", "编号", row, None) for row in (2, 4))))
    assert [one.id for one in scenario(raw).beats["complaint"].responses] == ["r1", "fix-first", "r3"]


def test_a_promise_that_nobody_makes_is_told_and_left_out() -> None:
    """It is a warning: the scenario comes without it."""

    def change(book: Workbook) -> None:
        page = sheet(book, "承诺")
        page[f"{column(page, '编号')}5"].value = "spare"

    raw = changed(GOOD["zh"], change)
    assert told(raw) == ["[承诺!A5] warning promise-unmade"]
    assert taken(raw).text is not None


def test_a_talk_whose_rows_were_sorted_is_told_so() -> None:
    """A trainer who sorts the sheet is told once which rows have come apart, and that the order of beats counts."""

    def change(book: Workbook) -> None:
        page = sheet(book, "谈话")
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        for number, values in enumerate((rows[0], *rows[2:4], rows[1], *rows[4:]), 2):
            for place, value in enumerate(values, 1):
                page.cell(number, place).value = value

    raw = changed(GOOD["zh"], change)
    (found,) = [one for one in taken(raw).findings if one.problem.code == "beat-apart"]
    assert (found.place, found.problem.level) == ("谈话!A5", "warning")
    assert "complaint（2、5 行）" in found.told("zh")
    assert "排过序" in found.told("zh")
    assert "complaint (rows 2, 5)" in found.told("en")


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda book: sheet(book, "谈话").delete_cols(4, 2), ["[谈话!A1] error missing-column"]),
        (lambda book: sheet(book, "谈话").delete_cols(1), ["[谈话!A1] error missing-column"]),
        (put("承诺", "编号", 1, "号码"), ["[承诺!A1] error unknown-column", "[承诺!A1] error missing-column"]),
        (put("客户", "性格", 1, "脾气"), ["[客户!A1] error unknown-column"]),
        (lambda book: book.remove(sheet(book, "结局")), ["error missing-sheet"]),
    ],
    ids=["回应", "节点", "承诺的编号", "性格", "结局"],
)
def test_nothing_is_told_that_only_follows_from_a_missing_part(change: Change, wanted: list[str]) -> None:
    """Where a column or a sheet is gone, that is told, and not every promise, persona and place that was in it."""
    assert told(changed(GOOD["zh"], change)) == wanted


def test_an_english_workbook_is_told_of_in_its_own_names() -> None:
    """Sheets and heads are English, and so are the cells that are named."""
    raw = changed(GOOD["en"], put("Talk", "then", 10, "setled"))
    assert told(raw, "en") == ["[Talk!H10] error unknown-target"]
    assert told(changed(GOOD["en"], put("Expectations", "adequate", 2, "six")), "en") == [
        "[Expectations!D2] error wrong-type"
    ]
