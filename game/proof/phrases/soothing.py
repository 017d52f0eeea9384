"""Phrases that make little of what somebody feels: hushing, comparing, advising, and stock phrases of care."""

from typing import Final

from game.proof.phrases.marker import EMPATHIC, OTHERS_EN, OTHERS_ZH, YOU, Marker, en, zh

_STOP: Final = "(?:(?<![特分区告个级性])别|不要|甭|不用)"

MINIMISING: Final = Marker(
    ("minimising",),
    EMPATHIC,
    zh(
        rf"{_STOP}(?:这么|那么|太|再)?(?:激动|大惊小怪)",
        r"(?:请|先)冷静|冷静(?:一下|一点|点儿?)",
        r"小题大做|没什么大不了|(?:又)?不是什么大(?:事|问题)|多大点(?:儿)?(?:的)?事",
        rf"(?:这|只)(?:不过)?(?:就)?是(?:个|件|点)?小(?:事|问题)|(?:{YOU})?至于(?:吗|嘛)|(?:想|看)开(?:一)?[点些]",
        r"(?:孩子|小孩|年轻人|老人)(?:嘛)?都(?:是)?(?:这样|这么)|过(?:两|几)天就(?:好|没事)了",
        r"没(?:有)?必要(?:这么|那么)?(?:生气|激动|着急|难过)|有什么(?:好|可)(?:急|气|生气|激动|着急|难过|哭)的",
        r"至于(?:发|生)?这么大(?:的)?(?:气|火|脾气)|至于(?:生|发)(?:气|火|这么)|不至于(?:生气|发火|这么大)",
        r"犯不着|犯得着|不值(?:得|当)(?:生|发|为)",
        rf"(?:生气|发火|着急|哭|吵|闹|抱怨)(?:又)?(?:有什么|没(?:有)?|能有什么|有啥)用|{YOU}(?:就)?(?:认|忍)(?:一)?(?:了|忍)吧",
        r"(?:就)?当(?:是)?(?:花钱)?买(?:个)?教训|往好(?:处|的地方)想|小事一桩|也不算(?:久|晚|什么|大事)|就是了(?=[，。！]|$)|知足(?:吧|常乐)|习惯(?:了)?就好",
    ),
    en(
        r"\bcalm(?: yourself)? down\b",
        r"\bno big deal\b",
        r"\b(?:not|isn't) (?:such a|that|a) big (?:of a )?(?:deal|thing|problem)\b",
        r"\boverreacting\b|\bget over it\b|\bcheer up\b|\bbright side\b|\bworse things happen\b",
        r"\bnot the end of the world\b|\bit (?:could|might) be worse\b|\bmaking (?:such |too much of )?a fuss\b",
        r"\b(?:don't|do not) (?:be so (?:upset|angry|dramatic)|be silly|get (?:so )?(?:upset|worked up|angry|cross))\b",
        r"\bno (?:need|reason|point) (?:to|in) (?:be|being|get|getting) (?:so )?(?:upset|angry|emotional|worked up)\b",
        r"\b(?:it|this)(?:'ll| will) pass\b|\b(?:children|kids|boys|girls|people) are like that\b",
        r"\bit(?:'s| is) (?:just|only) a (?:small|little|minor|tiny)\b",
        r"\bthese things happen\b|\b(?:it|that) (?:could|can) happen to anyone\b|\b(?:that|such)(?:'s| is) life\b",
        r"\b(?:getting|being) (?:angry|upset|cross|worked up)(?: about it)? (?:will not|won't|does not|doesn't|"
        r"never)\b",
        r"\byou(?:'ll| will) (?:live|survive|get used to it)\b|\b(?:lighten|toughen) up\b|\bnothing to (?:cry|"
        r"fuss) about\b",
    ),
)
HUSHING: Final = Marker(
    ("minimising",),
    EMPATHIC,
    zh(
        rf"{_STOP}(?:先|太|这么|再)?(?:着)?急(?=[，。！；？]|$|了?[，。啊嘛呀])",
        rf"{_STOP}(?:太)?(?:担心|难过|难受|多想|往心里去)(?=[，。！；]|$|了[，。])",
        r"消消气|气坏(?:了)?身(?:子|体)|(?:^|[，。！；])(?:没事(?:的|儿)?|没关系|不要紧)(?:[，。！]|$)",
    ),
    en(
        r"\b(?:don't|do not|no need to) (?:worry|panic|fret|cry)\b(?! about (?:the|your|that|a)\b)",
        r"\b(?:please|just) relax\b|\brelax,|\btake it easy\b",
        r"(?:^|[.!?,;]\s*)at least (?:you (?:still )?(?:have|had|got|are|can)|it(?:'s| is| was)|nobody|no one)\b",
    ),
    bare=False,
    unless=zh(
        r"担心您|您(?:是|最|一定|肯定)?(?:担心|怕|急)|难受|难过(?!，|。)|心疼|委屈|揪心|累|辛苦|失望|害怕|慌|不容易|糟心|闹心|窝火|气人",
        r"换(?:了|成|作)?(?:我|谁|哪)|(?:谁|搁谁|哪个)[^，。]{0,6}都|难怪|怪不得|看得出|听得出|急坏|吓|熬|扛|哭",
        r"(?i:\b(?:sorry|afraid|worr(?:ied|ies|ying)|upset|tired|exhaust|angry|hurt|scared|shaking|frighten|awful|hard|"
        r"dreadful|must (?:be|have)|sounds?|understand|anyone|no wonder|of course|been through|I'd|I would)\b)",
    ),
)
"""To hush somebody is no empathy by itself; beside words that name what they feel, it can be kind."""
COMPARISON: Final = Marker(
    ("comparison", "minimising"),
    frozenset(),
    zh(
        rf"(?:别的|其他|别家)(?:的)?{OTHERS_ZH}(?:们)?(?:都|也|怎么)(?:没|不|能|等(?!到)|在等|这样|一样)",
        r"人家[^，。！？]{0,8}都(?:没|不|能|等)",
        rf"(?:大家|别人|别人家)(?:也)?都(?:在等|等得|能等|能理解|理解|没(?:说|投诉|意见)|没(?:有)?{YOU}这么)|比{YOU}(?:更|还)(?:惨|严重|急)",
        rf"(?:怎么|偏偏|偏|唯独|就|只有)(?:就)?{YOU}(?:一个(?:人)?)?(?:不能理解|不能等|不理解|不行|有意见|不满意|特殊|例外|事多|事儿多)",
        rf"(?:学学|看看)(?:人家|别人)(?!的|在|怎么说)|比{YOU}(?:有耐心|懂事|配合)",
    ),
    en(
        rf"\b(?:other|all the other|all our other|every other|no other) {OTHERS_EN} (?:ever )?(?:don't|doesn't|"
        r"didn't|do not|"
        r"does not|did not|never|manage|wait|are waiting|are managing|can|complains?|has complained|have complained)\b",
        r"\beveryone else (?:is|manages|waits|can|does|copes|seems|understands)\b|\bno(?:body|"
        r"[ -]one) else (?:has |is |ever )?"
        r"(?:complain|mind|object|had a problem|has a problem)",
        r"\bothers are (?:far |much |a lot )?(?:more|less) \w+ than you\b",
        r"\bworse off than you\b|\byou(?:'re| are) (?:not the only one|the only one (?:who|complaining))\b",
        r"\bwhy can't you be (?:more )?like\b|\b(?:has|have) it (?:far |much |a lot )?worse\b",
        r"\bmy (?:grand)?(?:mother|father) (?:is|was) \w+ and (?:she|he) (?:never|does not|doesn't|did not|didn't)\b",
    ),
)
ADVICE: Final = Marker(
    ("advice",),
    frozenset(),
    zh(rf"我劝{YOU}|要我说，?{YOU}|我要是{YOU}|听我(?:一句|的)(?:劝)?(?:，|准没错|吧)|依我看，?{YOU}"),
    en(
        r"\bif I were you\b|\bmy advice (?:to you )?(?:is|would be)\b|\bwhat you should do is\b",
        r"\byou(?:'d| would) be better off\b|\bwhy don't you just\b|\btake my advice\b",
    ),
    excused=frozenset({"option"}),
)
STOCK: Final = Marker(
    ("generic",),
    EMPATHIC,
    zh(
        r"给您(?:带来|造成)(?:的|了)?(?:诸多)?不便|高度重视|敬请(?:谅解|理解)|感谢您的(?:理解|支持|宝贵|反馈|耐心)",
        r"(?:非常|十分|特别|完全|很|能)?理解您的(?:心情|感受)|对此(?:我们)?(?:深表|表示)(?:歉意|遗憾)",
    ),
    en(
        r"\b(?:any|the|this) inconvenience\b|\bwe (?:truly |really |greatly )?(?:value|appreciate) your\b",
        r"\byour (?:call|feedback|satisfaction|patience|business|comfort|concern) is (?:very |extremely )?important\b",
        r"\bunderstand (?:how you feel|your (?:frustration|feelings|concerns?))\b|\bthank you for your (?:patience|"
        r"feedback)\b",
    ),
    bare=False,
    excused=frozenset({"observation", "paraphrase", "feeling", "need", "exploration", "ownership"}),
)
