"""Names of the same party: surname and full name, acronym and words, spelling variants."""

from __future__ import annotations

from collections import defaultdict

from recoupe.reading.coreference.chains import Chains
from recoupe.reading.entities.acronyms import find_all_explained
from recoupe.reading.entities.lexicon import Phrase
from recoupe.reading.entities.mention import Mention
from recoupe.reading.entities.spelling import is_variant
from recoupe.reading.parse import Parse


def join_names(chains: Chains) -> None:
    """Put every name on a chain with the names of the same party."""
    people: list[int] = []
    others: list[int] = []
    for place, mention in enumerate(chains.mentions):
        if mention.kind == "name":
            (people if mention.label == "person" else others).append(place)
    _join_people(chains, people)
    _join_others(chains, others)


def _join_people(chains: Chains, people: list[int]) -> None:
    heads: dict[str, dict[int, Phrase]] = defaultdict(dict)
    for place in sorted(people, key=lambda p: -len(chains.mentions[p].key)):
        mention = chains.mentions[place]
        found = _same_person(chains, heads, mention)
        if found is not None:
            chains.add(found, place)
            continue
        chain = chains.start(place)
        for letter in _letters(mention.key):
            heads[letter][chain] = mention.key


def _letters(key: Phrase) -> set[str]:
    """Return the letters under which a name is looked up: names alike share one of them."""
    return {key[0][0], key[-1][0]}


def _same_person(
    chains: Chains, heads: dict[str, dict[int, Phrase]], mention: Mention
) -> int | None:
    """Return the chain that a name belongs to: of several, the one mentioned most before it.

    A report that names two of one family calls one of them by the surname, and that is whom it is
    about.
    """
    known = {chain: key for letter in _letters(mention.key) for chain, key in heads[letter].items()}
    fits = [
        chain
        for chain, key in sorted(known.items())
        if _names_match(mention.key, key) and not _clash(chains, chain, mention)
    ]
    if len(fits) < 2:
        return fits[0] if fits else None
    return max(fits, key=lambda chain: _standing(chains, chain, mention.start))


def _standing(chains: Chains, chain: int, offset: int) -> tuple[int, int]:
    """Return how often a chain is mentioned before ``offset``, and where last."""
    last = chains.last_before(chain, offset)
    often = sum(chains.mentions[m].start < offset for m in chains.members[chain])
    return often, last.start if last is not None else -1


def _clash(chains: Chains, chain: int, mention: Mention) -> bool:
    """Whether a title's gender speaks against the chain."""
    gender, _ = chains.gender(chain)
    return mention.sure and gender is not None and mention.gender not in {None, gender}


def _names_match(short: Phrase, full: Phrase) -> bool:
    if short == full or (len(short) < len(full) and full[-len(short) :] == short):
        return True
    if len(short) == 1 and len(full) > 1:
        return short[0] == full[0] or is_variant(short[0], full[-1])
    if len(short) > 1 and len(full) > 1 and short[-1] == full[-1]:
        return _given_match(short[0], full[0])
    if len(short) == len(full) > 1 and short[0] == full[0]:
        return is_variant(short[-1], full[-1])
    return len(short) == len(full) == 1 and is_variant(short[0], full[0])


def _given_match(one: str, other: str) -> bool:
    """Whether two given names may be one's: equal, an initial, or one beginning the other."""
    one, other = one.rstrip("."), other.rstrip(".")
    return one.startswith(other) or other.startswith(one) or is_variant(one, other)


def join_acronyms(parse: Parse, chains: Chains) -> None:
    """Put acronyms on one chain with the words that the text explains them by: "the X (Y)"."""
    for found in find_all_explained(parse, chains.words):
        doc = parse.words
        places = chains.within(doc[found.first].idx, doc[found.short].idx + 1)
        short = next((i for i in places if chains.mentions[i].first == found.short), None)
        if short is None or chains.owner[short] is None:
            continue
        chain = chains.owner[short] or 0
        for place in places:
            mention = chains.mentions[place]
            if mention.noun_end - len(mention.key) <= found.first and mention.kind in _NAMING:
                owner = chains.owner[place]
                if owner is None:
                    chains.add(chain, place)
                elif chains.kind(owner) != "person":
                    chains.merge(owner, chain)
                break


_NAMING = frozenset({"name", "body"})


def _join_others(chains: Chains, others: list[int]) -> None:
    heads: dict[Phrase, int] = {}
    for place in others:
        key = _without_article(chains, chains.mentions[place].key)
        if key in heads:
            chains.add(heads[key], place)
        else:
            heads[key] = chains.start(place)
    short_of = _shortened(chains, heads)
    for key, chain in list(heads.items()):
        full = short_of.get(key[0]) if len(key) == 1 else None
        if full is not None and heads[full] in chains.members and chain in chains.members:
            chains.merge(heads[full], chain)


def _shortened(chains: Chains, heads: dict[Phrase, int]) -> dict[str, Phrase]:
    """Return for each single word the longer name it stands for.

    That is the name whose initials it is, or else the only body that has it first or last: "the
    Post" for the "New York Post".
    """
    parts: dict[str, list[Phrase]] = defaultdict(list)
    initials: dict[str, Phrase] = {}
    for full in (key for key in heads if len(key) > 1):
        for acronym in (
            "".join(word[0] for word in full),
            "".join(word[0] for word in full if len(word) > 3),
        ):
            if _ACRONYM[0] <= len(acronym) <= _ACRONYM[1]:
                initials.setdefault(acronym, full)
        if chains.kind(heads[full]) in _BODIES:
            for word in {full[0], full[-1]}:
                parts[word].append(full)
    for word, longer in parts.items():
        alone = heads.get((word,))
        bodies = alone is not None and chains.kind(alone) in _BODIES
        if len(longer) == 1 and alone is not None and bodies and not _is_acronym(chains, alone):
            initials.setdefault(word, longer[0])
    return initials


def _is_acronym(chains: Chains, chain: int) -> bool:
    """Whether a body is known by its initials, which are a name of its own ("UN")."""
    return any(mention.initials for mention in chains.named(chain))


_ACRONYM = (2, 6)
"""Fewest and most letters of an acronym."""

_BODIES = frozenset({"organisation", "medium"})


def _without_article(chains: Chains, key: Phrase) -> Phrase:
    return key[1:] if len(key) > 1 and key[0] in chains.words.determiners else key
