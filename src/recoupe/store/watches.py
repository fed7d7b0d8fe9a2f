"""Lists that are followed and their pages, in a casefile: claimed, asked, noted.

Book-keeping, so most of it is no line of the audit log: only that a list was added or ended, by
whom and with which options; and that a page was taken down, or came back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from sqlalchemy import Connection, Select, and_, func, insert, or_, select, update
from sqlalchemy.engine import Row

from recoupe.capture.watching.entries import ListKind
from recoupe.errors import StoreError
from recoupe.model import Json, content_id
from recoupe.store import chain
from recoupe.store.addresses import page_address
from recoupe.store.database import Database
from recoupe.store.schema import audit_log, watched_pages, watches
from recoupe.store.watched import (
    TAKEN_DOWN,
    Listed,
    Seen,
    Trouble,
    TroubleKind,
    Watch,
    WatchedPage,
)

_BEGUN: Final = "watch"
_ENDED: Final = "watch_ended"
_TOGETHER: Final = 500
"""Addresses that are looked for in one question."""
_FOLLOWED: Final = watches.c.ended_at.is_(None)


class Followed:
    """The verbs of :class:`Watches` and :class:`Watching`, over a casefile's database."""

    database: Database

    def watches(self, *, ended: bool = False) -> tuple[Watch, ...]:
        """Return the lists that are followed, in the order of adding; ended ones if asked for."""
        wanted = select(watches).order_by(watches.c.number)
        with self.database.reading() as connection:
            found = connection.execute(wanted if ended else wanted.where(_FOLLOWED)).all()
            return tuple(_watch(connection, row) for row in found)

    def taken_down(self, *, limit: int = 20) -> tuple[WatchedPage, ...]:
        """Return pages of which there is a copy and that are gone or moved, the newest first."""
        gone = or_(*(watched_pages.c.trouble.startswith(f"{kind}: ") for kind in TAKEN_DOWN))
        first = select(func.min(watched_pages.c.number)).group_by(watched_pages.c.url)
        wanted = (
            select(watched_pages)
            .where(gone, watched_pages.c.seen_at.is_not(None), watched_pages.c.number.in_(first))
            .order_by(watched_pages.c.altered_at.desc(), watched_pages.c.number)
            .limit(limit)
        )
        with self.database.reading() as connection:
            return tuple(map(_page, connection.execute(wanted)))

    def watched(self, address: str | None) -> WatchedPage | None:
        """Return the page at the address of a report, if a list named it."""
        wanted = (
            select(watched_pages)
            .where(watched_pages.c.url == address)
            .order_by(watched_pages.c.seen_at.is_(None), watched_pages.c.number)
        )
        with self.database.reading() as connection:
            row = connection.execute(wanted).first() if address else None
        return None if row is None else _page(row)

    def watch(
        self, address: str, options: Mapping[str, str], *, author: str, at: str
    ) -> tuple[Watch, bool]:
        """Follow a list from now on; return it, and whether anything altered by that."""
        id_ = content_id("watch", address)
        told: dict[str, Json] = {"address": address, "options": dict(options)}
        with self.database.writing() as connection:
            there = connection.execute(select(watches).where(watches.c.id == id_)).first()
            if there is None:
                row = {"id": id_, "address": address, "added_at": at, "author": author}
                connection.execute(insert(watches).values(**row, due_at=at, failures=0))
            elif there.ended_at is None and _options(connection, id_) == dict(options):
                return _watch(connection, there), False
            else:  # what it says may be of no use for what is asked for now
                again = {"ended_at": None, "due_at": at, "etag": None, "modified": None}
                here = update(watches).where(watches.c.id == id_)
                connection.execute(here.values(**again, failures=0))
            chain.append(connection, author, [chain.Done(_BEGUN, id_, told)])
            kept = connection.execute(select(watches).where(watches.c.id == id_)).one()
            return _watch(connection, kept), True

    def end_watch(self, address: str, *, author: str, at: str) -> Watch:
        """Follow a list no more; what it named is kept, and not asked for again."""
        wanted = select(watches).where(or_(watches.c.address == address, watches.c.id == address))
        with self.database.writing() as connection:
            row = connection.execute(wanted.where(_FOLLOWED)).first()
            if row is None:
                raise StoreError(
                    "is not followed", where=address, remedy="see recoupe watch CASE --list"
                )
            ended = update(watches).where(watches.c.id == row.id).values(ended_at=at)
            connection.execute(ended)
            done = chain.Done(_ENDED, row.id, {"address": row.address})
            chain.append(connection, author, [done])
            return _watch(connection, row)

    def claim_list(self, at: str, until: str) -> Watch | None:
        """Return a list that is due, and is not again before ``until``; ``None`` if none is."""
        wanted = select(watches).where(_FOLLOWED, watches.c.due_at <= at).order_by(watches.c.due_at)
        with self.database.writing(lasting=False) as connection:
            row = connection.execute(wanted.limit(1)).first()
            if row is None:
                return None
            connection.execute(update(watches).where(watches.c.id == row.id).values(due_at=until))
            return _watch(connection, row)

    def note_list(
        self,
        watch: Watch,
        seen: Seen,
        *,
        kind: ListKind | None = None,
        entries: Sequence[Listed] = (),
    ) -> int:
        """Note what asking a list came to, and the pages it names; return how many are new."""
        values = {
            "etag": seen.etag,
            "modified": seen.modified,
            "due_at": seen.due_at,
            "failures": seen.failures,
            "trouble": _told(seen.trouble),
            **({"kind": kind} if kind is not None else {}),
            **({"seen_at": seen.at} if seen.there else {}),
        }
        with self.database.writing(lasting=False) as connection:
            connection.execute(update(watches).where(watches.c.id == watch.id).values(**values))
            return _list_pages(connection, watch.id, entries, seen.at)

    def claim_pages(self, at: str, until: str, *, limit: int) -> tuple[WatchedPage, ...]:
        """Return pages that are due, the longest first, which are not again before ``until``."""
        wanted = (
            _pages_followed(watched_pages)
            .where(watched_pages.c.due_at <= at)
            .order_by(watched_pages.c.due_at, watched_pages.c.number)
            .limit(limit)
        )
        with self.database.writing(lasting=False) as connection:
            rows = connection.execute(wanted).all()
            found = {row.url: _page(row) for row in reversed(rows)}
            _set(connection, found, watched_pages.c.due_at.is_not(None), due_at=until)
        return tuple(reversed(found.values()))

    def note_page(self, page: WatchedPage, seen: Seen, *, author: str) -> None:
        """Note what asking for a page came to, for every list that names it."""
        values = {
            "etag": seen.etag,
            "modified": seen.modified,
            "due_at": seen.due_at,
            "failures": seen.failures,
            "trouble": _told(seen.trouble),
            **({"seen_at": seen.at} if seen.there else {}),
            **({"altered_at": seen.at} if seen.altered else {}),
        }
        now_down = seen.trouble is not None and seen.trouble.kind in TAKEN_DOWN
        done = [
            chain.Done(action, page.url, {"told": _told(trouble), "last_seen_at": page.seen_at})
            for action, trouble, happened in (
                ("page_gone", seen.trouble, now_down and not page.taken_down),
                ("page_back", page.trouble, page.taken_down and seen.there and not now_down),
            )
            if happened and page.seen_at is not None
        ]
        with self.database.writing(lasting=bool(done)) as connection:
            _set(connection, [page.url], None, **values)
            if seen.leads_to is not None:
                _list_elsewhere(connection, page.url, seen.leads_to, seen.at)
            if done:
                chain.append(connection, author, done)

    def note_leads(self, page: WatchedPage, url: str, seen: Seen) -> None:
        """Note that the address of a page always led to another, followed in its place."""
        told = _told(Trouble("leads", url))
        here = {"trouble": told, "due_at": None, "etag": None, "modified": None, "failures": 0}
        with self.database.writing(lasting=False) as connection:
            _list_elsewhere(connection, page.url, url, page.listed_at)
            _set(connection, [page.url], None, **here)
            _set(
                connection,
                [url],
                watched_pages.c.seen_at.is_(None),
                etag=seen.etag,
                modified=seen.modified,
                seen_at=seen.at if seen.there else None,
                due_at=seen.due_at,
                failures=seen.failures,
                trouble=_told(seen.trouble),
            )

    def release(self, pages: Sequence[WatchedPage]) -> None:
        """Give back pages that were claimed and not asked for: they are due as they were."""
        if not pages:
            return
        with self.database.writing(lasting=False) as connection:
            for page in pages:
                _set(
                    connection, [page.url], watched_pages.c.due_at.is_not(None), due_at=page.due_at
                )

    def next_due(self) -> str | None:
        """Return when a list or page is due next, ``None`` where none ever is."""
        lists = select(func.min(watches.c.due_at)).where(_FOLLOWED)
        pages = _pages_followed(func.min(watched_pages.c.due_at))
        with self.database.reading() as connection:
            found = [connection.execute(one).scalar() for one in (lists, pages)]
        return min(filter(None, found), default=None)


