"""Which row each record has on a page, and which marks in the text lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.dossier.marks import Mark, Role
from recoupe.dossier.voices import party, shape, voices
from recoupe.dossier.wording import words
from recoupe.model import Place, Reading, Span, Statement


@dataclass(frozen=True, slots=True)
class Ref:
    """A record's number in its list, its row's anchor, and a few words that name it."""

    number: int
    row: str
    name: str


def references(
    reading: Reading, *, language: str | None = None, by_id: bool = False
) -> dict[str, Ref]:
    """Return the place of every record of a reading on its page, by the record's id.

    Rows are named by their number, or with ``by_id`` by the record's id, which stays when a
    reading changes. ``language`` is that of the page, else it is the report's.
    """
    unknown = words(language or reading.article.language).labels.unknown_speaker
    named: dict[str, list[tuple[str, str]]] = {
        "statement": [(s.id, s.speaker_name or unknown) for s in reading.statements],
        "entity": [(e.id, e.name) for e in reading.entities],
        "time": [(t.id, t.span.text) for t in reading.times],
        "figure": [(f.id, f.span.text) for f in reading.figures],
        "event": [(e.id, e.trigger.text) for e in reading.events],
        "evidence": [(e.id, e.span.text) for e in reading.evidence],
    }
    refs = {
        record_id: Ref(number, record_id if by_id else f"{kind}-{number}", name)
        for kind, records in named.items()
        for number, (record_id, name) in enumerate(records, 1)
    }
    for number, same in enumerate(same_places(reading), 1):
        row = same[0].id if by_id else f"place-{number}"
        refs |= {place.id: Ref(number, row, place.name) for place in same}
    return refs


def same_places(reading: Reading) -> tuple[tuple[Place, ...], ...]:
    """Return the places of a reading, those that are one and the same together, in order."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place in reading.places:
        what = (place.name, place.kind, place.lat, place.lon, place.precision_m, place.country)
        groups.setdefault((*what, place.within), []).append(place)
    return tuple(tuple(group) for group in groups.values())


def anchor(row: str) -> str:
    """Return the anchor in the text of the record whose row is ``row``."""
    return f"in-{row}"


def mention_anchor(row: str, number: int) -> str:
    """Return the anchor in the text of the n-th mention of an entity, place or event, from 1."""
    return f"in-{row}-{number}"


def marks_of(
    reading: Reading,
    refs: Mapping[str, Ref],
    *,
    language: str | None = None,
    within: tuple[int, int] | None = None,
) -> tuple[Mark, ...]:
    """Return every mark in the text of a reading; ``language`` is that of the page.

    With ``within`` only statements that have words in ``[start, end)`` are marked; of other
    records all are.
    """
    styles = voices(reading.statements)
    if within is not None:
        near = tuple(one for one in reading.statements if _is_near(one, *within))
        reading = replace(reading, statements=near)
    return (
        *_of_statements(reading, refs, language or reading.article.language, styles),
        *_of_records(reading, refs),
        *_of_places(reading, refs),
        *_of_mentions(reading, refs),
    )


def _is_near(statement: Statement, start: int, end: int) -> bool:
    spans = (*statement.content, *statement.cue, *statement.source)
    return any(span.start < end and start < span.end for span in spans)


def _of_statements(
    reading: Reading,
    refs: Mapping[str, Ref],
    language: str,
    styles: Mapping[str | None, str],
) -> Iterator[Mark]:
    stances = words(language).stances
    for statement in reading.statements:
        ref = refs[statement.id]
        voice = styles[party(statement)]
        first, *others = statement.content
        yield Mark(
            first.start,
            first.end,
            "content",
            ref.row,
            anchor=anchor(ref.row),
            voice=voice,
            badge=f"{shape(statement)}{ref.number}",
            label=f"{ref.number}: {ref.name}, {stances[statement.stance]}",
        )
        rest: dict[Role, Sequence[Span]] = {
            "content": others,
            "cue": statement.cue,
            "source": statement.source,
        }
        for role, spans in rest.items():
            for span in spans:
                yield Mark(span.start, span.end, role, ref.row, voice=voice)


def _of_records(reading: Reading, refs: Mapping[str, Ref]) -> Iterator[Mark]:
    spans: dict[Role, list[tuple[str, Span]]] = {
        "time": [(time.id, time.span) for time in reading.times],
        "figure": [(figure.id, figure.span) for figure in reading.figures],
        "evidence": [(item.id, item.span) for item in reading.evidence],
    }
    for role, records in spans.items():
        for record_id, span in records:
            row = refs[record_id].row
            yield Mark(span.start, span.end, role, row, anchor(row))
    for event in reading.events:
        row = refs[event.id].row
        for number, span in enumerate(event.mentions, 1):
            to = anchor(row) if span == event.trigger else mention_anchor(row, number)
            yield Mark(span.start, span.end, "event", row, to)


def _of_places(reading: Reading, refs: Mapping[str, Ref]) -> Iterator[Mark]:
    for same in same_places(reading):
        for number, place in enumerate(same, 1):
            span, row = place.span, refs[place.id].row
            yield Mark(span.start, span.end, "place", row, mention_anchor(row, number))


def _of_mentions(reading: Reading, refs: Mapping[str, Ref]) -> Iterator[Mark]:
    for entity in reading.entities:
        row = refs[entity.id].row
        for number, span in enumerate((*entity.mentions, *entity.pronouns), 1):
            yield Mark(span.start, span.end, "mention", row, mention_anchor(row, number))
