"""A person's own list of places: CSV with a header, or GeoJSON.

docs/places.md is the reference of the columns and properties.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from recoupe.errors import GazetteerError
from recoupe.languages import available, pack
from recoupe.languages.places import PlaceWords
from recoupe.reading.gazetteer.dump import Advance
from recoupe.reading.gazetteer.rejected import Rejected, point
from recoupe.reading.gazetteer.shapes import middle
from recoupe.reading.gazetteer.sources import Row, town_radius
from recoupe.reading.gazetteer.spot import SpotKind

LARGEST_JSON: Final = 256 * 1024 * 1024
KINDS: Final[dict[str, SpotKind]] = {
    "city": "city",
    "town": "city",
    "village": "city",
    "hamlet": "city",
    "district": "city",
    "facility": "site",
    "site": "site",
    "building": "site",
    "street": "site",
    "region": "area",
    "area": "area",
    "water": "water",
    "land": "land",
    "other": "land",
}
"""What ``kind`` may say, beside the nouns of our language packs ("usine", "hamlet"), and what that
is among the gazetteer's kinds."""
_BY_NOUN: Final[dict[str, SpotKind]] = {
    "region": "area",
    "town": "city",
    "facility": "site",
    "street": "site",
}
_RADII: Final[dict[SpotKind, int]] = {"site": 500, "area": 30_000, "water": 10_000, "land": 10_000}
_COLUMNS: Final[dict[str, str]] = {
    "name": "name",
    "latitude": "latitude",
    "lat": "latitude",
    "longitude": "longitude",
    "lon": "longitude",
    "lng": "longitude",
    "kind": "kind",
    "feature": "kind",
    "country": "country",
    "aliases": "aliases",
    "radius": "radius",
    "population": "population",
}
_NEEDED: Final = ("name", "latitude", "longitude")
_LONGEST: Final = 200


def listed(path: Path, advance: Advance) -> Iterator[Row | Rejected]:
    """Yield the places of a CSV file, whose header says what each column is.

    Raises :class:`GazetteerError` where the header has no name, latitude or longitude.
    """
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
        first = text.readline()
        mark = max(",;\t", key=first.count)
        cells = next(csv.reader([first], delimiter=mark), [])
        header = [_COLUMNS.get(cell.strip().lower(), "") for cell in cells]
        lacking = [name for name in _NEEDED if name not in header]
        if lacking:
            raise GazetteerError(
                f"no column is called {' or '.join(lacking)}",
                where=f"{path}, line 1",
                remedy="begin the file with a line such as "
                "name,latitude,longitude,kind,country,aliases,radius",
            )
        table = csv.reader(text, delimiter=mark)
        while True:
            number = table.line_num + 2
            try:
                cells = next(table)
            except StopIteration:
                return
            except csv.Error as error:
                yield Rejected(f"line {number}", str(error), "")
                continue
            advance(sum(map(len, cells)) + len(cells) + 1)
            if any(cell.strip() for cell in cells):
                yield _of_cells(cells, header, f"line {number}", mark)


def _of_cells(cells: Sequence[str], header: Sequence[str], where: str, mark: str) -> Row | Rejected:
    words = mark.join(cells)
    if not words.isprintable() and any("\udc80" <= sign <= "\udcff" for sign in words):
        words = words.encode("utf-8", "surrogateescape").decode("latin-1")
        return Rejected(where, "is not UTF-8: save the file as UTF-8", words)
    if len(cells) > len(header):
        why = f"{len(cells)} cells under {len(header)} columns: put names with a {mark} in quotes"
        return Rejected(where, why, words)
    values = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}
    try:
        return _row(values, point(values.get("latitude", ""), values.get("longitude", "")))
    except ValueError as error:
        return Rejected(where, str(error), words)


