"""What each fault of a workbook says: what is wrong, and what to do, in both languages."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, error
from game.scenario.records import Text

FAULTS: Final[dict[str, Diagnostic]] = {
    "not-a-workbook": error(
        "这不是 Excel 工作簿（.xlsx）。",
        "This is no Excel workbook (.xlsx).",
        "在 Excel 或 WPS 里打开它，另存为“Excel 工作簿 (*.xlsx)”。",
        "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”.",
    ),
    "old-workbook": error(
        "这是旧格式（.xls），或者是加了密码的工作簿。",
        "This is an old .xls file, or a workbook with a password.",
        "在 Excel 或 WPS 里打开它，去掉密码，另存为“Excel 工作簿 (*.xlsx)”。",
        "Open it in Excel or WPS, take the password off, and save it as “Excel Workbook (*.xlsx)”.",
    ),
    "locked-workbook": error(
        "这个工作簿加了打开密码。",
        "This workbook needs a password to be opened.",
        "在 Excel 或 WPS 里去掉打开密码再存一次。",
        "Take the password off in Excel or WPS and save it again.",
    ),
    "workbook-too-large": error(
        "这个工作簿太大，一个情景用不了这么多，没有打开。",
        "This workbook is larger than any scenario, and was not opened.",
        "删掉图片、多余的工作表和空行再存一次。",
        "Delete pictures, further sheets and empty rows, and save it again.",
    ),
    "workbook-damaged": error(
        "这个工作簿打不开，文件可能没传完整或已经损坏。",
        "This workbook cannot be opened; the file may be cut off or damaged.",
        "用 Excel 或 WPS 打开看看，另存一份“Excel 工作簿 (*.xlsx)”再来。",
        "Try it in Excel or WPS, and save a fresh copy as “Excel Workbook (*.xlsx)”.",
    ),
    "missing-sheet": error(
        "没有“{sheet}”这张工作表。",
        "There is no sheet “{sheet}”.",
        "把它补上；改过名字的，改回来。",
        "Add it; if it has been renamed, give it its name back.",
    ),
    "unknown-sheet": error(
        "不认识这张工作表，里面的内容读不进来。",
        "This sheet is not known, and what it holds would be lost.",
        "改回原来的名字；自己记事用的，名字前加“#”。",
        "Give it its name back; if it holds your own notes, let its name begin with “#”.",
    ),
    "sheet-twice": error(
        "“{sheet}”有两张工作表。",
        "There are two sheets “{sheet}”.",
        "留一张；另一张的名字前加“#”就不读了。",
        "Keep one; put “#” before the name of the other, and it is left unread.",
    ),
    "missing-column": error(
        "这张表没有“{head}”这一列。",
        "This sheet has no column “{head}”.",
        "在第一行把列名补上；改过名字的，改回来。",
        "Write the head into the first row; if it has been renamed, give it its name back.",
    ),
    "missing-head": error(
        "这里找不到列名。",
        "The heads of the columns are missing here.",
        "第一行写列名，比如：{heads}。",
        "The first row gives the heads, such as: {heads}.",
    ),
    "unknown-column": error(
        "不认识“{head}”这一列，里面的内容读不进来。",
        "The column “{head}” is not known, and what it holds would be lost.",
        "改回原来的列名；自己记事用的，列名前加“#”。",
        "Give it its name back; if it holds your own notes, let its head begin with “#”.",
    ),
    "unknown-item": error(
        "不认识“{head}”这一项。",
        "The item “{head}” is not known.",
        "改回原来的名字；自己记事用的，前面加“#”。",
        "Give it its name back; if it is your own note, let it begin with “#”.",
    ),
    "column-twice": error(
        "“{head}”写了两次。",
        "“{head}” stands here twice.",
        "留一个；另一个前面加“#”就不读了。",
        "Keep one; put “#” before the other, and it is left unread.",
    ),
    "headless-cell": error(
        "这一格的上面没有列名，不知道算什么。",
        "No head stands above this cell, so nothing tells what it means.",
        "挪到它该在的那一列；自己记事用的，上面写一个“#”开头的列名。",
        "Move it to its column; if it is your own note, write a head that begins with “#” above it.",
    ),
    "merged-cells": error(
        "{range} 合并在一起了，只读得到第一格，不知道其他格算什么。",
        "{range} are merged, so that only the first of them can be read.",
        "取消合并，每格各写各的；只有谈话里同一个节点的“节点”“客户说”等可以上下合并。",
        "Unmerge them and fill each; only what speaks of one beat may be merged downwards in the talk.",
    ),
    "cell-formula": error(
        "这一格是公式，读不出它要说的话。",
        "This cell holds a formula, not words.",
        "把公式换成文字：复制，再选择性粘贴为“值”；文字以“=”开头时，先把单元格设成“文本”格式。",
        "Put the words in its place (copy, paste as values); if they begin with “=”, first format it as text.",
    ),
    "cell-fault": error(
        "这一格是表格软件的错误值 {value}。",
        "This cell holds the error value {value}.",
        "写上它该有的内容。",
        "Write what it should hold.",
    ),
    "cell-date": error(
        "表格软件把这一格当成了日期，原来写的是什么看不出来了。",
        "The spreadsheet has made a date of this cell, and what was typed can no longer be told.",
        "把单元格设成“文本”格式，再写一遍。",
        "Format the cell as text and type it again.",
    ),
    "cell-number": error(
        "这一格是按“{format}”显示的数，读出来和看到的不一样。",
        "This cell is a number shown as “{format}”, so that it would not be read as it looks.",
        "把单元格设成“文本”格式，照看到的样子再写一遍。",
        "Format the cell as text and type it as it should look.",
    ),
    "cell-truth": error(
        "表格软件把这一格当成了真假值。",
        "The spreadsheet has made true or false of this cell.",
        "把单元格设成“文本”格式，再写一遍。",
        "Format the cell as text and type it again.",
    ),
    "cell-empty": error(
        "“{head}”还空着。",
        "“{head}” is empty.",
        "填上；这一行不要了，就整行删掉。",
        "Fill it in; if the row is not wanted, delete the whole row.",
    ),
    "row-twice": error(
        "“{value}”写了两次，第一次在 {first}。",
        "“{value}” stands here twice; the first is in {first}.",
        "留一个，或给其中一个改名。",
        "Keep one of them, or give one another name.",
    ),
    "beat-differs": error(
        "节点“{value}”在 {first} 已经写过“{head}”，这里写的不一样。",
        "{first} already gives “{head}” for the beat “{value}”, and this differs.",
        "一个节点只在第一行写；要看情况换一句，写到“视情况”表里。",
        "Give it in the first row of the beat only; what is said in some cases belongs in the sheet Depends.",
    ),
    "beat-apart": Diagnostic(
        "warning",
        Text(
            "同一个节点的行没有挨在一起：{list}。这张表可能排过序。",
            "Rows of one beat are not together: {list}. The sheet may have been sorted.",
        ),
        Text(
            "撤销排序，或把同一个节点的行移到一起。节点按第一次出现的先后往下谈，排过序，从哪里开场、接着谈什么都会变。",
            "Undo the sorting, or move the rows of each beat together: beats follow one another as they first stand "
            "here, so that sorting changes where the talk begins and how it goes on.",
        ),
    ),
    "response-without-beat": error(
        "不知道这个回应属于哪个节点。",
        "Nothing tells to which beat this response belongs.",
        "在“节点”里写上。",
        "Write the beat into its cell.",
    ),
    "effect-unread": error(
        "看不懂这个效果：{value}",
        "This effect cannot be read: {value}",
        "写成“服务质量 +2；情绪热度 −1；补偿额度 −30”：名字、空格、加减几，几条之间用“；”隔开。",
        "Write a name, a space and a change, with “;” between them: service +2; heat -1; budget -30.",
    ),
    "effect-unknown": error(
        "“{value}”不是期望，不是情绪热度，“计数器”表里也没有。",
        "“{value}” is no component, not heat, and not in the sheet Meters.",
        "改成其中一个，或把它加进“计数器”表。",
        "Write one of these, or add it to the sheet Meters.",
    ),
    "level-unread": error(
        "看不懂这里写的限制：{value}",
        "This limit cannot be read: {value}",
        "写成“服务质量 7”：期望、空格、只能到几分，几条之间用“；”隔开。",
        "Write a component, a space and the level that can be had: service 7; price 6.",
    ),
    "scale-unread": error(
        "看不懂这条刻度：{value}",
        "This line of the scale cannot be read: {value}",
        "一行一条，写成“7 = 今天 18 点前到”。",
        "Write one line for each level: 7 = today by 18:00.",
    ),
    "pair-unread": error(
        "看不懂这一条：{value}",
        "This cannot be read: {value}",
        "写成“超出预期 = calm”，几条之间用“；”隔开。",
        "Write a verdict, “=” and a persona, with “;” between them: exceeded = calm.",
    ),
    "condition-unread": error(
        "看不懂这个条件：{value}",
        "This condition cannot be read: {value}",
        "写成“情绪热度 ≤4；已知 考试；说过 来电/先认账；感知 服务质量 ≥6”，几条之间用“；”隔开，都要成立。"
        "每条的开头可以是：情绪热度、已知、说过、承诺过、兑现过、需要已说中、性格、计数器、感知、理想。",
        "Write it like this: heat <=4; knows exam; said call/own-it; perceived service >=6. All must hold. "
        "A part begins with heat, knows, said, promised, kept, need_known, persona, meters, perceived or desired.",
    ),
    "flow-unread": error(
        "这一格以括号开头，但括号里的写法不对。",
        "This cell begins with a bracket, but what is in the brackets cannot be read.",
        "检查括号是否成对，冒号、逗号是否半角且后面有空格；不会写就用普通的写法。",
        "Check that brackets are closed, and that a space follows each colon and comma; or write it in plain words.",
    ),
    "lines-differ": error(
        "“{head}”两种语言的条数不一样：{zh} 条和 {en} 条。",
        "The two languages of “{head}” differ in the number of lines: {zh} and {en}.",
        "一行一条，两边对齐。",
        "Write one in a line, and let the two columns go line by line.",
    ),
    "unknown-position": error(
        "没有“{value}”这个节点、回应或结局。",
        "There is no beat, response or ending “{value}”.",
        "写成谈话里的“节点”，或“节点/编号”，或者结局的编号。",
        "Write a beat, or beat/id of the response, as in the talk, or the id of an ending.",
    ),
    "position-takes-nothing": error(
        "“{value}”这里放不下“{head}”。",
        "“{head}” has no place at “{value}”.",
        "节点和结局可以换说的话；节点/编号（回应的）可以换客户答的话，也可以换去向。",
        "What is said may depend at a beat or an ending; at beat/id of a response, the reply and where it leads.",
    ),
    "persona-unknown": error(
        "“客户”表里没有“{value}”这种性格。",
        "The sheet Customer has no persona “{value}”.",
        "先在“客户”表里加一行，或改成那里的编号；客户本人写“原样”。",
        "Add a row there, or write a persona that is there; the customer as written is “base”.",
    ),
    "promise-unknown": error(
        "“承诺”表里没有“{value}”。",
        "The sheet Promises has no “{value}”.",
        "把它加进“承诺”表，或改成那里的编号。",
        "Add it to the sheet Promises, or write an id that is there.",
    ),
    "promise-again": error(
        "承诺“{value}”在 {first} 已经做过。",
        "The promise “{value}” is already made in {first}.",
        "一个承诺只能在一个回应里做；另起一个编号。",
        "A promise is made in one response only: give this one an id of its own.",
    ),
    "promise-unmade": Diagnostic(
        "warning",
        Text(
            "没有哪个回应做过承诺“{value}”，没有写进情景。", "No response makes the promise “{value}”; it was left out."
        ),
        Text(
            "在谈话的“承诺”一列里写上它，或删掉这一行。",
            "Name it in the talk, in the column promise, or delete the row.",
        ),
    ),
    "expects-assumed": Diagnostic(
        "warning",
        Text(
            "没有写客户期望什么，先按一般水平算：{list}。",
            "What the customer expects is not given, so average levels are assumed: {list}.",
        ),
        Text(
            "在“期望”表里写上，一行一种；或者改生成的情景文件。",
            "Give it in the sheet Expectations, one row each, or change it in the scenario file.",
        ),
    ),
    "need-assumed": Diagnostic(
        "warning",
        Text(
            "有回应说出了需要，却没写客户需要什么，先当作“理解”。",
            "A response is tagged `need`, but the customer is given none; “understanding” is assumed.",
        ),
        Text(
            "在“客户”表里写上“需要”；说的是别的需要，写在谈话的“说出需要”里。",
            "Give the customer a need; a response that names another one says so in the column names.",
        ),
    ),
}
"""What each code says. The faults of the scenario itself are told by the same words as for a file in YAML."""
