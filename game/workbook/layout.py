"""The sheets of a workbook and their columns.

Heads, words and explanations come from the model of the format; only what a workbook has beside it is named here.
"""

from dataclasses import replace
from typing import Final

from game.scenario import form, words
from game.scenario.records import Text
from game.workbook.column import Column, Sheet, column, heads, plain

_ID: Final = Text("编号", "id")
_ABOUT_ID: Final = Text(
    "字母、汉字、数字、“-”或“_”，自己起，不能重复", "letters, digits, “-” or “_”; your own, none twice"
)

_ABOUT_BEAT: Final = Text(
    "自己起的名字，去向里照写；空格和标点会读成“-”",
    "a name of your own, to which “then” refers; a space is read as “-”",
)
_SAY: Final = ("话术", "say")
_ANSWER: Final = Text("回应", "response")


def _id(about: Text = _ABOUT_ID, head: Text = _ID, key: str = "id") -> Column:
    return Column(key, "id", head, about, 16, needed=True)


def _words(zh: str, en: str, head: Text) -> Column:
    return Column("text", "text", head, Text(zh, en), 50, needed=True)


_S, _R, _B = form.ScenarioForm, form.ResponseForm, form.BeatForm
_C, _P, _X = form.CustomerForm, form.PersonaForm, form.ExpectationForm
_WHO: Final = Text("哪位客户；“原样”是原来那位", "which customer; “base” is the customer as written")

