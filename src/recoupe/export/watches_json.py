"""Lists that are followed, and pages that were taken down, as JSON."""

from __future__ import annotations

from typing import Final

from recoupe.model import Json
from recoupe.store.addresses import input_of
from recoupe.store.watched import Trouble, Watch, WatchedPage

_NEVER: Final = "9999"


def watch_document(watch: Watch) -> dict[str, Json]:
    """Return a list; ``due_at`` is ``null`` where the list is one page, which alone is asked."""
    return {
        "id": watch.id,
        "address": input_of(watch.address),
        "kind": watch.kind,
        "added_at": watch.added_at,
        "author": watch.author,
        "seen_at": watch.seen_at,
        "due_at": None if watch.due_at.startswith(_NEVER) else watch.due_at,
        "ended_at": watch.ended_at,
        "pages": watch.pages,
        "waiting": watch.waiting,
        "failures": watch.failures,
        "trouble": _trouble(watch.trouble),
    }


def page_document(page: WatchedPage) -> dict[str, Json]:
    """Return a page that a list named."""
    return {
        "url": page.url,
        "listed_at": page.listed_at,
        "seen_at": page.seen_at,
        "altered_at": page.altered_at,
        "due_at": page.due_at,
        "failures": page.failures,
        "trouble": _trouble(page.trouble),
    }


def _trouble(trouble: Trouble | None) -> Json:
    return None if trouble is None else {"kind": trouble.kind, "what": trouble.what}
