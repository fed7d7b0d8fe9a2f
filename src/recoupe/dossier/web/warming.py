"""Warming up: what the first page would wait for, loaded while nobody waits."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.addresses import WebAddresses
from recoupe.dossier.charts.outlines import Window, outlines
from recoupe.dossier.crosscheck import wordings
from recoupe.dossier.pages.story import story_page
from recoupe.dossier.pages.view import View
from recoupe.dossier.rendering import prepare
from recoupe.dossier.web.desk import Desk
from recoupe.errors import StoreError
from recoupe.languages import available

STORIES: Final = 20
"""Stories that are looked through beforehand: those of the first page."""


def warm_up(desk: Desk) -> None:
    """Load templates, words, calendars, outlines and stories, beside whatever else is done."""
    threading.Thread(target=_load, args=(desk,), name="warming up", daemon=True).start()


def _load(desk: Desk) -> None:
    load()
    with suppress(StoreError):  # whoever opens the page is told of it
        look_through(desk)


def look_through(desk: Desk) -> None:
    """Have the newest stories at hand, the largest first."""
    told = [one.story for one in desk.store.stories(limit=STORIES).stories]
    view = View(desk.settings.language, WebAddresses())
    for one in sorted(told, key=lambda story: -len(story.reports)):
        story_page(desk.store, view, one.id, tiles=desk.settings.tiles, seen=desk.stories)


def load() -> None:
    """Load what pages of every casefile need."""
    prepare()
    for language in available():
        wordings(language)
        wording.words(language)
        wording.dossier_words(language)
        wording.day("2022-05-04", language)
        wording.number(1, language)
    list(outlines(Window(0, 0, 0, 0)))
