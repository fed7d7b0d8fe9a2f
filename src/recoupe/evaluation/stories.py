"""Scoring stories: reports grouped by incident, against gold groups, by B-cubed.

The link model that is scored was fitted on other incidents: five folds, each grouped by a model
that saw none of its stories (of ECB+, none of its topics, whose two stories look alike). The
model of the package, fitted on all of them, is scored beside it, and so is a peer in the same run.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from recoupe.evaluation.gold_records import GoldGroup, GoldReport
from recoupe.evaluation.score import Case, Count, Tally
from recoupe.evaluation.story_peer import peer
from recoupe.model import Reading
from recoupe.story.features import Features, features
from recoupe.story.fitting import fit, predict, rows
from recoupe.story.grouping import components, groups
from recoupe.story.index import Index
from recoupe.story.measures import Measures, measure
from recoupe.story.stories import group

PINNED: Final = frozenset({"B-cubed", "B-cubed, shipped", "candidates"})
FOLDS: Final = 5
SMALL: Final = 60
"""Dated reports of a small case."""

Home = Mapping[str, str]
"""The group that each report is in, by any name."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The candidate pairs of reports, their measures, and whether each is of one story."""

    pairs: tuple[tuple[str, str], ...]
    measured: tuple[Measures, ...]
    same: tuple[bool, ...]


def read_incidents(path: Path) -> Iterator[GoldReport]:
    """Yield the articles of the Gun Violence Archive, each with its headline above its text."""
    for record in _records(path):
        text = f"{record['title']}\n\n{record['text']}".strip()
        about = GoldGroup(record["incident"], record["incident"])
        day, title = record["date"][:10], record["title"]
        yield GoldReport("gva_dev", record["id"], text, "en", day, title=title, group=about)


