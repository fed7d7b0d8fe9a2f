"""Lists of addresses that are followed, and their pages: what a store keeps and answers of them.

Times are ISO 8601 in UTC, to the microsecond. What a list or page waits for is due at a time: who
asks for it claims it first, so that no two ask at once, and until a time at which anybody may ask
again, should whoever claimed it have died.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from recoupe.capture.watching.entries import ListKind

TroubleKind = Literal["gone", "moved", "leads", "failed"]
"""The server says that it is not there any more; its address leads elsewhere now, or always did; it
could not be asked or read."""

TAKEN_DOWN: Final[tuple[TroubleKind, ...]] = ("gone", "moved")
"""What is news of a page of which there is a copy."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a list or page; ``what`` is for people."""

    kind: TroubleKind
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}"


@dataclass(frozen=True, slots=True)
class Watch:
    """A list that is followed.

    ``options`` are those it was added with. ``pages`` counts what it named so far, ``waiting``
    those that will be asked for again. ``kind`` and ``seen_at`` are ``None`` until it was read.
    """

    id: str
    address: str
    kind: ListKind | None
    added_at: str
    author: str
    ended_at: str | None
    etag: str | None
    modified: str | None
    seen_at: str | None
    due_at: str
    failures: int
    trouble: Trouble | None
    options: Mapping[str, str]
    pages: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class WatchedPage:
    """A page that a list named; ``due_at`` is ``None`` when it is not asked for any more.

    ``seen_at`` is when it was last seen as it is kept, ``altered_at`` when it was last found to be
    altered, to be gone or to be back.
    """

    url: str
    watch: str
    listed_at: str
    etag: str | None
    modified: str | None
    seen_at: str | None
    altered_at: str | None
    due_at: str | None
    failures: int
    trouble: Trouble | None

    @property
    def taken_down(self) -> bool:
        """Whether there is a copy of it, and it is not where it was."""
        there = self.trouble is not None and self.trouble.kind in TAKEN_DOWN
        return there and self.seen_at is not None


@dataclass(frozen=True, slots=True)
class Listed:
    """An address that a list named; ``told_at`` is the time that it told of it, if it told one."""

    url: str
    told_at: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What asking for a page came to, as it is kept.

    ``altered`` says whether it is another than it was: altered, gone, or back. ``leads_to`` is
    where its address leads now: it is asked for there from now on.
    """

    at: str
    due_at: str | None
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    trouble: Trouble | None = None
    there: bool = True
    altered: bool = False
    leads_to: str | None = None


class Watches(Protocol):
    """The verbs that tell of lists and pages."""

    def watches(self, *, ended: bool = False) -> tuple[Watch, ...]:
        """Return the lists that are followed, in the order of adding; ended ones if asked for."""
        ...

    def taken_down(self, *, limit: int = 20) -> tuple[WatchedPage, ...]:
        """Return pages of which there is a copy and that are gone or moved, the newest first."""
        ...

    def watched(self, address: str | None) -> WatchedPage | None:
        """Return the page at the address of a report, if a list named it."""
        ...


class Watching(Protocol):
    """The verbs that follow lists."""

    def watch(
        self, address: str, options: Mapping[str, str], *, author: str, at: str
    ) -> tuple[Watch, bool]:
        """Follow a list from now on; return it, and whether anything altered by that.

        One that is followed already takes the new options; one that was ended goes on.
        """
        ...

    def end_watch(self, address: str, *, author: str, at: str) -> Watch:
        """Follow a list no more; what it named is kept, and not asked for again.

        Raises :class:`StoreError` where it is not followed.
        """
        ...

    def claim_list(self, at: str, until: str) -> Watch | None:
        """Return a list that is due, and is not again before ``until``; ``None`` if none is."""
        ...

    def note_list(
        self,
        watch: Watch,
        seen: Seen,
        *,
        kind: ListKind | None = None,
        entries: Sequence[Listed] = (),
    ) -> int:
        """Note what asking a list came to, and the pages it names; return how many are new.

        A new one is due at once, and so is one of which the list tells a time after it was seen.
        """
        ...

    def claim_pages(self, at: str, until: str, *, limit: int) -> tuple[WatchedPage, ...]:
        """Return pages that are due, the longest first, which are not again before ``until``."""
        ...

    def note_page(self, page: WatchedPage, seen: Seen, *, author: str) -> None:
        """Note what asking for a page came to, for every list that names it.

        That it is gone, or moved, or back, is a line of the audit log.
        """
        ...

    def note_leads(self, page: WatchedPage, url: str, seen: Seen) -> None:
        """Note that the address of a page always led to another, which is followed in its place.

        ``seen`` is what asking for that one came to.
        """
        ...

    def release(self, pages: Sequence[WatchedPage]) -> None:
        """Give back pages that were claimed and not asked for: they are due as they were."""
        ...

    def next_due(self) -> str | None:
        """Return when a list or page is due next, ``None`` where none ever is."""
        ...
