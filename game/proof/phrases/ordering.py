"""Phrases that leave the customer no choice: orders, ultimatums, and having to tell it all again."""

from typing import Final

from game.proof.phrases.marker import NO_QUESTION_EN, NO_QUESTION_ZH, YOU, Marker, en, zh

_WHO: Final = r"(?:^|[.!?;:,]\s+|\b(?:then|first|so|but|and|now|sir|madam) )you (?:really |absolutely |simply |first )?"

DEMAND: Final = Marker(
    ("demand",),
    frozenset({"request"}),
    zh(
        rf"{YOU}[^，。！？；]{{0,4}}必须",
        rf"{YOU}(?:得|要|必须)先[^。！？]{{0,12}}才(?:能|可以|行)",
        rf"{YOU}(?:一定)?务必",
        rf"{YOU}(?:非|就)得",
        rf"{YOU}(?:应该|得|要|必须)先[^。！？]{{0,16}}(?:不然|否则|要不)",
        rf"(?:马上|立刻|立即)[^。！？]{{0,12}}(?:晚了|过期){NO_QUESTION_ZH}",
        r"少废话|听(?:清楚|明白)(?:了吗|了没|了吧|没有)|给我(?:站|坐|等着|闭嘴|让开|出去|过来)",
        rf"{YOU}(?:马上|立刻|赶紧|赶快)给我(?!们)",
        rf"别磨蹭|磨蹭什么|{YOU}(?:现在|今天|马上|立刻)就得",
        rf"(?:^|[，。！；])(?:不许|不准|禁止|休想){NO_QUESTION_ZH}|谁(?:也|都)(?:别想|不许|不准)",
    ),
    en(
        _WHO + r"(?:had better|'d better)\b(?! (?:be|feel|have been)\b)",
        r"(?<!what )(?<!how )(?<!which )(?<!that )\byou (?:really |absolutely |simply |first )?must\b"
        r"(?! (?:\w+ )?(?:be|feel|have|think|wonder|want)\b)" + NO_QUESTION_EN,
        r"\byou(?:'ll| will|'re going| are going) (?:to )?(?:have|need) to\b[^.?!]{0,60}\b(?:first|before (?:I|"
        r"we) can)\b",
        r"\byou(?:'re going| are going) to have to\b" + NO_QUESTION_EN,
        r"\b(?:immediately|at once|right now),? or\b|\bis that clear\b|\bdo you hear me\b|\bend of (?:story|"
        r"discussion)\b",
        r"\bdo as (?:I say|you(?:'re| are) told)\b|\bhurry (?:it )?up\b|\bno excuses\b|\b(?:or else|like it or not)\b",
        r"\bI need you to (?:leave|go|move|stop|pay|calm|hang|get|be quiet|settle)\b" + NO_QUESTION_EN,
        r"(?:^|[.!;]\s+)stop (?:calling|ringing|asking|writing|sending|shouting|interrupting|wasting|bothering)\b",
        r"\b(?:nobody|no one|no-one) (?:leaves|goes|gets) [^.?!]{0,30}\b(?:before|until|unless)\b",
    ),
)
HAVE_TO: Final = Marker(
    ("demand",),
    frozenset({"request"}),
    zh(r"(?!)"),
    en(
        _WHO + r"(?:have (?:got )?to|need to)\b"
        r"(?! (?:\w+ )?(?:be|feel|have been|know|hear|see|rest|sleep|rely|trust|understand|get home)\b)"
        + NO_QUESTION_EN
    ),
    excused=frozenset({"interpretation", "need", "paraphrase"}),
)
"""What one has to do may also be how somebody else's day looks to whoever listens."""
FLAT_ORDER: Final = Marker(
    ("demand",),
    frozenset({"request"}),
    zh(
        rf"(?:^|[，。！？；：])(?:那|就|那就|现在|今天)?必须{NO_QUESTION_ZH}|之前必须",
        rf"(?:^|[，。！；])(?:请)?(?:{YOU})?(?:马上|立刻|立即|赶紧|赶快|快点儿?)(?:把|填|交|签|付|搬|走){NO_QUESTION_ZH}",
        rf"{YOU}赶(?:紧|快)(?:填|交|签|付|搬|走|定|选){NO_QUESTION_ZH}",
        rf"(?:不要|别|少)再?(?:给我们?)?(?:打电话|打过来|来问|来找|来闹|催我们?|问了|说了|发了|在群里){NO_QUESTION_ZH}",
        rf"不要再打{NO_QUESTION_ZH}",
        rf"{YOU}(?:应该|应当|得)?先(?:去|把)[^。！？]{{1,14}}(?:再来|再(?:跟|找|给)我){NO_QUESTION_ZH}",
    ),
    en(
        r"(?:^|[.!;]\s+)(?:just )?get your (?:things|stuff|bags|papers)\b" + NO_QUESTION_EN,
        r"(?:^|[.!;]\s+)(?:and )?(?:do not|don't|never) (?:call|ring|come|write|ask|bother)\b[^.?!]{0,30}\bagain\b",
        r"(?:^|[.!;]\s+)(?:just )?(?:do it|sign it|pay it|sort it out|deal with it|move it)(?: now)?[.!]",
    ),
    bare=False,
)
"""Orders that are none where a reason is given or somebody else is meant."""
NO_CHOICE: Final = Marker(
    ("demand",),
    frozenset({"option", "request"}),
    zh(
        rf"爱要不要|爱信不信|没得选|别无选择|{YOU}(?:自己)?看着办",
        r"只能这样|没(?:有)?(?:别的|其他|其它|第二个|第二条)(?:办法|选择|路|方案)(?!，?(?:不过|但|可|只是))",
    ),
    en(
        r"\btake it or leave it\b|\byou(?:'ve| have)(?: got)? no (?:other )?(?:choice|option)\b",
        r"\b(?:nothing|not anything) else (?:I|we) can (?:do|offer)\b|\bno other (?:way|choice|option)\b",
        r"\beither you (?:accept|take|pay|sign|agree)\b|\blike it or lump it\b|\bsuit yourself\b",
    ),
    bare=False,
    unless=zh(r"或者|还是|也可以|也行|两样|都行|您挑|您选|您定|[？?]|\bwhichever\b|\bor (?:at|the|on|we|I)\b"),
)
RETELLING: Final = Marker(
    ("retelling",),
    frozenset({"paraphrase"}),
    zh(
        r"(?<!我)(?<!我给您)(?<!我跟您)(?<!我向您)(?:再|重新|从头)(?:给我|跟我|跟他)?(?:把[^，。！？]{1,10})?(?:从头)?"
        r"(?:说|讲|描述|复述)(?:一遍|一次)",
        r"从头(?:到尾)?(?:再)?(?:说|讲)(?:起|一下)|我(?:刚才?)?没(?:记|听)(?:住|清|全)",
    ),
    en(
        r"\b(?:start|begin) (?:again|over|it all) from the (?:start|beginning|top)\b",
        r"\btake (?:me|us|him|her) through (?:it|everything) (?:again|(?:once more )?from the (?:start|beginning))\b",
        r"(?<!me )(?<!I'll )(?<!will )\brepeat (?:that|it all|all of (?:it|that)|everything|the whole)\b",
        r"\btell (?:me|us) (?:all (?:of )?(?:it|that) |everything |the whole story |that )?(?:all over )?again\b",
        r"(?<!me )(?<!I'll )(?<!will )\b(?:go (?:over|through)|explain) (?:it|everything|it all|the whole (?:thing|"
        r"story)) "
        r"(?:all )?(?:over )?again\b|\bI was(?: not|n't) listening\b",
    ),
)
