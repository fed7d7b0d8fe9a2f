"""One state of a casefile, as it is to be checked, whatever others write meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select
from sqlalchemy.engine import Row

from recoupe.comparison.lineage.dating import Version
from recoupe.model import CrossCheck, Reading, ReportEntry, Review, Story
from recoupe.review import with_metadata
from recoupe.store import chain, lookup, schema, versions
from recoupe.store.checks import Came, json_of, record
from recoupe.store.freshness import BESIDE, bearing
from recoupe.store.published import WITHDRAWN_AS, is_silent
from recoupe.store.published import withdrawn as withdrawn_reports
from recoupe.store.rows import article_of
from recoupe.store.schema import articles, audit_log, cross_check, groupings, readings, reviews
from recoupe.store.stories import came_to, stories_of
from recoupe.story.features import Features
from recoupe.story.reviewed import Said
from recoupe.story.stories import Grouped


class Snapshot:
    """What a cross-check is made of, and the one that is kept; all of it at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def _state(self) -> Row[Any] | None:
        return self._connection.execute(select(cross_check)).first()

    @cached_property
    def _reviews_of_reports(self) -> Mapping[str, list[Review]]:
        return reviews_of_reports(self._connection)

    @property
    def number(self) -> int | None:
        """How often a cross-check was kept, ``None`` for never."""
        return None if self._state is None else self._state.number

    @property
    def code(self) -> str | None:
        """The hash of the program that made the kept cross-check."""
        return None if self._state is None else self._state.code

    @property
    def kept_log_number(self) -> int | None:
        """The line of the log that the kept cross-check is of."""
        return None if self._state is None else self._state.log_number

    @cached_property
    def log_number(self) -> int:
        """The last line of the log that bears on a cross-check."""
        return self._connection.execute(bearing(func.max(audit_log.c.number))).scalar() or 0

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The key of the reading of each latest version, by its article, in the order of adding.

        It changes with everything that the reading, as people left it, is made from.
        """
        wanted = (
            select(articles.c.id, articles.c.report, readings.c.sha256)
            .join(readings, readings.c.article == articles.c.id)
            .where(articles.c.latest)
            .order_by(articles.c.number)
        )
        return {
            row.id: self._key(row.sha256, self._reviews_of_reports.get(row.report, ()))
            for row in self._connection.execute(wanted)
        }

    def _key(self, sha256: str, said: Sequence[Review]) -> str:
        told = [[review.id, review.undone_by] for review in said if review.action not in BESIDE]
        return chain.value_hash([sha256, told]) if told else sha256

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """The article that is checked, by the ids of its report and of all its versions."""
        latest = articles.alias()
        wanted = select(articles.c.id, articles.c.report, latest.c.id.label("latest")).join(
            latest, and_(latest.c.report == articles.c.report, latest.c.latest)
        )
        found: dict[str, str] = {}
        for row in self._connection.execute(wanted):
            found[row.id] = found[row.report] = row.latest
        return found

    def entries(self) -> Iterator[ReportEntry]:
        """Yield how each latest version is told, in the order of adding."""
        return entries(self._connection, articles.c.latest, self._reviews_of_reports)

    def reading(self, article: str) -> Reading:
        """Return what an article says as people left it."""
        row = lookup.article_row_of(self._connection, article)
        return versions.reviewed(self._connection, row).reading

    def text(self, article: str) -> str:
        """Return the text of an article, of whatever version.

        Raises :class:`StoreError` if it is not kept.
        """
        row = lookup.article_row_of(self._connection, article)
        return str(row.text)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the article and the text of each latest version, in the order of adding."""
        wanted = select(articles.c.id, articles.c.text).where(articles.c.latest)
        ordered = wanted.order_by(articles.c.number).execution_options(yield_per=200)
        for row in self._connection.execute(ordered):
            yield row.id, row.text

    def older(self) -> dict[str, tuple[Version, ...]]:
        """Return the older versions of each report that has any, by the article of the latest.

        Notices that only take a report back are left out.
        """
        latest = articles.alias()
        captures = schema.captures
        wanted = (
            select(
                latest.c.id,
                captures.c.captured_at,
                articles.c.modified,
                articles.c.text,
                articles.c.blocks,
            )
            .select_from(articles)
            .join(captures, captures.c.id == articles.c.capture)
            .join(latest, and_(latest.c.report == articles.c.report, latest.c.latest))
            .where(articles.c.latest.is_(False))
            .order_by(articles.c.number)
        )
        found: dict[str, tuple[Version, ...]] = {}
        for row in self._connection.execute(wanted):
            if is_silent(row.blocks):
                continue
            version = Version(row.id, row.captured_at, row.modified, row.text)
            found[row.id] = (*found.get(row.id, ()), version)
        return found

    def withdrawn(self) -> frozenset[str]:
        """Return the articles of the latest versions of reports that were withdrawn."""
        wanted = select(articles.c.id).where(
            articles.c.latest, articles.c.report.in_(withdrawn_reports())
        )
        return frozenset(self._connection.execute(wanted).scalars())

    def parties(self) -> dict[str, dict[str, str]]:
        """Return the parties of the entities of each latest version, by article and entity."""
        return lookup.parties_of_latest(self._connection)

    def reviews(self) -> tuple[Review, ...]:
        """Return the reviews, oldest first, each with the undo in force, if there is one."""
        return lookup.reviews_where(self._connection)

    def grouped_keys(self) -> dict[str, str]:
        """Return the keys of the readings that were grouped, by article."""
        wanted = select(groupings.c.article, groupings.c.reading)
        return {row.article: row.reading for row in self._connection.execute(wanted)}

    def grouped(self) -> Grouped:
        """Return the reports as they were grouped.

        Raises :class:`CasefileDamagedError` where it is not what was kept.
        """
        made: list[Features] = []
        links: dict[str, Mapping[str, float]] = {}
        for row in self._connection.execute(grouped_rows().execution_options(yield_per=200)):
            where = f"groupings {row.id}"
            value = json_of(row.features, row.features_sha256, where)
            made.append(record(Features, value, article_of(row), where))
            weights = json_of(row.linked, row.links_sha256, where)
            if weights:
                links[row.id] = weights  # type: ignore[assignment]
        told = self._state.said if self._state is not None else {"together": [], "apart": []}
        said = Said(*(frozenset((a, b) for a, b in told[name]) for name in ("together", "apart")))
        return Grouped(tuple(made), links, said, tuple(self.stories()))

    def kept(self) -> CrossCheck | None:
        """Return the kept cross-check as a whole, ``None`` where none was kept."""
        from recoupe.store.crosscheck import whole

        return whole(self._connection)

    def stories(self) -> Iterator[Story]:
        """Yield the kept stories, in no order."""
        return stories_of(self._connection, select(schema.stories.c.id))

    def story_ids(self) -> frozenset[str]:
        """Return the ids of the kept stories."""
        return frozenset(self._connection.execute(select(schema.stories.c.id)).scalars())

    def check_keys(self) -> dict[str, str]:
        """Return what each kept story was checked with, as a key, by its id."""
        wanted = select(schema.checks.c.story, schema.checks.c.key)
        return {row.story: row.key for row in self._connection.execute(wanted)}

    def came_to(self, stories: Sequence[Story]) -> Iterator[tuple[Story, Came]]:
        """Yield what stories came to that are kept, in order."""
        return came_to(self._connection, stories)


