"""What the text calls people and bodies by: one mention, one chain of them, and the whole cast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.languages.naming import Gender, Number
from recoupe.model import EntityKind

MentionKind = Literal["name", "role", "body", "group", "pronoun"]
Determiner = Literal["definite", "indefinite", "possessive", "demonstrative", "none"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``[start, end)`` that stand for a party; ``first`` to ``last`` are their tokens.

    ``core`` is where a name starts without its titles, or the noun of a description. ``noun_end``
    is the token after a description's noun, ``head`` the token that governs the others, ``key``
    the folded words that tell this mention from others: a name without its titles, or the noun of
    a description. ``complement`` holds the folded content words that narrow a description down.
    ``label`` is what the words alone say of the kind. ``sure`` says that ``gender`` comes from
    grammar and not from a given name.
    ``subject`` says that it governs a verb, ``oblique`` that it hangs on a preposition,
    ``quoted`` that it stands in somebody's words, ``initials`` that it is one word in capitals.
    """

    kind: MentionKind
    start: int
    end: int
    first: int
    last: int
    core: int
    head: int
    noun_end: int
    key: tuple[str, ...]
    complement: frozenset[str]
    determiner: Determiner
    label: EntityKind | None
    gender: Gender | None
    sure: bool
    number: Number
    subject: bool
    oblique: bool
    sentence: int
    quoted: bool = False
    initials: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one party, as places in the cast's mentions, in the text's order."""

    kind: EntityKind
    gender: Gender | None
    number: Number
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody whom an article names or describes, in the order of their first mention."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
