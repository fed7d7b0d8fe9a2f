"""Where reported words begin and end: clauses, infinitives, noun phrases and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.reading.attributions.cueing import Cue
from recoupe.reading.attributions.finding import Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import Tokens
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import SUBJECT, child, is_finite
from recoupe.reading.dependencies import VERBAL
from recoupe.reading.tokens import Token

_EDGES: Final = frozenset(",;:.-–—…")


def place(page: Page, first: int, last: int) -> Place | None:
    """Return tokens ``[first, last)`` as offsets, without white space and loose marks at the edges.

    A full stop, comma or dash goes unless a quotation holds it.
    """
    while first < last and _loose(page, first):
        first += 1
    while last > first and _loose(page, last - 1):
        last -= 1
    if first >= last:
        return None
    return page.start(_with_mark(page, first)), page.end(last - 1)


def _with_mark(page: Page, first: int) -> int:
    """Return ``first``, or the quotation mark right before it."""
    number = page.quote_of[first]
    if number >= 0:
        opening = page.quote_tokens(number)[0]
        if all(page.doc[at].is_punct or page.doc[at].is_space for at in range(opening, first)):
            return opening
    return first


def _loose(page: Page, at: int) -> bool:
    token = page.doc[at]
    if token.is_space:
        return True
    return page.quote_of[at] < 0 and set(token.text) <= _EDGES


def past_adverb(page: Page, first: int, last: int) -> int:
    """Return where words begin behind an adverb that ties them to the text ("Toutefois, …")."""
    while first < last and page.doc[first].is_space:
        first += 1
    tied = first + 2 < last and page.doc[first].pos_ == "ADV" and page.quote_of[first] < 0
    return first + 2 if tied and page.doc[first + 1].text == "," else first


def without_aside(page: Page, first: int, last: int, lex: Lexicon) -> int:
    """Return where the words begin behind a contrast that opens them ("Alors que A, B").

    What a source is set against ("while A, B, said X") is the text's own.
    """
    words = [token.lower_ for token in page.doc[first : first + 3]]
    opened = next(
        (len(parts) for parts in lex.contrasts if tuple(words[: len(parts)]) == parts), None
    )
    if opened is None:
        return first
    verb = next(
        (t for t in page.doc[first + opened : last] if t.pos_ in VERBAL and is_finite(t)), None
    )
    if verb is None:
        return first
    for at in range(verb.i + 1, last):
        comma = page.doc[at].text == "," and page.quote_of[at] < 0
        if comma and _is_clause(page.doc[at + 1 : last]):
            return at + 1
    return first


def _is_clause(words: Sequence[Token]) -> bool:
    """Whether words are one clause: a phrase with no mark before its verb."""
    for token in words:
        if token.is_punct or token.pos_ == "CCONJ":
            return False
        if token.pos_ in VERBAL and is_finite(token):
            return token.i > words[0].i
    return False


def clause_end(page: Page, passage: Passage, head: Token, cue: Cue, lex: Lexicon) -> int:
    """Return the token after the clause of ``head``, never in the middle of a quotation."""
    last = min(head.right_edge.i + 1, passage.last)
    cuts = (_next_report(page, head, cue, lex), _set_beside(page, passage, cue, lex))
    cut = min((at for at in cuts if at is not None), default=None)
    if cut is not None and cut < last:
        last = cut
    last = extended(page, passage, whole_quote_end(page, passage, last))
    last = _unbroken(page, passage, last) if cut is None else last
    return _with_reason(page, passage, last, lex)


def _reports_something(page: Page, verb: Token, lex: Lexicon) -> bool:
    """Whether a marker, an infinitive's mark, a colon or a quotation stands behind a verb."""
    for token in page.doc[verb.i + 1 : verb.i + 4]:
        if page.quote_starting(token.i) >= 0 or token.text == ":":
            return True
        if token.lower_ in lex.markers or token.lower_ in lex.words.infinitive_marks:
            return True
    return False


