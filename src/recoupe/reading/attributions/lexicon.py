"""The cue tables of a pack, compiled for looking tokens up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from recoupe.languages import Pack
from recoupe.languages.cues import Complement, CueWords, NounCues, PhraseCues, VerbCues
from recoupe.reading.tokens import Token
from recoupe.words.remembered import REMEMBERED


@dataclass(frozen=True, slots=True)
class Entry:
    """One reporting verb: the words that must follow it, and how it reports."""

    tail: tuple[str, ...]
    reflexive: bool
    cues: VerbCues

    def takes(self, complement: Complement) -> bool:
        """Whether such a verb reports in this form."""
        return complement in self.cues.takes


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the finders look up, by lemma or by lower-case word."""

    words: CueWords
    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, NounCues]
    phrases: dict[str, tuple[tuple[tuple[str, ...], PhraseCues], ...]]
    inversion: re.Pattern[str]
    markers: frozenset[str]
    question_markers: frozenset[str]
    negations: frozenset[str]
    clitics: frozenset[str]
    lifters: frozenset[str]
    times: frozenset[str]
    hedges: frozenset[str]
    supports: frozenset[str]
    contrasts: tuple[tuple[str, ...], ...]
    _entries: dict[tuple[str, str, bool], tuple[Entry, ...]] = field(default_factory=dict)

    def entries(self, token: Token) -> tuple[Entry, ...]:
        """Return how the verb at this token may report; nothing for most words."""
        word = token.lemma_, token.lower_, token.pos_ == "AUX"
        found = self._entries.get(word)
        if found is None:
            if len(self._entries) >= REMEMBERED:
                self._entries.clear()
            known = (self.verbs[lemma] for lemma in self.lemmas(token) if lemma in self.verbs)
            found = self._entries[word] = next(known, ())
        return found

    def lemmas(self, token: Token) -> Iterator[str]:
        """Yield the lemmas that a token may have, the pipeline's first."""
        form = token.lower_
        yield token.lemma_.lower()
        yield self.words.forms.get(form, form)
        if token.pos_ != "AUX" and form not in self.words.forms:
            yield from self._guessed(form)

    def _guessed(self, form: str) -> Iterator[str]:
        for ending, lemma_ending in self.words.endings.items():
            if form.endswith(ending) and len(form) > len(ending) + 2:
                yield form[: -len(ending)] + lemma_ending


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Return the compiled cues of a pack."""
    words = pack.table("cues", CueWords)
    return Lexicon(
        words=words,
        verbs=_verbs(words),
        nouns={noun: group for group in words.nouns for noun in group.words},
        phrases=_phrases(words),
        inversion=re.compile(words.inversion or r"(?!)", re.IGNORECASE),
        markers=frozenset(words.markers),
        question_markers=frozenset(words.question_markers),
        negations=frozenset(words.negations),
        clitics=frozenset(words.clitics),
        lifters=frozenset(words.lifters),
        times=frozenset(words.not_sources),
        hedges=frozenset(words.hedges),
        supports=frozenset(words.supports),
        contrasts=tuple(tuple(words_.split()) for words_ in words.contrasts),
    )


def _verbs(words: CueWords) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for cues in words.verbs:
        for word in cues.words:
            reflexive, head, tail = _split(word, words.reflexives)
            found.setdefault(head, []).append(Entry(tail, reflexive, cues))
    # The longest locution is tried first: "faire valoir" before "faire".
    return {head: tuple(sorted(entries, key=_rank)) for head, entries in found.items()}


def _split(word: str, reflexives: tuple[str, ...]) -> tuple[bool, str, tuple[str, ...]]:
    for clitic in reflexives:
        if clitic.endswith("'") and word.startswith(clitic):
            return True, word[len(clitic) :], ()
    head, *tail = word.split()
    if head in reflexives:
        return True, tail[0], tuple(tail[1:])
    return False, head, tuple(tail)


def _phrases(words: CueWords) -> dict[str, tuple[tuple[tuple[str, ...], PhraseCues], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], PhraseCues]]] = {}
    for cues in words.phrases:
        for phrase in cues.words:
            parts = tuple(phrase.replace("'", "' ").split())
            found.setdefault(parts[0], []).append((parts, cues))
    return {head: tuple(sorted(some, key=lambda p: -len(p[0]))) for head, some in found.items()}


def _rank(entry: Entry) -> tuple[int, bool, bool, bool]:
    cues = entry.cues
    return -len(entry.tail), not entry.reflexive, cues.weak, not cues.person_in_content