SCENARIO: Final = Sheet(
    "scenario",
    Text("情景", "Scenario"),
    Text(
        "这个情景叫什么、给谁练、开场前告诉学员什么",
        "what the case is called, whom it is for, what the trainee knows before",
    ),
    (
        column(_S, "title", "text"),
        column(_S, "id", "id"),
        column(_S, "domain", "word"),
        column(_S, "level", "whole"),
        column(_S, "minutes", "whole"),
        column(_S, "languages", "tags"),
        column(_S, "brief", "text"),
        column(_S, "start", "id"),
        column(_S, "tags", "strings"),
        column(_S, "authors", "texts"),
        column(_S, "sources", "texts"),
        column(form.FollowsForm, "scenario", "id", head=Text("前情", "follows"), as_="follows"),
        column(
            form.FollowsForm, "personas", "pairs", head=Text("前情性格", "follows personas"), as_="follows.personas"
        ),
    ),
    listed=False,
)
EXPECTS: Final = Sheet(
    "expects",
    Text("期望", "Expectations"),
    Text("客户对每样东西的期望，一行一样", "what the customer expects, one row for each component"),
    (
        Column("persona", "base", Text("性格", "persona"), _WHO, 14, names=words.BASE),
        Column(
            "component",
            "word",
            Text("期望", "component"),
            Text("五种期望里的一种", "one of the five components"),
            16,
            needed=True,
            names=words.COMPONENTS,
        ),
        *(column(_X, key, "whole", 10) for key in ("weight", "adequate", "desired", "perceived", "can")),
        column(_X, "from", "word"),
        column(_X, "why", "text", 30),
        column(_X, "scale", "scale", 36),
    ),
    also=("Expectation",),
)
CUSTOMER: Final = Sheet(
    "customer",
    Text("客户", "Customer"),
    Text(
        "第一行“原样”是客户本人；下面每行是同一情景的另一种性格，只填不同的",
        "the first row, “base”, is the customer; each further row is another one of the same case: only what differs",
    ),
    (
        Column("persona", "base", Text("性格", "persona"), _WHO, 14, names=words.BASE),
        column(_P, "label", "text"),
        column(_C, "name", "text", also=("称呼", "名字", "客户姓名", "客户", "customer", "customer name")),
        column(_C, "portrait", "word"),
        column(_C, "heat", "whole", 10, also=("热度", "情绪")),
        column(_C, "feels", "feels", 20, also=("feelings", "feeling")),
        column(_C, "need", "word", also=("需求", "needs")),
        column(_C, "fault", "word"),
    ),
    needed=True,
    also=("顾客", "Customers", "The customer"),
    beside=tuple(replace(one, needed=False) for one in EXPECTS),
)
TALK: Final = Sheet(
    "talk",
    Text("谈话", "Talk"),
    Text(
        "一行一个回应；同一个节点的几行挨在一起，客户说什么只填第一行",
        "one row for each response; of the rows of a beat, only the first gives what the customer says",
    ),
    (
        Column("beat", "id", Text("节点", "beat"), _ABOUT_BEAT, 14, also=("节点名称", "节点编号", "node", "beat id")),
        column(_B, "says", "text", 36, also=("客户说的话", "客户的话", "customer says", "customer")),
        column(_R, "say", "text", 44, _ANSWER, needed=True, also=(*_SAY, "回应内容", "responses", "trainee says")),
        column(_R, "tags", "tags", 24, also=("tag",)),
        Column(
            "effects",
            "effects",
            Text("效果", "effects"),
            Text(
                "服务质量 +2；情绪热度 −1；budget −30：感知、热度和计数器的变化",
                "service +2; heat -1; budget -30: changes to what is perceived, to heat and to meters",
            ),
            26,
            also=("effect",),
        ),
        column(_R, "then", "target", 16, also=("next", "goes to", "go to", "leads to", "to", "下一节点", "跳转")),
        column(_R, "note", "text", 36, also=("讲师点评", "comment", "comments", "feedback", "notes")),
        Column(
            "response",
            "id",
            _ID,
            Text(
                "回应的编号，同一个节点里不能重复；空着就按行编成 r1、r2……",
                "the response's id, none twice in its beat; left empty, the rows are numbered r1, r2 and so on",
            ),
            14,
            also=("回应编号", "response id"),
        ),
        column(_R, "names", "word", 12),
        column(_R, "reply", "text", 36, also=("客户回答", "customer answers")),
        column(_R, "promise", "tags", 14),
        column(_R, "frame", "levels", 16),
        *(column(_R, key, "tags", 14) for key in ("keeps", "breaks", "learn")),
        column(form.ExtraForm, "about", "word", 14, Text("惊喜", "extra"), "extra.about"),
        column(form.ExtraForm, "say", "text", 26, Text("惊喜内容", "extra say"), "extra.say"),
        column(_R, "if", "condition", 26),
        column(_R, "again", "yes", 10),
        *(column(_B, key, "word", 12) for key in ("kind", "channel", "scene")),
        column(_B, "speaker", "id", 12),
        column(_B, "mood", "word", 12),
        column(_B, "patience", "whole", 10),
    ),
    needed=True,
    also=("对话", "Dialogue", "Dialog", "Conversation"),
)
OF_BEAT: Final = ("says", "kind", "channel", "scene", "speaker", "mood", "patience")
"""The columns of the talk that speak of the beat, not of the response."""
_OLD: Final = frozenset(
    name for name, (one, _) in heads(TALK).items() if one.key == "say" and name.startswith(tuple(map(plain, _SAY)))
)


def talk_heads(called: set[str]) -> dict[str, tuple[Column, str]]:
    """Return the heads of a talk whose head row holds `called`; where 话术 has the words, 回应 is the response's id."""
    known = heads(TALK)
    if _OLD & called:
        id_ = next(one for one in TALK if one.key == "response")
        known.update({plain(told or ""): (id_, "") for told in (_ANSWER.zh, _ANSWER.en)})
    return known


