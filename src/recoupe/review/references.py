"""What records of a reading say of one another, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from recoupe.model import Record, RecordKind

REFERENCES: Final[Mapping[RecordKind, Mapping[str, RecordKind]]] = {
    "statement": {"speaker": "entity", "within": "statement", "via": "entity"},
    "entity": {"affiliation": "entity"},
    "place": {"within": "place"},
    "time": {"anchor_time": "time"},
    "figure": {
        "according_to": "statement",
        "time": "time",
        "place": "place",
        "part_of": "figure",
        "revises": "figure",
    },
    "event": {
        "actors": "entity",
        "targets": "entity",
        "place": "place",
        "time": "time",
        "figures": "figure",
        "according_to": "statement",
        "denied_by": "statement",
    },
    "evidence": {"publisher": "entity"},
}
"""The fields of each kind that hold ids of other records, and the kind of those."""

Resolve = Callable[[RecordKind, str], str | None]


def references(kind: RecordKind, record: Record) -> Iterator[tuple[str, RecordKind, str]]:
    """Yield every reference of a record: the field, the kind and the id of what it names."""
    for field, other in REFERENCES[kind].items():
        value = getattr(record, field)
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                yield field, other, one


def with_references(kind: RecordKind, record: Record, resolve: Resolve) -> Record:
    """Return a record with each reference as ``resolve`` gives it, and without those it refuses.

    A time that is no longer reckoned from another time has no anchor.
    """
    changed: dict[str, Any] = {}
    for field, other in REFERENCES[kind].items():
        value = getattr(record, field)
        if isinstance(value, tuple):
            found = [resolve(other, one) for one in value]
            new: object = tuple(dict.fromkeys(one for one in found if one is not None))
        else:
            new = None if value is None else resolve(other, value)
        if new != value:
            changed[field] = new
    if kind == "time" and "anchor_time" in changed and changed["anchor_time"] is None:
        changed["anchor"] = None
    return replace(record, **changed) if changed else record


def circular(kind: RecordKind, record: Record, records: Mapping[str, Record]) -> str | None:
    """Return a field through which a record leads back to itself, ``None`` if none does.

    ``records`` are those of its kind by id; the record itself is taken as it is given.
    """
    for field, other in REFERENCES[kind].items():
        if other != kind or isinstance(getattr(record, field), tuple):
            continue
        seen = {record.id}
        at: str | None = getattr(record, field)
        while at is not None and at not in seen and at in records:
            seen.add(at)
            at = getattr(records[at], field)
        if at == record.id:
            return field
    return None
