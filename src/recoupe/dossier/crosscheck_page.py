"""The page of a cross-check: stories, findings with the words on every side, and lineage."""

from __future__ import annotations

from recoupe.dossier.crosscheck import shown, wordings
from recoupe.dossier.rendering import Links, render, static
from recoupe.model import CrossCheck


def crosscheck_page(check: CrossCheck, language: str = "en", *, note: str | None = None) -> str:
    """Return one self-contained page that works without scripts, in print and on a phone.

    ``note`` stands at its foot. Raises :class:`UnknownLanguageError` for a language without a pack.
    """
    stories = shown(check, language)
    return render(
        "crosscheck.html",
        language=language,
        links=Links(note=note),
        rules=static("crosscheck.css"),
        check=wordings(language).check,
        stories=[story for story in stories if len(story.reports) > 1],
        others=[story for story in stories if len(story.reports) == 1],
        shown_ids={story.story.id for story in stories if len(story.reports) > 1 or story.findings},
        reports=check.reports,
    )
