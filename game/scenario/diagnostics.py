"""The diagnostics: for each stable code its level, what is wrong and what to do, in both languages.

Words in braces are filled by whoever finds the problem; `{~facts}` is a key or a fixed word, told as the file writes
its own. A failing and a mended example of each code lies in `docs/diagnostics/`.
"""

from typing import Final, Literal

from msgspec import Struct

from game.scenario.records import Text

Severity = Literal["error", "warning", "note"]


class Diagnostic(Struct, frozen=True):
    """What a code says."""

    level: Severity
    message: Text
    hint: Text


def _error(message_zh: str, message_en: str, hint_zh: str, hint_en: str) -> Diagnostic:
    return Diagnostic("error", Text(message_zh, message_en), Text(hint_zh, hint_en))


def _warning(message_zh: str, message_en: str, hint_zh: str, hint_en: str) -> Diagnostic:
    return Diagnostic("warning", Text(message_zh, message_en), Text(hint_zh, hint_en))


FILE: Final[dict[str, Diagnostic]] = {
    "file-too-large": _error(
        "文件有 {size} MiB，上限是 4 MiB。",
        "The file has {size} MiB; the most is 4 MiB.",
        "把它拆成几个情景。",
        "Split it into several scenarios.",
    ),
    "encoding": _error(
        "文件不是 UTF-8 编码，这一行读不出来。",
        "The file is not UTF-8; this line cannot be read.",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "Save it again in your editor with the encoding UTF-8.",
    ),
    "encoding-gbk": _error(
        "文件是 GBK（GB18030）编码。",
        "The file is encoded in GBK (GB18030).",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "Save it again in your editor with the encoding UTF-8.",
    ),
    "encoding-utf16": _error(
        "文件是 UTF-16 编码（记事本里叫“Unicode”）。",
        "The file is encoded in UTF-16 (Notepad calls it “Unicode”).",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "Save it again in your editor with the encoding UTF-8.",
    ),
    "yaml-character": _error(
        "这一行有一个看不见的控制字符（{character}）。",
        "There is an invisible control character ({character}) on this line.",
        "删掉它；多半是从别的软件粘贴来的。",
        "Delete it; it probably came with a paste from another program.",
    ),
    "yaml-syntax": _error(
        "这里不合 YAML 的写法（解析器说：{said}）。",
        "This is not well-formed YAML (the parser says: {said}).",
        "看看这一行和上一行：缩进是否对齐、引号是否成对；文字里有“: ”或“#”时整句加引号。",
        "Look at this line and the one above: are they indented alike, are quotes closed? Quote a text that holds “: ” or “#”.",
    ),
    "full-width-colon": _error(
        "这里用了全角冒号“：”，整行被当成了一句话：{line}",
        "The full-width colon “：” makes this whole line one text: {line}",
        "换成半角冒号加一个空格，例如“title: …”。",
        "Write a plain colon and a space, as in “title: …”.",
    ),
    "tab": _error(
        "这一行用制表符（Tab）缩进。",
        "This line is indented with a tab.",
        "YAML 只认空格，请换成空格。",
        "YAML knows only spaces: indent with spaces.",
    ),
    "alias": _error(
        "情景里不能用别名 *{name}。",
        "Aliases (*{name}) cannot be used in a scenario.",
        "把内容照抄一份；文字以 * 开头时加引号。",
        "Write the content out; quote a text that begins with *.",
    ),
    "anchor": _error(
        "情景里不能用锚点 &{name}。",
        "Anchors (&{name}) cannot be used in a scenario.",
        "删掉它；文字以 & 开头时加引号。",
        "Remove it; quote a text that begins with &.",
    ),
    "yaml-tag": _error(
        "情景里不能用 YAML 类型标记 {tag}。",
        "YAML type tags ({tag}) cannot be used in a scenario.",
        "删掉它；文字以 ! 开头时加引号。",
        "Remove it; quote a text that begins with !.",
    ),
    "merge-key": _error(
        "情景里不能用合并键 <<。",
        "The merge key << cannot be used in a scenario.",
        "把要合并的内容写出来。",
        "Write out what should be merged.",
    ),
    "duplicate-key": _error(
        "“{key}”写了两次，第一次在第 {first} 行。",
        "“{key}” stands here twice; the first is on line {first}.",
        "留一个，或给其中一个改名。",
        "Keep one of them, or give one another name.",
    ),
    "key-not-text": _error(
        "这里的键是一个列表或映射。",
        "A key here is a list or a map.",
        "键要写成一个词；文字里有花括号或方括号时加引号。",
        "Write a word as the key; quote a text that holds brackets or braces.",
    ),
    "number-too-long": _error(
        "这个数太长了。",
        "This number is too long.",
        "如果是编号之类的文字，请加引号。",
        "If it is a text, such as an order number, quote it.",
    ),
    "too-deep": _error(
        "嵌套超过 {most} 层。",
        "This is nested deeper than {most} levels.",
        "检查括号和缩进。",
        "Check brackets and indentation.",
    ),
    "too-many-nodes": _error(
        "文件里的条目超过 {most} 个。",
        "The file has more than {most} entries.",
        "把它拆成几个情景。",
        "Split it into several scenarios.",
    ),
    "many-documents": _error(
        "一个文件里有两份内容（中间有“---”）。",
        "The file holds two documents (with “---” between them).",
        "拆成两个文件。",
        "Split it into two files.",
    ),
    "too-many-problems": _error(
        "问题超过 {most} 个，后面的没有列出。",
        "There are more than {most} problems; the rest is not listed.",
        "先改好上面这些再检查。",
        "Mend those above and check again.",
    ),
}