def _set_beside(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> int | None:
    """Return where a heading gives the word to another ("X says A, Y denies")."""
    verb = page.doc[passage.last - 1]
    if verb.is_punct or not lex.entries(verb) or not _finite_form(verb, lex):
        return None
    at = verb.i
    while at > cue.last and page.doc[at - 1].pos_ in {"DET", "NOUN", "PROPN", "ADJ"}:
        at -= 1
    return at - 1 if cue.last < at < verb.i and page.doc[at - 1].text == "," else None


def with_second_verb(page: Page, passage: Passage, clause: Tokens, cue: Cue, lex: Lexicon) -> int:
    """Return the end of a reported clause with a second verb that the parse gave to the cue.

    "… ont confirmé que les troupes ont avancé et ont pris le pont": the second verb has no subject,
    reports nothing, and has the tense and number of the first.
    """
    first, last = clause
    if last >= passage.last or page.doc[last].pos_ != "CCONJ":
        return last
    verb = next((c for c in cue.verb.children if c.dep_ == "conj" and c.i > last), None)
    if verb is None or verb.i - last > _JOINT or child(verb, SUBJECT) is not None:
        return last
    if _reports_something(page, verb, lex) or _reports_phrase(page, verb, lex):
        return last
    inner = next((t for t in page.doc[first:last] if "Fin" in t.morph.get("VerbForm", [])), None)
    outer = next(
        (t for t in page.doc[last : verb.i + 1] if "Fin" in t.morph.get("VerbForm", [])), None
    )
    if inner is None or outer is None or not _built_alike(inner, outer):
        return last
    return min(max(last, verb.right_edge.i + 1), passage.last)


def _built_alike(one: Token, other: Token) -> bool:
    return all(
        one.morph.get(trait, []) == other.morph.get(trait, [])
        for trait in ("Tense", "Mood", "Number")
    )


def _finite_form(verb: Token, lex: Lexicon) -> bool:
    return verb.lower_ in lex.words.forms or (verb.pos_ == "VERB" and is_finite(verb))


def _reports_phrase(page: Page, verb: Token, lex: Lexicon) -> bool:
    """Whether a verb of speech that reports noun phrases has one right behind it."""
    after = verb.i + 1
    entries = lex.entries(verb)
    takes = any(e.takes("object") and not e.cues.prepositions for e in entries)
    takes = takes and any(e.takes("quote") and not e.cues.weak for e in entries)
    return takes and after < len(page.doc) and page.doc[after].pos_ == "DET"


def _unbroken(page: Page, passage: Passage, last: int) -> int:
    """Return the next mark or conjunction: a clause does not end where nothing marks its end."""
    while last < passage.last and page.quote_of[last] < 0:
        token = page.doc[last]
        if token.is_punct or token.is_space or token.pos_ == "CCONJ":
            return last
        last += 1
    return whole_quote_end(page, passage, last)


def _with_reason(page: Page, passage: Passage, last: int, lex: Lexicon) -> int:
    """Add the reason that goes with a reported clause (", car …")."""
    at = last
    if at < passage.last and page.doc[at].text == ",":
        at += 1
    if at < passage.last and page.doc[at].lower_ in lex.words.reasons:
        return passage.last
    return last


def extended(page: Page, passage: Passage, last: int) -> int:
    """Return the end of the quotations that go on from ``last``, bare or by a conjunction.

    Pipelines often end a clause at a quotation mark.
    """
    while last < passage.last:
        at, joined = last, page.doc[last].text != ","
        if not joined:
            at += 1
        while at < min(passage.last, last + _JOINT) and page.quote_of[at] < 0:
            if page.doc[at].pos_ == "CCONJ":
                joined = True
            elif page.doc[at].pos_ not in {"ADV", "ADP", "DET", "ADJ"}:
                break
            at += 1
        if not joined or at >= passage.last:
            return last
        if page.quote_starting(at) < 0:
            return _second_infinitive(page, passage, last, at)
        last = whole_quote_end(page, passage, at + 1)
    return last


def _second_infinitive(page: Page, passage: Passage, last: int, at: int) -> int:
    """Return the end of an infinitive that a conjunction adds at ``at`` ("… et d'aggraver …")."""
    verb = page.doc[at]
    marked = at - last >= 2 and page.doc[at - 1].pos_ == "ADP"
    if marked and "Inf" in verb.morph.get("VerbForm", []):
        return min(max(last, verb.right_edge.i + 1), passage.last)
    return last


_JOINT: Final = 6
"""Tokens that may join a quotation to the words before it (", mais aussi de «")."""


def whole_quote_end(page: Page, passage: Passage, last: int) -> int:
    """Return ``last``, or the end of the quotation that it would cut."""
    number = page.quote_of[last - 1]
    if number >= 0:
        last = max(last, page.quote_tokens(number)[1])
    return min(last, passage.last)


def _next_report(page: Page, head: Token, cue: Cue, lex: Lexicon) -> int | None:
    """Return where a second report of the same source begins that the parse hung on the content.

    Such a verb is coordinated, has no subject of its own, and is built like the cue ("a déclaré
    que … et a demandé …").
    """
    for token in head.subtree:
        if token.i <= cue.last or token.dep_ != "conj" or page.quote_of[token.i] >= 0:
            continue
        if not lex.entries(token) or child(token, SUBJECT) is not None:
            continue
        if not _reports_something(page, token, lex) and not _reports_phrase(page, token, lex):
            continue
        alike = token.morph.get("VerbForm", []) == cue.verb.morph.get("VerbForm", [])
        if alike and token.morph.get("Tense", []) == cue.verb.morph.get("Tense", []):
            at = token.i
            while at > cue.last and page.doc[at].pos_ != "CCONJ" and page.doc[at].text != ",":
                at -= 1
            return at if at > cue.last else None
    return None
