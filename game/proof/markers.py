"""Phrases that betray what a response does, whatever its tags say, in Chinese and English.

A phrase that is there says something, one that is missing says next to nothing: so they only ever point at tags that
cannot be meant, and never score a talk. Quoted words are somebody else's, and what is denied is not said.
"""

import re
from typing import Final, NamedTuple

from game.scenario.words import BLOCKERS

EVERY_BLOCKER: Final = frozenset(BLOCKERS)


class Marker(NamedTuple):
    """Phrases of one kind: the tags one of which they call for, those they give the lie to, those that excuse them.

    `bare` phrases also speak against a response that has no blocker among its tags at all.
    """

    calls_for: tuple[str, ...]
    belies: frozenset[str]
    zh: re.Pattern[str]
    en: re.Pattern[str]
    bare: bool = True
    excused: frozenset[str] = frozenset()

    def wrong(self, tags: frozenset[str]) -> bool:
        """Return whether these phrases cannot stand in a response with these tags."""
        if tags & self.excused or tags & frozenset(self.calls_for):
            return False
        return bool(tags & self.belies) or (self.bare and not tags & EVERY_BLOCKER)


def zh(*ways: str) -> re.Pattern[str]:
    """Return one pattern of several ways to say a thing in Chinese."""
    return re.compile("|".join(ways))


def en(*ways: str) -> re.Pattern[str]:
    """Return one pattern of several ways to say a thing in English, in capitals or not."""
    return re.compile("|".join(ways), re.IGNORECASE)


YOU: Final = "(?:您|你)(?:们)?"
EMPATHIC: Final = frozenset({"reaction", "interpretation"})
_OTHERS_ZH: Final = "(?:客户|客人|用户|顾客|买家|家长|孩子|同学|业主|住户|邻居)"
_OTHERS_EN: Final = "(?:guests?|customers?|clients?|parents?|pupils?|students?|residents?|people|families|neighbours)"

