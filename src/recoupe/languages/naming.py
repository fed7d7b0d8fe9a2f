"""``naming.toml``: titles, pronouns and the small words by which people are named again."""

from __future__ import annotations

from typing import Literal

from recoupe.languages.words import Words

Gender = Literal["m", "f"]
Number = Literal["s", "p"]


class Title(Words):
    """A word that stands before a name. ``gender`` is ``None`` where it tells none."""

    words: tuple[str, ...]
    gender: Gender | None = None


class Pronoun(Words):
    """Forms of third-person pronouns with one gender and number.

    ``person`` says that the form stands for people alone, ``thing`` that it never does ("it");
    ``speaker`` that it stands for whoever
    spoke last, whatever their gender ("indique-t-on"), ``nearest`` for whom the words just before
    it name ("celui-ci").
    """

    words: tuple[str, ...]
    gender: Gender | None = None
    number: Number = "s"
    person: bool = False
    thing: bool = False
    speaker: bool = False
    nearest: bool = False


class NamingWords(Words):
    """How a language names, and names again.

    ``definite``, ``indefinite`` and ``possessive`` are determiners, each with the gender it tells
    where it tells one (``""`` for none); ``demonstratives`` are determiners that point back.
    ``owners`` says of possessives what they tell of the owner: ``m`` or ``f`` for a gender, ``p``
    for several, ``""`` for one of either; others have no owner in the third person.
    ``links`` are prepositions that tie a complement to its noun, ``genitives`` those of them that
    a possessor stands behind; ``joins`` the conjunctions of a list. ``head_last`` says that a
    name of several words has its noun last ("Justice Department"). ``particles`` are lower-case
    parts of surnames, ``relatives`` relative pronouns, ``same`` words that with "source" mean
    whoever spoke last. ``anaphors`` are nouns that only ever mean a person named before
    ("l'intéressé"), ``latter`` adjectives that with an article or a demonstrative mean whom the
    words just before name ("ce dernier"). ``short_verbs`` are forms of *to be* that tell a role
    ("X is the mayor of Y").
    ``leading`` are lemmas (and forms misread) of verbs that tell an office ("who commands X").
    ``contractions`` are articles run into a preposition and the article alone ("du": "le").
    ``impersonal`` are lemmas of verbs whose pronoun stands for nobody, ``expletive`` words behind
    such a pronoun ("il y a"). ``ages`` are the words behind the number of somebody's years.
    ``never_names`` are capitalised words that are no name.
    ``given_masculine`` and ``given_feminine`` are given names that tell the gender.
    ``article_in_names`` says that an organisation's name is given with its article ("la CGT").
    ``possessive_mark`` is the suffix of an owner's name, ``""`` where there is none.
    """

    titles: tuple[Title, ...]
    pronouns: tuple[Pronoun, ...]
    definite: dict[str, str]
    indefinite: dict[str, str]
    possessive: dict[str, str]
    owners: dict[str, str]
    demonstratives: dict[str, str]
    links: tuple[str, ...]
    genitives: tuple[str, ...]
    joins: tuple[str, ...]
    head_last: bool
    particles: tuple[str, ...]
    relatives: tuple[str, ...]
    same: tuple[str, ...]
    anaphors: tuple[str, ...]
    latter: tuple[str, ...]
    short_verbs: tuple[str, ...]
    leading: tuple[str, ...]
    contractions: dict[str, str]
    impersonal: tuple[str, ...]
    expletive: tuple[str, ...]
    ages: tuple[str, ...]
    never_names: tuple[str, ...]
    given_masculine: tuple[str, ...]
    given_feminine: tuple[str, ...]
    article_in_names: bool
    possessive_mark: str
