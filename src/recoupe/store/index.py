"""The index of words: what makes a search over every text quick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sqlalchemy import Connection, Table

from recoupe.model import Article
from recoupe.store.rows import Values


class Index(Protocol):
    """Keeps the words of articles and of statements, within the transaction that changes them."""

    def put(
        self, connection: Connection, article: Article, rows: Mapping[Table, Sequence[Values]]
    ) -> None:
        """Index an article as people left it and its statements, whose rows are there."""
        ...

    def drop(self, connection: Connection, article: str) -> None:
        """Take an article and its statements out of the index, before their rows go."""
        ...
