"""Phrases that judge the customer: blame, verdicts on their character, contempt, and thoughts dressed as feelings."""

from typing import Final

from game.proof.phrases.marker import EMPATHIC, YOU, Marker, en, zh

BLAME: Final = Marker(
    ("blame", "evaluation", "interrogation"),
    frozenset({"ownership"}),
    zh(
        rf"谁(?:让|叫){YOU}|怪{YOU}(?:自己)|只能怪{YOU}|(?:都|那|这)是{YOU}的(?:问题|责任|错)",
        rf"{YOU}自己(?:没|不)(?:有)?(?:看|听|填|写|说|问|记)(?:清楚?|明白|准|仔细)|是{YOU}自己(?:没|不|弄|看错|填错|选错|的(?:问题|责任|错))",
        rf"{YOU}(?:怎么|为什么|干嘛|干吗)(?:不早|没早|现在才|才来|不提前|没提前)|早干(?:嘛|吗|什么)去了",
        r"(?<!我)(?<!们)怎么(?:就)?(?:不|没)(?:看清|仔细|早说|先问|问清|想清|想好)",
        rf"{YOU}干(?:嘛|吗)(?:不|去|要|非)|{YOU}(?:自己)?也有(?:责任|错)|{YOU}不说(?:我|谁)(?:们)?怎么知道",
        r"写得(?:清清楚楚|明明白白)，?(?:您|你|怎么)|不是(?:都|早)?写着(?:呢|的)?吗",
    ),
    en(
        r"\byou should(?:'ve| have)\b(?! (?:been|had|heard|got|received|seen|never)\b)",
        r"\b(?:it's|it is|that's|that is|this is) (?:all |really |entirely )?your (?:own )?(?:fault|doing|problem)\b",
        r"\byourself to blame\b|\bwhy (?:ever |on earth )?(?:didn't you|haven't you|did you not|have you not)\b",
        r"\byou (?:failed|forgot|neglected) to\b|\byou (?:didn't|did not) (?:bother|read|follow|pay attention)\b",
        r"\bdidn't you (?:think|read|check|look|notice|listen|bother|know)\b|\b(?:did|could|can) you not (?:read|"
        r"think)\b",
        r"\bwhat were you thinking\b|\bwhy (?:on earth|in the world)\b|\bnobody (?:made|forced) you\b|"
        r"\bas you should know\b",
    ),
)
CROSS_QUESTION: Final = Marker(
    ("interrogation", "blame"),
    frozenset({"exploration"}),
    zh(
        r"(?:为什么|为啥|怎么)不?[^，。？]{1,10}[？?，]\s*(?:您|你)?(?:又)?(?:干嘛|干吗|为什么|为啥|怎么)[^，。？]{0,10}[？?]",
        r"到底想(?:怎么样|怎样|干什么|要什么)|你给我(?:解释|说清楚)",
    ),
    en(
        r"\bexplain yourself\b|\bwhat(?:'s| is) your problem\b|\bwhat do you (?:want|expect) (?:from me|me to do)\b",
        r"\bwhy (?:did|would|do) you [^.?!]{1,50}\? (?:and )?why\b",
    ),
    bare=False,
)
_UNKIND_ZH: Final = (
    "(?:挑剔|难缠|过分|计较|敏感|难伺候|不讲(?:道)?理|固执|顽固|死板|自私|小气|任性|幼稚|矫情|粗心|懒|强势|情绪化|多疑|"
    "难说话|难搞|较真|急躁|偏激|小心眼|斤斤计较|没耐心|不像话|不负责任)"
)
_UNKIND_EN: Final = (
    "(?:difficult|rude|fussy|unreasonable|picky|demanding|childish|aggressive|sensitive|oversensitive|ridiculous|"
    "careless|stubborn|selfish|greedy|lazy|petty|naive|foolish|impatient|dramatic|emotional|hysterical|pushy|"
    "disrespectful|irresponsible|paranoid|impossible|spoilt|spoiled|unfair)"
)
EVALUATION: Final = Marker(
    ("evaluation", "blame", "contempt"),
    frozenset({"observation"}),
    zh(
        rf"{YOU}(?:催|急|嚷|喊|吵|闹)什么",
        r"无理取闹|胡搅蛮缠|不可理喻|讲点道理|别(?:再)?(?:抱怨|闹)了|没完没了|得理不饶人|吹毛求疵",
        rf"{YOU}(?:这个?人)?(?:就是)?(?:也太|未免太|太|真是?|有点){_UNKIND_ZH}",
        rf"{YOU}(?:总是|老是|一直)(?:这样|这么(?:急|凶|挑|晚|吵|闹|冲|计较|难|慢|粗心|马虎)|不|迟|拖|忘|挑|抱怨|嫌|投诉)|{YOU}从来(?:都)?(?:不|没)(?:听|看|配合|仔细|按)",
        rf"注意(?:一下)?{YOU}的(?:态度|言辞|素质)|{YOU}(?:一直是?)?这(?:个|种|是什么)态度",
        rf"{YOU}(?:的|这)?(?:态度|脾气|素质|性子)(?:也|可|真)*(?:太|很|有点|够)(?:差|坏|大|冲|低|急|恶劣)",
        rf"{YOU}(?:这)?(?:脾气|态度)(?:可|也)?真|{YOU}(?:每次|每回|回回|次次)(?:来)?都(?:要|得)?(?:闹|吵|迟到|拖|忘|找茬|挑)",
    ),
    en(
        rf"\byou(?:'re| are) (?:just |so |too |far |very |really |always |being )*{_UNKIND_EN}\b",
        r"(?<!can )(?<!if )\byou (?:always|never) (?:complain|forget|do this|listen|read|find something|make|pay)\b",
        r"\byou(?:'re| are) (?:always|forever|constantly) (?:late|complaining|rude|wrong|in a (?:mood|hurry)|"
        r"asking|behind)\b",
        r"\byou (?:just |simply )?(?:refuse to|won't) listen\b",
        r"\bstop complaining\b|\btake that tone\b|\bwatch your (?:tone|language)\b",
        r"\bthat attitude\b|\bwith your attitude\b|\byou(?:'ve| have) (?:got )?(?:quite |such )?(?:a|"
        r"an) (?:bad )?(?:temper|attitude)\b",
        r"\bevery time you (?:come|call|ring|write)[^.?!]{0,12} (?:there(?:'s| is) a (?:scene|problem|fuss)|"
        r"you complain)\b",
    ),
)
CONTEMPT: Final = Marker(
    ("contempt", "evaluation", "blame"),
    EMPATHIC | {"exploration"},
    zh(
        rf"(?<!生)活该|自找的|自作自受|{YOU}不配(?!合|套|备)|没见过世面|(?:家长|父母|妈|爸|妈妈|爸爸|老师)(?:是)?怎么当的|{YOU}懂什么",
        rf"{YOU}[^，。！？]{{0,6}}连[^，。！？]{{1,8}}都(?:不|没)(?!人|谁|有人)",
        rf"这么简单的(?:事|问题|道理){YOU}[^，。！？]{{0,6}}(?:不|没)",
        rf"{YOU}以为{YOU}是谁|{YOU}(?:到底)?(?:读过书|识字|认字|长脑子|懂不懂|听不懂)|没(?:点)?(?:文化|素质|常识)|{YOU}这种人|像{YOU}这样的人",
        r"买不起就别|说了(?:您|你)也不(?:懂|明白)|跟(?:您|你)说不(?:清|明白)|可笑(?!的是我们)|丢不丢人",
    ),
    en(
        r"\bhow c(?:an|ould) (?:you|a \w+|anyone) not\b|\bdon't you even\b",
        r"\bserves? you right\b|\bpeople like you\b|\byou people\b|\byou wouldn't understand\b",
        r"\bwhat (?:kind|sort) of (?:a )?(?:parent|mother|father|person|customer) (?:are|is)\b",
        r"\b(?:can|can't) you (?:not )?read\b|\bare you (?:stupid|deaf|blind|even listening)\b|"
        r"\bwho do you think you are\b",
        r"\b(?:any|even a) (?:idiot|child|fool|five-year-old)\b|\brocket science\b|\bgrow up\b|\buse your (?:head|"
        r"brain)\b",
        r"\bhow hard can it be\b|\bif you can't afford\b|\bcommon sense\b|\bdon't be (?:ridiculous|stupid|childish)\b",
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
PSEUDO_CHEATED: Final = Marker(
    ("pseudo-feeling", "evaluation", "blame"),
    frozenset({"feeling"}),
    zh(
        rf"我(?:觉得|感觉|感到){YOU}(?:就|根本|压根|其实|完全|从来|总是?)(?:就|都)?(?:没|不(?!放心|踏实|高兴|开心|好受|安|舒服|满意))",
        r"(?:觉得|感觉|感到)(?:自己)?(?:是)?(?:被|让人)(?:人)?(?:骗|欺骗|抛弃|忽视|忽略|敷衍|耍|无视|利用|背叛|操控|糊弄)",
    ),
    en(
        r"\byou feel (?:cheated|manipulated|abandoned|betrayed|attacked|ignored|used|rejected|neglected|tricked|"
        r"deceived)\b",
        r"\bI feel you (?:have|are|do|don't|never|just|only|won't|want)\b",
    ),
    bare=False,
)
"""What somebody is said to have done, told as a feeling; a guess at a thought may well name it."""
