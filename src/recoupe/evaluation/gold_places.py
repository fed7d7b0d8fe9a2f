"""Our annotation of the places in ``fr_dev``: offsets and points, kept apart from the texts.

How it was made, and what counts as a place: ``docs/places.md``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldPlace, Half, Range

_TABLE: Final = "gold_places_fr.toml"
_DIGITS: Final = 16
_POINT: Final = 4


@dataclass(frozen=True, slots=True)
class PlaceGold:
    """What was annotated in one report.

    ``governments`` are names of capitals and palaces that stand for those who govern there.
    """

    places: tuple[GoldPlace, ...]
    governments: tuple[Range, ...]
    half: Half


def french_places(report: str, text: str) -> PlaceGold | None:
    """Return the places annotated in a report of ``fr_dev``, ``None`` where nobody annotated it.

    Raises :class:`GoldMissingError` where the text is not the one that was annotated.
    """
    item = _table().get(report)
    if item is None:
        return None
    if item["text"] != sha256(text.encode()).hexdigest()[:_DIGITS]:
        raise GoldMissingError(
            "its places were annotated in another text",
            where=f"fr_dev/{report}",
            remedy=f"fetch fr_dev.jsonl again, or annotate the report again in {_TABLE}",
        )
    return PlaceGold(
        tuple(_place(numbers) for numbers in item["places"]),
        tuple((start, end) for start, end in item["governments"]),
        item["half"],
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("recoupe.evaluation").joinpath(_TABLE).read_text("utf-8"))


def _place(numbers: list[Any]) -> GoldPlace:
    start, end = numbers[:2]
    lat, lon = numbers[2:] if len(numbers) == _POINT else (None, None)
    return GoldPlace((start, end), lat, lon)
