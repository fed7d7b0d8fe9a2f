"""The page of one report: the article with every statement marked, and everything read in it.

One file that asks nothing of any other: no address is fetched, the one style and the one script
are allowed by their hashes and everything else is forbidden (Content Security Policy Level 3,
section 2.3.1), and whatever comes from the report is escaped.
"""

from __future__ import annotations

from typing import Final

from recoupe.dossier.pages.reading import Setting, Shown, shown
from recoupe.dossier.placing import anchor
from recoupe.dossier.rendering import Links, render
from recoupe.dossier.wording import title_of, updated
from recoupe.model import Reading

MANY: Final = 200
"""Statements from which on the browser would take seconds over a rule for each (measured: 0.6 s
to open a page of 200, 11 s one of 800)."""


def reading_page(reading: Reading, *, links: Links | None = None) -> str:
    """Return the page of ``reading`` as HTML, in the language of the report.

    ``links`` says where the capture and the index are, if there are any.
    """
    language = reading.article.language
    told = shown(reading, Setting(language))
    return render(
        "reading.html",
        language=language,
        links=links or Links(),
        rules=_rules(told),
        script="page.js",
        shown=told,
        title=title_of(reading.article),
        updated=updated(reading.article),
    )


def _rules(told: Shown) -> str:
    """Return the rules that show all of a statement, and its row, when either is the target.

    Beyond :data:`MANY` there are none: then the style sheet shows the first part of the target,
    and the script all of it.
    """
    if len(told.whole.statements) > MANY:
        return ""
    rows = [told.refs[statement.id].row for statement in told.whole.statements]
    return "\n".join(
        f":root:has(#{anchor(row)}:target,#{row}:target) :is(.of-{row},#{row})"
        "{background:var(--chosen)}"
        for row in rows
    )
