"""Making: the HTML of every page of a dossier, each when a link first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from recoupe.dossier.files.addresses import FileAddresses
from recoupe.dossier.files.finder import Finder
from recoupe.dossier.files.names import Kind, PageFile, way
from recoupe.dossier.files.plan import Plan
from recoupe.dossier.pages.case import STORIES, case_page
from recoupe.dossier.pages.quality import quality_page
from recoupe.dossier.pages.report import COPIES, Wanted, report_page
from recoupe.dossier.pages.speaker import STATEMENTS, Asked, outlet_page, speaker_page
from recoupe.dossier.pages.statement import statement_page
from recoupe.dossier.pages.story import story_page
from recoupe.dossier.pages.view import View
from recoupe.dossier.rendering import Links, render_linked
from recoupe.errors import StoreError
from recoupe.model import Stance
from recoupe.store import Readable

STATIC: Final = "static/"
"""The folder of styles and scripts within a dossier."""
POLICY: Final = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What pages on a disk may do: their own files and nothing inline. 'self' alone lets Chromium load
nothing beside a page that is opened from a disk, for such a page has no origin."""

_TEMPLATES: Final[Mapping[Kind, str]] = {
    "case": "case.html",
    "quality": "quality.html",
    "story": "story.html",
    "report": "report.html",
    "statement": "statement_page.html",
    "speaker": "speaker.html",
    "outlet": "outlet.html",
}

Progress = Callable[[str, int, int], None]
"""Is told what is done, how many of it are done, and how many there are so far."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is handed over: a casefile as ``store`` shows it, in one language.

    ``note`` stands at the foot of every page, ``masked`` at the head, where anything is masked.
    ``keep`` writes captured bytes into the dossier, and returns the path of their file, ``None``
    for bytes that are not to be in it.
    """

    store: Readable
    language: str
    note: str
    masked: str | None = None
    keep: Callable[[str], str | None] = lambda _sha256: None


def pages_of(dossier: Dossier, progress: Progress) -> Iterator[tuple[PageFile, str]]:
    """Yield every page that can be reached from the first, as HTML.

    Of a page that comes twice, the second is whole. A page of something that is not there any more
    says so, as it does in the application.
    """
    plan = Plan()
    finder = Finder(dossier.store)
    plan.want(PageFile("case"))
    for page in plan.pages():
        yield page, _written(dossier, page, FileAddresses(page.path, plan, finder, dossier.keep))
        progress("pages written", plan.written, plan.wanted)


def _written(dossier: Dossier, page: PageFile, to: FileAddresses) -> str:
    view = View(dossier.language, to, masked=dossier.masked)
    template = _TEMPLATES[page.kind]
    facts: dict[str, object] = {}
    try:
        facts["page"] = _made(dossier, page, view)
    except StoreError as error:
        template, facts["error"] = "error.html", error
    shown = {
        **facts,
        "view": view,
        "to": to,
        "links": Links(note=dossier.note),
        "static": way(page.path, STATIC),
        "policy": POLICY,
    }
    return render_linked(template, dossier.language, shown)


def _made(dossier: Dossier, page: PageFile, view: View) -> object:
    """Return what a page shows; raise :class:`StoreError` where there is nothing to show."""
    store, before = dossier.store, page.number - 1
    makers: Mapping[Kind, Callable[[], object]] = {
        "case": lambda: case_page(store, None, offset=before * STORIES),
        "quality": lambda: quality_page(store),
        "story": lambda: story_page(store, view, page.id, page=page.number),
        "report": lambda: report_page(store, view, page.id, _wanted(page)),
        "statement": lambda: statement_page(store, view, page.id),
        "speaker": lambda: speaker_page(store, view, page.id, _asked(page)),
        "outlet": lambda: outlet_page(store, view, page.id, offset=before * STATEMENTS),
    }
    return makers[page.kind]()


def _wanted(page: PageFile) -> Wanted:
    before = (page.number - 1) * COPIES
    if page.narrowed == "taken":
        return Wanted(taken=before)
    if page.narrowed == "given":
        return Wanted(given=before)
    return Wanted(part=page.number)


def _asked(page: PageFile) -> Asked:
    return Asked(
        stance=cast("Stance", page.value) if page.narrowed == "stance" else None,
        story=page.value if page.narrowed == "story" else None,
        offset=(page.number - 1) * STATEMENTS,
    )
