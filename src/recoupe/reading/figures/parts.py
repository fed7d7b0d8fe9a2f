"""Numbers that are part of another one: "12 people, three of them children", "dont trois"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recoupe.model import FigureSubject
from recoupe.reading.figures.candidates import Candidate
from recoupe.reading.figures.lexicon import FigureLexicon

_OPENING: Final = 5
"""How many words before a number "dont" or "including" may stand."""
_AHEAD: Final = 3
"""How many words before a whole "among" or "parmi" may stand, article and bound included."""


@dataclass(frozen=True, slots=True)
class Before:
    """The number of people read last, what happened to them, and whether it is itself a part."""

    candidate: Candidate
    what: FigureSubject
    part: bool = False


def is_part(candidate: Candidate, before: Before, lexicon: FigureLexicon) -> bool:
    """Whether a number is taken from the number of people before it in the sentence.

    A word for it stands between ("dont 14") or before the whole ("parmi les 12 morts, deux
    enfants"), a colon opens the breakdown, or it goes on from a part ("dont trois enfants et deux
    femmes").
    """
    whole = before.candidate
    between = candidate.text[whole.end : candidate.start].strip()
    if before.part and (between == "," or between.strip(" ,") in lexicon.joiners):
        return True
    if candidate.head.sent.start != whole.head.sent.start:
        return False
    if candidate.bare and whole.end <= candidate.after:
        return False
    if opens_part(candidate, whole.end, lexicon):
        return True
    if before.part or candidate.bare or not _within(candidate, whole):
        return False
    return between.endswith(":") or _among(whole, lexicon)


def opens_part(candidate: Candidate, since: int, lexicon: FigureLexicon) -> bool:
    """Whether a word for "including" stands between ``since`` and the number."""
    between = candidate.text[since : candidate.start].lower().split()
    return _says_part(between[-_OPENING:], lexicon)


def _among(whole: Candidate, lexicon: FigureLexicon) -> bool:
    """Whether a word for "among" stands before the number that others are then part of."""
    first = whole.head.sent.start_char
    return _says_part(whole.text[first : whole.start].split()[-_AHEAD:], lexicon)


def _says_part(words: list[str], lexicon: FigureLexicon) -> bool:
    said = f" {' '.join(words)} "
    return any(f" {part} " in said for part in lexicon.words.part)


def _within(part: Candidate, whole: Candidate) -> bool:
    """Whether the one number can be part of the other."""
    one, other = part.quantity.low, whole.quantity.high
    return one is None or other is None or one <= other