FORM: Final[dict[str, Diagnostic]] = {
    "unknown-key": _error(
        "这里不认识“{key}”。",
        "“{key}” is not known here.",
        "改正拼写或删掉；这里可以写：{known}。",
        "Correct or remove it; known here: {known}.",
    ),
    "missing-key": _error(
        "这里缺少“{key}”。",
        "“{key}” is missing here.",
        "补上“{key}”：{about}。",
        "Add “{key}”: {about}.",
    ),
    "wrong-type": _error(
        "“{key}”这里要写{wanted}，写的却是{found}。",
        "“{key}” wants {wanted} here, and this is {found}.",
        "改成{wanted}{quote}。",
        "Write {wanted}{quote}.",
    ),
    "out-of-range": _error(
        "“{key}”是 {value}，应在 {low} 到 {high} 之间。",
        "“{key}” is {value}; it must lie between {low} and {high}.",
        "改成 {low} 到 {high} 之间的整数。",
        "Write a whole number from {low} to {high}.",
    ),
    "unknown-word": _error(
        "“{key}”这里不认识“{value}”。",
        "“{value}” is not a word that “{key}” knows.",
        "可以写：{known}。",
        "Known here: {known}.",
    ),
    "unknown-tag": _error(
        "不认识标签“{value}”。",
        "“{value}” is not a tag.",
        "标签表在格式说明里，中英文名都可以写。",
        "The format reference lists the tags; either name will do.",
    ),
    "bad-id": _error(
        "“{value}”不能做 id。",
        "“{value}” cannot be an id.",
        "id 由 1 到 64 个字母、汉字、数字、“-”或“_”组成。",
        "An id is 1 to 64 letters, digits, “-” or “_”, of any script.",
    ),
    "reserved-id": _error(
        "“{value}”是保留的名字。",
        "“{value}” is a reserved name.",
        "换一个 id；back（返回）、base（原样）、dead-end（死路）、silence（沉默）另有用途。",
        "Choose another id; back (返回), base (原样), dead-end (死路) and silence (沉默) have a meaning of their own.",
    ),
    "empty-text": _error(
        "“{key}”是空的。",
        "“{key}” is empty.",
        "写上要说的话。",
        "Write the words.",
    ),
    "empty-map": _error(
        "“{key}”里什么也没有。",
        "“{key}” is empty.",
        "至少写一条。",
        "Write at least one entry.",
    ),
    "too-many-responses": _error(
        "这个节点有 {count} 个回应，最多 6 个。",
        "This beat has {count} responses; the most is 6.",
        "删到 6 个以内，或拆成两个节点。",
        "Keep 6 of them, or make two beats.",
    ),
}

