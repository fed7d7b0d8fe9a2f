"""Which entity each token of a parse names or stands for."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.model import Entity
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token


class Mentioned:
    """The entities of an article by the tokens of their mentions and pronouns."""

    def __init__(self, parse: Parse, entities: Iterable[Entity]) -> None:
        self._at: dict[int, tuple[int, Entity]] = {}
        for entity in entities:
            for span in (*entity.mentions, *entity.pronouns):
                for token in parse.words_in(span.start, span.end):
                    known = self._at.get(token.i)
                    if known is None or len(span) < known[0]:
                        self._at[token.i] = (len(span), entity)

    def at(self, token: Token) -> Entity | None:
        """Return the entity whose shortest mention holds the token."""
        known = self._at.get(token.i)
        return known[1] if known else None
