"""Sentences with one coded event each: PLOVER's, and French ones of our own.

PLOVER's (Open Event Data Alliance, CC BY-SA 4.0) are read on the offsets of their texts, in the
types of its later codebook: they were coded when DEMAND, DISAPPROVE, INVESTIGATE and FIGHT were
types of their own. Which of them the reader was tuned on is told by their numbers: odd ones were
looked at, even ones were not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldEvent, GoldReport, Range

LATER: Final = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
"""Types that the structured codebook took into another one."""

TUNED: Final = "odd numbers"
HELD_OUT: Final = "even numbers"

NOTHING: Final = "-"
"""Stands for the type of a text of our own that tells no event."""

_CODED: Final = re.compile(r"EVT: *([^()]*)")
_OWN: Final = re.compile(r"(?P<plover>[A-Z]+|-)(?P<no> no)?(?P<one> one)? \| (?P<text>.+)")
_MARKED: Final = re.compile(r"\[([^\[\]]+)\]")


def read_plover(path: Path) -> Iterator[GoldReport]:
    """Yield the coded sentences, each a report of one event; the file's own notes are left out."""
    try:
        records = json.loads(path.read_text(encoding="utf-8"), strict=False)
    except json.JSONDecodeError as error:
        raise GoldMissingError(
            f"it is not JSON ({error.msg})", where=str(path), remedy="fetch the file again"
        ) from None
    for record in records:
        if "text" not in record:
            continue
        text, name = record["text"].strip(), record["id"]
        kind, marked = record["event"], record["textInfo"]
        event = GoldEvent(
            spans=coded_words(text, marked["markup"] if isinstance(marked, dict) else ""),
            plover=LATER.get(kind, kind),
            part=TUNED if int(name.rsplit("-", 1)[1]) % 2 else HELD_OUT,
        )
        yield GoldReport("plover", name, text, "en", events=(event,))


def read_sentences(path: Path, corpus: str, language: str) -> Iterator[GoldReport]:
    """Yield our own marked texts, a line each (``demo/events/README.md`` says how)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = _OWN.fullmatch(line)
        if found is None:
            raise GoldMissingError(
                f"line {number} is no marked text", where=str(path), remedy="see its README.md"
            )
        text, spans = _unmarked(found["text"])
        event = GoldEvent(spans, found["plover"], None, bool(found["no"]), bool(found["one"]))
        events = () if found["plover"] == NOTHING else (event,)
        yield GoldReport(corpus, f"{path.stem}-{number}", text, language, events=events)


def _unmarked(marked: str) -> tuple[str, tuple[Range, ...]]:
    """Return the text without its brackets, and where the words between them stand in it."""
    spans: list[Range] = []
    for found in _MARKED.finditer(marked):
        start = found.start() - 2 * len(spans)
        spans.append((start, start + len(found[1])))
    return _MARKED.sub(r"\1", marked), tuple(spans)


def coded_words(text: str, markup: str) -> tuple[Range, ...]:
    """Return where the words marked as the event stand in ``text``, which may differ a little.

    Words that do not stand there are left out.
    """
    found: list[Range] = []
    after = 0
    for words in _CODED.findall(markup):
        at = text.find(words.strip(), after)
        if words.strip() and at >= 0:
            after = at + len(words.strip())
            found.append((at, after))
    return tuple(found)
