"""Quotations found by Recoupe and by textacy, on the same gold data with the same measures.

    pip install textacy
    python benchmarks/quotations.py [--mode MODE] [--subset N]

Needs the gold data (RECOUPE_GOLD). textacy's ``direct_quotations`` reads the parse of the spaCy
pipeline that Recoupe uses; it knows English, Spanish and French. It finds quotations with marks at
both ends only, and gives an article up where their number is odd, so it is asked once for whole
articles, as it is meant to be, and once for each paragraph, which suits it better.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice

from spacy.tokens import Doc, Span, Token
from textacy.extract import direct_quotations

from recoupe.engine import LocalEngine
from recoupe.evaluation import gold_folder
from recoupe.evaluation.gold import corpora
from recoupe.evaluation.run import read_reports
from recoupe.evaluation.score import Tally
from recoupe.evaluation.statements import score
from recoupe.flow import ReadOptions
from recoupe.model import MODES, Article, Mode, Reading, Statement
from recoupe.reading.pipelines import pipeline

MEASURES = (
    "content overlap 0.3",
    "content overlap 0.8",
    "content exact",
    "cue exact",
    "source exact",
)
SETS = {"all": "", "direct": "direct: "}
Tallies = dict[str, Tally]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=MODES, default="accurate")
    parser.add_argument("--subset", type=int, help="only the first articles of each corpus")
    arguments = parser.parse_args()
    print("| corpus | statements | by |", *(f"{name} |" for name in MEASURES))
    print("|---|---|---|" + "--:|" * len(MEASURES))
    for corpus in corpora(frozenset({"statements"})):
        tallies, refused = measured(corpus.name, arguments.mode, arguments.subset)
        for line in rows(corpus.name, tallies):
            print(line)
        notes = f"{refused[0]} of {refused[1]} articles and {refused[2]} of {refused[3]} paragraphs"
        print(f"<!-- {corpus.name}: textacy refused {notes} with an odd number of marks -->")


def measured(name: str, mode: Mode, subset: int | None) -> tuple[Tallies, list[int]]:
    """Return the counts of each way of finding statements, and how often textacy gave up."""
    [corpus] = [item for item in corpora(frozenset({"statements"})) if item.name == name]
    tallies = {way: Tally() for way in (f"Recoupe, {mode}", "textacy", "textacy, by paragraph")}
    refused = [0, 0, 0, 0]
    nlp = pipeline(corpus.language)
    options = ReadOptions(today=datetime.now(UTC).date(), mode=mode)
    reports = islice(corpus.reports(gold_folder()), subset)
    for report, reading in read_reports(reports, options, LocalEngine(1)):
        if not isinstance(reading, Reading):
            raise SystemExit(f"{report.id} could not be read: {reading.message}")
        whole, paragraphs = [nlp(report.text)], []
        at = 0
        for part in report.text.split("\n"):
            paragraphs.append((nlp(part), at))
            at += len(part) + 1
        for place, pieces in ((0, [(whole[0], 0)]), (2, paragraphs)):
            refused[place] += sum(odd(doc) for doc, _ in pieces)
            refused[place + 1] += len(pieces)
        found = {
            f"Recoupe, {mode}": reading.statements,
            "textacy": tuple(quotations(reading.article, [(whole[0], 0)])),
            "textacy, by paragraph": tuple(quotations(reading.article, paragraphs)),
        }
        for way, statements in found.items():
            score(report, statements, tallies[way])
    return tallies, refused


def odd(doc: Doc) -> bool:
    return sum(token.is_quote for token in doc) % 2 == 1


def quotations(article: Article, pieces: Iterable[tuple[Doc, int]]) -> Iterator[Statement]:
    """Yield what textacy finds as statements; ``pieces`` are parses with their offsets."""
    for doc, start in pieces:
        if odd(doc):
            continue
        for number, triple in enumerate(direct_quotations(doc)):
            yield Statement(
                id=f"{start}-{number}",
                content=(article.span(*stretch(triple.content, start)),),
                cue=(article.span(*stretch(triple.cue, start)),),
                source=(article.span(*stretch(triple.speaker, start)),),
                speaker=None,
                speaker_name=None,
                kind="direct",
                stance="asserts",
                hedged=False,
                within=None,
                via=(),
                confidence=0.5,
            )


def stretch(tokens: Span | list[Token], start: int) -> tuple[int, int]:
    """Return the offsets from the first token to the end of the last."""
    return start + tokens[0].idx, start + tokens[-1].idx + len(tokens[-1])


def rows(corpus: str, tallies: Tallies) -> Iterator[str]:
    for name, prefix in SETS.items():
        for way, tally in tallies.items():
            values = (tally.counts[prefix + measure].f1 for measure in MEASURES)
            cells = " | ".join("-" if value is None else f"{value:.3f}" for value in values)
            yield f"| {corpus} | {name} | {way} | {cells} |"


if __name__ == "__main__":
    main()
