"""What an event's reader asks of an article: which tokens are entities, places and people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from recoupe.model import Entity, Place, Span
from recoupe.reading.events.lexicon import Condition, Lexicon, lexicon
from recoupe.reading.events.syntax import tied
from recoupe.reading.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token


class Scene:
    """A parse with the entities and places read in it, token by token."""

    def __init__(
        self, parse: Parse, entities: Iterable[Entity] = (), places: Iterable[Place] = ()
    ) -> None:
        self.parse = parse
        self.lexicon: Lexicon = lexicon(parse.pack)
        self.places = tuple(places)
        self._entity: dict[int, tuple[int, str]] = {}
        self._named: set[int] = set()
        self._place: dict[int, Place] = {}
        for entity in entities:
            spans = (*entity.mentions, *entity.pronouns)
            for span in spans:
                self._note(entity, span)
        for place in self.places:
            for token in parse.tokens(place.span.start, place.span.end):
                self._place[token.i] = place

    def _note(self, entity: Entity, span: Span) -> None:
        for token in self.parse.tokens(span.start, span.end):
            known = self._entity.get(token.i)
            if known is None or len(span) < known[0]:
                self._entity[token.i] = (len(span), entity.id)
            if entity.kind in {"person", "group"}:
                self._named.add(token.i)

    def entity_at(self, token: Token) -> str | None:
        """Return the id of the entity whose shortest mention holds the token."""
        known = self._entity.get(token.i)
        return known[1] if known else None

    def place_at(self, token: Token) -> Place | None:
        """Return the place whose name holds the token."""
        return self._place.get(token.i)

    def meets(self, token: Token, condition: Condition) -> bool:
        """Whether a token is one of the words, or of the classes, of a condition."""
        if token.lower_ in condition.words or token.lemma_.lower() in condition.words:
            return True
        return (
            ("people" in condition.parsed and self.person(token))
            or ("entity" in condition.parsed and token.i in self._entity)
            or ("place" in condition.parsed and token.i in self._place)
        )

    def person(self, token: Token) -> bool:
        """Whether a token names people."""
        people = self.lexicon.people
        if token.lemma_.lower() in people or token.lower_ in people:
            return True
        return token.i in self._named or token.ent_type_ in {"PER", "PERSON", "NORP"}

    def counted(self, token: Token) -> Iterator[Token]:
        """Yield a token and, where it only counts ("dozens of"), what it counts."""
        yield token
        if token.lemma_.lower() in self.lexicon.among("quantities"):
            words = self.lexicon
            yield from tied(token, words.among("of"), words.among("relatives"))
