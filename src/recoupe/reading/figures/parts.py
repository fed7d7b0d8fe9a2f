"""Numbers that are part of another one: "12 people, three of them children", "dont trois"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.model import FigureSubject
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.lexicon import FigureLexicon

_OPENING: Final = 5
"""How many words before a number "dont" or "including" may stand."""
_AHEAD: Final = 3
"""How many words before a whole "among" or "parmi" may stand, article and bound included."""
_BEHIND: Final = 20
"""How many code points "of them" may be."""


@dataclass(frozen=True, slots=True)
class Before:
    """The number of people read last, what happened to them, and whether it is itself a part."""

    candidate: Candidate
    what: FigureSubject
    part: bool = False


def is_part(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number is taken from the number of people before it in the sentence.

    A word for it stands between ("dont 14"), behind ("three of them") or before the whole ("parmi
    les 12 morts, deux enfants"), a colon opens the breakdown, or it goes on from a part ("dont
    trois enfants et deux femmes").
    """
    whole = before.candidate
    between = candidate.text[whole.end : candidate.start].strip()
    if before.part and (between == "," or between.strip(" ,") in lexicon.joiners):
        return True
    things_between = candidate.bare and whole.end <= candidate.after
    if candidate.head.sent.start != whole.head.sent.start or things_between:
        return False
    if opens_part(candidate, whole.end, lexicon) or _some_of_them(candidate, lexicon):
        return True
    if before.part or not _within(candidate, whole):
        return False
    named = not candidate.bare and (between.endswith(":") or _among(whole, lexicon))
    return named or _opens_whole(whole, lexicon)


def wholes(said: Sequence[Before], lexicon: FigureLexicon) -> dict[int, int]:
    """Return the place of the number that each part is taken from, by the place of the part.

    A part goes on from another with what is said of the whole ("three children and two women"),
    unless a word opens a part of the part. The whole may stand behind ("two of the 12").
    """
    found: dict[int, int] = {}
    for at in range(1, len(said)):
        before, one = said[at - 1], said[at]
        opened = _some_of_them(one.candidate, lexicon) or (
            opens_part(one.candidate, before.candidate.end, lexicon)
            and not _some_of_them(before.candidate, lexicon)
        )
        if _of_whole(before, one, lexicon, opened=opened):
            found[at - 1] = at
        elif one.part:
            whole = at - 1 if opened or not before.part else found.get(at - 1)
            fits = whole is not None and _within(one.candidate, said[whole].candidate)
            alike = whole is not None and (opened or one.what == said[whole].what)
            if whole is not None and fits and alike:
                found[at] = whole
    return found


def _of_whole(before: Before, one: Before, lexicon: FigureLexicon, *, opened: bool) -> bool:
    """Whether a number is of the one behind it: "two of the 12", "three were among the 12"."""
    part, whole = before.candidate, one.candidate
    if part.sentence != whole.sentence or before.part or _within(whole, part):
        return False
    return opened or whole.text[part.end : whole.start].strip() in lexicon.words.of_whole


def opens_part(candidate: Candidate, since: int, lexicon: FigureLexicon) -> bool:
    """Whether a word for "including" stands between ``since`` and the number."""
    between = candidate.text[since : candidate.start].lower().split()
    return _says_part(between[-_OPENING:], lexicon)


def _among(whole: Candidate, lexicon: FigureLexicon) -> bool:
    """Whether a word for "among" stands before the number that others are then part of."""
    first = whole.head.sent.start_char
    return _says_part(whole.text[first : whole.start].split()[-_AHEAD:], lexicon)


def _opens_whole(whole: Candidate, lexicon: FigureLexicon) -> bool:
    """Whether the sentence opens with the number that others are of: "Of the 12 dead, three"."""
    opening = whole.text[whole.sentence[0] : whole.start].split()
    return " ".join(opening) in lexicon.words.of_whole


def _some_of_them(candidate: Candidate, lexicon: FigureLexicon) -> bool:
    """Whether a number without a noun is followed by "of them"."""
    behind = candidate.text[candidate.end : candidate.end + _BEHIND].split()
    return candidate.bare and any(
        behind[: len(words)] == words for words in map(str.split, lexicon.words.of_them)
    )


def _says_part(words: list[str], lexicon: FigureLexicon) -> bool:
    said = f" {' '.join(words)} "
    return any(f" {part} " in said for part in lexicon.words.part)


def _within(part: Candidate, whole: Candidate) -> bool:
    """Whether the one number can be part of the other."""
    one, other = part.quantity.low, whole.quantity.high
    return one is None or other is None or one <= other
