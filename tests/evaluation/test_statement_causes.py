"""Why a statement was missed or cut wrongly, on examples made up for each cause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.evaluation.gold_records import GoldReport, GoldStatement
from recoupe.evaluation.score import Case
from recoupe.evaluation.statement_causes import (
    WITH_CUE,
    commonest,
    content_cause,
    made_up_cause,
    missed_cause,
    part_cause,
)
from recoupe.model import Article, Statement

TEXT = (
    "Pont fermé, dit la mairie\n\n"
    "Paul, le maire de Brest, dit que le pont est fermé depuis hier soir. Il ouvrira mardi. Fin."
)


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def gold_of(content: str, cue: str = "", source: str = "") -> GoldStatement:
    return GoldStatement(
        tuple(at(part) for part in content.split("|")),
        (at(cue),) if cue else (),
        (at(source),) if source else (),
    )


@pytest.mark.parametrize(
    ("gold", "cause"),
    [
        (gold_of("Pont fermé", "dit la mairie"), "missed: in the headline"),
        (gold_of("Il ouvrira mardi."), "missed: no cue"),
        (gold_of("est fermé", "dit", "Paul"), "missed: inside another statement"),
        (gold_of("Il ouvrira|Fin", "dit", "Paul"), "missed: content in several parts"),
        (gold_of("Il ouvrira", "dit"), "missed: no source in the text"),
        (gold_of("Il ouvrira", "dit", "Paul"), WITH_CUE),
    ],
)
def test_what_sets_a_missed_statement_apart(gold: GoldStatement, cause: str) -> None:
    assert missed_cause(TEXT, (gold_of("le pont est fermé depuis hier soir"), gold), gold) == cause


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        ("le pont est fermé", "content: ends early by up to three words"),
        ("pont est fermé depuis hier soir", "content: begins late by up to three words"),
        ("le pont est fermé depuis hier soir.", "content: ends late by marks only"),
        (
            "le pont est fermé depuis hier soir. Il ouvrira mardi.",
            "content: ends late by a sentence or more",
        ),
        (
            "dit que le pont est fermé depuis hier soir",
            "content: begins early by its cue or source",
        ),
        ("est", "content: ends early by more than three words"),
        ("le pont|est fermé depuis hier soir", "content: in other parts"),
    ],
)
def test_where_content_goes_wrong(found: str, cause: str) -> None:
    gold = gold_of("le pont est fermé depuis hier soir", "dit que", "Paul")
    start, _ = gold.content[0]
    spans = []
    for part in found.split("|"):
        begin = TEXT.index(part, start if not part.startswith("dit") else 30)
        spans.append((begin, begin + len(part)))
    assert content_cause(TEXT, gold, spans) == cause


@pytest.mark.parametrize(
    ("part", "gold", "found", "cause"),
    [
        ("source", "Paul, le maire de Brest", "Paul", "source: cut at a comma"),
        ("source", "maire de Brest", "maire", "source: too short"),
        ("source", "Paul", "Paul, le maire de Brest", "source: too long"),
        ("source", "le maire", "maire de Brest", "source: shifted"),
        ("source", "Paul", "Il", "source: elsewhere, the found one is a pronoun"),
        ("source", "Il", "Paul", "source: elsewhere, the gold one is a pronoun"),
        ("source", "Paul", "Brest", "source: elsewhere"),
        ("source", "Paul", "", "source: not found"),
        ("cue", "", "dit que", "cue: found where there is none"),
        ("cue", "dit que", "ouvrira", "cue: elsewhere"),
    ],
)
def test_in_what_a_part_differs(part: str, gold: str, found: str, cause: str) -> None:
    report = GoldReport("own", "a", TEXT, "fr")
    wanted, here = ([at(words)] if words else [] for words in (gold, found))
    assert part_cause(report, part, wanted, here) == cause


def test_what_was_made_up(article_of: Callable[..., Article]) -> None:
    article = article_of(TEXT)

    def cause(content: str, cue: str = "", source: str = "") -> str:
        parts = [(article.span(*at(words)),) if words else () for words in (content, cue, source)]
        found = Statement("s", *parts, None, None, "direct", "asserts", False, None, (), 0.5)
        wanted = (gold_of("le pont est fermé depuis hier soir", "dit que", "Paul"),)
        return made_up_cause(wanted, found)

    assert cause("hier soir") == "made up: part or double of a gold content"
    assert cause("Il ouvrira", "dit que") == "made up: right cue, content elsewhere"
    assert cause("Il ouvrira") == "made up: no cue"
    assert cause("Il ouvrira", "Fin") == "made up: no source"
    assert cause("Il ouvrira", "Fin", "Paul") == "made up: nobody speaks there"


def test_the_commonest_first_and_known_cues_apart() -> None:
    def case(cause: str, cue: str = "") -> Case:
        return Case("missed", "a", "", "", "", 1.0, cause=cause, cue=cue)

    cases = [case(WITH_CUE, "dit"), case(WITH_CUE, "opine"), case(WITH_CUE, "dit"), case("")]
    assert commonest([*cases, case("cue: elsewhere")], lambda cue: cue == "dit") == [
        ("missed: cue in the language pack", 2),
        ("cue: elsewhere", 1),
        ("missed: cue not in the language pack", 1),
    ]
