"""Pairs of passages to learn from, made of the lines that were written for it (``written/``).

A matter gives pairs across its two sides (they contradict each other), within one side (they
agree), and of a sentence beside both (neither). A text gives what follows from it (agrees), what
contradicts it, and what it leaves open (neither). Sentences of two lines are unrelated; half of
these pairs are of lines that share many words.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from turning import negated, renumbered, shortened

LABELS = ("contradicts", "agrees", "beside", "unrelated")
HELD_OUT = 0.1  # of the matters and of the texts, drawn by their words
BESIDE, APART = 8, 3  # pairs of a matter with a sentence beside it, and with another line
TEXT_TIMES = 2  # a text gives few pairs
TURNED = 4  # sentences of a matter that are turned round by grammar, and of a text half as many
NEAR = 8  # lines that share most words, of which unrelated sentences are drawn

WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True)
class Pair:
    """Two passages, each with its language and a space before it, and the number of a label."""

    one: str
    other: str
    label: int


@dataclass(frozen=True)
class Line:
    """One line as it was written, with the name of its file."""

    file: str
    data: dict[str, Any]

    @property
    def sides(self) -> tuple[list[str], list[str], list[str]]:
        """Return three lists: of a matter both sides and beside, of a text the three kinds."""
        keys = ("yes", "no", "beside") if self.data["kind"] == "matter" else _KINDS
        first, second, third = (list(self.data[key]) for key in keys)
        return first, second, third

    @property
    def sentences(self) -> list[str]:
        """Return everything that the line says."""
        first, second, third = self.sides
        text = [self.data["text"]] if "text" in self.data else []
        return [*text, *first, *second, *third]


_KINDS = ("follows", "contradicts", "open")


def lines(folder: Path) -> list[Line]:
    """Return the lines of a folder, in the order of its files; a broken line is left out."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").split("\n"):
            try:
                line = Line(path.stem, json.loads(row))
                whole = all(s[:3] in {"fr ", "en "} for s in line.sentences)
            except (ValueError, KeyError, TypeError):
                continue
            if whole:
                found.append(line)
    return found


def held_out(line: Line) -> bool:
    """Whether a line is kept back to measure on: by a hash of what it begins with."""
    drawn = hashlib.sha256(line.sentences[0].encode()).digest()
    return int.from_bytes(drawn[:4], "big") < HELD_OUT * 2**32


def pairs(some: Sequence[Line], rng: random.Random, *, turn: bool = True) -> Iterator[Pair]:
    """Yield the pairs of one epoch; which of the many are drawn depends on ``rng``.

    Without ``turn`` none of them is made by grammar.
    """
    near = _neighbours(some)
    for at, line in enumerate(some):
        if line.data["kind"] == "matter":
            yield from _of_matter(line, rng)
            yield from _turned_matter(line, rng) if turn else ()
            strangers = APART
        else:
            yield from _of_text(line)
            yield from _turned_text(line, rng) if turn else ()
            strangers = 1
        for number in range(strangers):
            one = rng.choice(line.sentences)
            there = rng.choice(near[at]) if number % 2 == 0 else rng.randrange(len(some))
            if there != at:
                yield Pair(one, rng.choice(some[there].sentences), 3)


def _of_matter(line: Line, rng: random.Random) -> Iterator[Pair]:
    yes, no, beside = line.sides
    yield from (Pair(one, other, 0) for one, other in product(yes, no))
    for side in (yes, no):
        yield from (Pair(one, other, 1) for one, other in combinations(side, 2))
    around = [*product(beside, [*yes, *no]), *combinations(beside, 2)]
    yield from (Pair(one, other, 2) for one, other in rng.sample(around, min(BESIDE, len(around))))


def _of_text(line: Line) -> Iterator[Pair]:
    text = line.data["text"]
    for sentences, label in zip(line.sides, (1, 0, 2), strict=True):
        for sentence in sentences:
            yield from [Pair(text, sentence, label)] * TEXT_TIMES


def _turned_matter(line: Line, rng: random.Random) -> Iterator[Pair]:
    yes, no, _ = line.sides
    for own, against in rng.choices(((yes, no), (no, yes)), k=TURNED):
        sentence = rng.choice(own)
        turned = negated(sentence)
        if turned:
            other = rng.choice([each for each in own if each != sentence])
            yield rng.choice((Pair(sentence, turned, 0), Pair(other, turned, 0)))
            yield Pair(rng.choice(against), turned, 1)
        yield from _reworded(sentence, rng)


def _turned_text(line: Line, rng: random.Random) -> Iterator[Pair]:
    text = line.data["text"]
    follows, against, _ = line.sides
    for sentences, label in ((follows, 0), (against, 1)):
        turned = negated(rng.choice(sentences))
        if turned:
            yield Pair(text, turned, label)
    yield from _reworded(text, rng)


def _reworded(sentence: str, rng: random.Random) -> Iterator[Pair]:
    """Yield a sentence with another number, and cut short with and without another one."""
    short = shortened(sentence)
    base = short or sentence
    other = renumbered(base, rng)
    if other:
        yield Pair(sentence, other, 0)
    if short:
        yield Pair(sentence, short, 1)


def _neighbours(some: Sequence[Line]) -> list[list[int]]:
    """Return for each line those that share most of its rare words."""
    words = [set(WORD.findall(" ".join(line.sentences).lower())) for line in some]
    numbers: dict[str, int] = {}
    for each in words:
        for word in sorted(each):
            numbers.setdefault(word, len(numbers))
    table = np.zeros((len(some), len(numbers)), np.float32)
    for row, each in zip(table, words, strict=True):
        row[[numbers[word] for word in each]] = 1
    table *= np.log(len(some) / table.sum(0))
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    like = table @ table.T
    np.fill_diagonal(like, -1)
    return [list(map(int, row)) for row in np.argsort(-like, axis=1)[:, :NEAR]]
