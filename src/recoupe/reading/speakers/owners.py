"""Whose "his wife" and "their spokesman" are, where one sentence leaves no doubt."""

from __future__ import annotations

from recoupe.reading.coreference.chains import Chains
from recoupe.reading.entities.lexicon import gender_of, small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.parse import Parse

_BACK = 40
"""Mentions looked back over for an owner."""

_WIDE = 200
"""Code points of the longest description that a possessive is looked for in."""

_OWNING = frozenset({"person", "organisation", "group"})


def owner_of(parse: Parse, chains: Chains, mention: Mention) -> int | None:
    """Return the chain that a possessive in front of ``mention`` means, ``None`` if in doubt.

    It is the only subject of this sentence so far that fits, or else of the sentence before. Words
    in quotation marks tell nothing, and neither do pronouns that stand for nobody known.
    """
    form = small(parse.words[mention.first].text)
    told = chains.words.naming.owners.get(form)
    if told is None or mention.quoted:
        return None
    for sentence in (mention.sentence, mention.sentence - 1):
        found = _subjects(chains, mention, sentence, told)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _subjects(chains: Chains, mention: Mention, sentence: int, told: str) -> set[int]:
    """Return the chains with a subject before ``mention`` in a sentence that may own it."""
    found: set[int] = set()
    at = chains.within(0, mention.start).stop - 1
    for place in range(at, max(-1, at - _BACK), -1):
        other, owner = chains.mentions[place], chains.owner[place]
        if other.sentence < sentence:
            break
        fits = other.sentence == sentence and other.subject and not other.quoted
        if fits and owner is not None and _may_own(chains, owner, told):
            found.add(owner)
    return {chain for chain in found if not _holds(chains, chain, mention)}


def _holds(chains: Chains, chain: int, mention: Mention) -> bool:
    """Whether a party's own description holds ``mention``: "the head of its office, X"."""
    places = chains.within(mention.start - _WIDE, mention.end)
    around = (chains.mentions[place] for place in places if chains.owner[place] == chain)
    held = (m for m in around if m.kind != "pronoun")
    return any(other.start <= mention.start < other.end for other in held)


def _may_own(chains: Chains, chain: int, told: str) -> bool:
    gender, _ = chains.gender(chain)
    wanted = gender_of(told)
    return (
        chains.kind(chain) in _OWNING
        and chains.number(chain) == ("p" if told == "p" else "s")
        and (wanted is None or gender in {None, wanted})
    )


def owned(chains: Chains, thing: str, owner: str) -> str:
    """Return what an owner has under one name: "mari d'Anne X", "Anne X's husband"."""
    naming = chains.words.naming
    if naming.possessive_mark:
        return f"{owner}{naming.possessive_mark} {thing}"
    first, space, rest = owner.partition(" ")
    for run, article in naming.contractions.items():
        if run in naming.genitives and first == article and space:
            return f"{thing} {run} {rest}"
    elided = next((word for word in naming.genitives if word.endswith("'")), None)
    if elided is not None and small(owner)[0] in "aeiouàâéèêëîïôû":
        return f"{thing} {elided}{owner}"
    return f"{thing} {naming.genitives[0]} {owner}"
