"""The whole of a source: the name beside an office, the office beside a name, and no word more.

Pipelines cut "le porte-parole du ministère, Jean Dupont" at its comma, and run "Jean Dupont aux
journalistes" on to those addressed. Here the marks and the shapes of the words decide.
"""

from __future__ import annotations

from typing import Final

from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import Tokens
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import is_finite
from recoupe.reading.tokens import Token

_LONGEST: Final = 24
"""Tokens that an apposition has at most."""
_NAMES: Final = 6
"""Tokens that a name has at most."""
_STOPS: Final = frozenset({",", ".", ";", ":", ")", "]", "!", "?", "…", "-", "–", "—"})
_NOMINAL: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM"})
_OPENING: Final = frozenset({"DET", "NOUN", "PROPN", "NUM"})
_TRAILING: Final = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT", "SPACE", "DET"})


def whole_source(page: Page, passage: Passage, source: Tokens, cue: Tokens, lex: Lexicon) -> Tokens:
    """Return a source with what stands in apposition to it, and without those addressed.

    ``cue`` are the tokens of the cue, which the source never runs into.
    """
    limits = _limits(passage, source, cue)
    if limits is None or page.doc[source[1] - 1].pos_ == "PRON":
        return source
    first = _started(page, source, cue, limits, lex)
    first, last = _on_one_line(page, (first, source[1]), cue)
    last = _named(page, last, limits[1])
    last = _unaddressed(page, first, last, lex)
    last = _with_bracket(page, first, _with_apposition(page, first, last, limits[1], lex))
    while last > first + 1 and page.doc[last - 1].pos_ in _TRAILING - {"PUNCT"}:
        last -= 1
    return first, last


def _limits(passage: Passage, source: Tokens, cue: Tokens) -> Tokens | None:
    """Return the tokens that the source may reach: before the cue, or behind it."""
    if source[1] <= cue[0]:
        return passage.first, cue[0]
    if source[0] >= cue[1]:
        return cue[1], passage.last
    return None


def _started(page: Page, source: Tokens, cue: Tokens, limits: Tokens, lex: Lexicon) -> int:
    """Return where the office before a name begins."""
    first = source[0]
    number = page.quote_of[first]
    if source[0] >= cue[1]:
        start = cue[1]
        while start < first and _is_time(page.doc[start], lex):
            start += 1
        between = page.doc[start:first]
        nominal = all(t.pos_ in _NOMINAL or t.text in {",", "-", "'"} for t in between)
        same = all(page.quote_of[t.i] == number for t in between)
        opens = start < first and between[0].pos_ in _OPENING
        return start if nominal and same and opens else first
    if not _capital(page.doc[first]) or first - 1 <= limits[0] or page.doc[first - 1].text != ",":
        return first
    at = first - 1
    while at > limits[0] and page.doc[at - 1].pos_ in _NOMINAL and page.quote_of[at - 1] == number:
        at -= 1
    office = page.doc[at : first - 1]
    edge = at == limits[0] or page.doc[at - 1].is_punct or page.doc[at - 1].is_space
    if not edge or not len(office) or office[0].pos_ != "DET" or _is_time(office[-1], lex):
        return first
    return at if any(t.pos_ == "NOUN" and t.text[0].islower() for t in office) else first


def _on_one_line(page: Page, source: Tokens, cue: Tokens) -> Tokens:
    """Keep of a source that runs over a line's end the part beside the cue."""
    breaks = [at for at in range(*source) if "\n" in page.doc[at].text]
    if not breaks:
        return source
    if source[1] <= cue[0]:
        return (breaks[-1] + 1, source[1]) if breaks[-1] + 1 < source[1] else source
    return (source[0], breaks[0]) if breaks[0] > source[0] else source


def _named(page: Page, last: int, limit: int) -> int:
    """Add the rest of a name that the parse cut."""
    end = last
    number = page.quote_of[last - 1]
    while end < min(limit, last + _NAMES) and page.quote_of[end] == number:
        token = page.doc[end]
        joined = token.text == "-" and end + 1 < limit and _capital(page.doc[end + 1])
        if not (_capital(token) or joined) or token.pos_ in {"PRON", "VERB", "AUX"}:
            break
        end += 1
    return end


def _unaddressed(page: Page, first: int, last: int, lex: Lexicon) -> int:
    """Cut a source at the preposition behind a person's name: whom or where it was said to."""
    for at in range(first + 2, last):
        token = page.doc[at]
        if token.pos_ == "ADP" and token.lower_ not in lex.words.said_of:
            person = _capital(page.doc[at - 1]) and _capital(page.doc[at - 2])
            if person or page.doc[min(at + 1, last - 1)].pos_ == "PRON":
                return at
    return last


def _with_apposition(page: Page, first: int, last: int, limit: int, lex: Lexicon) -> int:
    if last + 1 >= limit or page.doc[last].text != ",":
        return last
    if page.quote_of[last] != page.quote_of[last - 1]:
        return last
    named = any(_capital(token) for token in page.doc[max(first, last - 2) : last])
    end = _name_end(page, last + 1, limit)
    if end is not None and not _person(page, first, last):
        return end
    office = page.doc[last + 1]
    opens = office.pos_ in {"DET", "NOUN"} and not _is_time(office, lex)
    if not named or not opens or not office.text[0].islower():
        return last
    end = _office_end(page, last + 1, limit, lex)
    return last if end is None else end


def _name_end(page: Page, first: int, limit: int) -> int | None:
    """Return the end of a name of two words and more that a mark or the limit ends."""
    end = _named(page, first, limit) if _capital(page.doc[first]) else first
    if end - first < 2 or page.doc[first].pos_ in {"DET", "PRON", "ADP"}:
        return None
    return end if end >= limit or _stops(page, end) else None


def _person(page: Page, first: int, last: int) -> bool:
    """Whether a source is a bare name, which takes no other name in apposition."""
    return all(_capital(token) or token.text in "-'’" for token in page.doc[first:last])


def _office_end(page: Page, first: int, limit: int, lex: Lexicon) -> int | None:
    """Return the end of an office ("maire de Brest"), if no verb shows that a clause begins."""
    depth = 0
    for at in range(first, min(limit, first + _LONGEST)):
        token = page.doc[at]
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and _stops(page, at) and not _tied(page, at):
            return at
        if token.lower_ in lex.words.relatives or lex.markers & {token.lower_}:
            return at if at > first + 1 else None
        if token.pos_ in {"VERB", "AUX"} and is_finite(token):
            return None
    return limit if limit - first <= _LONGEST else None


def _tied(page: Page, at: int) -> bool:
    """Whether a hyphen ties two halves of a word ("vice - présidente")."""
    token = page.doc[at]
    return token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_


def _stops(page: Page, at: int) -> bool:
    if page.doc[at].is_space or page.quote_of[at] != page.quote_of[at - 1]:
        return True
    return page.doc[at].text in _STOPS or page.doc[at].text[-1] in ".!?…"


def _with_bracket(page: Page, first: int, last: int) -> int:
    """Close the bracket that a source opens ("M. Dubois (Verts)")."""
    words = [token.text for token in page.doc[first:last]]
    if words.count("(") > words.count(")"):
        for at in range(last, min(len(page.doc), last + _NAMES)):
            if page.doc[at].text == ")":
                return at + 1
    return last


def _capital(token: Token) -> bool:
    return bool(token.text[0].isupper())


def _is_time(token: Token, lex: Lexicon) -> bool:
    return token.lemma_.lower() in lex.times or token.lower_ in lex.times or token.pos_ == "ADV"
