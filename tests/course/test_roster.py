"""A roster is read as instructors and spreadsheet programs write it, and every slip in it is told by line."""

import pytest

from game.course.roster import LONGEST_ID, read_roster

Told = list[tuple[str, int, int]]


def told(raw: bytes) -> Told:
    """The code, line and cell of every problem."""
    return [(one.code, one.line, one.column) for one in read_roster(raw, "roster.csv")[1]]


def test_a_roster_from_a_spreadsheet_is_read() -> None:
    """With the byte-order mark that Excel writes, empty lines and cells, and only some of the columns."""
    raw = "\ufeffid,name,group,time,\r\n1001,王芳,早班,1.5,\r\n,,,,\r\n1002,李雷,,,\r\n".encode()
    members, problems = read_roster(raw, "roster.csv")
    assert problems == ()
    assert [(one.id, one.name, one.group, one.pin, one.time) for one in members] == [
        ("1001", "王芳", "早班", "", 1.5), ("1002", "李雷", "", "", 1.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [
        "学号,姓名,班组,口令,时间(倍数)",
        " 编号 ,姓名,班级,密码,时间（倍数）",
        "ID;Name;Group;PIN;Time",
        "id\t姓名\t班组\tpin\t倍数",
    ],
)
def test_a_roster_has_its_heads_in_either_language(heads: str) -> None:
    """Chinese heads, capitals, brackets; commas, semicolons or tabs between: the same trainee comes of it."""
    between = next(sign for sign in ",;\t" if sign in heads)
    row = between.join(("007", "张三", "一班", "1234", "1.5 倍"))
    members, problems = read_roster(f"{heads}\n{row}\n".encode(), "roster.csv")
    assert problems == ()
    assert [(one.id, one.name, one.group, one.pin, one.time) for one in members] == [
        ("007", "张三", "一班", "1234", 1.5)
    ]


@pytest.mark.parametrize("id_", ["2026.001", "甲 班-3", "wang@example.com", "No. 5", "O'Neill", "x" * LONGEST_ID])
def test_whatever_students_are_told_apart_by_is_an_id(id_: str) -> None:
    """A school's numbers have dots, spaces, addresses in them: they need not look like the ids of a scenario."""
    members, problems = read_roster(f"学号,姓名\n{id_},张三\n".encode(), "roster.csv")
    assert ([one.id for one in members], problems) == ([id_], ())


def test_a_roster_that_excel_saved_in_gbk_is_read_with_a_warning() -> None:
    """Names come out right, and the instructor is asked to look at them."""
    members, problems = read_roster("学号,姓名,口令\n001,王芳,1234\n".encode("gbk"), "roster.csv")
    assert [(one.name, one.pin) for one in members] == [("王芳", "1234")]
    assert [(one.code, one.level) for one in problems] == [("roster-gbk", "warning")]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("id,name\n1,甲\n1,乙\n".encode(), [("roster-twice", 3, 1)]),
        ("id,name,time\n1,甲,9\n1,乙,1\n".encode(), [("roster-time", 2, 3), ("roster-twice", 3, 1)]),
        ("id,name\n,甲\n".encode(), [("roster-without-id", 2, 1)]),
        (f"id,name\n{'1' * (LONGEST_ID + 1)},甲\n".encode(), [("roster-id", 2, 1)]),
        ('id,name\n"1\n2",甲\n3,丙,x\n'.encode(), [("roster-id", 2, 1), ("roster-cells", 4, 3)]),
        ("id,name\n1.23457E+11,甲\n".encode(), [("roster-rounded", 2, 1)]),
        (b"id,name\n1,\n2\n", [("roster-name", 2, 2), ("roster-name", 3, 2)]),
        ("id,name\n1,甲,乙\n".encode(), [("roster-cells", 2, 3)]),
        (b"id,name,group,pin\n1,Lee, Ann,am,\n2,Ben,am,\n", [("roster-cells", 2, 5)]),
        ("id,name\nAbc,甲\naBC,乙\nＡｂｃ,丙\n".encode(), [("roster-alike", 3, 1), ("roster-alike", 4, 1)]),
        ("id,name\nAbc,甲\nabd,乙\nAbc,丙\n".encode(), [("roster-twice", 4, 1)]),
        ("id,name,time\n1,甲,twice\n2,乙,0.5\n3,丙,nan\n".encode(), [("roster-time", line, 3) for line in (2, 3, 4)]),
        ("name\n甲\n".encode(), [("roster-column", 1, 1)]),
        ("学号,姓名,部门\n1,甲,乙\n".encode(), [("roster-unknown-column", 1, 3)]),
        ("学号,编号,姓名\n1,2,甲\n".encode(), [("roster-column-twice", 1, 2)]),
        (b"", [("roster-column", 1, 1), ("roster-column", 1, 1)]),
        (b"\nid,name\n\n", [("roster-empty", 2, 1)]),
        ("id,name\n1,甲\n".encode("utf-16"), [("roster-unreadable", 1, 1)]),
        ("id,name\n1,M\u00fcller\n2,J\u00fcrgen\n".encode("latin-1"), [("roster-unreadable", 2, 1)]),
        ('id,name\n1,甲\n2,"乙\n3,丙\n'.encode(), [("roster-quote", 3, 1)]),
    ],
)
def test_a_roster_says_what_is_wrong_with_it(raw: bytes, wanted: Told) -> None:
    """Each slip has its own message, with its line and cell, and one does not hide another."""
    assert told(raw) == wanted


def test_a_misspelt_head_is_told_with_the_right_one() -> None:
    """A PIN column that is not recognised would let everybody in: it is told, with what it was meant to be."""
    (problem,) = read_roster("学号,姓名,口今\n1,甲,1234\n".encode(), "roster.csv")[1]
    assert problem.level == "warning"
    assert "“口今”" in problem.message("zh")
    assert "是不是想写“口令”" in problem.hint("zh")


def test_ids_that_are_typed_alike_are_told_with_the_other_one_and_stay_two_people() -> None:
    """A warning: each of them can still come in with the id exactly as it is written."""
    members, problems = read_roster("id,name\nAbc,甲\nＡＢＣ,乙\n".encode(), "roster.csv")
    assert [one.id for one in members] == ["Abc", "ＡＢＣ"]
    assert [(one.level, "“Abc”" in one.message("en"), "第 2 行" in one.message("zh")) for one in problems] == [
        ("warning", True, True)
    ]
