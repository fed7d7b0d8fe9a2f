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
    finite clause, one that no marker opens (``bare``), a question, an infinitive, a noun phrase.
    ``prepositions`` stand before the noun phrase; where any are given a bare noun phrase is not
    reported. ``keeps`` says that the preposition is part of the cue.

    ``person_first`` verbs have the person addressed as object, and report only what comes with it;
    ``person_in_content`` ones report what they say of that person. ``weak`` ones (of will and
    knowledge) report only with quoted words; ``raises`` says that the subject is part of what is
    reported ("he seems to know"). ``stance`` is what the source does to the content; what it does
    under a negation is in ``stances.toml``.
    """

    stance: Stance
    takes: tuple[Complement, ...]
    prepositions: tuple[str, ...] = ()
    keeps: bool = False
    person_first: bool = False
    person_in_content: bool = False
    weak: bool = False
    raises: bool = False
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

    What opens content: ``markers`` a reported clause, ``question_markers`` a reported question,
    ``infinitive_marks`` an infinitive; ``marker_in_content`` and ``infinitive_in_content`` say
    whether gold data of the language count these in it. ``reasons`` are the conjunctions of a
    reason that belongs to what is reported, ``likes`` those of a reporting clause beside it ("as he
    said"), ``contrasts`` those of a clause that the text sets against it, ``said_of`` the
    prepositions before what a verb says of its object, ``addressing`` those before the one it is
    said to. ``continues`` says that a quotation standing alone after the one with the cue belongs
    to the same statement.

    What belongs to a cue: ``auxiliaries`` are the lemmas that make tenses with a participle;
    ``clitics``, ``negations`` and ``reflexives`` stand before the verb, ``after`` right behind it,
    ``gerund`` before a present participle. ``adverbs_in_cue`` counts an adverb right before it.
    ``inversion`` is a regular expression of a pronoun hung behind its verb (its first group is the
    pronoun), ``""`` if there are none. ``lifters`` are verbs that only lend tense or will to the
    reporting infinitive after them, ``supports`` verbs that only carry a reporting noun ("lancer un
    appel"). ``forms`` are lemmas of forms that pipelines do not know, ``endings`` turn the ending
    of such a form into that of its lemma.

    What is a source: ``resolve_relative`` gives a relative clause's source as its antecedent, else
    as its pronoun; ``relatives`` are those pronouns; ``source_clauses`` are the labels of clauses
    that belong to the noun phrase of a source; ``not_sources`` are nouns (times) that stand where
    one might, ``impersonal`` pronouns that stand for nobody.

    What marks words as unverified: ``hedges``, and a verb in the ``hedging_mood`` (``""``: there is
    none).
    """

    markers: tuple[str, ...]
    question_markers: tuple[str, ...]
    infinitive_marks: tuple[str, ...]
    marker_in_content: bool
    infinitive_in_content: bool
    reasons: tuple[str, ...]
    likes: tuple[str, ...]
    contrasts: tuple[str, ...]
    said_of: tuple[str, ...]
    addressing: tuple[str, ...]
    continues: bool

    auxiliaries: tuple[str, ...]
    clitics: tuple[str, ...]
    negations: tuple[str, ...]
    reflexives: tuple[str, ...]
    after: tuple[str, ...]
    gerund: tuple[str, ...]
    adverbs_in_cue: bool
    inversion: str
    lifters: tuple[str, ...]
    supports: tuple[str, ...]
    forms: dict[str, str]
    endings: dict[str, str]

    resolve_relative: bool
    relatives: tuple[str, ...]
    source_clauses: tuple[str, ...]
    not_sources: tuple[str, ...]
    impersonal: tuple[str, ...]

    hedges: tuple[str, ...]
    hedging_mood: str

    verbs: tuple[VerbCues, ...]
    nouns: tuple[NounCues, ...]
    phrases: tuple[PhraseCues, ...]