DEMAND: Final = Marker(
    ("demand",),
    frozenset({"request"}),
    zh(
        rf"{YOU}[^，。！？；]{{0,4}}必须|(?:^|[，。！？；：])(?:那|就|那就|现在|今天)?必须",
        rf"{YOU}(?:得|要|必须)先[^。！？]{{0,12}}才(?:能|可以|行)",
        rf"{YOU}(?:一定)?务必",
        rf"{YOU}(?:非|就)得",
        rf"{YOU}(?:应该|得|要|必须)先[^。！？]{{0,16}}(?:不然|否则|要不)|(?:马上|立刻|立即)[^。！？]{{0,12}}(?:晚了|过期)",
        r"少废话|听(?:清楚|明白)(?:了吗|了没|了吧|没有)|给我(?:站|坐|等着|闭嘴|让开|出去|过来)",
        rf"{YOU}(?:马上|立刻|赶紧|赶快)给我(?!们)",
    ),
    en(
        r"(?:^|[.!?;:,]\s+|\b(?:then|first|so|but|and|now|sir|madam) )you (?:really |absolutely |simply |first )?"
        r"(?:have (?:got )?to|need to|had better|'d better)\b(?! (?:be|feel|have been)\b)",
        r"(?<!what )(?<!how )(?<!which )(?<!that )\byou (?:really |absolutely |simply |first )?must\b"
        r"(?! (?:\w+ )?(?:be|feel|have|think|wonder|want)\b)",
        r"\byou(?:'ll| will) (?:have|need) to\b[^.?!]{0,60}\b(?:first|before (?:I|we) can)\b",
        r"\b(?:immediately|at once|right now),? or\b|\bis that clear\b|\bdo you hear me\b",
        r"\bdo as (?:I say|you(?:'re| are) told)\b",
    ),
)
MINIMISING: Final = Marker(
    ("minimising",),
    EMPATHIC,
    zh(
        r"(?:别|不要|不用)(?:这么|那么|太|再)?(?:激动|大惊小怪)",
        r"(?:请|先)冷静|冷静(?:一下|一点|点儿?)",
        r"小题大做|没什么大不了|(?:又)?不是什么大(?:事|问题)|多大点?(?:的)?事",
        r"(?:这|只)(?:不过)?(?:就)?是(?:个|件|点)?小(?:事|问题)|(?:您|你)?至于(?:吗|嘛)|想开(?:一)?点",
        r"(?:孩子|小孩|年轻人|老人)(?:嘛)?都(?:是)?(?:这样|这么)|过(?:两|几)天就(?:好|没事)了",
        r"没(?:有)?必要(?:这么|那么)?(?:生气|激动|着急|难过)|有什么(?:好|可)(?:急|气|生气|激动|着急|难过)的",
    ),
    en(
        r"\bcalm down\b",
        r"\bno big deal\b",
        r"\b(?:not|isn't) (?:such a|that|a) big (?:of a )?(?:deal|thing|problem)\b",
        r"\boverreacting\b|\bget over it\b|\bcheer up\b|\bbright side\b|\bworse things happen\b",
        r"\bnot the end of the world\b|\bit (?:could|might) be worse\b|\bmaking (?:such |too much of )?a fuss\b",
        r"\bdon't (?:be so (?:upset|angry|dramatic)|be silly|get so (?:upset|worked up))\b",
        r"\bno (?:need|reason|point) (?:to|in) (?:be|being|get|getting) (?:so )?(?:upset|angry|emotional|worked up)\b",
        r"\b(?:it|this)(?:'ll| will) pass\b|\b(?:children|kids|boys|girls|people) are like that\b",
        r"\bit(?:'s| is) (?:just|only) a (?:small|little|minor|tiny)\b",
    ),
)
DENIAL: Final = Marker(
    ("denial",),
    frozenset({"ownership"}),
    zh(
        r"规定(?:就是|本来就|一直)|(?:就是|都是)(?:这么|这样)规定|按规定(?:就|不)",
        r"不(?:是|归|关)我们?(?:这边|部门|热线|客服)?(?:的)?(?:责任|负责|问题|事|管)",
        r"(?:跟|和|与)我们?(?:公司|酒店|店|这边)?(?:没|无)(?:有)?关|我们?也没(?:有)?(?:办法|辙)|爱莫能助",
        r"系统(?:就是|也)?(?:不让|不允许)",
    ),
    en(
        r"\b(?:it|that)(?:'s| is) (?:just |simply )?(?:our |the |company |hotel |house |shop )*(?:policy|rules?)\b",
        r"\brules are rules\b|\bpolicy is policy\b",
        r"\b(?:not|isn't) (?:my|our) (?:job|department|problem|responsibility|fault|concern|doing)\b",
        r"\bnothing (?:I|we) can do\b|\bnothing to do with (?:us|me)\b|\bout of (?:my|our) (?:hands|control)\b",
        r"\b(?:I|we)(?:'m| am|'re| are) not responsible\b|\b(?:can't|cannot) do anything about\b",
        r"\b(?:system|computer) (?:won't|will not|doesn't|does not) (?:let|allow)\b",
    ),
    excused=frozenset({"option"}),
)
_ELSEWHERE: Final = "(?:快递|物流|系统|供应商|仓库|物业|厂家|银行|平台|总部)"
OTHERS_FAULT: Final = Marker(
    ("denial",),
    frozenset({"ownership"}),
    zh(
        rf"是{_ELSEWHERE}(?:公司|那边|方)?的(?:责任|问题|错|事)",
        rf"(?<!我)(?<!我们)(?<!我还)(?:得|要|该)(?:您|你)?(?:去|自己)?(?:问|找){_ELSEWHERE}",
    ),
    en(
        r"\b(?:it|that|this)(?:'s| is) the (?:courier|carrier|system|supplier|bank|platform)(?:'s)? (?:fault|problem)\b"
    ),
    bare=False,
)
BLAME: Final = Marker(
    ("blame", "evaluation", "interrogation"),
    frozenset({"ownership"}),
    zh(
        rf"谁(?:让|叫){YOU}|怪{YOU}(?:自己)|只能怪{YOU}|(?:都|那|这)是{YOU}的(?:问题|责任|错)",
        rf"是{YOU}自己(?:没|不|弄|看错|填错|选错|的(?:问题|责任|错))",
        rf"{YOU}(?:怎么|为什么|干嘛|干吗)(?:不早|没早|现在才|才来|不提前|没提前)|早干(?:嘛|吗|什么)去了",
        rf"(?<!我)(?<!们)怎么(?:就)?(?:不|没)(?:看清|仔细|早说|先问|问清)|{YOU}干(?:嘛|吗)(?:不|去|要|非)",
    ),
    en(
        r"\byou should(?:'ve| have)\b(?! (?:been|had|heard|got|received|seen|never)\b)",
        r"\b(?:it's|it is|that's|that is|this is) (?:all |really |entirely )?your (?:own )?(?:fault|doing|problem)\b",
        r"\byourself to blame\b|\bwhy (?:ever |on earth )?(?:didn't you|haven't you|did you not|have you not)\b",
        r"\byou (?:failed|forgot|neglected) to\b|\byou (?:didn't|did not) (?:bother|read|follow|pay attention)\b",
    ),
)
_UNKIND_ZH: Final = "(?:挑剔|难缠|过分|计较|敏感|难伺候|不讲(?:道)?理|固执|顽固|死板|自私|小气|任性|幼稚|矫情|粗心|懒)"
_UNKIND_EN: Final = (
    "(?:difficult|rude|fussy|unreasonable|picky|demanding|childish|aggressive|sensitive|oversensitive|ridiculous|"
    "careless|stubborn|selfish|greedy|lazy|petty|naive|foolish)"
)
EVALUATION: Final = Marker(
    ("evaluation", "blame", "contempt"),
    frozenset({"observation"}),
    zh(
        rf"{YOU}(?:催|急|嚷|喊|吵|闹)什么",
        r"无理取闹|胡搅蛮缠|不可理喻|讲点道理|别(?:再)?(?:抱怨|闹)了",
        rf"{YOU}(?:这个?人)?(?:就是)?(?:也太|未免太|太|真是?){_UNKIND_ZH}",
        rf"{YOU}(?:总是|老是|一直)(?:这样|不|迟|拖|忘|挑|抱怨|嫌|投诉)|{YOU}从来(?:都)?(?:不|没)(?:听|看|配合|仔细|按)",
        rf"注意(?:一下)?{YOU}的(?:态度|言辞|素质)|{YOU}(?:一直是?)?这(?:个|种|是什么)态度",
    ),
    en(
        rf"\byou(?:'re| are) (?:just |so |too |far |very |really |always |being )*{_UNKIND_EN}\b",
        r"(?<!can )(?<!if )\byou (?:always|never) (?:complain|forget|do this|listen|read|find something|make|pay)\b",
        r"\byou (?:just |simply )?(?:refuse to|won't) listen\b",
        r"\bstop complaining\b|\btake that tone\b|\bwatch your (?:tone|language)\b",
        r"\bthat attitude\b|\bwith your attitude\b",
    ),
)
CONTEMPT: Final = Marker(
    ("contempt", "evaluation", "blame"),
    EMPATHIC | {"exploration"},
    zh(
        rf"(?<!生)活该|自找的|自作自受|{YOU}不配(?!合|套|备)|没见过世面|(?:家长|父母|妈|爸|老师)(?:是)?怎么当的|{YOU}懂什么",
        rf"{YOU}[^，。！？]{{0,6}}连[^，。！？]{{1,8}}都(?:不|没)",
        rf"这么简单的(?:事|问题|道理){YOU}[^，。！？]{{0,6}}(?:不|没)",
    ),
    en(
        r"\bhow c(?:an|ould) (?:you|a \w+|anyone) not\b|\bdon't you even\b",
        r"\bserves? you right\b|\bpeople like you\b|\byou people\b|\byou wouldn't understand\b",
        r"\bwhat (?:kind|sort) of (?:a )?(?:parent|mother|father|person|customer) (?:are|is)\b",
    ),
)
COMPARISON: Final = Marker(
    ("comparison", "minimising"),
    frozenset(),
    zh(
        rf"(?:别的|其他|别家)(?:的)?{_OTHERS_ZH}(?:们)?(?:都|也|怎么)(?:没|不|能|等|在等|这样|一样)",
        r"人家[^，。！？]{0,6}都(?:没|不|能|等)",
        rf"(?:大家|别人|别人家)(?:也)?都(?:在等|等得|能等|没(?:说|投诉|意见)|没(?:有)?{YOU}这么)|比{YOU}(?:更|还)(?:惨|严重|急)",
    ),
    en(
        rf"\b(?:other|all the other|all our other|every other) {_OTHERS_EN} (?:don't|doesn't|didn't|never|manage|"
        r"wait|are waiting|can)\b",
        r"\beveryone else (?:is|manages|waits|can|does|copes|seems)\b|\bno(?:body|[ -]one) else (?:has |is |ever )?"
        r"(?:complain|mind|object)",
        r"\bothers are (?:far |much |a lot )?(?:more|less) \w+ than you\b",
        r"\bworse off than you\b|\byou(?:'re| are) not the only one\b",
    ),
)
PSEUDO_FEELING: Final = Marker(
    ("pseudo-feeling", "evaluation", "blame"),
    frozenset({"feeling"}),
    zh(
        rf"我(?:觉得|感觉|感到){YOU}(?:是|就是|根本|一点)?(?:在|都)?(?:针对|为难|故意|误会|误解|不(?:信任|尊重|讲理|配合))",
        r"我(?:觉得|感觉|感到)(?:自己)?(?:很)?(?:被|受到了?)(?:冒犯|误解|攻击|威胁|针对|冤枉|指责)",
    ),
    en(
        r"\bI feel (?:that |like |as if |as though )you\b",
        r"\bI feel (?:attacked|disrespected|misunderstood|insulted|threatened|accused|ignored|cornered|bullied|used)\b",
    ),
)
RETELLING: Final = Marker(
    ("retelling",),
    frozenset({"paraphrase"}),
    zh(
        r"(?<!我)(?<!我给您)(?<!我跟您)(?<!我向您)(?:再|重新|从头)(?:给我|跟我|跟他)?(?:把[^，。！？]{1,10})?(?:说|讲|描述|复述)(?:一遍|一次)",
        r"从头(?:到尾)?(?:说|讲)(?:起|一下)",
    ),
    en(
        r"\b(?:start|begin) (?:again|over|it all) from the (?:start|beginning|top)\b",
        r"\btake (?:me|us|him|her) through (?:it|everything) (?:again|(?:once more )?from the (?:start|beginning))\b",
        r"(?<!me )(?<!I'll )(?<!will )\brepeat (?:that|it all|all of (?:it|that)|everything|the whole)\b",
        r"\btell (?:me|us) (?:all (?:of )?(?:it|that) |everything |the whole story |that )?(?:all over )?again\b",
    ),
)
ADVICE: Final = Marker(
    ("advice",),
    frozenset(),
    zh(rf"我劝{YOU}|要我说，?{YOU}|我要是{YOU}"),
    en(r"\bif I were you\b|\bmy advice (?:to you )?(?:is|would be)\b"),
    excused=frozenset({"option"}),
)
NO_CHOICE: Final = Marker(
    ("demand",),
    frozenset({"option", "request"}),
    zh(r"爱要不要|爱信不信|没得选|别无选择"),
    en(r"\btake it or leave it\b|\byou(?:'ve| have)(?: got)? no (?:other )?choice\b"),
)
STOCK: Final = Marker(
    ("generic",),
    EMPATHIC,
    zh(
        r"给您(?:带来|造成)(?:的|了)?(?:诸多)?不便|高度重视|敬请(?:谅解|理解)|感谢您的(?:理解|支持|宝贵)",
        r"(?:非常|十分|特别|完全|很)理解您的(?:心情|感受)",
    ),
    en(
        r"\b(?:any|the|this) inconvenience\b|\bwe (?:truly |really |greatly )?value your\b",
        r"\byour (?:call|feedback|satisfaction|patience|business|comfort|concern) is (?:very |extremely )?important\b",
        r"\bunderstand (?:how you feel|your (?:frustration|feelings|concern))\b",
    ),
    bare=False,
    excused=frozenset({"observation", "paraphrase", "feeling", "need", "exploration", "ownership"}),
)
MARKERS: Final = (
    DEMAND,
    MINIMISING,
    DENIAL,
    OTHERS_FAULT,
    BLAME,
    EVALUATION,
    CONTEMPT,
    COMPARISON,
    PSEUDO_FEELING,
    RETELLING,
    ADVICE,
    NO_CHOICE,
    STOCK,
)
