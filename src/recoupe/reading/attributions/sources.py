"""Who says it, as written beside the cue."""

from __future__ import annotations

from typing import Final

from recoupe.reading.attributions.appositions import whole_source
from recoupe.reading.attributions.cueing import Cue
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nearby import (
    content_before,
    office_and_name,
    phrase_before,
    phrase_behind,
    told_of,
)
from recoupe.reading.attributions.nominal import Tokens, phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import AGENT, SUBJECT, child
from recoupe.reading.dependencies import RELATIVE
from recoupe.reading.tokens import Token

_CLIMB: Final = 5
"""Verbs between a cue and the one whose subject it shares."""


def read_source(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the tokens ``[first, last)`` of the source, if the sentence names one."""
    found = _source(page, passage, cue, lex)
    if found is None:
        return None
    found = _set_behind(page, found, cue)
    return whole_source(page, passage, found, (cue.first, cue.last), lex)


def _set_behind(page: Page, source: Tokens, cue: Cue) -> Tokens:
    """Return what stands between a comma and the cue, where all before it is what is said.

    "Women, children and older people out of the port, the mayor says": no comma before the cue
    closes an apposition, and no conjunction makes it the last of several.
    """
    if source[1] != cue.first or page.doc[source[1] - 1].is_punct:
        return source
    commas = [at for at in range(*source) if page.doc[at].text == ","]
    if not commas or any(t.pos_ == "CCONJ" for t in page.doc[commas[-1] : source[1]]):
        return source
    return (commas[-1] + 1, source[1]) if commas[-1] - source[0] >= _SAID else source


_SAID: Final = 4
"""Tokens of a statement that the parse took for part of its source, at least."""


def _source(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    if cue.passive:
        return read_agent(page, cue.verb, lex) or read_agent(page, cue.top, lex)
    subject = _subject(page, passage, cue)
    if subject is not None and subject.text[0] == "-":
        return _hung_subject(page, subject, cue)
    if subject is not None and cue.first <= subject.i < cue.last:
        subject = None  # a clitic of the group that the parse took for a subject
    return _subject_phrase(page, passage, subject, cue, lex)


def _hung_subject(page: Page, subject: Token, cue: Cue) -> Tokens | None:
    """Return the token of a pronoun hung behind another verb, whose subject the cue shares."""
    at = subject.i + (subject.lower_ == "-t" and subject.i + 1 < len(page.doc))
    return None if cue.first <= at < cue.last else (at, at + 1)


def _subject_phrase(
    page: Page, passage: Passage, subject: Token | None, cue: Cue, lex: Lexicon
) -> Tokens | None:
    """Return the phrase of the subject, or the one beside the cue where the parse errs."""
    beside = told_of(page, passage, subject, cue, lex) or office_and_name(
        page, passage, subject, cue
    )
    if beside is not None:
        return beside
    if subject is None or (subject.i < cue.first and not _reaches(page, subject, cue, lex)):
        beside = phrase_behind(page, passage, cue, lex)
        if beside is not None:
            return beside
    if subject is None or page.quote_of[subject.i] != page.quote_of[cue.verb.i]:
        return phrase_before(page, passage, cue)
    if subject.i >= cue.last and not content_before(page, passage, cue):
        return phrase_before(page, passage, cue) or phrase(page, subject, lex)
    if subject.lower_ in lex.words.relatives and lex.words.resolve_relative:
        return _antecedent(page, subject, cue, lex)
    found = phrase(page, subject, lex)
    return _with_clauses(page, subject, found, cue, lex)


def _reaches(page: Page, subject: Token, cue: Cue, lex: Lexicon) -> bool:
    """Whether nothing but a comma stands between the phrase of a subject and its verb."""
    last = phrase(page, subject, lex)[1]
    return all(page.doc[at].is_punct or page.doc[at].is_space for at in range(last, cue.first))


def _with_clauses(page: Page, head: Token, found: Tokens, cue: Cue, lex: Lexicon) -> Tokens:
    """Add the clause that tells who the source is ("a man who lives nearby")."""
    first, last = found
    parts = [head, *(c for c in head.children if c.dep_ == "appos")]
    for part in parts:
        for clause in part.children:
            if clause.dep_ in lex.words.source_clauses and clause.left_edge.i <= last + 1:
                edge = clause.right_edge.i + 1
                if edge <= cue.first or clause.left_edge.i >= cue.last:
                    last = max(last, edge)
    if first < cue.first:
        last = min(last, cue.first)
    while last > found[1] and page.doc[last - 1].is_punct and page.quote_of[last - 1] < 0:
        last -= 1
    number = page.quote_of[head.i]
    if any(page.quote_of[i] != number for i in range(found[1], last)):
        clause_quotes = [n for n in set(page.quote_of[found[1] : last]) if n >= 0 and n != number]
        if any(page.quote_tokens(n)[1] > last for n in clause_quotes):
            return found
    return first, last


def _subject(page: Page, passage: Passage, cue: Cue) -> Token | None:
    verb = cue.top
    for _ in range(_CLIMB):
        found = _nearest_subject(page, passage, verb)
        if found is not None:
            return found
        if verb is not cue.top and verb.i + 1 < len(page.doc) and verb.nbor(1).text[0] == "-":
            return verb.nbor(1)
        head = verb.head
        if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head
        loose = cue.form != "finite" and verb.dep_ in {"advcl", "xcomp", "pcomp", "prep", "acl"}
        if head == verb or not (verb.dep_ == "conj" or loose or verb.dep_ in {"xcomp"}):
            return None
        verb = head
    return None


def _nearest_subject(page: Page, passage: Passage, verb: Token) -> Token | None:
    """Return the subject of a verb; of several, the first that no colon parts from it.

    Pipelines take the topic of a heading ("Grève : le maire dit …") for another subject.
    """
    found = [c for c in verb.children if c.dep_ in SUBJECT and passage.first <= c.i < passage.last]
    whole = [c for c in found if all(t.text != ":" for t in page.doc[c.i : verb.i])]
    return next(iter(whole or found), None)


def read_agent(page: Page, verb: Token, lex: Lexicon) -> Tokens | None:
    """Return who does what a passive verb says ("… par l'agence", "… by the agency")."""
    agent = child(verb, AGENT)
    if agent is None:
        return None
    noun = next((c for c in agent.children if c.dep_ == "pobj"), agent)
    return phrase(page, noun, lex)


def _antecedent(page: Page, pronoun: Token, cue: Cue, lex: Lexicon) -> Tokens | None:
    verb = cue.top
    for _ in range(_CLIMB):
        if verb.dep_ in RELATIVE:
            return phrase(page, _whole(verb.head), lex)
        verb = verb.head
    at = pronoun.i - 1
    while at > 0 and page.doc[at].pos_ in {"PUNCT", "SPACE"}:
        at -= 1
    noun = page.doc[at]
    return phrase(page, _whole(noun), lex) if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _whole(noun: Token) -> Token:
    """Return the head of the phrase that ``noun`` is a name or apposition in."""
    while noun.dep_ in {"appos", "flat:name", "compound"} and noun.head != noun:
        noun = noun.head
    return noun
