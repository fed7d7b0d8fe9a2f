"""Words that a person selects or types: where they stand, and whether they are quoted."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.errors import RecordError
from recoupe.model import Article, Span, StatementKind


def spans_for(article: Article, words: str, *, occurrence: int | None = None) -> Span:
    """Return the span of ``words`` in an article, to the letter but for the kind of white space.

    ``occurrence`` says which one is meant, from 1, where they stand there several times. Raises
    :class:`RecordError` naming how often they do, where that is not once or ``occurrence`` is none
    of them.
    """
    wanted = _spaced(words.strip())
    if not wanted:
        raise RecordError("no words were given", where=article.id)
    text = _spaced(article.text)
    starts: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        starts.append(at)
        at = text.find(wanted, at + 1)
    if not starts:
        raise RecordError(
            f"the report does not have the words {words!r}",
            where=article.id,
            remedy="copy them from its text, marks and accents included",
        )
    if occurrence is None and len(starts) > 1:
        raise RecordError(
            f"the words {words!r} stand there {len(starts)} times",
            where=article.id,
            remedy=f"say which, 1 to {len(starts)}, or give more words",
        )
    place = 1 if occurrence is None else occurrence
    if not 1 <= place <= len(starts):
        raise RecordError(
            f"the words {words!r} stand there {len(starts)} times, not {place}", where=article.id
        )
    start = starts[place - 1]
    return article.span(start, start + len(wanted))


def kind_by_marks(article: Article, content: Sequence[Span]) -> StatementKind:
    """Return "direct" if quotation marks enclose all of the content, else "indirect".

    The marks may belong to the spans or stand right outside them, and one pair may enclose all
    spans, as where a cue interrupts it.
    """
    openers, closers = _marks(article.language)
    if not content or not openers:
        return "indirect"
    shown = [_with_marks(article, span, openers, closers) for span in content]
    whole = _is_quoted(" ".join(shown), openers, closers)
    each = all(_is_quoted(one, openers, closers) for one in shown)
    return "direct" if whole or each else "indirect"


def _spaced(text: str) -> str:
    """Return text of the same length with every kind of white space the same."""
    return "".join(" " if one.isspace() else one for one in text)


def _marks(language: str) -> tuple[frozenset[str], frozenset[str]]:
    from recoupe.languages import available, pack
    from recoupe.languages.quotes import QuoteWords

    if language not in available():
        return frozenset(), frozenset()
    words = pack(language).table("quotes", QuoteWords)
    openers = {opening for opening, _ in words.pairs} | set(words.either)
    closers = {closing for _, closing in words.pairs} | set(words.either)
    return frozenset(openers), frozenset(closers)


def _with_marks(
    article: Article, span: Span, openers: frozenset[str], closers: frozenset[str]
) -> str:
    """Return the words of a span with the marks right outside them."""
    before = article.text[: span.start].rstrip(" \u00a0\u202f")[-1:]
    after = article.text[span.end :].lstrip(" \u00a0\u202f")[:1]
    left = before if before in openers and span.text[0] not in openers else ""
    right = after if after in closers and span.text[-1] not in closers else ""
    return f"{left}{span.text}{right}"


def _is_quoted(text: str, openers: frozenset[str], closers: frozenset[str]) -> bool:
    """Whether one pair of marks encloses all of ``text``; marks of other kinds may stand inside."""
    inner = text[1:-1]
    return text[0] in openers and text[-1] in closers and not {text[0], text[-1]} & set(inner)
