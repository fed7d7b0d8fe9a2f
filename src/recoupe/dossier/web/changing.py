"""Changing: the fields of a form that somebody filled in, as the changes of a review.

A field ``set.NAME`` is a value and ``words.NAME`` are words to be found in the report, several
where it is there several times; ``was.NAME`` is what the form showed. What was not altered is no
change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, get_args, get_type_hints

from recoupe.errors import RecordError
from recoupe.model import RECORDS, Article, Json, RecordKind, Span
from recoupe.review import spans_for

Fields = Mapping[str, Sequence[str]]
"""What a form sent: every value of each field."""

_YES: Final = {"yes": True, "no": False}


def changes(kind: str, fields: Fields, article: Article | None) -> dict[str, Json]:
    """Return the changes that a form asks for, of a record of this kind in ``article``.

    Raises :class:`RecordError` where the article does not have the words.
    """
    found: dict[str, Json] = {}
    for name in fields:
        what, _, field = name.partition(".")
        if what not in {"set", "words"} or _lines(fields, name) == _lines(fields, f"was.{field}"):
            continue
        if what == "set":
            found[field] = _value(kind, field, _lines(fields, name)[-1])
        elif article is not None:
            found[field] = _places(kind, field, _lines(fields, name), article)
    return found


def _lines(fields: Fields, name: str) -> list[str]:
    """Return the values of a field as a person sees them: ends of lines are those of texts."""
    values = [value.replace("\r\n", "\n").strip() for value in fields.get(name, ())]
    filled = [value for value in values if value]
    return filled or [""]


def _value(kind: str, field: str, text: str) -> Json:
    """Return a value as its field holds it; nothing filled in is ``None``."""
    if not text:
        return None
    hint = _hints(kind).get(field)
    if hint is bool:
        return _YES.get(text, text)
    if int in (hint, *get_args(hint)):
        digits = "".join(text.split()).removeprefix("-")
        return int(text) if digits.isdigit() and digits.isascii() else text
    if float in (hint, *get_args(hint)):
        return _degrees(text)
    return text


def _degrees(text: str) -> Json:
    """Return a number with decimals, behind a point or a comma; what is none stays as it is."""
    try:
        return float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        return text


def _places(kind: str, field: str, texts: Sequence[str], article: Article) -> Json:
    """Return where words stand, ``[start, end]`` or a list of these, as the field holds them."""
    spans = [_nearest(article, text) for text in texts if text]
    places: list[Json] = [[span.start, span.end] for span in spans]
    if _hints(kind).get(field) == tuple[Span, ...]:
        return places
    if len(places) > 1:
        raise RecordError(f"{field} is one stretch of words", where=article.id)
    return places[0] if places else None


def _nearest(article: Article, text: str) -> Span:
    """Return the span of words; a number behind a bar says which of several they are."""
    words, bar, number = text.rpartition("|")
    if bar and number.strip().isdigit():
        return spans_for(article, words, occurrence=int(number))
    return spans_for(article, text)


def _hints(kind: str) -> dict[str, object]:
    known: RecordKind | None = next((one for one in RECORDS if one == kind), None)
    return get_type_hints(RECORDS[known]) if known is not None else {}
