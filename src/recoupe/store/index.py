"""The index of words: what makes a search over every text quick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection

from recoupe.model import Article
from recoupe.store.rows import Values


class Index(Protocol):
    """Keeps the stems of articles and of statements, within the transaction that changes them."""

    def put_article(self, connection: Connection, number: int, article: Article) -> None:
        """Index the text of an article, whose row has this number."""
        ...

    def put_statements(
        self, connection: Connection, article: Article, rows: Sequence[Values]
    ) -> None:
        """Index the words and speakers of an article's statements, by the ids of their rows."""
        ...

    def drop_statements(self, connection: Connection, article: str) -> None:
        """Take the statements of an article out of the index, before their rows go."""
        ...
