"""Whether a number is a cumulative toll or what is added to one, where the words say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.model import FigureCounting
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.cues import FigureCues
from recoupe.reading.figures.parts import Before

_REACH: Final = 100
"""How many code points from a number words such as "in all" may stand."""


def countings(
    said: Sequence[Before],
    parts: Collection[int],
    revised: Mapping[int, int],
    cues: FigureCues,
) -> dict[int, FigureCounting]:
    """Return how the numbers at these places are counted; the others do not say.

    What revises a total is one, and so is what "and" adds to it ("12 dead and 40 injured").
    """
    found: dict[int, FigureCounting] = {}
    for at, one in enumerate(said):
        if _is_new(one.candidate, cues):
            found[at] = "new"
    totals = {at for at in _totals(said, cues) if at not in found}
    totals |= {new for new, old in revised.items() if old in totals and new not in found}
    totals |= {old for new, old in revised.items() if new in totals and old not in found}
    for at in range(1, len(said)):
        if at - 1 in totals and at not in found and at not in parts:
            joined = _joined(said[at - 1].candidate, said[at].candidate, cues)
            totals |= {at} if joined else set()
    return found | dict.fromkeys(totals, "total")


def _is_new(candidate: Candidate, cues: FigureCues) -> bool:
    """Whether a number is added to one before: "12 others", "another 12", "12 de plus"."""
    text, quantity = candidate.text, candidate.quantity
    own = text[quantity.start : quantity.end] if candidate.indefinite else ""
    if candidate.definite or own in cues.words.singular:
        return False
    within = f"{own} {text[quantity.end : candidate.end]}"
    return bool(
        cues.added.search(within)
        or cues.added_behind.match(text, candidate.end)
        or cues.added_before.search(text, candidate.sentence[0], candidate.start)
    )


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words ``[start, end)`` of one sentence around or between two numbers, by place."""

    start: int
    end: int
    before: int | None
    behind: int | None


def _totals(said: Sequence[Before], cues: FigureCues) -> set[int]:
    found: set[int] = set()
    for gap in _gaps(said):
        text = said[0].candidate.text
        for cue in cues.totals.finditer(text, gap.start, gap.end):
            reached = _reached(cue, gap, text, cues)
            found |= {reached} if reached is not None else set()
        if gap.before is not None and said[gap.before].what in cues.words.summed:
            since = cues.since.search(text, gap.start, min(gap.end, gap.start + _REACH))
            found |= {gap.before} if since else set()
    return found


def _gaps(said: Sequence[Before]) -> list[_Gap]:
    """Return what stands before, between and behind the numbers of each sentence."""
    found: list[_Gap] = []
    for at, one in enumerate(said):
        candidate = one.candidate
        first, last = candidate.sentence
        earlier = said[at - 1].candidate if at else None
        if earlier is not None and earlier.sentence[0] == first:
            found.append(_Gap(earlier.end, candidate.start, at - 1, at))
        else:
            found.append(_Gap(max(first, candidate.after), candidate.start, None, at))
        following = said[at + 1].candidate if at + 1 < len(said) else None
        if following is None or following.sentence[0] != first:
            found.append(_Gap(candidate.end, last, at, None))
    return found


def _reached(cue: re.Match[str], gap: _Gap, text: str, cues: FigureCues) -> int | None:
    """Return the place of the number that "in all" or "the toll" speaks of.

    The one behind it, unless a joiner or a mark parts them and nothing parts it from the one
    before.
    """
    before = gap.before if cue.start() - gap.start <= _REACH else None
    behind = gap.behind if gap.end - cue.end() <= _REACH else None
    if before is None or behind is None:
        return before if behind is None else behind
    forwards = not cues.parting.search(text, cue.end(), gap.end)
    backwards = not cues.parting.search(text, gap.start, cue.start())
    return before if backwards and not forwards else behind


def _joined(one: Candidate, other: Candidate, cues: FigureCues) -> bool:
    """Whether nothing but "and" or a comma stands between two numbers."""
    between = one.text[one.end : other.start].strip()
    same = one.sentence == other.sentence
    return same and (between == "," or between.strip(" ,") in cues.joiners)
