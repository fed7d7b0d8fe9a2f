"""Lists that are followed, as lines for people: a table, and what was taken down."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Final

from recoupe.store.addresses import input_of
from recoupe.store.watched import Watch, WatchedPage

_HEAD: Final = ("list", "kind", "last seen (UTC)", "due (UTC)", "pages", "asked again", "trouble")
_NUMBERS: Final = frozenset({4, 5})
_NEVER: Final = "9999"


def table(watches: Sequence[Watch], taken_down: Sequence[WatchedPage]) -> Iterator[str]:
    """Yield the lines of the table of lists; on a terminal in columns, else with tabs between."""
    rows = [_HEAD, *map(_row, watches)]
    if sys.stdout.isatty():
        widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
        for row in rows:
            yield "  ".join(
                cell.rjust(width) if at in _NUMBERS else cell.ljust(width)
                for at, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
    else:
        yield from ("\t".join(row) for row in rows)
    if taken_down:
        yield ""
        yield "Taken down:"
        yield from (f"  {down(page)}" for page in taken_down)


def down(page: WatchedPage) -> str:
    """Return a page that was taken down, in one line."""
    what = page.trouble.what if page.trouble else ""
    return f"{_minute(page.altered_at)} {page.url}: {what}; last seen {_minute(page.seen_at)}"


def followed(watch: Watch) -> str:
    """Return a list, in one line."""
    trouble = f"; {watch.trouble.what}" if watch.trouble else ""
    seen = f"last seen {_minute(watch.seen_at)}" if watch.seen_at else "not seen yet"
    return f"{input_of(watch.address)}: {watch.pages:,} pages, {seen}{trouble}"


def _row(watch: Watch) -> tuple[str, ...]:
    kind = (watch.kind or "").replace("_", " ")
    due = "" if watch.due_at.startswith(_NEVER) else _minute(watch.due_at)
    trouble = watch.trouble.what if watch.trouble else ""
    numbers = (f"{watch.pages:,}", f"{watch.waiting:,}")
    return (input_of(watch.address), kind, _minute(watch.seen_at), due, *numbers, trouble)


def _minute(at: str | None) -> str:
    return (at or "")[:16].replace("T", " ")
