"""Reports and the bytes they were made from."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.report import Wanted, report_page
from recoupe.dossier.web.desk import AtDesk

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

_BYTES: Final = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}
"""A capture may hold anything: no browser is to make a page of it."""

Place = Annotated[str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$")]
Number = Annotated[int | None, Query(ge=1, le=10**9)]
Count = Annotated[int, Query(ge=0, le=10**9)]


def wanted(  # noqa: PLR0917 - the query of an address, named
    version: Number = None,
    at: str | None = None,
    words: Place = None,
    part: Number = None,
    taken: Count = 0,
    given: Count = 0,
) -> Wanted:
    """Return what of a report an address asks for."""
    start, _, end = (words or "").partition("-")
    return Wanted(
        version=version,
        at=at,
        words=(int(start), int(end)) if words else None,
        part=part,
        taken=taken,
        given=given,
    )


@router.get("/reports/{report}")
def show(
    request: Request,
    desk: AtDesk,
    report: str,
    asked: Annotated[Wanted, Depends(wanted)],
) -> HTMLResponse:
    """Show a version of a report: the latest, where neither the id nor the query says which."""
    page = report_page(desk.store, desk.view(request), report, asked)
    return HTMLResponse(desk.render(request, "report.html", page=page))


@router.get("/captures/{sha256}")
def give(desk: AtDesk, sha256: str) -> Response:
    """Give the bytes as they came, to be kept in a file."""
    capture = desk.store.capture(sha256)
    plain = capture.media_type == "text/plain"
    name = f"{capture.sha256}.{'txt' if plain else 'bin'}"
    return Response(
        capture.content,
        media_type="text/plain; charset=utf-8" if plain else "application/octet-stream",
        headers={**_BYTES, "Content-Disposition": f'attachment; filename="{name}"'},
    )
