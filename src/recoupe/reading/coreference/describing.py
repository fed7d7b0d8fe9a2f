"""Descriptions without a name: which person "the spokesman" is, which body "the ministry"."""

from __future__ import annotations

from recoupe.languages.naming import Gender
from recoupe.reading.coreference.chains import Chains, Role
from recoupe.reading.entities.lexicon import Phrase
from recoupe.reading.entities.mention import Mention

_POINTING = frozenset({"definite", "possessive", "demonstrative"})

_ENOUGH = 1.5
"""A person is taken for the one described from this score on (chosen on fr_dev)."""

_PROMINENT = 0.75
"""What it adds to be whom the report opens with, where nothing is known of them (chosen alike)."""

_UNKNOWN = -0.6
"""What "the minister of X" takes off somebody of whom nothing is known."""

_ANOTHER = -1.0
"""What "the mayor" takes off somebody known as something else, who may be both."""

_WINDOW = 1000
"""Mentions on either side among which a description is looked for: any article but a book."""

_UNFIT = -1.0
"""Somebody whose name is of the other gender stays below this."""

_ENOUGH_ALONE = 0.6
"""The same where it is about them, and has named nobody else that it could be."""

_ENOUGH_FOR_ANYBODY = 3.0
"""The same for "his wife", "the woman", and a description in somebody's words."""

_GUESSED = 3.0
"""What an office takes off somebody whose given name alone seems to be of the other gender."""

_DOUBTFUL = 1.0
"""What it takes off to be one capitalised word that nothing else tells to be a person's name."""

_LOOSELY = 800
"""Code points back in which "l'intéressé" finds its person."""


def join_roles(chains: Chains) -> None:
    """Put every description of one person on that person's chain, or on one of its own."""
    for place, mention in enumerate(chains.mentions):
        if mention.kind == "role" and chains.owner[place] is None:
            found = described(chains, place) if mention.determiner in _POINTING else None
            if found is None:
                chains.start(place)
            else:
                chains.add(found, place)


def join_headline(chains: Chains, end: int) -> None:
    """Put offices of a headline, up to ``end``, on the chain of the only person named in them.

    "A nurse speaks out" heads a report on "Anna Karlin, nurse in Metz", if it has no other nurse.
    """
    for place in chains.within(0, end):
        mention, owner = chains.mentions[place], chains.owner[place]
        alone = owner is not None and chains.members[owner] == [place]
        if mention.kind != "role" or not alone or mention.determiner in _POINTING:
            continue
        fits = [
            chain
            for chain in chains.around(place, place + _WINDOW)
            if chain != owner and any(role[0] == mention.key for role in chains.roles(chain))
        ]
        if len(fits) == 1 and chains.named(fits[0]):
            chains.add(fits[0], place)


def described(chains: Chains, place: int) -> int | None:
    """Return the chain that a description without a name means, if one fits well enough."""
    scores: dict[int, float] = {}
    for chain in chains.around(place - _WINDOW, place + _WINDOW):
        score = _score(chains, chain, place) if chains.kind(chain) == "person" else None
        if score is not None:
            scores[chain] = score
    if not scores:
        return None
    best = max(scores, key=lambda chain: scores[chain])
    fitting = [c for c in scores if scores[c] > _UNFIT and _is_told(chains, c, place)]
    alone = len(fitting) == 1
    known = alone and _is_told(chains, best, place) and _is_lead(chains, best)
    enough = _ENOUGH_ALONE if known else _ENOUGH
    if _may_be_anybody(chains, place):
        enough = _ENOUGH_FOR_ANYBODY
    return best if scores[best] >= enough else None


def _may_be_anybody(chains: Chains, place: int) -> bool:
    """Whether a description is in somebody's words, tied to another person, or says nothing."""
    mention = chains.mentions[place]
    vague = mention.key in chains.words.vague and not mention.complement
    return mention.quoted or mention.determiner == "possessive" or vague


def _is_told(chains: Chains, chain: int, place: int) -> bool:
    """Whether the article itself, and not a quotation, named somebody before this description."""
    last = chains.last_before(chain, chains.mentions[place].start, told=True)
    return last is not None and bool(chains.named(chain))


def _score(chains: Chains, chain: int, place: int) -> float | None:
    mention = chains.mentions[place]
    gender, sure = chains.gender(chain)
    if place in chains.members[chain]:
        return None
    score = 0.0
    if gender is not None and mention.gender is not None and gender != mention.gender:
        if sure:
            return None
        score -= _GUESSED
    if not chains.is_sure_person(chain):
        score -= _DOUBTFUL
    score += _role_match(chains.role(place), chains.roles(chain))
    score += _PROMINENT * (_is_prominent(chains, chain) and not chains.roles(chain))
    last = chains.last_before(chain, mention.start)
    if last is not None and last.sentence == mention.sentence:
        score -= 3.0  # "he follows the president": whoever follows is another
    return score + nearness(
        chains.last_before(chain, mention.start, told=not mention.quoted), mention
    )


def _is_prominent(chains: Chains, chain: int) -> bool:
    """Whether the report opens with somebody as its subject, by name."""
    first = chains.mentions[chains.members[chain][0]]
    return first.kind == "name" and first.subject and first.sentence <= 1 and not first.quoted


