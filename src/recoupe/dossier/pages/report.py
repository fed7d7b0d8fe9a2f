"""A report: its text with what was read in it, its versions, copies, capture and reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.capture.mementos import Memento, memento_of
from recoupe.capture.warc.heads import HttpHead
from recoupe.dossier.crosscheck import wordings
from recoupe.dossier.pages.altering import Altered, VersionLine, altered, version_lines
from recoupe.dossier.pages.choosing.fields import Field, fields_of
from recoupe.dossier.pages.copying import Copies, copies_shown
from recoupe.dossier.pages.history import ReviewLine, history, newest
from recoupe.dossier.pages.reading import Setting, Shown, shown, starts_of
from recoupe.dossier.pages.showing import ShownLine, shown_lines
from recoupe.dossier.pages.stretches import Stretch, stretch_at, stretches
from recoupe.dossier.pages.view import View
from recoupe.dossier.wording import title_of, updated
from recoupe.errors import StoreError
from recoupe.model import RECORD_KINDS, Article, Reading, RecordKind, Review, Standing
from recoupe.store import Readable
from recoupe.store.addresses import page_address
from recoupe.store.answers import Captured, StoryLine
from recoupe.store.records import ReviewedReading
from recoupe.store.watched import WatchedPage

COPIES: Final = 20
"""Copies of a report, on either side, that one page shows."""
REVIEWS: Final = 50
"""Reviews that are shown, the newest; the others are counted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What part of a report is asked for.

    ``version`` is a number from 1, ``at`` the id of a record to show, ``words`` the start and end
    of words to mark, ``part`` the number of a part of a long text, from 1. ``taken`` and ``given``
    say how many copies to pass over.
    """

    version: int | None = None
    at: str | None = None
    words: tuple[int, int] | None = None
    part: int | None = None
    taken: int = 0
    given: int = 0


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What the page of one version of a report shows.

    ``made`` counts the records that people confirmed, corrected, added or rejected, ``gone`` the
    reviews whose words do not stand in this version. ``asked_for`` are words to mark,
    ``newest_review`` is the id of the last review of the report itself, ``newest_of_copies`` of
    what people said of its copies, each empty if there is none; ``protected`` is that which
    protects it. ``new`` are the fields of records that can be added, for whoever can. ``heads`` are
    the HTTP heads of the exchanges that it came by, by the ids of their records; ``memento`` is
    what another archive, from which it came, says of its own capture. ``watched`` is its page, if a
    list that is followed names it.
    """

    report: str
    article: Article
    title: str
    updated: str | None
    shown: Shown
    asked_for: tuple[int, int] | None
    versions: tuple[VersionLine, ...]
    altered: Altered | None
    taken: Copies
    given: Copies
    stories: tuple[StoryLine, ...]
    made: Mapping[Standing, int]
    reviews: tuple[ReviewLine, ...]
    all_reviews: int
    gone: int
    captured: Captured
    heads: Mapping[str, HttpHead]
    memento: Memento | None
    newest_review: str
    newest_of_copies: str
    protected: ReviewLine | None
    media: tuple[ShownLine, ...]
    new: tuple[tuple[RecordKind, tuple[Field, ...]], ...]
    watched: WatchedPage | None

    @property
    def here(self) -> VersionLine:
        """The version that is shown."""
        return next(line for line in self.versions if line.here)


