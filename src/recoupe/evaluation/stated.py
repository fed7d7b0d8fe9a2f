"""Sentences in which those who coded a report state the range that they coded.

A reader is not to read the answer there: what stands in such a sentence is cut before scoring.
Whether a sentence is one is told from the text and the gold alone, never from what was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recoupe.evaluation.gold_records import GoldToll, Range
from recoupe.languages import Pack
from recoupe.languages.numbers import DEFAULT_PROFILE, counting_profile
from recoupe.reading.numbers import read_quantities

_BREAK: Final = re.compile(r"(?<=[.!?”\"’])\s+(?=[“\"‘(@A-Z0-9])|\n+")
"""Where one sentence ends and another may begin; an abbreviation cuts one short."""
_CODERS: Final = re.compile(
    r"\b(?:airwars|minimum|maximum|ranges?|ranged|ranging|upper|lower|estimates?|methodology)\b",
    re.IGNORECASE,
)
"""How recorders speak of their own coding."""


def sentences(text: str) -> Iterator[Range]:
    """Yield the sentences of a text, by its marks alone, without the white space between."""
    start = 0
    for mark in _BREAK.finditer(text):
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


def states(sentence: str, gold: GoldToll, pack: Pack) -> bool:
    """Whether a sentence states the coded range: both its ends, or one as the recorder's own.

    A range of one number is stated only in the recorder's own words: any report of a toll names
    its number, and that is what a reader is there to read.
    """
    quantities = read_quantities(sentence.lower(), pack, counting_profile(DEFAULT_PROFILE))
    ends = {end for q in quantities for end in (q.low, q.high) if end is not None}
    coded = {gold.low, gold.high}
    if len(coded) > 1 and coded <= ends:
        return True
    return bool(coded & ends) and _CODERS.search(sentence) is not None


def stated(text: str, gold: GoldToll, pack: Pack) -> tuple[Range, ...]:
    """Return the sentences of ``text`` that state the range coded for it, none for a minimum."""
    if gold.high is None:
        return ()
    return tuple(
        (start, end) for start, end in sentences(text) if states(text[start:end], gold, pack)
    )
