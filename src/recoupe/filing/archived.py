"""Pictures and films in web archives, kept with the reports that show them.

A picture may stand before its page or far behind it. So an archive is read once more when its pages
are kept, and only for addresses that they show.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from recoupe.capture.archives import Account, Accounts, Held, asked_as, shown_in
from recoupe.capture.limits import Limits
from recoupe.engine import Engine
from recoupe.errors import RecoupeError
from recoupe.filing.adding import Filed, file_reports
from recoupe.filing.media import Media
from recoupe.flow import ReadOptions
from recoupe.model import Capture, Failure
from recoupe.model.media import MediaFile, ShownMedia
from recoupe.store import Store

logger = logging.getLogger(__name__)

_MOST: Final = 200_000
"""Addresses that are held; where pages show more, the archive is read again for each so many."""


def file_inputs(
    captures: Iterable[Capture | Failure],
    store: Store,
    options: ReadOptions,
    engine: Engine,
    *,
    author: str,
    accounts: Accounts,
    job: str | None = None,
    media: Media | None = None,
    beside: bool = False,
) -> Iterator[Filed]:
    """File what people add, as :func:`file_reports` does; keep what web archives hold of it.

    Behind the pages of each archive in ``accounts`` comes what it holds that they show, with the
    records of the archive that brought it. Only files that are not kept yet are looked for, so an
    archive that is added again gives what it did not give before. How many were found is noted in
    the account of the archive, as is how many could not be looked for because it can be read only
    once. Raises :class:`StoreError` where something cannot be kept.
    """
    seeking = _Seeking(store, accounts, author, Limits.from_environment())
    for one in file_reports(
        captures,
        store,
        options,
        engine,
        author=author,
        job=job,
        accounts=accounts,
        media=media,
        beside=beside,
    ):
        seeking.note(one)
        yield one
    seeking.look()


@dataclass(frozen=True, slots=True)
class _Wish:
    """What an article shows and whose bytes are not kept, with all addresses that may have it."""

    article: str
    shown: ShownMedia
    copies: tuple[str, ...]


@dataclass(slots=True)
class _Seeking:
    """What the kept pages of one archive show; ``wanted`` is by address, and then by article."""

    store: Store
    accounts: Accounts
    author: str
    limits: Limits
    source: str = ""
    wanted: dict[str, dict[str, _Wish]] = field(default_factory=dict)

    def note(self, filed: Filed) -> None:
        """Note what a page shows and whose bytes are not kept."""
        source = filed.input.rpartition("#")[0]
        if source != self.source or len(self.wanted) >= _MOST:
            self.look()
            self.source = source
        if isinstance(filed.result, Failure) or source not in self.accounts.of:
            return
        article = filed.result.article
        listed = self.store.media_of(article)[: self.limits.max_media]
        missing = [shown for shown, file in listed if file is None]
        if not missing:
            return
        copies = _copies(self.store, article)
        for shown in missing:
            addresses = dict.fromkeys(map(asked_as, (shown.url, *copies.get(shown.url, ()))))
            wish = _Wish(article, shown, tuple(addresses))
            for address in addresses:
                self.wanted.setdefault(address, {}).setdefault(article, wish)

    def look(self) -> None:
        """Keep what the archive holds of what was noted, and forget that."""
        account = self.accounts.of.get(self.source)
        if self.wanted and account is not None:
            spent: Counter[str] = Counter()
            try:
                for held in shown_in(account, self.wanted, self.limits, self.accounts):
                    if (file := _made(held)) is not None:
                        self._keep(file, held, spent, account)
            except OSError:
                logger.debug("an archive could not be read again", exc_info=True)
                account.unsought += self._left()
        self.wanted.clear()

    def _left(self) -> int:
        """Return of how many pictures and films no bytes are kept."""
        wishes = (one for each in self.wanted.values() for one in each.values())
        return len({asked_as(one.shown.url) for one in wishes})

    def _keep(self, file: MediaFile, held: Held, spent: Counter[str], account: Account) -> None:
        """Keep a file with each article that shows it and has not had too many bytes yet."""
        files = {file.sha256: (file, held.content)}
        for wish in tuple(self.wanted.get(held.url, {}).values()):
            self._has(wish)
            spent[wish.article] += file.bytes
            if spent[wish.article] <= self.limits.max_media_total:
                given = (replace(wish.shown, sha256=file.sha256),)
                self.store.add_media(
                    wish.article, given, files, author=self.author, records=held.records
                )
                files = {}  # kept now
        account.shown += not files

    def _has(self, wish: _Wish) -> None:
        """Look for what an article shows at none of its addresses any more."""
        for address in wish.copies:
            if self.wanted.get(address, {}).get(wish.article) is wish:
                del self.wanted[address][wish.article]
                if not self.wanted[address]:
                    del self.wanted[address]


def _copies(store: Store, article: str) -> Mapping[str, Sequence[str]]:
    """Return the other sizes of what a kept page shows; none where its bytes tell of none."""
    from recoupe.article.requisites import copies_of

    try:
        captured = store.captured(article)
        if captured.media_type != "text/html":
            return {}
        return copies_of(store.capture(captured.sha256), store.article(article))
    except RecoupeError:
        logger.debug("what a page shows in other sizes could not be looked at", exc_info=True)
        return {}


def _made(held: Held) -> MediaFile | None:
    """Return what tells a picture or film again, ``None`` where nothing can be made of it."""
    from recoupe.capture.media import media_file

    try:
        return media_file(held.content, where=held.url)
    except Exception:
        logger.debug("what a page shows could not be looked at", exc_info=True)
        return None
