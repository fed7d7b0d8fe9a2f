"""Who published a medium, and the words that say what can be seen or heard in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.model import Entity, Span
from recoupe.reading.clauses import (
    AGENT,
    OBJECT,
    branch,
    governor,
    passive,
    subjects,
    tied,
)
from recoupe.reading.evidence.finding import Found, link_of, saying, showing, undergone
from recoupe.reading.evidence.lexicon import Lexicon
from recoupe.reading.mentioned import Mentioned
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token

_ISSUERS: Final = frozenset({"organisation", "medium"})
"""Kinds of entity that "images of X" may come from; of a person they are pictures."""

_OWN: Final = frozenset({"post", "document"})
"""Media that are made of somebody's words, so that "X's message" is by X."""

_COMPLETING: Final = OBJECT | {"ccomp", "xcomp", "acl", "nmod"}
"""What *show* shows; the last two are what pipelines make of an object now and then."""

_LOOSE: Final = frozenset({"punct", "conj", "cc", "advcl", "parataxis", "mark", "aux", "neg"})

_HANGING: Final = frozenset({"ADP", "CCONJ", "DET", "SCONJ"})
"""Words that cannot end a phrase; where one does, the parse was cut short."""


def publisher(hit: Found, mentioned: Mentioned, lexicon: Lexicon) -> Entity | None:
    """Return the entity that made the medium public, where the text names one."""
    for head in _publishers(hit, lexicon):
        for token in (
            head,
            *(c for c in head.children if c.dep_ in {"appos", "nmod", "flat:name"}),
        ):
            entity = mentioned.at(token)
            if entity is not None:
                return entity
    return _issuer(hit, mentioned, lexicon)


def _publishers(hit: Found, lexicon: Lexicon) -> Iterator[Token]:
    relatives = lexicon.among("relatives")
    published = lexicon.among("published")
    for verb in hit.verbs:
        if undergone(verb, hit.noun, published):
            yield from (child for child in verb.children if child.dep_ in AGENT)
            yield from tied(verb, lexicon.among("by"), relatives)
            if hit.noun.dep_ in OBJECT and verb == hit.noun.head and not passive(verb):
                yield from subjects(verb, relatives)
    for verb in (hit.noun, *hit.verbs):
        for page in tied(verb, lexicon.among("platform_links"), relatives):
            yield from (t for t in branch(page) if t.i > page.i and t.dep_ in {"nmod", "pobj"})
            yield from (t for t in page.children if t.dep_ == "poss")


def _issuer(hit: Found, mentioned: Mentioned, lexicon: Lexicon) -> Entity | None:
    """Return the organisation the medium comes from, or whose words a post is."""
    heads = [
        c
        for c in hit.noun.children
        if c.dep_ == "poss" or (c.dep_ == "compound" and c.pos_ == "PROPN")
    ]
    heads += tied(hit.noun, lexicon.among("origins"), lexicon.among("relatives"))
    for head in heads:
        for token in (head, *head.children):
            entity = mentioned.at(token)
            if entity is not None and (entity.kind in _ISSUERS or hit.medium in _OWN):
                return entity
    if hit.medium == "post" and link_of(hit.noun) in lexicon.among("inside"):
        return _sayer(hit.noun, mentioned, lexicon)
    return None


def _sayer(noun: Token, mentioned: Mentioned, lexicon: Lexicon) -> Entity | None:
    """Return who says something in the medium."""
    verb = saying(noun)
    if verb is None:
        return None
    heads = [*subjects(verb, lexicon.among("relatives"))]
    heads += (c for c in verb.children if c.dep_ in OBJECT and not heads)  # inverted subjects
    return next((entity for head in heads if (entity := mentioned.at(head))), None)


def sayer_on(platform: Token, mentioned: Mentioned, lexicon: Lexicon) -> Entity | None:
    """Return who says something on a platform."""
    return _sayer(platform, mentioned, lexicon)


def shown(hit: Found, parse: Parse, lexicon: Lexicon) -> Span | None:
    """Return the words that say what can be seen or heard in it."""
    for verb in hit.verbs:
        if showing(verb, hit, lexicon):
            span = _after(verb, parse)
            if span is not None:
                return span
    above = governor(hit.noun)
    if (
        above is not None
        and above.lemma_.lower() in lexicon.among("seen")
        and link_of(hit.noun) in lexicon.among("inside")
    ):
        return _after(above, parse)
    if hit.medium in {"video", "photo", "satellite", "audio"}:
        for head in tied(hit.noun, lexicon.among("of"), lexicon.among("relatives")):
            if _can_be_seen(head, lexicon):
                return _phrase(head, parse)
    return None


def _can_be_seen(head: Token, lexicon: Lexicon) -> bool:
    """Whether a complement is what is shown, no length ("of 4 minutes") and no camera."""
    if any(child.dep_ == "nummod" for child in head.children):
        return False
    words = head.doc[head.i : head.i + 3]
    return not any(tuple(w.lower_ for w in words[:size]) in lexicon.made_with for size in (1, 2, 3))


def _after(verb: Token, parse: Parse) -> Span | None:
    """Return what follows a verb in its clause: its object or clause, and what hangs on them."""
    completing = [c for c in verb.children if c.i > verb.i and c.dep_ not in _LOOSE]
    if not completing or completing[0].dep_ not in _COMPLETING:
        return None
    first = completing[0].left_edge
    last = completing[0].right_edge
    for child in completing[1:]:
        if child.left_edge.i == last.i + 1:
            last = child.right_edge
    return _trimmed(first, last, parse)


def _phrase(head: Token, parse: Parse) -> Span | None:
    """Return the noun phrase of a head up to the first relative clause or loose addition."""
    last = head
    for child in head.children:
        if child.i > head.i:
            if child.dep_ not in {"nmod", "amod", "prep", "flat:name", "case", "acl"}:
                break
            last = child.right_edge
    first = next((c for c in head.children if c.dep_ in {"det", "compound", "amod"}), head)
    return _trimmed(first if first.i < head.i else head, last, parse)


def _trimmed(first: Token, last: Token, parse: Parse) -> Span | None:
    while (last.is_punct or last.pos_ in _HANGING) and last.i > first.i:
        last = last.nbor(-1)
    if last.i < first.i:
        return None
    span = parse.span(parse.stretch(first.i, last.i + 1))
    return span if parse.readable(span.start, span.end) else None
