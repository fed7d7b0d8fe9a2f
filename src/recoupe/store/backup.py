"""Backups: a casefile as it is now, whole, in a folder of its own."""

from __future__ import annotations

from recoupe.store.database import Database


def back_up_before(database: Database, reason: str) -> None:
    """Make a backup before something that changes all."""
    raise NotImplementedError
