"""Names and offices side by side: "the spokesman, X", "X, spokesman of Y", "spokesman X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from recoupe.reading.entities.lexicon import Lexicon, small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.tokens import Token

_REACH = 14
"""Tokens between an office and the name set off by a comma behind it."""


def find_appositions(
    doc: Sequence[Token], mentions: tuple[Mention, ...], words: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield (office, name) pairs of places in ``mentions`` that stand for one person."""
    roles = [i for i, m in enumerate(mentions) if m.kind == "role"]
    names = [i for i, m in enumerate(mentions) if m.kind == "name" and m.label == "person"]
    opening = {mentions[i].first: i for i in names}
    for name in names:
        before = _before(doc, mentions, roles, name)
        if before is not None:
            yield before, name
            outer = _outer(doc, mentions, roles, (before, name))
            if outer is not None:
                yield outer, name
        governing = _governing(doc, mentions, roles, name)
        if governing is not None and governing != before:
            yield governing, name
    yield from _bodies(doc, mentions, words)
    for role in roles:
        after = _after(doc, mentions, role, opening, words)
        if after is not None:
            yield role, after


def _is_article(doc: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Whether a token is an article with a capital, which belongs to a name: "Le Sahélien"."""
    return doc[index].text[0].isupper() and small(doc[index].text) in words.determiners


def _bodies(
    doc: Sequence[Token], mentions: tuple[Mention, ...], words: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield bodies and the names right behind their noun: "le syndicat CGT"."""
    bodies = {
        at: i for i, m in enumerate(mentions) if m.kind == "body" for at in (m.noun_end, m.last)
    }
    for place, mention in enumerate(mentions):
        if mention.kind == "name" and mention.label in {"organisation", "medium"}:
            at = mention.first - (mention.first > 0 and _is_article(doc, mention.first - 1, words))
            body = bodies.get(mention.first, bodies.get(at))
            if body is None or mentions[body].core >= mention.start:
                body = _holding(mentions, place, words)
            if body is not None:
                yield body, place


def _holding(mentions: tuple[Mention, ...], name: int, words: Lexicon) -> int | None:
    """Return the body in whose words a name stands beside its noun: "the M23 rebel group".

    Not every noun is called by the name beside it: "the M23 office" is another party than M23.
    """
    here = mentions[name]
    for place in range(max(0, name - _AROUND), min(len(mentions), name + _AROUND)):
        body = mentions[place]
        if body.kind != "body" or body.key not in words.apposed or body.number == "p":
            continue
        if body.first <= here.first and here.last <= body.last:
            noun = body.noun_end - len(body.key)
            behind, before = here.first - body.noun_end, noun - here.last
            gap = behind if here.first >= body.noun_end else before
            linked = words.naming.head_last == (here.first >= body.noun_end)
            if 0 <= gap <= 1 and not linked:
                return place
    return None


_AROUND = 3
"""Mentions on either side among which the body is that holds a name."""


def _before(
    doc: Sequence[Token], mentions: tuple[Mention, ...], roles: list[int], name: int
) -> int | None:
    """Return the office before a name: without a comma the nearest, with one the outermost."""
    here = mentions[name]
    outermost = None
    for role in reversed(roles[: bisect_left(roles, name)]):
        office = mentions[role]
        if office.last > here.first or office.sentence != here.sentence:
            if office.sentence < here.sentence:
                break
            continue
        gap = doc[office.last : here.first]
        if len(gap) > _REACH:
            break
        if not len(gap) or _only_names(mentions, name, office):
            return role
        if _bridges(doc, office.last, here.first):
            outermost = role
        elif outermost is not None:
            break
    return outermost


def _governing(
    doc: Sequence[Token], mentions: tuple[Mention, ...], roles: list[int], name: int
) -> int | None:
    """Return the office that a name is an apposition to, with no mark between: "leader of Y X"."""
    here = mentions[name]
    head = doc[here.head]
    if head.dep_ != "appos" or doc[here.first - 1].is_punct:
        return None
    for role in reversed(roles[: bisect_left(roles, name)]):
        office = mentions[role]
        if office.sentence < here.sentence:
            return None
        if office.last == here.first and office.noun_end - 1 == head.head.i:
            return role
    return None


def _outer(
    doc: Sequence[Token], mentions: tuple[Mention, ...], roles: list[int], pair: tuple[int, int]
) -> int | None:
    """Return the office set before an office and its name: "le directeur, le docteur X, craint".

    What goes on with another noun or with "and" may be a list of several people.
    """
    role, name = mentions[pair[0]], mentions[pair[1]]
    if role.last != name.first or not role.first or doc[role.first - 1].text != ",":
        return None
    after = doc[name.last : name.last + 2]
    if len(after) and after[0].pos_ == "CCONJ":
        return None
    if len(after) > 1 and after[0].text == "," and after[1].pos_ in {"DET", "NOUN", "PROPN"}:
        return None
    outer = _before(doc, mentions, roles, pair[0])
    fits = outer is not None and mentions[outer].last < role.first
    return outer if fits and mentions[outer or 0].gender in {None, role.gender} else None


def _only_names(mentions: tuple[Mention, ...], name: int, office: Mention) -> bool:
    """Whether nothing but another name lies between: "le député LR Jean Martin"."""
    before = mentions[name - 1]
    return (
        before.kind == "name"
        and before.first == office.last
        and before.last == mentions[name].first
    )


def _bridges(doc: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words from an office to a name only narrow the office down, then a comma."""
    if doc[last - 1].text != ",":
        return False
    return not any(
        doc[i].is_punct or doc[i].pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or doc[i].is_quote
        for i in range(first, last - 1)
    )


def _after(
    doc: Sequence[Token],
    mentions: tuple[Mention, ...],
    role: int,
    opening: dict[int, int],
    words: Lexicon,
) -> int | None:
    """Return the name that an office follows: "X, spokesman of Y," or "X is the mayor"."""
    office = mentions[role]
    if office.last in opening:
        return None
    at = office.first - 1
    while at > 0 and doc[at].pos_ in {"ADV", "ADJ"} and office.first - at < 4:
        at -= 1
    link = doc[at]
    if link.text not in {",", "("} and small(link.text) not in words.being:
        return None
    for back in (1, 2, 3):
        name = _ending_at(mentions, at - back + 1, opening)
        if name is not None:
            if back > 1 and link.text != ",":
                return None
            return name if link.text in {",", "("} or mentions[name].subject else None
        if at - back < 0 or (doc[at - back].text not in {")", "("} and back > 1):
            break
    return None


def _ending_at(mentions: tuple[Mention, ...], last: int, opening: dict[int, int]) -> int | None:
    for first in range(last - 1, last - 7, -1):
        place = opening.get(first)
        if place is not None:
            return place if mentions[place].last == last else None
    return None
