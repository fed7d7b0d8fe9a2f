"""``ucdp``: happenings in the columns of UCDP's Georeferenced Event Dataset.

Stina Högbladh, *UCDP GED Codebook*, version 24.1, Department of Peace and Conflict Research,
Uppsala University. A row here is a happening that reports tell of, not an event that UCDP's
definitions take in: nothing says that 25 people a year died in the conflict, or that the sides are
organised. What needs that judgement (conflicts, dyads, UCDP's own ids) is left empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import BinaryIO, Final

from recoupe.export.formats import Asked
from recoupe.export.material import Material
from recoupe.export.recorders.countries import country_name
from recoupe.export.recorders.happenings import Happening
from recoupe.export.recorders.notes import note
from recoupe.export.recorders.table import Row, with_notes, write_table
from recoupe.export.tables import cells
from recoupe.model import Place

COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
"""UCDP's columns in UCDP's order."""

_ONE_SIDED: Final = "3"
_CIVILIANS: Final = "Civilians"
_SIDED: Final = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
"""Types of event that have sides."""
_NEAR_M: Final = 25_000
"""Metres within which a point is near a place that is known, as the codebook has it."""
_BETWEEN: Final = ";"


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one row for each happening of each story that is of violence between sides."""
    return write_table(material, asked, stream, COLUMNS, row, recorded=recorded)


def recorded(happening: Happening) -> bool:
    """Whether it is of a type that UCDP's definitions can take in."""
    return happening.type in _SIDED


def date_prec(first: str, last: str) -> int | None:
    """Return 1 for a day, 2 for two to six, 3 for a week, 4 for a month, 5 for up to a year."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)):
        if days <= most:
            return code
    return None


def where_prec(place: Place) -> int | None:
    """Return 1 for a town or site, 2 near one, 3 for a district, 4 for a region, 6 for a country.

    ``None`` where the place has no point. 5 and 7, lines, areas of no division and the sea, are
    never told.
    """
    if place.lat is None:
        return None
    if place.kind in {"country", "region"}:
        return 6 if place.kind == "country" else 4
    if place.kind in {"city", "facility"}:
        return 1
    return 2 if (place.precision_m or 0) <= _NEAR_M else 3


def priogrid(lat: float, lon: float) -> int:
    """Return the cell of PRIO-GRID (half a degree, counted from the south-west, from 1)."""
    row = min(math.floor((lat + 90) * 2), 359)
    column = min(math.floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def row(happening: Happening, material: Material, asked: Asked, number: int) -> Row:
    """Return UCDP's columns of one happening, the ``number``-th of the file."""
    killed, civilians = happening.killed, happening.civilians
    best = killed.agreed if killed is not None else None
    return {
        "id": str(number),
        "relid": happening.id,
        **_time(happening),
        **_sides(happening),
        **_sources(happening),
        **_place(happening),
        "where_description": with_notes(note(happening, asked.pack), happening, material, asked),
        "event_clarity": "1" if happening.days is not None and happening.place is not None else "",
        "deaths_civilians": cells.number(civilians.agreed if civilians is not None else None),
        "deaths_unknown": cells.number(best if civilians is None else None),
        "best": cells.number(best),
        "high": cells.number(killed.high if killed is not None else None),
        "low": cells.number(killed.low if killed is not None else None),
    }


def _time(happening: Happening) -> Row:
    if happening.days is None:
        return {}
    first, last = happening.days
    return {
        "year": first[:4],
        "date_prec": cells.number(date_prec(first, last)),
        "date_start": first,
        "date_end": last,
    }


def _sides(happening: Happening) -> Row:
    """Return who stands against whom, and UCDP's type where that tells it.

    Violence of somebody named against civilians is one-sided. Whether a side is a state is not
    told, so the other two types never are.
    """
    actors = [name for one in happening.seen for name in one.actors]
    targets = [name for one in happening.seen for name in one.targets]
    one_sided = happening.type == "Violence against civilians" and bool(actors)
    return {
        "type_of_violence": _ONE_SIDED if one_sided else "",
        "side_a": cells.text(actors[0] if actors else None),
        "side_b": _CIVILIANS if one_sided else cells.text(targets[0] if targets else None),
    }


def _sources(happening: Happening) -> Row:
    sources = happening.sources
    offices = [source.outlet or "" for source in sources]
    dates = [(source.published or "")[:10] for source in sources]
    headlines = [" ".join((source.title or "").split()) for source in sources]
    articles = (
        f'"{",".join(one)}"' for one in zip(offices, dates, headlines, strict=True) if any(one)
    )
    original = dict.fromkeys(name for one in happening.seen for name in one.speakers)
    return {
        "number_of_sources": str(len(sources)),
        "source_article": cells.text(_BETWEEN.join(articles) or None),
        "source_office": cells.text(_BETWEEN.join(filter(None, offices)) or None),
        "source_date": _BETWEEN.join(filter(None, dates)),
        "source_headline": cells.text(_BETWEEN.join(filter(None, headlines)) or None),
        "source_original": cells.text(_BETWEEN.join(original) or None),
    }


def _place(happening: Happening) -> Row:
    place = happening.place
    if place is None:
        return {}
    found = {
        "where_prec": cells.number(where_prec(place)),
        "where_coordinates": cells.text(place.name),
        "adm_1": cells.text(happening.region),
        "country": country_name(place.country),
    }
    if place.lat is None or place.lon is None:
        return found
    return {
        **found,
        "latitude": cells.number(place.lat),
        "longitude": cells.number(place.lon),
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": str(priogrid(place.lat, place.lon)),
    }
