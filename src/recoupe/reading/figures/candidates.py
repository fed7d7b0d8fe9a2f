"""From the numbers of a text to those that may count people, each with the noun it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from recoupe.languages.numbers import CountingProfile
from recoupe.model import Block, Time
from recoupe.reading.figures.lexicon import FigureLexicon
from recoupe.reading.numbers import Quantity, read_quantities
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Stretch, Token

_REACH: Final = 7
"""How many tokens after a number its noun may stand."""
_OPENING: Final = frozenset("\"'«“‘")
_MARKS: Final = frozenset("\"'«»“”‘’")
_SIGNS: Final = frozenset("%€$£°‰/@")
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_HEADS: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number ``[start, end)`` of the plain ``text`` with its noun, ``None`` where it has none.

    ``head`` is the token by which it hangs in its clause; ``rest`` is true for "five others";
    ``indefinite`` for an article or "several", which count only where somebody was harmed.
    ``after`` is where the last number of things before it ends, 0 if there is none.
    """

    text: str
    quantity: Quantity
    start: int
    end: int
    head: Token
    noun: Token | None
    modifiers: tuple[Token, ...] = ()
    rest: bool = False
    indefinite: bool = False
    after: int = 0

    @property
    def bare(self) -> bool:
        """Whether no noun says what is counted."""
        return self.noun is None

    @property
    def sentence(self) -> tuple[int, int]:
        """The code points ``[first, last)`` of the sentence that the number stands in."""
        return self.head.sent.start_char, self.head.sent.end_char

    @property
    def definite(self) -> bool:
        """Whether "the" or "these" stands before: it counts people spoken of before."""
        doc, place = self.head.doc, self.head.i
        while place >= 0 and doc[place].idx >= self.start:
            place -= 1
        if place < 0:
            return False
        morph = doc[place].morph
        return "Def" in morph.get("Definite", []) or "Dem" in morph.get("PronType", [])


def candidates(
    parse: Parse, lexicon: FigureLexicon, profile: CountingProfile, times: Sequence[Time]
) -> tuple[Candidate, ...]:
    """Return the numbers of every block that may be read which may count people, in order."""
    taken_by_times = tuple((t.span.start, t.span.end) for t in times)
    finder = _Finder(parse, lexicon, parse.plain, taken_by_times)
    found: list[Candidate] = []
    for block in parse.article.blocks:
        if not block.silent:
            found.extend(finder.numbers(block, profile))
    taken = [(c.start, c.end) for c in found]
    found.extend(
        c
        for c in finder.indefinites(profile)
        if not any(start < c.end and c.start < end for start, end in taken)
    )
    return tuple(sorted(found, key=lambda c: c.start))


