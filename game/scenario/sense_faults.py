"""What cannot be meant, what is worth a look, and what a rulebook cannot say."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, error, warning

MEANING: Final[dict[str, Diagnostic]] = {
    "zone-order": error(
        "“{component}”的“{~adequate}”（{adequate}）不低于“{~desired}”（{desired}）{persona}。",
        "“{component}” has {~adequate} {adequate}, which is not below {~desired} {desired}{persona}.",
        "可接受的要低于理想的。",
        "What is adequate must lie below what is desired.",
    ),
    "no-weight": error(
        "没有一种期望的权重大于 0{persona}。",
        "No component has a weight above 0{persona}.",
        "至少给一种期望写上大于 0 的“{~weight}”。",
        "Give at least one component a {~weight} above 0.",
    ),
    "meter-bounds": error(
        "计数器“{meter}”从 {start} 开始，不在 {min} 到 {max} 之间。",
        "The meter “{meter}” starts at {start}, which is not between {min} and {max}.",
        "让 {~MeterForm/min} ≤ {~MeterForm/start} ≤ {~MeterForm/max}。",
        "Let {~MeterForm/min} ≤ {~MeterForm/start} ≤ {~MeterForm/max}.",
    ),
    "range-order": error(
        "“{~RangeForm/min}”（{min}）大于“{~RangeForm/max}”（{max}），这个条件永远不成立。",
        "{~RangeForm/min} {min} is above {~RangeForm/max} {max}: this can never hold.",
        "对调两个数。",
        "Swap the two numbers.",
    ),
    "scale-level": error(
        "“{~scale}”的“{value}”不是 0 到 10 的整数。",
        "“{value}” in {~scale} is not a whole number from 0 to 10.",
        "写成一个水平，例如 7: 今天 18 点前到。",
        "Write a level, such as 7: today by 18:00.",
    ),
    "vague-by": error(
        "“{value}”没法核对。",
        "“{value}” is not a time that one can check.",
        "写时间、日期或期限，如“17:30”“周五 17:30”“2 小时内”；说不准就不写“{~by}”。",
        "Write a time, a date or a span, such as “17:30”, “Friday 17:30”, “within 2 hours”; "
        "leave `{~by}` out if there is none.",
    ),
    "need-without-name": error(
        "标签里有“{~need}”，却没写说出的是哪个需要。",
        "The tag `{~need}` is there, but not which need is named.",
        "用“{~names}”写上说出的需要，例如“{~names}: {~safety}”。",
        "Add the need as {~names}, such as {~names}: {~safety}.",
    ),
    "silence-tag": error(
        "标签“{~silence}”由游戏自己使用。",
        "The tag `{~silence}` is the game's own.",
        "删掉它；给节点写上“{~patience}”，到时不说话就算沉默。",
        "Remove it; give the beat a {~patience}, and saying nothing counts as silence.",
    ),
    "no-next-beat": error(
        "这是文件里最后一个节点，后面没有可去的地方。",
        "This is the last beat of the file, and nothing follows it.",
        "用“{~then}”写上去哪个结局。",
        "Say with `{~then}` which ending it leads to.",
    ),
    "list-without-end": error(
        "列表最后一条还带着“{~if}”，条件都不成立时就没有下文。",
        "The last entry of this list still has an `{~if}`, so nothing is left when none holds.",
        "再加一条不带“{~if}”的放在最后。",
        "Add a last one without `{~if}`.",
    ),
    "list-never-reached": error(
        "这一条没有“{~if}”，它后面的都轮不到。",
        "This entry has no `{~if}`, so those after it are never reached.",
        "给它写上“{~if}”，或挪到最后。",
        "Give it an `{~if}`, or move it to the end.",
    ),
}

WARNINGS: Final[dict[str, Diagnostic]] = {
    "cut-by-hash": warning(
        "“ #”后面的字不会显示：{lost}",
        "What follows “ #” is a comment: “{lost}” is not shown.",
        "要显示就给整句话加上引号；是注释就在 # 后面空一格。",
        "Quote the whole text to show it; put a space after the # if it is a comment.",
    ),
    "same-words": warning(
        "“{first}”和“{second}”说的话一模一样。",
        "“{first}” and “{second}” say the very same words.",
        "学员会看到两句相同的话，改写其中一句。",
        "The trainee sees one sentence twice: write another for one of them.",
    ),
    "long-say": warning(
        "这句话有 {count} 个字，读起来吃力（超过 {most}）。",
        "These words have {count} letters, hard to take in at a glance (over {most}).",
        "拆成两句，或分到两个节点。",
        "Shorten it, or spread it over two beats.",
    ),
    "unknown-portrait": warning(
        "没有画过“{value}”这个人物，会用一张中性的脸。",
        "There is no drawing “{value}”; a neutral face is shown.",
        "从文档里的人物表中选一个。",
        "Choose one of the drawn characters listed in the documentation.",
    ),
    "unknown-scene": warning(
        "没有画过“{value}”这个场景，会用一张中性的背景。",
        "There is no scene “{value}”; a neutral background is shown.",
        "从文档里的场景表中选一个。",
        "Choose one of the drawn scenes listed in the documentation.",
    ),
    "missing-brief": warning(
        "没有“{~brief}”，学员开场前什么也不知道。",
        "There is no {~brief}: the trainee knows nothing before the talk.",
        "写上案情、规定和底线。",
        "Tell the case, the policy and the limits.",
    ),
    "missing-language": warning(
        "这里没有{language}。",
        "The {language} words are missing here.",
        "补上，或用“{~languages}”说明只写了哪种语言。",
        "Add them, or say with `{~languages}` which ones the scenario is written in.",
    ),
    "tag-twice": warning(
        "标签“{value}”写了两次，只算一次。",
        "The tag “{value}” stands here twice and counts once.",
        "删掉一个。",
        "Remove one of them.",
    ),
}

RULEBOOK: Final[dict[str, Diagnostic]] = {
    "unknown-rule": error(
        "没有叫“{value}”的规则。",
        "There is no rule “{value}”.",
        "改正拼写；规则表在文档里。",
        "Correct it; the documentation lists the rules.",
    ),
    "unknown-effect": error(
        "这条规则没有“{value}”这个数。",
        "This rule has no number “{value}”.",
        "可以改的有：{known}。",
        "It has: {known}.",
    ),
    "unknown-placeholder": error(
        "反馈里的“{{{value}}}”没有东西可填。",
        "Nothing fills “{{{value}}}” in this line of feedback.",
        "可以用：{known}；花括号要成对。",
        "There are: {known}; braces come in pairs.",
    ),
}
