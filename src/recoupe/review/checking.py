"""Whether a record that a person made can be: the rules that no type tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Final, get_args

from recoupe.errors import RecordError
from recoupe.model import (
    Entity,
    EntityKind,
    Event,
    Evidence,
    Figure,
    Json,
    Place,
    Record,
    RecordKind,
    Span,
    Statement,
    Time,
)
from recoupe.review.references import circular, references

_DURATION: Final = re.compile(
    r"P(?=[T\dX])(?:(?:\d+(?:\.\d+)?|X)[YMWDEC])*(?:T(?:(?:\d+|X)[HMS])+)?"
)
_REFERENCE: Final = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")
_SET: Final = re.compile(r"XXXX(?:-(?:\d\d|XX|WXX|Q\d|SP|SU|FA|WI)(?:-(?:\d\d?|XX|WE))?)?(?:T\S+)?")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_ADDRESS: Final = re.compile(r"https?://\S+")

Known = Mapping[RecordKind, Mapping[str, Record]]
"""The records of a reading by kind and id."""


def check_record(kind: RecordKind, record: Record, known: Known, old: Record | None = None) -> None:
    """Raise :class:`RecordError`, naming the field, where a record cannot be.

    Every record that it refers to must be among ``known``, none may lead back to it. What is wrong
    with ``old`` already, the record before a correction, is no fault of the correction.
    """
    faults = set(_wrong(old)) if old is not None else set()
    for fault in _wrong(record):
        if fault not in faults:
            field, what, remedy = fault
            raise RecordError(what, where=f"{kind}.{field}", remedy=remedy)
    said = set(references(kind, old)) if old is not None else set()
    for reference in references(kind, record):
        field, other, record_id = reference
        if reference not in said and record_id not in known[other]:
            raise RecordError(
                f"there is no {other} {record_id!r} in this report",
                where=f"{kind}.{field}",
                remedy=f"take the id of one of its {len(known[other])}, or add it first",
            )
    if field_back := circular(kind, record, {**known[kind], record.id: record}):
        raise RecordError(
            f"it would lead back to this {kind}",
            where=f"{kind}.{field_back}",
            remedy="name another",
        )


def check_party(changes: Mapping[str, Json]) -> None:
    """Raise :class:`RecordError`, naming the field, where a party cannot be corrected like that."""
    kinds: tuple[str, ...] = get_args(EntityKind)
    for field, value in changes.items():
        if field not in {"name", "kind"}:
            remedy = "correct its name or kind; merge or split it, or correct its entities"
            raise RecordError(
                f"a party has no field {field!r} to set", where="party", remedy=remedy
            )
        if field == "name" and not (isinstance(value, str) and value.strip()):
            raise RecordError(f"{value!r} is no name", where="party.name")
        if field == "kind" and value not in kinds:
            remedy = f"choose one of {', '.join(kinds)}"
            raise RecordError(f"{value!r} is not known", where="party.kind", remedy=remedy)


Wrong = tuple[str, str, str]
"""A field, what is wrong with it and what to do."""


def _wrong(record: Record) -> Iterator[Wrong]:
    if isinstance(record, Statement):
        yield from _statement(record)
    elif isinstance(record, Entity):
        yield from _entity(record)
    elif isinstance(record, Place):
        yield from _place(record)
    elif isinstance(record, Time):
        yield from _time(record)
    elif isinstance(record, Figure):
        yield from _figure(record)
    elif isinstance(record, Event):
        yield from _event(record)
    elif isinstance(record, Evidence):
        yield from _evidence(record)


def _statement(record: Statement) -> Iterator[Wrong]:
    if not record.content:
        yield "content", "a statement needs its words", "select what is said"
    if _overlap(record.content):
        yield "content", "its spans overlap", "give each stretch of words once"
    if record.speaker_name is not None and not record.speaker_name.strip():
        yield "speaker_name", "the name is empty", "give null for an unknown speaker"
    yield from _confidence(record.confidence)


def _entity(record: Entity) -> Iterator[Wrong]:
    if not record.name.strip():
        yield "name", "the name is empty", "give what the party is called"
    if any(not alias.strip() for alias in record.aliases):
        yield "aliases", "a name is empty", "leave it out"
    if not record.mentions and not record.pronouns:
        yield "mentions", "an entity needs words that name it", "select its name in the text"


def _place(record: Place) -> Iterator[Wrong]:
    if not record.name.strip():
        yield "name", "the name is empty", "give what the place is called"
    if (record.lat is None) != (record.lon is None):
        yield "lat", "latitude and longitude go together", "give both, or null for both"
    if record.lat is not None and not -90 <= record.lat <= 90:
        yield "lat", f"{record.lat} is no latitude", "give degrees from -90 to 90"
    if record.lon is not None and not -180 <= record.lon <= 180:
        yield "lon", f"{record.lon} is no longitude", "give degrees from -180 to 180"
    if record.precision_m is not None and record.precision_m < 0:
        yield "precision_m", f"{record.precision_m} is no radius", "give metres, from 0"
    if record.precision_m is not None and record.lat is None:
        yield "precision_m", "a place without coordinates has no precision", "give lat and lon"
    if record.country is not None and not _COUNTRY.fullmatch(record.country):
        yield "country", f"{record.country!r} is no code of a country", "give two capitals, as UA"
    yield from _confidence(record.confidence)


def _time(record: Time) -> Iterator[Wrong]:
    if record.value is not None and not is_time_value(record.value):
        remedy = "write it as 2022-05-04, 2022-W17, 2022-05, 2022-05-04T14:30 or P3D"
        yield "value", f"{record.value!r} is no TIMEX3 value", remedy
    for field, value in (("start", record.start), ("end", record.end)):
        if value is not None and not _is_moment(value):
            remedy = "write it as 2022-05-04 or 2022-05-04T14:30"
            yield field, f"{value!r} is no ISO 8601 day or minute", remedy
    if record.start is not None and record.end is not None and _before(record.end, record.start):
        yield "end", f"{record.end} is before {record.start}", "give the later one as the end"
    yield from _confidence(record.confidence)


def _figure(record: Figure) -> Iterator[Wrong]:
    for field, value in (("low", record.low), ("high", record.high)):
        if value is not None and value < 0:
            yield field, f"{value} is no number of people", "give a whole number from 0"
    if record.low is not None and record.high is not None and record.low > record.high:
        yield "high", f"{record.high} is less than {record.low}", "give the lower bound as low"
    if record.counted is not None and not record.counted.strip():
        yield "counted", "the noun is empty", "give null where it says no more than people"


def _event(record: Event) -> Iterator[Wrong]:
    from recoupe.reading.events.acled import PLOVER_TYPES, TYPE_OF

    types = sorted(set(TYPE_OF.values()))
    if record.type not in types:
        yield "type", f"{record.type!r} is no event type", f"choose one of {', '.join(types)}"
    if record.subtype is not None and TYPE_OF.get(record.subtype) != record.type:
        fits = ", ".join(name for name, whole in TYPE_OF.items() if whole == record.type)
        yield "subtype", f"{record.subtype!r} is no kind of {record.type}", f"choose one of {fits}"
    if record.plover is not None and record.plover not in PLOVER_TYPES:
        fits = ", ".join(sorted(PLOVER_TYPES))
        yield "plover", f"{record.plover!r} is no event type", f"choose one of {fits}"
    if record.trigger not in record.mentions:
        yield "mentions", "the trigger is not among them", "add it"


def _evidence(record: Evidence) -> Iterator[Wrong]:
    if record.url is not None and not _ADDRESS.fullmatch(record.url):
        yield "url", f"{record.url!r} is no web address", "begin it with https://"
    for field in ("made_with", "published_on"):
        value = getattr(record, field)
        if value is not None and not value.strip():
            yield field, "the name is empty", "give null where it is not known"


def _confidence(value: float) -> Iterator[Wrong]:
    if not 0 <= value <= 1:
        yield "confidence", f"{value} is no confidence", "give a number from 0 to 1"


def _overlap(spans: tuple[Span, ...]) -> bool:
    ordered = sorted(spans)
    return any(one.overlaps(two) for one, two in pairwise(ordered))


def is_time_value(value: str) -> bool:
    """Whether ``value`` is a TIMEX3 value: a stretch of the calendar, a duration, a set, a hint."""
    from recoupe.reading.times.calendar import interval

    patterns = (_DURATION, _REFERENCE, _SET)
    return interval(value) is not None or any(one.fullmatch(value) for one in patterns)


def _is_moment(value: str) -> bool:
    try:
        if len(value) == len("2022-05-04"):
            date.fromisoformat(value)
        else:
            datetime.strptime(value, "%Y-%m-%dT%H:%M")
    except ValueError:
        return False
    return True


def _before(one: str, other: str) -> bool:
    """Whether a day or minute ends before another begins, by as much as both of them tell."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
