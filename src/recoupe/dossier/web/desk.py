"""Desk: what every route works with: the casefile, who looks, and how a page is written."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import unquote

from fastapi import Depends, Request

from recoupe.dossier.addresses import WebAddresses
from recoupe.dossier.pages.view import View
from recoupe.dossier.rendering import render_linked
from recoupe.dossier.web.guard import Guard
from recoupe.dossier.web.settings import Settings
from recoupe.dossier.web.tasks import Tasks
from recoupe.languages import available
from recoupe.store import Store

LANGUAGE: Final = "recoupe_language"
AUTHOR: Final = "recoupe_author"
"""Cookies of what a person chose."""


class Desk:
    """The casefile on the desk, with what guards it and how it is served."""

    def __init__(self, store: Store, settings: Settings, guard: Guard) -> None:
        self.store = store
        self.settings = settings
        self.guard = guard
        self.tasks = Tasks()

    def view(self, request: Request) -> View:
        """Return who looks, and in which language: as chosen, as the browser asks, or as set."""
        asked = request.headers.get("accept-language", "")
        wanted = [part.split(";")[0].split("-")[0].strip().lower() for part in asked.split(",")]
        chosen = request.cookies.get(LANGUAGE, "")
        spoken = [code for code in (chosen, *wanted) if code in available()]
        language = spoken[0] if spoken else self.settings.language
        author = " ".join(unquote(request.cookies.get(AUTHOR, "")).split())
        who = (author or self.settings.author) if self.store.may_write else None
        return View(language, WebAddresses(), who)

    def render(self, request: Request, template: str, **facts: object) -> str:
        """Return the page that ``template`` makes of ``facts`` for whoever asks."""
        view = self.view(request)
        shown = {
            "view": view,
            "to": view.addresses,
            "form_token": self.guard.token(),
            "languages": available(),
            "here": request.url.path,
            **facts,
        }
        return render_linked(template, view.language, shown)


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that a request came to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)  # noqa: S101
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
