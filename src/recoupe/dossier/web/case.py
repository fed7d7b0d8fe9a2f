"""The first page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.case import case_page
from recoupe.dossier.web.desk import AtDesk

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/")
def show(
    request: Request, desk: AtDesk, offset: Annotated[int, Query(ge=0, le=10**9)] = 0
) -> HTMLResponse:
    """Show the case."""
    page = case_page(desk.store, datetime.now(UTC), offset=offset)
    return HTMLResponse(desk.render(request, "case.html", page=page))
