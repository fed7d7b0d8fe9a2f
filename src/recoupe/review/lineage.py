"""What people say of copies: what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.errors import RecordError
from recoupe.model import Draft, Json
from recoupe.review.drafting import check_draft


@dataclass(frozen=True, slots=True)
class Named:
    """A report by its id, its outlet and title, and the stories it is in, as far as is known."""

    report: str
    outlet: str | None
    title: str | None
    stories: frozenset[str] = frozenset()


def lineage_record(draft: Draft, report: Named, sources: Sequence[Named]) -> dict[str, Json]:
    """Return what a review keeps of copies: which reports it names, by id, outlet and title.

    Raises :class:`RecordError` where the draft asks for what cannot be.
    """
    check_draft(draft)
    for source in sources:
        if report.stories and source.stories and report.stories.isdisjoint(source.stories):
            raise RecordError(
                "is in no story with this report, and only within one are reports compared",
                where=source.report,
                remedy="merge their stories first",
            )
    return {**_told(report), "sources": [_told(source) for source in sources]}


def _told(named: Named) -> dict[str, Json]:
    return {"report": named.report, "outlet": named.outlet, "title": named.title}
