"""Reading the gold reports with the ordinary flow, each once, and scoring what comes out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from recoupe.engine import LocalEngine
from recoupe.evaluation import (
    contradictions,
    crosscheck,
    entities,
    events,
    evidence,
    figures,
    lineage,
    places,
    statements,
    stories,
    times,
)
from recoupe.evaluation.gold import Corpus, corpora
from recoupe.evaluation.gold_records import GoldReport
from recoupe.evaluation.score import Score, Tally
from recoupe.evaluation.summary import scores_of
from recoupe.flow import ReadOptions, read_captures
from recoupe.model import Capture, Declared, Failure, Mode, Reading, make_capture

PINNED: Final = {
    "statements": statements.PINNED,
    "places": places.PINNED,
    "times": times.PINNED,
    "figures": figures.PINNED,
    "entities": entities.PINNED,
    "events": events.PINNED,
    "evidence": evidence.PINNED,
    "lineage": lineage.PINNED,
    "stories": stories.PINNED,
    "crosscheck": crosscheck.PINNED,
    "contradictions": contradictions.PINNED,
}

Tallies = Mapping[tuple[str, str], Tally]
"""What was counted, by subject and corpus."""

_WHEN: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Any fixed time: what is read does not depend on when gold data were captured."""


@dataclass(frozen=True, slots=True)
class Result:
    """One reader on one corpus: its scores, and the tally they were made of."""

    subject: str
    corpus: Corpus
    scores: tuple[Score, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Unread:
    """A gold report that could not be read; everything in it counts as missed."""

    corpus: str
    report: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that was measured; ``whole`` is false where only a subset was read.

    ``missing`` says which gold data were not on this machine, ``None`` where all were.
    """

    results: tuple[Result, ...]
    unread: tuple[Unread, ...]
    whole: bool
    missing: str | None = None

    @property
    def scores(self) -> tuple[Score, ...]:
        """Every score, in the order measured."""
        return tuple(score for result in self.results for score in result.scores)


def evaluate(
    subjects: frozenset[str],
    folder: Path | None,
    *,
    today: date,
    subset: int | None = None,
    workers: int = 1,
    mode: Mode = "accurate",
    advance: Callable[[], None] = lambda: None,
) -> Outcome:
    """Read the gold reports of ``subjects`` and score them.

    ``folder`` is where the gold data are; ``None`` measures on the bundled corpora only. ``subset``
    reads only the first reports of each corpus. Raises :class:`GoldMissingError` where a corpus is
    missing. ``mode`` is how they are read. ``advance`` is called after each report.
    """
    chosen = corpora(subjects, bundled_only=folder is None)
    tallies = {
        (subject, corpus.name): Tally()
        for corpus in chosen
        for subject in sorted(corpus.subjects & subjects)
    }
    unread: list[Unread] = []
    together: dict[tuple[str, str], list[tuple[GoldReport, Reading | None]]] = {
        key: [] for key in tallies if key[0] in _TOGETHER
    }
    for bare in (corpus for corpus in chosen if corpus.bare):
        passages = islice(bare.reports(folder), subset)
        together["contradictions", bare.name].extend((report, None) for report in passages)
    read = [corpus for corpus in chosen if not corpus.bare]
    for (counting, own), group in groupby(read, key=_how):
        reports = (report for corpus in group for report in islice(corpus.reports(folder), subset))
        options = ReadOptions(today=today, counting=counting, mode=own or mode)
        for report, result in read_reports(reports, options, LocalEngine(workers)):
            if isinstance(result, Failure):
                unread.append(Unread(report.corpus, report.id, result.message))
            reading = None if isinstance(result, Failure) else result
            _score(report, reading, tallies)
            for (_, corpus), items in together.items():
                if corpus == report.corpus:
                    items.append((report, reading))
            advance()
    for key, items in together.items():
        _TOGETHER[key[0]](items, tallies[key])
    missing = None if folder else "the gold data are not here: only bundled texts were read"
    return Outcome(tuple(_results(chosen, tallies)), tuple(unread), subset is None, missing)


def _how(corpus: Corpus) -> tuple[str, Mode | None]:
    """Return by which profile a corpus is counted, and its own mode."""
    return corpus.counting, corpus.mode


def _score(report: GoldReport, reading: Reading | None, tallies: Tallies) -> None:
    """Score one report by every reader asked for that its corpus is annotated for."""
    for subject, score in _SCORERS.items():
        tally = tallies.get((subject, report.corpus))
        if tally is not None:
            score(report, reading, tally)


_SCORERS: Final[dict[str, Callable[[GoldReport, Reading | None, Tally], None]]] = {
    "statements": lambda report, reading, tally: statements.score(
        report,
        reading.statements if reading else (),
        tally,
        names={item.id: item.name for item in reading.entities} if reading else {},
    ),
    "places": lambda report, reading, tally: places.score(
        report, reading.places if reading else (), tally
    ),
    "times": lambda report, reading, tally: times.score(
        report, reading.times if reading else (), tally
    ),
    "figures": figures.score,
    "entities": entities.score,
    "events": lambda report, reading, tally: events.score(
        report, reading.events if reading else (), tally
    ),
    "evidence": evidence.score,
}


_TOGETHER: Final[
    dict[str, Callable[[Sequence[tuple[GoldReport, Reading | None]], Tally], None]]
] = {
    "stories": stories.score_together,
    "lineage": lineage.score_together,
    "contradictions": contradictions.score_together,
    "crosscheck": crosscheck.score_together,
}
"""Subjects that are about several reports, and scored when all are read."""


def _results(chosen: Iterable[Corpus], tallies: Tallies) -> Iterator[Result]:
    for subject, measures in PINNED.items():
        for corpus in chosen:
            tally = tallies.get((subject, corpus.name))
            if tally is not None:
                yield Result(subject, corpus, scores_of(subject, corpus, tally, measures), tally)


def read_reports(
    reports: Iterable[GoldReport], options: ReadOptions, engine: LocalEngine
) -> Iterator[tuple[GoldReport, Reading | Failure]]:
    """Yield each report with what the ordinary flow makes of its bare text."""
    handed: deque[GoldReport] = deque()

    def captures() -> Iterator[Capture]:
        for report in reports:
            handed.append(report)
            yield _capture(report)

    for _, result in read_captures(captures(), options, engine):
        report = handed.popleft()
        yield report, _checked(report, result)


def _capture(report: GoldReport) -> Capture:
    return make_capture(
        report.text.encode(),
        source=f"{report.corpus}/{report.id}",
        media_type="text/plain",
        captured_at=_WHEN,
        declared=Declared(
            input_id=report.id,
            title=report.title,
            outlet=report.outlet,
            published=report.published,
            language=report.language,
        ),
        charset="utf-8",
    )


def _checked(report: GoldReport, result: Reading | Failure) -> Reading | Failure:
    """Refuse a reading whose text is not the gold text: its offsets would mean nothing."""
    if isinstance(result, Failure) or result.article.text == report.text:
        return result
    return Failure(
        input=result.article.input,
        input_id=report.id,
        kind="gold_text",
        message=f"{result.article.input}: the article's text is not the gold text",
        retryable=False,
    )
