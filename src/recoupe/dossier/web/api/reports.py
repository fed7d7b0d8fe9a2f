"""Reports, their versions and readings, and the search, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from recoupe.dossier.web.api.answers import NOT_FOUND, Limit, Offset, Page, answer, page
from recoupe.dossier.web.desk import AtDesk
from recoupe.errors import StoreError
from recoupe.export.contract import ReadingForm
from recoupe.export.reading_json import document
from recoupe.model import FigureSubject, Stance, StatementKind
from recoupe.store.search import Order, SearchKind
from recoupe.store.search import Query as Asked

router = APIRouter(tags=["reports"])

Name = Annotated[str | None, Query(max_length=20_000)]
Day = Annotated[
    str | None, Query(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO 8601, inclusive")
]
Number = Annotated[int | None, Query(ge=0, le=10**15)]


@router.get("/reports/{report}", response_model=ReadingForm, responses=NOT_FOUND)
def reading(request: Request, desk: AtDesk, report: str) -> Response:
    """Return what a report, or one version of it, says as people left it."""
    where = desk.store.locate(report)
    if where.kind != "report" or where.article is None:
        raise StoreError(f"this is a {where.kind}, and no report", where=report)
    return answer(request, document(desk.store.reading(where.article).reading))


@router.get("/reports/{report}/versions", responses=NOT_FOUND)
def versions(request: Request, desk: AtDesk, report: str) -> Response:
    """Return the versions of a report, oldest first, each with what was altered in it."""
    where = desk.store.locate(report)
    if where.report is None:
        raise StoreError("there is no such report", where=report)
    return answer(request, [asdict(one) for one in desk.store.versions(where.report)])


@router.get("/search", response_model=Page)
def search(  # noqa: PLR0917 - the parameters of an address
    request: Request,
    desk: AtDesk,
    q: Annotated[str, Query(max_length=1000, description="words")] = "",
    look_for: SearchKind = "statement",
    speaker: Name = None,
    stance: Stance | None = None,
    kind: StatementKind | None = None,
    outlet: Name = None,
    place: Name = None,
    since: Day = None,
    until: Day = None,
    figure: FigureSubject | None = None,
    low: Number = None,
    high: Number = None,
    language: Annotated[str | None, Query(pattern="^[a-z]{2,3}$")] = None,
    older_versions: bool = False,
    order: Order = "newest",
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Find statements, reports, figures, events, places or evidence, as `recoupe search` does."""
    asked = Asked(
        words=q,
        look_for=look_for,
        speaker=speaker,
        stance=stance,
        kind=kind,
        outlet=outlet,
        place=place,
        since=since,
        until=until,
        figure=figure,
        low=low,
        high=high,
        language=language,
        older_versions=older_versions,
        order=order,
        limit=limit,
        offset=offset,
    )
    found = desk.store.search(asked)
    items = [asdict(hit) for hit in found.hits]
    return answer(request, page(items, total=found.total, more=found.more))
