"""Parties: who stands behind words, the same in every report of a story."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from recoupe.comparison.lineage.credits import same_outlet, signer
from recoupe.comparison.positions.states import state_of
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.languages.naming import NamingWords
from recoupe.model import Entity, Reading, Statement

_WORD: Final = re.compile(r"\w+(?:[-.]\w+)*\.?")
_OPENING: Final = 400
"""Code points of a report in which it may speak of a party that it names below."""
_NEXT: Final = 1500
"""Code points of a report within which it then names it."""
_CITED: Final = 80
"""Code points of a source's words that can still be a name for it."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who says something: ``id`` is the same in every report, ``None`` for who is not known.

    ``name`` is what one report calls it; ``voice`` says that a report speaks for itself, ``body``
    that it is an organisation.
    """

    id: str | None
    name: str
    voice: bool = False
    body: bool = False


class Parties:
    """Tells the parties of some readings, given what people merged by hand."""

    def __init__(
        self, readings: Iterable[Reading], merged: Mapping[str, str] | None = None
    ) -> None:
        """Keep who is merged: ``merged`` goes from ids of entities to ids of parties."""
        self._merged = dict(merged or {})
        self._voices: dict[str, str] = {}
        self._entities = {
            reading.article.id: {entity.id: entity for entity in reading.entities}
            for reading in readings
        }

    def speakers(self, reading: Reading) -> dict[str, Party]:
        """Return the party of each statement of a reading, by the statement's id.

        Who speaks for a body counts for that body; everybody else is a party of their own. Words
        that tell nobody who speaks make a party without id, which is nobody else's.

        Three kinds of words are told by what stands around them: a pronoun and a document ("the
        statement added") are whoever spoke before, a spokesman of no body is one of the body that
        spoke last, and "a monitor" in a report's opening is the body that it names next.
        """
        words = pack(reading.article.language).table("findings", FindingWords)
        ordered = sorted(reading.statements, key=lambda item: (item.content[0], item.id))
        plain = {item.id: self._speaker(reading, item) for item in ordered}
        inner = {item.id for item in ordered if item.within is not None}
        found: dict[str, Party] = {}
        for number, item in enumerate(ordered):
            before = {key: party for key, party in found.items() if key not in inner}
            found[item.id] = self._in_context(reading, item, plain, before) or plain[item.id]
            name = folded(found[item.id].name).split()
            opening = item.content[0].start < _OPENING
            if opening and len(name) > 1 and " ".join(name[1:]) in words.forerunners:
                found[item.id] = self._named_next(reading, ordered[number + 1 :]) or found[item.id]
        return found

    def _in_context(
        self,
        reading: Reading,
        statement: Statement,
        plain: Mapping[str, Party],
        found: Mapping[str, Party],
    ) -> Party | None:
        """Return the party that an earlier statement tells; ``None`` where its own words do."""
        words = pack(reading.article.language).table("findings", FindingWords)
        name = folded(plain[statement.id].name)
        if name in words.pronouns:
            outer = plain.get(statement.within or "")
            return outer if outer is not None and outer.id else _last(found.values())
        if bare(name, reading.article.language) in words.documents:
            return _last(found.values())
        entity = self._entity(reading, statement.speaker)
        if entity is None or entity.affiliation:
            return None
        if not _speaks_for(entity, reading.article.language):
            return None
        body = _last(found.values(), bodies_only=True)
        return body and Party(body.id, f"{body.name} ({entity.name})", body=True)

    def _named_next(self, reading: Reading, following: Iterable[Statement]) -> Party | None:
        for statement in following:
            entity = self._entity(reading, statement.speaker)
            if statement.content[0].start > _NEXT or entity is None:
                continue
            if entity.key is not None and entity.kind == "organisation":
                return self._speaker(reading, statement)
        return None

    def _speaker(self, reading: Reading, statement: Statement) -> Party:
        entity = self._entity(reading, statement.speaker)
        if entity is None:
            return self._unknown(reading, statement)
        body = self._entity(reading, entity.affiliation)
        if body is not None and _speaks_for(entity, reading.article.language):
            return self._party(body, reading.article.language, f"{body.name} ({entity.name})")
        name = entity.name
        body = body or state_of(
            entity, self._entities[reading.article.id].values(), reading.article.language
        )
        if body is not None and entity.kind == "person" and _short(body):
            name = f"{entity.name} ({body.name})"
        return self._party(entity, reading.article.language, name)

    def voice(self, reading: Reading) -> Party:
        """Return the outlet of a report, or the report itself where that is not known.

        Where an agency signs the report, the outlet's name is followed by the agency's.
        """
        article = reading.article
        if article.outlet is None:
            return Party(None, article.title or article.id, voice=True)
        if article.id not in self._voices:
            agency = signer(article)
            own = agency is None or same_outlet(agency, article.outlet, article.language)
            self._voices[article.id] = article.outlet if own else f"{article.outlet} / {agency}"
        return Party(f"outlet:{folded(article.outlet)}", self._voices[article.id], voice=True)

    def named(self, reading: Reading, entity_id: str) -> Party | None:
        """Return the party of an entity of ``reading``; ``None`` if it has no name."""
        entity = self._entity(reading, entity_id)
        if entity is None:
            return None
        return self._party(entity, reading.article.language, entity.name)

    def _entity(self, reading: Reading, entity_id: str | None) -> Entity | None:
        if entity_id is None:
            return None
        return self._entities.get(reading.article.id, {}).get(entity_id)

    def _party(self, entity: Entity, language: str, name: str) -> Party:
        body = entity.kind in {"organisation", "group"}
        if entity.id in self._merged:
            return Party(self._merged[entity.id], name, body=body)
        if entity.known is not None and entity.known.id is not None:
            return Party(f"{entity.known.source}:{entity.known.id}", name, body=body)
        plain = folded(bare(entity.name, language))
        if not plain or plain in _unnamed(language):
            return Party(None, entity.name)
        return Party(entity.key or f"name:{plain}", name, body=body)

    def _unknown(self, reading: Reading, statement: Statement) -> Party:
        """Return who speaks where no entity does: the outlet where it tells by itself."""
        if not statement.source and (statement.stance == "cannot_verify" or _is_own(statement)):
            return self.voice(reading)
        words = statement.speaker_name or " ".join(span.text for span in statement.source)
        words = " ".join(words.split())
        if not words or len(words) > _CITED:
            return Party(None, words[:_CITED] or "?")
        plain = folded(bare(words, reading.article.language))
        if not plain or plain in _unnamed(reading.article.language):
            return Party(None, words)
        return Party(f"name:{plain}", words)


def day_of(reading: Reading) -> str | None:
    """Return the ISO 8601 day of publication; ``None`` where only a year or month is known."""
    published = reading.article.published
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def folded(name: str) -> str:
    """Return a name's words in small letters, without accents and marks."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return " ".join(match.group() for match in _WORD.finditer(plain))


def bare(name: str, language: str) -> str:
    """Return a name without an article before it."""
    words = name.split()
    articles = _articles(language)
    while len(words) > 1 and words[0].lower() in articles:
        del words[0]
    return " ".join(words)


def _last(parties: Iterable[Party], *, bodies_only: bool = False) -> Party | None:
    """Return the last party that has a name."""
    for party in reversed(list(parties)):
        if party.id is not None and not party.voice and (party.body or not bodies_only):
            return party
    return None


def called(parties: Sequence[Party]) -> str:
    """Return the name that is used most for a party, the longest of those; ties by letters."""
    names = Counter(party.name for party in parties)
    return min(names, key=lambda name: (-names[name], -len(name), name))


def _is_own(statement: Statement) -> bool:
    """Whether a report says by itself, with reserve, what it names nobody for: "reportedly"."""
    return statement.kind == "indirect" and statement.speaker_name is None


def _short(body: Entity) -> bool:
    return len(body.name.split()) <= 5


def _speaks_for(entity: Entity, language: str) -> bool:
    nouns = pack(language).table("findings", FindingWords).spokespeople
    told = [span.text.lower() for span in entity.roles]
    if entity.key is None:
        told.append(entity.name.lower())
    return any(noun in text for text in told for noun in nouns)


@cache
def _unnamed(language: str) -> frozenset[str]:
    return frozenset(
        folded(name) for name in pack(language).table("findings", FindingWords).unnamed
    )


@cache
def _articles(language: str) -> frozenset[str]:
    naming = pack(language).table("naming", NamingWords)
    return frozenset((*naming.definite, *naming.indefinite))
