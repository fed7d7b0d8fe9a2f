"""The search."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.search import search_page
from recoupe.dossier.web.desk import AtDesk
from recoupe.languages import available
from recoupe.model import FigureSubject, Stance, StatementKind
from recoupe.store.search import Order, SearchKind
from recoupe.store.search import Query as Asked

router = APIRouter(include_in_schema=False)

Name = Annotated[str, Query(max_length=20_000)]
Day = Annotated[str, Query(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
Count = Annotated[str, Query(pattern=r"^\d{0,12}$")]


def asked(  # noqa: PLR0917 - the fields of a form, which are empty where nobody fills them in
    q: Annotated[str, Query(max_length=1000)] = "",
    look_for: SearchKind = "statement",
    speaker: Name = "",
    stance: Stance | Literal[""] = "",
    kind: StatementKind | Literal[""] = "",
    outlet: Name = "",
    place: Name = "",
    since: Day = "",
    until: Day = "",
    figure: FigureSubject | Literal[""] = "",
    low: Count = "",
    high: Count = "",
    language: Annotated[str, Query(pattern="^[a-z]{0,3}$")] = "",
    older_versions: bool = False,
    order: Order = "newest",
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> Asked:
    """Return the query that a form asks for."""
    return Asked(
        words=q,
        look_for=look_for,
        speaker=speaker or None,
        stance=stance or None,
        kind=kind or None,
        outlet=outlet or None,
        place=place or None,
        since=since or None,
        until=until or None,
        figure=figure or None,
        low=int(low) if low else None,
        high=int(high) if high else None,
        language=language or None,
        older_versions=older_versions,
        order=order,
        offset=offset,
    )


@router.get("/search")
def show(request: Request, desk: AtDesk, query: Annotated[Asked, Depends(asked)]) -> HTMLResponse:
    """Show what fits; without anything asked for, the newest statements."""
    page = search_page(desk.store, query)
    filled = request.query_params.items()
    told = {name: value for name, value in filled if value and name != "offset"}
    shown = desk.render(request, "search.html", page=page, told=told, packs=available())
    return HTMLResponse(shown)
