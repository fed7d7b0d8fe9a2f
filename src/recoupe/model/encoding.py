"""Records as JSON and back; spans only through their article, which refuses wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from recoupe.errors import RecordError
from recoupe.model.article import Article
from recoupe.model.entities import Entity
from recoupe.model.events import Event
from recoupe.model.evidence import Evidence
from recoupe.model.figures import Figure
from recoupe.model.places import Place
from recoupe.model.reviews import Json, RecordKind
from recoupe.model.span import Span
from recoupe.model.statements import Statement
from recoupe.model.times import Time

Record = Statement | Entity | Place | Time | Figure | Event | Evidence

RECORDS: Final[Mapping[RecordKind, type[Record]]] = {
    "statement": Statement,
    "entity": Entity,
    "place": Place,
    "time": Time,
    "figure": Figure,
    "event": Event,
    "evidence": Evidence,
}
"""The class of each kind of record."""

LISTS: Final[Mapping[RecordKind, str]] = {
    "statement": "statements",
    "entity": "entities",
    "place": "places",
    "time": "times",
    "figure": "figures",
    "event": "events",
    "evidence": "evidence",
}
"""The field of a reading that holds the records of each kind."""

_Decoder = Callable[[object, Article], object]


def record_json(record: Record) -> dict[str, Json]:
    """Return a record in the JSON of CONTRACT section 1, each span with its words."""
    encoded = _encode(record, _span_with_words)
    assert isinstance(encoded, dict)  # noqa: S101 - a record has fields
    return encoded


def packed(record: object) -> Json:
    """Return a record, or a tuple of them, as JSON in which a span is ``[start, end]``."""
    return _encode(record, _span_alone)


def record_of(kind: RecordKind, value: Mapping[str, Json], article: Article) -> Record:
    """Return the record that ``value`` says, in either form; the opposite of the functions above.

    Fields left out have their defaults. Raises :class:`RecordError` where a field is missing, not
    known or of another type, :class:`SpanError` where a span is not in the article or has other
    words there.
    """
    record = _decoder_of(kind)(value, article)
    assert isinstance(record, Record)  # noqa: S101 - decoders of a class return it
    return record


def spans_of(record: Record) -> tuple[Span, ...]:
    """Return every span of a record, in the order of its fields."""
    found: list[Span] = []
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Span):
            found.append(value)
        elif isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Span)]
    return tuple(found)


def _span_with_words(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _span_alone(span: Span) -> Json:
    return [span.start, span.end]


def _encode(value: object, span: Callable[[Span], Json]) -> Json:
    if value is None or isinstance(value, str | int | float):  # bool is an int
        return value
    if isinstance(value, Span):
        return span(value)
    if isinstance(value, tuple):
        return [_encode(item, span) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: getattr(value, name) if plain else _encode(getattr(value, name), span)
            for name, plain in _fields(type(value))
        }
    raise RecordError(f"a {type(value).__name__} cannot be written as JSON")


@cache
def _fields(kind: Any) -> tuple[tuple[str, bool], ...]:  # noqa: ANN401 - a dataclass
    """Return the names of a record's fields, and whether what is in them is JSON as it is."""
    hints = get_type_hints(kind)
    return tuple((field.name, _is_plain(hints[field.name])) for field in fields(kind))


def _is_plain(hint: object) -> bool:
    kinds = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    return all(isinstance(one, str) or one in {str, int, float, bool} for one in kinds)


@cache
def _decoder_of(kind: RecordKind) -> _Decoder:
    return _record_decoder(RECORDS[kind])


def _decoder(hint: object) -> _Decoder:
    """Return the function that turns JSON into a value of the type ``hint``."""
    if hint is Span:
        return _span
    if get_origin(hint) is tuple:
        return _tuple_of(_decoder(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_decoder(hint)
    arguments = get_args(hint)
    if NoneType in arguments:
        rest = [one for one in arguments if one is not NoneType]
        inner = _decoder(rest[0]) if len(rest) == 1 else _plain(tuple(rest))
        return lambda value, article: None if value is None else inner(value, article)
    if arguments and not isinstance(arguments[0], type):
        return _one_of(arguments)
    if not isinstance(hint, type):
        raise TypeError(f"no decoder for {hint!r}")
    return _plain((hint,))


def _span(value: object, article: Article) -> Span:
    if type(value) is list and len(value) == 2:  # most are, and there are very many
        start, end = value
        if type(start) is int and type(end) is int:
            return article.span(start, end)
    if isinstance(value, Mapping):
        try:
            return article.claimed(value["start"], value["end"], value["text"])
        except (KeyError, TypeError):
            raise RecordError(f"{value!r} is no span", remedy=_SPAN) from None
    if (
        not isinstance(value, Sequence)
        or len(value) != 2
        or not all(type(end) is int for end in value)
    ):
        raise RecordError(f"{value!r} is no span", remedy=_SPAN)
    return article.span(value[0], value[1])


_SPAN: Final = "write it as [start, end], in code points of the article's text"


def _tuple_of(inner: _Decoder) -> _Decoder:
    def decode(value: object, article: Article) -> object:
        if not isinstance(value, list | tuple):
            raise RecordError(f"{value!r} is no list")
        return tuple([inner(item, article) for item in value])

    return decode


def _one_of(allowed: tuple[object, ...]) -> _Decoder:
    def decode(value: object, article: Article) -> object:  # noqa: ARG001 - all have one signature
        if value not in allowed:
            raise RecordError(
                f"{value!r} is not known", remedy=f"choose one of {', '.join(map(str, allowed))}"
            )
        return value

    return decode


def _plain(kinds: tuple[type, ...]) -> _Decoder:
    def decode(value: object, article: Article) -> object:  # noqa: ARG001 - all have one signature
        if float in kinds and type(value) is int:
            return float(value)
        if type(value) not in kinds:
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise RecordError(f"{value!r} is no {wanted}")
        return value

    return decode


def _record_decoder(kind: type) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}

    def decode(value: object, article: Article) -> object:
        if not isinstance(value, Mapping):
            raise RecordError(f"{value!r} is no {kind.__name__.lower()}")
        if not value.keys() <= decoders.keys():
            unknown = sorted(set(value) - set(decoders))
            raise RecordError(
                f"a {kind.__name__.lower()} has no field {unknown[0]!r}",
                remedy=f"it has {', '.join(decoders)}",
            )
        said: dict[str, object] = {}
        for name, item in value.items():
            try:
                said[name] = decoders[name](item, article)
            except RecordError as error:
                raise RecordError(error.what, where=name, remedy=error.remedy) from None
        try:
            return kind(**said)
        except TypeError as error:
            raise RecordError(f"a {kind.__name__.lower()} is not whole: {error}") from None

    return decode