def report_page(store: Readable, view: View, id_: str, wanted: Wanted | None = None) -> ReportPage:
    """Return the page of a report by its id (the latest version) or by that of an article.

    Raises :class:`StoreError` where there is no such report or version.
    """
    wanted = wanted or Wanted()
    target = store.locate(id_)
    if target.kind != "report" or target.report is None or target.article is None:
        raise StoreError("this is no report", where=id_, remedy="look for it in the search")
    versions = store.versions(target.report)
    article = target.article
    if wanted.version is not None:
        article = _numbered([one.article for one in versions], wanted.version, id_)
    kept = store.reading(article)
    lines = version_lines(versions, article)
    change = versions[_place(lines)].change
    words = wordings(view.language)
    captured, heads = store.captured(article), store.heads(article)
    reviews = tuple(store.reviews(target.report))
    told = _shown(store, view, kept, wanted)
    return ReportPage(
        report=target.report,
        article=kept.reading.article,
        title=title_of(kept.reading.article),
        updated=updated(kept.reading.article),
        shown=told,
        asked_for=_inside(wanted.words, kept.reading.article),
        versions=lines,
        altered=altered(change, lines, store.article(change.before), kept.reading.article)
        if change
        else None,
        taken=copies_shown(store, article, words, taken=True, limit=COPIES, offset=wanted.taken),
        given=copies_shown(store, article, words, taken=False, limit=COPIES, offset=wanted.given),
        stories=store.story_lines(article),
        made=_made(kept),
        reviews=history(reviews[-REVIEWS:], kept.reading.article),
        all_reviews=len(reviews),
        gone=len(kept.gone),
        captured=captured,
        heads=heads,
        memento=_memento(captured, heads),
        newest_review=newest(reviews, article),
        newest_of_copies=_newest_of_copies(reviews, target.report),
        protected=_protecting(reviews),
        media=shown_lines(store, kept.reading.article),
        new=tuple((kind, fields_of(kind, kept.reading, view.language)) for kind in RECORD_KINDS)
        if view.author
        else (),
        watched=_watched(store, kept.reading.article),
    )


def _watched(store: Readable, article: Article) -> WatchedPage | None:
    return store.watched(page_address(article.url)) if article.url else None


def _memento(captured: Captured, heads: Mapping[str, HttpHead]) -> Memento | None:
    held = next((one for one in captured.records if one.holds), None)
    head = heads.get(held.id) if held is not None else None
    return memento_of(head, held.url or "") if held is not None and head is not None else None


def _newest_of_copies(reviews: Sequence[Review], report: str) -> str:
    found = [one.id for one in reviews if one.kind == "lineage" and one.target == report]
    return found[-1] if found else ""


def _protecting(reviews: Sequence[Review]) -> ReviewLine | None:
    """Return the review in force that protects a report."""
    told = [
        one for one in reviews if one.action == "protect" and one.kind == "report" and one.in_force
    ]
    return history(told)[0] if told else None


def _numbered(articles: Sequence[str], number: int, where: str) -> str:
    if not 1 <= number <= len(articles):
        raise StoreError(f"there is no version {number} of it: it has {len(articles)}", where=where)
    return articles[number - 1]


def _place(lines: Sequence[VersionLine]) -> int:
    return next(at for at, line in enumerate(lines) if line.here)


def _shown(store: Readable, view: View, kept: ReviewedReading, wanted: Wanted) -> Shown:
    reading = kept.reading
    setting = Setting(
        language=view.language,
        addresses=view.addresses,
        parties=store.parties_of(reading.article.id),
        marks=kept.marks,
    )
    return shown(
        reading,
        setting,
        stretch=_stretch(reading, wanted),
        asked_for=_inside(wanted.words, reading.article),
    )


def _stretch(reading: Reading, wanted: Wanted) -> Stretch:
    """Return the part of a text that is asked for: the first, where nothing says which."""
    parts = stretches(reading)
    if wanted.part is not None:
        return parts[min(max(wanted.part, 1), len(parts)) - 1]
    if wanted.at is not None:
        return stretch_at(parts, starts_of(reading).get(wanted.at, 0))
    return stretch_at(parts, wanted.words[0] if wanted.words else 0)


def _inside(words: tuple[int, int] | None, article: Article) -> tuple[int, int] | None:
    """Return the words that were asked for, if they are in the text."""
    return words if words and 0 <= words[0] < words[1] <= len(article.text) else None


def _made(kept: ReviewedReading) -> dict[Standing, int]:
    counts = Counter(one.standing for one in kept.marks.values() if one.standing is not None)
    if kept.rejected:
        counts["rejected"] = len(kept.rejected)
    return dict(counts.most_common())
