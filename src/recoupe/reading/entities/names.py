"""Proper names: what the pipeline takes for one, cleaned, and capitalised words it passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.languages.naming import Gender
from recoupe.model import Block
from recoupe.reading.entities.acronyms import Explained, find_all_explained
from recoupe.reading.entities.edges import (
    clean,
    is_capital,
    key_of,
    opens,
    widen,
    with_adjectives,
    without_office,
    without_purpose,
)
from recoupe.reading.entities.labels import LABELS, Name, is_town, vote
from recoupe.reading.entities.lexicon import Lexicon, Phrase, folded, small
from recoupe.reading.entities.spelling import plainest
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.tokens import Stretch, Token

_TITLE_CASE = 0.6
"""From this share of long words with a capital on, a short block is a headline in title case."""

_HEADLINE = 200
"""Code points of the longest headline."""

_LONGEST = 6
"""Words of the longest name that is looked up."""

_RUN_ON = 2
"""More words than this make a person's name of which the first may be a body's noun."""

_LAST_LATIN = "\u024f"
"""A capital behind it is of another alphabet: in a text in Latin letters it begins a name."""

_ROMAN = re.compile(
    r"(?=..)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"  # but not "CDC"
)


def find_names(parse: Parse, words: Lexicon) -> tuple[list[Name], dict[Phrase, str]]:
    """Return the article's names in order, and for each folded name what most mentions call it."""
    ents = {ent.start: ent for ent in parse.names if ent.label_ in LABELS}
    titles = {b.start for b in parse.article.blocks if _is_title_case(parse, b)}
    capitals = _capitals(parse, titles)
    respelt = frozenset(plainest(word) for word in capitals)
    finder = _Finder(parse.words, words, capitals, respelt, ents)
    names: list[Name] = []
    headlines: list[tuple[int, Sentence]] = []
    for number, sentence in enumerate(parse.sentences):
        if sentence.block.start in titles:
            headlines.append((number, sentence))
        else:
            names.extend(finder.in_sentence(sentence, number))
    keys = _known(parse.words, names)
    for number, sentence in headlines:
        names.extend(finder.in_headline(sentence, number, keys))
    names = list(_whole(parse.words, sorted(names, key=lambda name: name.opening), words))
    explained = list(find_all_explained(parse, words))
    if explained:
        names = sorted(_as_explained(parse, names, explained), key=lambda name: name.opening)
    return names, vote(parse.words, names, words)


def _as_explained(parse: Parse, names: list[Name], explained: list[Explained]) -> Iterator[Name]:
    """Yield the names with those whole that an acronym in brackets explains, and the acronym.

    It is a name wherever else it stands ("WHO" is no pronoun). People have none.
    """
    doc = parse.words
    owner = {at: name for name in names for at in range(name.opening, name.last)}
    gone: set[Name] = set()
    made: dict[int, Name] = {}
    shorts: dict[str, str | None] = {}
    for found in explained:
        inside = [owner[at] for at in range(found.first, found.last) if at in owner]
        if any(name.titled or name.label == "person" for name in inside):
            continue
        label = next((name.label for name in inside if name.label), "organisation")
        shorts[doc[found.short].text] = label
        gone.update(inside)
        if is_capital(doc[found.first]):
            number = _sentence_of(parse, found.first)
            made[found.first] = Name(found.first, found.first, found.last, number, label)
    gone.update(name for name in names if doc[name.first].text in shorts)
    yield from (name for name in names if name not in gone)
    yield from made.values()
    taken = {at for name in names if name not in gone for at in range(name.opening, name.last)}
    for number, sentence in enumerate(parse.sentences):
        for token in sentence.words:
            if token.text in shorts and token.i not in taken:
                at = token.i
                yield Name(at, at, at + 1, number, shorts[token.text])


def _sentence_of(parse: Parse, token: int) -> int:
    return bisect_right(parse.sentences, token, key=lambda s: int(s.tokens.start)) - 1


