"""When words of a report were published: with its first version that has them, not with its first.

Pages are altered after they were published. What stands in an older version was there by then; what
only a later one has came after the older one was seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recoupe.comparison.lineage.wording import GRAM, folded_words, row_keys

if TYPE_CHECKING:
    from recoupe.model import Article

_HELD: Final = 0.8
"""The share of some words, by threes, that a version has in which they stood already."""


@dataclass(frozen=True, slots=True)
class Version:
    """An older version of a report, as it was captured; times are ISO 8601."""

    report: str
    captured_at: str
    modified: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Stood:
    """Between which times words were published, ISO 8601; ``None`` where that end is open."""

    first: str | None
    last: str | None


def stood(article: Article, versions: Sequence[Version], words: Sequence[str]) -> Stood:
    """Return when folded ``words`` of a report were published, as its older ``versions`` tell.

    Words of the first version came with the report, or with what altered it until it was seen.
    Those of a later one came after the version before it was seen. A report without a date was
    there when it was captured.
    """
    older = sorted(versions, key=lambda version: version.captured_at)
    asked = _rows(words) if older else frozenset()
    seen: str | None = None
    for version in older:
        if asked and len(asked & _rows(folded_words(version.text))) >= _HELD * len(asked):
            return _between(article, seen, version.modified, version.captured_at)
        seen = version.captured_at
    return _between(article, seen, article.modified, article.capture.captured_at)


def _between(article: Article, seen: str | None, modified: str | None, captured_at: str) -> Stood:
    """Return when words came that were not there when the report was last ``seen``."""
    if seen is not None:
        return Stood(seen, modified or captured_at)
    return Stood(article.published, modified or article.published or captured_at)


def _rows(words: Sequence[str]) -> frozenset[int]:
    return frozenset(row_keys(words, GRAM).tolist())
