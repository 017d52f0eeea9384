"""The item analysis in the words of a trainer: what each beat of a talk tells about the class, and what it cannot."""

from typing import Final

from game.course.grading.results import LEAST_REACHED, Item, ItemAnalysis
from game.course.grading.spoken import usual
from game.i18n import Words
from game.report.course.naming import customer_title, percent
from game.report.course.records import Finding, ItemSheet, ItemTold, Share, Tone
from game.report.debrief.naming import NOTHING_SAID
from game.scenario.records import Beat

NOBODY: Final = "nobody-picks:"
TOO_FEW: Final = "too-few"
NOBODY_CAME: Final = "nobody-came"
UNSURE: Final = "unsure"
_TONES: Final[dict[str, Tone]] = {TOO_FEW: "plain", "all-alike": "plain"}


def item_sheet(words: Words, analysis: ItemAnalysis) -> ItemSheet:
    """Return what is said about the beats of one customer."""
    scenario = analysis.scenario
    return ItemSheet(
        scenario.id,
        analysis.sha256,
        analysis.persona,
        customer_title(words, scenario, analysis.persona),
        analysis.plays,
        tuple(
            _item(words, scenario.beats[item.beat], item, number, _says(words, analysis, item.beat))
            for number, item in _numbered(analysis)
        ),
        analysis.whole,
    )


def _numbered(analysis: ItemAnalysis) -> list[tuple[int, Item]]:
    """Return the items with the numbers of their beats in the file, by which maps call them too."""
    numbers = {id_: number for number, id_ in enumerate(analysis.scenario.beats, start=1)}
    return [(numbers[item.beat], item) for item in analysis.items]


def _says(words: Words, analysis: ItemAnalysis, beat: str) -> str:
    """Return what most of them heard at a beat, where nobody came what this customer would say; "" for no words."""
    told = analysis.said.get(beat) or usual(analysis.scenario, beat, analysis.persona)
    return told.told(words.language) if told is not None else ""


def _item(words: Words, beat: Beat, item: Item, number: int, says: str) -> ItemTold:
    said = {response.id: response.say.told(words.language) for response in beat.responses}
    nothing = NOTHING_SAID.told(words.language)
    shares = tuple(
        Share(one.response, said.get(one.response, nothing), one.count, one.share, one.quality) for one in item.shares
    )
    low, high = item.interval if item.interval is not None else (None, None)
    return ItemTold(
        item.beat,
        number,
        says,
        item.reached,
        shares,
        item.facility,
        item.discrimination,
        low,
        high,
        _discrimination(words, item),
        item.mean_seconds,
        item.median_seconds,
        tuple(_finding(words, code, said, item) for code in item.verdicts),
    )


def _discrimination(words: Words, item: Item) -> str:
    if item.discrimination is None:
        return words("report.item.no_discrimination")
    if item.interval is None:
        return f"{item.discrimination:+.2f}"
    low, high = item.interval
    return words("report.item.discrimination", r=f"{item.discrimination:+.2f}", low=f"{low:+.2f}", high=f"{high:+.2f}")


def _finding(words: Words, code: str, said: dict[str, str], item: Item) -> Finding:
    """Return a verdict in words; those about one response name it."""
    kind, _, response = code.partition(":")
    share = "" if item.facility is None else percent(item.facility)
    name = said.get(response, NOTHING_SAID.told(words.language))
    kind = _unsure(item) if kind == TOO_FEW else kind
    told = words(f"report.item.{kind}", n=item.reached, facility=share, said=name)
    return Finding(code, _TONES.get(kind, "bad"), told)


def _unsure(item: Item) -> str:
    """Return what there are too few for: to say anything, or only to tell whether the beat discriminates."""
    return NOBODY_CAME if not item.reached else TOO_FEW if item.reached < LEAST_REACHED else UNSURE