def _pages_followed(*columns: Any) -> Select[Any]:  # noqa: ANN401 - columns of SQLAlchemy
    joined = watched_pages.join(watches, watches.c.id == watched_pages.c.watch)
    return select(*columns).select_from(joined).where(_FOLLOWED)


def _list_pages(connection: Connection, watch: str, entries: Iterable[Listed], at: str) -> int:
    """Keep the pages that a list names; return how many it had not named before.

    One that another list named is as far as it is there.
    """
    told = {page_address(one.url): one.told_at for one in entries}
    kept = _rows(connection, list(told))
    own = {row.url for row in kept if row.watch == watch}
    others = {row.url: row for row in kept if row.watch != watch}
    for url in told:
        if url not in own:
            connection.execute(insert(watched_pages).values(_new(watch, url, others.get(url), at)))
    sooner = [
        row.url
        for row in kept
        if row.seen_at is not None and (told[row.url] or "") > row.seen_at and not _leads(row)
    ]
    later = or_(watched_pages.c.due_at.is_(None), watched_pages.c.due_at > at)
    _set(connection, sooner, and_(later, watched_pages.c.failures == 0), due_at=at)
    return len(told) - len(own)


def _list_elsewhere(connection: Connection, url: str, elsewhere: str, at: str) -> None:
    """Keep a page for every list that names another."""
    naming = select(watched_pages.c.watch).where(watched_pages.c.url == url)
    for watch in connection.execute(naming).scalars().all():
        _list_pages(connection, watch, [Listed(elsewhere)], at)


