"""The terms of a text: names by their letters, words by their stems, numbers by their digits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.model import Article, Block
from recoupe.reading.entities.spelling import plainest
from recoupe.words import Token, stemmer, tokens

_ENDS: Final = frozenset('.!?…:;\n"“”«»‹›„()[]|•*–—-')
"""Marks behind which a capital may be that of any word."""

_LONGEST: Final = 24
"""Letters and digits beyond which a word is an address or a stray code."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How often each term stands in a text; ``spelt`` is how it first writes each name."""

    names: Counter[str]
    words: Counter[str]
    numbers: Counter[str]
    spelt: dict[str, str]


def terms(article: Article) -> Terms:
    """Return the terms of all that may be read of ``article``.

    A word is a name where it is written with a capital within a sentence and nowhere without one.
    Names spelt in two ways by two transcriptions into Latin letters are one term.
    """
    stem = stemmer(article.language)
    found = Terms(Counter(), Counter(), Counter(), {})
    read = [
        (token, _case(article.text, token, block))
        for block in article.blocks
        if not block.silent
        for token in tokens(article.text, block.start, block.end)
        if len(token.folded) <= _LONGEST
    ]
    small = {token.folded for token, case in read if case == "small"}
    named = {token.folded for token, case in read if case == "capital"} - small
    for token, case in read:
        if case == "number":
            found.numbers[token.folded] += 1
        elif token.folded in named:
            name = plainest(token.folded)
            found.names[name] += 1
            found.spelt.setdefault(name, article.text[token.start : token.end])
        else:
            found.words[stem(token.folded)] += 1
    return found


def headline_terms(article: Article, names: Counter[str]) -> Iterator[str]:
    """Yield each term of the headline once: a name as ``names`` has it, a word by its stem."""
    stem = stemmer(article.language)
    told = (token.folded for token in tokens(headline(article)) if len(token.folded) <= _LONGEST)
    for folded in dict.fromkeys(told):
        name = plainest(folded)
        yield name if name in names else stem(folded)


def headline(article: Article) -> str:
    """Return the headline: the title, else the headline block, else nothing."""
    if article.title:
        return article.title
    block = next((block for block in article.blocks if block.kind == "headline"), None)
    return article.text[block.start : block.end] if block else ""


def _case(text: str, token: Token, block: Block) -> str:
    """Return how a word is written: "number", "small", "capital", or "start" of a sentence.

    In a headline every word may have a capital.
    """
    first = text[token.start]
    if first.isdigit():
        return "number"
    if not first.isupper():
        return "small"
    before = text[max(block.start, token.start - 2) : token.start].rstrip(" ")
    if block.kind == "headline" or not before or before[-1] in _ENDS:
        return "start"
    return "capital"
