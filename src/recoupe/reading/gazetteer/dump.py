"""GeoNames' own files: ``allCountries.txt`` (or one country's) and ``alternateNamesV2.txt``.

https://download.geonames.org/export/dump/readme.txt describes their columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recoupe.reading.gazetteer.rejected import Rejected, point
from recoupe.reading.gazetteer.sources import Row, is_name, town_radius
from recoupe.reading.gazetteer.spot import SpotKind

if TYPE_CHECKING:
    from recoupe.reading.gazetteer.index import Index

CLASSES: Final = "AHLPRSTUV"
"""GeoNames' feature classes: divisions, waters, areas, towns, roads, sites, heights, sea floors,
woods."""
_FIELDS: Final = 19
_NAME_FIELDS: Final = range(4, 11)
_BY_CLASS: Final[dict[str, SpotKind]] = {
    "A": "area",
    "H": "water",
    "L": "area",
    "P": "city",
    "R": "site",
    "S": "site",
    "T": "land",
    "U": "water",
    "V": "land",
}
_BY_CODE: Final[dict[str, SpotKind]] = {
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin2",
    "ADM4": "admin2",
    "ADM5": "admin2",
    "PPLC": "capital",
    "CONT": "continent",
}
_RADII: Final = {"ADM1": 100_000, "ADM2": 30_000, "ADM3": 10_000, "ADM4": 5_000, "ADM5": 5_000}
_RADIUS: Final[dict[SpotKind, int]] = {
    "area": 30_000,
    "continent": 3_500_000,
    "land": 20_000,
    "site": 1_500,
    "water": 20_000,
}
"""Metres within which a feature lies whose extent GeoNames does not tell."""
_PAST: Final = frozenset({"PPLH", "PPLCH", "PCLH", "ADMDH", "ADM1H", "ADM2H", "ADM3H", "ADM4H"})
_NO_NAMES: Final = frozenset(
    {"link", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "wkdt", "phon", "piny"}
)
"""What alternateNamesV2 calls languages and are codes, addresses and pronunciations."""

_IS_PAST: Final = 7
_HELD: Final = 500_000
"""Names kept together before the places they belong to are looked up, all at once."""

Advance = Callable[[int], None]


def is_names(line: str) -> bool:
    """Whether the first line of a file is one of alternateNamesV2: two numbers, then a language."""
    fields = line.split("\t")
    return len(fields) in _NAME_FIELDS and fields[0].isdigit() and fields[1].isdigit()


def is_places(line: str) -> bool:
    """Whether the first line of a file is one of allCountries."""
    return line.count("\t") == _FIELDS - 1


def places(path: Path, classes: str, advance: Advance) -> Iterator[Row | Rejected]:
    """Yield the places of some feature classes; past ones and countries, whose names we have, not.

    ``advance`` is told how many bytes were read.
    """
    for number, line in _lines(path, advance):
        fields = line.split("\t")
        if len(fields) != _FIELDS:
            why = f"{len(fields)} columns, where GeoNames' places have {_FIELDS}"
            yield Rejected(f"line {number}", why, line)
            continue
        kind, code = fields[6], fields[7]
        if kind not in classes or code in _PAST or code.startswith("PCL"):
            continue
        try:
            yield _row(fields)
        except ValueError as error:
            yield Rejected(f"line {number}", str(error), line)


def _row(fields: Sequence[str]) -> Row:
    number, name, plain, others = fields[:4]
    if not number.isdigit() or not name.strip():
        raise ValueError("no number or no name")
    lat, lon = point(fields[4], fields[5])
    kind = _BY_CODE.get(fields[7]) or _BY_CLASS.get(fields[6], "area")
    people = int(fields[14]) if fields[14].isdigit() else 0
    known = (name, plain, *others.split(","))
    return Row(
        int(number),
        kind,
        (name, *dict.fromkeys(other for other in known[1:] if is_name(other))),
        fields[8] if len(fields[8]) == 2 else "",
        f"{fields[8]}.{fields[10]}" if fields[10] else fields[8],
        lat,
        lon,
        people,
        _RADII.get(fields[7]) or _RADIUS.get(kind) or town_radius(people),
    )


def names(path: Path, known: Sequence[Index], advance: Advance) -> Iterator[Row | Rejected]:
    """Yield the places of ``known`` indexes again under the names that the file has for them.

    A place that none of the indexes holds is left out: there is nothing to tell where it lies.
    """
    held: dict[int, list[str]] = {}
    count = 0
    for number, line in _lines(path, advance):
        fields = line.split("\t")
        if len(fields) not in _NAME_FIELDS or not fields[1].isdigit():
            why = f"{len(fields)} columns, or no GeoNames number in the second"
            yield Rejected(f"line {number}", why, line)
            continue
        past = len(fields) > _IS_PAST and fields[_IS_PAST] == "1"
        if past or fields[2] in _NO_NAMES or not is_name(fields[3]):
            continue
        held.setdefault(int(fields[1]), []).append(fields[3])
        count += 1
        if count >= _HELD:
            yield from _again(held, known)
            held, count = {}, 0
    yield from _again(held, known)


def _again(held: dict[int, list[str]], known: Sequence[Index]) -> Iterator[Row]:
    """Yield the places with these GeoNames numbers, each from the first index that holds it."""
    import numpy as np

    left = np.array(sorted(held), np.uint32)
    for index in known:
        found, _, numbers = np.intersect1d(left, np.asarray(index.ids), return_indices=True)
        for number in numbers.tolist():
            row = index.row(number)
            yield replace(row, names=(*row.names, *dict.fromkeys(held[row.geonames_id])))
        left = np.setdiff1d(left, found)


def _lines(path: Path, advance: Advance) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers; bytes that are not UTF-8 become marks of replacement."""
    with path.open("rb") as lines:
        for number, raw in enumerate(lines, 1):
            advance(len(raw))
            text = raw.decode("utf-8", "replace").rstrip("\r\n")
            if text:
                yield number, text
