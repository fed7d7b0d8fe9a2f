"""What people correct of a report itself: its outlet, headline, author line and date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from recoupe.errors import DateError, RecordError
from recoupe.model import Article, Json, Review, calendar_day

CORRECTABLE: Final = ("outlet", "title", "byline", "published")
"""The fields of an article that a review of its report can correct."""


def metadata_of(article: Article) -> dict[str, Json]:
    """Return the fields that can be corrected, as they stand."""
    return {name: getattr(article, name) for name in CORRECTABLE}


def checked_metadata(article: Article, changes: Mapping[str, Json]) -> dict[str, Json]:
    """Return corrections without white space at their edges.

    Raises :class:`RecordError` for a field that cannot be corrected, a value that is no text or no
    day, or where nothing would change.
    """
    checked: dict[str, Json] = {}
    for name, value in changes.items():
        if name not in CORRECTABLE:
            raise RecordError(
                f"a report has no field {name!r} to set",
                where="report",
                remedy=f"choose among {', '.join(CORRECTABLE)}",
            )
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise RecordError(f"{value!r} is no text", where=f"report.{name}")
        checked[name] = value.strip() if isinstance(value, str) else None
    published = checked.get("published")
    if isinstance(published, str):
        try:
            calendar_day(published)
        except DateError as error:
            raise RecordError(error.what, where="report.published", remedy=error.remedy) from None
    if all(getattr(article, name) == value for name, value in checked.items()):
        raise RecordError("it says all that already", where=article.id, remedy="confirm it instead")
    return checked


def with_metadata(article: Article, reviews: Iterable[Review]) -> Article:
    """Return an article as the corrections of its report in force leave it, the latest last.

    A correction of one version (its target is the article's id) is of no other. A field that this
    program does not know is passed over: a newer one may have kept it.
    """
    said: dict[str, Json] = {}
    for review in reviews:
        here = review.target in {article.id, review.report}
        if review.kind == "report" and review.action == "correct" and review.in_force and here:
            said.update({n: v for n, v in review.changes.items() if n in CORRECTABLE})
    return replace(article, **said) if said else article  # type: ignore[arg-type]
