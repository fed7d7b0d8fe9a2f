"""What annotations say of the words of a report: in words, in tags, and in values of our terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.export.annotations.vocabulary import Node, known, urn
from recoupe.export.material import ExportedReport
from recoupe.export.ranges import shown_range
from recoupe.languages import Pack
from recoupe.languages.export import ExportWords
from recoupe.languages.page import PageWords
from recoupe.model import Event, Evidence, Figure, Place, Reading, Span, Statement

Motivation = Literal["describing", "classifying", "identifying"]

_GEONAMES: Final = "https://sws.geonames.org/{id}/"
_AGENTS: Final = {"person": "Person", "organisation": "Organization", "medium": "Organization"}


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation to be: the record it is of, the words, why, and what it says of them."""

    record: str
    spans: tuple[Span, ...]
    motivation: Motivation
    bodies: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Makes the annotations of one report, in the words of ``pack``."""

    report: ExportedReport
    pack: Pack

    @property
    def reading(self) -> Reading:
        """The reading of the report."""
        return self.report.reading

    @property
    def words(self) -> PageWords:
        """The words of pages, in the language of the pack."""
        return self.pack.table("page", PageWords)

    @property
    def export(self) -> ExportWords:
        """The words of exports, in the language of the pack."""
        return self.pack.table("export", ExportWords)

    def all(self) -> Iterator[Note]:
        """Yield an annotation for each statement, number, event, evidence and known place."""
        yield from map(self.statement, self.reading.statements)
        yield from map(self.figure, self.reading.figures)
        yield from map(self.event, self.reading.events)
        yield from map(self.evidence, self.reading.evidence)
        yield from (self.place(one) for one in self.reading.places if one.geonames_id is not None)

    def statement(self, one: Statement) -> Note:
        """Return who says the words, and how they stand to them."""
        words = self.words
        speaker = one.speaker_name or words.labels.unknown_speaker
        names = {entity.id: entity.name for entity in self.reading.entities}
        manner = [words.stances[one.stance], words.statement_kinds[one.kind]]
        manner += [words.labels.hedged] if one.hedged else []
        tags = [*manner, *([one.speaker_name] if one.speaker_name else [])]
        values = self._values(
            "Statement",
            one.id,
            speaker=self._speaker(one),
            speakerName=one.speaker_name,
            stance=one.stance,
            statementKind=one.kind,
            hedged=one.hedged,
            within=urn(one.within) if one.within is not None else None,
            passedOnBy=[names[id_] for id_ in one.via if id_ in names],
            confidence=one.confidence,
        )
        told = self.export.says.format(party=speaker, number=", ".join(manner))
        bodies = (self._said(told), *map(self._tag, tags), values)
        return Note(one.id, one.content, "describing", bodies)

    def figure(self, one: Figure) -> Note:
        """Return what is counted, between which bounds, and by whose account."""
        words = self.words
        subject = words.subjects[one.what]
        told = f"{shown_range(one.low, one.high)} {subject}"
        told += f" ({one.counted})" if one.counted else ""
        values = self._values(
            "Figure",
            one.id,
            low=one.low,
            high=one.high,
            approximate=one.approximate,
            subject=one.what,
            counted=one.counted,
            counting=one.counting,
            hedged=one.hedged,
            accordingTo=urn(one.according_to) if one.according_to is not None else None,
        )
        bodies = (
            self._said(self.export.says.format(party=self._account(one), number=told)),
            self._tag(subject),
            values,
        )
        return Note(one.id, (one.span,), "describing", bodies)

    def event(self, one: Event) -> Note:
        """Return what kind of happening the words name, and who says or denies it."""
        kinds = [kind for kind in (one.type, one.subtype) if kind]
        values = self._values(
            "Event",
            one.id,
            eventType=one.type,
            eventSubtype=one.subtype,
            plover=one.plover,
            hedged=one.hedged,
            negated=one.negated,
            accordingTo=[urn(id_) for id_ in one.according_to],
            deniedBy=[urn(id_) for id_ in one.denied_by],
        )
        classes = [self._text(kind, "classifying", language="en") for kind in kinds]
        spans = tuple(dict.fromkeys((one.trigger, *one.mentions)))
        return Note(one.id, spans, "classifying", (*classes, values))

    def evidence(self, one: Evidence) -> Note:
        """Return what kind of evidence the words name, and where it was published."""
        medium = self.words.media[one.medium]
        told = ", ".join(part for part in (medium, one.published_on, one.made_with) if part)
        values = self._values(
            "Evidence",
            one.id,
            medium=one.medium,
            madeWith=one.made_with,
            publishedOn=one.published_on,
            shows=one.shows.text if one.shows is not None else None,
        )
        return Note(
            one.id, (one.span,), "describing", (self._said(told), self._tag(medium), values)
        )

    def place(self, one: Place) -> Note:
        """Return which place of GeoNames the words name, and how near its point is."""
        identified = {
            "type": "SpecificResource",
            "purpose": "identifying",
            "source": _GEONAMES.format(id=one.geonames_id),
        }
        values = self._values(
            "Place",
            one.id,
            placeName=one.name,
            placeKind=one.kind,
            latitude=one.lat,
            longitude=one.lon,
            precision=one.precision_m,
            country=one.country,
            confidence=one.confidence,
        )
        return Note(one.id, (one.span,), "identifying", (identified, values))

    def _account(self, one: Figure) -> str:
        speaker = next((s for s in self.reading.statements if s.id == one.according_to), None)
        if speaker is None:
            return self.words.labels.own_voice
        return speaker.speaker_name or self.words.labels.unknown_speaker

    def _speaker(self, one: Statement) -> Node | None:
        party = self.report.parties.get(one.speaker or one.id)
        if party is None:
            return None
        return known(id=urn(party.id), type=_AGENTS.get(party.kind), name=one.speaker_name)

    def _values(self, type_: str, record: str, **values: object) -> Node:
        mark = self.report.marks.get(record)
        standing = mark.standing if mark is not None else None
        article = self.reading.article
        report = known(
            id=urn(article.id),
            outlet=article.outlet,
            published=article.published,
            masked=None if self.report.whole else True,
            withdrawn=article.withdrawn.status if article.withdrawn is not None else None,
        )
        return known(id=urn(record), type=type_, **values, standing=standing, report=report)

    def _said(self, told: str) -> Node:
        return self._text(told, "describing", language=self.pack.code)

    def _tag(self, told: str) -> Node:
        return self._text(told, "tagging", language=self.pack.code)

    def _text(self, told: str, purpose: str, *, language: str) -> Node:
        return {
            "type": "TextualBody",
            "purpose": purpose,
            "value": told,
            "format": "text/plain",
            "language": language,
        }
