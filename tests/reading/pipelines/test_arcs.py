"""Dependencies decided abreast are the ones that spaCy's parser gives, token for token."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import as_file, files
from itertools import islice

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from recoupe import demo
from recoupe.article import to_article
from recoupe.evaluation.marked import read_marked
from recoupe.languages import available
from recoupe.model import make_capture
from recoupe.reading.pipelines import annotator
from recoupe.reading.pipelines.arcs import ArcDecider, can_follow
from tests.reading.pipelines.test_annotation import TEXTS, spacys_own

LABELS = ("nsubj", "obj", "x||nsubj", "y||obj", "q||ROOT", "punct")
WORDS = ("ship", "a", "the", ".", "!", "\n", "Go")


def parsed(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            *(t.text, t.head.i, t.dep_, t.is_sent_start),
            *(t.n_lefts, t.n_rights, t.left_edge.i, t.right_edge.i),
        )
        for t in doc
    ]


@cache
def real_texts(code: str) -> tuple[str, ...]:
    """The demo's reports in a language, and in French some of our own annotated texts."""
    texts = list(TEXTS[code])
    with demo.reports() as paths:
        for path in paths:
            kind = "text/html" if path.suffix == ".html" else "text/plain"
            when = datetime(2024, 1, 1, tzinfo=UTC)
            capture = make_capture(
                path.read_bytes(), source=path.name, media_type=kind, captured_at=when
            )
            article = to_article(capture, today=date(2024, 1, 1))
            if article.language == code:
                texts.append(article.text)
    with as_file(files("recoupe.demo").joinpath("statements", code)) as folder:
        for path in sorted(folder.glob("*.txt")):
            texts.extend(report.text for report in islice(read_marked(path, "own", code), 6))
    return tuple(texts)


def ready(nlp: Language, texts: Sequence[str], sentences: random.Random | None) -> list[Doc]:
    """Documents as they come to the parser, some of their sentences given where asked for."""
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs if sentences else ():
        for token in doc[1:]:
            if token.nbor(-1).text == "\n\n":
                token.is_sent_start = True
            elif sentences and sentences.random() < 0.1:
                token.is_sent_start = sentences.random() < 0.3
    for name, component in nlp.pipeline:
        if name == "parser":
            break
        docs = [component(doc) for doc in docs]
    return docs


@pytest.mark.parametrize("given", [False, True])
@pytest.mark.parametrize("code", available())
def test_real_texts_are_parsed_as_by_spacy(code: str, given: bool) -> None:
    nlp, texts = spacys_own(code), real_texts(code)
    expected, found = (
        ready(nlp, texts, random.Random(1) if given else None)  # noqa: S311
        for _ in range(2)
    )
    parser: DependencyParser = nlp.get_pipe("parser")
    decide = ArcDecider(parser)
    for at in range(0, len(texts), 8):
        list(parser.pipe(expected[at : at + 8], batch_size=32))
        decide(found[at : at + 8])
    assert sum(len(doc) for doc in expected) > 800
    assert [parsed(doc) for doc in found] == [parsed(doc) for doc in expected]


def arbitrary_parser(nlp: Language, seed: int) -> DependencyParser:
    """A parser that has learned nothing, and so does all that a parser may do."""
    chance = np.random.default_rng(seed)
    parser: DependencyParser = nlp.create_pipe("parser")
    for label in LABELS:
        parser.add_label(label)
    parser.model.initialize()
    lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
    for layer, name in ((lower, "b"), (upper, "W"), (upper, "b")):
        numbers = chance.normal(scale=3, size=layer.get_param(name).shape)
        layer.set_param(name, numbers.astype(np.float32))
    return parser


def arbitrary_docs(nlp: Language, seed: int) -> list[Doc]:
    chance = random.Random(seed)  # noqa: S311
    docs = [Doc(nlp.vocab, words=chance.choices(WORDS, k=count)) for count in range(0, 60, 5)]
    for doc in docs:
        for token in doc[1:]:
            token.is_sent_start = chance.choice([True, False, *[None] * seed])
    return docs


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_network_says_the_outcome_is_spacys(seed: int) -> None:
    nlp = spacy.blank("en")
    parser = arbitrary_parser(nlp, seed)
    assert can_follow(parser)
    expected, found = arbitrary_docs(nlp, seed), arbitrary_docs(nlp, seed)
    list(parser.pipe(expected))
    ArcDecider(parser)(found)
    assert [parsed(doc) for doc in found] == [parsed(doc) for doc in expected]


def test_the_shipped_parsers_are_of_the_make_that_is_known() -> None:
    assert all(can_follow(annotator(code).nlp.get_pipe("parser")) for code in available())


def test_parsers_of_another_make_are_left_to_spacy() -> None:
    nlp = spacy.blank("en")
    assert not can_follow(nlp.create_pipe("parser"))
    assert not can_follow(nlp.create_pipe("beam_parser"))
    subwords: DependencyParser = nlp.create_pipe("parser", config={"learn_tokens": True})
    for label in ("nsubj", "subtok"):
        subwords.add_label(label)
    assert not can_follow(subwords)


def test_documents_without_tokens_are_no_trouble() -> None:
    nlp = annotator("fr").nlp
    decide = ArcDecider(nlp.get_pipe("parser"))
    decide([])
    decide([nlp.make_doc("")])
