"""The pages on which people join, part and set fields: each choice is ticked, none is typed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.choosing.findings import finding_work
from recoupe.dossier.pages.choosing.parties import party_work
from recoupe.dossier.pages.choosing.records import record_work
from recoupe.dossier.pages.choosing.stories import copies_work, story_work
from recoupe.dossier.web.desk import AtDesk

router = APIRouter(prefix="/work", default_response_class=HTMLResponse, include_in_schema=False)

Asked = Annotated[str, Query(max_length=200)]


@router.get("/findings/{finding}")
def finding(request: Request, desk: AtDesk, finding: str, q: Asked = "") -> HTMLResponse:
    """Show what a finding can be joined with, and what can be parted from it."""
    page = finding_work(desk.keeps, desk.view(request), finding, q)
    return HTMLResponse(desk.render(request, "work/finding.html", page=page))


@router.get("/stories/{story}")
def story(
    request: Request, desk: AtDesk, story: str, q: Asked = "", of: Asked = ""
) -> HTMLResponse:
    """Show what a story can be joined with, and which reports can be parted from it."""
    page = story_work(desk.keeps, desk.view(request), story, q, of)
    return HTMLResponse(desk.render(request, "work/story.html", page=page))


@router.get("/speakers/{party}")
def party(
    request: Request,
    desk: AtDesk,
    party: str,
    q: Asked = "",
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> HTMLResponse:
    """Show whom a party can be joined with, and which mentions can be parted from it."""
    page = party_work(desk.keeps, desk.view(request), party, q, offset)
    return HTMLResponse(desk.render(request, "work/party.html", page=page))


@router.get("/copies/{article}")
def copies(request: Request, desk: AtDesk, article: str, q: Asked = "") -> HTMLResponse:
    """Show which reports one can be said to have its words from."""
    page = copies_work(desk.keeps, desk.view(request), article, q)
    return HTMLResponse(desk.render(request, "work/copies.html", page=page))


@router.get("/records/{record}")
def record(request: Request, desk: AtDesk, record: str) -> HTMLResponse:
    """Show a record in its place, with its fields to be set."""
    page = record_work(desk.keeps, desk.view(request), record)
    return HTMLResponse(desk.render(request, "work/record.html", page=page))
