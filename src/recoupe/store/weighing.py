"""How many reports a story has, and of how many independent origins they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from recoupe.comparison.lineage.independent import Taken, independent
from recoupe.store.answers import Support
from recoupe.store.published import WITHDRAWN_AS
from recoupe.store.schema import articles, derivations, findings, positions, story_reports
from recoupe.store.sources import OUTLET

_MANY = 400


def supports(connection: Connection, stories: Iterable[str]) -> Mapping[str, Support]:
    """Return the reports of some stories and their independent origins, by the story's id.

    Origins are at least as many as behind any one position of the story.
    """
    wanted = list(dict.fromkeys(stories))
    found: dict[str, Support] = {}
    for at in range(0, len(wanted), _MANY):
        some = wanted[at : at + _MANY]
        outlets, taken = _outlets(connection, some), _taken(connection, some)
        most = _most(connection, some)
        withdrawn = _withdrawn(connection, some)
        for story, of in outlets.items():
            live = independent(of, taken[story], of, withdrawn)
            origins = max(live, most.get(story, 0))
            found[story] = Support(len(of), min(origins, len(of.keys() - withdrawn)))
    return found


def _outlets(connection: Connection, stories: list[str]) -> Mapping[str, dict[str, str | None]]:
    """Return the outlet of each report of some stories."""
    wanted = (
        select(story_reports.c.story, story_reports.c.article, OUTLET.label("outlet"))
        .join(articles, articles.c.id == story_reports.c.article)
        .where(story_reports.c.story.in_(stories))
    )
    found: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    for row in connection.execute(wanted):
        found[row.story][row.article] = row.outlet
    return found


def _withdrawn(connection: Connection, stories: list[str]) -> frozenset[str]:
    """Return the reports of some stories that were withdrawn."""
    within = select(story_reports.c.article).where(story_reports.c.story.in_(stories))
    wanted = select(articles.c.id).where(articles.c.id.in_(within), WITHDRAWN_AS.is_not(None))
    return frozenset(connection.execute(wanted).scalars())


def _taken(connection: Connection, stories: list[str]) -> Mapping[str, list[Taken]]:
    columns = derivations.c
    wanted = select(
        columns.story, columns.article, columns.source, columns.origin, columns.share
    ).where(columns.story.in_(stories))
    found: defaultdict[str, list[Taken]] = defaultdict(list)
    for row in connection.execute(wanted):
        found[row.story].append(Taken(row.article, row.source, row.origin, row.share))
    return found


def _most(connection: Connection, stories: list[str]) -> Mapping[str, int]:
    """Return the most independent origins that one position of each story has."""
    wanted = (
        select(findings.c.story, func.max(positions.c.origins).label("origins"))
        .join(positions, positions.c.finding == findings.c.id)
        .where(findings.c.story.in_(stories))
        .group_by(findings.c.story)
    )
    return {row.story: row.origins for row in connection.execute(wanted)}
