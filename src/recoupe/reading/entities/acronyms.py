"""Acronyms that the text itself explains: "l'Organisation mondiale de la santé (OMS)".

The words meant are found as Schwartz and Hearst do ("A simple algorithm for identifying
abbreviation definitions in biomedical text", 2003): from the bracket backwards, each letter of the
acronym in turn, the first of them at the beginning of a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.reading.entities.lexicon import Lexicon, folded
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token

_LENGTH: Final = range(2, 11)
"""Letters and digits of an acronym."""

_STOPS: Final = frozenset('"«»“”:;!?()[]{}.,')
"""Marks that no name runs over."""


@dataclass(frozen=True, slots=True)
class Explained:
    """The words meant as tokens ``[first, last)``, and where the acronym in brackets stands."""

    first: int
    last: int
    short: int


def find_all_explained(parse: Parse, words: Lexicon) -> Iterator[Explained]:
    """Yield the acronyms that an article explains, in the text's order."""
    if "(" in parse.article.text:
        for sentence in parse.sentences:
            tokens = sentence.tokens
            yield from _in_sentence(parse.words, (tokens.start, tokens.end), words)


def _in_sentence(
    doc: Sequence[Token], tokens: tuple[int, int], words: Lexicon
) -> Iterator[Explained]:
    start, end = tokens
    for at in range(start + 2, end - 1):
        token = doc[at]
        if doc[at - 1].text == "(" and doc[at + 1].text[0] in "),;/" and _is_acronym(token.text):
            first = _first(doc, start, at - 1, token.text)
            if first is not None and at - 1 - first > 1 and _opens_name(doc[first], words):
                yield Explained(first, at - 1, at)


def _is_acronym(text: str) -> bool:
    capitals = sum(char.isupper() or char.isdigit() for char in text)
    letters = sum(char.isalnum() for char in text)
    return letters in _LENGTH and text[0].isupper() and 2 * capitals >= min(letters, 4)


def _opens_name(token: Token, words: Lexicon) -> bool:
    """Whether a word may be the first of a body's name; a body's noun needs no capital."""
    if token.text[0].isupper():
        return True
    noun = words.nouns.get((folded(token.text),))
    return noun is not None and noun.kind in {"body", "medium"}


def _first(doc: Sequence[Token], start: int, last: int, acronym: str) -> int | None:
    """Return the token with which the words before ``last`` begin that an acronym stands for."""
    letters = [char for char in folded(acronym) if char.isalnum()]
    floor = max(start, last - 2 * min(len(letters) + 5, 2 * len(letters)))
    at = last
    while letters:
        at -= 1
        if at < floor or _STOPS & set(doc[at].text):
            return None
        for piece in reversed(folded(doc[at].text).replace("'", " ").replace("-", " ").split()):
            letters = _left(letters, piece)
    return at


def _left(letters: list[str], word: str) -> list[str]:
    """Return the letters that are still looked for when ``word`` has been gone through."""
    left = list(letters)
    for place in range(len(word) - 1, -1, -1):
        wanted = bool(left) and word[place] == left[-1]
        if wanted and (len(left) > 1 or place == 0):
            left.pop()
    return left
