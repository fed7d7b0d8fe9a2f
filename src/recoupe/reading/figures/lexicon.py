"""The words around numbers of people, ready to ask: is this a person, what does this verb do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.figures import FigureWords
from recoupe.languages.numbers import NumberWords
from recoupe.model import FigureSubject
from recoupe.reading.figures.cues import FigureCues, figure_cues
from recoupe.reading.numbers import alternatives
from recoupe.reading.tokens import Token, text_of

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_REACH: Final = 6
"""How many tokens after a verb the rest of its phrase may stand ("porter ... disparu")."""

Subjects = dict[str, tuple[tuple[str, FigureSubject], ...]]


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """The compiled ``figures.toml`` of one pack.

    ``undergone`` and ``done`` map a verb to what happened to its object or subject, each with the
    words that must follow it (possibly none); ``nouns`` and ``roles`` map a noun.
    """

    words: FigureWords
    people: frozenset[str]
    things: frozenset[str]
    phrases: re.Pattern[str]
    openers: re.Pattern[str]
    least: dict[str, int]
    scales: frozenset[str]
    joiners: frozenset[str]
    nouns: dict[str, FigureSubject]
    roles: dict[str, FigureSubject]
    undergone: Subjects
    done: Subjects
    cues: FigureCues

    def is_person(self, token: Token) -> bool:
        """Whether a word is a noun for people, by the list, its ending, or as a demonym."""
        low = token.lower_
        if low in self.things or (not token.is_alpha and "-" not in low):
            return False
        if low in self.people or token.lemma_.lower() in self.people:
            return True
        if token.pos_ not in _NOMINAL:
            return False
        if token.text[0].isupper() and len(low) > 3 and low.endswith(self.words.demonyms):
            return True
        return len(low) > 5 and token.pos_ == "NOUN" and low.endswith(self.words.endings)

    def said_by(self, table: Mapping[str, FigureSubject], *forms: str) -> FigureSubject | None:
        """Return the subject that ``table`` gives for the first of ``forms`` in it."""
        return next((table[form] for form in forms if form in table), None)

    def verb(self, table: Subjects, verb: Token) -> FigureSubject | None:
        """Return the subject of a verb in ``table``, ``None`` where it is not there."""
        for form in dict.fromkeys((verb.lemma_.lower(), verb.lower_)):
            for rest, subject in table.get(form, ()):
                if not rest or rest in text_of(verb.doc[verb.i + 1 : verb.i + _REACH]).lower():
                    return subject
        return None


@cache
def figure_lexicon(pack: Pack) -> FigureLexicon:
    """Return the compiled ``figures.toml`` of ``pack``."""
    words = pack.table("figures", FigureWords)
    least = {form: group.least for group in words.several for form in group.words}
    numbers = pack.table("numbers", NumberWords)
    return FigureLexicon(
        words=words,
        people=frozenset(words.people),
        things=frozenset(words.things),
        phrases=re.compile(rf"(?:{alternatives(words.phrases)})(?!\w)"),
        openers=_openers(words, least),
        least=least,
        scales=frozenset(numbers.scales),
        joiners=frozenset(numbers.joiners),
        nouns=_by_form(words.nouns),
        roles=_by_form(words.roles),
        undergone=_by_verb(words.undergone),
        done=_by_verb(words.done),
        cues=figure_cues(pack),
    )


def _openers(words: FigureWords, least: dict[str, int]) -> re.Pattern[str]:
    """Return the pattern of what may count people without a number, in the named groups."""
    single = words.single if words.singles else ()
    singular = words.singular if words.singles else ()
    groups = {"several": least, "single": single, "singular": singular}
    named = "|".join(f"(?P<{name}>{alternatives(forms)})" for name, forms in groups.items())
    return re.compile(rf"(?<!\w)(?:{named})(?!\w)")


def _by_form(table: dict[FigureSubject, tuple[str, ...]]) -> dict[str, FigureSubject]:
    return {form: subject for subject, forms in table.items() for form in forms}


def _by_verb(table: dict[FigureSubject, tuple[str, ...]]) -> Subjects:
    found: dict[str, list[tuple[str, FigureSubject]]] = {}
    for first, rest, subject in _phrases(table):
        found.setdefault(first, []).append((rest, subject))
    return {first: tuple(sorted(rests, reverse=True)) for first, rests in found.items()}


def _phrases(
    table: dict[FigureSubject, tuple[str, ...]],
) -> Iterator[tuple[str, str, FigureSubject]]:
    for subject, phrases in table.items():
        for phrase in phrases:
            first, _, rest = phrase.partition(" ")
            yield first, rest, subject
