"""Laying reviews over a reading one after another: what each does to the records there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from recoupe.model import (
    LISTS,
    RECORD_KINDS,
    Article,
    Entity,
    Json,
    Reading,
    Record,
    RecordKind,
    Review,
    Reviewed,
    Standing,
    Words,
)
from recoupe.review.anchoring import Anchored, record_kind
from recoupe.review.identity import entities_named, id_in, overlapping, primary_spans, same_record

Records = dict[str, Record]


@dataclass(slots=True)
class Mark:
    """What the reviews so far make of one record."""

    kind: RecordKind
    id: str
    reviews: list[str] = field(default_factory=list)
    added: bool = False
    corrected: bool = False
    confirmed: bool = False
    rejected: bool = False
    protected: bool = False
    words: Words = "same"

    def standing(self) -> Standing | None:
        """Return what people made of it: the last word on whether it is there counts first."""
        if self.rejected:
            return "rejected"
        if self.added:
            return "added"
        if self.corrected:
            return "corrected"
        return "confirmed" if self.confirmed else None

    def reviewed(self, *, kept: bool) -> Reviewed:
        """Return the frozen record of this mark."""
        return Reviewed(
            self.kind,
            self.id,
            self.standing(),
            tuple(self.reviews),
            words=self.words,
            kept=kept,
            protected=self.protected,
        )


@dataclass(slots=True)
class Layers:
    """The records of a reading while reviews are laid over it.

    ``live`` are those that stand, ``out`` those that were rejected, ``machine`` those that the
    machine found, each by kind and id. ``same`` maps ids by which reviews know a record to its id
    here; ``cited`` are the records that reviews refer to. ``withdrawn`` are records that a person
    added and took back: what was said of them meanwhile has no effect. ``spoken`` are the
    statements whose speaker a person named, ``forms`` what a record once was, by the id by which
    reviews know it, ``renamed`` the entities whose name a person gave.
    """

    reading: Reading
    machine: Mapping[RecordKind, Records]
    live: dict[RecordKind, Records]
    out: dict[RecordKind, Records]
    withdrawn: dict[RecordKind, Records]
    forms: dict[str, list[Record]] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    cited: dict[str, Record] = field(default_factory=dict)
    spoken: set[str] = field(default_factory=set)
    renamed: set[str] = field(default_factory=set)

    @property
    def article(self) -> Article:
        """The article that is read."""
        return self.reading.article

    def prepare(self, review: Review, anchored: Anchored) -> None:
        """Note what a review, even an undone one, says of how its record looked.

        A newer reading may hold the record as it was before any review of it.
        """
        said = [anchored.before, anchored.after if review.in_force else None]
        forms = self.forms.setdefault(anchored.subject, [])
        forms += [form for form in said if form is not None and form not in forms]
        if review.action == "add" and not review.in_force:
            self.withdrawn[anchored.kind][anchored.subject] = anchored.after

    def lay(self, review: Review, anchored: Anchored) -> None:
        """Let a review whose words stand here take effect.

        Raises :class:`RecordError`, and changes nothing, where the record has no words at all.
        """
        own = self._own(review, anchored)
        if own is None and review.action != "add" and self._is_withdrawn(anchored):
            return
        record_id = own if own is not None else self._new_id(review, anchored)
        self.cited.update(anchored.cited)
        self.same.setdefault(anchored.subject, record_id)
        if review.action == "protect" and own is None:
            self._protect_near(review, anchored)
        self._do(review, anchored, record_id)
        mark = self._mark(anchored.kind, record_id, review)
        if anchored.words == "moved":
            mark.words = "moved"

    def _is_withdrawn(self, anchored: Anchored) -> bool:
        records = self.withdrawn[anchored.kind]
        form = anchored.before or anchored.after
        return anchored.subject in records or same_record(form, records.values()) is not None

    def _own(self, review: Review, anchored: Anchored) -> str | None:
        """Return the id here of the record that a review is of, ``None`` if it is not here."""
        kind = anchored.kind
        known = {**self.live[kind], **self.out[kind]}
        for record_id in (anchored.subject, self.same.get(anchored.subject)):
            if record_id is not None and record_id in known:
                return record_id
        looked_at = [known]
        if review.action != "add":  # what the machine found there may have been corrected since
            looked_at.append(dict(self.machine[kind]))
        forms = self.forms.get(anchored.subject, [])
        for records in looked_at:
            for form in forms:
                found = same_record(form, records.values())
                if found is not None:
                    return found.id
        new = id_in(self.article, kind, anchored.after)
        return new if new in known else None

    def _new_id(self, review: Review, anchored: Anchored) -> str:
        if review.article == self.article.id:
            return anchored.subject
        return id_in(self.article, anchored.kind, anchored.before or anchored.after)

    def _do(self, review: Review, anchored: Anchored, record_id: str) -> None:
        if review.action in {"note", "protect"}:
            return
        live, out = self.live[anchored.kind], self.out[anchored.kind]
        known = live.pop(record_id, None) or out.pop(record_id, None)
        record = _changed(known, anchored.after, review.changes, record_id)
        mark = self._marked(anchored.kind, record_id)
        if review.action == "reject":
            out[record_id] = record
            mark.rejected, mark.confirmed = True, False
            return
        live[record_id] = record
        mark.rejected = False
        mark.added = mark.added or review.action == "add"
        mark.corrected = mark.corrected or review.action == "correct"
        mark.confirmed = mark.confirmed or review.action == "confirm"
        if review.action == "correct":
            self._absorb(anchored.kind, record)
        if anchored.kind == "statement" and {"speaker", "speaker_name"} & set(review.changes):
            self.spoken.add(record_id)
        if anchored.kind == "entity" and "name" in review.changes:
            self.renamed.add(record_id)

    def _absorb(self, kind: RecordKind, record: Record) -> None:
        """Take out what the machine found of the words that a person gave to another record.

        What refers to it refers to the corrected record. Whoever reviewed it keeps it.
        """
        old = self.machine[kind].get(record.id)
        words = primary_spans(record)
        if kind == "entity" or old is None or primary_spans(old) == words:
            return
        doubles = [
            one.id
            for one in self.live[kind].values()
            if one.id != record.id and one.id not in self.marks and primary_spans(one) == words
        ]
        for double in doubles:
            del self.live[kind][double]
            self.same[double] = record.id

    def _marked(self, kind: RecordKind, record_id: str) -> Mark:
        return self.marks.setdefault(record_id, Mark(kind, record_id))

    def _mark(self, kind: RecordKind, record_id: str, review: Review) -> Mark:
        mark = self._marked(kind, record_id)
        if review.id not in mark.reviews:
            mark.reviews.append(review.id)
        mark.protected = mark.protected or review.action == "protect"
        return mark

    def _protect_near(self, review: Review, anchored: Anchored) -> None:
        """Protect what the machine now reads where the protected record was: rather too much."""
        records = self.live[anchored.kind].values()
        near = {one.id for one in overlapping(anchored.after, records)}
        if isinstance(anchored.after, Entity):
            entities = (one for one in records if isinstance(one, Entity))
            near |= {one.id for one in entities_named(anchored.after.name, entities)}
        for record_id in sorted(near):
            self._mark(anchored.kind, record_id, review)

    def protect_named(self, review: Review) -> None:
        """Protect whoever has the name, where the words by which it was protected are gone."""
        name = review.record.get("name") if isinstance(review.record, Mapping) else None
        if record_kind(review) != "entity" or not isinstance(name, str):
            return
        entities = (one for one in self.live["entity"].values() if isinstance(one, Entity))
        for entity in entities_named(name, entities):
            self._mark("entity", entity.id, review).words = "gone"


def layers(reading: Reading) -> Layers:
    """Return a reading before any review."""
    machine: dict[RecordKind, Records] = {
        kind: {record.id: record for record in getattr(reading, LISTS[kind])}
        for kind in RECORD_KINDS
    }
    live = {kind: dict(records) for kind, records in machine.items()}
    return Layers(reading, machine, live, out=_none(), withdrawn=_none())


def _none() -> dict[RecordKind, Records]:
    return {kind: {} for kind in RECORD_KINDS}


def _changed(
    known: Record | None, after: Record, changes: Mapping[str, Json], record_id: str
) -> Record:
    """Return the record that is here with what a review changed in it, or else the review's."""
    if known is None:
        return replace(after, id=record_id)
    said: dict[str, Any] = {name: getattr(after, name) for name in changes}
    return replace(known, **said) if said else known
