"""The page of one report: the article with every statement marked, and everything read in it.

One file that asks nothing of any other: no address is fetched, the one style and the one script
are allowed by their hashes and everything else is forbidden (Content Security Policy Level 3,
section 2.3.1), and whatever comes from the report is escaped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.dossier.marks import Mark, Piece, cut
from recoupe.dossier.placing import Ref, anchor, marks_of, mention_anchor, references, same_places
from recoupe.dossier.ranges import Scale
from recoupe.dossier.rendering import Links, render
from recoupe.dossier.voices import HEDGED, in_own_voice, party, shape, voices
from recoupe.dossier.wording import headline, plain_line, title_of, updated, words
from recoupe.model import Article, Reading, Statement

UNCERTAIN: Final = 0.5
"""Below this confidence a statement is shown as uncertain."""

MANY: Final = 200
"""Statements from which on the browser would take seconds over a rule for each (measured: 0.6 s
to open a page of 200, 11 s one of 800)."""

_SECTIONS: Final = (
    "statements",
    "figures",
    "places",
    "times",
    "events",
    "evidence",
    "entities",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the article as it is shown.

    ``kind`` is the block's, or "title" for the first headline, which heads the page.
    """

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the legend: style, name and number of statements."""

    style: str
    name: str | None
    count: int
    row: str | None


def reading_page(reading: Reading, *, links: Links | None = None) -> str:
    """Return the page of ``reading`` as HTML, in the language of the report.

    ``links`` says where the capture and the index are, if there are any.
    """
    refs = references(reading)
    places = same_places(reading)
    marks = marks_of(reading, refs)
    return render(
        "reading.html",
        language=reading.article.language,
        links=links or Links(),
        rules=_rules(reading, refs),
        script="page.js",
        counts={name: len(getattr(reading, name)) for name in _SECTIONS} | {"places": len(places)},
        places=places,
        reading=reading,
        article=reading.article,
        title=title_of(reading.article),
        parts=tuple(_parts(reading.article, marks)),
        headed=headline(reading.article) is not None,
        refs=refs,
        ref=refs.get,
        anchor=anchor,
        mention_anchor=mention_anchor,
        styles=voices(reading.statements),
        party=party,
        shape=shape,
        speakers=_speakers(reading, refs),
        shapes=_shapes(reading),
        inferred_from=inferred_from,
        uncertain=UNCERTAIN,
        in_own_voice=in_own_voice,
        updated=updated(reading.article),
        scale=Scale.of(reading.figures),
        safe_address=safe_address,
    )


def inferred_from(statement: Statement) -> str | None:
    """Return the words from which the speaker's name was worked out, ``None`` if they hold it.

    The empty string means that nothing beside the statement names its speaker.
    """
    if statement.speaker_name is None:
        return None
    source = " … ".join(span.text for span in statement.source)
    return None if _folded(statement.speaker_name) in _folded(source) else source


def _folded(words: str) -> str:
    """Return words for comparison: without case, and with one apostrophe for all."""
    return plain_line(words).casefold().replace("\u2019", "'")


def safe_address(address: str | None) -> str | None:
    """Return an address that may be followed by a click: http or https, else ``None``."""
    known = address is not None and address.lower().startswith(("http://", "https://"))
    return address if known else None


def _parts(article: Article, marks: tuple[Mark, ...]) -> Iterator[Part]:
    """Yield the blocks in order, and whatever words stand between them as boilerplate."""
    coming = deque(sorted(marks, key=lambda mark: mark.start))
    here: list[Mark] = []  # marks that may reach into the block: not all, for there may be many
    title = headline(article)
    at = 0
    for block in article.blocks:
        yield from _between(article, at, block.start)
        here = [mark for mark in here if mark.end > block.start]
        while coming and coming[0].start < block.end:
            here.append(coming.popleft())
        kind = "title" if block is title else block.kind
        yield Part(kind, cut(article.text, block.start, block.end, here))
        at = block.end
    yield from _between(article, at, len(article.text))


def _between(article: Article, start: int, end: int) -> Iterator[Part]:
    if gap := article.trimmed(start, end):
        yield Part("boilerplate", cut(article.text, gap.start, gap.end, ()))


def _speakers(reading: Reading, refs: dict[str, Ref]) -> tuple[Voice, ...]:
    counts: dict[str | None, int] = {}
    for statement in reading.statements:
        counts[party(statement)] = counts.get(party(statement), 0) + 1
    styles = voices(reading.statements)
    names = {party(s): s.speaker_name for s in reading.statements}
    rows: dict[str | None, str] = {who: ref.row for who, ref in refs.items() if who in counts}
    return tuple(Voice(styles[who], names[who], n, rows.get(who)) for who, n in counts.items())


def _shapes(reading: Reading) -> dict[str, str]:
    """Return the shapes in use with the stances they stand for."""
    page = words(reading.article.language)
    found = {shape(statement): page.stances[statement.stance] for statement in reading.statements}
    return found | ({HEDGED: page.labels.hedged} if HEDGED in found else {})


def _rules(reading: Reading, refs: dict[str, Ref]) -> str:
    """Return the rules that show all of a statement, and its row, when either is the target.

    Beyond :data:`MANY` there are none: then the style sheet shows the first part of the target,
    and the script all of it.
    """
    if len(reading.statements) > MANY:
        return ""
    rows = [refs[statement.id].row for statement in reading.statements]
    return "\n".join(
        f":root:has(#{anchor(row)}:target,#{row}:target) :is(.of-{row},#{row})"
        "{background:var(--chosen)}"
        for row in rows
    )
