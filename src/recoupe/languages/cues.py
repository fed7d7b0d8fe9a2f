"""``cues.toml``: the words by which a language reports what somebody says, and with what stance."""

from __future__ import annotations

from typing import Literal

from recoupe.languages.words import Words
from recoupe.model import Stance

Complement = Literal["quote", "clause", "bare", "question", "infinitive", "object"]


class VerbCues(Words):
    """Verbs that report in the same way.

    ``words`` are lemmas, ``faire valoir`` a verb with the words that follow it, ``se dire`` a verb
    that reports only with its reflexive. ``takes`` is what such a verb reports: a quotation, a
    finite clause, one that no marker opens (``bare``), a question, an infinitive, a noun phrase. ``prepositions`` stand before the noun phrase or
    infinitive; where any are given a bare noun phrase is not reported. ``keeps`` says that the
    preposition is part of the cue. ``person_first`` verbs have the person addressed as object, and
    report only what comes with it; ``person_in_content`` ones report what they say of that person.
    ``weak`` ones (of will and knowledge) report only with quoted words. ``stance`` is what the source does to the content, ``negated``
    what it does under a negation (``None``: the same).
    """

    stance: Stance
    negated: Stance | None = None
    takes: tuple[Complement, ...]
    prepositions: tuple[str, ...] = ()
    keeps: bool = False
    person_first: bool = False
    person_in_content: bool = False
    weak: bool = False
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

    ``weak`` ones, which more often mean something else, count only with a quotation beside them.
    """

    stance: Stance = "asserts"
    weak: bool = False
    words: tuple[str, ...]


class CueWords(Words):
    """Cues of a language, and the small words around them.

    ``markers`` open a reported clause, ``question_markers`` open a reported question;
    ``marker_in_content`` and ``infinitive_in_content`` say whether gold data of the language count
    them, or the mark of an infinitive, in the content. ``inversion`` is a regular expression of a
    pronoun hung behind its verb (its first group is the pronoun), ``""`` if there are none.
    ``forms`` are lemmas of forms that pipelines do not know, ``endings``
    turn the ending of such a form into that of its lemma. ``after`` are small words right behind the verb that belong to its group. ``auxiliaries`` are
    the lemmas that make tenses with a participle. ``gerund`` words
    before a present participle do too. ``lifters`` are verbs that only lend tense or will to the
    reporting infinitive after them. ``silent`` are verbs whose refusal is a "no comment",
    ``unable`` verbs whose complement in ``unverified`` cannot be verified. ``resolve_relative``
    gives a relative clause's source as its antecedent, else as its pronoun; ``relatives`` are those
    pronouns; ``source_clauses`` are the labels of clauses that belong to the noun phrase of a source. ``continues`` says that a quotation standing alone after the sentence with the cue
    belongs to the same statement, ``in_quotations`` that reports inside quotations are statements of
    their own. ``said_of`` are the prepositions before what a verb says of its object, ``reasons``
    the conjunctions of a reason that belongs to what is reported, ``likes`` those before a
    reporting clause beside what it reports ("as he said"). ``supports`` are verbs that only
    carry a reporting noun ("lancer un appel"). ``not_sources`` are nouns (times, places) that stand where a
    source might. ``hedges`` mark words as unverified; ``hedging_mood`` is the mood of the verb
    that does (``""`` if the language has none).
    """

    markers: tuple[str, ...]
    question_markers: tuple[str, ...]
    marker_in_content: bool
    infinitive_in_content: bool
    resolve_relative: bool
    relatives: tuple[str, ...]
    source_clauses: tuple[str, ...]
    continues: bool
    in_quotations: bool
    said_of: tuple[str, ...]
    reasons: tuple[str, ...]
    likes: tuple[str, ...]
    adverbs_in_cue: bool
    forms: dict[str, str] = {}
    endings: dict[str, str] = {}
    inversion: str
    reflexives: tuple[str, ...]
    negations: tuple[str, ...]
    clitics: tuple[str, ...]
    after: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    gerund: tuple[str, ...]
    infinitive_marks: tuple[str, ...]
    lifters: tuple[str, ...]
    silent: tuple[str, ...]
    unverified: tuple[str, ...]
    supports: tuple[str, ...]
    not_sources: tuple[str, ...]
    hedges: tuple[str, ...]
    hedging_mood: str
    verbs: tuple[VerbCues, ...]
    nouns: tuple[NounCues, ...]
    phrases: tuple[PhraseCues, ...]
