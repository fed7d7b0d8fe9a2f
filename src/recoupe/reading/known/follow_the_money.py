"""Known people and bodies out of FollowTheMoney: one entity a line, as OpenSanctions exports them.

The format is described at https://followthemoney.tech; a list needs no more of it than is read
here: people and bodies with their names, and the edges that say who held what and when.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Final

from recoupe.model import EntityKind
from recoupe.reading.known.dates import first_day, last_day
from recoupe.reading.known.records import BadRow, Held, Office, Party, Post, Row

_KINDS: Final[dict[str, EntityKind]] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "other",
}

_EDGES: Final = {
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Directorship": ("director", "organization"),
    "Representation": ("agent", "client"),
}
"""Edges, the property with whom a role is of and the one with where it is."""

Properties = dict[str, list[str]]


def parties_of_ftm(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Row]]:
    """Yield what each numbered line says; schemata that name no party say nothing."""
    for number, line in lines:
        if not line.strip():
            continue
        try:
            yield from ((number, row) for row in _rows(json.loads(line)))
        except (ValueError, RecursionError) as error:  # json's own errors are ValueErrors
            yield number, BadRow(number, f"not read: {error}")


def _rows(record: object) -> Iterator[Row]:
    if not isinstance(record, dict) or not isinstance(record.get("schema"), str):
        raise ValueError("not an entity: an object with id, schema and properties")
    schema = record["schema"]
    properties = _properties(record.get("properties"))
    make = _MAKERS.get(schema)
    if make is not None:
        own = record.get("id")
        if not isinstance(own, str) or not own:
            raise ValueError(f"a {schema} without an id")
        yield from make(own, schema, properties)


def _properties(given: object) -> Properties:
    if not isinstance(given, dict):
        raise ValueError("no properties")
    return {
        str(name): [str(value) for value in (values if isinstance(values, list) else [values])]
        for name, values in given.items()
    }


def _party(own: str, schema: str, properties: Properties) -> Iterator[Row]:
    names = [name.strip() for name in properties.get("name", []) if name.strip()]
    aliases = [*names[1:], *properties.get("alias", []), *properties.get("abbreviation", [])]
    if not names:
        raise ValueError(f"{own} has no name")
    country = _first(properties, "country") or _first(properties, "nationality")
    yield Party(
        id=own,
        external=_first(properties, "wikidataId") or own,
        kind=_KINDS[schema],
        name=names[0],
        aliases=tuple(dict.fromkeys(aliases)),
        weak=tuple(dict.fromkeys(properties.get("weakAlias", []))),
        country=country.upper() if country else None,
    )
    yield from (Office(holder=own, title=title) for title in properties.get("position", []))


def _edge(own: str, schema: str, properties: Properties) -> Iterator[Row]:
    holder, body = _EDGES[schema]
    people, titles = properties.get(holder, []), properties.get("role", [])
    if not people:
        raise ValueError(f"{own} says nobody's role ({holder} is missing)")
    for person, title in product(people, titles):
        yield Office(
            holder=person,
            title=title,
            body_id=_first(properties, body),
            since=first_day(_first(properties, "startDate")),
            until=last_day(_first(properties, "endDate")),
        )


def _post(own: str, schema: str, properties: Properties) -> Iterator[Row]:
    del schema
    title, country = _first(properties, "name"), _first(properties, "country")
    if title is None:
        raise ValueError(f"{own} has no name")
    yield Post(
        id=own,
        title=title,
        country=country.upper() if country else None,
        body_id=_first(properties, "organization"),
    )


def _occupancy(own: str, schema: str, properties: Properties) -> Iterator[Row]:
    del schema
    holder, post = _first(properties, "holder"), _first(properties, "post")
    if holder is None or post is None:
        raise ValueError(f"{own} has no holder or no post")
    yield Held(
        holder=holder,
        post=post,
        since=first_day(_first(properties, "startDate")),
        until=last_day(_first(properties, "endDate")),
    )


def _first(properties: Properties, name: str) -> str | None:
    return next((value.strip() for value in properties.get(name, []) if value.strip()), None)


_MAKERS: Final[dict[str, Callable[[str, str, Properties], Iterator[Row]]]] = {
    **dict.fromkeys(_KINDS, _party),
    **dict.fromkeys(_EDGES, _edge),
    "Position": _post,
    "Occupancy": _occupancy,
}
