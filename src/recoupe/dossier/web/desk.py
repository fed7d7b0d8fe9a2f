"""Desk: what every route works with: the casefile, who looks, and how a page is written."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import unquote

from fastapi import Depends, Request

from recoupe.dossier.addresses import WebAddresses
from recoupe.dossier.masked import masked_note
from recoupe.dossier.pages.story import StoryPage
from recoupe.dossier.pages.view import View
from recoupe.dossier.rendering import render_linked
from recoupe.dossier.web.flash import DONE, done, without
from recoupe.dossier.web.guard import Guard
from recoupe.dossier.web.settings import Settings
from recoupe.dossier.web.tasks import Tasks
from recoupe.errors import ReadOnlyError
from recoupe.export.masking.kept import MaskedStore
from recoupe.languages import available
from recoupe.store import Readable, Store
from recoupe.store.remembering import Remembered

LANGUAGE: Final = "recoupe_language"
AUTHOR: Final = "recoupe_author"
"""Cookies of what a person chose."""
_SEEN: Final = 60
"""Pages of stories that are remembered, each in one language: 1 MB each at most."""


class Desk:
    """The casefile on the desk, with what guards it and how it is served.

    ``masked`` is the casefile where it is shown masked: nothing can be written to it then.
    """

    def __init__(self, store: Store | MaskedStore, settings: Settings, guard: Guard) -> None:
        self.store: Readable = store
        self.masked = store if isinstance(store, MaskedStore) else None
        self._keeps = None if isinstance(store, MaskedStore) else store
        self.settings = settings
        self.guard = guard
        self.tasks = Tasks()
        self.stories: Remembered[StoryPage] = Remembered(_SEEN)

    @property
    def keeps(self) -> Store:
        """The casefile to write to; raise :class:`ReadOnlyError` where nothing can be kept."""
        if self._keeps is None or not self._keeps.may_write:
            raise ReadOnlyError("nothing can be written here", remedy="ask who keeps the casefile")
        return self._keeps

    def view(self, request: Request) -> View:
        """Return who looks, and in which language: as chosen, as the browser asks, or as set."""
        asked = request.headers.get("accept-language", "")
        wanted = [part.split(";")[0].split("-")[0].strip().lower() for part in asked.split(",")]
        chosen = request.cookies.get(LANGUAGE, "")
        spoken = [code for code in (chosen, *wanted) if code in available()]
        language = spoken[0] if spoken else self.settings.language
        author = " ".join(unquote(request.cookies.get(AUTHOR, "")).split())
        who = (author or self.settings.author) if self.store.may_write else None
        if self.masked is None:
            return View(language, WebAddresses(), who)
        note = masked_note(self.masked.masked, language)
        return View(language, WebAddresses(self.masked.gives), who, note)

    def render(self, request: Request, template: str, **facts: object) -> str:
        """Return the page that ``template`` makes of ``facts`` for whoever asks."""
        view = self.view(request)
        shown = {
            "view": view,
            "to": view.addresses,
            "form_token": self.guard.token(),
            "languages": available(),
            "here": _here(request),
            "done": done(self.store, request.query_params.get(DONE)) if view.author else None,
            **facts,
        }
        return render_linked(template, view.language, shown)


def _here(request: Request) -> str:
    """Return where a form of this page leads back to: the page as it was asked for."""
    if request.method != "GET":
        return "/"
    query = request.url.query
    return without(f"{request.url.path}?{query}" if query else request.url.path)


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that a request came to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)  # noqa: S101
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
