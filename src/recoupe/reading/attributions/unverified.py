"""Statements that something could not be verified: by somebody, or by nobody in particular.

"L'agence n'a pas pu vérifier ces images", "the figure could not be independently confirmed". What
cannot be verified is the content, who could not do it the source; without one the outlet itself
says so. Gold data of attribution seldom marks them (nobody is quoted), so the network does not know
them; a cross-check has to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recoupe.languages.stances import StanceWords
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import Tokens, phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.sources import read_agent
from recoupe.reading.attributions.stretches import place
from recoupe.reading.attributions.syntax import CLAUSE, OBJECT, SUBJECT, child
from recoupe.reading.dependencies import PASSIVE_AUXILIARY, VERBAL
from recoupe.reading.tokens import Token

PATTERN: Final = "unverified"

_BEHIND: Final = 6
"""Tokens behind the verb within which it may say that the verifying was to be independent."""


def find_unverified(page: Page, lex: Lexicon) -> Iterator[Finding]:
    """Yield what the article says outside quotations that it could not be verified."""
    table = page.parse.pack.table("stances", StanceWords)
    verbs = set(table.unverified)
    for passage in page.passages:
        for token in page.doc[passage.first : passage.last]:
            if token.pos_ not in VERBAL or token.lemma_.lower() not in verbs:
                continue
            if page.quote_of[token.i] >= 0:
                continue
            found = _finding(page, passage, token, lex, table)
            if found is not None:
                yield found


def _finding(
    page: Page, passage: Passage, verb: Token, lex: Lexicon, table: StanceWords
) -> Finding | None:
    first = _group(page, passage, verb, lex, table)
    alone = _independently(page, passage, verb, table)
    if not _cannot(page.doc[first : verb.i + 1], alone is not None, lex, table):
        return None
    subject = _subject(page.doc[first : verb.i + 1], first)
    last = verb.i + 1
    if child(verb, PASSIVE_AUXILIARY) is not None:
        content = None if subject is None else _whole(subject, passage, first)
        source = read_agent(page, verb, lex)
        last = alone[1] if alone is not None and alone[0] == last else last
    else:
        content = _object(verb, passage, alone[0] if alone is not None else passage.last)
        content = content or _antecedent(page, passage, subject, first, lex)
        source = None if subject is None or _nobody(subject, lex) else phrase(page, subject, lex)
    words = None if content is None else _place(page, content)
    if words is None:
        return None
    said = (page.start(source[0]), page.end(source[1] - 1)) if source else None
    cue = (page.start(first), page.end(last - 1))
    return Finding((words,), cue, said, PATTERN, stance="cannot_verify")


def _group(page: Page, passage: Passage, verb: Token, lex: Lexicon, table: StanceWords) -> int:
    """Return where the verb's group begins: auxiliaries, negation, and what it is able to."""
    known = lex.negations | lex.clitics | {*lex.words.infinitive_marks, *table.able, *table.unable}
    at = verb.i
    while at > passage.first:
        token = page.doc[at - 1]
        if token.dep_ in SUBJECT:
            break
        able = token.lemma_.lower() in known or token.lower_ in known
        if (
            not able
            and token.pos_ not in {"AUX", "ADV"}
            and token.lemma_.lower() not in lex.lifters
        ):
            break
        at -= 1
    return at


def _independently(page: Page, passage: Passage, verb: Token, table: StanceWords) -> Tokens | None:
    """Return the words behind the verb that ask for a source of one's own, if there are any."""
    for token in page.doc[verb.i + 1 : min(verb.i + 1 + _BEHIND, passage.last)]:
        if token.is_punct or token.pos_ in VERBAL:
            return None
        if token.lower_ in table.independent:
            whole = token.head if token.head.i > verb.i else token
            return min(whole.left_edge.i, token.i), token.i + 1
    return None


def _cannot(group: Sequence[Token], alone: bool, lex: Lexicon, table: StanceWords) -> bool:
    """Whether a verb's group says that it cannot, or could not independently, be done."""
    words = {form for token in group for form in (token.lower_, token.lemma_.lower())}
    if words & {*table.unable}:
        return True
    can = alone or bool(words & {*table.able, *table.independent})
    return can and bool(words & lex.negations)


def _subject(group: Sequence[Token], first: int) -> Token | None:
    """Return the subject of a verb's group; the parse may hang it on any of its words."""
    return next(
        (
            part
            for token in reversed(group)
            for part in token.children
            if part.dep_ in SUBJECT and part.i < first
        ),
        None,
    )


def _nobody(subject: Token, lex: Lexicon) -> bool:
    """Whether a subject stands for nobody ("it was not possible to …")."""
    return subject.dep_.startswith("expl") or (
        subject.lower_ in lex.words.impersonal or "Neut" in subject.morph.get("Gender", [])
    )


def _object(verb: Token, passage: Passage, before: int) -> Tokens | None:
    found = child(verb, OBJECT | CLAUSE)
    if found is None or found.pos_ == "PRON" or found.left_edge.i <= verb.i:
        return None
    return _whole(found, passage, min(before, passage.last))


def _antecedent(
    page: Page, passage: Passage, subject: Token | None, first: int, lex: Lexicon
) -> Tokens | None:
    """Return the phrase before a relative pronoun ("the report, which … could not verify")."""
    opening = {*lex.words.relatives, *lex.markers}
    edge = first if subject is None else subject.left_edge.i
    if edge <= passage.first or page.doc[edge - 1].lower_ not in opening:
        return None
    at = edge - 2
    while at >= passage.first and page.doc[at].is_punct:
        at -= 1
    if at < passage.first or page.doc[at].pos_ not in _NOMINAL:
        return None
    head = page.doc[at]
    while passage.first <= head.head.i < head.i and head.head.pos_ in {*_NOMINAL, "ADP"}:
        head = head.head
    return phrase(page, head, lex)


_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


def _whole(head: Token, passage: Passage, before: int) -> Tokens:
    """Return the tokens of a phrase with all that hangs on it."""
    return max(head.left_edge.i, passage.first), min(head.right_edge.i + 1, before)


def _place(page: Page, tokens: Tokens) -> Place | None:
    words = page.doc[slice(*tokens)]
    if all(token.pos_ == "PRON" or token.is_punct for token in words):
        return None
    return place(page, *tokens)
