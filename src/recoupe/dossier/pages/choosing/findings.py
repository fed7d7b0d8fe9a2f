"""Joining a finding with others of its story, and parting words from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.comparison.judging import borne_out_by
from recoupe.dossier import wording
from recoupe.dossier.crosscheck import Wordings, wordings
from recoupe.dossier.pages.choosing.choices import Choice, Choices, narrowed
from recoupe.dossier.pages.happened import support_of
from recoupe.dossier.pages.history import ReviewLine
from recoupe.dossier.pages.reviewing import story_reviews
from recoupe.dossier.pages.view import View
from recoupe.errors import StoreError
from recoupe.model import Figure, Finding, Position, ReportEntry, Said
from recoupe.store import Store
from recoupe.store.records import Stood


@dataclass(frozen=True, slots=True)
class Part:
    """What one party says in a finding, as words that can be taken out of it."""

    party: str
    stance: str
    number: str
    words: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FindingWork:
    """What can be done with a finding: others to join it with, words to part from it."""

    id: str
    story: str
    story_title: str
    kind: str
    matter: str
    others: Choices
    parts: tuple[Part, ...]
    reviews: tuple[ReviewLine, ...]
    newest_review: str


def finding_work(store: Store, view: View, id_: str, asked: str = "") -> FindingWork:
    """Return what can be done with a finding; ``asked`` are words of those to join it with.

    Raises :class:`StoreError` where there is no such finding now.
    """
    finding = store.finding(id_)
    if finding.standing == "rejected":
        raise StoreError(
            "this finding is rejected", where=id_, remedy="take the rejection back first"
        )
    facts = store.story_facts(finding.story, findings=range(0))
    words = wordings(view.language)
    entries = {one.id: one for one in facts.reports}
    said = story_reviews(store, finding.story, entries.keys(), [id_])
    return FindingWork(
        id=id_,
        story=finding.story,
        story_title=wording.plain_line(facts.title or facts.id),
        kind=words.check.kinds[finding.kind],
        matter=wording.plain_line(finding.matter),
        others=narrowed(_others(finding, facts.stood, view, words), asked),
        parts=tuple(_parts(store, finding, entries, view, words)),
        reviews=said.of[id_],
        newest_review=said.newest[id_],
    )


def _others(
    finding: Finding, stood: Sequence[Stood], view: View, words: Wordings
) -> Iterator[Choice]:
    """Yield the findings that this one can be joined with, those of the same parties first."""
    of: dict[str, list[Stood]] = {}
    for one in stood:
        if one.finding != finding.id and one.what == finding.about.what:
            of.setdefault(one.finding, []).append(one)
    own = {one.party_id or one.party for one in finding.positions}

    def apart(some: Sequence[Stood]) -> int:
        return -len(own & {one.party_id or one.party for one in some})

    for id_, some in sorted(of.items(), key=lambda item: apart(item[1])):
        yield Choice(
            id_,
            wording.plain_line(some[0].matter),
            (words.check.kinds[some[0].kind], *(_told(one, words) for one in some[:4])),
            view.addresses.story(finding.story, finding=id_),
        )


def _told(one: Stood, words: Wordings) -> str:
    stance = wording.words(words.language).stances[one.stance]
    number = wording.bounds_of(one.low, one.high, words.language)
    told = " ".join(part for part in (wording.plain_line(one.party), stance, number) if part)
    return f"{told} ({support_of(one, words)})"


def _parts(
    store: Store,
    finding: Finding,
    entries: Mapping[str, ReportEntry],
    view: View,
    words: Wordings,
) -> Iterator[Part]:
    """Yield what can be taken out: who only stands beside a number has no part in it."""
    figures: dict[str, tuple[Figure, ...]] = {}
    takes_part = set(borne_out_by(finding))
    for position in finding.positions:
        if takes_part.isdisjoint(position.said):
            continue
        for said in position.said:
            if said.statement is None and said.report not in figures:
                figures[said.report] = store.reading(said.report).reading.figures
        yield _part(position, figures, entries, view, words)


def _part(
    position: Position,
    figures: Mapping[str, tuple[Figure, ...]],
    entries: Mapping[str, ReportEntry],
    view: View,
    words: Wordings,
) -> Part:
    found: dict[str, Choice] = {}
    for said in position.said:
        one = _words(said, figures, entries, view, words)
        found.setdefault(one.id, one)
    return Part(
        wording.plain_line(position.party),
        wording.words(words.language).stances[position.stance],
        wording.bounds_of(position.low, position.high, words.language),
        tuple(found.values()),
    )


def _words(
    said: Said,
    figures: Mapping[str, tuple[Figure, ...]],
    entries: Mapping[str, ReportEntry],
    view: View,
    words: Wordings,
) -> Choice:
    """Return words as they can be taken out: a statement, a figure, else all of a report."""
    entry = entries[said.report]
    report = wording.plain_line(entry.outlet or entry.title or entry.input)
    day = wording.day(entry.published, words.language)
    details = tuple(part for part in (report, day) if part)
    same = (one.id for one in figures.get(said.report, ()) if one.span == said.span)
    id_ = said.statement or next(same, said.report)
    if id_ == said.report:
        whole = wording.dossier_words(words.language).working.whole_report
        details = (*details, whole)
    return Choice(
        id_,
        wording.plain_line(said.span.text),
        details,
        view.addresses.report(said.report, words=(said.span.start, said.span.end)),
        entry.language,
    )
