"""Readings as they are kept: one packed document an article, spans as places in its text."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recoupe.errors import CasefileDamagedError, RecordError, SpanError
from recoupe.model import (
    LISTS,
    RECORDS,
    Article,
    Metadata,
    Reader,
    Reading,
    Record,
    Withdrawal,
    packed,
    record_of,
    unpacked,
)
from recoupe.model.reviews import RecordKind

_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Document:
    """A packed reading; ``sha256`` is of its JSON before it was compressed."""

    content: bytes
    sha256: str
    readers: Sequence[Sequence[str]]


def to_document(reading: Reading) -> Document:
    """Return everything of a reading but its article, packed."""
    records = {LISTS[kind]: packed(getattr(reading, LISTS[kind])) for kind in RECORDS}
    plain = json.dumps(records, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    readers = [[reader.reader, reader.name, reader.version] for reader in reading.readers]
    return Document(zlib.compress(plain, _LEVEL), hashlib.sha256(plain).hexdigest(), readers)


def plain_of(content: bytes, *, where: str) -> bytes:
    """Return the JSON of a packed document.

    Raises :class:`CasefileDamagedError` where it cannot be unpacked.
    """
    try:
        return zlib.decompress(content)
    except zlib.error as error:
        raise CasefileDamagedError(
            f"its reading cannot be unpacked: {error}",
            where=where,
            remedy="read it again: recoupe reread CASE --all",
        ) from None


def is_whole(content: bytes, sha256: str) -> bool:
    """Whether a packed document still is what it was packed from."""
    try:
        return hashlib.sha256(zlib.decompress(content)).hexdigest() == sha256
    except zlib.error:
        return False


def from_document(article: Article, content: bytes, readers: Sequence[Sequence[str]]) -> Reading:
    """Return the reading that was packed.

    Raises :class:`CasefileDamagedError` where it is not the reading of this article.
    """
    plain = plain_of(content, where=article.id)
    try:
        value = json.loads(plain.decode("utf-8", "surrogatepass"))
        lists = {name: _records(kind, value[name], article) for kind, name in LISTS.items()}
    except (ValueError, KeyError, TypeError, RecordError, SpanError) as error:
        raise CasefileDamagedError(
            f"its reading is not one of this article: {error}",
            where=article.id,
            remedy="read it again: recoupe reread CASE --all",
        ) from None
    return Reading(
        article=article,
        readers=tuple(Reader(*reader) for reader in readers),
        **lists,  # type: ignore[arg-type]
    )


def _records(
    kind: RecordKind, values: Sequence[dict[str, object]], article: Article
) -> tuple[Record, ...]:
    return tuple(record_of(kind, value, article) for value in values)  # type: ignore[arg-type]


def with_published(
    article: Article, own: Mapping[str, Any] | None, recall: Mapping[str, Any] | None
) -> Article:
    """Return an article with what its page says of itself, and by what its report is withdrawn.

    Both are packed metadata. Raises :class:`CasefileDamagedError` where one is not whole, or its
    words are not in the article.
    """
    try:
        said = None if own is None else unpacked(Metadata, own, article)
        notice = (
            None
            if recall is None
            else Withdrawal(recall["status"], recall["status_at"], recall["note"])
        )
    except (RecordError, SpanError, KeyError, TypeError) as error:
        raise CasefileDamagedError(
            f"what its page says of itself: {error}",
            where=f"article_metadata {article.id}",
            remedy="go back to a backup: recoupe new NEW_CASE --from BACKUP",
        ) from None
    return replace(article, metadata=said, recalled=notice)
