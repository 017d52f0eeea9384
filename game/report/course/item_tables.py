"""The table of the item analysis: a row for each response of each beat."""

from collections.abc import Iterable, Iterator

from game.i18n import Words
from game.report.course.records import ItemSheet, ItemTold, Share
from game.report.course.tables import PLACES, Cell, Row

HEADS = (
    *("task", "beat", "says", "reached", "response", "said", "count", "share", "quality"),
    *("facility", "discrimination", "low", "high", "pick_seconds", "findings"),
)


def item_heads(words: Words) -> tuple[str, ...]:
    """Return the heads of the item analysis."""
    return tuple(words(f"report.table.{name}") for name in HEADS)


def items(sheets: Iterable[ItemSheet]) -> Iterator[Row]:
    """Yield one row a response; what is said of a whole beat stands with its first one."""
    for sheet in sheets:
        for item in sheet.items:
            for place, share in enumerate(item.shares):
                yield _row(sheet, item, share, first=not place)


def _row(sheet: ItemSheet, item: ItemTold, share: Share, *, first: bool) -> Row:
    of_beat = (item.facility, item.discrimination, item.low, item.high, item.seconds)
    found = "; ".join(one.told for one in item.findings)
    return (
        *(sheet.title, item.beat, item.says, item.reached, share.response, share.said, share.count),
        *(_round(share.share), _round(share.quality)),
        *((*map(_round, of_beat), found) if first else (None,) * 6),
    )


def _round(number: float | None) -> Cell:
    return None if number is None else round(number, PLACES)
