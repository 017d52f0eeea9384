"""What can be wrong with a file before anything of it is understood: its bytes, its letters, its YAML."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, error

FILE: Final[dict[str, Diagnostic]] = {
    "file-too-large": error(
        "文件有 {size} MiB，上限是 4 MiB。",
        "The file has {size} MiB; the most is 4 MiB.",
        "把它拆成几个情景。",
        "Split it into several scenarios.",
    ),
    "encoding": error(
        "文件不是 UTF-8 编码，这一行读不出来。",
        "The file is not UTF-8; this line cannot be read.",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "Save it again in your editor with the encoding UTF-8.",
    ),
    "encoding-gbk": error(
        "文件是 GBK（GB18030）编码。",
        "The file is encoded in GBK (GB18030).",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "Save it again in your editor with the encoding UTF-8.",
    ),
    "encoding-utf16": error(
        "文件是 UTF-16 编码（记事本里叫“Unicode”）。",
        "The file is encoded in UTF-16 (Notepad calls it “Unicode”).",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "Save it again in your editor with the encoding UTF-8.",
    ),
    "yaml-character": error(
        "这一行有一个看不见的控制字符（{character}）。",
        "There is an invisible control character ({character}) on this line.",
        "删掉它；多半是从别的软件粘贴来的。",
        "Delete it; it probably came with a paste from another program.",
    ),
    "yaml-syntax": error(
        "这一行不合 YAML 的写法：{said}。",
        "This is not well-formed YAML: {said}.",
        "{do}",
        "{do}",
    ),
    "open-quote": error(
        "这里开了引号，{until}。",
        "The quote that is opened here {until}.",
        "在这句话的末尾补上引号；不需要引号就删掉它。",
        "Close it at the end of the text, or take it out.",
    ),
    "open-bracket": error(
        "这里开了“{bracket}”，一直没有关上。",
        "The “{bracket}” that is opened here is never closed.",
        "在这一项的末尾补上“{closing}”。",
        "Add “{closing}” at the end of it.",
    ),
    "full-width-colon": error(
        "这里用了全角冒号“：”，“{line}”整个成了一句话。",
        "The full-width colon “：” makes “{line}” one text.",
        "换成半角冒号加一个空格：{right}。",
        "Write a plain colon and a space: {right}.",
    ),
    "full-width-mark": error(
        "这里用了{sign}。",
        "This is a {sign}.",
        "换成{right}。",
        "Write {right}.",
    ),
    "empty-file": error(
        "文件是空的，或者只有注释。",
        "The file is empty, or holds nothing but comments.",
        "用 new 命令生成一个情景，再改成自己的。",
        "Let the command `new` write a scenario to start from.",
    ),
    "tab": error(
        "这一行用制表符（Tab）缩进{more}。",
        "This line is indented with a tab{more}.",
        "YAML 只认空格，请换成空格。",
        "YAML knows only spaces: indent with spaces.",
    ),
    "alias": error(
        "情景里不能用别名 *{name}。",
        "Aliases (*{name}) cannot be used in a scenario.",
        "把内容照抄一份；文字以 * 开头时加引号。",
        "Write the content out; quote a text that begins with *.",
    ),
    "anchor": error(
        "情景里不能用锚点 &{name}。",
        "Anchors (&{name}) cannot be used in a scenario.",
        "删掉它；文字以 & 开头时加引号。",
        "Remove it; quote a text that begins with &.",
    ),
    "yaml-tag": error(
        "情景里不能用 YAML 类型标记 {tag}。",
        "YAML type tags ({tag}) cannot be used in a scenario.",
        "删掉它；文字以 ! 开头时加引号。",
        "Remove it; quote a text that begins with !.",
    ),
    "merge-key": error(
        "情景里不能用合并键 <<。",
        "The merge key << cannot be used in a scenario.",
        "把要合并的内容写出来。",
        "Write out what should be merged.",
    ),
    "duplicate-key": error(
        "“{key}”写了两次，第一次在第 {first} 行。",
        "“{key}” stands here twice; the first is on line {first}.",
        "留一个，或给其中一个改名。",
        "Keep one of them, or give one another name.",
    ),
    "key-not-text": error(
        "这里的键是一个列表或映射。",
        "A key here is a list or a map.",
        "键要写成一个词；文字里有花括号或方括号时加引号。",
        "Write a word as the key; quote a text that holds brackets or braces.",
    ),
    "number-too-long": error(
        "这个数太长了。",
        "This number is too long.",
        "如果是编号之类的文字，请加引号。",
        "If it is a text, such as an order number, quote it.",
    ),
    "too-deep": error(
        "嵌套超过 {most} 层。",
        "This is nested deeper than {most} levels.",
        "检查括号和缩进。",
        "Check brackets and indentation.",
    ),
    "too-many-nodes": error(
        "文件里的条目超过 {most} 个。",
        "The file has more than {most} entries.",
        "把它拆成几个情景。",
        "Split it into several scenarios.",
    ),
    "many-documents": error(
        "一个文件里有两份内容（中间有“---”）。",
        "The file holds two documents (with “---” between them).",
        "拆成两个文件。",
        "Split it into two files.",
    ),
    "too-many-problems": error(
        "问题超过 {most} 个，后面的没有列出。",
        "There are more than {most} problems; the rest is not listed.",
        "先改好上面这些再检查。",
        "Mend those above and check again.",
    ),
}
