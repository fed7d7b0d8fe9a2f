"""``cues.toml``: the words by which a language reports what somebody says, and with what stance."""

from __future__ import annotations

from typing import Literal

from recoupe.languages.words import Words
from recoupe.model import Stance

Complement = Literal["quote", "clause", "infinitive", "object"]


class VerbCues(Words):
    """Verbs that report in the same way.

    ``words`` are lemmas, ``faire valoir`` a verb with the words that follow it, ``se dire`` a verb
    that reports only with its reflexive. ``takes`` is what such a verb reports: a quotation, a
    finite clause, an infinitive, a noun phrase. ``prepositions`` stand before the noun phrase or
    infinitive; where any are given a bare noun phrase is not reported. ``keeps`` says that the
    preposition is part of the cue. ``person_first`` verbs have the person addressed as object, and
    report only what comes with it. ``stance`` is what the source does to the content, ``negated``
    what it does under a negation (``None``: the same).
    """

    stance: Stance
    negated: Stance | None = None
    takes: tuple[Complement, ...]
    prepositions: tuple[str, ...] = ()
    keeps: bool = False
    person_first: bool = False
    words: tuple[str, ...]


class NounCues(Words):
    """Nouns that report: ``words`` are lemmas, ``links`` the words between noun and content.

    ``keeps`` says that the link is part of the cue.
    """

    stance: Stance
    words: tuple[str, ...]
    links: tuple[str, ...]
    keeps: bool = False


class PhraseCues(Words):
    """Prepositions that make the clause beside them somebody's word.

    ``weak`` ones, which more often mean something else, count only with a comma and a quotation.
    """

    stance: Stance = "asserts"
    weak: bool = False
    words: tuple[str, ...]


class CueWords(Words):
    """Cues of a language, and the small words around them.

    ``markers`` open a reported clause, ``question_markers`` open a reported question;
    ``marker_in_content`` says whether gold data of the language count them in the content.
    ``inversion`` is a regular expression of a pronoun hung behind its verb, ``""`` if there are
    none. ``lifters`` are verbs that only lend tense or will to the reporting infinitive after
    them. ``silent`` are verbs whose refusal is a "no comment"; ``unverified`` lemmas say under a
    negation that something cannot be verified; ``unwilling`` verbs refuse under negation.
    ``resolve_relative`` gives a relative clause's source as its antecedent, else as its pronoun.
    ``continues`` says that a quotation standing alone after the sentence with the cue belongs to
    the same statement. ``colon_is_cue`` makes the colon of a headline a cue.
    ``not_sources`` are nouns (times) that stand where a source might; ``said_bodies`` are lemmas
    of texts and bodies that speak with no verb.
    """

    markers: tuple[str, ...]
    question_markers: tuple[str, ...]
    marker_in_content: bool
    resolve_relative: bool
    continues: bool
    colon_is_cue: bool
    inversion: str
    reflexives: tuple[str, ...]
    negations: tuple[str, ...]
    clitics: tuple[str, ...]
    gerund: tuple[str, ...]
    infinitive_marks: tuple[str, ...]
    infinitive_in_content: bool
    first_person: tuple[str, ...]
    lifters: tuple[str, ...]
    silent: tuple[str, ...]
    unverified: tuple[str, ...]
    not_sources: tuple[str, ...]
    verbs: tuple[VerbCues, ...]
    nouns: tuple[NounCues, ...]
    phrases: tuple[PhraseCues, ...]
