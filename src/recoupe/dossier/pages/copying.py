"""Who has words from whom, in words to show: what a report took, and what others took of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.crosscheck import Wordings
from recoupe.languages.reasons import worded
from recoupe.model import Passage, Reason
from recoupe.store import Readable
from recoupe.store.answers import Copy, Source

PASSAGES: Final = 3
"""Passages of a copy that are shown; the rest is counted."""
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.+Z-]+)?")


@dataclass(frozen=True, slots=True)
class CopyShown:
    """One copy in words: ``other`` is the report on its other side, ``None`` for what is outside.

    Passages are those of ``here`` and ``there`` as the copy has them, whoever asks.
    """

    here: Source
    there: Source | None
    other: Source | None
    kind: str
    share: float
    origin: str
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Copies:
    """The first copies of a report, of ``total``; ``offset`` is where they begin."""

    copies: tuple[CopyShown, ...]
    total: int
    offset: int
    limit: int


def copies_shown(
    store: Readable, report: str, words: Wordings, *, taken: bool, limit: int, offset: int
) -> Copies:
    """Return what a report has from elsewhere (``taken``), or else what others have from it."""
    page = store.copies(report, taken=taken, limit=limit, offset=offset)
    told = tuple(_shown(one, words, taken=taken) for one in page.copies)
    return Copies(told, page.total, offset, limit)


def _dated(reasons: Iterable[Reason], language: str) -> Iterator[Reason]:
    """Yield reasons with moments as the language writes them."""
    for reason in reasons:
        values = ((name, _in_words(value, language)) for name, value in reason.values)
        yield Reason(reason.code, tuple(values))


def _in_words(value: str | float, language: str) -> str | float:
    moment = isinstance(value, str) and _MOMENT.fullmatch(value)
    return wording.day(str(value), language) if moment else value


def _shown(copy: Copy, words: Wordings, *, taken: bool) -> CopyShown:
    origin = words.check.origins[copy.origin.kind]
    return CopyShown(
        here=copy.here,
        there=copy.there,
        other=copy.there if taken else copy.here,
        kind=words.check.lineages[copy.kind],
        share=copy.share,
        origin=f"{copy.origin.name} ({origin})" if copy.origin.name else origin,
        reasons=tuple(worded(_dated(copy.reasons, words.language), words.findings)),
        passages=copy.passages[:PASSAGES],
        more=max(0, len(copy.passages) - PASSAGES),
    )
