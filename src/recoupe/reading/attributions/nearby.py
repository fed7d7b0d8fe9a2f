"""The noun phrase beside a cue, where marks and word classes tell more than the parse."""

from __future__ import annotations

from typing import Final

from recoupe.reading.attributions.around import has_verb
from recoupe.reading.attributions.cueing import Cue
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import Tokens, phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import is_finite
from recoupe.reading.dependencies import RELATIVE
from recoupe.reading.tokens import Token


def told_of(
    page: Page, passage: Passage, subject: Token | None, cue: Cue, lex: Lexicon
) -> Tokens | None:
    """Return the source that a clause before the cue tells of, where the subject lies in it."""
    found = _over_relative(page, passage, cue, lex)
    if found is None or not (subject is None or found[1] <= subject.i < cue.first):
        return None
    return _with_relative(found, cue, lex)


def office_and_name(page: Page, passage: Passage, subject: Token | None, cue: Cue) -> Tokens | None:
    """Return an office and a name before a cue that the parse gave the subject of another verb."""
    if subject is None or subject.head == cue.top:
        return None
    pair = phrase_before(page, passage, cue)
    inside = pair is not None and any(t.text == "," for t in page.doc[slice(*pair)])
    return pair if inside else None


def _over_relative(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the phrase that a clause between commas tells of ("X, who …, said"), if there is."""
    if cue.first <= passage.first or page.doc[cue.first - 1].text != ",":
        return None
    verbal = False
    for at in range(cue.first - 2, max(passage.first, cue.first - _RELATIVE_CLAUSE), -1):
        token = page.doc[at]
        if page.quote_of[at] != page.quote_of[cue.first] or token.text in {".", ";", ":"}:
            return None
        verbal = verbal or (token.pos_ in {"VERB", "AUX"} and is_finite(token))
        if token.lower_ in lex.words.relatives and page.doc[at - 1].text == ",":
            return _name_before(page, passage, at - 1, lex) if verbal else None
    return None


_RELATIVE_CLAUSE: Final = 30
"""Tokens of a clause that tells of a source, at most."""


def _name_before(page: Page, passage: Passage, end: int, lex: Lexicon) -> Tokens | None:
    """Return the name or the noun phrase that ends before token ``end``."""
    first = end
    while first > passage.first and page.doc[first - 1].text[0].isupper():
        first -= 1
    if first < end:
        return first, end
    head = page.doc[end - 1]
    return phrase(page, head, lex) if head.pos_ in _NOUNS else None


def _with_relative(found: Tokens, cue: Cue, lex: Lexicon) -> Tokens:
    """Add the clause that tells of a source, where a source has such clauses."""
    whole = bool(RELATIVE & set(lex.words.source_clauses))
    return (found[0], cue.first - 1) if whole else found


def phrase_behind(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the noun phrase right behind the verb of a reporting clause set off from the words.

    Pipelines often take such a subject for an object, or give it to another verb.
    """
    at = _over_setting(page, passage, cue.last, lex)
    if at >= passage.last or page.quote_of[at] != page.quote_of[cue.verb.i]:
        return None
    likened = cue.first > passage.first and page.doc[cue.first - 1].lower_ in lex.words.likes
    if cue.form == "participle" or not (likened or content_before(page, passage, cue)):
        return None
    if page.doc[at].pos_ not in {"DET", "ADJ", "NUM", *_NOUNS} or not _set_off(
        page, passage, cue, lex
    ):
        return None
    named = next((token for token in page.doc[at : at + 4] if token.pos_ in _NOUNS), None)
    if named is None or named.lemma_.lower() in lex.times:
        return None
    while named.head.i > named.i and named.head.pos_ in _NOUNS and named.head.i < at + 8:
        named = named.head
    found = phrase(page, named, lex)
    return None if _reports_on(page, passage, found[1], lex) else found


def _over_setting(page: Page, passage: Passage, first: int, lex: Lexicon) -> int:
    """Return where a source begins behind a time and a place ("a réagi mardi sur X le maire")."""
    at = first
    while at < passage.last and page.doc[at].lemma_.lower() in lex.times:
        at += 1
    if at >= passage.last or page.doc[at].pos_ != "ADP":
        return at
    end = at + 1
    while end < min(passage.last, at + _SETTING) and page.doc[end].pos_ in {"DET", "ADJ"}:
        end += 1
    while end < min(passage.last, at + _SETTING) and page.doc[end].pos_ in {"NOUN", "PROPN"}:
        end += 1
    source = end < passage.last and page.doc[end].pos_ == "DET"
    return end if source and page.doc[end - 1].pos_ in _NOUNS else at


_SETTING: Final = 6
"""Tokens of a place or an occasion between a cue and its source, at most."""


def _reports_on(page: Page, passage: Passage, at: int, lex: Lexicon) -> bool:
    """Whether a clause begins at ``at``: then the words before it are those addressed."""
    if at >= passage.last or page.doc[at].lower_ in lex.words.relatives:
        return at < passage.last and page.doc[at].lower_ in lex.markers
    return page.doc[at].pos_ in {"PRON", "DET", "SCONJ", "AUX", "VERB"}


def content_before(page: Page, passage: Passage, cue: Cue) -> bool:
    """Whether there is anything before the cue that an inverted clause could report."""
    first = cue.first
    while first > passage.first and not (
        page.quote_of[first - 1] < 0 and page.doc[first - 1].text in {".", "!", "?", "…"}
    ):
        first -= 1
    number = page.quote_of[cue.verb.i]
    if any(page.quote_of[at] not in {-1, number} for at in range(first, cue.first)):
        return True
    return has_verb(page, (first, cue.first))


def phrase_before(page: Page, passage: Passage, cue: Cue) -> Tokens | None:
    """Return the noun phrase right before a cue with a person, where the parse gives no subject.

    A name and an office that a comma parts are one phrase.
    """
    if cue.form != "finite" or cue.hung is not None:
        return None
    end = cue.first
    while end > passage.first and page.doc[end - 1].text in {",", ")"}:
        end -= 1
    first = _part(page, passage, end, cue)
    if first >= end or page.doc[first].pos_ not in _OPENING:
        return None
    if first - 1 > passage.first and page.doc[first - 1].text == "," and end < cue.first:
        before = _part(page, passage, first - 1, cue)
        if page.doc[before].pos_ in _OPENING and _name_and_office(
            page, (before, first - 1), (first, end)
        ):
            return before, end
    return first, end


def _part(page: Page, passage: Passage, end: int, cue: Cue) -> int:
    """Return where the nominal words begin that end before token ``end``, back to a comma."""
    at = end
    while (
        at > passage.first
        and page.doc[at - 1].text != ","
        and _nominal(page, page.doc[at - 1], cue)
    ):
        at -= 1
    return at


def _name_and_office(page: Page, one: Tokens, other: Tokens) -> bool:
    """Whether one of two phrases is a name, and the other has a common noun."""
    names = [
        all(token.text[0].isupper() for token in page.doc[slice(*part)]) for part in (one, other)
    ]
    return names[0] != names[1]


_OPENING: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def _nominal(page: Page, token: Token, cue: Cue) -> bool:
    if page.quote_of[token.i] != page.quote_of[cue.verb.i] or token.is_space:
        return False
    return token.pos_ in _OF_PHRASES or token.tag_ == "POS" or token.text in _JOINTS


_JOINTS: Final = frozenset({",", "-", "(", ")", "/", "'"})


_OF_PHRASES: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM", "PRON"})


def _set_off(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> bool:
    """Whether a comma or a quotation stands right before the cue."""
    at = cue.first - 1
    if at < passage.first:
        return False
    if page.doc[at].lower_ in lex.words.likes:
        return True
    if page.doc[at].lower_ in lex.words.infinitive_marks:
        at -= 1
    return page.doc[at].text == "," or page.quote_of[at] != page.quote_of[cue.verb.i]


_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
