"""``figures.toml``: which nouns are people, and which words say what happened to them."""

from __future__ import annotations

from recoupe.languages.words import Words
from recoupe.model import FigureSubject


class Indefinite(Words):
    """Words that leave a number of people open, and the least number that they mean."""

    least: int
    words: tuple[str, ...]


class FigureWords(Words):
    """Words around numbers of people; nouns and verbs are lemmas in lower case.

    ``people`` are nouns for people, ``phrases`` those of several words, ``endings`` how other
    nouns for people end in the plural, ``demonyms`` how capitalised ones do; ``things`` are nouns
    with such an ending that are none. ``generic`` nouns say no more than that they are people;
    ``breakdown`` are nouns, as they are written, by which a toll is broken down ("children").

    ``nouns`` are nouns that say by themselves what is counted; ``roles`` nouns that say it unless
    a verb says otherwise. ``undergone`` are verbs whose object (or passive subject) is counted,
    ``done`` verbs whose subject is.

    ``skipped`` may stand between a number and its noun; ``of`` joins a number to its noun;
    ``part`` opens a number taken from one before ("dont 14"); ``count_nouns`` are nouns that a
    number is the value of ("le nombre de manifestants"), ``tolls`` those of them that count the
    dead where nothing else is said ("le bilan est passé de 12 à 17"); ``being`` are lemmas of the
    verb by which people are so many ("ils étaient 150").

    ``along`` are prepositions by which people share what happened to others ("with two sons"),
    ``possessives`` the words for whose they are; ``ratios`` between two numbers make them a share
    ("one in five"); ``units`` stand before a bare number that counts no people ("no. 12"); ``rest``
    are words that stand for people counted before ("autres"). ``single`` determiners count one
    where a noun for people has one of the subjects ``singles``, and ``singular`` ones do where it
    is a singular; ``several`` count a few where it has one of the subjects ``casualties``.
    ``of_whole`` stands before the whole that a number is of ("two of the 12"), ``of_them``
    behind a number of those before ("three of them"). ``changed_from`` and
    ``changed_to`` stand before the old number and the new one behind a word for a change,
    ``instead`` before the old one behind the new one ("up from 12"), as ``versus`` does where
    ``formerly`` follows ("contre 12 auparavant"); ``former`` before one that was replaced ("an
    earlier toll of 12"), ``latest`` before the one that replaces it; words of another period
    (``elsewhen``) make it a comparison. ``added`` words between a number and its noun,
    ``added_before`` before it and ``added_behind`` behind make it one that is added. ``totals``
    make the number near them a cumulative one, as ``since`` does for the subjects ``summed``;
    ``parting`` are joiners that keep them from a number.
    ``hedges`` are lemmas that mark their clause as unverified, ``hedged_moods`` values of the
    feature Mood that do.
    """

    people: tuple[str, ...]
    phrases: tuple[str, ...]
    endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    things: tuple[str, ...]
    generic: tuple[str, ...]
    breakdown: tuple[str, ...]
    nouns: dict[FigureSubject, tuple[str, ...]]
    roles: dict[FigureSubject, tuple[str, ...]]
    undergone: dict[FigureSubject, tuple[str, ...]]
    done: dict[FigureSubject, tuple[str, ...]]
    skipped: tuple[str, ...]
    of: tuple[str, ...]
    part: tuple[str, ...]
    of_them: tuple[str, ...]
    of_whole: tuple[str, ...]
    changed_from: tuple[str, ...]
    changed_to: tuple[str, ...]
    instead: tuple[str, ...]
    versus: tuple[str, ...]
    formerly: tuple[str, ...]
    former: tuple[str, ...]
    latest: tuple[str, ...]
    elsewhen: tuple[str, ...]
    added: tuple[str, ...]
    added_before: tuple[str, ...]
    added_behind: tuple[str, ...]
    totals: tuple[str, ...]
    since: tuple[str, ...]
    summed: tuple[FigureSubject, ...]
    parting: tuple[str, ...]
    count_nouns: tuple[str, ...]
    tolls: tuple[str, ...]
    being: tuple[str, ...]
    along: tuple[str, ...]
    possessives: tuple[str, ...]
    ratios: tuple[str, ...]
    units: tuple[str, ...]
    rest: tuple[str, ...]
    single: tuple[str, ...]
    singular: tuple[str, ...]
    singles: tuple[FigureSubject, ...]
    several: tuple[Indefinite, ...]
    casualties: tuple[FigureSubject, ...]
    hedges: tuple[str, ...]
    hedged_moods: tuple[str, ...]
