"""A query made ready: what the index is asked for, and what is looked at besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, select

from recoupe.languages import available
from recoupe.store import facets
from recoupe.store.indexes import CROWDED, FACET
from recoupe.store.schema import parties, statements
from recoupe.store.search import Query
from recoupe.store.words import Asked, parsed

Groups = tuple[tuple[str, ...], ...]
"""Facets: of each group at least one is wanted."""
ANY_END: Final = "*"
"""What a facet ends with that stands for all that begin so."""

_NOTHING: Final = "z"
"""A facet that nothing has."""
_MOST_PARTIES: Final = 400
"""Parties that the index is asked for by their ids; more are found by the names in the report."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query with its words and facets.

    ``names`` are the words of the speaker's name, ``parties`` those that have such a name;
    ``moved`` says that people moved speakers, so that their facets only roughly tell the party.
    """

    query: Query
    asked: Asked
    groups: Groups
    names: tuple[str, ...] = ()
    parties: frozenset[str] = frozenset()
    moved: bool = False

    @property
    def of_texts(self) -> bool:
        """Whether the index may find too much, so that each text is to be looked at."""
        asked = self.asked
        joined = (*asked.terms, *asked.excluded)
        return asked.checked or any(len(term.folded) > 1 for term in joined)

    @property
    def of_statements(self) -> bool:
        """Whether the query says whose words it wants, or in what manner they were said."""
        query = self.query
        return any(one is not None for one in (query.speaker, query.stance, query.kind))

    @property
    def of_figures(self) -> bool:
        """Whether the query says what figure it wants."""
        return self.query.figure is not None or self.bounded

    @property
    def bounded(self) -> bool:
        """Whether figures must meet a bound, which their facets only roughly tell."""
        return self.query.low is not None or self.query.high is not None

    def confirms(self, text: str) -> bool:
        """Whether a text has all the words as they were typed."""
        asked = self.asked
        return (
            asked.confirms(text)
            and all(term.begins(text) for term in asked.terms if len(term.folded) > 1)
            and not any(term.begins(text) for term in asked.excluded if len(term.folded) > 1)
        )

    def says(self, published: str | None) -> bool:
        """Whether a day of publication is within the dates asked for."""
        since, until = self.query.since, self.query.until
        if since is None and until is None:
            return True
        if published is None:
            return False
        return (since or "") <= published and (until is None or published[: len(until)] <= until)


def wanted(connection: Connection, query: Query) -> Wanted:
    """Return a query made ready for the casefile behind ``connection``."""
    names: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    moved = False
    groups: list[Sequence[str]] = []
    if query.speaker is not None:
        names = facets.words_of(query.speaker)
        spoken = frozenset(_parties(connection, names)) if names else frozenset()
        by_name, moved = _speaker(connection, names, spoken)
        groups += by_name
    if query.stance is not None:
        groups.append([facets.stance(query.stance)])
    if query.kind is not None:
        groups.append([facets.kind(query.kind)])
    if query.outlet is not None:
        groups += [[facets.outlet(word)] for word in facets.words_of(query.outlet)] or [[]]
    if query.place is not None:
        groups.append(places_named(query.place))
    if query.language is not None:
        groups.append([facets.language(query.language)])
    if any(one is not None for one in (query.figure, query.low, query.high)):
        groups.append(facets.counted(query.figure, query.low, query.high))
    kept = tuple(tuple(each) or (_NOTHING,) for each in groups)
    return Wanted(query, parsed(query.words), kept, names, spoken, moved)


def places_named(name: str) -> list[str]:
    """Return the facets of which a place has one that has this name, or lies within it."""
    countries = _countries().get(facets.place(name), frozenset())
    if len(name) == 2 and name.isascii() and name.isupper():
        countries |= {name}
    return [facets.place(name), *sorted(map(facets.country, countries))]


def fts5(asked: Asked, groups: Groups) -> str:
    """Return the query for SQLite's FTS5."""
    words = asked.fts5()
    if asked.inverted or not (words or groups):
        groups = ((facets.EVERYTHING,), *groups)
    said = " AND ".join("(" + " OR ".join(map(_fts5, each)) + ")" for each in groups)
    parts = [f"facets : ({said})"] if said else []
    if words:
        parts.append(f"stems : ({words})")
    return (" NOT " if asked.inverted else " AND ").join(f"({part})" for part in parts)


def tsquery(asked: Asked, groups: Groups) -> str:
    """Return the same query for PostgreSQL."""
    words = asked.tsquery()
    anywhere = asked.tsquery(in_a_row=False)
    if words and anywhere != words:
        words = f"({words}) | ('{CROWDED}' & {anywhere})"
    if asked.inverted or not (words or groups):
        groups = ((facets.EVERYTHING,), *groups)
    parts = ["(" + " | ".join(map(_tsquery, each)) + ")" for each in groups]
    if words:
        parts.append(f"{'!' if asked.inverted else ''}({words})")
    return " & ".join(parts)


def _fts5(facet: str) -> str:
    return f'"{facet[:-1]}" *' if facet.endswith(ANY_END) else f'"{facet}"'


def _tsquery(facet: str) -> str:
    return f"'{FACET}{facet[:-1]}':*" if facet.endswith(ANY_END) else f"'{FACET}{facet}'"


def _speaker(
    connection: Connection, names: Sequence[str], spoken: frozenset[str]
) -> tuple[list[list[str]], bool]:
    """Return the facets of a speaker: all words of a name, or a party that has such a name.

    And whether people moved any speaker to another party than that of the name.
    """
    if not names:
        return [[]], False
    moved = select(statements.c.party, statements.c.own_party).where(
        statements.c.party != statements.c.own_party
    )
    anybody = connection.execute(moved.limit(1)).first() is not None
    own = sorted(spoken)[:_MOST_PARTIES]
    if anybody and own:
        rows = connection.execute(moved.where(statements.c.party.in_(own)).distinct())
        own += sorted({row.own_party for row in rows} - set(own))
    by_party = [facets.party(one) for one in own]
    return [[facets.speaker(word), *by_party] for word in names], anybody


def _parties(connection: Connection, names: Sequence[str]) -> list[str]:
    """Return the parties whose name has all these words."""
    fits = and_(*(has_word(parties.c.name_folded, word) for word in names))
    return list(connection.execute(select(parties.c.id).where(fits)).scalars())


def has_word(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Return whether a folded name has a word, of ``a`` to ``z`` and digits."""
    return column.like(f"% {word} %")


@cache
def _countries() -> dict[str, frozenset[str]]:
    """Return the countries by the facet of each name that they have in the packs' languages."""
    from babel import Locale

    found: dict[str, frozenset[str]] = {}
    for language in available():
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                known = found.get(facets.place(name), frozenset())
                found[facets.place(name)] = known | {code}
    return found
