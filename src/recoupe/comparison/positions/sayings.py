"""Sayings: what each statement of a story says, by which party and with which stance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from recoupe.comparison.positions.parties import Parties, Party, day_of
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords, Patterns
from recoupe.model import Reading, Said, Span, Stance, Statement

_SAME: Final = 0.8
"""Share of its letters from which a statement has the words of the one that reports it."""
_PLAIN: Final = str.maketrans("’‘`´“”«»", "''''\"\"\"\"")

CLAIMING: Final = frozenset({"asserts", "confirms", "accuses"})
DENYING: Final = frozenset({"denies"})
WANTING: Final = frozenset({"demands", "promises"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of one report; ``at`` is the ISO 8601 day of publication.

    ``number`` counts the statements of the report. ``text`` is its content as one line in small
    letters with plain marks.
    """

    report: str
    language: str
    statement: Statement
    party: Party
    stance: Stance
    at: str | None
    number: int
    text: str

    @property
    def start(self) -> int:
        """Where its words begin in the report."""
        return self.statement.content[0].start

    @property
    def end(self) -> int:
        """Where its words end in the report."""
        return self.statement.content[-1].end

    @property
    def claims(self) -> bool:
        """Whether it says that something is so."""
        return self.stance in CLAIMING

    @property
    def denies(self) -> bool:
        """Whether it says that something is not so."""
        return self.stance in DENYING

    @property
    def wants(self) -> bool:
        """Whether it says that something is to be."""
        return self.stance in WANTING

    @property
    def refuses(self) -> bool:
        """Whether it says that something is not to be."""
        return self.stance == "refuses"

    def said(self) -> tuple[Said, ...]:
        """Return its words as a position bears them, one for each span."""
        return tuple(
            Said(self.report, self.statement.id, span, self.at) for span in self.statement.content
        )


def sayings(readings: Iterable[Reading], parties: Parties) -> tuple[Saying, ...]:
    """Return what the statements of all readings say, by report and place in it.

    A statement that only reports another one's words ("A says that B says") gives way to it. The
    stance is that of the words: who says that a report is false denies it.
    """
    found: list[Saying] = []
    for reading in readings:
        inner = _reported(reading)
        speakers = parties.speakers(reading)
        kept = [item for item in reading.statements if item.id not in inner]
        found += [
            Saying(
                report=reading.article.id,
                language=reading.article.language,
                statement=statement,
                party=speakers[statement.id],
                stance=stance_of(statement, reading.article.language),
                at=day_of(reading),
                number=number,
                text=plain(statement.content),
            )
            for number, statement in enumerate(kept)
        ]
    return tuple(found)


def stance_of(statement: Statement, language: str) -> Stance:
    """Return the stance of a statement, as its content tells where its cue does not."""
    if statement.stance not in {"asserts", "other", "confirms"}:
        return statement.stance
    words = pack(language).table("findings", FindingWords)
    text = plain(statement.content)
    if _finds(words.doubting, text):
        return "cannot_verify"
    if statement.stance != "confirms" and _finds(words.denying, text):
        return "denies"
    if _finds(words.blaming, text) and not _finds(words.excusing, text):
        return "accuses"
    return statement.stance


def plain(spans: Iterable[Span]) -> str:
    """Return the words of ``spans`` on one line, in small letters with plain marks."""
    return " ".join(" ".join(span.text for span in spans).lower().translate(_PLAIN).split())


def _reported(reading: Reading) -> frozenset[str]:
    """Return the ids of statements whose words are those of one that they report."""
    outer = {statement.id: statement for statement in reading.statements}
    return frozenset(_repeated(reading.statements, outer))


def _repeated(statements: Iterable[Statement], outer: dict[str, Statement]) -> Iterator[str]:
    for inner in statements:
        around = outer.get(inner.within) if inner.within else None
        if around is None or inner.speaker_name is None:
            continue
        shared = sum(
            min(one.end, other.end) - max(one.start, other.start)
            for one in inner.content
            for other in around.content
            if one.overlaps(other)
        )
        if shared >= _SAME * sum(len(span) for span in around.content):
            yield around.id


def _finds(patterns: Patterns, text: str) -> bool:
    return bool(patterns) and compiled(patterns).search(text) is not None


@cache
def compiled(patterns: Patterns) -> re.Pattern[str]:
    """Return one pattern for all of ``patterns``."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
