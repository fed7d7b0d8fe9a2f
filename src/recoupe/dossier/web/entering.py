"""Entering: the password, who works, and in which language."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse

from recoupe.dossier.web.desk import AUTHOR, LANGUAGE, AtDesk
from recoupe.dossier.web.forms import OurForm, back_to
from recoupe.languages import available

router = APIRouter(include_in_schema=False)

_A_YEAR: Final = 365 * 24 * 3600


@router.get("/login")
def ask(request: Request, desk: AtDesk) -> HTMLResponse:
    """Ask for the password."""
    return HTMLResponse(desk.render(request, "login.html", wrong=False))


@router.post("/login", dependencies=[OurForm])
def log_in(
    request: Request,
    desk: AtDesk,
    author: Annotated[str, Form()],
    password: Annotated[str, Form()],
) -> Response:
    """Let somebody in who knows the password."""
    if not desk.guard.admits(password):
        return HTMLResponse(desk.render(request, "login.html", wrong=True), 403)
    answer = back_to("/")
    desk.guard.admit(answer)
    _remember(answer, AUTHOR, author)
    return answer


@router.post("/who", dependencies=[OurForm])
def choose(
    author: Annotated[str, Form()],
    language: Annotated[str, Form()],
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Remember who works, and in which language."""
    answer = back_to(back)
    if author.strip():
        _remember(answer, AUTHOR, " ".join(author.split()))
    if language in available():
        _remember(answer, LANGUAGE, language)
    return answer


def _remember(answer: Response, name: str, value: str) -> None:
    """Set a cookie; its value is quoted, as names have letters that headers may not hold."""
    answer.set_cookie(name, quote(value), max_age=_A_YEAR, httponly=True, samesite="strict")
