"""Measure route (b) of ADR 0006: spaCy's transition-based tagger, one role at a time.

    python training/statements/spacy_route.py cue [EPOCHS]

trains an entity recogniser of spaCy's default make, from nothing, on the contents, cues or sources
of PolNeAR's training articles, and prints F1 of exact spans on its dev articles after each epoch:
what such a component finds, before anything links its spans. Nothing is kept.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import chain

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import compounding, filter_spans, minibatch

from recoupe.evaluation.gold import gold_folder, read_polnear
from recoupe.evaluation.gold_records import GoldReport, Range

EPOCHS, SEED, DROPOUT = 6, 1, 0.2
SHORTEST = 80  # tokens of a piece of an article, which is then cut at the next line


def reports(name: str) -> Iterator[GoldReport]:
    """Yield the articles of a file of PolNeAR."""
    return read_polnear(gold_folder() / "attribution" / name)


def said(report: GoldReport, role: str) -> Iterator[tuple[Range, ...]]:
    """Yield the spans of a role, those of one statement together."""
    return filter(None, (getattr(item, role) for item in report.statements or ()))


def marked(nlp: Language, report: GoldReport, role: str) -> Doc:
    """Return an article with the spans of a role as its entities; of nested ones the longest."""
    doc = nlp.make_doc(report.text)
    every = chain.from_iterable(said(report, role))
    spans = (doc.char_span(*place, label=role, alignment_mode="expand") for place in every)
    doc.ents = filter_spans([span for span in spans if isinstance(span, Span)])
    return doc


def pieces(doc: Doc) -> Iterator[Doc]:
    """Yield an article in pieces, cut at lines and never inside a span."""
    start = 0
    for token in doc:
        full = token.i - start > SHORTEST and "\n" in token.text and token.ent_iob_ == "O"
        if full or token.i == len(doc) - 1:
            yield doc[start : token.i + 1].as_doc()
            start = token.i + 1


def plain(nlp: Language, doc: Doc) -> Doc:
    """Return the same tokens with nothing known about them."""
    return Doc(nlp.vocab, [token.text for token in doc], [bool(t.whitespace_) for t in doc])


def score(nlp: Language, role: str) -> float:
    """Return F1 of exact spans on the dev articles."""
    both = read = real = 0
    for report in reports("polnear_dev.jsonl"):
        gold = set(said(report, role))
        found = {((ent.start_char, ent.end_char),) for ent in nlp(report.text).ents}
        both, read, real = both + len(gold & found), read + len(found), real + len(gold)
    return 2 * both / max(1, read + real)


def main() -> None:
    role, *rest = sys.argv[1:]
    nlp = spacy.blank("en")
    articles = (marked(nlp, report, role) for report in reports("polnear_train.jsonl"))
    examples = [
        Example(plain(nlp, piece), piece) for article in articles for piece in pieces(article)
    ]
    nlp.add_pipe("ner")
    optimiser = nlp.initialize(lambda: examples[:200])
    order = random.Random(SEED)  # noqa: S311 - the order of training, no secret
    for epoch in range(1, int(rest[0] if rest else EPOCHS) + 1):
        order.shuffle(examples)
        for batch in minibatch(examples, size=compounding(16, 64, 1.001)):
            nlp.update(batch, sgd=optimiser, drop=DROPOUT)
        print(f"epoch {epoch}: {score(nlp, role):.3f}", flush=True)


if __name__ == "__main__":
    main()
