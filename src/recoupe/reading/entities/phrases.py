"""Descriptions: "le porte-parole du Kremlin", "the ministry", "des témoins", with their extent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.languages.naming import Gender, Number
from recoupe.reading.entities.edges import is_capital, key_of
from recoupe.reading.entities.lexicon import (
    Lexicon,
    Noun,
    folded,
    gender_of,
    has_masthead,
    number_of,
    small,
)
from recoupe.reading.entities.mention import Determiner
from recoupe.reading.parse import Sentence
from recoupe.reading.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LEFT = frozenset({"ADJ", "NUM"})
_LEFT_OF_LAST = _LEFT | {"PROPN", "NOUN", "PART", "X"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description: tokens ``[first, last)``, its noun ``[noun, after)`` and what that means."""

    first: int
    last: int
    noun: int
    after: int
    key: tuple[str, ...]
    meaning: Noun
    determiner: Determiner
    gender: Gender | None
    number: Number


def find_phrases(
    doc: Sequence[Token], sentence: Sentence, words: Lexicon, names: dict[int, bool]
) -> Iterator[Phrase]:
    """Yield a sentence's descriptions; ``names`` are tokens of names: whether a person's opens."""
    index = sentence.tokens.start
    while index < sentence.tokens.end:
        found = _noun_at(doc, index, sentence.tokens.end, words, names)
        if found is None:
            index += 1
            continue
        after, key, meaning = found
        end = _reach(doc, after, sentence.tokens.end, words, names)
        yield describe(doc, (index, after), (sentence.tokens.start, end), words, (key, meaning))
        index = after


def _noun_at(
    doc: Sequence[Token], index: int, end: int, words: Lexicon, names: dict[int, bool]
) -> tuple[int, tuple[str, ...], Noun] | None:
    """Return the longest noun of the tables that starts at ``index``: its end, key and meaning."""
    token = doc[index]
    if token.pos_ not in _CONTENT:
        return None
    texts: tuple[str, ...] = ()
    found: tuple[int, tuple[str, ...], Noun] | None = None
    for at in range(index, min(end, index + words.longest)):
        texts = (*texts, folded(doc[at].text))
        if texts not in words.begun:
            break
        meaning = words.nouns.get(texts)
        if meaning is not None:
            found = (at + 1, texts, meaning)
    if found is not None and _is_half(doc, found[0], end):
        return None
    if found is None and token.pos_ == "NOUN" and token.morph.get("Number", []) == ["Plur"]:
        key = (folded(token.lemma_),)
        if key in words.nouns:
            found = (index + 1, key, words.nouns[key])
    if found is not None and found[0] == index + 1 and not _is_noun(doc, index, names):
        titled = found[2].kind == "role" and names.get(index + 1, False)
        return found if titled and token.pos_ in _NOUNS else None
    return found


def _is_half(doc: Sequence[Token], after: int, end: int) -> bool:
    """Whether a hyphen ties a noun to an adjective that it narrows: "opposition | -linked X"."""
    if after + 1 >= end or doc[after].text != "-":
        return False
    tied = not doc[after - 1].whitespace_ and not doc[after].whitespace_
    return tied and doc[after + 1].pos_ in {"VERB", "ADJ"}


def _is_noun(doc: Sequence[Token], index: int, names: dict[int, bool]) -> bool:
    token = doc[index]
    if index + 1 < len(doc) and doc[index + 1].text[0] == "-" and doc[index + 1].pos_ == "PRON":
        return False  # a verb that the tagger took for a noun: "juge-t-elle"
    return token.pos_ in _NOUNS and (index not in names or token.text[0].islower())


def describe(
    doc: Sequence[Token],
    noun: tuple[int, int],
    within: tuple[int, int],
    words: Lexicon,
    meaning: tuple[tuple[str, ...], Noun],
) -> Phrase:
    """Return the whole description around the noun at tokens ``noun``, inside ``within``."""
    first, kind, gender = _left(doc, noun[0], within[0], words)
    last = _right(doc, noun, within[1], words, strict=meaning[1].kind != "role")
    head = head_of(doc, *noun)
    number = number_of(head.morph.get("Number", []))
    if number == "s" and gender is None:
        gender = _gender(head, meaning[0], words)
    return Phrase(first, last, *noun, *meaning, kind, gender, number)


def _gender(head: Token, key: tuple[str, ...], words: Lexicon) -> Gender | None:
    if words.masculine & set(key):
        return "m"
    if words.feminine & set(key):
        return "f"
    found = head.morph.get("Gender", [])
    return gender_of(found[0]) if found else None


def _left(
    doc: Sequence[Token], index: int, start: int, words: Lexicon
) -> tuple[int, Determiner, Gender | None]:
    """Return where the phrase starts, its determiner and the gender that tells."""
    first = index
    while first > start:
        text = small(doc[first - 1].text)
        if text in words.determiners and doc[first - 1].pos_ != "SCONJ":
            kind, gender = words.determiners[text]
            if kind == "definite" and doc[first - 1].pos_ == "DET" and text in _both(words):
                kind = "indefinite"
            return first - 1, kind, gender
        narrows = doc[first - 1].pos_ in _left_of(words) or _is_led(doc, first - 1, words)
        if not narrows or (not text[:1].isalnum() and text not in _OWNER):
            break
        first -= 1
    return first, "none", None


