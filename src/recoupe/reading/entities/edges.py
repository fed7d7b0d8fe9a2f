"""Where a name begins and ends: titles, offices, articles and stray words cut, others taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from recoupe.reading.entities.lexicon import Lexicon, Phrase, folded, small
from recoupe.reading.tokens import Token
from recoupe.words.remembered import REMEMBERED

_BREAKS = frozenset('"«»“”:;!?()[]{}<>|/—–…')
_OPENERS = frozenset({"VERB", "AUX", "ADP", "ADV", "CCONJ", "SCONJ", "DET", "PRON", "INTJ"})
"""Parts of speech of words that have a capital only because they open a sentence."""


def key_of(doc: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the folded words of tokens ``[first, last)``, punctuation left out."""
    if last - first == 1:
        return parts_of(doc[first].text) if first < len(doc) else ()
    words: list[str] = []
    for token in doc[first:last]:
        words += parts_of(token.text)
    return tuple(words)


@lru_cache(maxsize=REMEMBERED)
def parts_of(text: str) -> Phrase:
    """Return the folded words of one token, marks left out: "anyascii" may make several."""
    return tuple(part for part in folded(text).split() if any(map(str.isalnum, part)))


def is_capital(token: Token) -> bool:
    """Whether a token begins with a capital letter."""
    return bool(token.text[0].isupper())


def opens(doc: Sequence[Token], index: int, start: int) -> bool:
    """Whether a capital at ``index`` may come from its place alone: first, or after a mark."""
    return index == start or not (
        doc[index - 1].text[-1].isalnum() or small(doc[index - 1].text)[-1:] == "'"
    )


def clean(doc: Sequence[Token], first: int, last: int, words: Lexicon) -> tuple[int, int]:
    """Cut marks, titles, offices, articles and lower-case words from the edges of a name."""
    first, last = _unbroken(doc, first, last)
    first = _after_openers(doc, first, last, words)
    for index in range(last - 1, first, -1):
        behind = key_of(doc, index, last)
        if _is_office(doc, index - 1, words) and behind not in words.nouns:
            first = index
            break
    while first < last and is_edge(doc, first, words):
        first += 1
    while last > first and not is_capital(doc[last - 1]) and not doc[last - 1].text[0].isdigit():
        last -= 1
    return first, last


def _unbroken(doc: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the name up to the first mark that no name goes on behind."""
    while first < last and _BREAKS & set(doc[first].text):
        first += 1
    end = first
    while end < last and not _BREAKS & set(doc[end].text) and doc[end].text != ",":
        end += 1
    return first, end


def _after_openers(doc: Sequence[Token], first: int, last: int, words: Lexicon) -> int:
    while first < last and is_edge(doc, first, words):
        first += 1
    if first + 1 < last and doc[first].is_sent_start and doc[first].pos_ in _OPENERS:
        first += not _is_outlet(doc, first, words)
    while first < last and is_edge(doc, first, words):
        first += 1
    return first


def without_purpose(doc: Sequence[Token], first: int, last: int, words: Lexicon) -> int:
    """Return the end of an acronym without what it is busy with: "ONU | pour l'Ukraine"."""
    naming = words.naming
    at = first + 1
    if at < last and doc[first].is_upper and doc[first].is_alpha and len(doc[first]) > 1:
        text = small(doc[at].text)
        if text in words.links and text not in naming.genitives:
            return at
    return last


def _is_office(doc: Sequence[Token], index: int, words: Lexicon) -> bool:
    noun = words.nouns.get((folded(doc[index].text),))
    return noun is not None and noun.kind == "role"


def is_edge(doc: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Whether the token at ``index`` cannot be the first of a name."""
    token = doc[index]
    text = folded(token.text)
    if text in words.titles or text in words.never:
        return True
    if not is_capital(token) and not token.text[0].isdigit():
        return True
    follows = index + 1 < len(doc) and is_capital(doc[index + 1])
    return (
        follows
        and small(token.text) in words.determiners
        and token.pos_ == "DET"
        and not _is_outlet(doc, index, words)
    )


def _is_outlet(doc: Sequence[Token], index: int, words: Lexicon) -> bool:
    return any(key_of(doc, index, index + size) in words.outlets for size in (2, 3, 4))


def widen(
    doc: Sequence[Token], last: int, end: int, ents: Mapping[int, object], words: Lexicon
) -> int:
    """Return the end of a name with the capitalised proper nouns that the pipeline cut off."""
    while (
        last < end
        and last not in ents
        and doc[last].pos_ == "PROPN"
        and is_capital(doc[last])
        and not is_edge(doc, last, words)
        and not _BREAKS & set(doc[last].text)
    ):
        last += 1
    return last


def without_office(doc: Sequence[Token], first: int, last: int, words: Lexicon) -> int:
    """Return the end of a body's name without an office behind it: "Justice Department | chief"."""
    if words.naming.head_last:
        for at in range(max(first + 1, last - words.longest), last):
            noun = words.nouns.get(key_of(doc, at, last))
            if noun is not None and noun.kind == "role":
                return at
    return last


def with_adjectives(doc: Sequence[Token], first: int, last: int, words: Lexicon) -> int:
    """Return the end of an institution's name: "Assemblée nationale", "Cour des comptes"."""
    noun = words.nouns.get((folded(doc[last - 1].text),))
    if last - first != 1 or noun is None or noun.kind != "body":
        return last
    end = last
    while end < len(doc) and end - last < 2 and _belongs(doc[end], doc[first], {"amod"}):
        end += 1
    at = end
    if at == last and at < len(doc) and small(doc[at].text) in words.naming.genitives:
        at += 1
        at += at < len(doc) and small(doc[at].text) in words.determiners
    named = at > end and at < len(doc) and _belongs(doc[at], doc[first], {"nmod"})
    return at + 1 if named else end


def _belongs(token: Token, noun: Token, relations: set[str]) -> bool:
    return token.is_alpha and token.head.i == noun.i and token.dep_ in relations
