"""Numbers that replace an earlier one of the same report: "passé de 12 à 17", "up from 12"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from recoupe.reading.figures.cues import FigureCues
from recoupe.reading.figures.parts import Before

_BETWEEN: Final = 40
"""How many code points may stand between an old number and the new one it rose to."""
_BEFORE: Final = 400
"""How many code points before an earlier toll the one that replaces it may stand."""


def revisions(said: Sequence[Before], parts: Collection[int], cues: FigureCues) -> dict[int, int]:
    """Return the place of the number that each new one replaces, by the place of the new one."""
    found: dict[int, int] = {}
    for at in range(1, len(said)):
        earlier, later = said[at - 1], said[at]
        if later.candidate.sentence != earlier.candidate.sentence:
            continue
        if _rose(earlier, later, cues):
            found[at] = at - 1
        elif _was(earlier, later, cues):
            found[at - 1] = at
    for at, one in enumerate(said):
        if at not in found.values() and _is_former(said, at, cues):
            new = next(_replacing(said, at, parts, cues), None)
            if new is not None and new not in found and one.what == said[new].what:
                found[new] = at
    return found


def _rose(old: Before, new: Before, cues: FigureCues) -> bool:
    """Whether the first number became the second: "rose from 12 to 17"."""
    text, end = old.candidate.text, old.candidate.end
    start = new.candidate.start
    if start - end > _BETWEEN or not cues.to.search(text, end, start):
        return False
    if cues.parting.search(text, end, start) or _elsewhen(text, end, start, cues):
        return False
    return cues.rose_from.search(text, old.candidate.sentence[0], old.candidate.start) is not None


def _was(new: Before, old: Before, cues: FigureCues) -> bool:
    """Whether the second number is what the first was before: "17, up from 12", "contre 12"."""
    if new.what != old.what or new.what not in cues.words.casualties:
        return False
    text, (first, last) = old.candidate.text, old.candidate.sentence
    end = min(last, old.candidate.end + _BETWEEN)
    if _elsewhen(text, old.candidate.end, end, cues):
        return False
    between = text[new.candidate.end : old.candidate.start]
    if cues.versus.search(between):
        return cues.formerly.search(text, old.candidate.end, end) is not None
    if cues.instead.search(between):
        return True
    back = cues.back.fullmatch(text, new.candidate.end, old.candidate.start)
    return back is not None and bool(cues.rose_to.search(text, first, new.candidate.start))


def _is_former(said: Sequence[Before], at: int, cues: FigureCues) -> bool:
    """Whether words such as "an earlier toll of" stand before a number and after the last one."""
    candidate = said[at].candidate
    first = candidate.sentence[0]
    since = max(first, said[at - 1].candidate.end) if at else first
    former = cues.former.search(candidate.text, since, candidate.start)
    return former is not None and not cues.joining.search(former[1])


def _replacing(
    said: Sequence[Before], at: int, parts: Collection[int], cues: FigureCues
) -> Iterator[int]:
    """Yield the places of numbers that may replace an earlier toll, the likeliest first.

    The last total before it; else one behind it in its sentence, or a newer toll in the next.
    """
    old = said[at]
    for place in range(at - 1, -1, -1):
        one = said[place]
        if old.candidate.start - one.candidate.end > _BEFORE:
            break
        if place not in parts and one.what == old.what and _differ(one, old):
            yield place
    for place in range(at + 1, min(at + 3, len(said))):
        one = said[place]
        if place in parts or one.what != old.what or not _differ(one, old):
            continue
        first = one.candidate.sentence[0]
        newer = cues.latest.search(one.candidate.text, first, one.candidate.start)
        if first == old.candidate.sentence[0] or newer:
            yield place


def _differ(one: Before, other: Before) -> bool:
    mine, yours = one.candidate.quantity, other.candidate.quantity
    return (mine.low, mine.high) != (yours.low, yours.high)


def _elsewhen(text: str, start: int, end: int, cues: FigureCues) -> bool:
    """Whether words for another period make it a comparison: "up from 12 last year"."""
    return cues.elsewhen.search(text, start, end) is not None
