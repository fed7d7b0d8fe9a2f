"""Scoring lineage: how pairs of reports relate, and the origin of what they share.

The relation is told by a model fitted on labelled pairs, so each pair is judged by a model that saw
neither it nor any pair with one of its two reports. Folds are drawn several times; scores are the
means over the draws.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from recoupe.comparison.lineage.candidates import candidate_pairs
from recoupe.comparison.lineage.features import features
from recoupe.comparison.lineage.fitting import fit
from recoupe.comparison.lineage.linking import side
from recoupe.comparison.lineage.origins import Side, origin_of
from recoupe.comparison.lineage.relation import RELATIONS, Model, Relation
from recoupe.comparison.lineage.tiling import Match, shared
from recoupe.evaluation.gold_records import GoldPair, GoldReport
from recoupe.evaluation.match import name_words
from recoupe.evaluation.score import Case, Count, Tally, judged
from recoupe.model import Reading

PINNED: Final = frozenset({"copy or rewrite", "five relations", "origin", "paired"})
PATH: Final = "comparison/lineage_dev.json"
FOLDS: Final = 5
DRAWS: Final = 5
_TEXT: Final = frozenset({"copy", "rewrite"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A labelled pair, and what is measured of it."""

    gold: GoldPair
    one: Side
    other: Side
    matches: tuple[Match, ...]
    numbers: tuple[float, ...]


def read_pairs(path: Path) -> Iterator[GoldReport]:
    """Yield each report once, with the labelled pairs that it is the first of."""
    records = json.loads(path.read_text(encoding="utf-8"))
    texts = {item["id"]: item for record in records for item in (record["a"], record["b"])}
    for name, item in texts.items():
        pairs = tuple(
            GoldPair(record["a"]["id"], record["b"]["id"], record["relation"], record["origin"])
            for record in records
            if record["a"]["id"] == name
        )
        yield GoldReport("lineage_dev", name, item["text"], "fr", _day(item["date"]), pairs=pairs)


def score_together(reports: Sequence[tuple[GoldReport, Reading | None]], tally: Tally) -> None:
    """Add every labelled pair among ``reports`` to ``tally``; unread ones count as missed."""
    readings = {report.id: reading for report, reading in reports if reading is not None}
    gold = [pair for report, _ in reports for pair in report.pairs or ()]
    cases = compared(gold, readings)
    _count_unread(gold, cases, tally)
    if len({case.gold.relation for case in cases}) < 2:
        return
    spread: list[float] = []
    for draw in range(DRAWS):
        found: list[Relation] = ["unrelated"] * len(cases)
        for members, model in _folds(cases, draw):
            for at in members:
                found[at] = model.relation(cases[at].numbers)
            spread.append(_text_f1([cases[at] for at in members], [found[at] for at in members]))
        _count(cases, found, tally)
        if draw == 0:
            _list_errors(cases, found, tally)
    _paired(cases, tally)
    spread.sort()
    tally.notes.append(
        f"lineage: copy or rewrite F1 over {len(spread)} folds: lowest {spread[0]:.2f}, "
        f"middle {spread[len(spread) // 2]:.2f}, highest {spread[-1]:.2f}"
    )


def compared(pairs: Sequence[GoldPair], readings: Mapping[str, Reading]) -> list[Compared]:
    """Return the pairs of which both reports were read, each measured."""
    sides = {name: side(reading) for name, reading in readings.items()}
    found: list[Compared] = []
    for pair in pairs:
        if pair.one in sides and pair.other in sides:
            one, other = sides[pair.one], sides[pair.other]
            matches = shared(one.wording, other.wording)
            numbers = features(one.wording, other.wording, matches).numbers
            found.append(Compared(pair, one, other, matches, numbers))
    return found


def _count_unread(gold: Sequence[GoldPair], cases: Sequence[Compared], tally: Tally) -> None:
    read = {case.gold for case in cases}
    for pair in gold:
        if pair not in read:
            tally.count("copy or rewrite", Count(0, 0, pair.relation in _TEXT))
            tally.count("origin", Count(0, 0, pair.origin is not None))
            tally.count("paired", Count(0, 0, pair.relation != "unrelated"))


