"""A watcher of a newsroom, with a clock that stands until somebody moves it."""

from __future__ import annotations

from typing import Final

from recoupe.filing.asked import Asked
from recoupe.filing.following import Following
from recoupe.filing.watching import Watcher, add_lists
from recoupe.store import Casefile
from recoupe.store.watched import WatchedPage
from tests.filing.newsroom import TODAY, Articles, Clock, Newsroom

LOCAL: Final = Asked(allow_private=True)
ME: Final = "Ana"


class Desk:
    """A watcher of a newsroom, with its clock."""

    def __init__(self, store: Casefile, newsroom: Newsroom) -> None:
        self.store = store
        self.newsroom = newsroom
        self.clock = Clock()
        self.engine = Articles()
        self.watcher = self.another()

    def another(self) -> Watcher:
        return Watcher(self.store, self.engine, author=ME, today=lambda: TODAY, clock=self.clock)

    def add(self, *paths: str, **how: object) -> None:
        following = Following(LOCAL, **how)  # type: ignore[arg-type]
        addresses = [f"{self.newsroom.url}{path}" for path in paths]
        add_lists(self.store, addresses, following, author=ME, at=self.clock())

    def round(self, limit: int = 1000) -> list[tuple[str, str]]:
        """Go one round; return the paths of what was noticed, with what."""
        noticed = list(self.watcher.round(limit=limit))
        return [(one.address.removeprefix(self.newsroom.url), one.outcome) for one in noticed]

    def pages(self, limit: int = 1000) -> dict[str, str]:
        return {path: what for path, what in self.round(limit) if what != "listed"}

    def page(self, path: str) -> WatchedPage:
        found = self.store.watched(f"{self.newsroom.url}{path}")
        assert found is not None
        return found

    def reports(self) -> dict[str, int]:
        """Return how many versions each report has, by its path."""
        return {
            (one.address or "").removeprefix(self.newsroom.url): one.versions
            for one in self.store.reports()
        }


def begun(desk: Desk, *paths: str) -> None:
    """Follow a feed that names some pages, and ask for them."""
    for path in paths:
        desk.newsroom.page(path, f"The bridge at {path.strip('/')} opens again.")
    desk.newsroom.feed("/feed", *paths)
    desk.add("/feed")
    desk.round()
    desk.newsroom.paths()
