"""A casefile for ``pages.py``: a large story, small ones, and a report as long as any."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from made_news import news, story
from made_report import Named, Piece, Sentence, reading

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Declared, Reading, Story, make_capture
from recoupe.store import Casefile
from recoupe.store.checks import Came
from recoupe.store.keeping import Update, rows_of_check, rows_of_story
from recoupe.store.snapshot import Snapshot
from recoupe.story.reviewed import Said

AUTHOR: Final = "benchmark"
CAPTURED: Final = datetime(2040, 1, 1, tzinfo=UTC)
LARGEST: Final = "story-largest"
SPEAKER: Final = Named("person", "Mara Ozola")


def fill(casefile: Casefile, reports: int, largest: int, statements: int) -> None:
    """Add ``reports`` reports and check them.

    ``largest`` of them are of one incident, some 12 statements each, and are kept as one story; the
    others are made-up news of 1 to 40 reports a story. One more report is a single sitting of
    ``statements`` statements.
    """
    for made in _readings(reports, largest, statements):
        capture = make_capture(
            made.article.text.encode(),
            source=made.article.input,
            media_type="text/plain",
            captured_at=CAPTURED,
            declared=Declared(input_id=made.article.input_id),
        )
        casefile.add_report(capture, made, author=AUTHOR)
    check_case(casefile, LocalEngine())
    join(casefile)


def _readings(reports: int, largest: int, statements: int) -> Iterator[Reading]:
    yield from story(random.Random(3), -1, largest, span=60)  # noqa: S311 - no secret
    yield from news(reports - largest)
    yield sitting(statements)


def sitting(statements: int) -> Reading:
    """Return a report in which one person says so many things."""
    said = [
        Sentence(
            (
                Piece(f"Point {number} was put off again", "content"),
                Piece(", "),
                Piece("said", "cue"),
                Piece(" "),
                Piece(SPEAKER.name, "source", SPEAKER),
                Piece("."),
            ),
            SPEAKER,
        )
        for number in range(statements)
    ]
    day = date(2031, 1, 1)
    return reading("long", "en", "A long sitting", said, outlet="The Long", day=day, minutes=0)


def join(casefile: Casefile) -> None:
    """Keep all stories of the one incident as one, with all that each of them came to.

    A cross-check parts an incident of a thousand reports into stories of a hundred at most; people
    may join them, and a page must bear it.
    """
    with casefile.snapshot() as now:
        told = [one for one in now.stories() if _of_incident(now, one)]
        came = [found for _, found in now.came_to(told)]
    reports = tuple(dict.fromkeys(report for one in told for report in one.reports))
    days = sorted(one.start for one in told if one.start)
    links = tuple(link for one in told for link in one.links)
    whole = Story(LARGEST, "A siege", reports, days[0], days[-1], told[0].place, links)
    findings = {one.id: replace(one, story=LARGEST) for each in came for one in each.findings}
    ordered = sorted(findings.values(), key=lambda one: (one.kind == "single_source", one.id))
    lineage = dict.fromkeys(one for each in came for one in each.lineage)
    _keep(casefile, whole, Came(tuple(lineage), tuple(ordered)), frozenset(one.id for one in told))


def _of_incident(now: Snapshot, story: Story) -> bool:
    return any(now.reading(report).article.input.startswith("made/-1/") for report in story.reports)


def _keep(casefile: Casefile, whole: Story, found: Came, gone: frozenset[str]) -> None:
    state = casefile.check_state()
    assert state is not None  # noqa: S101 - it was checked
    kept = casefile.keep_check(
        Update(
            based_on=1,
            log_number=state.log_number,
            code="by hand",
            said=Said(frozenset(), frozenset()),
            anew=False,
            groupings={},
            stories={whole.id: rows_of_story(whole)},
            checks={whole.id: rows_of_check(whole.id, "by hand", found)},
            gone=gone,
        )
    )
    assert kept  # noqa: S101 - nobody else writes
