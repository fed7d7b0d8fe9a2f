"""What the page of a story is told from: light rows, its lineage, and some of its findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Select, Text, cast, func, select

from recoupe.model import Article, Derivation, Finding, Span
from recoupe.store import freshness, lookup
from recoupe.store.documented import Document, documents
from recoupe.store.records import Happening, Stood, StoryFacts
from recoupe.store.remembering import Remembered
from recoupe.store.schema import (
    articles,
    events,
    findings,
    parties,
    places,
    position_words,
    positions,
    reviews,
    stories,
    story_reports,
    times,
)
from recoupe.store.snapshot import entries
from recoupe.store.stories import no_such_story, texts_of

_NOBODY: Final = "[]"
"""An empty list, as a column of JSON has it: most are, and need not be read."""


_LETTERS: Final = 500
"""Letters of a document that weigh as much as one of these."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a check made of a story, which is so until another is kept, whatever people say.

    ``turns`` are the places of its findings in the document, the most pressing first; ``texts`` the
    articles of its reports, by id.
    """

    document: Document | None
    turns: tuple[int, ...]
    lineage: tuple[Derivation, ...]
    stood: tuple[Stood, ...]
    texts: Mapping[str, Article]

    @property
    def weight(self) -> int:
        """How much there is of it: positions, derivations and reports."""
        letters = len(self.document.plain) if self.document else 0
        return len(self.stood) + len(self.lineage) + len(self.texts) + letters // _LETTERS

    def findings(self, wanted: range) -> tuple[Finding, ...]:
        """Return the findings at these places of their order."""
        if self.document is None:
            return ()
        return self.document.findings(self.turns[wanted.start : wanted.stop], self.texts)


def facts(
    connection: Connection,
    story: str,
    wanted: range,
    compared: Remembered[Compared],
    told: Remembered[StoryFacts],
) -> StoryFacts:
    """Return what a story is told from, with those of its findings whose places are ``wanted``.

    ``compared`` keeps what a check made of stories until another is kept, ``told`` the rest for as
    long as the casefile is as it is now; findings are unpacked each time.
    Raises :class:`StoreError` where there is no such story.
    """
    check, state = freshness.kept(connection), freshness.exactly(connection)
    came = compared.get(story, check, lambda: _compared(connection, story))
    whole = told.get(story, state, lambda: _told(connection, story, state, came))
    return replace(whole, findings=came.findings(wanted))


def _compared(connection: Connection, story: str) -> Compared:
    document = next(documents(connection, [story]), None)
    texts = texts_of(connection, [story])
    turns = select(findings.c.turn).where(findings.c.story == story).order_by(findings.c.turn)
    return Compared(
        document=document,
        turns=tuple(connection.execute(turns).scalars()),
        lineage=document.lineage(texts) if document else (),
        stood=tuple(_stood(connection, story)),
        texts=texts,
    )


def _told(connection: Connection, story: str, state: str, came: Compared) -> StoryFacts:
    row = connection.execute(_story(story)).first()
    if row is None:
        raise no_such_story(story)
    said = {
        report: list(lookup.reviews_of_report(connection, report))
        for report in _spoken_of(connection, story)
    }
    return StoryFacts(
        state=state,
        id=story,
        title=row.title,
        start=row.starts,
        end=row.ends,
        place=row.place,
        guests=frozenset(connection.execute(_guests(story)).scalars()),
        findings=(),
        reports=tuple(entries(connection, articles.c.id.in_(_articles(story)), said)),
        lineage=came.lineage,
        stood=came.stood,
        happenings=tuple(_happenings(connection, story, came.texts)),
        turns=_turns(connection, {one.party_id for one in came.stood if one.party_id}),
    )


def findings_before(connection: Connection, story: str, finding: str) -> int | None:
    """Return how many findings of a story come before one; ``None`` where it has none such."""
    own = select(findings.c.turn).where(findings.c.story == story, findings.c.id == finding)
    turn = connection.execute(own).scalar()
    if turn is None:
        return None
    before = select(func.count()).where(findings.c.story == story, findings.c.turn < turn)
    return connection.execute(before).scalar_one()


def _story(story: str) -> Select[Any]:
    columns = (stories.c.title, stories.c.starts, stories.c.ends, stories.c.place)
    return select(*columns).where(stories.c.id == story)


def _guests(story: str) -> Select[Any]:
    return _articles(story).where(story_reports.c.guest)


def _articles(story: str) -> Select[Any]:
    return select(story_reports.c.article).where(story_reports.c.story == story)


def _spoken_of(connection: Connection, story: str) -> Sequence[str]:
    """Return the reports of a story of which people said something."""
    wanted = (
        select(articles.c.report)
        .where(articles.c.id.in_(_articles(story)), articles.c.report.in_(select(reviews.c.report)))
        .distinct()
    )
    return connection.execute(wanted).scalars().all()


def _stood(connection: Connection, story: str) -> Iterator[Stood]:
    """Yield every position of a story, in the order of its findings."""
    of_story = select(findings.c.id).where(findings.c.story == story)
    own = select(positions.c.id).where(positions.c.finding.in_(of_story))
    first = (
        select(func.min(position_words.c.number))
        .where(position_words.c.position.in_(own))
        .group_by(position_words.c.position)
    )
    wanted = (
        select(
            findings.c.id.label("finding"),
            findings.c.kind,
            findings.c.matter,
            findings.c.what,
            findings.c.counted,
            positions.c.party_name,
            positions.c.party,
            positions.c.stance,
            positions.c.low,
            positions.c.high,
            positions.c.reports,
            positions.c.origins,
            positions.c.first_said,
            positions.c.last_said,
            position_words.c.article,
            position_words.c.statement,
            position_words.c.start,
            position_words.c.end,
            position_words.c.words,
        )
        .select_from(findings)
        .join(positions, positions.c.finding == findings.c.id)
        .join(position_words, position_words.c.position == positions.c.id)
        .where(findings.c.story == story, position_words.c.number.in_(first))
        .order_by(findings.c.turn, positions.c.turn)
    )
    for row in connection.execute(wanted):
        values: Any = tuple(row)
        yield Stood(*values)


def _happenings(
    connection: Connection, story: str, texts: Mapping[str, Article]
) -> Iterator[Happening]:
    """Yield the events that the reports of a story tell of, in the order of adding."""
    columns = (
        events.c.id,
        events.c.article,
        events.c.start,
        events.c.end,
        events.c.type,
        cast(events.c.according_to, Text).label("according_to"),
        cast(events.c.denied_by, Text).label("denied_by"),
        events.c.hedged,
        events.c.negated,
        places.c.name.label("place"),
        places.c.lat,
        places.c.lon,
        places.c.precision_m,
        times.c.words.label("time"),
        times.c.starts,
        times.c.ends,
    )
    wanted = (
        select(*columns)
        .select_from(events)
        .outerjoin(places, places.c.id == events.c.place)
        .outerjoin(times, times.c.id == events.c.time)
        .where(events.c.article.in_(_articles(story)))
        .order_by(events.c.number)
    )
    for row in connection.execute(wanted):
        if row.article in texts:
            yield _happening(row, texts[row.article].span(row.start, row.end))


def _happening(row: Any, words: Span) -> Happening:  # noqa: ANN401 - a row
    return Happening(
        id=row.id,
        report=row.article,
        words=words,
        type=row.type,
        statement=None if row.according_to == _NOBODY else json.loads(row.according_to)[0],
        denied=row.denied_by != _NOBODY,
        hedged=row.hedged,
        negated=row.negated,
        place=row.place,
        lat=row.lat,
        lon=row.lon,
        precision_m=row.precision_m,
        time=row.time,
        start=row.starts,
        end=row.ends,
    )


def _turns(connection: Connection, own: Set[str]) -> dict[str, int]:
    """Return the turn of each of some parties among all of the case that take a position.

    They are counted from 0, in the order in which they came into the casefile.
    """
    taken = select(positions.c.party).where(positions.c.party.is_not(None))
    wanted = select(parties.c.id).where(parties.c.id.in_(taken)).order_by(parties.c.number)
    ordered = connection.execute(wanted).scalars()
    return {party: turn for turn, party in enumerate(ordered) if party in own}
