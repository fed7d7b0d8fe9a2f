"""Every case of ``tests/cases``: the rules find exactly the statements marked in it.

The cases say what the rules know. A trained network is not held to single sentences: it is to find
as good as all of them, and `recoupe evaluate` measures it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from recoupe.languages import available
from recoupe.model import Article, Span, Statement
from recoupe.reading.parse import parse
from recoupe.reading.reader import read_parse

CASES = Path(__file__).parent.parent / "cases"
NEARLY = 0.8
MARKS = {"{": "content", "[": "cue", "<": "source", "}": "content", "]": "cue", ">": "source"}


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    language: str
    text: str
    statements: frozenset[tuple[object, ...]]


def cases(language: str) -> Iterator[Case]:
    name, text, spans = "", "", ()
    expected: dict[str, list[tuple[object, ...]]] = {}
    for row in (CASES / f"statements.{language}.txt").read_text("utf-8").splitlines():
        if row.startswith("# "):
            yield from _made(name, language, expected)
            name, expected = row[2:], {}
        elif row.startswith("= "):
            speaker, kind, stance, *hedged = (word.strip() for word in row[2:].split(","))
            said = (None if speaker == "-" else speaker, kind, stance, hedged == ["hedged"])
            expected[text].append((*spans, *said))
        elif row:
            text, spans = unmarked(row.replace("\\n", "\n"))
            expected.setdefault(text, [])
    yield from _made(name, language, expected)


def _made(
    name: str, language: str, expected: dict[str, list[tuple[object, ...]]]
) -> Iterator[Case]:
    for text, statements in expected.items():
        yield Case(name, language, text, frozenset(statements))


def unmarked(row: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return the text without marks, and the words of content, cue and source."""
    text, opened, found = "", {}, {"content": [], "cue": [], "source": []}
    for part in re.split(r"([{}\[\]<>])", row):
        if part not in MARKS:
            text += part
        elif part in "{[<":
            opened[MARKS[part]] = len(text)
        else:
            found[MARKS[part]].append((opened.pop(MARKS[part]), len(text)))
    return text, tuple(
        tuple(text[start:end] for start, end in found[role])
        for role in ("content", "cue", "source")
    )


def read(statement: Statement) -> tuple[object, ...]:
    def words(spans: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(span.text for span in spans)

    return (
        words(statement.content),
        words(statement.cue),
        words(statement.source),
        statement.speaker_name,
        statement.kind,
        statement.stance,
        statement.hedged,
    )


@pytest.mark.models
@pytest.mark.parametrize(
    "case",
    [case for code in available() for case in cases(code)],
    ids=lambda case: f"{case.language}: {case.name}",
)
def test_a_case_is_read_as_marked(case: Case, article_of: Callable[..., Article]) -> None:
    article = article_of(case.text, case.language)
    reading = read_parse(parse(article), counting="recoupe", mode="rules")
    assert {read(statement) for statement in reading.statements} == case.statements


@pytest.mark.models
@pytest.mark.parametrize("code", available())
def test_the_tagger_finds_nearly_all_of_them(code: str, article_of: Callable[..., Article]) -> None:
    wanted, found = 0, 0
    for case in cases(code):
        reading = read_parse(parse(article_of(case.text, code)), counting="recoupe")
        contents = {read(statement)[0] for statement in reading.statements}
        wanted += len(case.statements)
        found += sum(statement[0] in contents for statement in case.statements)
    assert found >= NEARLY * wanted