def _whole(doc: Sequence[Token], names: list[Name], words: Lexicon) -> Iterator[Name]:
    """Yield the names with a given name and the surname right behind it made one.

    Pipelines label the surname alone, or end a sentence between the two, where they know neither.
    """
    held: Name | None = None
    for name in names:
        if held is not None and _is_given(doc, held, name, words):
            held = replace(name, opening=held.opening, first=held.first, sentence=held.sentence)
            continue
        if held is not None:
            yield held
        held = name
    if held is not None:
        yield held


def _is_given(doc: Sequence[Token], one: Name, surname: Name, words: Lexicon) -> bool:
    """Whether one word before a surname is a part of the name, and no office, body or town."""
    token = doc[one.first]
    key = key_of(doc, one.first, one.last)
    return (
        (one.last, one.last - one.first) == (surname.first, 1)
        and (surname.label, surname.last - surname.first, surname.titled) == ("person", 1, False)
        and one.label not in {"place", "people"}
        and token.pos_ in {"PROPN", "X"}
        and token.is_title
        and key not in words.nouns
        and not is_town(key[0])
    )


def _capitals(parse: Parse, titles: set[int]) -> frozenset[str]:
    """Return the folded words that have a capital where nothing but a name gives them one."""
    return frozenset(
        folded(token.text)
        for sentence in parse.sentences
        if sentence.block.start not in titles
        for token in sentence.words
        if is_capital(token) and not opens(parse.words, token.i, sentence.tokens.start)
    )


def _known(doc: Sequence[Token], names: list[Name]) -> frozenset[Phrase]:
    """Return names as they may come again: whole, or by their last words."""
    keys = {key_of(doc, name.first, name.last) for name in names}
    return frozenset(key[at:] for key in keys for at in range(len(key)))


