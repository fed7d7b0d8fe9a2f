"""Lists that are followed, of a masked casefile: none, since they tell where a reporter looks."""

from __future__ import annotations

from recoupe.store.watched import Watch, WatchedPage


class Unwatched:
    """The verbs of :class:`recoupe.store.watched.Watches`, which tell nothing."""

    def watches(self, *, ended: bool = False) -> tuple[Watch, ...]:  # noqa: ARG002 - none is told
        """Return no list."""
        return ()

    def taken_down(self, *, limit: int = 20) -> tuple[WatchedPage, ...]:  # noqa: ARG002
        """Return no page."""
        return ()

    def watched(self, address: str | None) -> WatchedPage | None:  # noqa: ARG002
        """Return no page."""
        return None