def _is_led(doc: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a participle narrows a noun behind it, tied to a word before: "US-led coalition"."""
    if doc[at].text == "-" and at > 0:
        return _is_led(doc, at + 1, words) and doc[at - 1].pos_ in _CONTENT
    tied = at > 0 and doc[at - 1].text == "-"
    return words.naming.head_last and tied and doc[at].pos_ == "VERB" and doc[at].dep_ == "amod"


def _left_of(words: Lexicon) -> frozenset[str]:
    """Return the parts of speech that stand before a noun and narrow it down."""
    return _LEFT_OF_LAST if words.naming.head_last else _LEFT


def _both(words: Lexicon) -> frozenset[str]:
    """Return the articles that are contracted ones, or indefinite ones of their own ("des")."""
    contracted = words.naming.contractions.keys() & words.naming.indefinite.keys()
    return frozenset(contracted)


def _reach(
    doc: Sequence[Token], index: int, end: int, words: Lexicon, names: dict[int, bool]
) -> int:
    """Return where a person's name starts that is no complement: "le ministre | Jean Martin"."""
    for at in range(index, end):
        if names.get(at):
            before = small(doc[at - 1].text)
            if at == index or (before not in words.links and before not in words.determiners):
                return at
    return end


_OWNER = frozenset({"'s", "'", "-"})


def _right(
    doc: Sequence[Token], noun: tuple[int, int], end: int, words: Lexicon, *, strict: bool
) -> int:
    """Return where the phrase ends: after its adjectives and its complements with their words.

    With ``strict`` a complement must hang on the phrase by the parse, too: "blames the government |
    for the attack".
    """
    last = index = noun[1]
    while last < end:
        token = doc[last]
        text = small(token.text)
        if token.pos_ in {"ADJ", "NUM"} and _is_plain(token) and not _governs(token):
            if not _agrees(token):
                break
            last += 1
        elif (
            text in words.links
            and _narrows(doc, last, end, words)
            and not (strict and _hangs_elsewhere(token, noun[0]))
        ) or (text in words.joins and last > index and _joined(doc, last, end, words)):
            last = _complement(doc, last + 1, end, words)
        else:
            break
    return last


def _agrees(adjective: Token) -> bool:
    """Whether an adjective has the number of its noun; if not it is a verb that was misread."""
    noun = adjective.head if adjective.dep_ == "amod" else adjective.nbor(-1)
    mine, its = adjective.morph.get("Number", []), noun.morph.get("Number", [])
    return adjective.pos_ != "ADJ" or not mine or not its or mine == its


def _hangs_elsewhere(link: Token, first: int) -> bool:
    """Whether the parse ties what a preposition opens to no word from ``first`` on up to it."""
    tied = link.head.head if link.dep_ == "case" else link.head
    return not first <= tied.i < link.i


def _narrows(doc: Sequence[Token], link: int, end: int, words: Lexicon) -> bool:
    """Whether a preposition opens a complement, and not whom something is told to ("à l'AFP")."""
    last = _complement(doc, link + 1, end, words)
    if last == link + 1:
        return False
    told_to = any(key_of(doc, at, last) in words.outlets for at in range(link + 1, last))
    opening = link + 1 + (small(doc[link + 1].text) in words.determiners)
    titled = is_capital(doc[opening if opening < last else link + 1])
    told_to = told_to or (titled and has_masthead(key_of(doc, link + 1, last), words))
    return not told_to or small(doc[link].text) in words.naming.genitives


def _is_plain(token: Token) -> bool:
    """Whether a token is one word, and not two that lost the space after a full stop."""
    return token.text[0].isalnum() and not any(c in '"«»:;!?()[]' for c in token.text)


def _governs(token: Token) -> bool:
    """Whether an adjective opens a clause ("censé rassurer", "proud of"), or is a verb misread.

    A verb that the tagger takes for an adjective has no gender and makes its subject the root.
    """
    if token.head.dep_ == "ROOT" and token.head.i < token.i and "Gender" not in token.morph:
        return token.pos_ == "ADJ" and "Number" in token.morph
    return any(child.i > token.i and child.dep_ in _CLAUSAL for child in token.children)


_CLAUSAL = frozenset({"xcomp", "ccomp", "obl:arg", "obl", "prep", "advcl"})


def _complement(doc: Sequence[Token], index: int, end: int, words: Lexicon) -> int:
    """Return where a complement that starts at ``index`` ends; ``index`` where there is none."""
    at = index
    while at < end and (
        small(doc[at].text) in words.determiners or small(doc[at].text) in words.links
    ):
        at += 1
    opening = at
    while at < end and (
        (doc[at].pos_ in _CONTENT and _is_plain(doc[at])) or _is_tied(doc, at, end)
    ):
        at += 1
    return at if at > opening else index


def _is_tied(doc: Sequence[Token], at: int, end: int) -> bool:
    """Whether a hyphen or a participle behind one goes on with a complement: "UK-based body"."""
    if doc[at].text == "-":
        return at + 2 < end and _is_half(doc, at, end) and doc[at + 2].pos_ in _CONTENT
    return doc[at].dep_ == "amod" and doc[at - 1].text == "-" and doc[at].pos_ == "VERB"


def _joined(doc: Sequence[Token], index: int, end: int, words: Lexicon) -> bool:
    """Whether "et" goes on with a complement of the same phrase, which is no name."""
    at = index + 1
    if at >= end or _complement(doc, at, end, words) == at:
        return False
    inner = doc[_complement(doc, at, end, words) - 1]
    return inner.head.i < index and inner.dep_ == "conj" and not inner.text[0].isupper()


def head_of(doc: Sequence[Token], first: int, last: int) -> Token:
    """Return the token of ``[first, last)`` that hangs on one outside, nouns before others."""
    best = doc[first]
    rank = 9
    for index in range(first, last):
        token = doc[index]
        above = token.head.i
        outside = above < first or above >= last or above == index
        if not outside or token.is_punct or token.is_space:
            continue
        new = 0 if token.pos_ in {"NOUN", "PROPN", "PRON"} else 1
        if new < rank:
            best, rank = token, new
    return best
