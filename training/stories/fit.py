"""Fit the link model of stories on the gold data: python training/stories/fit.py.

It needs RECOUPE_GOLD, and nothing that Recoupe does not need. `recoupe evaluate stories` says how
good such a model is on stories that it did not see.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from recoupe.engine import LocalEngine
from recoupe.evaluation.gold import corpora, gold_folder
from recoupe.evaluation.run import read_reports
from recoupe.evaluation.stories import compared, small_cases
from recoupe.flow import ReadOptions
from recoupe.model import Failure
from recoupe.story.features import features
from recoupe.story.fitting import fit, rows
from recoupe.story.linking import factors
from recoupe.story.measures import Measures

OUT = Path(__file__).parents[2] / "src" / "recoupe" / "story" / "weights" / "link.json"
DIGITS = 6


def main() -> None:
    options = ReadOptions(today=datetime.now(tz=UTC).date(), mode="fast")
    measured: list[Measures] = []
    same: list[bool] = []
    for corpus in corpora(frozenset({"stories"})):
        reports = list(corpus.reports(gold_folder()))
        groups = {report.id: report.group for report in reports if report.group}
        read = {
            report.id: features(reading)
            for report, reading in read_reports(reports, options, LocalEngine(2))
            if not isinstance(reading, Failure)
        }
        label = {name: group.name for name, group in groups.items()}
        fold_by = {name: group.fold for name, group in groups.items()}
        for pairs in (compared(read, label), small_cases(read, label, fold_by)):
            measured += pairs.measured
            same += pairs.same
            print(f"{corpus.name}: {len(pairs.pairs)} pairs, {sum(pairs.same)} of one story")
    write(measured, same)


def write(measured: list[Measures], same: list[bool]) -> None:
    """Write the weights of the model fitted on all pairs, by name."""
    model = fit(rows(measured), same)
    names = factors(Measures(*[0.0] * len(Measures._fields)))
    table = {"bias": round(model.bias, DIGITS)}
    table |= {name: round(w, DIGITS) for name, w in zip(names, model.weights, strict=True)}
    OUT.write_text(json.dumps({"weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