def _new(watch: str, url: str, other: Row[Any] | None, at: str) -> dict[str, Any]:
    if other is None:
        return {"watch": watch, "url": url, "listed_at": at, "due_at": at, "failures": 0}
    as_there = {name: other._mapping[name] for name in watched_pages.c.keys()}  # noqa: SIM118
    del as_there["number"]
    return {**as_there, "watch": watch, "listed_at": at}


def _leads(row: Row[Any]) -> bool:
    return (row.trouble or "").startswith(("leads: ", "moved: "))


def _rows(connection: Connection, urls: Sequence[str]) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for first in range(0, len(urls), _TOGETHER):
        some = urls[first : first + _TOGETHER]
        found += connection.execute(
            select(watched_pages)
            .where(watched_pages.c.url.in_(some))
            .order_by(watched_pages.c.number)
        ).all()
    return found


def _set(connection: Connection, urls: Iterable[str], where: Any, **values: Any) -> None:  # noqa: ANN401 - a condition, and values, of SQLAlchemy
    """Set values of the pages at some addresses, in every list that names them."""
    all_ = list(urls)
    for first in range(0, len(all_), _TOGETHER):
        here = update(watched_pages).where(watched_pages.c.url.in_(all_[first : first + _TOGETHER]))
        connection.execute((here if where is None else here.where(where)).values(**values))


def _watch(connection: Connection, row: Row[Any]) -> Watch:
    counted = select(func.count(), func.count(watched_pages.c.due_at)).where(
        watched_pages.c.watch == row.id
    )
    pages, waiting = connection.execute(counted).one()
    return Watch(
        id=row.id,
        address=row.address,
        kind=row.kind,
        added_at=row.added_at,
        author=row.author,
        ended_at=row.ended_at,
        etag=row.etag,
        modified=row.modified,
        seen_at=row.seen_at,
        due_at=row.due_at,
        failures=row.failures,
        trouble=_trouble(row.trouble),
        options=_options(connection, row.id),
        pages=pages,
        waiting=waiting,
    )


def _options(connection: Connection, watch: str) -> dict[str, str]:
    """Return the options that a list was added with last: its line of the log holds them."""
    lines = select(audit_log.c.detail).where(
        audit_log.c.subject == watch, audit_log.c.action == _BEGUN
    )
    detail = connection.execute(lines.order_by(audit_log.c.number.desc()).limit(1)).scalar()
    found = detail.get("options") if isinstance(detail, dict) else None
    return dict(found) if isinstance(found, dict) else {}


def _page(row: Row[Any]) -> WatchedPage:
    return WatchedPage(
        url=row.url,
        watch=row.watch,
        listed_at=row.listed_at,
        etag=row.etag,
        modified=row.modified,
        seen_at=row.seen_at,
        altered_at=row.altered_at,
        due_at=row.due_at,
        failures=row.failures,
        trouble=_trouble(row.trouble),
    )


def _told(trouble: Trouble | None) -> str | None:
    return None if trouble is None else str(trouble)


def _trouble(told: str | None) -> Trouble | None:
    if told is None:
        return None
    kind, _, what = told.partition(": ")
    return Trouble(cast("TroubleKind", kind), what)
