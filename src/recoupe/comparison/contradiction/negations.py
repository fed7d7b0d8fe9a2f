"""What a passage denies: the words that deny, and the words of their clause that they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.contradiction.lexicon import Lexicon

_CLAUSE_END: Final = re.compile(r"[.,;:!?()\[\]…\"]|\s[-–—]\s")
_MARK_REACH: Final = 5
"""How many words behind "ne" the second half of the negation may stand."""
_WORDS: Final = 2
"""How many words a negation of words covers, itself among them."""


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that deny: the index of the first, the words, and the half-open range they cover.

    ``lack`` says that they are no negation in grammar, but deny what follows ("prevent").
    """

    at: int
    words: str
    start: int
    end: int
    lack: bool = False


def negations(
    text: str, found: Sequence[re.Match[str]], stems: Sequence[str], words: Lexicon
) -> tuple[Negation, ...]:
    """Return the negations of a text (lower case, plain marks) with the words in ``found``."""
    forms = [match.group() for match in found]
    clauses = _clauses(text, found, words)
    return (*_negations(forms, stems, clauses, words), *_lacks(forms, stems, clauses, words))


def denied(number: int, found: Sequence[Negation]) -> list[bool]:
    """Return of each of ``number`` words whether it is denied.

    Two negations of one clause are one ("n'a jamais rien dit"), but a word that denies, denied
    itself, affirms ("n'empêche pas"). It does not cover itself.
    """
    plain, lacking = [False] * number, [False] * number
    for negation in found:
        own = range(negation.at, negation.at + len(negation.words.split()))
        for at in range(negation.start, negation.end):
            if not negation.lack:
                plain[at] = True
            elif at not in own:
                lacking[at] = not lacking[at]
    return [one != other for one, other in zip(plain, lacking, strict=True)]


def _clauses(text: str, found: Sequence[re.Match[str]], words: Lexicon) -> list[int]:
    """Return the number of the clause that each word is in."""
    clauses, clause, end = [], 0, 0
    for match in found:
        parted = end and _CLAUSE_END.search(text, end, match.start())
        clause += bool(parted or match.group() in words.hinges)
        clauses.append(clause)
        end = match.end()
    return clauses


def _negations(
    forms: Sequence[str], stems: Sequence[str], clauses: Sequence[int], words: Lexicon
) -> Iterator[Negation]:
    """Yield the negations; of two words side by side ("pas du tout") the first counts."""
    last = -_MARK_REACH
    for at, form in enumerate(forms):
        found = words.phrases_at(at, forms, stems)
        size = next((len(each.stems) for each in found if each.sense.kind == "negation"), 0)
        mark = _mark(at, forms, clauses, words)
        if not size and form in words.marked_negations and mark < at:
            size = 1
        if size and at - last > 1:
            start, end = clauses.index(clauses[at]), _end(at, clauses)
            if form in words.word_negations:
                start, end = at, min(end, at + _WORDS)
            yield Negation(at, " ".join(forms[at : at + size]), start, end)
            last = at


def _lacks(
    forms: Sequence[str], stems: Sequence[str], clauses: Sequence[int], words: Lexicon
) -> Iterator[Negation]:
    for at in range(len(forms)):
        for phrase in words.phrases_at(at, forms, stems):
            if phrase.sense.kind == "lack":
                said = " ".join(forms[at : at + len(phrase.stems)])
                start = clauses.index(clauses[at])
                yield Negation(at, said, start, _end(at, clauses), lack=True)
                break


def _end(at: int, clauses: Sequence[int]) -> int:
    """Return the index of the first word behind the clause of a word."""
    return next((n for n in range(at, len(clauses)) if clauses[n] != clauses[at]), len(clauses))


def _mark(at: int, forms: Sequence[str], clauses: Sequence[int], words: Lexicon) -> int:
    """Return where the negation at a word begins: at "ne" before it, or at the word itself."""
    for before in range(at - 1, max(-1, at - _MARK_REACH - 1), -1):
        if clauses[before] != clauses[at]:
            break
        if forms[before] in words.marks:
            return before
    return at
