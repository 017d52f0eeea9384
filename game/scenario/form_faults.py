"""What can be wrong with keys, values and ids."""

from typing import Final

from game.scenario.diagnostic import Diagnostic, error

FORM: Final[dict[str, Diagnostic]] = {
    "unknown-key": error(
        "这里不认识“{key}”。",
        "“{key}” is not known here.",
        "改正拼写或删掉；这里可以写：{known}。",
        "Correct or remove it; known here: {known}.",
    ),
    "missing-key": error(
        "这里缺少“{key}”。",
        "“{key}” is missing here.",
        "补上“{key}”{about}。",
        "Add “{key}”{about}.",
    ),
    "wrong-type": error(
        "“{key}”这里要写{wanted}，现在{found}。",
        "“{key}” wants {wanted}, and {found}.",
        "{do}。",
        "{do}.",
    ),
    "out-of-range": error(
        "“{key}”是 {value}，应在 {low} 到 {high} 之间。",
        "“{key}” is {value}; it must lie between {low} and {high}.",
        "改成 {low} 到 {high} 之间的整数。",
        "Write a whole number from {low} to {high}.",
    ),
    "unknown-word": error(
        "“{key}”这里不认识“{value}”。",
        "“{value}” is not a word that “{key}” knows.",
        "可以写：{known}。",
        "Known here: {known}.",
    ),
    "unknown-tag": error(
        "不认识标签“{value}”。",
        "“{value}” is not a tag.",
        "标签表在格式说明里，中英文名都可以写。",
        "The format reference lists the tags; either name will do.",
    ),
    "bad-id": error(
        "“{value}”不能做 id。",
        "“{value}” cannot be an id.",
        "id 由 1 到 64 个字母、汉字、数字、“-”或“_”组成。",
        "An id is 1 to 64 letters, digits, “-” or “_”, of any script.",
    ),
    "reserved-id": error(
        "“{value}”是保留的名字。",
        "“{value}” is a reserved name.",
        "换一个 id；back（返回）、base（原样）、dead-end（死路）、silence（沉默）另有用途。",
        "Choose another id; back (返回), base (原样), dead-end (死路) and silence (沉默) have a meaning of their own.",
    ),
    "empty-text": error(
        "“{key}”是空的。",
        "“{key}” is empty.",
        "写上要说的话。",
        "Write the words.",
    ),
    "empty-map": error(
        "“{key}”里什么也没有。",
        "“{key}” is empty.",
        "至少写一条。",
        "Write at least one entry.",
    ),
    "too-many-responses": error(
        "这个节点有 {count} 个回应，最多 6 个。",
        "This beat has {count} responses; the most is 6.",
        "删到 6 个以内，或拆成两个节点。",
        "Keep 6 of them, or make two beats.",
    ),
}

LINKS: Final[dict[str, Diagnostic]] = {
    "unknown-beat": error(
        "没有叫“{value}”的节点。",
        "There is no beat “{value}”.",
        "改正拼写，或写出这个节点。",
        "Correct it, or write that beat.",
    ),
    "unknown-target": error(
        "“{value}”既不是节点也不是结局。",
        "“{value}” is neither a beat nor an ending.",
        "改正拼写，或写出这个节点或结局。",
        "Correct it, or write that beat or ending.",
    ),
    "unknown-response": error(
        "没有“{value}”这个回应。",
        "There is no response “{value}”.",
        "写成“节点/回应”，两个 id 都要存在。",
        "Write beat/response, both of them ids of this file.",
    ),
    "unknown-component": error(
        "客户的期望里没有“{value}”。",
        "The customer expects nothing of “{value}”.",
        "在“{~customer}.{~expects}”里写上它，或换成已有的：{known}。",
        "Add it to {~customer}.{~expects}, or use one that is there: {known}.",
    ),
    "new-component": error(
        "性格里出现了客户没有的期望“{value}”。",
        "This persona brings a component, “{value}”, that the customer does not have.",
        "先在“{~customer}.{~expects}”里写上它；不想计分就把“{~weight}”写成 0。",
        "Add it to {~customer}.{~expects} first; with {~weight} 0 if it should not count.",
    ),
    "unknown-fact": error(
        "没有叫“{value}”的事实。",
        "There is no fact “{value}”.",
        "改正拼写，或在“{~facts}”里写上它。",
        "Correct it, or add it to {~facts}.",
    ),
    "unknown-meter": error(
        "没有叫“{value}”的计数器。",
        "There is no meter “{value}”.",
        "改正拼写，或在“{~meters}”里写上它。",
        "Correct it, or add it to {~meters}.",
    ),
    "unknown-promise": error(
        "没有一个回应做过承诺“{value}”。",
        "No response makes a promise “{value}”.",
        "改正拼写，或在某个回应的“{~promise}”里写上它。",
        "Correct it, or add it to the {~promise} of a response.",
    ),
    "unknown-persona": error(
        "没有叫“{value}”的性格。",
        "There is no persona “{value}”.",
        "改正拼写，或在“{~personas}”里写上它；“{~base}”就是“{~customer}”里写的那位。",
        "Correct it, or add it to {~personas}; {~base} is the customer as written.",
    ),
    "unknown-need": error(
        "不认识需要“{value}”。",
        "“{value}” is not a need that is known.",
        "用列表里的需要（中英文名都可以），或在“{~needs}”里写上它。",
        "Use a need of the list, by either name, or add it to {~needs}.",
    ),
    "unknown-speaker": error(
        "“{~cast}”里没有“{value}”。",
        "There is no “{value}” in {~cast}.",
        "改正拼写，或在“{~cast}”里写上这个人；客户本人说话时不写“{~speaker}”。",
        "Correct it, or add them to {~cast}; leave {~speaker} out where the customer speaks.",
    ),
    "id-twice": error(
        "“{value}”既是节点又是结局。",
        "“{value}” is a beat and an ending.",
        "给其中一个改名，否则不知道“{~then}”指哪一个。",
        "Rename one of them, or `{~then}` could mean either.",
    ),
    "promise-twice": error(
        "承诺“{value}”在别处已经用过（第 {first} 行）。",
        "The promise “{value}” is already made elsewhere (line {first}).",
        "给这一个换个 id；每个承诺的 id 只能出现一次。",
        "Give this one another id; a promise has an id of its own.",
    ),
}
