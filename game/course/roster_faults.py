"""What can be wrong with a roster: each code's level, words and hint, in both languages."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, error, warning

ROSTER: Final[dict[str, Diagnostic]] = {
    "roster-unreadable": error(
        "名单读不出来：编码{value}。",
        "The roster cannot be read: its encoding is {value}.",
        "在表格软件里另存为“CSV UTF-8”。",
        "Save it in the spreadsheet program as “CSV UTF-8”.",
    ),
    "roster-gbk": warning(
        "名单是 GBK（GB18030）编码，已经照着读了。",
        "The roster is encoded in GBK (GB18030), and was read as such.",
        "看看姓名有没有乱码；在表格软件里另存为“CSV UTF-8”，这一条就没有了。",
        "See that the names are right; saved as “CSV UTF-8” it leaves no doubt.",
    ),
    "roster-quote": error(
        "从这一行起，双引号不成对，后面的读不出来。",
        "From this line on the quotes do not match, and nothing after it can be read.",
        '把引号补成一对，或者删掉；文字里本来就有的引号要写两遍（""）。',
        'Close the quote or remove it; a quote within a text is written twice ("").',
    ),
    "roster-column": error(
        "名单里没有“{value}”这一列。",
        "The roster has no column “{value}”.",
        "第一行写列名，用半角逗号隔开：学号、姓名要有，班组、口令、时间需要时再加。",
        "The first line names the columns, with commas between: id and name must be there; group, pin and time may.",
    ),
    "roster-unknown-column": warning(
        "不认识“{value}”这一列，里面写的没有用上。",
        "The column “{value}” is not known, and what it holds is not used.",
        "列名可以写：学号、姓名、班组、口令、时间。",
        "The columns are: id, name, group, pin, time.",
    ),
    "roster-column-twice": error(
        "“{first}”和“{value}”是同一列，写了两次。",
        "“{first}” and “{value}” are the same column, written twice.",
        "留一列。",
        "Keep one of them.",
    ),
    "roster-cells": error(
        "这一行有 {count} 格，列名只有 {heads} 个，多出来的不知道算什么。",
        "This row has {count} cells, but there are only {heads} columns.",
        "多半是内容里有逗号：把那一格用双引号括起来，或者删掉多出的格子。",
        "A comma within a text may have split it: put that text into quotes, or remove what is too many.",
    ),
    "roster-empty": error(
        "名单里只有列名，一个人也没有。",
        "The roster has its columns, and nobody below them.",
        "一人写一行；要是谁都可以来，就把课程文件里“名单”（roster）那一行去掉。",
        "Write one row for each trainee; where anybody may come, leave `roster` out of the course file.",
    ),
    "roster-without-id": error(
        "这一行没有写学号。",
        "This row has no id.",
        "补上学号；这一行不要了就删掉。",
        "Write the id, or delete the row.",
    ),
    "roster-id": error(
        "“{value}”不能做学号：太长，或者里面有看不见的字符。",
        "“{value}” cannot be an id: it is too long, or holds characters that cannot be seen.",
        "学号最多 64 个字，写在一行里。",
        "An id has at most 64 characters, all on one line.",
    ),
    "roster-twice": error(
        "学号“{value}”在第 {first} 行已经有了。",
        "The id “{value}” already stands in line {first}.",
        "改成各人自己的学号；同一个人就删掉一行。",
        "Give each person an id of their own; if it is the same person, delete one of the rows.",
    ),
    "roster-alike": warning(
        "学号“{value}”和第 {first} 行的“{other}”只差大小写、全角半角。",
        "The id “{value}” differs from “{other}” in line {first} only in capitals or in the width of its letters.",
        "同一个人就删掉一行；两个人的话，最好给一位换个学号，不然进来时非得和名单打得一模一样。",
        "If it is one person, delete one of the rows; for two, better change one: as it is, both have to type theirs "
        "exactly as it stands here.",
    ),
    "roster-rounded": warning(
        "学号“{value}”像是表格软件改写过的长数字，后几位丢了。",
        "The id “{value}” looks like a long number that the spreadsheet has shortened; its last digits are lost.",
        "把学号那一列设成“文本”格式，重新填好再另存。",
        "Format that column as text, fill the ids in again, and save it once more.",
    ),
    "roster-name": warning(
        "学号“{value}”没有写姓名，先用学号代替。",
        "The id “{value}” has no name; the id is shown instead.",
        "补上姓名。",
        "Write the name.",
    ),
    "roster-time": error(
        "时间是“{value}”，应在 1 到 5 之间。",
        "The time is “{value}”; it must lie between 1 and 5.",
        "1 是不加时，1.5 是多一半时间；不加时就空着。",
        "1 is the time that all have, 1.5 half as much again; leave it empty for no extra time.",
    ),
}
