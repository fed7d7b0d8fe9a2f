"""Words that tie a number to another one: what it replaces, what it adds to, what it totals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.languages import Pack
from recoupe.languages.figures import FigureWords
from recoupe.languages.numbers import NumberWords
from recoupe.reading.numbers import alternatives


@dataclass(frozen=True, slots=True)
class FigureCues:
    """The compiled cues of ``figures.toml`` of one pack, over plain text.

    ``rose_from``, ``rose_to``, ``to`` and ``former`` end where the number begins that they stand
    before; ``instead`` is what stands between a number and the one before it, ``back`` likewise.
    """

    words: FigureWords
    joiners: frozenset[str]
    joining: re.Pattern[str]
    parting: re.Pattern[str]
    rose_from: re.Pattern[str]
    rose_to: re.Pattern[str]
    to: re.Pattern[str]
    back: re.Pattern[str]
    instead: re.Pattern[str]
    versus: re.Pattern[str]
    formerly: re.Pattern[str]
    former: re.Pattern[str]
    latest: re.Pattern[str]
    elsewhen: re.Pattern[str]
    added: re.Pattern[str]
    added_before: re.Pattern[str]
    added_behind: re.Pattern[str]
    totals: re.Pattern[str]
    since: re.Pattern[str]


@cache
def figure_cues(pack: Pack) -> FigureCues:
    """Return the compiled cues of ``pack``."""
    words = pack.table("figures", FigureWords)
    numbers = pack.table("numbers", NumberWords)
    joining = rf"(?<!\w)(?:{alternatives(words.parting)})(?!\w)"
    changes = rf"(?<!\w)(?:{alternatives(numbers.changes)})(?!\w)[^\d.;:]{{0,40}}"
    origin, goal = alternatives(words.changed_from), alternatives(words.changed_to)
    of = alternatives(words.of)
    return FigureCues(
        words=words,
        joiners=frozenset(numbers.joiners),
        joining=re.compile(joining),
        parting=re.compile(rf"[,;:()–—]|{joining}"),
        rose_from=re.compile(rf"{changes}(?<!\w)(?:{origin})\s*\Z"),
        rose_to=re.compile(rf"{changes}(?<!\w)(?:{goal})\s*\Z"),
        to=re.compile(rf"(?<!\w)(?:{goal})\s*\Z"),
        back=re.compile(rf"\s*,?\s*(?:{origin})\s*"),
        instead=_beside((*words.instead, *words.versus)),
        versus=_beside(words.versus),
        formerly=_any(words.formerly),
        former=re.compile(rf"(?<!\w)(?:{alternatives(words.former)})(?!\w)([^\d.;:]{{0,60}})\Z"),
        latest=_any(words.latest),
        elsewhen=re.compile(rf"(?<!\d)(?:19|20)\d\d(?!\d)|{_any(words.elsewhen).pattern}"),
        added=_any(words.added),
        added_before=re.compile(rf"(?<!\w)(?:{alternatives(words.added_before)})\s*\Z"),
        added_behind=re.compile(rf"\s+(?:{alternatives(words.added_behind)})(?!\w)(?!\s+(?:{of}))"),
        totals=_any(words.totals),
        since=re.compile(rf"(?<!\w)(?:{alternatives(words.since)})(?![^\W\d])"),
    )


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")


def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all that stands between two numbers, or of the last part of it."""
    return re.compile(rf"(?:\A|[,(–—])\s*(?:{alternatives(words)})\s*\Z")
