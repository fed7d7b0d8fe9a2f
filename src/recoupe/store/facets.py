"""What a search can filter by, as short words of their own beside the stems in the index.

So the index answers words and filters together, and a search need not look at rows that fit only
one of them. A facet begins with a letter that says of what it is, and has only ``a`` to ``z`` and
digits. What a bound on figures says is only roughly in it: a search looks at the figure itself too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Table

from recoupe.model import Article
from recoupe.store import schema
from recoupe.store.words import tokens

EVERYTHING: Final = "x"
"""The facet that everything has."""

_LONGEST: Final = 200
_CACHED: Final = 1 << 14
_LAST_STEP: Final = 18
_STEPS: Final = tuple(size * 10**power for power in range(_LAST_STEP // 2) for size in (1, 3))
"""Where the next step of figures begins: 1, 3, 10, 30 and so on."""

_Rows = Mapping[Table, Sequence[Mapping[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of an article, and of its statements by id."""

    article: tuple[str, ...]
    statements: Mapping[str, tuple[str, ...]]


def facets_of(article: Article, rows: _Rows) -> Facets:
    """Return the facets of an article as people left it, with the rows of its records.

    The article has the facets of all its statements and records.
    """
    common = [EVERYTHING, language(article.language), day(article.published)]
    common += [outlet(word) for word in words_of(article.outlet or "")]
    figures = [(row, tuple(_figure(row))) for row in rows[schema.figures]]
    places = [(row, each) for row, each in zip(rows[schema.places], _places(rows), strict=True)]
    names = {row["id"]: (row["name"], *row["aliases"]) for row in rows[schema.entities]}
    each = {
        row["id"]: [
            *_said(row, names.get(row["speaker"], ())),
            *_standing_in(places, spans_of(row)),
            *(word for it, words in figures if told_by(row, it) for word in words),
        ]
        for row in rows[schema.statements]
    }
    everywhere = [word for words in each.values() for word in words if word[0] in "nosk"]
    everywhere += [word for _, words in (*places, *figures) for word in words]
    return Facets(
        _distinct(common, everywhere),
        {id_: _distinct(common, words) for id_, words in each.items()},
    )


@lru_cache(maxsize=_CACHED)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name without accents and capitals."""
    return tuple(token.folded for token in tokens(name))


def language(code: str) -> str:
    """Return the facet of a language."""
    return "l" + _plain(code)


def outlet(word: str) -> str:
    """Return the facet of a word of an outlet's name."""
    return "b" + word


def day(published: str | None) -> str:
    """Return the facet of a day of publication; there is one for none, too."""
    return "d" + _plain((published or "none")[:10])


def speaker(word: str) -> str:
    """Return the facet of a word of a speaker's name."""
    return "n" + word


def party(id_: str) -> str:
    """Return the facet of the party that a speaker is of by name alone."""
    return "o" + _plain(id_)


def stance(name: str) -> str:
    """Return the facet of a stance."""
    return "s" + _plain(name)


def kind(name: str) -> str:
    """Return the facet of a kind of statement."""
    return "k" + _plain(name)


def place(name: str) -> str:
    """Return the facet of a place with this name, and of all that lies within it."""
    return "p" + "".join(words_of(name))[:_LONGEST]


def country(code: str) -> str:
    """Return the facet of all that lies in a country (ISO 3166-1 alpha-2)."""
    return "c" + _plain(code)


def counted(what: str | None, low: int | None = None, high: int | None = None) -> list[str]:
    """Return the facets of which one is there if a figure of ``what`` meets the bounds."""
    kept = f"f{_plain(what)}" if what else "g"
    if low is high is None:
        return [kept]
    return [f"{kept}{step:02d}" for step in _steps(low, high)]


def told_by(statement: Mapping[Any, Any], figure: Mapping[Any, Any]) -> bool:
    """Whether a figure is according to a statement, or stands in what it says."""
    return figure["according_to"] == statement["id"] or any(
        start <= figure["start"] and figure["end"] <= end
        for start, end in statement["content_spans"]
    )


def spans_of(statement: Mapping[Any, Any]) -> list[list[int]]:
    """Return where the words of a statement stand: content, cue and source."""
    return sorted(statement["content_spans"] + statement["cue_spans"] + statement["source_spans"])


def chain(place_id: str | None, within: Mapping[str, str | None]) -> list[str]:
    """Return a place and what contains it, nearest first; ``within`` are places by id."""
    found: list[str] = []
    while place_id is not None and place_id in within and place_id not in found:
        found.append(place_id)
        place_id = within[place_id]
    return found


def place_facets(places: Sequence[Mapping[Any, Any]]) -> list[tuple[str, ...]]:
    """Return the facets of each place: its names, its country's and those of what contains it."""
    rows = {row["id"]: row for row in places}
    within = {row["id"]: row["within"] for row in places}
    return [
        tuple(word for one in chain(row["id"], within) for word in _names(rows[one]))
        for row in places
    ]


def _names(row: Mapping[Any, Any]) -> Iterator[str]:
    yield place(row["name"])
    yield place(row["words"])
    if row["country"]:
        yield country(row["country"])


def _places(rows: _Rows) -> list[tuple[str, ...]]:
    return place_facets(rows[schema.places])


def _said(row: Mapping[Any, Any], names: Sequence[str]) -> Iterator[str]:
    yield stance(row["stance"])
    yield kind(row["kind"])
    if row["own_party"]:
        yield party(row["own_party"])
    for name in (row["speaker_name"], *names):
        yield from map(speaker, words_of(name or ""))


def _standing_in(
    records: Iterable[tuple[Mapping[Any, Any], tuple[str, ...]]], spans: Sequence[Sequence[int]]
) -> Iterator[str]:
    for row, words in records:
        if any(start <= row["start"] and row["end"] <= end for start, end in spans):
            yield from words


def _figure(row: Mapping[Any, Any]) -> Iterator[str]:
    yield "f" + _plain(row["what"])
    for step in _steps(row["low"], row["high"]):
        yield f"f{_plain(row['what'])}{step:02d}"
        yield f"g{step:02d}"


def _steps(low: int | None, high: int | None) -> range:
    """Return the steps that lie between two bounds, of which any may be open."""
    first = 0 if low is None else sum(size <= low for size in _STEPS)
    last = _LAST_STEP if high is None else sum(size <= high for size in _STEPS)
    return range(first, last + 1)


@lru_cache(maxsize=_CACHED)
def _plain(word: str) -> str:
    return "".join(char for char in word.lower() if char.isascii() and char.isalnum())


def _distinct(*words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for some in words for word in some))