def read_look_alikes(path: Path) -> Iterator[GoldReport]:
    """Yield the articles of ECB+: undated, tokenised; two stories of one kind to a topic."""
    for record in _records(path):
        name, about = record["subtopic"], GoldGroup(record["subtopic"], record["topic"])
        yield GoldReport(
            "ecbplus_dev", f"{name}/{record['doc']}", record["text"], "en", group=about
        )


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score_together(reports: Sequence[tuple[GoldReport, Reading | None]], tally: Tally) -> None:
    """Add the groups of all reports to ``tally``; an unread one counts as a group of its own."""
    stories = {report.id: report.group for report, _ in reports if report.group}
    read = {report.id: features(reading) for report, reading in reports if reading is not None}
    label = {name: story.name for name, story in stories.items()}
    fold_by = {name: story.fold for name, story in stories.items()}
    found, small = compared(read, label), small_cases(read, label, fold_by)
    crossed = cross_validated(found, small, read, fold_by)
    _count("B-cubed", crossed, label, tally)
    _count("B-cubed, shipped", shipped(read), label, tally)
    _count("peer: tf-idf, ten days, components", peer(reports), label, tally)
    pairs = sum(n * (n - 1) // 2 for n in Counter(label.values()).values())
    tally.count("candidates", Count(sum(found.same), sum(found.same), pairs))
    tally.notes.append(
        f"stories: {len(found.pairs)} pairs of {len(label)} reports were compared, "
        f"{2 * len(found.pairs) / max(1, len(label)):.0f} others for each"
    )
    _list_errors(crossed, reports, label, tally)


def compared(read: Mapping[str, Features], label: Home) -> Compared:
    """Return the candidate pairs among ``read``, by the gold ids of the reports."""
    index, names = Index(), {item.report: name for name, item in read.items()}
    for item in read.values():
        index.put(item)
    index.refreshed()
    pairs: list[tuple[str, str]] = []
    measured: list[Measures] = []
    for report in sorted(names):
        for other in sorted(index.candidates(report)):
            if report < other:
                pairs.append((names[report], names[other]))
                measured.append(measure(index.vector(report), index.vector(other)))
    same = tuple(label[one] == label[other] for one, other in pairs)
    return Compared(tuple(pairs), tuple(measured), same)


def small_cases(read: Mapping[str, Features], label: Home, fold_by: Home) -> Compared:
    """Return the pairs of the same reports in small cases, where other terms are rare.

    A case is of reports that look alike: dated ones that follow each other, else those of one fold.
    """
    parts: defaultdict[object, dict[str, Features]] = defaultdict(dict)
    dated = sorted(read, key=lambda name: (read[name].published or 0, name))
    for at, name in enumerate(dated):
        key: object = at // SMALL if read[name].published else fold_by[name]
        parts[key][name] = read[name]
    cases = [compared(part, label) for part in parts.values()]
    return Compared(
        tuple(pair for case in cases for pair in case.pairs),
        tuple(measures for case in cases for measures in case.measured),
        tuple(same for case in cases for same in case.same),
    )


def cross_validated(
    found: Compared, small: Compared, read: Mapping[str, Features], fold_by: Home
) -> Home:
    """Return the groups by models that saw no story of either report of a pair.

    The models are fitted on ``found`` and on ``small`` together. A pair across two folds is weighed
    by both models, and their mean counts.
    """
    names = sorted(set(fold_by.values()))
    Random(0).shuffle(names)  # noqa: S311
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    pairs, same = found.pairs + small.pairs, found.same + small.same
    sides = [(fold[fold_by[one]], fold[fold_by[other]]) for one, other in pairs]
    x = rows(found.measured + small.measured)
    weights: dict[int, list[float]] = defaultdict(list)
    for number in range(FOLDS):
        seen = [at for at, side in enumerate(sides) if number not in side]
        held = [at for at in range(len(found.pairs)) if number in sides[at]]
        if held and len({same[at] for at in seen}) == 2:
            model = fit(x[seen], [same[at] for at in seen])
            for at, weight in zip(held, predict(model, x[held]), strict=True):
                weights[at].append(weight)
    links: dict[str, dict[str, float]] = {name: {} for name in read}
    for at, both in weights.items():
        one, other = found.pairs[at]
        links[one][other] = links[other][one] = sum(both) / len(both)
    return {
        report: part[0]
        for whole in components(links, links)
        for part in groups(whole, links)
        for report in part
    }


def shipped(read: Mapping[str, Features]) -> Home:
    """Return the groups that the package makes; a guest counts where it is at home."""
    names = {item.report: name for name, item in read.items()}
    home: dict[str, str] = {}
    for story in group(read.values()):
        for report in story.reports:
            if report not in story.guests:
                home[names[report]] = story.id
    return home


def b_cubed(home: Home, label: Home) -> tuple[float, float]:
    """Return B-cubed precision and recall (Bagga and Baldwin 1998); who has no home is alone."""
    placed = {name: home.get(name, name) for name in label}
    both = Counter((placed[name], label[name]) for name in label)
    found, wanted = Counter(placed.values()), Counter(label.values())
    number = max(1, len(label))
    precision = sum(n * n / found[here] for (here, _), n in both.items()) / number
    recall = sum(n * n / wanted[there] for (_, there), n in both.items()) / number
    return precision, recall


def _count(measure_name: str, home: Home, label: Home, tally: Tally) -> None:
    precision, recall = b_cubed(home, label)
    if precision:
        right = recall * len(label)
        tally.count(measure_name, Count(right, right / precision, len(label)))


def _list_errors(
    home: Home, reports: Sequence[tuple[GoldReport, Reading | None]], label: Home, tally: Tally
) -> None:
    """Keep the stories that were broken up, and the groups that mix several."""
    title = {report.id: report.title or report.text[:80] for report, _ in reports}
    placed = {name: home.get(name, name) for name in label}
    for kind, of, by in (("broken up", label, placed), ("mixed", placed, label)):
        members: defaultdict[str, list[str]] = defaultdict(list)
        for name in label:
            members[of[name]].append(name)
        for name, inside in members.items():
            parts = Counter(by[member] for member in inside)
            if len(parts) > 1:
                lost = len(inside) - sum(n * n for n in parts.values()) / len(inside)
                shown = " | ".join(
                    sorted(f"{by[member][-6:]} {title[member]}" for member in inside)
                )
                tally.case(
                    Case(kind, name, f"{len(inside)} reports", f"{len(parts)} parts", shown, lost)
                )
