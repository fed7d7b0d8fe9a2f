"""Fit the weights of ``recoupe.reading.places.recognise`` on TR-News and GeoVirus.

A logistic regression (Newton's method, ridge 1) over every candidate of the two corpora, each with
the clues that hold of it; demonyms, which TR-News annotates as toponyms, are not counted. Prints
F1 by five-fold cross-validation over articles, and the log odds of each clue::

    python training/places/fit_weights.py

The gold folder is found as ``recoupe evaluate`` finds it. "after title", "after office" and "other
script" hardly occur in these corpora: their weights are set by hand and not taken from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zlib import crc32

import numpy as np

from recoupe.evaluation import gold_folder
from recoupe.evaluation.gold_markup import read_geovirus, read_tr_news
from recoupe.evaluation.gold_records import GoldReport
from recoupe.model import Block, Declared, make_article, make_capture
from recoupe.reading.gazetteer import fold
from recoupe.reading.parse import Parse, parse_all
from recoupe.reading.places.candidates import find_candidates
from recoupe.reading.places.clues import clues, look_over
from recoupe.reading.places.lexicon import place_lexicon
from recoupe.reading.places.sites import find_sites

FOLDS = 5
LEAST = 0.4


@dataclass(frozen=True)
class Sample:
    """One candidate: the fold its article is in, its clues, and whether it is a toponym."""

    fold: int
    clues: tuple[str, ...]
    place: bool


def articles(reports: list[GoldReport]) -> Iterator[Parse]:
    """Parse the articles, each one block."""
    made = []
    for report in reports:
        capture = make_capture(
            report.text.encode(),
            source=report.id,
            media_type="text/plain",
            captured_at=datetime.now(UTC),
            declared=Declared(),
        )
        blocks = (Block("paragraph", 0, len(report.text)),)
        made.append(make_article(capture, report.text, blocks, language="en"))
    return parse_all(made, "en")


def samples(reports: list[GoldReport]) -> Iterator[tuple[Sample, ...]]:
    """Yield the candidates of each article."""
    for report, parse in zip(reports, articles(reports), strict=True):
        words = place_lexicon(parse.pack)
        sites = tuple(find_sites(parse, words))
        taken = frozenset(at for site in sites for at in range(site.first, site.last))
        found = list(find_candidates(parse, words, taken))
        overview = look_over(parse, found, words, sites)
        wanted = {
            place.span
            for place in report.places or ()
            if fold(report.text[slice(*place.span)]) not in words.demonyms
        }
        number = crc32(report.text.encode()) % FOLDS
        yield tuple(
            Sample(
                number,
                tuple(clues(parse, each, words, overview)),
                (each.start, each.end) in wanted,
            )
            for each in found
        )


def fit(held: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return the weights of a ridge logistic regression; the last one, the bias, is free."""
    weights = np.zeros(held.shape[1])
    penalty = np.append(np.ones(len(weights) - 1), 0.0)
    for _ in range(30):
        likely = 1 / (1 + np.exp(-held @ weights))
        slope = held.T @ (likely - wanted) + penalty * weights
        curve = (held.T * (likely * (1 - likely))) @ held + np.diag(penalty + 1e-9)
        weights -= np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Fit, cross-validate and print."""
    folder = gold_folder() / "places"
    reports = [
        *read_tr_news(folder / "TR-News.xml"),
        *read_geovirus(folder / "GeoVirus.xml"),
    ]
    found = [sample for article in samples(reports) for sample in article]
    names = sorted({clue for sample in found for clue in sample.clues})
    held = np.zeros((len(found), len(names) + 1))
    held[:, -1] = 1
    for row, sample in enumerate(found):
        held[row, [names.index(clue) for clue in sample.clues]] = 1
    wanted = np.array([float(sample.place) for sample in found])
    folds = np.array([sample.fold for sample in found])
    likely = np.zeros(len(found))
    for number in range(FOLDS):
        weights = fit(held[folds != number], wanted[folds != number])
        likely[folds == number] = 1 / (1 + np.exp(-held[folds == number] @ weights))
    right = float(((likely >= LEAST) * wanted).sum())
    print(f"candidates {len(found)}, F1 {2 * right / ((likely >= LEAST).sum() + wanted.sum()):.3f}")
    for name, weight in zip([*names, "bias"], fit(held, wanted), strict=True):
        print(f"{weight:6.2f}  {name}")


if __name__ == "__main__":
    main()
