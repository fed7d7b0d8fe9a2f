"""Warming up: what the first page would wait for, loaded while nobody waits."""

from __future__ import annotations

import threading

from recoupe.dossier import wording
from recoupe.dossier.charts.outlines import Window, outlines
from recoupe.dossier.crosscheck import wordings
from recoupe.dossier.rendering import prepare
from recoupe.languages import available


def warm_up() -> None:
    """Load templates, words, calendars and outlines, beside whatever else is done."""
    threading.Thread(target=_load, name="warming up", daemon=True).start()


def _load() -> None:
    prepare()
    for language in available():
        wordings(language)
        wording.words(language)
        wording.dossier_words(language)
        wording.day("2022-05-04", language)
        wording.number(1, language)
    list(outlines(Window(0, 0, 0, 0)))
