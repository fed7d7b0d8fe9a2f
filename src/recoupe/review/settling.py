"""The reading that laid reviews leave: no reference dangles, and lists are in the text's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recoupe.model import (
    LISTS,
    RECORD_KINDS,
    Entity,
    Reading,
    Record,
    RecordKind,
    Reviewed,
    Statement,
)
from recoupe.review.identity import entities_named, place_in_text, same_record
from recoupe.review.laying import Layers, Records
from recoupe.review.references import circular, with_references


def settled(layers: Layers) -> tuple[Reading, dict[str, Record]]:
    """Return the reading as the reviews leave it, and the rejected records by id.

    A reference to what is not there leads to the same record under its id here, else nowhere. No
    record leads back to itself. Records of the machine keep their order; others stand where their
    words do.
    """
    settling = _Settling(layers)
    lists: dict[str, Any] = {}
    for kind in RECORD_KINDS:
        records = settling.records(kind)
        old = getattr(layers.reading, LISTS[kind])
        new = _in_text_order(old, records)
        if new != old:
            lists[LISTS[kind]] = new
    reading = replace(layers.reading, **lists) if lists else layers.reading
    return reading, dict(settling.rejected())


def marks(layers: Layers) -> dict[str, Reviewed]:
    """Return what people made of each record that they reviewed."""
    return {
        mark.id: mark.reviewed(
            kept=mark.id in layers.live[mark.kind]
            and mark.id not in layers.machine[mark.kind]
            and not mark.added
        )
        for mark in layers.marks.values()
    }


@dataclass(slots=True)
class _Settling:
    layers: Layers

    def records(self, kind: RecordKind) -> Records:
        """Return the records of a kind that stand, with references to such alone."""
        found = {
            record_id: self._settled(kind, record)
            for record_id, record in self.layers.live[kind].items()
        }
        for record_id in self.layers.marks:
            while record_id in found and (field := circular(kind, found[record_id], found)):
                changed: dict[str, Any] = {field: None}
                if field == "anchor_time":
                    changed["anchor"] = None
                found[record_id] = replace(found[record_id], **changed)
        return found

    def rejected(self) -> Iterator[tuple[str, Record]]:
        """Yield the records that people took out, in the order of their kinds."""
        for kind in RECORD_KINDS:
            for record_id, record in self.layers.out[kind].items():
                yield record_id, self._settled(kind, record)

    def _settled(self, kind: RecordKind, record: Record) -> Record:
        new = with_references(kind, record, self._here)
        if isinstance(record, Statement) and isinstance(new, Statement):
            return self._with_speaker(record, new)
        return new

    def _here(self, kind: RecordKind, record_id: str) -> str | None:
        """Return the id of a record that stands here, ``None`` if it does not."""
        layers, live = self.layers, self.layers.live[kind]
        own = layers.same.get(record_id, record_id)
        if own in live:
            return own
        if self._is_out(kind, record_id) or record_id not in layers.cited:
            return None
        found = same_record(layers.cited[record_id], live.values())
        return found.id if found is not None else None

    def _is_out(self, kind: RecordKind, record_id: str) -> bool:
        out = self.layers.out[kind]
        return record_id in out or self.layers.same.get(record_id) in out

    def _with_speaker(self, old: Statement, new: Statement) -> Statement:
        """Return a statement whose speaker's name is that of the speaker, looked up if need be."""
        entities = self.layers.live["entity"]
        if old.speaker is not None and new.speaker is None:
            if self._is_out("entity", old.speaker):
                return new if new.id in self.layers.spoken else replace(new, speaker_name=None)
            fits = entities_named(new.speaker_name or "", _entities(entities))
            return replace(new, speaker=fits[0].id) if len(fits) == 1 else new
        speaker = entities.get(new.speaker or "")
        if not isinstance(speaker, Entity):
            return new
        if new.speaker != old.speaker or speaker.id in self.layers.renamed:
            return replace(new, speaker_name=speaker.name)
        return new


def _entities(records: Mapping[str, Record]) -> Iterator[Entity]:
    for record in records.values():
        if isinstance(record, Entity):
            yield record


def _in_text_order(machine: Sequence[Record], records: Records) -> tuple[Record, ...]:
    """Return records in the machine's order, those that it has not or has elsewhere put between."""
    stays = {
        one.id
        for one in machine
        if one.id in records and place_in_text(records[one.id])[0] == place_in_text(one)[0]
    }
    found = [records[one.id] for one in machine if one.id in stays]
    for record in sorted(
        (one for one in records.values() if one.id not in stays), key=place_in_text
    ):
        start = place_in_text(record)[0]
        behind = (at for at, one in enumerate(found) if place_in_text(one)[0] > start)
        found.insert(next(behind, len(found)), record)
    return tuple(found)