DEPENDS: Final = Sheet(
    "depends",
    Text("视情况", "Depends"),
    Text(
        "条件成立时，改说这一句或改去这里；先写的先看，都不成立就用谈话或结局里那一格",
        "where the condition holds, say this or go there; the first that holds counts, else the cell in Talk",
    ),
    (
        Column(
            "at",
            "position",
            Text("位置", "at"),
            Text("节点、节点/回应的编号，或结局", "a beat, beat/id of a response, or an ending"),
            24,
            needed=True,
        ),
        column(form.LineForm, "if", "condition", 34),
        column(form.LineForm, "says", "text", 50),
        column(form.RouteForm, "to", "target", 18),
    ),
)
PROMISES: Final = Sheet(
    "promises",
    Text("承诺", "Promises"),
    Text("谈话里做出的每个承诺，一行一个", "every promise that is made in the talk, one in a row"),
    (
        _id(),
        column(form.PromiseForm, "about", "word"),
        column(form.PromiseForm, "level", "whole", 10),
        column(form.PromiseForm, "by", "text", 20),
        column(form.PromiseForm, "say", "text", 40),
    ),
)
ENDINGS: Final = Sheet(
    "endings",
    Text("结局", "Endings"),
    Text("谈话怎样收场，一行一个", "how the talk can end, one ending in a row"),
    (
        replace(_id(_ABOUT_BEAT), also=("结局", "名称", "结局编号", "ending", "name", "ending id")),
        column(form.EndingForm, "says", "text", 50, also=("客户说的话", "内容", "customer says", "words", "text")),
        column(form.EndingForm, "lost", "yes", 10, also=("客户流失", "是否流失")),
    ),
    needed=True,
    also=("Ending",),
)
FACTS: Final = Sheet(
    "facts",
    Text("事实", "Facts"),
    Text("问了才知道的事", "what comes to light when one asks"),
    (_id(), _words("这件事", "the fact", Text("内容", "fact"))),
)
METERS: Final = Sheet(
    "meters",
    Text("计数器", "Meters"),
    Text("补偿额度、舆情之类，会升会降的数", "numbers that rise and fall, such as goodwill or public opinion"),
    (
        _id(),
        *(column(form.MeterForm, key, "whole", 10) for key in ("start", "min", "max")),
        column(form.MeterForm, "label", "text", 20),
    ),
)
CAST: Final = Sheet(
    "cast",
    Text("其他人物", "Cast"),
    Text("除了客户还有谁说话", "who speaks beside the customer"),
    (_id(), column(form.SpeakerForm, "name", "text", 20), column(form.SpeakerForm, "portrait", "word")),
)
NEEDS: Final = Sheet(
    "needs",
    Text("其他需要", "Needs"),
    Text("词表里没有的需要", "needs that the list of words lacks"),
    (_id(), _words("这种需要", "the need", Text("内容", "need"))),
)
INTERRUPTS: Final = Sheet(
    "interrupts",
    Text("突发", "Interrupts"),
    Text("条件一成立就插进来的事，每件最多一次", "what breaks in as soon as its condition holds, each once"),
    (
        column(form.InterruptForm, "if", "condition", 40, needed=True),
        column(form.InterruptForm, "to", "id", 18, needed=True),
    ),
)
ALLOW: Final = Sheet(
    "allow",
    Text("放行", "Allow"),
    Text("检查里哪些疑点不用再报，为什么", "smells that the check need not tell, and why"),
    (
        _id(Text("疑点的代码", "the code of the smell"), Text("代码", "code")),
        _words("理由", "the reason", Text("理由", "reason")),
    ),
)
SHEETS: Final = (
    SCENARIO,
    CUSTOMER,
    EXPECTS,
    TALK,
    DEPENDS,
    PROMISES,
    ENDINGS,
    FACTS,
    METERS,
    CAST,
    NEEDS,
    INTERRUPTS,
    ALLOW,
)
GUIDE: Final = Text("说明", "About")
WORD_LIST: Final = Text("词表", "Words")
"""The two sheets that are written for the reader and never read back."""
ITEMS: Final = Sheet(
    "items",
    SCENARIO.title,
    SCENARIO.about,
    (
        Column("item", "id", Text("项目", "item"), Text("这一行是什么", "what the row gives"), 16, needed=True),
        Column("value", "text", Text("内容", "value"), Text("填在这里", "what it is"), 60, needed=True),
    ),
)
"""The columns of the sheet that has a row for each key."""
