"""What a person leaves unsaid of a record: defaults, and what follows from what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from recoupe.errors import RecordError
from recoupe.model import Article, Entity, Event, Json, Record, RecordKind, Span, Statement, Time
from recoupe.review.identity import entities_named, folded_name, names_of
from recoupe.review.parties import name_key
from recoupe.review.words import kind_by_marks

Changes = dict[str, Json]

DEFAULTS: Final[Mapping[RecordKind, Mapping[str, Json]]] = {
    "statement": {
        "cue": (),
        "source": (),
        "speaker": None,
        "speaker_name": None,
        "kind": "indirect",
        "stance": "asserts",
        "hedged": False,
        "within": None,
        "via": (),
        "confidence": 1.0,
    },
    "entity": {
        "kind": "other",
        "aliases": (),
        "roles": (),
        "affiliation": None,
        "pronouns": (),
    },
    "place": {
        "kind": "other",
        "lat": None,
        "lon": None,
        "precision_m": None,
        "country": None,
        "geonames_id": None,
        "within": None,
        "confidence": 1.0,
    },
    "time": {"type": "DATE", "value": None, "start": None, "end": None, "confidence": 1.0},
    "figure": {
        "low": None,
        "high": None,
        "approximate": False,
        "what": "other",
        "counted": None,
        "according_to": None,
        "hedged": False,
        "time": None,
        "place": None,
    },
    "event": {
        "subtype": None,
        "plover": None,
        "actors": (),
        "targets": (),
        "place": None,
        "time": None,
        "figures": (),
        "according_to": (),
        "denied_by": (),
        "hedged": False,
        "negated": False,
    },
    "evidence": {
        "made_with": None,
        "published_on": None,
        "publisher": None,
        "url": None,
        "shows": None,
    },
}
"""What a record that a person adds says where the person says nothing."""

NEEDED: Final[Mapping[RecordKind, tuple[str, ...]]] = {
    "statement": ("content",),
    "entity": ("mentions",),
    "place": ("span",),
    "time": ("span",),
    "figure": ("span",),
    "event": ("trigger", "type"),
    "evidence": ("span", "medium"),
}
"""What nobody can leave unsaid of a record that is added."""


def with_speaker(changes: Changes, entities: Iterable[Entity]) -> Changes:
    """Return changes of a statement in which speaker and speaker's name are of one entity.

    A name alone is that of the only entity called so; of none or of several, it stays a name. Of an
    id the name is that of the entity. Raises :class:`RecordError` where both are given and differ.
    """
    entities = list(entities)
    name, given = changes.get("speaker_name"), changes.get("speaker")
    if isinstance(given, str):
        entity = next((one for one in entities if one.id == given), None)
        if entity is None:
            return changes  # what refers to nothing is refused when the whole is checked
        if isinstance(name, str) and folded_name(name) not in names_of(entity):
            raise RecordError(
                f"{name!r} is no name of {given}, who is {entity.name!r}",
                where="statement.speaker_name",
                remedy="give one of the two",
            )
        return {**changes, "speaker_name": entity.name}
    if isinstance(name, str):
        fits = entities_named(name, entities)
        speaker = fits[0] if len(fits) == 1 else None
        return {
            **changes,
            "speaker": speaker.id if speaker else None,
            "speaker_name": speaker.name if speaker else name.strip(),
        }
    if "speaker" in changes or "speaker_name" in changes:
        return {**changes, "speaker": None, "speaker_name": None}
    return changes


def following(kind: RecordKind, record: Record, changes: Changes, article: Article) -> Changes:
    """Return the fields that follow from ``changes``, which ``record`` already has.

    A field that a person gave never follows.
    """
    follow = _FOLLOWING.get(kind)
    found = follow(record, changes, article) if follow is not None else {}
    return {field: value for field, value in found.items() if field not in changes}


def _of_entity(record: Record, changes: Changes, article: Article) -> Changes:
    """Return the key of a new name; what a list says of the old name it does not say of this."""
    if not isinstance(record, Entity) or not {"name", "kind"} & changes.keys():
        return {}
    key: Json = name_key(record.name, record.kind, article.language)
    return {"key": key, "known": None} if "name" in changes else {"key": key}


def _of_place(record: Record, changes: Changes, article: Article) -> Changes:  # noqa: ARG001
    """Return no number of the gazetteer for other coordinates, and no precision without any."""
    if not {"lat", "lon"} & changes.keys():
        return {}
    found: Changes = {"geonames_id": None}
    for field, other in (("lat", "lon"), ("lon", "lat")):
        if field in changes and changes[field] is None:
            found |= {other: None, "precision_m": None}
    return found


def _of_time(record: Record, changes: Changes, article: Article) -> Changes:  # noqa: ARG001
    """Return the interval of a new value, and what it is; it was reckoned from nothing."""
    from recoupe.reading.times.calendar import interval

    if not isinstance(record, Time) or "value" not in changes:
        return {}
    start, end = interval(record.value) or (None, None)
    found: Changes = {"start": start, "end": end, "anchor": None, "anchor_time": None}
    if record.value is not None and not record.value.endswith("_REF"):
        long = record.value.startswith("P")
        found["type"] = "DURATION" if long else "TIME" if "T" in record.value else "DATE"
    return found


def _of_event(record: Record, changes: Changes, article: Article) -> Changes:  # noqa: ARG001
    """Return the type of a subtype, and the trigger among the mentions."""
    from recoupe.reading.events.acled import TYPE_OF

    if not isinstance(record, Event):
        return {}
    found: Changes = {}
    subtype = changes.get("subtype")
    if isinstance(subtype, str) and subtype in TYPE_OF:
        found["type"] = TYPE_OF[subtype]
    elif "type" in changes and TYPE_OF.get(record.subtype or "") != record.type:
        found["subtype"] = None
    if "trigger" in changes:
        spans = sorted({record.trigger, *(m for m in record.mentions if _apart(m, record.trigger))})
        found["mentions"] = [[span.start, span.end] for span in spans]
    return found


def _apart(span: Span, trigger: Span) -> bool:
    return not span.overlaps(trigger)


def _of_statement(record: Record, changes: Changes, article: Article) -> Changes:
    """Return "direct" where marks enclose all of the new words; else it is direct no longer."""
    if not isinstance(record, Statement) or "content" not in changes:
        return {}
    kind = kind_by_marks(article, record.content)
    return {"kind": kind} if "direct" in {kind, record.kind} else {}


_FOLLOWING: Final[Mapping[RecordKind, Callable[[Record, Changes, Article], Changes]]] = {
    "statement": _of_statement,
    "entity": _of_entity,
    "place": _of_place,
    "time": _of_time,
    "event": _of_event,
}
