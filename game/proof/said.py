"""What the words of a response say for themselves: phrases that are found in them, and whether they ask anything.

Quoted words are somebody else's, and what is denied is not said.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from game.proof.phrases import MARKERS
from game.proof.phrases.marker import Marker, en, zh
from game.scenario import Response
from game.scenario.words import Language


class Phrase(NamedTuple):
    """Words that were found, and the language they stand in."""

    words: str
    language: Language


VOW: Final = {
    "zh": zh(
        r"我们?(?:(?![不没无未难])[^，。！？；]){0,6}(?<!有)(?<!的)保证(?!金|书|人|期|函|单|不了|不出)|(?:向|跟|给)(?:您|你)(?:保证|担保)",
        r"我们?(?:可以|敢|跟您|向您|在这里?)*(?:承诺|答应)(?!过|了|的|好|不)|包在我(?:们)?身上|拍胸脯|(?:我|敢)打保票",
        r"(?<!您)(?<!你)(?<!他)(?:肯定|一定|绝对|准保|保准)(?:能|会)?(?:给(?:您|你)|修好|修完|送到|到账|到货|办好|退款|退给|解决|搞定)",
        r"保证(?:让|给|把|按|准|在|今|明|马上|修好|送到|不会|能|会)|打包票|包(?:您|你)满意|百分(?:之)?百(?:能|会|没|给|到)|绝对(?:没问题|不会再|能给您|能让您)|(?:一定|肯定)(?:能)?(?:给|帮|让|替)(?:您|你)(?:办|修|送|解决|赔|退|换|弄)",
    ),
    "en": en(
        r"\b(?:I|we) (?:can |do |hereby |absolutely )?(?:guarantee|promise)\b|\b(?:you have|give you) my word\b",
        r"(?:will|'ll) (?:definitely|absolutely|certainly|100 ?%) (?!not\b)|\b(?:you can )?count on (?:it|that)\b|"
        r"\bwithout fail\b|\bis 100 ?% (?:certain|sure)\b|\bguaranteed\b",
    ),
}
"""Words that bind whoever says them."""
SORRY: Final = {
    "zh": zh(r"对不起|抱歉|道歉|致歉|歉意|赔(?:个)?不是|赔(?:个)?罪"),
    "en": en(r"\bsorry\b|\bapolog\w+|\bforgive (?:me|us)\b"),
}
"""Words of apology, in which there is no second meaning when they stand in both languages."""
CONTRITE: Final = {
    "zh": zh(
        r"不好意思|过意不去|对不住|见谅|原谅|谅解|包涵|担待|歉|错|怪我|我们?没|不好|不该",
        r"委屈|让(?:您|你)|添麻烦|辛苦|失职|疏忽|内疚|罪|赖我|算我|(?:忘|漏|误|晚|迟|耽)[^，。]{0,6}(?:了|的是我)",
    ),
    "en": en(r"regret|pardon|excuse|fault|mistake|my doing|our doing|let you down|should|failed|wrong|asham|trouble"),
}
"""All that can make an apology without a word of it."""
OWNING: Final = {
    "zh": zh(r"负责|责任|承担|担着|我们?(?:来)?(?:担|扛|赔|补|改)|我的|我们的|是我|是我们|怪我"),
    "en": en(
        r"\bour\b|\bmy\b|\bon (?:me|us)\b",
        r"answer for|responsib|forgot|missed|late|misread|\bI (?:did|was)\b|\bwe (?:did|were)\b",
    ),
}
"""All that can make an apology of owning up."""
ASKING: Final = {
    "zh": zh(
        r"[？?]|吗|呢[，。！]|说说|讲讲|聊聊|告诉|想知道|想听|想了解",
        r"请问|请讲|我(?:在)?听着|(?:您|你)(?:先|慢慢|尽管|接着|继续|只管)*[说讲]",
    ),
    "en": en(
        r"\?|\b(?:tell|show) me\b|\bI(?:'m| am) listening\b|\bgo on\b|\btake your time\b|\blet me know\b|\b(?:like|"
        r"love|want|need) to (?:know|hear|understand)\b",
        r"\b(?:walk|talk) me through\b|\bI wonder\b|\bhelp me understand\b|\bdescribe\b",
    ),
}
"""The signs of a question, or of words that want one answered."""
_DOING: Final = (
    "give|tell|send|wait|stay|take|come|call|ring|keep|hold|bear|bring|leave|allow|sit|have|write|ask|show|check|put|"
    "try|read|choose|pick|look|open|say|use|go|think|hang|trust|help|stop|start|speak|meet|message|sign|tag|be|don't"
)
WANTING: Final = {
    "zh": zh(
        ASKING["zh"].pattern,
        r"请|麻烦|劳驾|不可以|不能|不好|不行|愿意|方便|要不要|[让给等听帮跟陪随]我|(?<![给让帮陪为替])(?:您|你|咱)(?:们|俩)?(?:先|看|选|定|把|拿|来|别|稍|赶紧)",
        r"咱们|一起|不妨|别|稍等|希望(?:您|你)|求|拜托|吧",
    ),
    "en": en(
        ASKING["en"].pattern,
        r"\bplease\b|\b(?:could|would|can|will|may|shall|might) (?:you|we|I)\b|\blet(?:'s| me| us)\b|\bif you(?:'d)?\b",
        rf"(?:^|[.!?:;,)]\s*|\b(?:and|then|so|but|just|do|now) )(?:{_DOING})\b",
        r"\byou (?:choose|decide)\b|\bup to you\b|\byou to\b|\bI(?:'d| would) (?:like|love|ask|be)\b|\bperhaps\b",
    ),
}
"""The signs that something is asked of the customer, in however blunt words."""

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|‘[^’]*’|(?<!\w)'[^']*'(?!\w)")
_DENIED: Final = {
    "zh": re.compile(
        r"(?:(?:不(?!过)|没|没有|无法|别|未|并非|难以|谁敢|谁能|谁也|谁说|省得|免得|不想让)[^，。！？；：]{0,3}"
        r"|(?:跟|对|向|告诉)(?:您|你)(?:说|讲)?(?:过)?[^，。！？；：]{0,2}|没人(?:会)?(?:说|让|叫)[^，。！？；：]{0,3})$"
    ),
    "en": re.compile(
        r"(?:\bnot|n't|\bnever|\bno|\bnobody|\bno[ -]one|\bwithout|\bcannot|\brather than|\binstead of)"
        r"(?: (?!so\b|but\b|and\b|just\b|only\b)[\w']+){0,5} $"
        r"|(?<!I )(?<!we )(?:\b(?:told|tell|tells|telling) you|\bsaid|\bsays|\basked you)(?: that| to)?(?: (?:it|"
        r"this|that)(?: is| was|'s)?)? ?$",
        re.IGNORECASE,
    ),
}
_RHETORICAL: Final = re.compile(r"[^，。！；]{0,6}吗")
"""What turns a denial round: 这不是…吗？"""


def plain(text: str) -> str:
    """Return words with straight apostrophes and with what is quoted blotted out, at the same length."""
    straight = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    return _QUOTED.sub(lambda found: "□" * len(found[0]), straight)


def found(pattern: re.Pattern[str], text: str, language: Language) -> str:
    """Return the first phrase of a text that matches, is not quoted and not denied; "" where there is none."""
    bare = plain(text)
    for met in pattern.finditer(bare):
        denied = _DENIED[language].search(bare[: met.start()]) and not _RHETORICAL.match(bare[met.end() :])
        if not denied:
            return text[met.start() : met.end()].strip(" ,.;:!?，。")
    return ""


_DONE_ZH: Final = (
    r"好的?|行|可以|嗯|知道了|明白了?|收到|再见|(?:您|请)*慢走|没问题|不客气|稍等|(?:那)?就这样|不行|不可以|这个?不行|(?:这个)?(?:我们)?办不了|没办法|"
    r"我?(?:这就|马上|现在就?|会)?(?:去|来)?(?:给您)?(?:办|处理|安排|登记|记下来?)了?|(?:都)?(?:给您)?(?:办|弄|处理)(?:完|好)了"
)
_DONE_EN: Final = (
    r"ok(?:ay)?|all (?:done|right|set)|right|good|fine|sure|yes|no|very well|noted|good ?bye|bye|thanks|thank you|done|"
    r"no problem|will do|i see|certainly|that(?:'s| is) (?:all|it|not possible)|i(?:'ll| will| can't| cannot) do that|"
    r"have a (?:nice|good) day|i(?:'ve| have) (?:noted|put) (?:it|that)(?: down)?|it can(?:'t|not) be done"
)
EMPTY: Final = {
    "zh": re.compile(rf"\s*(?:(?:{_DONE_ZH})[，。！、；\s]*)+"),
    "en": re.compile(rf"\s*(?:(?:{_DONE_EN})[,.!;\s]*)+", re.IGNORECASE),
}
"""Words that say no more than that something is dealt with, or is not."""


def told(response: Response, languages: tuple[Language, ...]) -> Iterator[tuple[str, Language]]:
    """Yield the words of a response in each language they are written in; words that stand for both are in one."""
    plain_text = response.say.zh if response.say.zh == response.say.en else None
    if plain_text is not None and len(languages) > 1:
        yield plain_text, "zh" if _HAN.search(plain_text) else "en"
        return
    for language in languages:
        words = response.say.zh if language == "zh" else response.say.en
        if words:
            yield words, language


def betrayed(response: Response, languages: tuple[Language, ...]) -> tuple[Marker, Phrase] | None:
    """Return the first phrase that cannot stand beside the tags of its response, with what it is a sign of."""
    for marker in MARKERS:
        if marker.wrong(response.tags):
            for words, language in told(response, languages):
                if marker.unless is not None and marker.unless.search(words):
                    continue
                if phrase := found(marker.zh if language == "zh" else marker.en, words, language):
                    return marker, Phrase(phrase, language)
    return None
