"""Fields: what of a record a person can set, and how; of a new one, with what stands unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from recoupe.dossier import wording
from recoupe.model import (
    Entity,
    Event,
    Evidence,
    Figure,
    Place,
    Reading,
    Record,
    RecordKind,
    Span,
    Statement,
    Time,
)

_MOST: Final = 200
"""Places or times of a report from which one can be chosen."""

How = Literal["words", "text", "number", "choice"]
Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``was`` is what it holds, ``more`` how many empty stretches of words are offered.

    ``values`` are what a choice is among, each with its words.
    """

    name: str
    label: str
    how: How
    was: tuple[str, ...] = ()
    more: int = 0
    values: Values = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """What fields are made with: the words of a language, and the report's places and times."""

    language: str
    reading: Reading

    def label(self, name: str) -> str:
        """Return what a field is called."""
        told = wording.dossier_words(self.language).working
        if name in told.fields:
            return told.fields[name]
        labels: Mapping[str, str] = wording.words(self.language).labels.model_dump()
        return labels.get(name, name)

    def words(
        self, name: str, spans: Iterable[Span | None], more: int = 0, label: str | None = None
    ) -> Field:
        """Return a field that holds words of the report."""
        texts = tuple(span.text for span in spans if span is not None)
        return Field(name, label or self.label(name), "words", texts, more if texts else more or 1)

    def text(self, name: str, was: object, label: str | None = None) -> Field:
        """Return a field that holds a value."""
        return Field(name, label or self.label(name), "text", _was(was))

    def number(self, name: str, was: int | None) -> Field:
        """Return a field that holds a whole number."""
        return Field(name, self.label(name), "number", _was(was))

    def choice(
        self,
        name: str,
        was: str | None,
        values: Mapping[Any, str] | Values,
        label: str | None = None,
    ) -> Field:
        """Return a field that holds one of some values."""
        pairs = tuple(values.items()) if isinstance(values, Mapping) else values
        return Field(name, label or self.label(name), "choice", _was(was), 0, pairs)

    def yes_no(self, name: str, *, was: bool) -> Field:
        """Return a field that is true or false."""
        told = wording.dossier_words(self.language).working.yes_no
        return self.choice(name, "yes" if was else "no", told)

    def one_of(self, name: str, was: str | None, records: Iterable[Place | Time]) -> Field:
        """Return a field that names a place or time of the report."""
        named: dict[str, str] = {"": "–"}
        said: set[str] = set()
        for one in records:
            told = wording.plain_line(one.name if isinstance(one, Place) else one.span.text)
            if one.id == was or told not in said:
                named[one.id] = told
            said.add(told)
        return self.choice(name, was or "", tuple(named.items())[:_MOST])


def fields_of(
    kind: RecordKind, reading: Reading, language: str, record: Record | None = None
) -> tuple[Field, ...]:
    """Return the fields of a record that people can set; of a new one, those of its kind."""
    return tuple(_FIELDS[kind](_Made(language, reading), record))


def _was(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _statement(made: _Made, record: Record | None) -> Iterator[Field]:
    told = record if isinstance(record, Statement) else None
    of_page, words = wording.dossier_words(made.language), wording.words(made.language)
    content = told.content if told else ()
    yield made.words("content", content, 1 if told else 2, of_page.working.content)
    yield made.text("speaker_name", told.speaker_name if told else None, of_page.statement.speaker)
    stance = told.stance if told else "asserts"
    yield made.choice("stance", stance, words.stances, of_page.statement.stance)
    yield made.yes_no("hedged", was=bool(told and told.hedged))
    yield made.words("cue", told.cue if told else (), 1)
    yield made.words("source", told.source if told else (), 1)


def _entity(made: _Made, record: Record | None) -> Iterator[Field]:
    told = record if isinstance(record, Entity) else None
    yield made.words("mentions", told.mentions if told else (), 1)
    yield made.text("name", told.name if told else None)
    kinds = wording.words(made.language).entity_kinds
    yield made.choice("kind", told.kind if told else "other", kinds)


def _place(made: _Made, record: Record | None) -> Iterator[Field]:
    told = record if isinstance(record, Place) else None
    yield made.words("span", [told.span] if told else ())
    yield made.text("name", told.name if told else None)
    kinds = wording.words(made.language).place_kinds
    yield made.choice("kind", told.kind if told else "other", kinds)
    yield made.text("lat", told.lat if told else None)
    yield made.text("lon", told.lon if told else None)
    yield made.number("precision_m", told.precision_m if told else None)
    yield made.text("country", told.country if told else None)


def _time(made: _Made, record: Record | None) -> Iterator[Field]:
    told = record if isinstance(record, Time) else None
    yield made.words("span", [told.span] if told else ())
    yield made.text("value", told.value if told else None)
    yield made.text("start", told.start if told else None)
    yield made.text("end", told.end if told else None)


def _figure(made: _Made, record: Record | None) -> Iterator[Field]:
    told = record if isinstance(record, Figure) else None
    yield made.words("span", [told.span] if told else ())
    yield made.number("low", told.low if told else None)
    yield made.number("high", told.high if told else None)
    yield made.yes_no("approximate", was=bool(told and told.approximate))
    subjects = wording.words(made.language).subjects
    yield made.choice("what", told.what if told else "other", subjects)
    yield made.text("counted", told.counted if told else None)
    yield made.yes_no("hedged", was=bool(told and told.hedged))
    yield made.one_of("place", told.place if told else None, made.reading.places)
    yield made.one_of("time", told.time if told else None, made.reading.times)


def _event(made: _Made, record: Record | None) -> Iterator[Field]:
    from recoupe.reading.events.acled import TYPE_OF

    told = record if isinstance(record, Event) else None
    yield made.words("trigger", [told.trigger] if told else ())
    kinds = (("", "–"), *((one, one) for one in TYPE_OF))
    yield made.choice("subtype", (told.subtype or "") if told else "", kinds)
    yield made.yes_no("negated", was=bool(told and told.negated))
    yield made.yes_no("hedged", was=bool(told and told.hedged))
    yield made.one_of("place", told.place if told else None, made.reading.places)
    yield made.one_of("time", told.time if told else None, made.reading.times)


def _evidence(made: _Made, record: Record | None) -> Iterator[Field]:
    told = record if isinstance(record, Evidence) else None
    yield made.words("span", [told.span] if told else ())
    media = wording.words(made.language).media
    yield made.choice("medium", told.medium if told else None, media)
    yield made.text("made_with", told.made_with if told else None)
    yield made.text("published_on", told.published_on if told else None)
    yield made.text("url", told.url if told else None)
    yield made.words("shows", [told.shows] if told else ())


_FIELDS: Final[Mapping[RecordKind, Callable[[_Made, Record | None], Iterator[Field]]]] = {
    "statement": _statement,
    "entity": _entity,
    "place": _place,
    "time": _time,
    "figure": _figure,
    "event": _event,
    "evidence": _evidence,
}