LINKS: Final[dict[str, Diagnostic]] = {
    "unknown-beat": _error(
        "没有叫“{value}”的节点。",
        "There is no beat “{value}”.",
        "改正拼写，或写出这个节点。",
        "Correct it, or write that beat.",
    ),
    "unknown-target": _error(
        "“{value}”既不是节点也不是结局。",
        "“{value}” is neither a beat nor an ending.",
        "改正拼写，或写出这个节点或结局。",
        "Correct it, or write that beat or ending.",
    ),
    "unknown-response": _error(
        "没有“{value}”这个回应。",
        "There is no response “{value}”.",
        "写成“节点/回应”，两个 id 都要存在。",
        "Write beat/response, both of them ids of this file.",
    ),
    "unknown-component": _error(
        "客户的期望里没有“{value}”。",
        "The customer expects nothing of “{value}”.",
        "在“{~customer}.{~expects}”里写上它，或换成已有的：{known}。",
        "Add it to {~customer}.{~expects}, or use one that is there: {known}.",
    ),
    "new-component": _error(
        "性格里出现了客户没有的期望“{value}”。",
        "This persona brings a component, “{value}”, that the customer does not have.",
        "先在“{~customer}.{~expects}”里写上它；不想计分就把“{~weight}”写成 0。",
        "Add it to {~customer}.{~expects} first; with {~weight} 0 if it should not count.",
    ),
    "unknown-fact": _error(
        "没有叫“{value}”的事实。",
        "There is no fact “{value}”.",
        "改正拼写，或在“{~facts}”里写上它。",
        "Correct it, or add it to {~facts}.",
    ),
    "unknown-meter": _error(
        "没有叫“{value}”的计数器。",
        "There is no meter “{value}”.",
        "改正拼写，或在“{~meters}”里写上它。",
        "Correct it, or add it to {~meters}.",
    ),
    "unknown-promise": _error(
        "没有一个回应做过承诺“{value}”。",
        "No response makes a promise “{value}”.",
        "改正拼写，或在某个回应的“{~promise}”里写上它。",
        "Correct it, or add it to the {~promise} of a response.",
    ),
    "unknown-persona": _error(
        "没有叫“{value}”的性格。",
        "There is no persona “{value}”.",
        "改正拼写，或在“{~personas}”里写上它；“{~base}”就是“{~customer}”里写的那位。",
        "Correct it, or add it to {~personas}; {~base} is the customer as written.",
    ),
    "unknown-need": _error(
        "不认识需要“{value}”。",
        "“{value}” is not a need that is known.",
        "用列表里的需要（中英文名都可以），或在“{~needs}”里写上它。",
        "Use a need of the list, by either name, or add it to {~needs}.",
    ),
    "unknown-speaker": _error(
        "“{~cast}”里没有“{value}”。",
        "There is no “{value}” in {~cast}.",
        "改正拼写，或在“{~cast}”里写上这个人；客户本人说话时不写“{~speaker}”。",
        "Correct it, or add them to {~cast}; leave {~speaker} out where the customer speaks.",
    ),
    "id-twice": _error(
        "“{value}”既是节点又是结局。",
        "“{value}” is a beat and an ending.",
        "给其中一个改名，否则不知道“{~then}”指哪一个。",
        "Rename one of them, or `{~then}` could mean either.",
    ),
    "promise-twice": _error(
        "承诺“{value}”在别处已经用过（第 {first} 行）。",
        "The promise “{value}” is already made elsewhere (line {first}).",
        "给这一个换个 id；每个承诺的 id 只能出现一次。",
        "Give this one another id; a promise has an id of its own.",
    ),
}

