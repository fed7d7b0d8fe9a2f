"""``acled``: happenings in the columns of ACLED.

Armed Conflict Location & Event Data Project, *ACLED Codebook* (2023, with the columns as they are
since 20 March of that year). What needs a researcher's judgement (actor types, regions of the
world, the scale of a source) is left empty, and nothing that is not known is zero: ACLED writes 0
fatalities where none are reported, here the cell is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import BinaryIO, Final

from recoupe.export.formats import Asked
from recoupe.export.material import Material
from recoupe.export.recorders.countries import codes, country_name
from recoupe.export.recorders.happenings import Happening
from recoupe.export.recorders.notes import note
from recoupe.export.recorders.table import Row, with_notes, write_table
from recoupe.export.tables import cells
from recoupe.model import Place

COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
"""ACLED's columns in ACLED's order."""

_DISORDER: Final[Mapping[str, str]] = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Political violence",
    "Strategic developments": "Strategic developments",
}
_DISORDER_OF_SUBTYPE: Final[Mapping[str, str]] = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Violent demonstration": "Demonstrations",
}
_UNTOLD: Final = frozenset({"Riots"})
"""Types whose disorder type depends on the sub-event type."""
_AT_CIVILIANS: Final = "Civilian targeting"
_BETWEEN: Final = "; "
_NEAR_M: Final = 25_000
"""Metres up to which a point is that of a town or a part of a region, and not of all of it."""


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one row for each happening of each story, but for acts of diplomacy."""
    return write_table(material, asked, stream, COLUMNS, row, recorded=recorded)


def recorded(happening: Happening) -> bool:
    """Whether ACLED may record it: demands, talks and threats are none of its events.

    They are read as strategic developments that are none of the codebook's.
    """
    return happening.type != "Strategic developments" or happening.subtype not in {None, "Other"}


def time_precision(first: str, last: str) -> int | None:
    """Return 1 for a day, 2 for a week, 3 for a month, ``None`` for longer."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return 1 if days == 0 else 2 if days <= 7 else 3 if days <= 31 else None


def geo_precision(place: Place) -> int | None:
    """Return 1 for a town, 2 for a part of a region, 3 for a region, ``None`` for a country.

    ACLED places what is known by its country alone at a capital; here it stays without a point.
    """
    if place.lat is None or place.kind == "country":
        return None
    if place.kind == "region":
        return 3
    if place.kind in {"city", "facility"}:
        return 1
    return 2 if (place.precision_m or 0) <= _NEAR_M else 3


def disorder_type(event_type: str, subtype: str | None) -> str:
    """Return ACLED's disorder type, "" where the sub-event type would tell and is not known."""
    if subtype is not None and subtype in _DISORDER_OF_SUBTYPE:
        return _DISORDER_OF_SUBTYPE[subtype]
    if event_type in _UNTOLD and subtype is None:
        return ""
    return _DISORDER.get(event_type, "")


def row(happening: Happening, material: Material, asked: Asked, number: int) -> Row:
    """Return ACLED's columns of one happening, the ``number``-th of the file."""
    del number
    alpha3, numeric = codes(happening.place.country if happening.place is not None else None)
    targeted = (
        happening.type == "Violence against civilians"
        or happening.subtype == "Excessive force against protesters"
    )
    killed = happening.killed
    outlets = dict.fromkeys(source.outlet for source in happening.sources if source.outlet)
    return {
        "event_id_cnty": f"{alpha3}-{happening.id}" if alpha3 else happening.id,
        **_time(happening),
        "disorder_type": disorder_type(happening.type, happening.subtype),
        "event_type": happening.type,
        "sub_event_type": happening.subtype or "",
        **_actors(happening),
        "civilian_targeting": _AT_CIVILIANS if targeted else "",
        "iso": numeric,
        **_place(happening),
        "source": cells.text(_BETWEEN.join(outlets) or None),
        "notes": with_notes(note(happening, asked.pack), happening, material, asked),
        "fatalities": cells.number(killed.low if killed is not None else None),
        "timestamp": str(int(datetime.fromisoformat(material.at).timestamp())),
    }


def _time(happening: Happening) -> Row:
    if happening.days is None:
        return {}
    first, last = happening.days
    return {
        "event_date": first,
        "year": first[:4] if first[:4] == last[:4] else "",
        "time_precision": cells.number(time_precision(first, last)),
    }


def _actors(happening: Happening) -> Row:
    found: Row = {}
    for number, side in ((1, "actors"), (2, "targets")):
        named = list(dict.fromkeys(name for one in happening.seen for name in getattr(one, side)))
        found[f"actor{number}"] = cells.text(named[0] if named else None)
        found[f"assoc_actor_{number}"] = cells.text(_BETWEEN.join(named[1:]) or None)
    return found


def _place(happening: Happening) -> Row:
    place = happening.place
    if place is None:
        return {}
    precision = geo_precision(place)
    shown = place if precision is not None else None
    return {
        "country": country_name(place.country),
        "admin1": cells.text(happening.region),
        "location": cells.text(place.name),
        "latitude": cells.number(shown.lat) if shown is not None else "",
        "longitude": cells.number(shown.lon) if shown is not None else "",
        "geo_precision": cells.number(precision),
    }
