"""What an outlet altered between two versions of one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.comparison.alignment import Alignment, align
from recoupe.comparison.pairing import Sides, pairs_of, said
from recoupe.comparison.passages import passage_changes
from recoupe.comparison.segments import has_words
from recoupe.model import (
    Article,
    FieldChange,
    Reading,
    Span,
    Statement,
    StatementChange,
    StatementChangeKind,
    VersionChange,
)

FIELDS: Final = ("title", "byline", "outlet", "published", "modified")
"""What is compared of the articles, beside their text."""

LEFT_OUT: Final = " … "
"""Between words of a statement that do not stand next to each other."""


def compare_versions(before: Reading, after: Reading) -> VersionChange:
    """Return everything that differs between two versions of a report.

    Every statement of both readings is in exactly one change, in the order of the newer text; one
    that is gone stands where it stood. Compared are the words of content, cue and source:

    - ``same``, ``moved``: all words are equal to the letter, and the content stands at the same
      offsets, or at others. Their words are those of the content, and equal.
    - ``changed``: other words, be it of the cue alone (*said* became *denied*). The words are those
      of content, cue and source in the order of the text, so that the difference is seen.
    - ``gone``, ``new``: it became, or comes from, no other; with the same words as ``changed``.

    A speaker or stance that is read anew in the same words is no change of the outlet's. A notice
    that only takes the report back alters its status, and none of its words.
    """
    if before.article.silent or after.article.silent:
        told = tuple(_status(before.article, after.article))
        return VersionChange(before.article.id, after.article.id, told, (), ())
    alignment = align(before.article.text, after.article.text)
    return VersionChange(
        before.article.id,
        after.article.id,
        tuple(_fields(before.article, after.article)),
        passage_changes(before.article, after.article, alignment),
        _statements(Sides(before.statements, after.statements, alignment)),
    )


def _fields(before: Article, after: Article) -> Iterator[FieldChange]:
    for name in FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield FieldChange(name, old, new)
    yield from _status(before, after)


def _status(before: Article, after: Article) -> Iterator[FieldChange]:
    """Yield the change of the publishing status, which is usable where nothing is said of it."""
    old, new = (
        one.metadata.status if one.metadata is not None else None for one in (before, after)
    )
    if (old or "usable") != (new or "usable"):
        yield FieldChange("status", old or "usable", new or "usable")


def _statements(sides: Sides) -> tuple[StatementChange, ...]:
    texts = sides.alignment.before, sides.alignment.after
    pairs = pairs_of(sides)
    became = {two: sides.before[one] for one, two in pairs.items()}
    placed: list[tuple[tuple[int, int, int], StatementChange]] = []
    for at, old in enumerate(sides.before):
        if at not in pairs:
            change = StatementChange("gone", old.id, None, all_words(old, texts[0]), None)
            placed.append(((_stood_at(old, sides.alignment), 0, at), change))
    for at, new in enumerate(sides.after):
        if at in became:
            change = _change(became[at], new, texts)
        else:
            change = StatementChange("new", None, new.id, None, all_words(new, texts[1]))
        placed.append(((said(new)[0].start, 1, at), change))
    return tuple(change for _, change in sorted(placed, key=lambda item: item[0]))


def _stood_at(statement: Statement, alignment: Alignment) -> int:
    spans = said(statement)
    return alignment.place(spans[0].start, spans[-1].end)[0]


def _change(old: Statement, new: Statement, texts: tuple[str, str]) -> StatementChange:
    if _exact(old) != _exact(new):
        words = all_words(old, texts[0]), all_words(new, texts[1])
        return StatementChange("changed", old.id, new.id, *words)
    places = [[(span.start, span.end) for span in said(one)] for one in (old, new)]
    kind: StatementChangeKind = "same" if places[0] == places[1] else "moved"
    content = LEFT_OUT.join(span.text for span in said(old))
    return StatementChange(kind, old.id, new.id, content, content)


def _exact(statement: Statement) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(span.text for span in spans)
        for spans in (statement.content, statement.cue, statement.source)
    )


def all_words(statement: Statement, text: str) -> str:
    """Return the words of content, cue and source in the order of the text, each once."""
    words, end = "", 0
    spans: list[Span] = sorted((*statement.content, *statement.cue, *statement.source))
    for span in spans:
        if span.end <= end:
            continue
        if words and span.start > end:
            between = text[end : span.start]
            words += LEFT_OUT if has_words(between) or "\n" in between else between
        words += text[max(end, span.start) : span.end] if words else span.text
        end = span.end
    return words
