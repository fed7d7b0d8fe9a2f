"""Choose the tagger's thresholds and calibrate its confidence on the 70 articles held out.

    python training/statements/calibrate.py [WEIGHTS]

prints F1 of exact contents, cues and sources, and of contents at overlap 0.8, for each pair of
``tagger.LEAST`` (from which probability words may be a cue) and ``tagger.LEAST_RULED`` (the same
for words that the rules hold to be one), and then, for the constants as they stand, the two numbers
of ``merging.CALIBRATION``: a logistic regression of "is one of the gold statements, overlap
0.8" on the log odds of the network's own likelihood (Platt 1999).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from documents import Document, documents

from recoupe.evaluation.match import jaccard, one_to_one, overlap
from recoupe.reading.attributions import find_by_rules, merging
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.tagging import tagger
from recoupe.reading.attributions.tagging.network import FOLDER, Network, Seen
from recoupe.reading.attributions.tagging.words import Run, Words

LEASTS = (0.5, 0.6, 0.7)

Statement = tuple[tuple[Place, ...], tuple[Place, ...], tuple[Place, ...]]


class Remembering(Network):
    """A network that sees every chunk once, however often it is asked."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._seen: dict[tuple[str, Run], Seen] = {}

    def see(self, words: Words, features: np.ndarray, chunk: Run) -> Seen:
        """Return what was seen there before, if anything."""
        key = (words.text, chunk)
        if key not in self._seen:
            self._seen[key] = super().see(words, features, chunk)
        return self._seen[key]


def gold(document: Document) -> list[Statement]:
    """Return content, cue and source of the gold statements."""

    def places(*runs: tuple[int, int] | None) -> tuple[Place, ...]:
        return tuple(document.words.place(run) for run in runs if run is not None)

    return [
        (places(*item.content), places(item.cue), places(item.source)) for item in document.gold
    ]


def found(document: Document, network: Network) -> list[Finding]:
    """Return what accurate mode finds in an article."""
    lex = lexicon(document.page.parse.pack)
    rules = find_by_rules(document.page, lex)
    tags = tagger.tag(document.page, rules, network)
    return merging.merge(document.page, rules, tags, lex)


def matched(wanted: Sequence[Statement], here: Sequence[Finding]) -> set[int]:
    """Return which findings are a gold statement, by content overlap 0.8."""

    def likeness(one: Statement, other: Finding) -> float:
        near = overlap(one[0], other.content) >= 0.8
        return jaccard(one[0], other.content) if near else 0.0

    return {to for _, to in one_to_one(wanted, here, likeness)}


def scores(pairs: Sequence[tuple[list[Statement], list[Finding]]]) -> list[float]:
    """Return F1 of exact contents, cues and sources, and of contents at overlap 0.8."""
    counts = np.zeros((4, 3))
    for wanted, here in pairs:
        parts = [[f.content, *[(p,) if p else () for p in (f.cue, f.source)]] for f in here]
        for at in range(3):
            real = {span for item in wanted for span in item[at]}
            read = {span for item in parts for span in item[at]}
            counts[at] += len(real & read), len(read), len(real)
        counts[3] += len(matched(wanted, here)), len(here), len(wanted)
    return [2 * both / max(1, read + real) for both, read, real in counts]


def fit(likely: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Return slope and offset of a logistic regression (Newton's method)."""
    inputs = np.stack([np.log(likely / (1 - likely)), np.ones_like(likely)], 1)
    weights = np.zeros(2)
    for _ in range(50):
        guess = 1 / (1 + np.exp(-inputs @ weights))
        bend = inputs.T @ (inputs * (guess * (1 - guess))[:, None]) + 1e-6 * np.eye(2)
        weights += np.linalg.solve(bend, inputs.T @ (right - guess))
    return float(weights[0]), float(weights[1])


def main() -> None:
    network = Remembering(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    kept = {language: list(documents(language, held_out=True)) for language in ("en", "fr")}
    least, ruled = tagger.LEAST, tagger.LEAST_RULED
    for tagger.LEAST in LEASTS:  # type: ignore[misc]
        for tagger.LEAST_RULED in LEASTS:  # type: ignore[misc]
            for language, some in kept.items():
                row = scores([(gold(one), found(one, network)) for one in some])
                numbers = " ".join(f"{value:.3f}" for value in row)
                print(
                    f"{language} least {tagger.LEAST} {tagger.LEAST_RULED}: {numbers}", flush=True
                )
    tagger.LEAST, tagger.LEAST_RULED = least, ruled  # type: ignore[misc]
    merging.CALIBRATION = (1.0, 0.0)  # type: ignore[misc]
    likely: list[float] = []
    right: list[bool] = []
    for document in [*kept["en"], *kept["fr"]]:
        here = found(document, network)
        good = matched(gold(document), here)
        likely.extend(item.confidence or 0.0 for item in here)
        right.extend(at in good for at in range(len(here)))
    fitted = fit(np.clip(likely, 0.001, 0.999), np.array(right, float))
    print(f"CALIBRATION = ({fitted[0]:.2f}, {fitted[1]:.2f}) on {len(right)} statements")


if __name__ == "__main__":
    main()
