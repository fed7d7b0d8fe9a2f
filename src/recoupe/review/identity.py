"""When two records are one: by their id, or by the words they are made of."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.errors import RecordError
from recoupe.model import (
    Article,
    Entity,
    Event,
    Record,
    RecordKind,
    Span,
    Statement,
    content_id,
)
from recoupe.model.span import key


def primary_spans(record: Record) -> tuple[Span, ...]:
    """Return the spans that make a record what it is.

    The content of a statement, the mentions of an entity (its pronouns where it has none), the
    trigger of an event, the span of anything else.
    """
    if isinstance(record, Statement):
        return record.content
    if isinstance(record, Entity):
        return record.mentions or record.pronouns
    if isinstance(record, Event):
        return (record.trigger,)
    return (record.span,)


def place_in_text(record: Record) -> tuple[int, int, str]:
    """Return what orders records as the text does: by their first words, the longer ones first."""
    spans = primary_spans(record)
    return (spans[0].start, -spans[0].end, record.id) if spans else (0, 0, record.id)


def id_in(article: Article, kind: RecordKind, record: Record) -> str:
    """Return the id that the readers give to a record with these spans in this article."""
    spans = primary_spans(record)
    if not spans:
        raise RecordError(f"the {kind} has no words", where=article.id)
    if isinstance(record, Statement):
        return content_id(kind, article.id, key(record.content), key(record.cue))
    if isinstance(record, Entity):
        return content_id(kind, article.id, spans[0].start, spans[0].end, record.name)
    if kind in {"event", "evidence"}:
        return content_id(kind, article.id, f"{spans[0].start}-{spans[0].end}")
    return content_id(kind, article.id, spans[0].start, spans[0].end)


def same_record(record: Record, others: Iterable[Record]) -> Record | None:
    """Return the one of ``others``, of its kind and article, that stands for the same words.

    An entity is the same if it has a name in common and a mention that overlaps; anything else if
    its primary spans are equal, the same cue and source first.
    """
    if isinstance(record, Entity):
        named = [one for one in others if isinstance(one, Entity) and _is_same(record, one)]
        return max(named, key=lambda one: _likeness(record, one), default=None)
    wanted = _positions(record)
    fits = [one for one in others if _positions(one) == wanted]
    return max(fits, key=lambda one: _beside(record, one), default=None)


def overlapping(record: Record, others: Iterable[Record]) -> list[Record]:
    """Return those of ``others`` whose primary spans share words with those of ``record``."""
    spans = primary_spans(record)
    return [
        one
        for one in others
        if any(mine.overlaps(other) for mine in spans for other in primary_spans(one))
    ]


def names_of(entity: Entity) -> frozenset[str]:
    """Return the folded names of an entity, aliases among them."""
    return frozenset(filter(None, map(folded_name, (entity.name, *entity.aliases))))


def folded_name(name: str) -> str:
    """Return a name as it is compared: without case, accents, hyphens and apostrophes."""
    from recoupe.reading.gazetteer.folding import fold

    return fold(name)


def entities_named(name: str, entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities that are called ``name``: those with the name itself, else by alias."""
    wanted = folded_name(name)
    found = [one for one in entities if wanted in names_of(one)]
    return [one for one in found if folded_name(one.name) == wanted] or found


def _positions(record: Record) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in primary_spans(record))


def _is_same(one: Entity, other: Entity) -> bool:
    return bool(names_of(one) & names_of(other) and overlapping(one, (other,)))


def _likeness(one: Entity, other: Entity) -> tuple[bool, bool, int]:
    shared = len(set(_positions(one)) & set(_positions(other)))
    alike = folded_name(one.name) == folded_name(other.name)
    return alike, one.kind == other.kind, shared


def _beside(one: Record, other: Record) -> tuple[bool, bool]:
    if isinstance(one, Statement) and isinstance(other, Statement):
        return key(one.cue) == key(other.cue), key(one.source) == key(other.source)
    return True, True
