"""Our own texts with the parties that each one names, French and English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldParty, GoldReport

_KINDS: Final = frozenset({"person", "organisation", "group", "medium"})


def read_parties(path: Path, *, corpus: str, language: str) -> Iterator[GoldReport]:
    """Yield the texts of one of our own files with the parties that each one names.

    Raises :class:`GoldMissingError` where a name or a role is not in its text.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for number, item in enumerate(table["texts"], 1):
        text = item["text"]
        parties = tuple(_party(party) for party in item["parties"])
        for words in (w for party in parties for w in (*party.names, *party.roles)):
            if words not in text:
                raise GoldMissingError(f"{words!r} is not in text {number}", where=str(path))
        yield GoldReport(corpus, f"{language}-{number}", text, language, parties=parties)


def _party(item: dict[str, Any]) -> GoldParty:
    if item["kind"] not in _KINDS:
        raise GoldMissingError(f"{item['kind']!r} is no kind", where=str(item["names"]))
    return GoldParty(
        kind=item["kind"],
        names=tuple(item["names"]),
        roles=tuple(item.get("roles", ())),
        affiliation=item.get("affiliation"),
        optional=item.get("optional", False),
    )
