"""The sketch of a passage: its words with their stems, what is denied, its numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from recoupe.comparison.contradiction.lexicon import WORD, Lexicon, Sense, lexicon, plain
from recoupe.languages import pack
from recoupe.languages.numbers import DEFAULT_PROFILE, NumberWords, counting_profile
from recoupe.reading.numbers import Quantity, read_quantities

WordKind = Literal["content", "name", "function", "number"]

_PLAIN_MARKS: Final = str.maketrans("’‘ʼ′`´«»“”„", "''''''\"\"\"\"\"")
_CLAUSE_END: Final = re.compile(r"[.,;:!?()\[\]…]|\s[-–—]\s|\"")
_SENTENCE_END: Final = re.compile(r"[.!?…:]\s*[\"(]?\s*\Z|\A[\s\"(]*\Z|\"\s*\Z")
_MARK_REACH: Final = 5
"""How many words behind "ne" the second half of the negation may stand."""
_YEARS: Final = (1800, 2100)
_REMEMBERED: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage to compare: its words, and the ISO 639-1 code of their language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, in lower case, its stem, and whether a negation covers it."""

    start: int
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
    """

    low: int | None
    high: int | None
    approximate: bool
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a passage. ``negations`` are the words that deny, one each."""

    wording: Wording
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    numbers: tuple[Number, ...]
    negations: tuple[str, ...]

    @property
    def telling(self) -> tuple[int, ...]:
        """The indices of the words that carry matter: content words and names."""
        return tuple(at for at, word in enumerate(self.words) if word.kind in {"content", "name"})


@lru_cache(maxsize=_REMEMBERED)
def sketch(wording: Wording) -> Sketch:
    """Return the sketch of a passage; raise :class:`UnknownLanguageError` without a pack."""
    language = pack(wording.language)
    words = lexicon(language)
    text = wording.text.translate(_PLAIN_MARKS)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    quantities = read_quantities(lower, language, counting_profile(DEFAULT_PROFILE))
    found = list(WORD.finditer(lower))
    forms = [match.group() for match in found]
    stems = [words.stem(form) for form in forms]
    clauses = _clauses(lower, found, words)
    denying = dict(_denying(forms, stems, clauses, words))
    negated = _negated(forms, clauses, denying, words)
    counted = {
        at
        for at, match in enumerate(found)
        for quantity in quantities
        if quantity.start <= match.start() < quantity.end
    }
    made = tuple(
        Word(
            match.start(),
            match.group(),
            stem,
            plain(match.group()),
            "number" if at in counted else _kind(text, match, words),
            negated[at],
        )
        for at, (match, stem) in enumerate(zip(found, stems, strict=True))
    )
    return Sketch(
        wording,
        made,
        tuple(_marks(forms, stems, negated, words)),
        tuple(_numbers(lower, quantities, made, language.table("numbers", NumberWords))),
        tuple(denying.values()),
    )


def _kind(text: str, match: re.Match[str], words: Lexicon) -> WordKind:
    if match.group() in words.empty:
        return "function"
    if not text[match.start()].isupper():
        return "content" if len(match.group()) > 1 else "function"
    if text[match.start() : match.end()].isupper() and match.end() - match.start() > 1:
        return "name"
    return "content" if _SENTENCE_END.search(text, 0, match.start()) else "name"


def _clauses(text: str, found: Sequence[re.Match[str]], words: Lexicon) -> list[int]:
    """Return the number of the clause that each word is in."""
    clauses, clause, end = [], 0, 0
    for match in found:
        between = text[end : match.start()]
        if (end and _CLAUSE_END.search(between)) or match.group() in words.hinges:
            clause += 1
        clauses.append(clause)
        end = match.end()
    return clauses


def _denying(
    forms: Sequence[str], stems: Sequence[str], clauses: Sequence[int], words: Lexicon
) -> Iterator[tuple[int, str]]:
    """Yield the words that deny, each with its index; of two in one clause side by side, one."""
    last = -_MARK_REACH
    for at, form in enumerate(forms):
        phrase = next(_phrases_at(at, stems, words, "negation"), None)
        marked = form in words.marked_negations and _behind_mark(at, forms, clauses, words)
        if (phrase or marked) and at - last > 1:
            yield at, " ".join(forms[at : at + (phrase or 1)])
            last = at


def _behind_mark(at: int, forms: Sequence[str], clauses: Sequence[int], words: Lexicon) -> bool:
    start = max(0, at - _MARK_REACH)
    return any(
        forms[before] in words.marks and clauses[before] == clauses[at]
        for before in range(start, at)
    )


def _phrases_at(at: int, stems: Sequence[str], words: Lexicon, kind: str) -> Iterator[int]:
    for phrase in words.phrases.get(stems[at], ()):
        size = len(phrase.stems)
        if phrase.sense.kind == kind and tuple(stems[at : at + size]) == phrase.stems:
            yield size


def _negated(
    forms: Sequence[str], clauses: Sequence[int], denying: dict[int, str], words: Lexicon
) -> list[bool]:
    """Return whether each word is denied: an odd number of negations covers it."""
    depth = [0] * len(forms)
    for at in denying:
        first = at
        for before in range(at - 1, max(-1, at - _MARK_REACH - 1), -1):
            if clauses[before] != clauses[at]:
                break
            if forms[before] in words.marks:
                first = before
                break
        for covered in range(first, len(forms)):
            if clauses[covered] != clauses[at]:
                break
            depth[covered] += 1
    return [covers % 2 == 1 for covers in depth]


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
        for phrase in words.phrases.get(stems[at], ()):
            size = len(phrase.stems)
            if phrase.sense.kind != "negation" and tuple(stems[at : at + size]) == phrase.stems:
                yield Mark(phrase.sense, at, " ".join(forms[at : at + size]), negated[at])


def _numbers(
    text: str, quantities: Sequence[Quantity], words: Sequence[Word], table: NumberWords
) -> Iterator[Number]:
    for quantity in quantities:
        said = text[quantity.start : quantity.end]
        behind = text[quantity.end : quantity.end + 12].lstrip()
        unit = next(
            (word.stem for word in words if word.start >= quantity.end and word.kind == "content"),
            "",
        )
        if behind.startswith(table.percent):
            unit = "%"
        elif (
            quantity.digits
            and quantity.low == quantity.high
            and quantity.low is not None
            and _YEARS[0] <= quantity.low <= _YEARS[1]
            and re.fullmatch(r"\d{4}", said)
        ):
            unit = "year"
        yield Number(quantity.low, quantity.high, quantity.approximate, unit, said)
