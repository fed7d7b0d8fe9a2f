"""The page of a story."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from recoupe.dossier.pages.story import page_of, story_page
from recoupe.dossier.web.desk import AtDesk
from recoupe.dossier.web.flash import DONE, telling

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/stories/{story}")
def show(
    request: Request,
    desk: AtDesk,
    story: str,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    finding: str | None = None,
) -> Response:
    """Show a page of a story, or lead to that which has a finding."""
    view = desk.view(request)
    if finding is not None:
        there = view.addresses.story(story, page=page_of(desk.store, story, finding))
        at = f"{there}#{quote(finding, safe='')}"
        done = request.query_params.get(DONE)
        return RedirectResponse(telling(at, done) if done else at, 303)
    shown = story_page(
        desk.store,
        view,
        story,
        page=page,
        tiles=desk.settings.tiles,
        seen=desk.stories,
    )
    return HTMLResponse(desk.render(request, "story.html", page=shown))