def reviews_of_reports(connection: Connection) -> dict[str, list[Review]]:
    """Return the reviews of each report and of what stands in it, oldest first."""
    found: dict[str, list[Review]] = {}
    for review in lookup.reviews_where(connection, reviews.c.report.is_not(None)):
        found.setdefault(review.report or "", []).append(review)
    return found


def entries(
    connection: Connection,
    which: ColumnElement[bool],
    said: Mapping[str, Sequence[Review]],
) -> Iterator[ReportEntry]:
    """Yield how each of some articles is told, as reviews of its report leave it, by number."""
    captures = schema.captures
    wanted = (
        select(
            *(articles.c[name] for name in _TOLD),
            captures.c.input,
            captures.c.declared,
            WITHDRAWN_AS.label("withdrawn"),
        )
        .join_from(articles, captures, captures.c.id == articles.c.capture)
        .where(which)
        .order_by(articles.c.number)
    )
    for row in connection.execute(wanted.execution_options(yield_per=1000)):
        told = ReportEntry(
            id=row.id,
            input=row.input,
            input_id=row.declared["input_id"],
            outlet=row.outlet,
            title=row.title,
            published=row.published,
            language=row.language,
            stories=(),
            withdrawn=row.withdrawn,
        )
        yield told if row.report not in said else _corrected(connection, told, said[row.report])


_TOLD: Final = ("id", "report", "outlet", "title", "published", "language")


def _corrected(connection: Connection, told: ReportEntry, said: Sequence[Review]) -> ReportEntry:
    from recoupe.comparison.checking import entry

    article = article_of(lookup.article_row_of(connection, told.id))
    return entry(with_metadata(article, said))


def grouped_rows() -> Select[Any]:
    """Return the question for articles with what they are grouped by; links are ``linked``."""
    return (
        lookup.articles_with_captures()
        .join(groupings, groupings.c.article == articles.c.id)
        .add_columns(
            groupings.c.features,
            groupings.c.features_sha256,
            groupings.c.links.label("linked"),
            groupings.c.links_sha256,
        )
        .order_by(articles.c.number)
    )
