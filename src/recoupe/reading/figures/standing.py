"""How a figure stands in its report: whose count it is, how sure, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.model import Span, Statement, Time
from recoupe.reading.dependencies import RELATIVE, VERBAL
from recoupe.reading.figures.lexicon import FigureLexicon
from recoupe.reading.parse import Parse
from recoupe.reading.places import Locality
from recoupe.reading.tokens import Token

_AUXILIARY: Final = frozenset({"aux", "aux:tense", "aux:pass", "auxpass", "cop"})
_CLAUSE: Final = frozenset(
    {"ROOT", "ccomp", "advcl", "acl:relcl", "relcl", "parataxis", "csubj", "conj", "acl"}
)
_CLIMB: Final = 12
_ASIDE: Final = 60
"""How many code points before a cue the bracket that it stands in may open."""


@dataclass(frozen=True, slots=True)
class Around:
    """What was read before in the same report."""

    statements: Sequence[Statement]
    times: Sequence[Time]
    places: Sequence[Locality]


def vouched_by(span: Span, statements: Sequence[Statement], parse: Parse) -> Statement | None:
    """Return the innermost statement that vouches for the figure, ``None`` for no one's.

    It is one whose content holds the figure, unless its cue speaks for less than that: for what
    stands in its brackets, or for the relative clause that it hangs on.
    """
    holding = [
        (sum(len(part) for part in statement.content), statement.id, statement)
        for statement in statements
        if any(part.start <= span.start < part.end for part in statement.content)
        and not any(_speaks_elsewhere(cue, span, parse) for cue in statement.cue[:1])
    ]
    return min(holding)[2] if holding else None


def _speaks_elsewhere(cue: Span, span: Span, parse: Parse) -> bool:
    text = parse.plain
    opened = text.rfind("(", max(0, cue.start - _ASIDE), cue.start)
    if opened >= 0 and ")" not in text[opened : cue.start]:
        closed = text.find(")", cue.end)
        if closed >= 0 and not opened <= span.start < closed:
            beside = not text[span.end : opened].strip() if span.end <= opened else False
            return not beside or any(char.isdigit() for char in text[opened:closed])
    return _in_relative_clause(cue, span, parse)


def _in_relative_clause(cue: Span, span: Span, parse: Parse) -> bool:
    """Whether a cue such as "selon" belongs to a relative clause that the figure is not in."""
    words = parse.words_in(cue.start, cue.end)
    if not words or words[0].pos_ != "ADP":
        return False
    verb = clause_verb(words[0])
    if verb is None or verb.dep_ not in RELATIVE:
        return False
    left, right = verb.left_edge, verb.right_edge
    return not left.idx <= span.start < right.idx + len(right)


def is_hedged(token: Token, lexicon: FigureLexicon) -> bool:
    """Whether the clause of ``token`` marks it as unverified: by its mood or by a word."""
    words = lexicon.words
    if any(_hedges(child, lexicon) for child in token.children):
        return True
    verb = clause_verb(token)
    if verb is None:
        return False
    group = [verb, *(child for child in verb.children if child.dep_ in _AUXILIARY)]
    if any(mood in words.hedged_moods for part in group for mood in part.morph.get("Mood", [])):
        return True
    return any(_hedges(part, lexicon) for part in (*group, *verb.children))


def inherits_hedge(parse: Parse, statement: Statement, lexicon: FigureLexicon) -> bool:
    """Whether a statement is hedged as a whole, and not by a word or mood of some clause in it.

    A hedge inside the content holds for its own clause only: "12 were hurt, 3 are said to be lost".
    """
    if not statement.hedged:
        return False
    moods = lexicon.words.hedged_moods
    return not any(
        _hedges(token, lexicon) or any(mood in moods for mood in token.morph.get("Mood", []))
        for part in statement.content
        for token in parse.words_in(part.start, part.end)
    )


def _hedges(token: Token, lexicon: FigureLexicon) -> bool:
    hedges = lexicon.words.hedges
    return token.lemma_.lower() in hedges or token.lower_ in hedges


def clause_verb(token: Token) -> Token | None:
    """Return the verb that governs ``token``, or the predicate that has its copula."""
    for _ in range(_CLIMB):
        if token.pos_ in VERBAL or any(child.dep_ == "cop" for child in token.children):
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def nearest_time(token: Token, span: Span, times: Sequence[Time]) -> str | None:
    """Return the id of the date nearest the figure in its clause, or else in its sentence."""
    dated = [time for time in times if time.type in {"DATE", "TIME"} and time.value]
    return _nearest(token, span, [(time.span, time.id) for time in dated])


def nearest_place(token: Token, span: Span, places: Sequence[Locality]) -> str | None:
    """Return the id of the place nearest the figure in its clause, or else in its sentence."""
    return _nearest(token, span, [(place.span, place.place.id) for place in places])


def _nearest(token: Token, span: Span, items: Sequence[tuple[Span, str]]) -> str | None:
    sentence = token.sent
    inside = [
        (where, name)
        for where, name in items
        if sentence.start_char <= where.start < sentence.end_char and not where.overlaps(span)
    ]
    if not inside:
        return None
    first, last = _clause(token)
    near = [item for item in inside if first <= item[0].start < last]
    chosen = min(near or inside, key=lambda item: (_distance(item[0], span), item[0].start))
    return chosen[1]


def _distance(where: Span, span: Span) -> int:
    return max(where.start - span.end, span.start - where.end)


def _clause(token: Token) -> tuple[int, int]:
    """Return the code points ``[first, last)`` of the smallest clause around ``token``."""
    for _ in range(_CLIMB):
        if token.dep_ in _CLAUSE and token.pos_ in VERBAL:
            break
        if token.head is token:
            break
        token = token.head
    left, right = token.left_edge, token.right_edge
    return int(left.idx), int(right.idx + len(right.text))
