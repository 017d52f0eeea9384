"""The fixed vocabularies of scenarios: each word's id with its Chinese and its English name."""

from typing import Annotated, Final, Literal

from msgspec import Meta

Names = dict[str, tuple[str, str]]
"""id -> (Chinese name, English name). The Chinese name may stand in a file wherever the id may."""


def named(names: Names, own: str = "") -> Meta:
    """Return the mark of a value that is a word of `names`; ids that a file declares under the key `own` win."""
    return Meta(extra={"names": names, "own": own})


COMPONENTS: Final[Names] = {
    "service": ("服务质量", "service"),
    "product": ("产品性能", "product"),
    "price": ("价格合理性", "price"),
    "brand": ("品牌形象", "brand"),
    "personal": ("个性化服务", "personal touch"),
}
DOMAINS: Final[Names] = {
    "hotel": ("酒店", "Hotel"),
    "ecommerce": ("电商", "E-commerce"),
    "heating": ("供热", "Heating"),
    "education": ("教育", "Education"),
    "other": ("其他", "Other"),
}
ORIGINS: Final[Names] = {
    "experience": ("过往经验", "past experience"),
    "advertising": ("市场宣传", "advertising"),
    "word-of-mouth": ("口碑", "word of mouth"),
    "industry-norm": ("行业标准", "industry norm"),
    "recommendation": ("他人推荐", "recommendation"),
}
FAULTS: Final[Names] = {
    "ours": ("我们", "ours"),
    "theirs": ("客户", "the customer's"),
    "nobody": ("谁都没有", "nobody's"),
}
KINDS: Final[Names] = {"before": ("事前", "before"), "talk": ("交谈", "talk"), "after": ("事后", "after")}
CHANNELS: Final[Names] = {
    "counter": ("柜台", "counter"),
    "phone": ("电话", "phone"),
    "chat": ("在线聊天", "chat"),
    "email": ("邮件", "email"),
    "social": ("社交媒体", "social media"),
    "visit": ("上门", "visit"),
}
MOODS: Final[Names] = {
    "calm": ("平静", "calm"),
    "pleased": ("高兴", "pleased"),
    "grateful": ("感激", "grateful"),
    "worried": ("担心", "worried"),
    "sad": ("难过", "sad"),
    "tired": ("疲惫", "tired"),
    "annoyed": ("不快", "annoyed"),
    "angry": ("生气", "angry"),
    "furious": ("暴怒", "furious"),
    "surprised": ("惊讶", "surprised"),
    "confused": ("困惑", "confused"),
}

EMPATHY: Final[Names] = {
    "reaction": ("情感反应", "emotional reaction"),
    "interpretation": ("解读", "interpretation"),
    "exploration": ("探询", "exploration"),
}
"""The three mechanisms of EPITOME (Sharma et al. 2020); they are counted in e."""
NVC: Final[Names] = {
    "observation": ("观察", "observation"),
    "feeling": ("感受", "feeling"),
    "need": ("需要", "need"),
    "request": ("请求", "request"),
}
"""The four steps of nonviolent communication (Rosenberg 2003); they are counted in n."""
ACTS: Final[Names] = {
    "generic": ("空泛", "stock phrase"),
    "paraphrase": ("复述", "paraphrase"),
    "apology": ("道歉", "apology"),
    "ownership": ("担责", "ownership"),
    "reason": ("说明原因", "reason"),
    "option": ("给选择", "option"),
    "update": ("主动告知", "update"),
    "recap": ("回顾约定", "recap"),
    "check-back": ("确认结果", "check back"),
    "next-step": ("下一步", "next step"),
}
BLOCKERS: Final[Names] = {
    "evaluation": ("评判", "evaluation"),
    "pseudo-feeling": ("伪感受", "pseudo-feeling"),
    "demand": ("命令", "demand"),
    "denial": ("推责", "denial"),
    "blame": ("指责", "blame"),
    "contempt": ("贬低", "contempt"),
    "comparison": ("比较", "comparison"),
    "minimising": ("淡化", "minimising"),
    "advice": ("急于建议", "hasty advice"),
    "interrogation": ("追问", "interrogation"),
    "retelling": ("让客户重复", "making them retell"),
}
SILENCE: Final = "silence"
TAGS: Final[Names] = {**EMPATHY, **NVC, **ACTS, **BLOCKERS}