def _is_title_case(parse: Parse, block: Block) -> bool:
    """Whether a short block gives its words a capital whatever they mean, people's names aside."""
    if block.silent or block.end - block.start > _HEADLINE:
        return False
    words = [t for t in parse.words_in(block.start, block.end) if len(t) >= 4 and t.is_alpha]
    long = [t.text for t in words if LABELS.get(t.ent_type_) != "person"]
    return len(long) > 4 and sum(w[0].isupper() for w in long) > _TITLE_CASE * len(long)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the names of one article.

    ``capitals`` are words known to have one by right, ``respelt`` the same as they are compared
    across spellings, ``ents`` the pipeline's own names by their first token.
    """

    doc: Sequence[Token]
    words: Lexicon
    capitals: frozenset[str]
    respelt: frozenset[str]
    ents: dict[int, Stretch]

    def in_sentence(self, sentence: Sentence, number: int) -> Iterator[Name]:
        """Yield the names of an ordinary sentence."""
        taken, floor, end = sentence.tokens.start, sentence.tokens.start, sentence.tokens.end
        for token in sentence.words:
            index = token.i
            if index < taken or (index not in self.ents and not is_capital(token)):
                continue  # nothing else opens a name
            label: str | None = None
            known = self._outlet(index, end)
            ent = self.ents.get(index)
            if known:
                first, last, taken = index, known, known
            elif ent is not None:
                first, last = clean(self.doc, ent.start, ent.end, self.words)
                first = self._past_body(first, last, LABELS[ent.label_])
                if LABELS[ent.label_] != "person":
                    last = without_office(self.doc, first, last, self.words)
                last = widen(self.doc, last, end, self.ents, self.words) if first < last else last
                last = without_purpose(self.doc, first, last, self.words)
                label = LABELS[ent.label_]
                taken = last if self._goes_on(first, last, ent.end) else max(last, ent.end)
            elif self._starts(token, floor):
                first, last = clean(self.doc, index, self._run(index, end), self.words)
                last = without_office(self.doc, first, last, self.words)
                taken = max(last, index + 1)
            else:
                continue
            if first < last and (known or self._is_name(first, last, floor)):
                last = max(last, min(end, with_adjectives(self.doc, first, last, self.words)))
                yield self._name((first, last), (number, floor), label)
                taken = max(taken, last)

    def _past_body(self, first: int, last: int, label: str) -> int:
        """Return where a person's name begins behind a body's noun: "Observatory | Jane Doe"."""
        noun = self.words.nouns.get((folded(self.doc[first].text),)) if first < last else None
        run_on = label == "person" and noun is not None and noun.kind == "body"
        return first + 1 if run_on and last - first > _RUN_ON else first

    def _goes_on(self, first: int, last: int, end: int) -> bool:
        """Whether a comma cuts the pipeline's name, so that another may stand behind it."""
        return first < last < end and self.doc[last].text == ","

    def in_headline(
        self, sentence: Sentence, number: int, keys: frozenset[Phrase]
    ) -> Iterator[Name]:
        """Yield the names of a sentence in title case: only those that come elsewhere too."""
        index, end = sentence.tokens.start, sentence.tokens.end
        while index < end:
            ent = self.ents.get(index)
            if (
                ent is not None
                and self._is_person(ent)
                and key_of(self.doc, ent.end - 1, ent.end) in keys
            ):
                first = next(
                    (i for i in range(index, ent.end - 1) if self._ends(i, ent, keys)), index
                )
                yield self._name((first, ent.end), (number, sentence.tokens.start), "person")
                index = ent.end
                continue
            sizes = range(min(_LONGEST, end - index), 0, -1)
            size = next((n for n in sizes if key_of(self.doc, index, index + n) in keys), 0)
            if size and is_capital(self.doc[index]):
                last = index + size
                while not self.doc[last - 1].text[-1].isalnum():
                    last -= 1
                yield self._name((index, last), (number, sentence.tokens.start), None)
            index += max(1, size)

    def _is_person(self, ent: Stretch) -> bool:
        return LABELS[ent.label_] == "person" and is_capital(ent[-1])

    def _ends(self, first: int, ent: Stretch, keys: frozenset[Phrase]) -> bool:
        """Whether a name of a headline is known from ``first`` on ("Voters Back | Jane Doe")."""
        return key_of(self.doc, first, ent.end) in keys

    def _outlet(self, index: int, end: int) -> int:
        """Return where a medium or power known by name ends that starts here, 0 for none."""
        token = self.doc[index]
        if not is_capital(token) or folded(token.text).split(" ")[0] not in self.words.famed:
            return 0
        for last in range(min(end, index + _LONGEST), index, -1):
            if not self.doc[last - 1].text[-1].isalnum() and last - index > 1:
                continue
            if self._is_cut(last):
                continue
            key = key_of(self.doc, index, last)
            famous = key in self.words.outlets or key in self.words.powers
            famous = famous or self._is_clipped(index, key)
            if famous and self._named(index, last):
                after = self.doc[last] if last < end else None
                joined = after is not None and is_capital(after) and after.pos_ == "PROPN"
                return 0 if joined and last - index == 1 else last
        return 0

    def _is_cut(self, last: int) -> bool:
        """Whether the word before ``last`` is only the beginning of one: "la Croix | -Rouge"."""
        if last + 1 >= len(self.doc) or self.doc[last].text != "-":
            return False
        return not self.doc[last - 1].whitespace_ and not self.doc[last].whitespace_

    def _is_clipped(self, index: int, key: Phrase) -> bool:
        """Whether an outlet's name lacks its article for the one before it: "au | Monde"."""
        if key not in self.words.clipped or index == 0:
            return False
        before = small(self.doc[index - 1].text)
        article = self.words.naming.contractions.get(before, before)
        return (folded(article), *key) in self.words.outlets

    def _named(self, first: int, last: int) -> bool:
        """Whether more than an article that opens a sentence has its capital ("Le point")."""
        if last - first == 1 or small(self.doc[first].text) not in self.words.determiners:
            return True
        return any(not self.doc[i].text[0].islower() for i in range(first + 1, last))

    def _starts(self, token: Token, floor: int) -> bool:
        """Whether a word outside every entity may open a name all the same."""
        if not is_capital(token) or folded(token.text) in self.words.never:
            return False
        if opens(self.doc, token.i, floor):
            return token.pos_ == "PROPN" or self._is_known(token)
        is_acronym = token.is_upper and token.is_alpha and len(token) > 1
        return is_acronym or token.pos_ in {"PROPN", "NOUN", "X"}

    def _run(self, index: int, end: int) -> int:
        last = index + 1
        while last < end and last not in self.ents and is_capital(self.doc[last]):
            last += 1
        return last

    def _is_name(self, first: int, last: int, floor: int) -> bool:
        if any(self.doc[i].is_space for i in range(first, last)):
            return False
        token = self.doc[first]
        text = folded(token.text)
        if last - first > 1:
            return any(self.doc[i].is_alpha for i in range(first, last))
        if self._is_shouted(first):
            return False
        if opens(self.doc, first, floor) and (
            not self._is_known(token) or (first + 1 < len(self.doc) and self._heads_office(first))
        ):
            return False
        return (
            any(c.isalpha() for c in text)
            and text not in self.words.never
            and (text,) not in self.words.vague
            and small(token.text) not in self.words.pronouns
            and small(token.text) not in self.words.determiners
            and not (token.is_upper and self._is_office((text,)))
            and not _ROMAN.fullmatch(token.text)
        )

    def _is_office(self, key: Phrase) -> bool:
        """Whether a word is an office: in capitals ("CEO") it is one still, and no name."""
        noun = self.words.nouns.get(key)
        return noun is not None and noun.kind == "role"

    def _heads_office(self, first: int) -> bool:
        """Whether an office opens a sentence, its capital from there: "Director of the X, said"."""
        key = (folded(self.doc[first].text),)
        linked = small(self.doc[first + 1].text) in self.words.links
        return linked and self._is_office(key)

    def _is_known(self, token: Token) -> bool:
        """Whether a word that opens a sentence is a name there, and not any word."""
        is_acronym = token.is_upper and token.is_alpha and 1 < len(token) <= _LONGEST
        if token.pos_ == "PROPN" or is_acronym or folded(token.text) in self.capitals:
            return True
        is_foreign = token.text[0] > _LAST_LATIN
        return is_foreign or (len(token) > 4 and plainest(folded(token.text)) in self.respelt)

    def _is_shouted(self, index: int) -> bool:
        """Whether a word in capitals stands beside others: a rubric."""
        beside = (self.doc[i] for i in (index - 1, index + 1) if 0 <= i < len(self.doc))
        return (
            len(self.doc[index]) > 1
            and self.doc[index].is_upper
            and any(token.is_upper and token.is_alpha and len(token) > 1 for token in beside)
        )

    def _title_before(self, at: int, floor: int) -> bool:
        """Whether a title ends before a token; pipelines part the full stop from some ("Lt .")."""
        stop = self.doc[at - 1].text == "." and at - 1 > floor
        return folded(self.doc[at - 1 - stop].text) in self.words.titles

    def _name(self, tokens: tuple[int, int], place: tuple[int, int], label: str | None) -> Name:
        """Return the name at ``tokens``, of sentence ``place[0]``, which starts at ``place[1]``."""
        gender: Gender | None = None
        opening = tokens[0]
        while opening > place[1] and self._title_before(opening, place[1]):
            opening -= 1 + (self.doc[opening - 1].text == ".")
            gender = gender or self.words.titles[folded(self.doc[opening].text)]
        titled = opening < tokens[0]
        label = "person" if titled else label
        return Name(opening, *tokens, place[0], label, gender, titled)
