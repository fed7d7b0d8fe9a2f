"""What an event's reader asks of an article: which tokens are entities, places and people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recoupe.model import Entity, Place
from recoupe.reading.clauses import tied
from recoupe.reading.events.lexicon import Condition, Lexicon, lexicon
from recoupe.reading.mentioned import Mentioned
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.tokens import Token

PERSONS: Final = frozenset({"PER", "PERSON", "NORP"})
"""Labels that pipelines give to names of people."""

PARTIES: Final = PERSONS | {"ORG", "GPE"}
"""Labels of names that may act, places that stand for a government among them."""


class Scene:
    """A parse with the entities and places read in it, token by token."""

    def __init__(
        self, parse: Parse, entities: Iterable[Entity] = (), places: Iterable[Place] = ()
    ) -> None:
        self.parse = parse
        self.lexicon: Lexicon = lexicon(parse.pack)
        self.places = tuple(places)
        self._forms: tuple[Sentence, frozenset[str]] | None = None
        self._mentioned = Mentioned(parse, entities)
        self._place: dict[int, Place] = {
            token.i: place
            for place in self.places
            for token in parse.words_in(place.span.start, place.span.end)
        }

    def entity_at(self, token: Token) -> str | None:
        """Return the id of the entity whose shortest mention holds the token."""
        entity = self._mentioned.at(token)
        return None if entity is None else entity.id

    def place_at(self, token: Token) -> Place | None:
        """Return the place whose name holds the token."""
        return self._place.get(token.i)

    def forms(self, sentence: Sentence) -> frozenset[str]:
        """Return the forms and lemmas of a sentence's words, in lower case."""
        if self._forms is None or self._forms[0] is not sentence:
            words = sentence.words
            forms = {form for t in words for form in (t.lower_, t.lemma_.lower())}
            self._forms = (sentence, frozenset(forms))
        return self._forms[1]

    def meets(self, token: Token, condition: Condition) -> bool:
        """Whether a token is one of the words, or of the classes, of a condition."""
        if token.lower_ in condition.words or token.lemma_.lower() in condition.words:
            unless = self.lexicon.words.unless.get(token.lower_, ())
            return not any(child.lower_ in unless for child in token.children)
        return (
            ("people" in condition.parsed and self.person(token))
            or ("entity" in condition.parsed and self._party(token))
            or ("place" in condition.parsed and token.i in self._place)
        )

    def person(self, token: Token) -> bool:
        """Whether a token names people."""
        people = self.lexicon.people
        if token.lemma_.lower() in people or token.lower_ in people:
            return True
        entity = self._mentioned.at(token)
        named = entity is not None and entity.kind in {"person", "group"}
        return named or token.ent_type_ in PERSONS

    def acts(self, token: Token) -> bool:
        """Whether a token names somebody who can do or say something."""
        if token.pos_ == "PRON" or token.i in self._place:
            return True
        return self.meets(token, self.lexicon.doers)

    def _party(self, token: Token) -> bool:
        return self._mentioned.at(token) is not None or token.ent_type_ in PARTIES

    def counted(self, token: Token) -> Iterator[Token]:
        """Yield a token and, where it only counts ("dozens of"), what it counts."""
        yield token
        if token.lemma_.lower() in self.lexicon.among("quantities"):
            words = self.lexicon
            yield from tied(token, words.among("of"), words.among("relatives"))
