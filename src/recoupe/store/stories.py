"""The kept cross-check, asked: stories, findings and lineage, a page at a time or all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from recoupe.errors import StoreError
from recoupe.model import Article, Derivation, Finding, Story
from recoupe.store import lookup
from recoupe.store.checks import Came, came_of, json_of, record
from recoupe.store.documented import articles_in, documents
from recoupe.store.records import FindingPage, KeptStory, StoryPage
from recoupe.store.rows import article_of
from recoupe.store.schema import (
    articles,
    checks,
    derivations,
    findings,
    position_words,
    positions,
    stories,
    story_reports,
)

_TOGETHER: Final = 50
"""Stories whose reports are fetched together."""

ItemT = TypeVar("ItemT")


def stories_of(connection: Connection, ids: Select[Any] | Sequence[str]) -> Iterator[Story]:
    """Yield the kept stories with these ids, by number."""
    wanted = select(stories.c.id, stories.c.document, stories.c.sha256).where(stories.c.id.in_(ids))
    rows = connection.execute(wanted.order_by(stories.c.number)).all()
    for some in _parts(rows, _TOGETHER):
        values = [json_of(row.document, row.sha256, f"stories {row.id}") for row in some]
        texts = texts_of(connection, [row.id for row in some])
        for row, value in zip(some, values, strict=True):
            yield record(Story, value, texts, f"stories {row.id}")


def came_to(connection: Connection, told: Sequence[Story]) -> Iterator[tuple[Story, Came]]:
    """Yield what each of some kept stories came to, in order; one not checked came to nothing."""
    for some in _parts(told, _TOGETHER):
        ids = [story.id for story in some]
        texts = texts_of(connection, ids)
        wanted = select(checks.c.story, checks.c.document, checks.c.sha256)
        rows = {row.story: row for row in connection.execute(wanted.where(checks.c.story.in_(ids)))}
        for story in some:
            row = rows.get(story.id)
            yield story, Came() if row is None else _came(row, texts)


def _came(row: Any, texts: dict[str, Article]) -> Came:  # noqa: ANN401 - a row of checks
    where = f"checks {row.story}"
    return came_of(json_of(row.document, row.sha256, where), texts, where)


def texts_of(connection: Connection, ids: Sequence[str]) -> dict[str, Article]:
    """Return the articles of some kept stories, by id."""
    within = select(story_reports.c.article).where(story_reports.c.story.in_(ids))
    wanted = lookup.articles_with_captures().where(articles.c.id.in_(within))
    return {row.id: article_of(row) for row in connection.execute(wanted)}


def story(connection: Connection, id_: str) -> KeptStory:
    """Return a kept story; raise :class:`StoreError` if there is none with this id."""
    found = _kept_stories(connection, _stories().where(stories.c.id == id_))
    if not found:
        raise no_such_story(id_)
    return found[0]


def no_such_story(id_: str) -> StoreError:
    """Return the error that there is no story with this id."""
    return StoreError(
        "there is no such story now",
        where=id_,
        remedy="bring the cross-check up to date: recoupe check CASE",
    )


def story_page(connection: Connection, *, report: str | None, limit: int, offset: int) -> StoryPage:
    """Return one page of the stories, newest first: all, or those that a report is in."""
    wanted = _stories()
    if report is not None:
        own = select(story_reports.c.story).where(story_reports.c.article.in_(_versions(report)))
        wanted = wanted.where(stories.c.id.in_(own))
    total = connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    newest = (func.coalesce(stories.c.starts, "").desc(), stories.c.id)
    found = _kept_stories(connection, wanted.order_by(*newest).limit(limit).offset(offset))
    return StoryPage(found, total, offset + len(found) < total)


def _stories() -> Select[Any]:
    return select(
        stories.c.id, checks.c.findings, checks.c.contested, checks.c.checked_at
    ).outerjoin(checks, checks.c.story == stories.c.id)


def _kept_stories(connection: Connection, wanted: Select[Any]) -> tuple[KeptStory, ...]:
    rows = connection.execute(wanted).all()
    told = {one.id: one for one in stories_of(connection, [row.id for row in rows])}
    return tuple(
        KeptStory(told[row.id], row.findings or 0, row.contested or 0, row.checked_at)
        for row in rows
    )


def finding_page(
    connection: Connection,
    *,
    limit: int,
    offset: int,
    story: str | None = None,
    report: str | None = None,
    party: str | None = None,
    kind: str | None = None,
) -> FindingPage:
    """Return one page of the findings that fit all that is asked for.

    Those of the newest story come first, and of one story the most pressing.
    """
    fits: list[ColumnElement[bool]] = []
    if story is not None:
        fits.append(findings.c.story == story)
    if kind is not None:
        fits.append(findings.c.kind == kind)
    if party is not None:
        own = select(positions.c.finding).where(positions.c.party == party)
        fits.append(findings.c.id.in_(own))
    if report is not None:
        of_words = (
            select(positions.c.finding)
            .join(position_words, position_words.c.position == positions.c.id)
            .where(position_words.c.article.in_(_versions(report)))
        )
        fits.append(findings.c.id.in_(of_words))
    counted = select(func.count()).select_from(findings).where(*fits)
    total = connection.execute(counted).scalar_one()
    wanted = (
        select(findings.c.id, findings.c.story, findings.c.turn)
        .join(stories, stories.c.id == findings.c.story)
        .where(*fits)
        .order_by(func.coalesce(stories.c.starts, "").desc(), stories.c.id, findings.c.turn)
    )
    rows = connection.execute(wanted.limit(limit).offset(offset)).all()
    told = _unpacked(connection, rows)
    return FindingPage(tuple(told[row.id] for row in rows), total, offset + len(rows) < total)


def _unpacked(connection: Connection, rows: Iterable[Any]) -> dict[str, Finding]:
    """Return the findings of some rows, by id; of what their stories came to, these alone."""
    turns: dict[str, list[int]] = {}
    for row in rows:
        turns.setdefault(row.story, []).append(row.turn)
    found: dict[str, Finding] = {}
    for one in documents(connection, list(turns)):
        values = one.values("findings", turns[one.story])
        told = one.findings(turns[one.story], articles_in(connection, values))
        found.update((finding.id, finding) for finding in told)
    return found


def lineage_of(connection: Connection, report: str) -> tuple[Derivation, ...]:
    """Return every derivation of a report, and of others from it; each once."""
    own = _versions(report)
    wanted = select(derivations.c.story, derivations.c.turn).where(
        or_(derivations.c.article.in_(own), derivations.c.source.in_(own))
    )
    turns: dict[str, list[int]] = {}
    for row in connection.execute(wanted.order_by(derivations.c.story, derivations.c.turn)):
        turns.setdefault(row.story, []).append(row.turn)
    found: dict[Derivation, None] = {}
    for one in sorted(documents(connection, list(turns)), key=lambda one: one.story):
        values = one.values("lineage", turns[one.story])
        told = one.lineage(articles_in(connection, values), turns[one.story])
        found |= dict.fromkeys(told)
    return tuple(found)


def _versions(report: str) -> Select[Any]:
    """Return the question for the articles of a report, which its own id or one of these names."""
    return select(articles.c.id).where(or_(articles.c.id == report, articles.c.report == report))


def _parts(items: Iterable[ItemT], size: int) -> Iterator[list[ItemT]]:
    stream = iter(items)
    while part := list(islice(stream, size)):
        yield part
