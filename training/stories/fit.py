"""Fit the link model on gold stories: python training/stories/fit.py [--folds 5] [--write].

Cross-validated by incident (GVA) and by topic (ECB+); see README.md. Needs numpy only.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from pathlib import Path

import numpy as np

from recoupe.story.grouping import components, groups
from recoupe.story.index import Index
from recoupe.story.linking import factors
from recoupe.story.measures import Measures, measure

OUT = Path(__file__).parents[2] / "src" / "recoupe" / "story" / "weights" / "link.json"
RIDGE = 1.0


class Corpus:
    """Pairs of one corpus with their factors; ``label`` is the story, ``fold_by`` what is split."""

    def __init__(self, name, features, label, fold_by):
        self.name = name
        index = Index()
        for item in features:
            index.add(item)
        index.refreshed()
        self.ids = sorted({item.report for item in features})
        self.label, self.fold_by = label, fold_by
        self.pairs, rows = [], []
        for report in self.ids:
            for other in index.candidates(report):
                if report < other:
                    self.pairs.append((report, other))
                    rows.append(measure(index.vector(report), index.vector(other)))
        self.rows = rows
        self.x = np.array([list(factors(row).values()) for row in rows])
        self.y = np.array([label[a] == label[b] for a, b in self.pairs])

    def folds(self, number, seed):
        order = sorted(set(self.fold_by.values()))
        np.random.default_rng(seed).shuffle(order)
        fold = {group: at % number for at, group in enumerate(order)}
        of = {report: fold[group] for report, group in self.fold_by.items()}
        return np.array([[of[a], of[b]] for a, b in self.pairs])


def fit(x, y, ridge=RIDGE):
    """Return the weights and the bias of a logistic regression, by Newton's method."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    b, penalty = np.zeros(z.shape[1]), np.eye(z.shape[1]) * ridge
    penalty[-1, -1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        gradient = z.T @ (p - y) + penalty @ b
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, gradient)
        b -= step
        if abs(step).max() < 1e-7:
            break
    weights = b[:-1] / spread
    return weights, b[-1] - mean @ weights


def predict(model, x):
    weights, bias = model
    return 1 / (1 + np.exp(-np.clip(x @ weights + bias, -30, 30)))


def crossed(corpora, number, seed):
    """Return for each corpus the probability of each pair by models that saw neither report's fold."""
    split = [corpus.folds(number, seed) for corpus in corpora]
    found = [np.zeros(len(corpus.pairs)) for corpus in corpora]
    for k in range(number):
        seen = [(fold != k).all(1) for fold in split]
        x = np.concatenate([corpus.x[rows] for corpus, rows in zip(corpora, seen)])
        y = np.concatenate([corpus.y[rows] for corpus, rows in zip(corpora, seen)])
        model = fit(x, y.astype(float))
        for corpus, fold, rows, out in zip(corpora, split, seen, found):
            held = ~rows
            share = np.where((fold[held] == k).all(1), 1.0, 0.5)
            out[held] += share * predict(model, corpus.x[held])
    return found


def bcubed(home, label):
    both = Counter((home[r], label[r]) for r in label)
    found, gold = Counter(home[r] for r in label), Counter(label.values())
    precision = sum(n * n / found[a] for (a, _), n in both.items()) / len(label)
    recall = sum(n * n / gold[b] for (_, b), n in both.items()) / len(label)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(corpus, probability):
    links = {report: {} for report in corpus.label}
    for (a, b), weight in zip(corpus.pairs, probability.tolist()):
        links[a][b] = links[b][a] = round(weight, 6)
    home = {}
    for part in components(links, links):
        for group in groups(part, links):
            home.update(dict.fromkeys(group, group[0]))
    return home


def report(corpora, number, seed):
    """Print B-cubed by cross-validation, and its spread over folds."""
    for corpus, found in zip(corpora, crossed(corpora, number, seed)):
        home = grouped(corpus, found)
        p, r, f = bcubed(home, corpus.label)
        spread = []
        for fold in parts(corpus, number, seed):
            label = {report: corpus.label[report] for report in fold}
            spread.append(bcubed(home, label)[2])
        low, high = min(spread), max(spread)
        print(f"{corpus.name}: P {p:.4f} R {r:.4f} F {f:.4f}, folds {low:.3f} to {high:.3f}")


def parts(corpus, number, seed):
    order = sorted(set(corpus.fold_by.values()))
    np.random.default_rng(seed).shuffle(order)
    fold = {group: at % number for at, group in enumerate(order)}
    return [[r for r, group in corpus.fold_by.items() if fold[group] == k] for k in range(number)]


def load(path):
    """Return the corpora: a pickle of ``[(name, features, label, fold_by), ...]``."""
    return [Corpus(*item) for item in pickle.loads(Path(path).read_bytes())]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", help="what training/stories/read.py wrote")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    corpora = load(options.corpora)
    for seed in range(options.seeds):
        report(corpora, options.folds, seed)
    if options.write:
        x = np.concatenate([corpus.x for corpus in corpora])
        y = np.concatenate([corpus.y for corpus in corpora]).astype(float)
        weights, bias = fit(x, y)
        names = list(factors(Measures(*[0.0] * len(Measures._fields))))
        table = {"bias": round(float(bias), 6)}
        table |= {name: round(float(w), 6) for name, w in zip(names, weights)}
        OUT.write_text(json.dumps({"weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
