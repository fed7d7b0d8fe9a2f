"""The application: its routes, what guards them, and how errors are shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from recoupe.dossier.web import (
    adding,
    case,
    choosing,
    entering,
    quality,
    report,
    search,
    speaker,
    statement,
    story,
    working,
)
from recoupe.dossier.web.api import ROUTERS, describing
from recoupe.dossier.web.api.answers import WRONG, failed
from recoupe.dossier.web.desk import Desk
from recoupe.dossier.web.forms import ONLY_READING
from recoupe.dossier.web.guard import Guard
from recoupe.dossier.web.settings import Settings
from recoupe.errors import (
    ReadOnlyError,
    RecoupeError,
    StaleReviewError,
    StoreError,
    UsageError,
)
from recoupe.export.masking.kept import MaskedStore
from recoupe.store import Store
from recoupe.version import __version__

_STATUS: Final[tuple[tuple[type[RecoupeError], int], ...]] = (
    (ReadOnlyError, 403),
    (StaleReviewError, 409),
    (UsageError, 422),
    (StoreError, 404),
)
"""The HTTP status of an error, the narrower first; of any other 422."""


_PAGES: Final = (
    case,
    entering,
    story,
    report,
    statement,
    speaker,
    quality,
    search,
    working,
    choosing,
    adding,
)
"""The modules whose pages the application has."""


def application(store: Store | MaskedStore, settings: Settings) -> FastAPI:
    """Return the application over an open casefile, which stays the caller's to close."""
    app = FastAPI(
        title="Recoupe",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        dependencies=[ONLY_READING],
    )
    guard = Guard(settings)
    desk = Desk(store, settings, guard)
    app.state.desk = desk
    app.middleware("http")(guard)
    static = files("recoupe.dossier").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    for routes in ROUTERS:
        app.include_router(routes, prefix="/api", responses=WRONG)
    app.include_router(describing.router)
    for pages in _PAGES:
        app.include_router(pages.router)
    app.exception_handler(RecoupeError)(_shown(desk))
    app.exception_handler(RequestValidationError)(_shown(desk))
    app.exception_handler(HTTPException)(_shown(desk))
    return app


def _shown(desk: Desk) -> Callable[[Request, Exception], Response]:
    """Return what shows an error of ours to a person: what, where, and what to do next."""

    def show(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else None
        headers = error.headers if isinstance(error, HTTPException) else None
        told = _told(request, error)
        if status is None:
            status = next((code for kind, code in _STATUS if isinstance(told, kind)), 422)
        if request.url.path.startswith("/api/"):
            answer = failed(told, status)
        else:
            page = desk.render(request, "error.html", error=told, status=status)
            answer = HTMLResponse(page, status)
        answer.headers.update(headers or {})
        return answer

    return show


def _told(request: Request, error: Exception) -> RecoupeError:
    """Return an error as one of ours."""
    if isinstance(error, RequestValidationError):
        return _misused(error)
    if isinstance(error, HTTPException):
        what = {404: "there is no such page", 405: "a page cannot be asked in this way"}
        said = what.get(error.status_code, str(error.detail))
        return UsageError(said, where=request.url.path, remedy="begin with the first page: /")
    assert isinstance(error, RecoupeError)  # noqa: S101 - registered for these
    return error


def _misused(error: RequestValidationError) -> UsageError:
    """Return the error of the first field that has no sense."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"][1:])
    return UsageError(first["msg"], where=field, remedy="go back, and change it")
