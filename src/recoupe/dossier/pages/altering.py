"""What an outlet altered from one version of a report to the next, in words to show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.model import (
    Article,
    FieldChange,
    PassageChange,
    PassageChangeKind,
    PubStatus,
    Span,
    StatementChange,
    StatementChangeKind,
    VersionChange,
)
from recoupe.store.records import Version

SHOWN: Final = 40
"""Passages and statements that a page shows of each; the rest is counted."""
_AROUND: Final = 70
"""Characters of what stayed, on either side of what was altered."""
_LONGEST: Final = 1200
"""Characters of a passage that are shown."""
_PARAGRAPHS: Final = re.compile(r"\s*\n\s*")
_STAYED: Final = frozenset({"same", "moved"})


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of a report: its number, the article, when its bytes came, whether it is shown.

    ``status`` is the publishing status that it gives itself.
    """

    number: int
    article: str
    captured_at: str
    modified: str | None
    sha256: str
    here: bool
    status: PubStatus | None = None


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A passage that was altered, between the words that stayed round it.

    ``before`` and ``after`` are the words of the two versions, ``None`` where there were none.
    """

    kind: PassageChangeKind
    left: str
    before: Span | None
    after: Span | None
    right: str

    @property
    def was(self) -> str:
        """The words of the older version as far as they are shown, ¶ for a new paragraph."""
        return _short(self.before)

    @property
    def became(self) -> str:
        """The words of the newer version as far as they are shown, ¶ for a new paragraph."""
        return _short(self.after)


@dataclass(frozen=True, slots=True)
class Altered:
    """What was altered between two versions: ``older`` and ``newer`` are their numbers.

    ``counts`` are of all statements by what became of them; ``passages`` and ``statements`` are the
    first of those that did not stay, ``more`` how many of each are left out.
    """

    older: VersionLine
    newer: VersionLine
    fields: tuple[FieldChange, ...]
    passages: tuple[PassageShown, ...]
    more_passages: int
    counts: tuple[tuple[StatementChangeKind, int], ...]
    statements: tuple[StatementChange, ...]
    more_statements: int


def version_lines(versions: Sequence[Version], here: str) -> tuple[VersionLine, ...]:
    """Return the versions of a report, oldest first; ``here`` is the article that is shown."""
    return tuple(
        VersionLine(
            number=one.number,
            article=one.article,
            captured_at=one.captured_at,
            modified=one.modified,
            sha256=one.sha256,
            here=one.article == here,
            status=one.status,
        )
        for one in versions
    )


def altered(
    change: VersionChange, lines: Sequence[VersionLine], before: Article, after: Article
) -> Altered:
    """Return what a change comes to; ``before`` and ``after`` are the texts of its versions."""
    by_article = {line.article: line for line in lines}
    told = [one for one in change.statements if one.kind not in _STAYED]
    counts = Counter(one.kind for one in change.statements)
    return Altered(
        older=by_article[change.before],
        newer=by_article[change.after],
        fields=change.fields,
        passages=tuple(_passage(one, before, after) for one in change.passages[:SHOWN]),
        more_passages=max(0, len(change.passages) - SHOWN),
        counts=tuple(counts.most_common()),
        statements=tuple(told[:SHOWN]),
        more_statements=max(0, len(told) - SHOWN),
    )


def _passage(change: PassageChange, before: Article, after: Article) -> PassageShown:
    text, span = (after.text, change.after) if change.after else (before.text, change.before)
    assert span is not None  # noqa: S101 - a passage was altered in one of the two
    return PassageShown(
        kind=change.kind,
        left=text[max(0, span.start - _AROUND) : span.start],
        before=change.before,
        after=change.after,
        right=text[span.end : span.end + _AROUND],
    )


def _short(span: Span | None) -> str:
    if span is None:
        return ""
    short = span.text if len(span.text) <= _LONGEST else span.text[:_LONGEST] + " …"
    return _PARAGRAPHS.sub(" ¶ ", short)
