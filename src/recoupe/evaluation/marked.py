"""Our own French gold: texts with statements marked in them, as a person reads and mends them.

The format is explained in ``demo/statements/README.md``. Marks never stand in the text otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldReport, GoldStatement, Range

_MARK: Final = re.compile(r"(?P<open>[{\[<])(?P<numbers>\d+(?:\+\d+)*):|(?P<close>[}\]>])")
_LABEL: Final = re.compile(r"(\d+) = (.+)")
_ROLES: Final = {"{": "content", "[": "cue", "<": "source"}
_CLOSES: Final = {"{": "}", "[": "]", "<": ">"}
_UNKNOWN: Final = "-"


@dataclass(slots=True)
class _Article:
    """The lines of one article, sorted: what is said of it, its text, its statements."""

    name: str
    about: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    labels: dict[int, list[str]] = field(default_factory=dict)


def read_marked(path: Path, corpus: str, language: str) -> Iterator[GoldReport]:
    """Yield the articles of a marked file, their statements in the order of their numbers.

    Raises :class:`GoldMissingError` naming the article where marks do not pair, or where a number
    has marks and no line below the text, or a line and no content.
    """
    for article in _articles(path):
        text, spans = unmarked("\n".join(article.text).strip())
        numbers = sorted(article.labels)
        if set(numbers) != set(spans) or any(not spans[at]["content"] for at in numbers):
            raise _wrong(f"{path.name}, {article.name}: marks and numbered lines do not agree")
        yield GoldReport(
            corpus,
            article.name,
            text,
            language,
            article.about.get("published"),
            statements=tuple(_statement(spans[at], article.labels[at], numbers) for at in numbers),
        )


def _articles(path: Path) -> Iterator[_Article]:
    article: _Article | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            if article is not None:
                yield article
            article = _Article(line[3:].strip())
        elif article is not None:
            _sort(article, line)
    if article is not None:
        yield article


def _sort(article: _Article, line: str) -> None:
    label = _LABEL.fullmatch(line)
    if label:
        article.labels[int(label[1])] = [part.strip() for part in label[2].split(" ; ")]
    elif not article.text and line:
        key, _, value = line.partition(": ")
        article.about[key] = value
    else:
        article.text.append(line)


def unmarked(marked: str) -> tuple[str, dict[int, dict[str, list[Range]]]]:
    """Return a text without its marks, and the spans of each number by role."""
    spans: dict[int, dict[str, list[Range]]] = defaultdict(
        lambda: {role: [] for role in _ROLES.values()}
    )
    text, at = "", 0
    opened: list[tuple[str, str, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["open"]:
            opened.append((mark["open"], mark["numbers"], len(text)))
            continue
        if not opened or _CLOSES[opened[-1][0]] != mark["close"]:
            raise _wrong(f"a mark closes that was not opened, after {text[-40:]!r}")
        bracket, numbers, start = opened.pop()
        for number in numbers.split("+"):
            spans[int(number)][_ROLES[bracket]].append((start, len(text)))
    if opened:
        raise _wrong(f"a mark is not closed: {opened[-1][1]}")
    return text + marked[at:], dict(spans)


def _statement(
    spans: dict[str, list[Range]], label: list[str], numbers: list[int]
) -> GoldStatement:
    speaker, kind, stance, *rest = label
    within = next((int(part[7:]) for part in rest if part.startswith("within ")), None)
    return GoldStatement(
        content=tuple(sorted(spans["content"])),
        cue=tuple(sorted(spans["cue"])),
        source=tuple(sorted(spans["source"])),
        named=True,
        speaker=None if speaker == _UNKNOWN else speaker,
        kind=kind,
        stance=stance,
        hedged="hedged" in rest,
        fine=True,
        within=None if within is None else numbers.index(within),
        via=tuple(part[4:] for part in rest if part.startswith("via ")),
    )


def _wrong(message: str) -> GoldMissingError:
    return GoldMissingError(message, remedy="mend the marks (demo/statements/README.md)")
