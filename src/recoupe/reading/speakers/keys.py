"""What a party is the same by in other reports: its name, whatever the spelling and the script."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

from recoupe.model import EntityKind
from recoupe.reading.entities.lexicon import Lexicon, Phrase
from recoupe.reading.entities.mention import Mention
from recoupe.reading.entities.spelling import plainest
from recoupe.reading.gazetteer.cache import gazetteer
from recoupe.reading.gazetteer.folding import fold
from recoupe.words.remembered import REMEMBERED


def entity_key(kind: EntityKind, names: Iterable[Mention], articles: Iterable[str]) -> str | None:
    """Return the key of a party with these names, ``None`` for one without a name.

    It is made of the name with most words. A country and its capital that act are one state.
    """
    return party_key(kind, (mention.key for mention in names), articles)


def party_key(kind: EntityKind, names: Iterable[Phrase], articles: Iterable[str]) -> str | None:
    """Return the key of a party with these names, each as its folded words; see above."""
    keys = [name for name in names if name]
    if not keys:
        return None
    best = max(keys, key=lambda key: (len(key), key))
    words = [word for word in best if word not in set(articles)] or list(best)
    if kind == "person":
        return f"person:{_spelt(words)}"
    state = _state(best) if kind in {"other", "organisation"} else None
    return f"state:{state}" if state is not None else f"body:{_spelt(words)}"


def government_key(described: Iterable[Set[str]], words: Lexicon) -> str | None:
    """Return the key of the state that a body without a name speaks for, if its words say which.

    ``described`` are the folded words of each thing that it is called: a noun of a government, and
    nothing else but whose it is ("the Ukrainian government", "le gouvernement de l'Ukraine").
    """
    states = {state for said in described if (state := _governed(said, words)) is not None}
    return f"state:{states.pop()}" if len(states) == 1 else None


def _governed(said: Set[str], words: Lexicon) -> str | None:
    beside = said - words.governments - words.articles - words.links
    if len(beside) != 1 or not said & words.governments:
        return None
    [whose] = beside
    return words.demonyms.get(whose) or _country(whose)


def _country(word: str) -> str | None:
    spots = [spot for spot in gazetteer().find(fold(word)) if spot.kind == "country"]
    return spots[0].country if len(spots) == 1 and len(word) > _SHORT else None


def _spelt(words: list[str]) -> str:
    plain = ("".join(c for c in plainest(word) if c.isalnum() or c == " ") for word in words)
    return " ".join(word for word in plain if word)


@lru_cache(maxsize=REMEMBERED)
def _state(key: Phrase) -> str | None:
    """Return the country that a name is, or is the capital of."""
    name = fold(" ".join(key))
    spots = [spot for spot in gazetteer().find(name) if spot.kind in {"country", "capital"}]
    own = [spot for spot in spots if spot.primary or len(name) > _SHORT]
    best = max(own, key=lambda spot: (spot.primary, spot.population), default=None)
    return best.country if best is not None else None


_SHORT = 3
"""Letters of initials, which other things than a country have too."""
