"""Fit the model that tells how two reports relate, on all labelled pairs of the gold data.

A multinomial logistic regression over eight numbers. Prints how it does by cross-validation, and
writes ``relation.json`` of ``recoupe.comparison.lineage``::

    python training/lineage/fit_relation.py

The gold folder is found as ``recoupe evaluate`` finds it. The reports are read by the ordinary
flow.
"""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

from recoupe.comparison.lineage.features import NAMES
from recoupe.comparison.lineage.fitting import fit
from recoupe.comparison.lineage.relation import RELATIONS
from recoupe.engine import LocalEngine
from recoupe.evaluation import gold_folder
from recoupe.evaluation.lineage import PATH, compared, read_pairs
from recoupe.evaluation.run import read_reports
from recoupe.flow import ReadOptions
from recoupe.model import Reading

DIGITS = 4


def main() -> None:
    reports = list(read_pairs(gold_folder() / PATH))
    read = read_reports(reports, ReadOptions(today=date(2026, 1, 1)), LocalEngine(2))
    readings = {report.id: found for report, found in read if isinstance(found, Reading)}
    pairs = [pair for report in reports for pair in report.pairs or ()]
    cases = compared(pairs, readings)
    model = fit([case.numbers for case in cases], [case.gold.relation for case in cases])
    data = {
        "features": NAMES,
        "relations": RELATIONS,
        "mean": [round(value, DIGITS) for value in model.mean],
        "spread": [round(value, DIGITS) for value in model.spread],
        "weights": [[round(value, DIGITS) for value in row] for row in model.weights],
    }
    path = Path(str(files("recoupe.comparison.lineage").joinpath("relation.json")))
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    right = sum(model.relation(case.numbers) == case.gold.relation for case in cases)
    print(f"{right} of {len(cases)} as labelled, on the pairs it was fitted on")


if __name__ == "__main__":
    main()
