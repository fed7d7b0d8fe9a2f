"""What a reporting clause set into or behind a statement reports ("…, a-t-il ajouté, …")."""

from __future__ import annotations

from typing import Final

from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.stretches import past_adverb, without_aside
from recoupe.reading.attributions.syntax import is_finite
from recoupe.reading.dependencies import RELATIVE

_STOPS: Final = frozenset({",", ".", ":", ";", "(", ")", "-", "–", "—", "!", "?", "…"})
_BREAKS: Final = _STOPS - {":", ";"}
_ENDS: Final = frozenset(".?!…")

Pieces = tuple[tuple[int, int], ...]
"""Token ranges ``[first, last)``, in order."""


def read_around(page: Page, passage: Passage, clause: tuple[int, int], lex: Lexicon) -> Pieces:
    """Return the words around the reporting clause, none where it is not set off from them.

    ``clause`` are the tokens of the cue and its source together.
    """
    edge = _set_off(page, passage, clause[0])
    if edge is None:
        return ()
    left = _left(page, passage, edge)
    if left is None:
        return ()
    left = without_aside(page, *left, lex), left[1]
    return _with_right(page, passage, left, _clause_end(page, passage, clause[1]))


def _set_off(page: Page, passage: Passage, first: int) -> int | None:
    """Return the end of the words before a reporting clause that a mark sets off from them."""
    at = first
    marked = False
    while at > passage.first and (page.doc[at - 1].is_space or page.doc[at - 1].text in _BREAKS):
        if page.quote_of[at - 1] >= 0 and page.quote_of[first] < 0:
            break
        marked = marked or page.doc[at - 1].text in {",", "-", "–", "—", "("}
        at -= 1
    if at <= passage.first:
        return None
    if marked or (page.quote_of[at - 1] >= 0 and page.quote_of[at - 1] != page.quote_of[first]):
        return at
    return None


def _left(page: Page, passage: Passage, edge: int) -> tuple[int, int] | None:
    number = page.quote_of[edge - 1]
    first = edge
    if number >= 0:
        first = max(passage.first, page.quote_tokens(number)[0])
        if first == passage.first or page.doc[first - 1].text == ":":
            return first, edge
        if is_sentence(page, first, edge):
            return first, edge
    at = first
    while at > passage.first and not (
        page.quote_of[at - 1] < 0 and page.doc[at - 1].text[-1] in _ENDS
    ):
        at -= 1
    at = past_adverb(page, _past_topic(page, at, first), first)
    while at < first and page.doc[at].pos_ == "CCONJ":
        at += 1
    return (at, edge) if at < edge else None


def _past_topic(page: Page, first: int, last: int) -> int:
    """Return where words begin behind the topic that a heading puts first ("Grève : …")."""
    for token in page.doc[first : min(last, first + _TOPIC)]:
        if token.pos_ in {"VERB", "AUX"} or page.quote_of[token.i] >= 0:
            return first
        if token.text == ":" and token.i > first:
            return token.i + 1
    return first


_TOPIC: Final = 6
"""Tokens of the topic of a heading, its colon included, at most."""


def is_sentence(page: Page, first: int, last: int) -> bool:
    """Whether quoted words are a sentence by themselves: a capital and a verb with a person."""
    words = [token for token in page.doc[first:last] if not token.is_punct and not token.is_space]
    if not words or not words[0].text[0].isupper():
        return False
    return any(token.pos_ in {"VERB", "AUX"} and is_finite(token) for token in words)


def _clause_end(page: Page, passage: Passage, last: int) -> int:
    """Return the token that ends a reporting clause: its comma, full stop or a quotation."""
    at = last
    while at < passage.last:
        if page.quote_starting(at) >= 0:
            if at == last or page.doc[at - 1].text in _STOPS:
                return at
            at = page.quote_tokens(page.quote_of[at])[1]
            continue
        if page.doc[at].text in _STOPS:
            return at
        at += 1
    return at


def _with_right(page: Page, passage: Passage, left: tuple[int, int], end: int) -> Pieces:
    """Add what goes on behind the reporting clause."""
    at = end
    while at < passage.last and (
        page.doc[at].is_space or page.doc[at].text in {",", ":", "-", "–", "—", ")"}
    ):
        at += 1
    if at >= passage.last or (end < passage.last and page.doc[end].text in _ENDS):
        number = page.quote_of[left[1] - 1]
        if number < 0 or at >= passage.last or page.quote_of[at] != number:
            return (left,)
    opened = page.quote_starting(at)
    number = page.quote_of[left[1] - 1]
    if opened >= 0:
        return left, (at, min(page.quote_tokens(opened)[1], passage.last))
    if number >= 0 and page.quote_of[at] == number:
        return left, (at, min(page.quote_tokens(number)[1], passage.last))
    set_off = end < passage.last and page.doc[end].text in {",", "-", "–", "—"}
    if number < 0 and set_off and (not has_verb(page, left) or page.doc[at].pos_ == "CCONJ"):
        return left, (at, passage.last)
    return (left,)


def has_verb(page: Page, tokens: tuple[int, int]) -> bool:
    """Whether there is a verb with a person among the tokens, outside relative clauses."""
    return any(
        token.pos_ in {"VERB", "AUX"}
        and is_finite(token)
        and token.head.dep_ not in RELATIVE
        and token.dep_ not in RELATIVE
        for token in page.doc[slice(*tokens)]
    )
