"""A statement: its words in context, who says it, what stands against it, and its reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.dossier.marks import Mark, Piece, cut
from recoupe.dossier.pages.history import ReviewLine, history, of_record
from recoupe.dossier.pages.reading import Setting, Shown, inferred_from, shown
from recoupe.dossier.pages.stretches import Stretch
from recoupe.dossier.pages.view import View
from recoupe.dossier.wording import masked
from recoupe.errors import StoreError
from recoupe.model import (
    Article,
    Entity,
    EntityKind,
    Event,
    Figure,
    Reading,
    Record,
    Reviewed,
    Span,
    Statement,
    StatementChangeKind,
)
from recoupe.store import Readable
from recoupe.store.answers import Held, Side
from recoupe.store.records import ReviewedReading, Version

AROUND: Final = 600
"""Characters of the text that are shown on either side of a statement."""
OTHERS: Final = 30
"""Positions of other parties that are shown, of all findings together."""

Relation = Literal["denies", "denied_by", "beside"]


@dataclass(frozen=True, slots=True)
class Facing:
    """A position of somebody on a matter that the statement is part of, and how they stand."""

    relation: Relation
    side: Side


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding that a statement has part in: its own position, and those that face it."""

    own: Held
    facing: tuple[Facing, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What became of a statement in another version of its report; ``words`` are those there."""

    number: int
    article: str
    kind: StatementChangeKind
    statement: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Near:
    """What else the report has that bears on a statement.

    ``within`` is what reports it, ``holds`` what it reports; ``denies`` and ``denied_by`` are
    statements on the same event; ``previous`` and ``following`` those beside it in the text.
    """

    speaker: Entity | None
    within: Statement | None
    holds: tuple[Statement, ...]
    via: tuple[Entity, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    denies: tuple[Statement, ...]
    denied_by: tuple[Statement, ...]
    previous: Statement | None
    following: Statement | None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """What the page of a statement shows.

    ``pieces`` are the text round it with all marks; ``before`` and ``after`` say whether the text
    goes on there. ``party`` is who says it across reports. ``newest_review`` is the id of the last
    review of it, empty where there is none. ``masked`` is what an export says in the speaker's
    place, were it protected. ``gone`` says that people took it out.
    """

    statement: Statement
    article: Article
    shown: Shown
    number: int | None
    pieces: tuple[Piece, ...]
    before: bool
    after: bool
    inferred: str | None
    mark: Reviewed | None
    party: str | None
    near: Near
    matters: tuple[Matter, ...]
    elsewhere: tuple[Elsewhere, ...]
    version: int
    reviews: tuple[ReviewLine, ...]
    newest_review: str
    gone: bool
    masked: str

    @property
    def source(self) -> str:
        """The outlet of the report, or else what was typed to get it."""
        return self.article.outlet or self.article.input


def statement_page(store: Readable, view: View, id_: str) -> StatementPage:
    """Return the page of a statement; of one that people took out, too.

    Raises :class:`StoreError` where there is no such statement.
    """
    target = store.locate(id_)
    if target.kind != "statement" or target.report is None or target.article is None:
        raise StoreError("this is no statement", where=id_, remedy="look for it in the search")
    kept = store.reading(target.article)
    statement = _statement(kept, id_)
    setting = Setting(
        view.language,
        view.addresses,
        parties=store.parties_of(target.article),
        marks=kept.marks,
        away=True,
    )
    start, end = _around(kept.reading.article, statement)
    told = shown(kept.reading, setting, stretch=Stretch(start, end))
    reviews = tuple(store.reviews(target.report))
    own = of_record(reviews, id_, kept.marks[id_].reviews if id_ in kept.marks else ())
    versions = store.versions(target.report)
    return StatementPage(
        statement=statement,
        article=kept.reading.article,
        shown=told,
        number=told.refs[id_].number if id_ in told.refs else None,
        pieces=_pieces(told, statement),
        before=start > 0,
        after=end < len(kept.reading.article.text),
        inferred=inferred_from(statement),
        mark=kept.marks.get(id_),
        party=setting.parties.get(id_),
        near=_near(kept.reading, statement),
        matters=_matters(store, id_),
        elsewhere=tuple(_elsewhere(versions, id_, target.article)),
        version=next(one.number for one in versions if one.article == target.article),
        reviews=history(own, kept.reading.article),
        newest_review=next((one.id for one in reversed(reviews) if one.target == id_), ""),
        gone=id_ not in told.refs,
        masked=masked(_kind(kept.reading, statement), view.language),
    )


def _kind(reading: Reading, statement: Statement) -> EntityKind:
    found = (one.kind for one in reading.entities if one.id == statement.speaker)
    return next(found, "other")


def _statement(kept: ReviewedReading, id_: str) -> Statement:
    """Return a statement that stands in a reading, or that people took out of it."""
    found: Record | None = kept.rejected.get(id_)
    for one in kept.reading.statements:
        if one.id == id_:
            found = one
    if not isinstance(found, Statement):
        raise StoreError(
            "nobody finds this statement any more",
            where=id_,
            remedy="open its report: what was reviewed there is in its review history",
        )
    return found


def _around(article: Article, statement: Statement) -> tuple[int, int]:
    """Return the stretch of text round a statement, from a word to a word."""
    spans = (*statement.content, *statement.cue, *statement.source)
    start = max(0, min(span.start for span in spans) - AROUND)
    end = min(len(article.text), max(span.end for span in spans) + AROUND)
    if start > 0:
        start = article.text.find(" ", start, start + AROUND // 4) + 1 or start
    if end < len(article.text):
        found = article.text.rfind(" ", end - AROUND // 4, end)
        end = found if found >= 0 else end
    return start, end


def _pieces(told: Shown, statement: Statement) -> tuple[Piece, ...]:
    """Return the stretch of text that is shown, with the statement framed in it."""
    frame = [Mark(span.start, span.end, "words", "") for span in statement.content]
    here = told.stretch
    return cut(told.article.text, here.start, here.end, [*frame, *told.marks])


def _near(reading: Reading, statement: Statement) -> Near:
    by_id = {one.id: one for one in reading.statements}
    entities = {one.id: one for one in reading.entities}
    order = [one.id for one in reading.statements]
    at = order.index(statement.id) if statement.id in by_id else None
    events = [one for one in reading.events if _concerns(one, statement)]
    denied = [id_ for one in events if statement.id in one.according_to for id_ in one.denied_by]
    denies = [id_ for one in events if statement.id in one.denied_by for id_ in one.according_to]
    return Near(
        speaker=entities.get(statement.speaker or ""),
        within=by_id.get(statement.within or ""),
        holds=tuple(one for one in reading.statements if one.within == statement.id),
        via=tuple(entities[id_] for id_ in statement.via if id_ in entities),
        figures=tuple(one for one in reading.figures if _has(statement, one)),
        events=tuple(events),
        denies=_distinct(denies, by_id),
        denied_by=_distinct(denied, by_id),
        previous=by_id[order[at - 1]] if at else None,
        following=by_id[order[at + 1]] if at is not None and at + 1 < len(order) else None,
    )


def _distinct(ids: Sequence[str], by_id: Mapping[str, Statement]) -> tuple[Statement, ...]:
    return tuple(by_id[id_] for id_ in dict.fromkeys(ids) if id_ in by_id)


def _has(statement: Statement, figure: Figure) -> bool:
    return figure.according_to == statement.id or _holds(statement, figure.span)


def _concerns(event: Event, statement: Statement) -> bool:
    told = (*event.according_to, *event.denied_by)
    return statement.id in told or _holds(statement, event.trigger)


def _holds(statement: Statement, span: Span) -> bool:
    return any(content.contains(span) for content in statement.content)


def _matters(store: Readable, id_: str) -> tuple[Matter, ...]:
    """Return the findings that a statement has part in, each with the positions that face it."""
    own = store.positions_of([id_]).get(id_, ())
    first = {held.finding: held for held in reversed(own)}
    ours = {held.id for held in own}
    page = store.positions(findings=list(first), limit=OTHERS + len(ours))
    others = [held for held in page.positions if held.id not in ours]
    told = store.sides(others, each=1)
    return tuple(
        Matter(
            held,
            tuple(
                Facing(_relation(held, one), told[one.id])
                for one in others
                if one.finding == held.finding
            ),
        )
        for held in dict.fromkeys(first[one.finding] for one in own)
    )


def _relation(own: Held, other: Held) -> Relation:
    """Return how two positions on one matter stand to each other: only a denial sets them apart."""
    if (own.stance == "denies") == (other.stance == "denies"):
        return "beside"
    return "denies" if own.stance == "denies" else "denied_by"


def _elsewhere(versions: Sequence[Version], id_: str, article: str) -> Iterator[Elsewhere]:
    """Yield what became of a statement in the versions before and after that of its article."""
    at = next(place for place, one in enumerate(versions) if one.article == article)
    follow: str | None = id_
    for version in reversed(versions[: at + 1]):
        if version.change is None or follow is None:
            break
        told = next((one for one in version.change.statements if one.after == follow), None)
        if told is None:
            break
        older = versions[version.number - 2]
        yield Elsewhere(older.number, older.article, told.kind, told.before, told.words_before)
        follow = told.before
    follow = id_
    for version in versions[at + 1 :]:
        if version.change is None or follow is None:
            break
        told = next((one for one in version.change.statements if one.before == follow), None)
        if told is None:
            break
        yield Elsewhere(version.number, version.article, told.kind, told.after, told.words_after)
        follow = told.after
