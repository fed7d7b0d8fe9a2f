"""The first page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.case import case_page
from recoupe.dossier.web.desk import AtDesk

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/")
def show(request: Request, desk: AtDesk) -> HTMLResponse:
    """Show the case."""
    return HTMLResponse(desk.render(request, "case.html", page=case_page(desk.store)))
