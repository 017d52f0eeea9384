"""Phrases that pass on what one has to answer for: to a rule, to others, to the customer."""

from typing import Final

from game.proof.phrases.marker import YOU, Marker, en, zh

_ELSEWHERE_ZH: Final = "(?:快递|物流|系统|供应商|仓库|物业|厂家|银行|平台|总部|门店|卖家|售后|司机|师傅)"
_ELSEWHERE_EN: Final = (
    "(?:courier|carrier|system|supplier|bank|platform|warehouse|airline|manufacturer|maker|contractor|landlord|driver|"
    "shop|seller|head office)"
)

DENIAL: Final = Marker(
    ("denial",),
    frozenset({"ownership"}),
    zh(
        r"规定(?:就是|本来就|一直)|(?:就是|都是)(?:这么|这样)规定|按规定(?:就|不)",
        r"不(?:是|归|关)我们?(?:这边|部门|热线|客服)?(?:的)?(?:责任|负责|问题|事|管)",
        r"(?:跟|和|与)我们?(?:公司|酒店|店|这边)?(?:没|无)(?:有)?关|我们?也没(?:有)?(?:办法|辙)|爱莫能助",
        r"系统(?:就是|也)?(?:不让|不允许)",
        r"我(?:只是|就是|不过是)个?(?:接电话|打工|跑腿|前台|客服|站柜台)的|(?:跟|和)我(?:说|讲|吵)(?:也)?没用|找我(?:也)?没用",
        r"怪不(?:到|着|得)我们|不能怪我们(?!自己)|赖不(?:着|到)我们|(?:这个)?锅(?:我们?)?(?:可)?不背|我们只管(?!问|说|提)",
    ),
    en(
        r"\b(?:it|that)(?:'s| is) (?:just |simply )?(?:our |the |company |hotel |house |shop )*(?:policy|rules?)\b",
        r"\brules are rules\b|\bpolicy is policy\b",
        r"\b(?:not|isn't) (?:my|our) (?:job|department|problem|responsibility|fault|concern|doing)\b",
        r"\bnothing (?:I|we) can do\b|\bnothing to do with (?:us|me)\b|\bout of (?:my|our) (?:hands|control)\b",
        r"\b(?:I|we)(?:'m| am|'re| are) not responsible\b|\b(?:can't|cannot) do anything about\b",
        r"\b(?:system|computer) (?:won't|will not|doesn't|does not) (?:let|allow)\b",
        r"\bI (?:just|only) (?:work here|answer the phones?)\b|\bI (?:don't|do not) make the rules\b",
        r"\b(?:don't|do not) (?:look at|blame) (?:me|us)\b|\babove my pay grade\b|\bwe only (?:ship|sell|deliver)\b",
    ),
    excused=frozenset({"option"}),
)
BLAMING_OTHERS: Final = Marker(
    ("denial",),
    frozenset({"ownership"}),
    zh(
        rf"是{_ELSEWHERE_ZH}(?:公司|那边|方)?的(?:责任|问题|错|事)(?![^。！]*(?:是我们|我们的错|我们没))",
        rf"(?<!我)(?<!我们)(?<!我还)(?:得|要|该|自己|先)(?:您|你)?(?:去|自己)?(?:问|找){_ELSEWHERE_ZH}",
        rf"是{_ELSEWHERE_ZH}(?:发|弄|送|搞|写|拿)(?:错|丢|坏|晚)的(?![^。！]*我们)",
    ),
    en(
        rf"\b(?:it|that|this)(?:'s| is| was) (?:all )?(?:the |our )?{_ELSEWHERE_EN}(?:'s)? (?:fault|problem|"
        r"mistake|doing)\b",
        r"\b(?:take (?:that|it|this) up with|complain to|(?:ask|contact|speak to|call|ring)) (?:the |"
        rf"your ){_ELSEWHERE_EN}\b"
        r"(?<!\bI contact)(?![^.!?]*\?)",
    ),
    bare=False,
    unless=zh(
        r"(?i:\b(?:I|we)(?:'ll|'ve| will| have| am going to| are going to| just)? (?:ask|contact|speak to|call|"
        r"ring|take)|"
        r"\b(?:our|my) (?:fault|mistake)\b)"
    ),
)
HAD_YOU: Final = Marker(
    ("blame",),
    frozenset({"ownership", "observation", "reaction", "interpretation"}),
    zh(
        rf"{YOU}?(?:要是|如果|当初|当时|但凡)[^，。！？]{{0,4}}(?:早|提前|仔细|看清|问清)[^。！？]{{1,14}}(?:不至于|就不会|就没事|也不会|就不用)",
        r"早[点些][^，。！？]{1,8}，?(?:也)?(?:不至于|就不会|就没事|就不用)",
    ),
    en(
        r"\bif you had (?:only |just )?(?:called|rung|told|asked|read|checked|come|booked|paid|looked|listened|said)\b"
        r"[^.?!]{0,50}\b(?:would(?: not|n't)|could have)\b",
        r"\bhad you (?:only |just )?(?:called|rung|told|asked|read|checked|come|booked|paid|looked|listened|said)\b"
        r"[^.?!]{0,50}\b(?:would(?: not|n't)|could have)\b",
    ),
    excused=frozenset({"evaluation", "denial"}),
)
