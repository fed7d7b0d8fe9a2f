"""Packed records of any kind and back, where their words stand in several articles.

:func:`~recoupe.model.encoding.packed` writes a span as ``[start, end]`` and leaves out of which
article it is: the record around it says so. A story says it of its place in no way, so there the
words are written too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from recoupe.errors import RecordError, SpanError
from recoupe.model.article import Article
from recoupe.model.encoding import packed, record_json
from recoupe.model.findings import Said
from recoupe.model.lineage import Derivation, Passage
from recoupe.model.reviews import Json
from recoupe.model.span import Span
from recoupe.model.stories import Story

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Texts:
    """The articles in which words may stand, by id; ``here`` is the one of the record at hand."""

    of: Mapping[str, Article]
    here: Article | None = None

    def at(self, report: str) -> _Texts:
        return _Texts(self.of, self.of[report])


_Decoder = Callable[[Any, _Texts], Any]


def packed_story(story: Story) -> dict[str, Json]:
    """Return a story as JSON, with the words of its place."""
    value = packed(story)
    assert isinstance(value, dict)  # noqa: S101 - a record has fields
    place = None if story.place is None else record_json(story.place)
    return {**value, "place": place}


def unpacked(kind: type[T], value: object, texts: Mapping[str, Article] | Article) -> T:
    """Return the record of this kind that was packed, its words in the articles ``texts`` by id.

    With one article alone, all words are in that. Fields left out have their defaults. Raises
    :class:`RecordError` where the JSON is no such record or an article is not there,
    :class:`SpanError` where an article is shorter.
    """
    at = _Texts({}, texts) if isinstance(texts, Article) else _Texts(texts)
    try:
        made = _decoder_of(kind)(value, at)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"is not whole: {error!r}") from None
    assert isinstance(made, kind)  # noqa: S101 - decoders of a class return it
    return made


def _decoder(hint: Any) -> _Decoder:  # noqa: ANN401 - any type of a field
    """Return the function that turns JSON into a value of the type ``hint``."""
    if hint is Span:
        return _span
    if is_dataclass(hint) and isinstance(hint, type):
        return _OWN.get(hint) or _record_of(hint)
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return _tuple(arguments)
    kinds = [one for one in arguments if one is not NoneType]
    if NoneType in arguments and len(kinds) == 1:
        inner = _decoder(kinds[0])
        return lambda value, texts: None if value is None else inner(value, texts)
    return _as_it_is


_decoder_of: Final[Callable[[Any], _Decoder]] = cache(_decoder)


def _as_it_is(value: Any, _texts: _Texts) -> Any:  # noqa: ANN401 - a plain value
    return value


def _tuple(arguments: tuple[Any, ...]) -> _Decoder:
    inner = [_decoder(one) for one in arguments if one is not ...]
    if all(one is _as_it_is for one in inner):
        return lambda value, _texts: tuple(value)
    if arguments[-1] is ...:
        one = inner[0]
        return lambda value, texts: tuple([one(item, texts) for item in value])
    return lambda value, texts: tuple(
        one(item, texts) for one, item in zip(inner, value, strict=True)
    )


def _span(value: Any, texts: _Texts) -> Span:  # noqa: ANN401 - JSON
    if texts.here is None:
        raise RecordError("nothing says in which article these words stand")
    if isinstance(value, Mapping):
        return texts.here.claimed(value["start"], value["end"], value["text"])
    return texts.here.span(*value)


def _record(kind: type[T]) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}  # type: ignore[arg-type]

    def decode(value: Any, texts: _Texts) -> T:  # noqa: ANN401 - JSON
        return kind(**{name: decoders[name](item, texts) for name, item in value.items()})

    return decode


def _said(value: Any, texts: _Texts) -> Said:  # noqa: ANN401 - JSON
    said: Said = _record_of(Said)(value, texts.at(value["report"]))
    return said


def _derivation(value: Any, texts: _Texts) -> Derivation:  # noqa: ANN401 - JSON
    here = texts.at(value["report"])
    there = here if value["source"] is None else texts.at(value["source"])
    passages = tuple([_passage(one, here, there) for one in value["passages"]])
    bare: Derivation = _record_of(Derivation)({**value, "passages": ()}, here)
    return replace(bare, passages=passages)


def _passage(value: Any, here: _Texts, there: _Texts) -> Passage:  # noqa: ANN401 - JSON
    return Passage(
        _span(value["here"], here),
        None if value["there"] is None else _span(value["there"], there),
    )


def _story(value: Any, texts: _Texts) -> Story:  # noqa: ANN401 - JSON
    """Return a story, its place in the first of its reports that has the words there."""
    reports: Sequence[str] = value["reports"]
    error: SpanError | None = None
    for report in reports:
        try:
            story: Story = _record_of(Story)(value, texts.at(report))
        except SpanError as other:
            error = other
        else:
            return story
    raise error or RecordError("a story has no report")


_record_of: Final[Callable[[Any], _Decoder]] = cache(_record)

_OWN: Final[Mapping[type, _Decoder]] = {
    Said: _said,
    Derivation: _derivation,
    Story: _story,
}
"""The kinds of record that say of which article their words are."""
