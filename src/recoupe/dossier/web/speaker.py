"""Speakers: parties, and outlets in their own voice."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.speaker import Asked, outlet_page, speaker_page
from recoupe.dossier.web.desk import AtDesk
from recoupe.model import Stance

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

Offset = Annotated[int, Query(ge=0, le=10**9)]


def asked(stance: Stance | None = None, story: str | None = None, offset: Offset = 0) -> Asked:
    """Return what of a party an address asks for."""
    return Asked(stance, story, offset)


@router.get("/speakers/{party}")
def show(
    request: Request, desk: AtDesk, party: str, which: Annotated[Asked, Depends(asked)]
) -> HTMLResponse:
    """Show everything that a party says, or what of it fits."""
    page = speaker_page(desk.store, desk.view(request), party, which)
    return HTMLResponse(desk.render(request, "speaker.html", page=page))


@router.get("/outlets/{name:path}")
def show_outlet(request: Request, desk: AtDesk, name: str, offset: Offset = 0) -> HTMLResponse:
    """Show what an outlet says in its own voice."""
    page = outlet_page(desk.store, desk.view(request), name, offset=offset)
    return HTMLResponse(desk.render(request, "outlet.html", page=page))
