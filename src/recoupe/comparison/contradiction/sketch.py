"""The sketch of a passage: its words with their stems, what is denied, its numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from recoupe.comparison.contradiction.lexicon import WORD, Lexicon, Sense, lexicon, plain
from recoupe.comparison.contradiction.negations import Negation, denied, negations
from recoupe.languages import pack
from recoupe.languages.numbers import DEFAULT_PROFILE, NumberWords, counting_profile
from recoupe.reading.numbers import Quantity, read_quantities

WordKind = Literal["content", "name", "function", "number"]

_PLAIN_MARKS: Final = str.maketrans("’‘ʼ′`´«»“”„", "''''''\"\"\"\"\"")
_SENTENCE_END: Final = re.compile(r"[.!?…]")
_SENTENCE_START: Final = re.compile(r"[.!?…:]\s*[\"(]?\s*\Z|\A[\s\"(]*\Z|\"\s*\Z")
_MARK_REACH: Final = 5
"""How many words behind "ne" the word that restricts may stand."""
_YEARS: Final = (1800, 2100)
_YEAR: Final = re.compile(r"\d{4}")
_UNIT_REACH: Final = 4
"""How many words behind a number what is counted may stand."""
_REMEMBERED: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage to compare: its words, and the ISO 639-1 code of their language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, in which sentence, in lower case, its stem, whether denied.

    ``plain`` is the word without accents.
    """

    start: int
    sentence: int
    form: str
    stem: str
    plain: str
    kind: WordKind
    negated: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase that the pack knows: what it means, in its words, and whether denied.

    ``at`` is the index of its first word.
    """

    sense: Sense
    at: int
    words: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity: inclusive bounds, ``None`` where open; the stem of what is counted; its words.

    ``unit`` is ``"%"`` for shares of a hundred, ``"year"`` for years, ``""`` where nothing follows.
    ``at`` is the index of its first word.
    """

    low: int | None
    high: int | None
    approximate: bool
    unit: str
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a passage; ``telling`` are the indices of words that carry matter."""

    wording: Wording
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    numbers: tuple[Number, ...]
    negations: tuple[Negation, ...]
    telling: tuple[int, ...]

    def within(self, sentences: Set[int]) -> Sketch:
        """Return the sketch of some sentences only; indices of words stay what they are."""

        def kept(at: int) -> bool:
            return self.words[at].sentence in sentences

        return replace(
            self,
            marks=tuple(mark for mark in self.marks if kept(mark.at)),
            numbers=tuple(number for number in self.numbers if kept(number.at)),
            negations=tuple(each for each in self.negations if kept(each.at)),
            telling=tuple(at for at in self.telling if kept(at)),
        )


@lru_cache(maxsize=_REMEMBERED)
def sketch(wording: Wording) -> Sketch:
    """Return the sketch of a passage; raise :class:`UnknownLanguageError` without a pack."""
    language = pack(wording.language)
    words = lexicon(language)
    text = wording.text.translate(_PLAIN_MARKS)
    lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    quantities = read_quantities(lower, language, counting_profile(DEFAULT_PROFILE))
    found = list(WORD.finditer(lower))
    forms = [match.group() for match in found]
    stems = [words.stem(form) for form in forms]
    denying = negations(lower, found, stems, words)
    negated = denied(len(found), denying)
    made = _words(text, found, stems, quantities, words)
    made = [replace(word, negated=turned) for word, turned in zip(made, negated, strict=True)]
    return Sketch(
        wording,
        tuple(made),
        tuple(_marks(forms, stems, negated, words)),
        tuple(_numbers(lower, quantities, made, language.table("numbers", NumberWords))),
        denying,
        tuple(at for at, word in enumerate(made) if word.kind in {"content", "name"}),
    )


def _words(
    text: str,
    found: Sequence[re.Match[str]],
    stems: Sequence[str],
    quantities: Sequence[Quantity],
    words: Lexicon,
) -> list[Word]:
    """Return the words, none of them denied yet."""
    made: list[Word] = []
    sentence, end, waiting = 0, 0, list(reversed(quantities))
    for match, stem in zip(found, stems, strict=True):
        ended = end and _SENTENCE_END.search(text, end, match.start())
        sentence += bool(ended and not text[match.start()].islower())
        end = match.end()
        while waiting and waiting[-1].end <= match.start():
            waiting.pop()
        counted = bool(waiting) and waiting[-1].start <= match.start()
        kind: WordKind = "number" if counted else _kind(text, match, words)
        form = match.group()
        made.append(Word(match.start(), sentence, form, stem, plain(form), kind, False))
    return made


def _kind(text: str, match: re.Match[str], words: Lexicon) -> WordKind:
    if match.group() in words.empty:
        return "function"
    if not text[match.start()].isupper():
        return "content" if len(match.group()) > 1 else "function"
    if text[match.start() : match.end()].isupper() and match.end() - match.start() > 1:
        return "name"
    return "content" if _SENTENCE_START.search(text, 0, match.start()) else "name"


def _marks(
    forms: Sequence[str], stems: Sequence[str], negated: Sequence[bool], words: Lexicon
) -> Iterator[Mark]:
    """Yield what the pack knows of each word, but negations; ``ne … que`` is a restriction."""
    opened = -_MARK_REACH - 1
    for at, form in enumerate(forms):
        if form in words.marks:
            opened = at
        if form in words.marked_only and 1 < at - opened <= _MARK_REACH and not negated[at]:
            yield Mark(Sense("quantifier", "only"), at, form, False)
        for phrase in words.phrases_at(at, forms, stems):
            if phrase.sense.kind not in {"negation", "lack"}:
                said = " ".join(forms[at : at + len(phrase.stems)])
                yield Mark(phrase.sense, at, said, negated[at])


def _numbers(
    text: str, quantities: Sequence[Quantity], words: Sequence[Word], table: NumberWords
) -> Iterator[Number]:
    for quantity in quantities:
        at = next(at for at, word in enumerate(words) if word.start >= quantity.start)
        said = text[quantity.start : quantity.end]
        unit = _unit(quantity, words)
        if text[quantity.end :].lstrip().startswith(table.percent):
            unit = "%"
        elif _YEAR.fullmatch(said) and _YEARS[0] <= int(said) <= _YEARS[1]:
            unit = "year"
        yield Number(quantity.low, quantity.high, quantity.approximate, unit, said, at)


def _unit(quantity: Quantity, words: Sequence[Word]) -> str:
    behind = [word for word in words if word.start >= quantity.end][:_UNIT_REACH]
    return next((word.stem for word in behind if word.kind == "content"), "")