def _is_lead(chains: Chains, chain: int) -> bool:
    """Whether a report is about somebody: named more than once, or opening it by name.

    A witness who is named once is not whom "the governor" means, however few others are named.
    """
    often = len(chains.named(chain)) > 1 or _is_prominent(chains, chain)
    return often and chains.is_sure_person(chain)


def _role_match(role: Role, known: list[Role]) -> float:
    """Return how well an office fits what is known of somebody; 0 where nothing is known."""
    if not known:
        return _UNKNOWN if role[1] else 0.0
    return max(_match(role, other) for other in known)


def _match(role: Role, other: Role) -> float:
    if role[0] == other[0]:
        if role[1] and other[1]:
            return 5.0 if role[1] & other[1] else -4.0
        return 3.0
    if role[2] & other[2]:
        if role[1] and other[1]:
            return 4.0 if role[1] & other[1] else 0.0
        return 2.0
    return _ANOTHER


def nearness(last: Mention | None, mention: Mention) -> float:
    """Return from 2.5 (subject of this sentence) down to 0 (long ago), less for "only later"."""
    if last is None:
        return -1.0
    return max(0.0, 2.0 - 0.4 * (mention.sentence - last.sentence)) + 0.5 * last.subject


def join_bodies(chains: Chains) -> None:
    """Put every description of a body or group on a chain with the same one described before."""
    full: dict[tuple[Phrase, frozenset[str]], int] = {}
    last: dict[Phrase, int] = {}
    named = _named_bodies(chains)
    for place, mention in enumerate(chains.mentions):
        if mention.kind not in {"body", "group"}:
            continue
        owner = chains.owner[place]
        if owner is not None:
            if mention.kind == "body" and mention.number == "s" and chains.named(owner):
                last[mention.key] = owner  # "the X group", and then "the group"
            continue
        known = full.get((mention.key, mention.complement))
        if known is None and not mention.complement and mention.determiner == "definite":
            known = last.get(mention.key) or _named_before(chains, named, mention)
            known = known or _just_named(chains, place)
        bare = mention.determiner == "none" and not mention.complement
        if bare and _in_office(chains, place) and mention.key in last:
            known, bare = last[mention.key], False
        if known is None or mention.determiner == "indefinite" or bare:
            known = chains.start(place)
        else:
            chains.add(known, place)
        full[(mention.key, mention.complement)] = known
        if mention.kind == "body" and mention.number == "s":
            last[mention.key] = known


def _in_office(chains: Chains, place: int) -> bool:
    """Whether a body that any could be called opens an office: "coalition | spokesman"."""
    mention = chains.mentions[place]
    if mention.key not in chains.words.generic:
        return False
    around = (chains.mentions[at] for at in chains.within(mention.start, mention.end + 1))
    return any(
        other.kind == "role" and other.first == mention.first and other.noun_end > mention.noun_end
        for other in around
    )


def _named_before(chains: Chains, named: dict[Phrase, int], mention: Mention) -> int | None:
    """Return the organisation with a body's noun in its name, if the text has named it by then."""
    chain = named.get(mention.key)
    if chain is None or chains.last_before(chain, mention.start) is None:
        return None
    return chain


def _just_named(chains: Chains, place: int) -> int | None:
    """Return the organisation just named, for "the association": any could be called so.

    It is the only one named in the sentence before and so far in this one.
    """
    mention = chains.mentions[place]
    if mention.kind != "body" or mention.number == "p" or mention.quoted:
        return None
    if mention.key not in chains.words.generic:
        return None
    found: set[int] = set()
    for at in range(place - 1, max(-1, place - _NEARBY), -1):
        other, owner = chains.mentions[at], chains.owner[at]
        if mention.sentence - other.sentence > 1:
            break
        if other.kind == "name" and owner is not None and chains.kind(owner) == "organisation":
            found.add(owner)
    return found.pop() if len(found) == 1 else None


_NEARBY = 40
"""Mentions looked back over for a body just named."""


def _named_bodies(chains: Chains) -> dict[Phrase, int]:
    """Return the first named organisation whose name holds a body's noun, by that noun."""
    found: dict[Phrase, int] = {}
    for place, mention in enumerate(chains.mentions):
        owner = chains.owner[place]
        if mention.kind != "name" or owner is None or len(mention.key) < 2:
            continue
        head = mention.key[-1:] if chains.words.naming.head_last else mention.key[:1]
        noun = chains.words.nouns.get(head)
        if noun is not None and noun.kind == "body" and chains.kind(owner) in _BODIES:
            found.setdefault(head, owner)
    return found


_BODIES = frozenset({"organisation", "other"})


def described_loosely(chains: Chains, gender: Gender | None, offset: int) -> int | None:
    """Return the person named last before ``offset``, subjects first, of the gender given."""
    best, top = None, -1.0
    for chain in chains.members:
        if chains.kind(chain) != "person" or not chains.named(chain):
            continue
        known, sure = chains.gender(chain)
        last = chains.last_before(chain, offset)
        if last is None or (sure and gender is not None and known not in {None, gender}):
            continue
        score = last.start + 120.0 * last.subject
        if score > top and offset - last.start < _LOOSELY:
            best, top = chain, score
    return best
