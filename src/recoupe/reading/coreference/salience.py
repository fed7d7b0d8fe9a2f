"""Pronouns: whom they stand for, by gender, number, closeness, and who was speaking."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from recoupe.languages.naming import Gender, Number
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.entities.lexicon import small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.tokens import Token

_GUESSED = 3.0
"""What a pronoun takes off somebody whose given name alone seems to be of the other gender."""

_REACH = 8
"""Sentences back in which a pronoun's antecedent is looked for."""

_DOUBTFUL = 1.5
"""What it takes off a candidate to be one capitalised word that is called a person nowhere else."""

Inside = Callable[[Mention], bool]


def join_pronouns(doc: Sequence[Token], chains: Chains) -> None:
    """Put every pronoun on the chain that it most likely stands for, in the text's order."""
    for place, mention in enumerate(chains.mentions):
        if mention.kind != "pronoun" or _impersonal(doc, mention, chains):
            continue
        if chains.words.pronouns[mention.key[0]].nearest:
            found = nearest(chains, mention.start, mention.gender, mention.number)
        else:
            found = antecedent(chains, mention, {})
        if found is not None:
            chains.add(found, place)


def _impersonal(doc: Sequence[Token], mention: Mention, chains: Chains) -> bool:
    """Whether a pronoun stands for nobody: "il faut", "il y a", "on"."""
    pronoun = chains.words.pronouns[mention.key[0]]
    verb = doc[mention.first].head
    nearby = {small(doc[i].text) for i in range(mention.last, min(mention.last + 3, len(doc)))}
    naming = chains.words.naming
    return (
        pronoun.speaker or verb.lemma_ in naming.impersonal or bool(nearby & set(naming.expletive))
    )


def antecedent(
    chains: Chains,
    mention: Mention,
    favoured: Mapping[int, float],
    quoted: Inside = lambda mention: mention.quoted,
) -> int | None:
    """Return the chain that a pronoun stands for; ``favoured`` ones get their bonus.

    Outside quotations, mentions that are ``quoted`` count less, for they are in somebody's words.
    """
    best, top = None, 0.5
    place = bisect_left(chains.starts, mention.start)
    first = place
    while first > 0 and mention.sentence - chains.mentions[first - 1].sentence <= _REACH:
        first -= 1
    for chain in chains.around(first, place):
        score = _score(chains, chain, mention, quoted)
        if score is None:
            continue
        score += favoured.get(chain, 0.0)
        if score > top:
            best, top = chain, score
    return best


def nearest(chains: Chains, offset: int, gender: Gender | None, number: Number) -> int | None:
    """Return whom the last words before ``offset`` name that fit: "celui-ci", "the latter"."""
    before = bisect_left(chains.starts, offset)
    for place in range(before - 1, max(-1, before - 1 - _LATTER), -1):
        mention, owner = chains.mentions[place], chains.owner[place]
        if owner is None or mention.kind == "pronoun" or mention.quoted or mention.end > offset:
            continue
        known, _ = chains.gender(owner)
        fits = gender is None or known in {None, gender}
        if fits and chains.number(owner) == number and chains.kind(owner) != "other":
            return owner
    return None


_LATTER = 12
"""Mentions looked back over for "the latter"."""


def _score(chains: Chains, chain: int, mention: Mention, quoted: Inside) -> float | None:
    fit = _fits(chains, chain, mention)
    if fit is None:
        return None
    best: float | None = None
    for place in reversed(chains.members[chain]):
        last = chains.mentions[place]
        if last.end > mention.start:
            continue
        back = mention.sentence - last.sentence
        if back > _REACH:
            break
        score = fit + 3.0 - 0.7 * back + 1.5 * last.subject - 1.0 * last.oblique
        spoken = not mention.quoted and quoted(last)
        score -= 2.0 * spoken
        best = score if best is None else max(best, score)
        if not spoken:
            break
    return best


def _fits(chains: Chains, chain: int, mention: Mention) -> float | None:
    """Return what gender, number and kind say, ``None`` where they forbid."""
    kind = chains.kind(chain)
    if kind == "other" or (mention.label == "person" and kind != "person"):
        return None
    if kind == "person" and chains.words.pronouns[mention.key[0]].thing:
        return None
    if chains.number(chain) != mention.number:
        return None
    score = 1.0 if kind == "person" else -1.5 if mention.number == "s" else 0.0
    if kind == "person" and not chains.is_sure_person(chain):
        score -= _DOUBTFUL
    gender, sure = chains.gender(chain)
    if gender is not None and mention.gender is not None and gender != mention.gender:
        return None if sure else score - _GUESSED
    return score
