"""The kinds of column that the tables of a casefile are made of."""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.engine import Dialect

_ESCAPE: Final = "\x1b"
_NUL: Final = "\x00"
_GREATEST: Final = 2**63 - 1


class Words(TypeDecorator[str]):
    """Text to the letter; PostgreSQL cannot hold U+0000, so it is written as ESC 0 everywhere."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as the database holds it."""
        if value is None or (_NUL not in value and _ESCAPE not in value):
            return value
        return value.replace(_ESCAPE, _ESCAPE + _ESCAPE).replace(_NUL, _ESCAPE + "0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as it was given."""
        if value is None or _ESCAPE not in value:
            return value
        parts = value.split(_ESCAPE + _ESCAPE)
        return _ESCAPE.join(part.replace(_ESCAPE + "0", _NUL) for part in parts)


class Places(TypeDecorator[list[list[int]]]):
    """Places in a text as JSON, ``[[120,134],[140,150]]``: there are many, so it is quick."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[list[int]] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the JSON, which for lists of numbers is what Python writes."""
        return None if value is None else str(value).replace(" ", "")

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[list[int]] | None:  # noqa: ARG002
        """Return the places."""
        return None if value is None else json.loads(value)


class Count(TypeDecorator[int]):
    """A number of people; one too great for a database's integer is its greatest."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Return the number as the database holds it."""
        return self.as_kept(value)

    @staticmethod
    def as_kept(value: int | None) -> int | None:
        """Return a number as a database can hold it."""
        return None if value is None else max(-_GREATEST, min(value, _GREATEST))


NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")
"""A whole number; of 64 bits on either database, but SQLite counts rows by INTEGER alone."""


def number() -> Column[int]:
    """Return a row's own number; unlike SQLite's rowid it stays when the file is packed."""
    return Column("number", NUMBER, primary_key=True)


def id_() -> Column[str]:
    """Return the column of a row's id."""
    return Column("id", Text, nullable=False, unique=True)


def key(table: str) -> tuple[Column[Any], ...]:
    """Return the number and id of rows that others name; who follows a name looks for the key."""
    newest = text(f"(COALESCE((SELECT MAX(number) FROM {table}), 0) + 1)")  # noqa: S608 - our own
    return (
        Column("number", BigInteger, nullable=False, unique=True, default=newest),
        Column("id", Text, primary_key=True),
    )


def to(name: str, target: str, **options: Any) -> Column[str]:  # noqa: ANN401 - Column's own
    """Return a column that names a row of another table; checked when the transaction ends."""
    there = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, there, **options)


def article() -> Column[str]:
    """Return the column of the article that a record stands in."""
    return to("article", "articles.id", nullable=False, index=True)


def span(prefix: str = "") -> tuple[Column[Any], ...]:
    """Return columns of one span: its words, and its place in the article's text in code points."""
    return (
        Column(f"{prefix}words", Words, nullable=prefix != ""),
        Column(f"{prefix}start", Integer, nullable=prefix != ""),
        Column(f"{prefix}end", Integer, nullable=prefix != ""),
    )


def spans(name: str) -> tuple[Column[Any], ...]:
    """Return columns of several spans: their words in one line, and their places as JSON."""
    return (
        Column(name, Words, nullable=False),
        Column(f"{name}_spans", Places, nullable=False),
    )


def reviewed() -> tuple[Column[Any], ...]:
    """Return columns of what people made of a record: see :class:`recoupe.model.Reviewed`."""
    return (
        Column("review", Text),
        Column("review_words", Text),
        Column("kept", Boolean, nullable=False, default=False),
        Column("protected", Boolean, nullable=False, default=False),
    )
