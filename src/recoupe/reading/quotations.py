"""Words between quotation marks, whichever marks are used, mismatched and nested ones included.

Each mark leans: white space or opening punctuation on its left makes it an opening mark, white
space or closing punctuation on its right a closing one. Where the surroundings do not tell, a mark
closes what its family has open, and opens otherwise; so ``” Je suis fier “`` is one quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.languages import Pack
from recoupe.languages.quotes import QuoteWords
from recoupe.model import Block
from recoupe.reading.drafts import Quotation
from recoupe.reading.parse import Parse

Lean = Literal["opens", "closes", "either"]

_FREE_LEFT = frozenset("([{<—–-/:,;…\n")
_FREE_RIGHT = frozenset(".,;:!?)]}>…—–/\n")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that may quote: what it does here, and what ``QuoteWords`` says of it."""

    start: int
    end: int
    family: int
    lean: Lean
    inner_only: bool
    nests: bool
    apostrophe: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation as offsets: from opening mark to after the closing one, or to the block's end."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def read_quotations(parse: Parse) -> tuple[Quotation, ...]:
    """Return the quotations of every block that may be read, in order of their first mark."""
    words = parse.pack.table("quotes", QuoteWords)
    found: list[_Found] = []
    pending: list[int | None] = [None, None]
    for block in parse.article.blocks:
        if block.silent:
            continue
        marks = list(_marks(parse.article.text, block, parse.pack, words))
        here, opened = _pair(block, marks, pending)
        here += _unclosed(parse.article.text, block, opened, here)
        pending = [pending[1], opened[-1].family if opened else None]
        found.extend(here)
    return tuple(_records(parse, sorted(found, key=lambda q: (q.start, -q.end))))


def _records(parse: Parse, found: list[_Found]) -> Iterator[Quotation]:
    open_ends: list[int] = []
    for quote in found:
        while open_ends and open_ends[-1] <= quote.start:
            open_ends.pop()
        inner = parse.article.trimmed(quote.inner_start, quote.inner_end)
        span = parse.article.trimmed(quote.start, quote.end)
        if inner is None or span is None:
            continue
        yield Quotation(span, inner, len(open_ends), quote.closed)
        open_ends.append(quote.end)


@cache
def _pattern(pack: Pack) -> re.Pattern[str]:
    marks = pack.table("quotes", QuoteWords).marks
    return re.compile("|".join(re.escape(mark) for mark in marks))


def _marks(text: str, block: Block, pack: Pack, words: QuoteWords) -> Iterator[_Mark]:
    for match in _pattern(pack).finditer(text, block.start, block.end):
        mark = match.group()
        before = text[match.start() - 1] if match.start() > block.start else "\n"
        after = text[match.end()] if match.end() < block.end else "\n"
        if mark in words.apostrophes and before.isalnum() and after.isalnum():
            continue
        lean = _lean(mark, before, after, words)
        if mark in words.inner_only and lean == "either":
            continue
        if mark in words.apostrophes and _possessive(before, after, lean):
            continue
        yield _Mark(
            *match.span(),
            family=words.families[mark],
            lean=lean,
            inner_only=mark in words.inner_only,
            nests=mark in words.nesting,
            apostrophe=mark in words.apostrophes,
        )


def _lean(mark: str, before: str, after: str, words: QuoteWords) -> Lean:
    """Return what a mark does, from its shape if that is certain, else from its surroundings."""
    if mark not in words.either and (mark in words.openers) != (mark in words.closers):
        if mark in words.apostrophes and mark in words.closers and not _opens(before, after, words):
            return "closes"
        if mark not in words.apostrophes:
            return "opens" if mark in words.openers else "closes"
    left, right = _opens(before, after, words), _closes(before, after, words)
    if left == right:
        return "either"
    return "opens" if left else "closes"


def _opens(before: str, after: str, words: QuoteWords) -> bool:
    free = before.isspace() or before in _FREE_LEFT
    free = free or before in words.openers or before in words.apostrophes
    return free and not after.isspace() and after not in _FREE_RIGHT


def _closes(before: str, after: str, words: QuoteWords) -> bool:
    free = after.isspace() or after in _FREE_RIGHT
    free = free or after in words.closers or not before.isspace()
    return free and not before.isspace() and not after.isalnum()


def _possessive(before: str, after: str, lean: Lean) -> bool:
    """Whether a mark that looks closing is rather the apostrophe of a plural's possessive."""
    return lean == "closes" and before == "s" and after.isspace()


def _pair(
    block: Block, marks: list[_Mark], pending: list[int | None]
) -> tuple[list[_Found], list[_Mark]]:
    """Pair the marks of one block; return quotations and the marks left open at its end.

    ``pending`` are the families that the two blocks before left open: a closing mark of one of
    them with nothing open here closes a quotation that goes on from there (a link or a picture
    may stand between).
    """
    stack: list[_Mark] = []
    found: list[_Found] = []
    for mark in marks:
        depth = _open_at(stack, mark)
        closes = depth is not None and mark.lean != "opens"
        if closes and depth is not None:
            found.append(_closed(stack[depth], mark))
            del stack[depth:]
        elif mark.lean != "closes" and (stack or not mark.inner_only):
            if depth is not None and depth == len(stack) - 1 and not mark.nests:
                stack.pop()
            stack.append(mark)
        elif not stack and not found and mark.family in pending and mark.start > block.start:
            found.append(_Found(block.start, mark.end, block.start, mark.start, closed=True))
    return found, [mark for mark in stack if not mark.inner_only and not mark.apostrophe]


def _open_at(stack: list[_Mark], mark: _Mark) -> int | None:
    """Return the depth of the innermost open mark that ``mark`` could close."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].family == mark.family:
            return depth
    return None


def _closed(opening: _Mark, closing: _Mark) -> _Found:
    return _Found(opening.start, closing.end, opening.end, closing.start, closed=True)


def _unclosed(text: str, block: Block, opened: list[_Mark], found: list[_Found]) -> list[_Found]:
    """Return the one quotation that runs to the end of its paragraph, if that is what it does.

    A mark that was never closed though later ones were is a slip of the pen, unless it opens the
    paragraph.
    """
    if not opened:
        return []
    mark = opened[0]
    leads = not text[block.start : mark.start].strip()
    if not leads and any(quote.start > mark.start for quote in found):
        return []
    return [_Found(mark.start, block.end, mark.end, block.end, closed=False)]
