"""A server's answers with what it was asked: records of one exchange stand beside each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from recoupe.capture.archives.cutting import Broken, Cut

_BESIDE: Final = 3
"""Records before and behind an answer among which its request is looked for."""


def with_requests(records: Iterable[Cut | Broken]) -> Iterator[tuple[Cut | Broken, Cut | None]]:
    """Yield each record with the request that it answers, where that stands beside it, in order."""
    before: deque[Cut] = deque(maxlen=_BESIDE)
    waiting: list[tuple[Cut | Broken, Cut | None]] = []
    for record in records:
        if isinstance(record, Cut) and record.head.type == "request" and record.whole:
            before.append(record)
            waiting = [
                (one, record if request is None and _belong(record, one) else request)
                for one, request in waiting
            ]
        found = next((each for each in reversed(before) if _belong(each, record)), None)
        waiting.append((record, found))
        while waiting and (len(waiting) > _BESIDE or not _waits(waiting[0])):
            yield waiting.pop(0)
    yield from waiting


def _waits(pair: tuple[Cut | Broken, Cut | None]) -> bool:
    record, request = pair
    return isinstance(record, Cut) and _answers(record) and request is None


def _answers(record: Cut) -> bool:
    return record.head.type in {"response", "revisit"}


def _belong(request: Cut, record: Cut | Broken) -> bool:
    """Whether a request and an answer are of one exchange: one of them names the other.

    Where neither names any, they are if address and time are the same.
    """
    if not isinstance(record, Cut) or not _answers(record):
        return False
    asked, answered = request.head, record.head
    if asked.concurrent_to is None and answered.concurrent_to is None:
        date = asked.fields.get("warc-date")
        return asked.url == answered.url and date == answered.fields.get("warc-date")
    return (asked.concurrent_to is not None and asked.concurrent_to == answered.id) or (
        answered.concurrent_to is not None and answered.concurrent_to == asked.id
    )
