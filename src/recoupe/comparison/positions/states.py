"""For which state a member of its government speaks: "the French foreign minister, X"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from recoupe.languages import pack
from recoupe.languages.parties import PartyWords
from recoupe.languages.places import PlaceWords
from recoupe.model import Entity

_WORDS: Final = re.compile(r"\w+")


def state_of(person: Entity, entities: Iterable[Entity], language: str) -> Entity | None:
    """Return the state in whose government a person is, if the report names that state too.

    The person's office has to say so, by a minister's noun and the adjective of a country.
    """
    if person.kind != "person":
        return None
    for role in person.roles:
        words = [match.group().lower() for match in _WORDS.finditer(role.text)]
        if not _portfolios(language) & set(words):
            continue
        codes = {f"state:{code}" for word in words if (code := _peoples(language).get(word))}
        state = next((e for e in entities if e.key in codes and e.kind != "person"), None)
        if state is not None:
            return state
    return None


@cache
def _portfolios(language: str) -> frozenset[str]:
    return frozenset(pack(language).table("parties", PartyWords).portfolios)


@cache
def _peoples(language: str) -> dict[str, str]:
    return pack(language).table("places", PlaceWords).demonyms
