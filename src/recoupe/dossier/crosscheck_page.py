"""The page of a cross-check: stories, findings with the words on every side, and lineage."""

from __future__ import annotations

from recoupe.dossier.crosscheck import Places, shown, wordings
from recoupe.dossier.rendering import Links, render, static
from recoupe.model import CrossCheck


def crosscheck_page(
    check: CrossCheck,
    language: str = "en",
    *,
    places: Places | None = None,
    note: str | None = None,
) -> str:
    """Return one self-contained page that works without scripts, in print and on a phone.

    Words lead to where ``places`` say that a page shows them; ``note`` stands at the foot.
    Raises :class:`UnknownLanguageError` for a language without a pack.
    """
    stories = [
        story
        for story in shown(check, language, places)
        if len(story.reports) > 1 or story.findings
    ]
    return render(
        "crosscheck.html",
        language=language,
        links=Links(index="index.html" if places else None, note=note),
        rules=static("crosscheck.css"),
        check=wordings(language).check,
        stories=stories,
        reviewed=any(finding.standing for finding in check.findings),
        reports=check.reports,
        places=places or {},
    )
