"""Happenings of the stories and where they were: as entities of FollowTheMoney.

Nobody is made a part of a happening: who did what to whom is what reports say, and stands in their
words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeGuard

from recoupe.export.follow_the_money.making import Line, Maker
from recoupe.export.geojson.geometry import position
from recoupe.export.material import Material
from recoupe.export.notes import notes
from recoupe.export.recorders.acled import recorded
from recoupe.export.recorders.countries import country_name
from recoupe.export.recorders.happenings import Happening, happenings
from recoupe.export.recorders.notes import note
from recoupe.languages import Pack
from recoupe.languages.export import ExportWords
from recoupe.languages.page import PageWords
from recoupe.model import Place, content_id

_WIDE: Final = frozenset({"country", "region"})
_NEAR_M: Final = 25_000
"""Metres up to which a point is told: a map would show a wider place as one spot."""


def lines(material: Material, make: Maker, pack: Pack) -> Iterator[Line]:
    """Yield each place of a happening once, and each happening that anybody says there was."""
    told = notes(material, pack)
    stale = material.state is None or material.state.stale_since is not None
    seen: set[str] = set()
    for one in filter(_is_told, filter(recorded, happenings(material))):
        if _is_known(one.place) and (id_ := _id(one.place)) not in seen:
            seen.add(id_)
            yield _address(id_, one.place, make)
        masked = any(not source.whole for source in one.sources)
        yield _event(one, make, pack, told if stale or masked else ())


def _event(one: Happening, make: Maker, pack: Pack, told: tuple[str, ...]) -> Line:
    first, last = one.days or (None, None)
    kinds = [kind for kind in (one.type, one.subtype) if kind]
    where = one.place.name if one.place is not None else None
    days = first if first == last else f"{first} – {last}"
    called = [part for part in (kinds[-1], where, days) if part]
    return make(
        "Event",
        one.id,
        name=", ".join(called),
        summary=note(one, pack),
        keywords=kinds,
        startDate=first,
        endDate=last,
        location=_full(one.place) if one.place is not None else None,
        addressEntity=_id(one.place) if _is_known(one.place) else None,
        country=one.place.country if one.place is not None else None,
        publisher=[source.outlet for source in one.sources],
        proof=[source.report for source in one.sources],
        description=list(_who(one, pack)),
        notes=(pack.table("export", ExportWords).told, *told),
    )


def _who(one: Happening, pack: Pack) -> Iterator[str]:
    """Yield who did it and to whom, in words: as reports call them, which may be nobody's name."""
    labels = pack.table("page", PageWords).labels
    for label, side in ((labels.actors, "actors"), (labels.targets, "targets")):
        names = dict.fromkeys(name for each in one.seen for name in getattr(each, side))
        if names:
            yield f"{label}: {', '.join(names)}"


def _address(id_: str, place: Place, make: Maker) -> Line:
    near = place.kind not in _WIDE and (place.precision_m or 0) <= _NEAR_M
    point = position(place) if near else None
    return make(
        "Address",
        id_,
        full=_full(place),
        city=place.name if place.kind == "city" else None,
        region=place.name if place.kind == "region" else None,
        country=place.country,
        longitude=point[0] if point is not None else None,
        latitude=point[1] if point is not None else None,
        remarks=f"± {place.precision_m} m" if place.precision_m is not None else None,
    )


def _is_told(one: Happening) -> bool:
    """Whether somebody says that it happened, be it the report itself, and not only that not."""
    return any(each.vouched or not each.disowned for each in one.seen)


def _is_known(place: Place | None) -> TypeGuard[Place]:
    """Whether more is known of a place than what it is called."""
    return place is not None and (place.country is not None or place.lat is not None)


def _id(place: Place) -> str:
    """Return the id of a place: the same in every report that means the same."""
    same = place.geonames_id or (place.name, place.kind, place.country, place.lat, place.lon)
    return content_id("address", same)


def _full(place: Place) -> str:
    country = country_name(place.country)
    return ", ".join(part for part in dict.fromkeys((place.name, country)) if part)
