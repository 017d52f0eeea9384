"""The store as the commands use it: opened with its notices, its troubles told in the reader's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from game.commands.asked import Refused
from game.course.store import Store, StoreNotice, StoreTrouble, open_store
from game.i18n import Words


@contextmanager
def opened(words: Words) -> Iterator[tuple[Store, tuple[str, ...]]]:
    """Give the open store and what to tell about it at start. A trouble, now or later, becomes a refusal."""
    try:
        with open_store() as store:
            yield store, tuple(told(notice, words) for notice in store.notices)
    except StoreTrouble as trouble:
        raise refusal(trouble, words) from None


def refusal(trouble: StoreTrouble, words: Words) -> Refused:
    """Return the refusal that tells a trouble of the store."""
    message = words(f"store.{trouble.kind}", path=trouble.path, detail=trouble.detail, pid=trouble.pid or "?")
    return Refused(1, {"error": {"message": message}}, [message])


def told(notice: StoreNotice, words: Words) -> str:
    """Return what a notice of the store says: what was wrong, and what took the file's place."""
    restored = "store.notice.restored" if notice.restored_from is not None else "store.notice.anew"
    between = "" if words.language == "zh" else " "
    return between.join(
        (
            words(f"store.notice.{notice.kind}", moved_to=notice.moved_to),
            words(restored, restored_from=notice.restored_from),
        )
    )
