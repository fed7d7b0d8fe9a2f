"""The page of a cross-check: stories, findings with the words on every side, and lineage."""

from __future__ import annotations

from recoupe.dossier.crosscheck import shown, wordings
from recoupe.dossier.rendering import Links, render, static
from recoupe.model import CrossCheck


def crosscheck_page(check: CrossCheck, language: str = "en") -> str:
    """Return one self-contained page that works without scripts, in print and on a phone.

    Raises :class:`UnknownLanguageError` for a language without a pack.
    """
    stories = [
        story for story in shown(check, language) if len(story.reports) > 1 or story.findings
    ]
    return render(
        "crosscheck.html",
        language=language,
        links=Links(),
        rules=static("crosscheck.css"),
        check=wordings(language).check,
        stories=stories,
        reviewed=any(finding.standing for finding in check.findings),
        reports=check.reports,
        places={},
    )
