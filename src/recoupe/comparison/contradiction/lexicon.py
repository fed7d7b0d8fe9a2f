"""The words of a pack by which passages contradict each other, ready to be looked up by stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.contradictions import ContradictionWords
from recoupe.languages.search import SearchWords
from recoupe.languages.times import TimeWords

WORD: Final = re.compile(r"[^\W\d_]+|\d+")
"""A word: letters, or digits. Apostrophes and hyphens part words."""

_ENDING: Final = 2
"""Letters by which a form of such a word may be longer than the one that is listed."""
_REMEMBERED: Final = 1 << 16
_SHORT: Final = 4
"""Stems of fewer letters are those of too many words ("per": père, périr)."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or phrase means here: ``kind`` and, within the kind, ``value``."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and what it means. ``exact``: its form is meant, and longer ones by two letters."""

    stems: tuple[str, ...]
    forms: tuple[str, ...]
    sense: Sense
    exact: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled ``contradictions.toml`` of one pack.

    ``empty`` are words that carry no matter of their own. ``phrases`` go from a phrase's first
    stem to those that begin with it, the longest first.
    """

    words: ContradictionWords
    stem: Callable[[str], str]
    empty: frozenset[str]
    hinges: frozenset[str]
    marks: frozenset[str]
    marked_negations: frozenset[str]
    word_negations: frozenset[str]
    marked_only: frozenset[str]
    prefixes: tuple[str, ...]
    phrases: dict[str, tuple[Phrase, ...]]
    listed: dict[tuple[str, ...], frozenset[Sense]]

    def phrases_at(self, at: int, forms: Sequence[str], stems: Sequence[str]) -> Iterator[Phrase]:
        """Yield the phrases that begin at a word, the longest first.

        A word that is itself listed has no meaning of another of its stem ("partie", "partir"),
        unless both stand in one list ("deny", "denied").
        """
        for phrase in self.phrases.get(stems[at], ()):
            size = len(phrase.stems)
            said = tuple(forms[at : at + size])
            if said == phrase.forms or (
                tuple(stems[at : at + size]) == phrase.stems and self._is_form(said, phrase)
            ):
                yield phrase

    def _is_form(self, said: tuple[str, ...], phrase: Phrase) -> bool:
        if phrase.exact:
            longer = len(said[0]) - len(phrase.forms[0])
            if not said[0].startswith(phrase.forms[0]) or longer > _ENDING:
                return False
        senses = self.listed.get(said)
        return senses is None or not senses.isdisjoint(self.listed[phrase.forms])


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Return the compiled table of ``pack``."""
    words = pack.table("contradictions", ContradictionWords)
    stem = _stemmer(pack.table("search", SearchWords).stemmer)
    phrases: dict[str, list[Phrase]] = {}
    listed: dict[tuple[str, ...], set[Sense]] = {}
    for text, sense in _senses(words, pack.table("times", TimeWords)):
        forms = tuple(WORD.findall(text.lower()))
        stems = tuple(stem(word) for word in forms)
        exact = len(stems) == 1 and len(stems[0]) < _SHORT
        phrases.setdefault(stems[0], []).append(Phrase(stems, forms, sense, exact))
        listed.setdefault(forms, set()).add(sense)
    return Lexicon(
        words=words,
        stem=stem,
        empty=_empty(words),
        hinges=frozenset(words.hinges),
        marks=frozenset(words.negation_marks),
        marked_negations=frozenset(words.marked_negations),
        word_negations=frozenset(words.word_negations),
        marked_only=frozenset(words.marked_only),
        prefixes=words.prefixes,
        phrases={
            first: tuple(sorted(dict.fromkeys(found), key=lambda phrase: -len(phrase.stems)))
            for first, found in phrases.items()
        },
        listed={forms: frozenset(senses) for forms, senses in listed.items()},
    )


def _empty(words: ContradictionWords) -> frozenset[str]:
    some = (
        *words.function,
        *words.hinges,
        *words.negations,
        *words.word_negations,
        *words.contrasts,
        *words.possible,
    )
    much = (form for forms in words.quantifiers.values() for form in forms)
    return frozenset(form for form in (*some, *words.negation_marks, *much) if " " not in form)


def _senses(words: ContradictionWords, times: TimeWords) -> Iterator[tuple[str, Sense]]:
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("negation", words.negations),
        ("lack", words.lacks),
        ("false", words.falsehoods),
        ("true", words.truths),
        ("claim", words.claims),
        ("possible", words.possible),
        ("contrast", words.contrasts),
    )
    for kind, forms in lists:
        yield from ((form, Sense(kind)) for form in forms)
    for quantifier, forms in words.quantifiers.items():
        yield from ((form, Sense("quantifier", quantifier)) for form in forms)
    for pair in words.opposed:
        yield from ((form, Sense("one", pair.matter)) for form in pair.one)
        yield from ((form, Sense("other", pair.matter)) for form in pair.other)
    yield from ((form, Sense("month", str(number))) for form, number in times.months.items())
    yield from ((form, Sense("weekday", str(number))) for form, number in times.weekdays.items())


def plain(word: str) -> str:
    """Return ``word`` without accents and ligatures."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFKD", word.replace("œ", "oe").replace("æ", "ae"))
    return "".join(char for char in marks if not unicodedata.combining(char))


def _stemmer(algorithm: str) -> Callable[[str], str]:
    """Return what makes the stem of a word in lower case; accents that it keeps are kept."""
    import Stemmer  # type: ignore[import-not-found]  # it ships no types

    snowball, lock = Stemmer.Stemmer(algorithm), Lock()

    @lru_cache(maxsize=_REMEMBERED)
    def stem(word: str) -> str:
        with lock:  # a Snowball stemmer works in a buffer of its own
            return str(snowball.stemWord(word)) or word

    return stem
