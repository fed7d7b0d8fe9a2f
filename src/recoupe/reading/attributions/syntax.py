"""Small questions to the dependency parse, in the labels of both schemes that pipelines use.

French pipelines follow Universal Dependencies, English ones ClearNLP; a set names what both call
the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.reading.tokens import Token

SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "nsubjpass", "expl:subj"})
AUXILIARY: Final = frozenset({"aux", "aux:tense", "aux:pass", "aux:caus", "auxpass", "cop"})
OBJECT: Final = frozenset({"obj", "dobj", "oprd", "attr"})
CLAUSE: Final = frozenset({"ccomp"})
INFINITIVE: Final = frozenset({"xcomp"})
AGENT: Final = frozenset({"obl:agent", "agent"})
NOUN_CLAUSE: Final = frozenset({"acl", "acl:relcl", "relcl"})
_LOOSE: Final = frozenset(
    {"acl:relcl", "relcl", "advcl", "parataxis", "ccomp", "csubj", "punct", "dep", "xcomp", "mark"}
)


def child(token: Token, labels: frozenset[str]) -> Token | None:
    """Return the first child with one of these labels."""
    return next((c for c in token.children if c.dep_ in labels), None)


def noun_phrase(
    doc: Sequence[Token], head: Token, stops: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """Return the tokens ``[first, last)`` of the phrase of ``head``, apposition included.

    Relative clauses and other loose additions are left out; so is a bare time (``stops`` are the
    lemmas of times), which pipelines hang on the noun before it.
    """
    inside: set[int] = set()
    _collect(head, inside, stops)
    first = last = head.i
    while first - 1 in inside or (_bridge(doc[first - 1]) and first - 2 in inside and first > 1):
        first -= 1
    size = len(doc)
    while last + 1 < size and (
        last + 1 in inside
        or (_bridge(doc[last + 1]) and last + 2 in inside)
        or (
            _bridge(doc[last + 1])
            and last + 2 < size
            and _bridge(doc[last + 2])
            and last + 3 in inside
        )
    ):
        last += 1
    return first, last + 1


def _bridge(token: Token) -> bool:
    return token.is_punct or token.is_quote or token.text in "-/+&"


def _collect(head: Token, inside: set[int], stops: frozenset[str]) -> None:
    inside.add(head.i)
    for part in head.children:
        if part.dep_ in _LOOSE and not (part.dep_ == "punct" and part.text in "-/'’"):
            continue
        if part.i > head.i and _is_time(part, stops):
            continue
        if part.dep_ == "conj" and (part.pos_ == "VERB" or child(part, SUBJECT) is not None):
            continue
        if part.dep_.startswith(("acl", "cop", "aux", "obl", "nsubj", "expl")):
            continue
        _collect(part, inside, stops)


def _is_time(part: Token, stops: frozenset[str]) -> bool:
    bare = not any(c.dep_ in {"case", "det"} for c in part.children if c.i < part.i)
    return bare and part.lemma_.lower() in stops


def is_finite(verb: Token) -> bool:
    """Whether a verb has a person, by itself or by its auxiliary."""
    if verb.morph.get("VerbForm", []) == ["Fin"]:
        return True
    return any(
        c.dep_ in AUXILIARY and c.morph.get("VerbForm", []) == ["Fin"] for c in verb.children
    )