NEEDS: Final[Names] = {
    "safety": ("安全", "safety"),
    "rest": ("休息", "rest"),
    "respect": ("尊重", "respect"),
    "fairness": ("公平", "fairness"),
    "certainty": ("确定", "certainty"),
    "autonomy": ("自主", "autonomy"),
    "competence": ("胜任", "competence"),
    "belonging": ("归属", "belonging"),
    "care": ("关怀", "care"),
    "efficiency": ("效率", "efficiency"),
    "order": ("秩序", "order"),
    "meaning": ("意义", "meaning"),
    "understanding": ("理解", "understanding"),
}
FEELINGS: Final[Names] = {
    "anxious": ("焦虑", "anxious"),
    "worried": ("担心", "worried"),
    "afraid": ("害怕", "afraid"),
    "angry": ("生气", "angry"),
    "impatient": ("不耐烦", "impatient"),
    "wronged": ("委屈", "wronged"),
    "disappointed": ("失望", "disappointed"),
    "sad": ("难过", "sad"),
    "tired": ("疲惫", "tired"),
    "confused": ("困惑", "confused"),
    "embarrassed": ("尴尬", "embarrassed"),
    "relieved": ("松口气", "relieved"),
    "grateful": ("感激", "grateful"),
    "hopeful": ("有盼头", "hopeful"),
}

PORTRAITS: Final[Names] = {
    "young-man": ("年轻男士", "young man"),
    "young-woman": ("年轻女士", "young woman"),
    "man": ("中年男士", "man in middle life"),
    "woman": ("中年女士", "woman in middle life"),
    "businessman": ("商务男士", "businessman"),
    "businesswoman": ("商务女士", "businesswoman"),
    "aunt": ("阿姨", "older woman, an aunt"),
    "uncle": ("大叔", "older man, an uncle"),
    "grandmother": ("奶奶", "grandmother"),
    "grandfather": ("爷爷", "grandfather"),
    "mother": ("妈妈", "mother"),
    "father": ("爸爸", "father"),
    "student-girl": ("女学生", "schoolgirl"),
    "student-boy": ("男学生", "schoolboy"),
    "staff": ("工作人员", "member of staff"),
}
"""The drawn characters."""
SCENES: Final[Names] = {
    "lobby": ("大堂", "lobby"),
    "room": ("客房", "hotel room"),
    "counter": ("柜台", "counter"),
    "call-centre": ("呼叫中心", "call centre"),
    "chat": ("聊天窗口", "chat window"),
    "living-room-winter": ("冬天的客厅", "living room in winter"),
    "boiler-house": ("锅炉房", "boiler house"),
    "school-office": ("教务处", "school office"),
    "classroom": ("教室", "classroom"),
    "airport": ("机场", "airport"),
    "restaurant": ("餐厅", "restaurant"),
}
"""The drawn backgrounds."""

LANGUAGES: Final[tuple[str, ...]] = ("zh", "en")
LANGUAGE_NAMES: Final[Names] = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
VERDICTS: Final[Names] = {
    "exceeded": ("超出预期", "exceeded"),
    "met": ("符合预期", "met"),
    "acceptable": ("勉强接受", "acceptable"),
    "below": ("低于预期", "below expectations"),
}

BACK: Final[Names] = {"back": ("返回", "back")}
BASE: Final[Names] = {"base": ("原样", "as written")}
SILENT: Final[Names] = {SILENCE: ("沉默", "silence")}
DEAD_END: Final[Names] = {"dead-end": ("死路", "dead end")}
TRUTH: Final[Names] = {"true": ("是", "yes"), "false": ("否", "no")}
"""Ids that mean something of themselves, and the two that are no text."""

Component = Annotated[Literal["service", "product", "price", "brand", "personal"], named(COMPONENTS)]
Domain = Annotated[Literal["hotel", "ecommerce", "heating", "education", "other"], named(DOMAINS)]
Fault = Annotated[Literal["ours", "theirs", "nobody"], named(FAULTS)]
Kind = Annotated[Literal["before", "talk", "after"], named(KINDS)]
Channel = Annotated[Literal["counter", "phone", "chat", "email", "social", "visit"], named(CHANNELS)]
Origin = Annotated[
    Literal["experience", "advertising", "word-of-mouth", "industry-norm", "recommendation"], named(ORIGINS)
]
Language = Annotated[Literal["zh", "en"], named(LANGUAGE_NAMES)]
Verdict = Annotated[Literal["exceeded", "met", "acceptable", "below"], named(VERDICTS)]
Mood = Annotated[
    Literal[
        "calm", "pleased", "grateful", "worried", "sad", "tired", "annoyed", "angry", "furious", "surprised", "confused"
    ],
    named(MOODS),
]


def by_either_name(names: Names) -> dict[str, str]:
    """Return a map from every id and every Chinese name of `names` to the id."""
    return {word: id_ for id_, (zh, _) in names.items() for word in (id_, zh)}


TAG_IDS: Final = by_either_name(TAGS)
NEED_IDS: Final = by_either_name(NEEDS)
FEELING_IDS: Final = by_either_name(FEELINGS)
PORTRAIT_IDS: Final = by_either_name(PORTRAITS)
SCENE_IDS: Final = by_either_name(SCENES)
BACK_IDS: Final = by_either_name(BACK)
BASE_IDS: Final = by_either_name(BASE)
SILENCE_IDS: Final = by_either_name(SILENT)
RESERVED: Final = frozenset(by_either_name({**BACK, **BASE, **SILENT, **DEAD_END}))