def mapped_features(path: Path, advance: Advance) -> Iterator[Row | Rejected]:
    """Yield the places of a GeoJSON file: features with a name.

    A line or area becomes its middle, with a radius that covers all of it. Raises
    :class:`GazetteerError` where the file is no GeoJSON, or too large to be read at once.
    """
    for number, feature in enumerate(_features(path), 1):
        where = f"feature {number}"
        try:
            yield _of_feature(feature)
        except ValueError as error:
            yield Rejected(where, str(error), json.dumps(feature, ensure_ascii=False))
    advance(path.stat().st_size)


def _features(path: Path) -> Sequence[Any]:
    if path.stat().st_size > LARGEST_JSON:
        raise GazetteerError(
            f"is larger than {LARGEST_JSON >> 20} MB, the limit for GeoJSON",
            where=str(path),
            remedy="save it as CSV, which is read line by line",
        )
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise GazetteerError(
            f"is not JSON ({error})", where=str(path), remedy="save it as GeoJSON in UTF-8"
        ) from None
    if isinstance(found, dict) and found.get("type") == "Feature":
        return [found]
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise GazetteerError(
            "is no GeoJSON: it has no features",
            where=str(path),
            remedy='save a FeatureCollection, whose features have a "name" among their properties',
        )
    return features


def _of_feature(feature: object) -> Row:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise ValueError("is no feature with properties")
    values: dict[str, str] = {}
    for key, value in feature["properties"].items():
        name = _COLUMNS.get(key.lower())
        if name is not None and value is not None:
            several = isinstance(value, list)
            values[name] = "|".join(map(str, value)) if several else str(value)
    lat, lon, reach = middle(feature.get("geometry"))
    if reach and not values.get("radius"):
        values["radius"] = str(reach)
    return _row(values, (lat, lon))


def _row(values: Mapping[str, str], at: tuple[float, float]) -> Row:
    """Return a place; raise :class:`ValueError`, with words for a person, where it cannot be."""
    names = [_cleaned(values.get("name", "")), *map(_cleaned, _aliases(values))]
    if not names[0]:
        raise ValueError("has no name")
    if any(len(name) > _LONGEST for name in names):
        raise ValueError(f"a name has more than {_LONGEST} characters")
    said = values.get("kind", "").lower() or "city"
    kind = KINDS.get(said) or _nouns().get(said)
    if kind is None:
        raise ValueError(f"kind {said!r} is none of {', '.join(KINDS)}")
    people = _whole(values.get("population", ""), "population")
    radius = _whole(values.get("radius", ""), "radius")
    return Row(
        0,
        kind,
        tuple(dict.fromkeys(filter(None, names))),
        _country(values.get("country", "")),
        "",
        *at,
        people,
        radius or _RADII.get(kind) or town_radius(people),
    )


@cache
def _nouns() -> dict[str, SpotKind]:
    """Return the nouns by which our languages tell kinds of places."""
    tables = (pack(code).table("places", PlaceWords) for code in available())
    return {noun: _BY_NOUN[kind] for table in tables for noun, kind in table.noun_kinds.items()}


def _aliases(values: Mapping[str, str]) -> list[str]:
    return re.split(r"[|;]", values.get("aliases", ""))


def _cleaned(name: str) -> str:
    """Return a name with single spaces; raise :class:`ValueError` where it cannot be written."""
    if any("\ud800" <= sign <= "\udfff" or sign == "\0" for sign in name):
        raise ValueError("a name has signs that are no characters")
    return " ".join(name.split())


def _whole(text: str, what: str) -> int:
    if not text:
        return 0
    try:
        number = round(float(text.replace(",", ".")))
    except (ValueError, OverflowError):
        raise ValueError(f"{what} {text!r} is no number") from None
    if not 0 <= number <= 20_000_000_000 or (what == "radius" and number > 20_000_000):
        raise ValueError(f"{what} {text} cannot be")
    return number


def _country(said: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a code or an English name."""
    if not said:
        return ""
    import pycountry

    try:
        return str(pycountry.countries.lookup(said).alpha_2)
    except LookupError:
        if said.upper() == "XK":  # Kosovo, which ISO leaves out
            return "XK"
        raise ValueError(f"country {said!r} is no ISO 3166 code or name") from None
