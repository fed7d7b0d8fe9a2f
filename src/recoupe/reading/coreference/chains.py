"""The workbench on which mentions are joined into chains, and what a chain knows of itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TypeVar

from recoupe.languages.naming import Gender, Number
from recoupe.model import EntityKind
from recoupe.reading.entities.lexicon import Lexicon, Phrase
from recoupe.reading.entities.mention import Cast, Chain, Mention

Role = tuple[Phrase, frozenset[str], frozenset[int]]
"""A description's noun, the words that narrow it down, and the classes of that noun."""


class Chains:
    """Mentions in the text's order, and the chain that each belongs to so far."""

    def __init__(self, mentions: tuple[Mention, ...], words: Lexicon) -> None:
        self.mentions = mentions
        self.words = words
        self.owner: list[int | None] = [None] * len(mentions)
        self.members: dict[int, list[int]] = {}
        self.starts = [mention.start for mention in mentions]
        self._genders: dict[int, tuple[Gender | None, bool]] = {}
        self._kinds: dict[int, EntityKind] = {}

    def start(self, mention: int) -> int:
        """Open a chain with ``mention`` as its only member and return its number."""
        chain = len(self.mentions) + len(self.members) + 1
        while chain in self.members:
            chain += 1
        self.members[chain] = []
        self.add(chain, mention)
        return chain

    def add(self, chain: int, mention: int) -> None:
        """Make ``mention`` a member of ``chain`` and of no other."""
        before = self.owner[mention]
        if before is not None:
            self.members[before].remove(mention)
            self._forget(before)
            if not self.members[before]:
                del self.members[before]
        self.owner[mention] = chain
        places = self.members[chain]
        places.insert(bisect_left(places, mention), mention)
        self._forget(chain)

    def _forget(self, chain: int) -> None:
        self._genders.pop(chain, None)
        self._kinds.pop(chain, None)

    def within(self, start: int, end: int) -> range:
        """Return the places of the mentions that begin in ``[start, end)`` of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def around(self, first: int, last: int) -> list[int]:
        """Return the chains that have a mention at places ``[first, last)``, the oldest first."""
        owners = {self.owner[place] for place in range(max(0, first), min(last, len(self.owner)))}
        return sorted(owner for owner in owners if owner is not None)

    def merge(self, kept: int, gone: int) -> None:
        """Make every member of ``gone`` a member of ``kept``."""
        for mention in list(self.members.get(gone, ())) if kept != gone else ():
            self.add(kept, mention)

    def named(self, chain: int) -> list[Mention]:
        """Return the names among the members of a chain."""
        return [self.mentions[m] for m in self.members[chain] if self.mentions[m].kind == "name"]

    def kind(self, chain: int) -> EntityKind:
        """Return what most names of the chain say that it is, else what its descriptions say."""
        known = self._kinds.get(chain)
        if known is None:
            known = self._kinds[chain] = self._kind(chain)
        return known

    def _kind(self, chain: int) -> EntityKind:
        members = [self.mentions[place] for place in self.members[chain]]
        for wanted in (("name",), ("role", "body", "group")):
            labels = [m.label for m in members if m.kind in wanted and m.label is not None]
            if labels:
                return _commonest(labels)
        return "other"

    def number(self, chain: int) -> Number:
        """Return whether the chain is one or several."""
        return self.mentions[self.members[chain][0]].number

    def is_sure_person(self, chain: int) -> bool:
        """Whether a person has a full name, a title or an office, and not one word alone."""
        members = (self.mentions[m] for m in self.members[chain])
        return any(
            m.kind == "role" or (m.kind == "name" and (len(m.key) > 1 or m.start < m.core))
            for m in members
        )

    def gender(self, chain: int) -> tuple[Gender | None, bool]:
        """Return the gender of a chain, and whether grammar says so and not a given name alone."""
        known = self._genders.get(chain)
        if known is None:
            known = self._genders[chain] = self._gender(chain)
        return known

    def _gender(self, chain: int) -> tuple[Gender | None, bool]:
        members = [self.mentions[place] for place in self.members[chain]]
        told = [(m.gender, m.sure, m.kind == "name") for m in members if m.gender is not None]
        named = [gender for gender, _, name in told if name]
        titled = [gender for gender, sure, name in told if name and sure]
        if titled:
            return _commonest(titled), True
        masculine = any(gender == "m" for gender, _, _ in told)
        if named and masculine and "m" not in named:
            return None, False  # "le docteur Anne X": the masculine of an office tells nothing
        for wanted in (True, False):
            votes = [gender for gender, sure, _ in told if sure is wanted]
            if votes:
                return _commonest(votes), wanted
        return None, False

    def roles(self, chain: int) -> list[Role]:
        """Return what descriptions of the chain say that it is."""
        return [self.role(m) for m in self.members[chain] if self.mentions[m].kind == "role"]

    def role(self, mention: int) -> Role:
        """Return what a description says."""
        here = self.mentions[mention]
        noun = self.words.nouns.get(here.key)
        return here.key, here.complement, noun.classes if noun else frozenset()

    def last_before(self, chain: int, offset: int, *, told: bool = False) -> Mention | None:
        """Return the last member of a chain before ``offset``, with ``told`` outside quotations."""
        for place in reversed(self.members[chain]):
            mention = self.mentions[place]
            if mention.end <= offset and not (told and mention.quoted):
                return mention
        return None

    def cast(self) -> Cast:
        """Return the chains as they are now, in the order of their first mention."""
        order = sorted(self.members, key=lambda chain: self.members[chain][0])
        return Cast(
            self.mentions,
            tuple(
                Chain(self.kind(c), self.gender(c)[0], self.number(c), tuple(self.members[c]))
                for c in order
            ),
        )


T = TypeVar("T")


def _commonest(found: list[T]) -> T:
    """Return what is in a list most often, of several the first one."""
    if len(found) == 1 or found.count(found[0]) == len(found):
        return found[0]
    return Counter(found).most_common(1)[0][0]


def thaw(cast: Cast, words: Lexicon) -> Chains:
    """Return a workbench with the chains of ``cast`` on it."""
    chains = Chains(cast.mentions, words)
    for chain in cast.chains:
        number = chains.start(chain.mentions[0])
        for mention in chain.mentions[1:]:
            chains.add(number, mention)
    return chains