MEANING: Final[dict[str, Diagnostic]] = {
    "zone-order": _error(
        "“{component}”的“{~adequate}”（{adequate}）不低于“{~desired}”（{desired}）{persona}。",
        "“{component}” has {~adequate} {adequate}, which is not below {~desired} {desired}{persona}.",
        "可接受的要低于理想的。",
        "What is adequate must lie below what is desired.",
    ),
    "no-weight": _error(
        "没有一种期望的权重大于 0{persona}。",
        "No component has a weight above 0{persona}.",
        "至少给一种期望写上大于 0 的“{~weight}”。",
        "Give at least one component a {~weight} above 0.",
    ),
    "meter-bounds": _error(
        "计数器“{meter}”从 {start} 开始，不在 {min} 到 {max} 之间。",
        "The meter “{meter}” starts at {start}, which is not between {min} and {max}.",
        "让 {~MeterForm/min} ≤ {~MeterForm/start} ≤ {~MeterForm/max}。",
        "Let {~MeterForm/min} ≤ {~MeterForm/start} ≤ {~MeterForm/max}.",
    ),
    "range-order": _error(
        "“{~RangeForm/min}”（{min}）大于“{~RangeForm/max}”（{max}），这个条件永远不成立。",
        "{~RangeForm/min} {min} is above {~RangeForm/max} {max}: this can never hold.",
        "对调两个数。",
        "Swap the two numbers.",
    ),
    "scale-level": _error(
        "“{~scale}”的“{value}”不是 0 到 10 的整数。",
        "“{value}” in {~scale} is not a whole number from 0 to 10.",
        "写成一个水平，例如 7: 今天 18 点前到。",
        "Write a level, such as 7: today by 18:00.",
    ),
    "vague-by": _error(
        "“{value}”没法核对。",
        "“{value}” is not a time that one can check.",
        "写时间、日期或期限，如“17:30”“周五 17:30”“2 小时内”；说不准就不写“{~by}”。",
        "Write a time, a date or a span, such as “17:30”, “Friday 17:30”, “within 2 hours”; leave `{~by}` out if there is none.",
    ),
    "need-without-name": _error(
        "标签里有 need（需要），却没写说出的是哪个需要。",
        "The tag `need` is there, but not which need is named.",
        "用“{~names}”写上说出的需要，例如“{~names}: {~safety}”。",
        "Add the need as {~names}, such as {~names}: {~safety}.",
    ),
    "silence-tag": _error(
        "silence（沉默）由游戏自己使用。",
        "The tag silence is the game's own.",
        "删掉它；给节点写上“{~patience}”，到时不说话就算沉默。",
        "Remove it; give the beat a {~patience}, and saying nothing counts as silence.",
    ),
    "no-next-beat": _error(
        "这是文件里最后一个节点，后面没有可去的地方。",
        "This is the last beat of the file, and nothing follows it.",
        "用“{~then}”写上去哪个结局。",
        "Say with `{~then}` which ending it leads to.",
    ),
    "list-without-end": _error(
        "列表最后一条还带着“{~if}”，条件都不成立时就没有下文。",
        "The last entry of this list still has an `{~if}`, so nothing is left when none holds.",
        "再加一条不带“{~if}”的放在最后。",
        "Add a last one without `{~if}`.",
    ),
    "list-never-reached": _error(
        "这一条没有“{~if}”，它后面的都轮不到。",
        "This entry has no `{~if}`, so those after it are never reached.",
        "给它写上“{~if}”，或挪到最后。",
        "Give it an `{~if}`, or move it to the end.",
    ),
}

WARNINGS: Final[dict[str, Diagnostic]] = {
    "long-say": _warning(
        "这句话有 {count} 个字，读起来吃力（超过 {most}）。",
        "These words have {count} letters, hard to take in at a glance (over {most}).",
        "拆成两句，或分到两个节点。",
        "Shorten it, or spread it over two beats.",
    ),
    "unknown-portrait": _warning(
        "没有画过“{value}”这个人物，会用一张中性的脸。",
        "There is no drawing “{value}”; a neutral face is shown.",
        "从文档里的人物表中选一个。",
        "Choose one of the drawn characters listed in the documentation.",
    ),
    "unknown-scene": _warning(
        "没有画过“{value}”这个场景，会用一张中性的背景。",
        "There is no scene “{value}”; a neutral background is shown.",
        "从文档里的场景表中选一个。",
        "Choose one of the drawn scenes listed in the documentation.",
    ),
    "missing-brief": _warning(
        "没有“{~brief}”，学员开场前什么也不知道。",
        "There is no {~brief}: the trainee knows nothing before the talk.",
        "写上案情、规定和底线。",
        "Tell the case, the policy and the limits.",
    ),
    "missing-language": _warning(
        "这里没有{language}。",
        "The {language} words are missing here.",
        "补上，或用“{~languages}”说明只写了哪种语言。",
        "Add them, or say with `{~languages}` which ones the scenario is written in.",
    ),
    "tag-twice": _warning(
        "标签“{value}”写了两次，只算一次。",
        "The tag “{value}” stands here twice and counts once.",
        "删掉一个。",
        "Remove one of them.",
    ),
}

RULEBOOK: Final[dict[str, Diagnostic]] = {
    "unknown-rule": _error(
        "没有叫“{value}”的规则。",
        "There is no rule “{value}”.",
        "改正拼写；规则表在文档里。",
        "Correct it; the documentation lists the rules.",
    ),
    "unknown-effect": _error(
        "这条规则没有“{value}”这个数。",
        "This rule has no number “{value}”.",
        "可以改的有：{known}。",
        "It has: {known}.",
    ),
    "unknown-placeholder": _error(
        "反馈里的“{{{value}}}”没有东西可填。",
        "Nothing fills “{{{value}}}” in this line of feedback.",
        "可以用：{known}；花括号要成对。",
        "There are: {known}; braces come in pairs.",
    ),
}

DIAGNOSTICS: Final[dict[str, Diagnostic]] = {**FILE, **FORM, **LINKS, **MEANING, **RULEBOOK, **WARNINGS}
