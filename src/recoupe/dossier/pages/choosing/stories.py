"""Joining a story with others, and parting reports from it; and what a report copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from recoupe.dossier import wording
from recoupe.dossier.crosscheck import Wordings, wordings
from recoupe.dossier.pages.choosing.choices import Choice, Choices, narrowed
from recoupe.dossier.pages.history import ReviewLine, history
from recoupe.dossier.pages.reviewing import story_reviews, support_in_words
from recoupe.dossier.pages.view import View
from recoupe.model import ReportEntry
from recoupe.store import Store
from recoupe.store.answers import StoryLine

_FAR = 10**6
"""Days between stories of which one has no day."""


@dataclass(frozen=True, slots=True)
class StoryWork:
    """What can be done with a story: others to join it with, reports to part from it."""

    id: str
    title: str
    others: Choices
    reports: Choices
    reviews: tuple[ReviewLine, ...]
    newest_review: str


@dataclass(frozen=True, slots=True)
class CopiesWork:
    """What a report can be said to have its words from: the other reports of its stories."""

    article: str
    title: str
    others: Choices
    reviews: tuple[ReviewLine, ...]
    newest_review: str


def story_work(store: Store, view: View, id_: str, asked: str = "", of: str = "") -> StoryWork:
    """Return what can be done with a story; ``asked`` are words of others, ``of`` of its reports.

    Raises :class:`StoreError` where there is no such story.
    """
    facts = store.story_facts(id_, findings=range(0))
    words = wordings(view.language)
    lines = store.all_stories()
    names = {one.id: one.title or one.id for one in lines}
    names |= {one.id: one.title or one.input for one in facts.reports}
    said = story_reviews(store, id_, [one.id for one in facts.reports], names=names)
    own = next(one for one in lines if one.id == id_)
    near = sorted((one for one in lines if one.id != id_), key=lambda one: _apart(own, one))
    return StoryWork(
        id=id_,
        title=wording.plain_line(facts.title or id_),
        others=narrowed((_story(one, view, words) for one in near), asked),
        reports=narrowed(_reports(facts.reports, view, words), of),
        reviews=said.lines,
        newest_review=said.newest[id_],
    )


def copies_work(store: Store, view: View, article: str, asked: str = "") -> CopiesWork:
    """Return which reports an article can be said to have its words from.

    Raises :class:`StoreError` where there is no such article.
    """
    own = store.article(article)
    words = wordings(view.language)
    report = store.locate(article).report or article
    entries = {
        entry.id: entry
        for story in store.story_lines(article)
        for entry in store.story_facts(story.id, findings=range(0)).reports
        if entry.id != article
    }
    reviews = [
        one for one in store.reviews(report) if one.kind == "lineage" or one.action == "undo"
    ]
    lineage = [one for one in reviews if one.kind == "lineage" and one.target == report]
    ids = {one.id for one in lineage}
    return CopiesWork(
        article=article,
        title=wording.title_of(own),
        others=narrowed(_reports(entries.values(), view, words), asked),
        reviews=history(one for one in reviews if one.id in ids or one.target in ids),
        newest_review=lineage[-1].id if lineage else "",
    )


def _apart(own: StoryLine, other: StoryLine) -> tuple[int, bool]:
    """Return how far two stories are from each other: days between them, and another place."""
    elsewhere = not (own.place and other.place and own.place == other.place)
    days = _days(own, other)
    return days // (1 if elsewhere else 4), elsewhere


def _days(own: StoryLine, other: StoryLine) -> int:
    try:
        here = date.fromisoformat((own.starts or "")[:10])
        there = date.fromisoformat((other.starts or "")[:10])
    except ValueError:
        return _FAR
    return abs((here - there).days)


def _story(line: StoryLine, view: View, words: Wordings) -> Choice:
    days = dict.fromkeys(
        wording.day(day, words.language) for day in (line.starts, line.ends) if day
    )
    details = (line.place, " – ".join(days), support_in_words(line.support, words))
    return Choice(
        line.id,
        wording.plain_line(line.title or line.id),
        tuple(one for one in details if one),
        view.addresses.story(line.id),
    )


def _reports(entries: Iterable[ReportEntry], view: View, words: Wordings) -> Iterable[Choice]:
    for entry in sorted(entries, key=lambda one: (one.published or "9", one.id)):
        day = wording.day(entry.published, words.language)
        yield Choice(
            entry.id,
            wording.plain_line(entry.title or entry.input),
            tuple(one for one in (wording.plain_line(entry.outlet or ""), day) if one),
            view.addresses.report(entry.id),
            entry.language,
        )
