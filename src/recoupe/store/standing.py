"""The kept cross-check asked by its rows: where a statement, a party or a report stands in it.

Nothing is unpacked but the reasons of copies, so a page costs as little in a story of thousands of
reports as in one of ten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.engine import Row

from recoupe.store.answers import Held, HeldPage, HeldWords, Side, StoryLine
from recoupe.store.choosing import line_of
from recoupe.store.schema import (
    articles,
    checks,
    findings,
    position_words,
    positions,
    stories,
    story_reports,
)
from recoupe.store.sources import SOURCE, source_of, versions
from recoupe.store.weighing import supports

_ORDER: Final[tuple[ColumnElement[Any], ...]] = (
    func.coalesce(stories.c.starts, "").desc(),
    stories.c.id,
    findings.c.turn,
    func.coalesce(positions.c.first_said, "9"),
    positions.c.turn,
)
"""The newest story first, in it the most pressing finding, in that the earliest position."""


def held(
    connection: Connection,
    *,
    party: str | None = None,
    within: Sequence[str] | None = None,
    turned: bool = False,
    limit: int,
    offset: int,
) -> HeldPage:
    """Return one page of the positions of a party, those in some findings, or both.

    With ``turned`` only those on matters where one party has several: it said one thing, and then
    another.
    """
    fits: list[ColumnElement[bool]] = []
    if party is not None:
        fits.append(positions.c.party == party)
    if within is not None:
        fits.append(positions.c.finding.in_(within))
    if turned:
        several = select(positions.c.finding).where(*fits)
        grouped = several.group_by(positions.c.finding, positions.c.party)
        fits.append(positions.c.finding.in_(grouped.having(func.count() > 1)))
    counted = _positions(func.count()).where(*fits)
    total = connection.execute(counted).scalar_one()
    wanted = _positions(*_HELD).where(*fits).order_by(*_ORDER).limit(limit).offset(offset)
    found = tuple(_held(row) for row in connection.execute(wanted))
    return HeldPage(found, total, offset + len(found) < total)


def held_by_statements(
    connection: Connection, ids: Sequence[str]
) -> Mapping[str, tuple[Held, ...]]:
    """Return the positions that each of some statements bears out, by the statement's id."""
    wanted = (
        _positions(*_HELD, position_words.c.statement.label("statement"))
        .join(position_words, position_words.c.position == positions.c.id)
        .where(position_words.c.statement.in_(ids))
        .order_by(*_ORDER)
    )
    found: dict[str, dict[str, Held]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.statement, {}).setdefault(row.id, _held(row))
    return {id_: tuple(told.values()) for id_, told in found.items()}


def held_by_outlet(connection: Connection, outlet: str, *, limit: int, offset: int) -> HeldPage:
    """Return one page of what reports of an outlet say in their own voice, by its folded name."""
    own = (
        select(position_words.c.position)
        .join(articles, articles.c.id == position_words.c.article)
        .where(articles.c.outlet_folded == outlet, articles.c.latest)
    )
    fits = (positions.c.party.is_(None), positions.c.id.in_(own))
    total = connection.execute(_positions(func.count()).where(*fits)).scalar_one()
    wanted = _positions(*_HELD).where(*fits).order_by(*_ORDER).limit(limit).offset(offset)
    found = tuple(_held(row) for row in connection.execute(wanted))
    return HeldPage(found, total, offset + len(found) < total)


def sides(connection: Connection, of: Sequence[Held], *, each: int) -> Mapping[str, Side]:
    """Return some positions with the first words of at most ``each`` reports, by position id."""
    turn = func.row_number().over(
        partition_by=position_words.c.position,
        order_by=(func.coalesce(position_words.c.at, "9"), position_words.c.number),
    )
    first = (
        select(
            position_words.c.position,
            position_words.c.article,
            position_words.c.statement,
            position_words.c.start,
            position_words.c.end,
            position_words.c.words,
            turn.label("turn"),
            func.count().over(partition_by=position_words.c.position).label("all_of_it"),
        )
        .where(position_words.c.position.in_([one.id for one in of]))
        .subquery()
    )
    wanted = (
        select(first, *SOURCE)
        .join(articles, articles.c.id == first.c.article)
        .where(first.c.turn <= each)
        .order_by(first.c.position, first.c.turn)
    )
    words: dict[str, list[HeldWords]] = {}
    counts: dict[str, int] = {}
    for row in connection.execute(wanted):
        words.setdefault(row.position, []).append(_words(row))
        counts[row.position] = row.all_of_it
    return {
        one.id: Side(
            one,
            tuple(words.get(one.id, ())),
            counts.get(one.id, 0) - len(words.get(one.id, ())),
        )
        for one in of
    }


def story_lines(connection: Connection, report: str) -> tuple[StoryLine, ...]:
    """Return the stories that a report is in, newest first."""
    wanted = (
        select(stories, checks.c.findings, checks.c.contested, story_reports.c.guest)
        .join(story_reports, story_reports.c.story == stories.c.id)
        .outerjoin(checks, checks.c.story == stories.c.id)
        .where(story_reports.c.article.in_(versions(report)))
        .order_by(func.coalesce(stories.c.starts, "").desc(), stories.c.id)
    )
    rows = connection.execute(wanted).all()
    told = supports(connection, [row.id for row in rows])
    found: dict[str, StoryLine] = {}
    for row in rows:
        found.setdefault(row.id, line_of(row, told[row.id], guest=row.guest))
    return tuple(found.values())


_HELD: Final[tuple[ColumnElement[Any], ...]] = (
    *positions.c,
    findings.c.kind,
    findings.c.matter,
    stories.c.id.label("story"),
    stories.c.title.label("story_title"),
)


def _positions(*columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(positions)
        .join(findings, findings.c.id == positions.c.finding)
        .join(stories, stories.c.id == findings.c.story)
    )


def _held(row: Row[Any]) -> Held:
    return Held(
        id=row.id,
        finding=row.finding,
        story=row.story,
        story_title=row.story_title,
        kind=row.kind,
        matter=row.matter,
        party_name=row.party_name,
        party=row.party,
        stance=row.stance,
        low=row.low,
        high=row.high,
        reports=row.reports,
        origins=row.origins,
        first_said=row.first_said,
        last_said=row.last_said,
    )


def _words(row: Row[Any]) -> HeldWords:
    return HeldWords(source_of(row), row.statement, row.start, row.end, row.words)
