"""The page on how good all this is."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.quality import quality_page
from recoupe.dossier.web.desk import AtDesk

router = APIRouter(include_in_schema=False)


@router.get("/quality")
def show(request: Request, desk: AtDesk) -> HTMLResponse:
    """Show the measured accuracy, and what hashes prove."""
    return HTMLResponse(desk.render(request, "quality.html", page=quality_page(desk.store)))
