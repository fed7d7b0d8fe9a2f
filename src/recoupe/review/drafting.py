"""A review as a person asks for it: what is kept of it, or why it cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from recoupe.errors import RecordError, SpanError, StoreError
from recoupe.model import (
    LISTS,
    RECORD_KINDS,
    RECORDS,
    Article,
    Draft,
    Entity,
    Figure,
    Json,
    Reading,
    Record,
    RecordKind,
    ReviewAction,
    Span,
    TargetKind,
    packed,
    record_json,
    record_of,
)
from recoupe.review.applying import ReviewedReading
from recoupe.review.checking import Known, check_party, check_record
from recoupe.review.filling import DEFAULTS, NEEDED, Changes, following, with_speaker
from recoupe.review.identity import id_in, primary_spans, same_record
from recoupe.review.metadata import checked_metadata, metadata_of
from recoupe.review.references import references

Kept = tuple[Mapping[str, Json] | None, Mapping[str, Json]]

_OF_RECORDS: Final = ("confirm", "correct", "reject", "add", "note", "protect")
_OF_GROUPS: Final = ("merge", "split", "note", "protect")
_ACTIONS: Final[Mapping[TargetKind, tuple[ReviewAction, ...]]] = {
    **dict.fromkeys(RECORD_KINDS, _OF_RECORDS),
    "report": ("confirm", "correct", "note", "protect"),
    "party": ("correct", *_OF_GROUPS),
    "story": _OF_GROUPS,
    "finding": ("confirm", "reject", "note", "merge", "split"),
    "lineage": ("merge", "split"),
    "review": ("undo",),
}


def reviewed_record(draft: Draft, base: ReviewedReading) -> Kept:
    """Return what a review keeps of its record, and its changes made whole.

    The record is as it stands in ``base``, with the records that it refers to (see
    :class:`~recoupe.model.Review`); for ``add`` it is the new one; ``None`` where the review is of
    no record. The changes hold what follows from those asked for too, spans as ``[start, end]``;
    those of no record are as they were asked for.
    Raises :class:`RecordError` where the draft asks for what cannot be, :class:`StoreError` where
    there is no such record.
    """
    check_draft(draft)
    if draft.kind == "report":
        article = base.reading.article
        changes = checked_metadata(article, draft.changes) if draft.action == "correct" else {}
        return metadata_of(article), changes
    if draft.kind not in RECORD_KINDS:
        return None, draft.changes
    kind = next(one for one in RECORD_KINDS if one == draft.kind)
    known = _known(base.reading)
    if draft.action == "add":
        record, changes = _added(kind, draft, base, known)
        return _kept(known, kind, record), changes
    record = _reviewed(kind, draft, base, known)
    if draft.action != "correct":
        return _kept(known, kind, record), {}
    corrected, changes = _corrected(kind, record, draft.changes, base, known)
    return _kept(known, kind, record, corrected), changes


def check_draft(draft: Draft) -> None:
    """Raise :class:`RecordError` where a draft is not whole, or its action is not for its kind."""
    allowed = _ACTIONS.get(draft.kind, ())
    if draft.action not in allowed:
        raise RecordError(
            f"nobody can {draft.action} {_one(draft.kind)}",
            where=draft.target,
            remedy=f"choose one of {', '.join(allowed)}" if allowed else "",
        )
    if not draft.author.strip():
        raise RecordError("a review needs its author", remedy="say who you are")
    if draft.action == "note" and not draft.reason.strip():
        raise RecordError("a note needs its text", where=draft.target, remedy="give it as reason")
    if draft.changes and draft.action not in {"correct", "add"}:
        raise RecordError(
            f"to {draft.action} changes no field", where=draft.target, remedy="correct it instead"
        )
    if draft.action in {"correct", "add"} and not draft.changes:
        raise RecordError(f"nothing to {draft.action} is given", where=draft.target)
    if draft.kind == "party":
        check_party(draft.changes)
    grouping = draft.action in {"merge", "split"}
    if grouping != bool(draft.others) or draft.target in draft.others:
        wanted = "other ids than its target" if grouping else "no other ids"
        raise RecordError(f"to {draft.action} takes {wanted}", where=draft.target)


def _known(reading: Reading) -> Known:
    return {kind: {one.id: one for one in getattr(reading, LISTS[kind])} for kind in RECORD_KINDS}


def _reviewed(kind: RecordKind, draft: Draft, base: ReviewedReading, known: Known) -> Record:
    """Return the record that a draft is of, one that was rejected among them."""
    if draft.target in known[kind]:
        return known[kind][draft.target]
    record = base.rejected.get(draft.target)
    if not isinstance(record, RECORDS[kind]):
        raise StoreError(
            f"this report has no {kind} {draft.target}",
            where=base.reading.article.id,
            remedy="search for it, and take the id shown",
        )
    if draft.action == "reject":
        raise RecordError("it is rejected already", where=draft.target)
    return record


def _kept(known: Known, kind: RecordKind, record: Record, *more: Record) -> dict[str, Json]:
    """Return a record as a review keeps it, with those that it, or it once corrected, refers to."""
    cited: dict[str, list[Json]] = {}
    found = [each for one in (record, *more) for each in references(kind, one)]
    for other, record_id in dict.fromkeys((other, record_id) for _, other, record_id in found):
        if record_id in known[other]:
            cited.setdefault(LISTS[other], []).append(record_json(known[other][record_id]))
    return {**record_json(record), **({"cited": cited} if cited else {})}


def _corrected(
    kind: RecordKind,
    record: Record,
    asked: Mapping[str, Json],
    base: ReviewedReading,
    known: Known,
) -> tuple[Record, Changes]:
    article = base.reading.article
    new, changes = _changed(kind, record, asked, article, known)
    if new == record:
        raise RecordError("it says all that already", where=record.id, remedy="confirm it instead")
    check_record(kind, new, known, record)
    others = (one for one in known[kind].values() if one.id != record.id)
    if primary_spans(new) != primary_spans(record):
        _refuse_double(kind, new, others)
    return new, changes


def _added(
    kind: RecordKind, draft: Draft, base: ReviewedReading, known: Known
) -> tuple[Record, Changes]:
    article = base.reading.article
    if draft.target != article.id:
        raise StoreError(
            "the words were selected in another version", where=draft.target, remedy="add them anew"
        )
    missing = [name for name in NEEDED[kind] if draft.changes.get(name) is None]
    if kind == "event" and draft.changes.get("subtype") is not None:
        missing = [name for name in missing if name != "type"]
    if missing:
        raise RecordError(f"{_one(kind)} needs its {missing[0]}", where=f"{kind}.{missing[0]}")
    _check_fields(kind, draft.changes, article)
    blank = _blank(kind, draft.changes, article)
    asked = dict(draft.changes)
    if kind in {"entity", "place"}:
        asked.setdefault("name", primary_spans(blank)[0].text)
    record, changes = _changed(kind, blank, asked, article, known)
    if isinstance(record, Figure) and record.low is None and record.high is None:
        raise RecordError("a figure needs a bound", where="figure.low", remedy="give low or high")
    record = replace(record, id=id_in(article, kind, record))
    check_record(kind, record, known)
    _refuse_double(kind, record, known[kind].values())
    taken_out = [one for one in base.rejected.values() if isinstance(one, RECORDS[kind])]
    if (found := _double(record, taken_out)) is not None:
        raise RecordError(
            f"this {kind} was rejected", where=found.id, remedy="confirm it to bring it back"
        )
    return record, changes


def _blank(kind: RecordKind, asked: Mapping[str, Json], article: Article) -> Record:
    """Return a record with the words that were selected and nothing else said of it."""
    needed = {name: asked[name] for name in NEEDED[kind] if name in asked}
    said: dict[str, Json] = {"id": "", **DEFAULTS[kind], **needed}
    if kind == "event":
        said.setdefault("type", "")
    if kind in {"entity", "place"}:
        said.setdefault("name", "")
    record = _tidied(kind, record_of(kind, said, article), NEEDED[kind], article)
    if not primary_spans(record):
        raise RecordError(f"{_one(kind)} needs its words", where=f"{kind}.{NEEDED[kind][0]}")
    return record


def _changed(
    kind: RecordKind,
    record: Record,
    asked: Mapping[str, Json],
    article: Article,
    known: Known,
) -> tuple[Record, Changes]:
    """Return a record with what was asked for and what follows, and those changes as kept."""
    _check_fields(kind, asked, article)
    new = record_of(kind, {**record_json(record), **asked}, article)
    new = _tidied(kind, new, asked, article)
    form = packed(new)
    assert isinstance(form, Mapping)  # noqa: S101 - a record has fields
    changes: Changes = {name: form[name] for name in asked}
    if kind == "statement":
        entities = [one for one in known["entity"].values() if isinstance(one, Entity)]
        changes = with_speaker(changes, entities)
    changes |= following(kind, new, changes, article)
    return record_of(kind, {**record_json(new), **changes}, article), changes


def _check_fields(kind: RecordKind, asked: Mapping[str, Json], article: Article) -> None:
    """Raise :class:`RecordError` that names the first field that is not known or has no sense."""
    names = [field.name for field in fields(RECORDS[kind]) if field.name != "id"]
    for name, value in asked.items():
        if name not in names:
            raise RecordError(
                f"{_one(kind)} has no field {name!r} to set",
                where=kind,
                remedy=f"choose among {', '.join(names)}",
            )
        try:
            record_of(kind, {name: value}, article)
        except SpanError as error:
            remedy = "give [start, end] in code points of the report's text"
            raise RecordError(error.what, where=f"{kind}.{name}", remedy=remedy) from None
        except RecordError as error:
            if error.where == name:  # else it is only not whole, which it need not be
                where = f"{kind}.{name}"
                raise RecordError(error.what, where=where, remedy=error.remedy) from None


def _tidied(kind: RecordKind, record: Record, names: Iterable[str], article: Article) -> Record:
    """Return a record whose spans in the fields ``names`` have no white space at their edges.

    Spans of a list are in the text's order, each once.
    """
    changed: dict[str, Any] = {}
    for name in names:
        value = getattr(record, name)
        spans = [article.trimmed(span.start, span.end) for span in _spans(value)]
        if None in spans:
            raise RecordError("there are no words there", where=f"{kind}.{name}")
        if spans:
            ordered = sorted({span for span in spans if span is not None})
            changed[name] = tuple(ordered) if isinstance(value, tuple) else ordered[0]
    return replace(record, **changed) if changed else record


def _one(kind: TargetKind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _spans(value: object) -> list[Span]:
    values = value if isinstance(value, tuple) else (value,)
    return [one for one in values if isinstance(one, Span)]


def _refuse_double(kind: RecordKind, record: Record, others: Iterable[Record]) -> None:
    if (found := _double(record, others)) is not None:
        raise RecordError(
            f"this {kind} is there already", where=found.id, remedy="confirm or correct it"
        )


def _double(record: Record, others: Iterable[Record]) -> Record | None:
    others = list(others)
    same = (one for one in others if one.id == record.id)
    return next(same, None) or same_record(record, others)
