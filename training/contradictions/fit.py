"""Fit the weights of the contradiction reader on DACCORD and on pairs of our own; write them.

    python training/contradictions/fit.py

The same pairs give the same weights. How good they are on pairs they were not fitted on:
`recoupe evaluate contradictions`, which fits anew for each fold.
"""

from __future__ import annotations

from pathlib import Path

from recoupe.comparison.contradiction.model import as_json
from recoupe.evaluation.contradictions import LEARNED, fitted, judged_pairs
from recoupe.evaluation.gold import corpora, gold_folder

WEIGHTS = Path("src/recoupe/comparison/contradiction/weights.json")


def main() -> None:
    folder = gold_folder()
    chosen = [c for c in corpora(frozenset({"contradictions"})) if c.name in LEARNED]
    cases = list(judged_pairs([report for c in chosen for report in c.reports(folder)]))
    model = fitted(cases)
    WEIGHTS.write_text(as_json(model), encoding="utf-8")
    for weight, name in sorted(
        zip(model.weights, model.names, strict=True), key=lambda p: -abs(p[0])
    ):
        print(f"{weight:+.3f} {name}")


if __name__ == "__main__":
    main()
