"""The case: its stories, what is new, and what needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from recoupe.errors import StoreError
from recoupe.model import Review
from recoupe.store import Readable
from recoupe.store.addresses import report_id
from recoupe.store.answers import Arrival, StoryLine, Support
from recoupe.store.records import Altered, CheckState, FailureRecord, KeptStory, Status
from recoupe.store.watched import Watch, WatchedPage

STORIES: Final = 20
"""Stories on a page."""
ARRIVALS: Final = 10
"""Reports that are shown as new."""
FAILURES: Final = 20
"""Inputs that could not be read, that are shown."""
_A_DAY: Final = timedelta(days=1)

Waiting = Literal[
    "never_checked", "not_in_check", "check_is_old", "failures", "words_gone", "unfinished"
]
"""What waits for somebody."""


@dataclass(frozen=True, slots=True)
class Lately:
    """A version of a report that was added, and whether that was within the last day."""

    arrival: Arrival
    new: bool

    @property
    def day(self) -> str:
        """The day on which it was added, in UTC."""
        return self.arrival.added_at[:10]


@dataclass(frozen=True, slots=True)
class Down:
    """A page that was taken down, and its ``report``, if one was kept of it."""

    page: WatchedPage
    report: str | None


@dataclass(frozen=True, slots=True)
class CasePage:
    """What the first page shows.

    ``waiting`` tells what needs a look, with how much of it. ``counts`` are what the casefile
    holds, by name. ``watches`` are the lists that are followed, for whoever works on the case.
    ``offset`` is how many stories stand before those shown, of ``total``.
    """

    name: str
    stories: tuple[StoryLine, ...]
    offset: int
    total: int
    limit: int
    waiting: Mapping[Waiting, int]
    check: CheckState | None
    lately: tuple[Lately, ...]
    altered: tuple[Altered, ...]
    words_gone: tuple[Review, ...]
    failures: tuple[FailureRecord, ...]
    counts: Mapping[str, int]
    watches: tuple[Watch, ...]
    taken_down: tuple[Down, ...]


def case_page(store: Readable, now: datetime | None, *, offset: int = 0) -> CasePage:
    """Return the first page of a casefile, as it is at ``now`` (with its zone).

    Where nobody knows when it is read, ``now`` is ``None``, and nothing is new.
    """
    status = store.status()
    stories = store.stories(limit=STORIES, offset=offset)
    support = store.supports([one.story.id for one in stories.stories])
    failures = store.failures() if status.failures else iter(())
    return CasePage(
        name=status.name,
        stories=tuple(_line(one, support[one.story.id]) for one in stories.stories),
        offset=offset,
        total=stories.total,
        limit=STORIES,
        waiting=dict(_waiting(status)),
        check=status.check,
        lately=tuple(
            Lately(one, now is not None and now - datetime.fromisoformat(one.added_at) <= _A_DAY)
            for one in store.arrivals(limit=ARRIVALS).arrivals
        ),
        altered=status.altered,
        words_gone=status.words_gone,
        failures=tuple(one for one, _ in zip(failures, range(FAILURES), strict=False)),
        counts=status.counts,
        watches=store.watches() if now is not None else (),
        taken_down=tuple(Down(one, _report_at(store, one.url)) for one in store.taken_down()),
    )


def _report_at(store: Readable, address: str) -> str | None:
    """Return the report of an address, ``None`` where none is kept."""
    report = report_id(address, "")
    with suppress(StoreError):
        store.locate(report)
        return report
    return None


def _waiting(status: Status) -> Iterator[tuple[Waiting, int]]:
    if status.check is None and status.counts["reports"]:
        yield "never_checked", status.counts["reports"]
    if status.check is not None:
        if status.check.missing:
            yield "not_in_check", status.check.missing
        elif status.check.stale_since is not None:
            yield "check_is_old", 1
    if status.failures:
        yield "failures", status.failures
    if status.words_gone:
        yield "words_gone", len(status.words_gone)
    if status.unfinished:
        yield "unfinished", len(status.unfinished)


def _line(kept: KeptStory, support: Support) -> StoryLine:
    story = kept.story
    return StoryLine(
        id=story.id,
        title=story.title,
        starts=story.start,
        ends=story.end,
        place=story.place.name if story.place else None,
        findings=kept.findings,
        contested=kept.contested,
        guest=False,
        support=support,
    )
