"""Pictures and films in web archives, kept with the reports that show them.

A picture may stand before its page or far behind it. So an archive is read once more when its pages
are kept, and only for addresses that they show.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from recoupe.capture.archives import Account, Accounts, asked_as, shown_in
from recoupe.capture.limits import Limits
from recoupe.filing.adding import Filed
from recoupe.model import Failure
from recoupe.model.media import MediaFile, ShownMedia
from recoupe.store import Store

logger = logging.getLogger(__name__)

_MOST: Final = 200_000
"""Addresses that are held; where pages show more, the archive is read again for each so many."""


def with_archived(
    filed: Iterator[Filed], store: Store, accounts: Accounts, *, author: str
) -> Iterator[Filed]:
    """Pass on what is filed; behind the pages of each archive, keep what it holds that they show.

    Only files that are not kept yet are looked for, so an archive that is added again gives what
    it did not give before. How many were found is noted in the account of the archive, as is how
    many could not be looked for because it can be read only once. Raises :class:`StoreError` where
    something cannot be kept.
    """
    seeking = _Seeking(store, accounts, author, Limits.from_environment())
    for one in filed:
        seeking.note(one)
        yield one
    seeking.look()


@dataclass(slots=True)
class _Seeking:
    """What the kept pages of one archive show; ``wanted`` is by address, and then by article."""

    store: Store
    accounts: Accounts
    author: str
    limits: Limits
    source: str = ""
    wanted: dict[str, dict[str, ShownMedia]] = field(default_factory=dict)

    def note(self, filed: Filed) -> None:
        """Note what a page shows and whose bytes are not kept."""
        source = filed.input.rpartition("#")[0]
        if source != self.source or len(self.wanted) >= _MOST:
            self.look()
            self.source = source
        if isinstance(filed.result, Failure) or source not in self.accounts.of:
            return
        article = filed.result.article
        for shown, file in self.store.media_of(article)[: self.limits.max_media]:
            if file is None:
                self.wanted.setdefault(asked_as(shown.url), {}).setdefault(article, shown)

    def look(self) -> None:
        """Keep what the archive holds of what was noted, and forget that."""
        wanted, self.wanted = self.wanted, {}
        account = self.accounts.of.get(self.source)
        if not wanted or account is None:
            return
        spent: Counter[str] = Counter()
        for url, content in shown_in(account, wanted, self.limits, self.accounts):
            file = _made(content, url)
            if file is not None:
                self._keep(file, content, wanted.pop(url), spent, account)

    def _keep(
        self,
        file: MediaFile,
        content: bytes,
        shows: dict[str, ShownMedia],
        spent: Counter[str],
        account: Account,
    ) -> None:
        """Keep a file with each article that shows it and has not had too many bytes yet."""
        files = {file.sha256: (file, content)}
        for article, shown in shows.items():
            spent[article] += file.bytes
            if spent[article] <= self.limits.max_media_total:
                given = (replace(shown, sha256=file.sha256),)
                self.store.add_media(article, given, files, author=self.author)
                files = {}  # kept now
        account.shown += not files


def _made(content: bytes, url: str) -> MediaFile | None:
    """Return what tells a picture or film again, ``None`` where nothing can be made of it."""
    from recoupe.capture.media import media_file

    try:
        return media_file(content, where=url)
    except Exception:
        logger.debug("what a page shows could not be looked at", exc_info=True)
        return None
