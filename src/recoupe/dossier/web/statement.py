"""Statements."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.statement import statement_page
from recoupe.dossier.web.desk import AtDesk

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/statements/{statement}")
def show(request: Request, desk: AtDesk, statement: str) -> HTMLResponse:
    """Show a statement."""
    page = statement_page(desk.store, desk.view(request), statement)
    return HTMLResponse(desk.render(request, "statement_page.html", page=page))