def _folds(cases: Sequence[Compared], draw: int) -> Iterator[tuple[list[int], Model]]:
    """Yield the pairs of each fold and a model fitted on the others."""
    groups = _groups(cases)
    names = sorted(set(groups))
    Random(draw).shuffle(names)  # noqa: S311
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    for number in range(FOLDS):
        members = [at for at, name in enumerate(groups) if fold[name] == number]
        rest = [case for case, name in zip(cases, groups, strict=True) if fold[name] != number]
        if members and rest:
            model = fit([c.numbers for c in rest], [c.gold.relation for c in rest])
            yield members, model


def _groups(cases: Sequence[Compared]) -> list[str]:
    """Return for each pair the name of its group: pairs that share a report are in one."""
    leaders: dict[str, str] = {}

    def leader(name: str) -> str:
        while leaders.setdefault(name, name) != name:
            name = leaders[name]
        return name

    for case in cases:
        one, other = sorted((leader(case.gold.one), leader(case.gold.other)))
        leaders[other] = one
    return [leader(case.gold.one) for case in cases]


def _count(cases: Sequence[Compared], found: Sequence[Relation], tally: Tally) -> None:
    part = 1 / DRAWS
    wanted = [case.gold.relation for case in cases]
    tally.count("copy or rewrite", _scaled(_of(_TEXT, wanted, found), part))
    each = {name: _of({name}, wanted, found) for name in RELATIONS}
    scores = [count.f1 or 0.0 for name, count in each.items() if name in wanted]
    number = len(cases) * part
    tally.count("five relations", Count(sum(scores) / len(scores) * number, number, number))
    for name, count in each.items():
        tally.count(name, _scaled(count, part))
    for case, relation in zip(cases, found, strict=True):
        named = _origin(case, relation)
        if case.gold.origin is not None:
            right = named is not None and name_words(named) == name_words(case.gold.origin)
            tally.count("origin", _scaled(judged(right), part))
        else:
            tally.count("origin left open", _scaled(judged(named is None), part))


def _of(
    chosen: frozenset[str] | set[Relation], wanted: Sequence[str], found: Sequence[str]
) -> Count:
    right = sum(w in chosen and f in chosen for w, f in zip(wanted, found, strict=True))
    return Count(right, sum(f in chosen for f in found), sum(w in chosen for w in wanted))


def _scaled(count: Count, part: float) -> Count:
    return Count(count.right * part, count.found * part, count.wanted * part)


def _text_f1(cases: Sequence[Compared], found: Sequence[Relation]) -> float:
    return _of(_TEXT, [case.gold.relation for case in cases], found).f1 or 0.0


def _origin(case: Compared, relation: Relation) -> str | None:
    if relation == "unrelated":
        return None
    origin = origin_of(case.one, case.other, case.matches, relation)
    return origin.name if origin is not None else None


def _paired(cases: Sequence[Compared], tally: Tally) -> None:
    """Count which related pairs are found among all reports before any two are compared."""
    sides = {s.reading.article.id: s for case in cases for s in (case.one, case.other)}
    names = sorted(sides)
    pairs = {
        frozenset((names[one], names[other]))
        for one, other in candidate_pairs([sides[name].wording for name in names])
    }
    for case in cases:
        if case.gold.relation != "unrelated":
            ids = (case.one.reading.article.id, case.other.reading.article.id)
            tally.count("paired", judged(frozenset(ids) in pairs))


def _list_errors(cases: Sequence[Compared], found: Sequence[Relation], tally: Tally) -> None:
    for case, relation in zip(cases, found, strict=True):
        names = f"{case.gold.one} and {case.gold.other}"
        longest = max(case.matches, key=lambda match: len(match.pairs), default=None)
        words = ""
        if longest is not None:
            start, end = case.one.wording.stretch(longest.here)
            words = case.one.reading.article.text[start:end]
        if relation != case.gold.relation:
            crossed = (relation in _TEXT) != (case.gold.relation in _TEXT)
            kind = "copy or rewrite" if crossed else "relation"
            tally.case(Case(kind, names, case.gold.relation, relation, words, float(crossed)))
        named = _origin(case, relation)
        if case.gold.origin is not None and (
            named is None or name_words(named) != name_words(case.gold.origin)
        ):
            tally.case(Case("origin", names, case.gold.origin, named or "-", words, 1.0))


def _day(written: str | None) -> str | None:
    """Return an ISO day of one written so, or with the day first."""
    if not written:
        return None
    parts = written.split("-")
    if len(parts[0]) < 4:
        parts.reverse()
    year, month, day = parts
    return f"{year}-{int(month):02}-{int(day):02}"
