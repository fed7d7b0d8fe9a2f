"""Whom an accusation blames, and which accusations are against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Final

from recoupe.comparison.matters.likeness import Likeness
from recoupe.comparison.matters.terms import Content
from recoupe.comparison.positions.parties import folded
from recoupe.comparison.positions.sayings import compiled
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.words import tokens

_LIKE: Final = 0.25
"""How alike two accusations are that speak of one event."""


def opposed(
    accusations: Iterable[Content], likeness: Likeness
) -> Iterator[tuple[Content, Content]]:
    """Yield pairs of accusations of two parties that blame two sides for one event."""
    sided = [(accusation, blamed(accusation)) for accusation in accusations]
    known = [(accusation, side) for accusation, side in sided if side is not None]
    for (one, first), (other, second) in combinations(known, 2):
        if first == second:
            continue
        if one.saying.party.id is not None and one.saying.party.id == other.saying.party.id:
            continue
        if one.events & other.events and likeness.both(one, other) >= _LIKE:
            yield one, other


def blamed(accusation: Content) -> str | None:
    """Return the side that an accusation blames: the first that it names, ``None`` if none.

    Who suffers is not blamed ("rebels were killed").
    """
    saying = accusation.saying
    sides = _sides(saying.language)
    suffering = compiled(pack(saying.language).table("findings", FindingWords).suffering)
    for token in tokens(saying.text):
        if token.folded in sides and not suffering.match(saying.text, token.end):
            return sides[token.folded]
    return None


@cache
def _sides(language: str) -> dict[str, str]:
    sides = pack(language).table("findings", FindingWords).sides
    return {folded(noun): side for side, nouns in sides.items() for noun in nouns}
