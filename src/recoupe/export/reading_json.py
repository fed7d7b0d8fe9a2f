"""Readings and failures as the JSON of CONTRACT section 1."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass

from recoupe.export.contract import FAILURE_SCHEMA, READING_SCHEMA
from recoupe.model import Article, Failure, Reading
from recoupe.version import __version__

_LISTS = ("statements", "entities", "places", "times", "figures", "events", "evidence")


def document(result: Reading | Failure) -> dict[str, object]:
    """Return the JSON document of a reading, or of the failure that takes its place."""
    if isinstance(result, Failure):
        return _failure_document(result)
    return {
        "schema": READING_SCHEMA,
        "article": _article(result.article),
        **{name: _plain(getattr(result, name)) for name in _LISTS},
        "provenance": {
            "recoupe": __version__,
            "readers": {
                reader.reader: {"name": reader.name, "version": reader.version}
                for reader in result.readers
            },
        },
    }


def line(result: Reading | Failure) -> str:
    """Return the document as one line of JSON, without the line's end."""
    return json.dumps(document(result), ensure_ascii=False, separators=(",", ":"))


def _failure_document(result: Failure) -> dict[str, object]:
    return {
        "schema": FAILURE_SCHEMA,
        "input": result.input,
        "input_id": result.input_id,
        "error": {
            "kind": result.kind,
            "message": result.message,
            "retryable": result.retryable,
        },
    }


def _article(article: Article) -> dict[str, object]:
    told = {field.name: _plain(getattr(article, field.name)) for field in fields(article)}
    del told["recalled"]  # one field says it, whichever version does
    return {**told, "withdrawn": _plain(article.withdrawn)}


def _plain(value: object) -> object:
    """Return records as objects with the same field names, tuples as lists, the rest as it is."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
