"""What becomes of reports on their way into a casefile, told and counted as it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from recoupe.cli.tallies import Tally

if TYPE_CHECKING:
    from recoupe.filing import Filed
    from recoupe.store.records import Added

_OUTCOMES: Final = {
    "new": ("new", "new"),
    "version": ("new version", "new versions"),
    "known": ("known", "known"),
    "failed": ("failed", "failed"),
}


def outcomes() -> Tally:
    """Return a tally of what reports become, at nought."""
    return Tally(_OUTCOMES)


def counted(filed: Iterable[Filed], tally: Tally, *, goes_on: str) -> Added | None:
    """Tell what fails as it comes, and count it all; return the first report that was known.

    Who breaks it off is told the command that ``goes_on``.
    """
    from recoupe.cli.running import told
    from recoupe.model import Failure

    met: Added | None = None
    try:
        with tally.shown():
            for one in filed:
                if isinstance(one.result, Failure):
                    told(f"recoupe: {one.result.message}")
                    tally.count("failed")
                else:
                    tally.count(one.result.outcome)
                    met = met or (one.result if one.result.outcome == "known" else None)
                for failed in one.beside:
                    told(f"recoupe: kept without {failed.message}")
    except KeyboardInterrupt:
        told(f"recoupe: broken off; {goes_on} goes on")
        raise
    return met