@dataclass(frozen=True, slots=True)
class _Finder:
    parse: Parse
    lexicon: FigureLexicon
    text: str
    times: tuple[tuple[int, int], ...]

    def numbers(self, block: Block, profile: CountingProfile) -> Iterator[Candidate]:
        text = self.text[block.start : block.end]
        after = 0
        quantities = read_quantities(text, self.parse.pack, profile)
        for place, quantity in enumerate(quantities):
            moved = replace(
                quantity, start=quantity.start + block.start, end=quantity.end + block.start
            )
            beside = quantities[max(0, place - 1) : place + 2]
            found = None if self._is_share(text, beside) else self._candidate(moved, block)
            if found is not None:
                yield replace(found, after=after)
            else:
                after = moved.end

    def _is_share(self, text: str, beside: Sequence[Quantity]) -> bool:
        """Whether a number and one beside it are a share of something ("one in five")."""
        return any(
            " ".join(text[one.end : two.start].split()) in self.lexicon.words.ratios
            for one, two in pairwise(beside)
        )

    def _candidate(self, quantity: Quantity, block: Block) -> Candidate | None:
        tokens = self.parse.tokens(quantity.start, quantity.end)
        if not len(tokens) or self._measures(quantity, tokens):
            return None
        found = self._noun(tokens.end, block)
        if found is None:
            return None
        noun, modifiers, rest = found
        if noun is None and any(s < quantity.end and quantity.start < e for s, e in self.times):
            return None
        if noun is None:
            return Candidate(
                self.text, quantity, quantity.start, quantity.end, tokens.root, None, rest=rest
            )
        last = self._phrase_end(noun)
        root = self.parse.stretch(tokens.start, noun.i + 1).root
        if root.pos_ not in _HEADS:
            root = noun
        end = self._closed(quantity.start, last)
        return Candidate(self.text, quantity, quantity.start, end, root, noun, modifiers)

    def _measures(self, quantity: Quantity, tokens: Stretch) -> bool:
        """Whether a number is glued to what makes it no count: a sign, a hyphen, a unit before."""
        text = self.text
        after = text[quantity.end : quantity.end + 2].lstrip()[:1]
        if after in _SIGNS or (text[quantity.end : quantity.end + 1] == "-" and after):
            return True
        if text[max(0, quantity.start - 1) : quantity.start] in {*"$€£#-/°@", "."}:
            return True
        if tokens.start == 0:
            return False
        before = self.parse.words[tokens.start - 1].lower_
        return before in self.lexicon.words.units or before in _SIGNS

    def _noun(self, at: int, block: Block) -> tuple[Token | None, tuple[Token, ...], bool] | None:
        """Return the noun for people after a number, with what stands between, and "others".

        The noun is ``None`` where the number stands alone; ``None`` where it counts things.
        """
        doc, words = self.parse.words, self.lexicon.words
        text = self.text
        between: list[Token] = []
        rest = False
        for token in doc[at : at + _REACH]:
            if token.idx >= block.end:
                break
            if phrase := self.lexicon.phrases.match(text, token.idx):
                return self._last(token, phrase.end()), tuple(between), rest
            if self.lexicon.is_person(token) and not self._qualifies(token):
                return token, tuple(between), rest
            if token.lower_ in words.rest:
                rest = True
                if token.pos_ not in {"ADJ", "DET"}:
                    return None, tuple(between), rest
            if token.like_num:
                break
            if not self._passes(token):
                counts_things = token.pos_ in _NOMINAL or (
                    bool(between) and between[-1].pos_ in _NOMINAL
                )
                return None if counts_things else (None, tuple(between), rest)
            between.append(token)
        return None if any(t.pos_ in _NOMINAL for t in between) else (None, tuple(between), rest)

    def _last(self, token: Token, end: int) -> Token:
        return self.parse.words_in(token.idx, end)[-1]

    def _qualifies(self, token: Token) -> bool:
        """Whether a noun for people only qualifies the noun after it ("police vehicles")."""
        if token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i:
            return token.i + 1 < len(token.doc) and token.nbor().pos_ in {*_NOMINAL, "ADJ"}
        return False

    def _passes(self, token: Token) -> bool:
        """Whether a word may stand between a number and its noun."""
        words = self.lexicon.words
        if token.text in _OPENING or token.lower_ in words.skipped or token.lower_ in words.of:
            return True
        if token.lower_ in self.lexicon.scales:
            return True
        if token.pos_ == "ADJ" and not token.is_punct:
            return True
        following = token.i + 1 < len(token.doc) and token.nbor().pos_ in _NOMINAL
        return token.pos_ in _NOMINAL and token.dep_ in {"compound", "nmod", "amod"} and following

    def _phrase_end(self, noun: Token) -> int:
        return int(noun.idx + len(noun.text))

    def _closed(self, start: int, end: int) -> int:
        """Return ``end`` moved behind the closing mark of a quotation opened since ``start``."""
        text = self.text
        if not any(mark in _MARKS for mark in text[start:end]):
            return end
        rest = text[end : end + 2]
        for place, mark in enumerate(rest):
            if mark in _MARKS:
                return end + place + 1
            if not mark.isspace():
                break
        return end

    def indefinites(self, profile: CountingProfile) -> Iterator[Candidate]:
        """Yield articles and words for "several" before a noun for people."""
        for opener in self.lexicon.openers.finditer(self.text):
            token = self.parse.words_in(*opener.span())[0]
            if token.idx != opener.start() or not self.parse.readable(*opener.span()):
                continue
            several = opener["several"] is not None
            quantity = Quantity(
                opener.start(),
                opener.end(),
                (profile.least or self._least(opener)) if several else 1,
                None if several else 1,
                approximate=several,
                vague=several,
            )
            last = self._last(token, quantity.end)
            noun = self._determined(last)
            if noun is None or (opener["singular"] and not self._is_one(noun)):
                continue
            root = token.head if token.head.i >= noun.i else noun
            modifiers = self.parse.words[last.i + 1 : noun.i]
            end = self._closed(token.idx, self._phrase_end(noun))
            yield Candidate(
                self.text, quantity, token.idx, end, root, noun, modifiers, indefinite=True
            )

    def _least(self, several: re.Match[str]) -> int:
        return self.lexicon.least[" ".join(several.group().split())]

    def _is_one(self, noun: Token) -> bool:
        """Whether a noun is a singular for a person, and none such as "death"."""
        said = self.lexicon.said_by(self.lexicon.nouns, noun.lower_, noun.lemma_.lower())
        return said is None and "Sing" in noun.morph.get("Number", [])

    def _determined(self, token: Token) -> Token | None:
        """Return the noun for people that a determiner belongs to ("a local medic Ann Smith")."""
        near = token.i + 1 < len(token.doc) and self.lexicon.is_person(token.nbor())
        last = token.i + 1 if near else token.head.i if token.head.pos_ in _NOMINAL else token.i
        after = self.parse.words[token.i + 1 : last + 1]
        people = (t for t in after if self.lexicon.is_person(t))
        return next((t for t in people if not self._qualifies(t) or t.nbor().pos_ == "PROPN"), None)
