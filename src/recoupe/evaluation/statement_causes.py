"""Why a statement was missed, made up or cut wrongly, in plain categories.

A cause is what can be told from the gold statement, the found one and the text, not from how the
reader works: it says where to look. Each mistake has one cause, the first that holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

from recoupe.evaluation.gold_records import GoldReport, GoldStatement, Range
from recoupe.evaluation.match import overlap, ranges, shared
from recoupe.evaluation.score import Case
from recoupe.languages import pack
from recoupe.languages.naming import NamingWords
from recoupe.model import Statement

WITH_CUE: Final = "missed: has a cue"
"""The cause that a lexicon can split: whether the cue is one that the language pack lists."""

_FEW: Final = 3
_HEADLINE: Final = 150
_END_OF_SENTENCE: Final = re.compile(r"[.!?…]\W*\s")
_WORD: Final = re.compile(r"\w+")


def missed_cause(text: str, wanted: Sequence[GoldStatement], gold: GoldStatement) -> str:
    """Return what sets a gold statement apart that no found one answers."""
    holds = {
        "missed: in the headline": gold.content[0][1] <= _headline_end(text),
        "missed: no cue": not gold.cue,
        "missed: inside another statement": any(
            other is not gold
            and other.content != gold.content
            and overlap(gold.content, other.content) == 1
            for other in wanted
        ),
        "missed: content in several parts": len(gold.content) > 1,
        "missed: no source in the text": not gold.source,
    }
    return next((cause for cause, true in holds.items() if true), WITH_CUE)


def _headline_end(text: str) -> int:
    """Return where the first line ends, if it is short and alone in its paragraph, else 0."""
    line, gap, _ = text.partition("\n\n")
    alone = gap and len(line) <= _HEADLINE and "\n" not in line
    return len(line) if alone and not line.rstrip().endswith(".") else 0


def made_up_cause(wanted: Sequence[GoldStatement], statement: Statement) -> str:
    """Return what a found statement is that answers no gold one."""
    content = ranges(statement.content)
    if any(shared(gold.content, content) for gold in wanted):
        return "made up: part or double of a gold content"
    cues = {span for gold in wanted for span in gold.cue}
    if cues.intersection(ranges(statement.cue)):
        return "made up: right cue, content elsewhere"
    if not statement.cue:
        return "made up: no cue"
    return "made up: no source" if not statement.source else "made up: nobody speaks there"


def content_cause(text: str, gold: GoldStatement, content: Sequence[Range]) -> str:
    """Return at which edge a found content goes wrong the most, and by what."""
    if not content:
        return "content: none"
    start, end = gold.content[0][0], gold.content[-1][1]
    begin, stop = content[0][0], content[-1][1]
    edges = [
        ("begins early", (begin, start)),
        ("begins late", (start, begin)),
        ("ends late", (end, stop)),
        ("ends early", (stop, end)),
    ]
    wrong = [(edge, span) for edge, span in edges if span[0] < span[1]]
    if not wrong:
        return f"content: {'in fewer' if len(content) < len(gold.content) else 'in other'} parts"
    edge, span = max(wrong, key=lambda item: item[1][1] - item[1][0])
    return f"content: {edge} by {_what(text, span, gold)}"


def _what(text: str, span: Range, gold: GoldStatement) -> str:
    words = text[span[0] : span[1]]
    count = len(_WORD.findall(words))
    if not count:
        return "marks only"
    if shared([span], gold.cue) or shared([span], gold.source):
        return "its cue or source"
    if _END_OF_SENTENCE.search(words.strip() + " ", 0, len(words.strip())) or "\n" in words:
        return "a sentence or more"
    return "up to three words" if count <= _FEW else "more than three words"


def part_cause(
    report: GoldReport, part: str, wanted: Sequence[Range], found: Sequence[Range]
) -> str:
    """Return in what a found cue or source differs from the gold one."""
    if not wanted or not found:
        return f"{part}: {'found where there is none' if found else 'not found'}"
    gold = report.text[wanted[0][0] : wanted[0][1]]
    here = report.text[found[0][0] : found[0][1]]
    if part == "source" and not shared(wanted, found):
        is_pronoun = _pronouns(report.language)
        for role, words in (("gold", gold), ("found", here)):
            if words.casefold() in is_pronoun:
                return f"{part}: elsewhere, the {role} one is a pronoun"
    if not shared(wanted, found):
        return f"{part}: elsewhere"
    if overlap(wanted, found) == 1:
        return f"{part}: too long"
    if overlap(found, wanted) < 1:
        return f"{part}: shifted"
    apposition = part == "source" and ("," in gold) != ("," in here)
    return f"{part}: cut at a comma" if apposition else f"{part}: too short"


@cache
def _pronouns(language: str) -> frozenset[str]:
    words = pack(language).table("naming", NamingWords)
    return frozenset(form for item in words.pronouns for form in item.words)


def commonest(cases: Iterable[Case], known: Callable[[str], bool]) -> list[tuple[str, int]]:
    """Return every cause with its number of cases, the commonest first.

    ``known`` tells whether the language pack lists a cue: what was missed with one is told apart.
    """
    counts: Counter[str] = Counter()
    for case in cases:
        if case.cause == WITH_CUE:
            listed = "in the language pack" if known(case.cue) else "not in the language pack"
            counts[f"missed: cue {listed}"] += 1
        elif case.cause:
            counts[case.cause] += 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
