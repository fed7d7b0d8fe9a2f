"""Articles with their statements, as the network reads them: words, hints of the rules, gold runs.

Everything that reading does too is done by Recoupe's own code, so that the network is trained on
just what it will be given.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import numpy as np

from recoupe.article import to_article
from recoupe.evaluation.gold import gold_folder
from recoupe.model import Article, Declared, Stance, make_capture
from recoupe.reading.attributions import find_by_rules
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging.chunks import chunks_of
from recoupe.reading.attributions.tagging.features import (
    Anchor,
    Ruled,
    relations,
    ruled,
    word_features,
)
from recoupe.reading.attributions.tagging.pieces import BEGIN, END, Pieces
from recoupe.reading.attributions.tagging.words import Run, Words, words_of
from recoupe.reading.parse import parse_all
from recoupe.reading.quotations import read_quotations

ANNOTATIONS = Path(__file__).parent / "annotations" / "fr.jsonl"
PRESS = "press/gilets_jaunes_dev.jsonl"
POLNEAR = "attribution/polnear_train.jsonl"
STANCES = get_args(Stance)
HELD_OUT = frozenset((ANNOTATIONS.parent / "held_out.txt").read_text().split())
"""The 70 articles that are kept back, to choose thresholds on."""


@dataclass(frozen=True)
class Document:
    """An article ready to learn from.

    ``gold`` are statements in runs of words, ``stances`` the number of each one's stance in
    ``STANCES``, -1 where the data have none.
    """

    id: str
    language: str
    page: Page
    words: Words
    features: np.ndarray
    rules: tuple[Ruled, ...]
    gold: tuple[Ruled, ...]
    stances: tuple[int, ...]


@dataclass(frozen=True)
class Item:
    """One chunk: pieces and their features, the first piece of each word, tags, and anchors."""

    pieces: list[int]
    features: np.ndarray
    heads: list[int]
    cues: np.ndarray
    roles: np.ndarray
    anchors: list[tuple[int, int]]
    relations: np.ndarray
    wanted: np.ndarray
    stances: np.ndarray


def annotated(language: str) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Return id, text and attributions of the training articles of a language."""
    folder = gold_folder()
    if language == "en":
        rows = _lines(folder / POLNEAR)
        return [(row["id"], row["text"], row["attributions"]) for row in rows]
    texts = {row["id"]: row["text"] for row in _lines(folder / PRESS)}
    found = []
    for row in _lines(ANNOTATIONS):
        text = texts[row["id"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise SystemExit(f"{row['id']}: the text is not the one that was annotated")
        found.append((row["id"], text, row["attributions"]))
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def documents(language: str, *, held_out: bool = False) -> Iterator[Document]:
    """Yield the articles of a language to train on, or those held out, read by the rules."""
    rows = [row for row in annotated(language) if (row[0] in HELD_OUT) is held_out]
    gold = {name: attributions for name, _, attributions in rows}
    articles = (_article(name, text, language) for name, text, _ in rows)
    for parse in parse_all(articles, language):
        page = Page(parse, read_quotations(parse))
        words = words_of(page)
        rules = ruled(words, find_by_rules(page, lexicon(parse.pack)))
        name = parse.article.input_id
        wanted = tuple(_gold(words, gold[name]))
        yield Document(
            id=name,
            language=language,
            page=page,
            words=words,
            features=word_features(page, words, rules),
            rules=rules,
            gold=tuple(item for item, _ in wanted),
            stances=tuple(stance for _, stance in wanted),
        )


def _article(name: str, text: str, language: str) -> Article:
    capture = make_capture(
        text.encode(),
        source=name,
        media_type="text/plain",
        captured_at=datetime(2000, 1, 1, tzinfo=UTC),
        declared=Declared(input_id=name, published=None, language=language),
        charset="utf-8",
    )
    article = to_article(capture, today=date(2000, 1, 1))
    if article.text != text:
        raise SystemExit(f"{name}: the article's text is not the annotated text")
    return article


def _gold(words: Words, attributions: Iterable[dict[str, Any]]) -> Iterator[tuple[Ruled, int]]:
    for item in attributions:
        content, cue, source = (_runs(words, item[part]) for part in ("content", "cue", "source"))
        if content:
            stance = STANCES.index(item["stance"]) if "stance" in item else -1
            yield Ruled(content, next(iter(cue), None), next(iter(source), None)), stance


def _runs(words: Words, spans: list[Any] | None) -> tuple[Run, ...]:
    if not spans:
        return ()
    pairs = [spans] if isinstance(spans[0], int) else spans
    runs = (words.run((start, end)) for start, end in sorted(pairs))
    return tuple(run for run in runs if run[0] < run[1])


def items(document: Document, pieces: Pieces, longest: int) -> Iterator[Item]:
    """Yield the chunks of an article, of at most ``longest`` pieces."""
    words = document.words
    each = [pieces.of_word(words.of(at), words.spaced[at]) for at in range(len(words))]
    for chunk in chunks_of(words, [len(some) for some in each], longest):
        yield _item(document, chunk, each[slice(*chunk)])


def _item(document: Document, chunk: Run, each: list[tuple[int, ...]]) -> Item:
    sizes = [len(some) for some in each]
    owners = np.repeat(np.arange(*chunk), sizes)
    edge = np.zeros((1, document.features.shape[1]), np.int64)
    anchors = _anchors(document, chunk)
    return Item(
        pieces=[BEGIN, *(piece for some in each for piece in some), END],
        features=np.concatenate([edge, document.features[owners], edge]),
        heads=[1 + sum(sizes[:at]) for at in range(len(sizes))],
        cues=_cue_tags(document, chunk),
        roles=_role_tags(document.gold, chunk),
        anchors=[(a.run[0] - chunk[0], min(a.run[1], chunk[1]) - chunk[0]) for a, _, _ in anchors],
        relations=np.array(
            [relations(document.words, chunk, anchor, document.rules) for anchor, _, _ in anchors]
        ),
        wanted=np.array([_role_tags(some, chunk) for _, some, _ in anchors]),
        stances=np.array([stance for _, _, stance in anchors], np.int64),
    )


def _anchors(document: Document, chunk: Run) -> list[tuple[Anchor, tuple[Ruled, ...], int]]:
    """Return the gold anchors of a chunk, and those of rules that are none, with what they say.

    The number is that of the stance.
    """
    found: list[tuple[Anchor, tuple[Ruled, ...], int]] = []
    taken: set[int] = set()
    told = zip(document.gold, document.stances, strict=True)
    gold = [(item, (item,), stance) for item, stance in told]
    for item, said, stance in [*gold, *((item, (), -1) for item in document.rules)]:
        run = item.anchor
        if not chunk[0] <= run[0] < chunk[1] or (not said and taken & set(range(*run))):
            continue
        found.append((Anchor(run, item.cue is not None), said, stance))
        taken |= set(range(*run))
    return found


def _cue_tags(document: Document, chunk: Run) -> np.ndarray:
    found = np.zeros(chunk[1] - chunk[0], np.int64)
    for item in document.gold:
        if item.cue is None and chunk[0] <= item.anchor[0] < chunk[1]:
            found[item.anchor[0] - chunk[0]] = 3
    for item in document.gold:
        if item.cue is not None:
            _mark(found, item.cue, chunk, 1)
    return found


def _role_tags(gold: Iterable[Ruled], chunk: Run) -> np.ndarray:
    found = np.zeros(chunk[1] - chunk[0], np.int64)
    for item in gold:
        for run in item.content:
            _mark(found, run, chunk, 1)
        if item.source is not None:
            _mark(found, item.source, chunk, 3)
    return found


def _mark(tags: np.ndarray, run: Run, chunk: Run, opening: int) -> None:
    """Tag a run's words in a chunk: ``opening`` and the tag behind it."""
    first, last = max(run[0], chunk[0]), min(run[1], chunk[1])
    if first < last:
        tags[first - chunk[0] : last - chunk[0]] = opening + 1
        tags[first - chunk[0]] = opening
