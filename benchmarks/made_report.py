"""A made-up report: sentences with marks in them, and the reading that stands for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Literal

from recoupe.model import (
    Article,
    Entity,
    EntityKind,
    Event,
    Figure,
    Place,
    Reading,
    Span,
    Stance,
    Statement,
    Time,
    content_id,
    make_article,
    make_capture,
)
from recoupe.model.article import Block
from recoupe.model.capture import Declared

CAPTURED = datetime(2040, 1, 1, tzinfo=UTC)
PARAGRAPH = 3
"""Sentences of a paragraph."""


@dataclass(frozen=True)
class Named:
    """A party that words name."""

    kind: EntityKind
    name: str


@dataclass(frozen=True)
class Spot:
    """A town of the map; ``number`` tells where."""

    name: str
    number: int


@dataclass(frozen=True)
class Counted:
    """A number of people killed."""

    number: int


@dataclass(frozen=True)
class When:
    """A day."""

    day: date


@dataclass(frozen=True)
class Happening:
    """A typed event that words tell of."""

    type: str
    subtype: str


Mark = Named | Spot | Counted | When | Happening | None
Part = Literal["", "content", "cue", "source"]


@dataclass(frozen=True)
class Piece:
    """Words of a sentence: which part of a statement they are, and what they name."""

    text: str
    part: Part = ""
    mark: Mark = None


@dataclass(frozen=True)
class Sentence:
    """Pieces that follow each other; a statement where a speaker is given."""

    all: tuple[Piece, ...]
    speaker: Named | None = None
    stance: Stance = "asserts"

    @cached_property
    def words(self) -> int:
        """How many words there are."""
        return len("".join(piece.text for piece in self.all).split())


Places = list[tuple[int, int]]


def reading(
    name: str,
    language: str,
    headline: str,
    sentences: Sequence[Sentence],
    *,
    outlet: str,
    day: date,
    minutes: int,
) -> Reading:
    """Return the reading of a report, published ``minutes`` after the beginning of ``day``."""
    parts, starts, blocks = [headline, "\n\n"], [], [Block("headline", 0, len(headline))]
    at = first = len(headline) + 2
    for number, sentence in enumerate(sentences):
        text = "".join(piece.text for piece in sentence.all)
        starts.append(at)
        at += len(text)
        ends = number % PARAGRAPH == PARAGRAPH - 1 or number == len(sentences) - 1
        if ends:
            blocks.append(Block("paragraph", first, at))
        parts += [text, "\n\n" if ends else " "]
        at += 2 if ends else 1
        first = at if ends else first
    text = "".join(parts).rstrip()
    published = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    capture = make_capture(
        text.encode(),
        source=f"made/{name}",
        media_type="text/plain",
        captured_at=CAPTURED,
        declared=Declared(input_id=name),
    )
    article = make_article(
        capture,
        text,
        tuple(blocks),
        title=headline,
        outlet=outlet,
        published=published.isoformat(),
        language=language,
    )
    return _Reader(article).read(sentences, starts)


class _Reader:
    """Gathers the records of one report."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.mentions: defaultdict[Named, list[Span]] = defaultdict(list)
        self.statements: list[Statement] = []
        self.places: list[Place] = []
        self.times: list[Time] = []
        self.figures: list[Figure] = []
        self.events: list[Event] = []

    def read(self, sentences: Sequence[Sentence], starts: Sequence[int]) -> Reading:
        for sentence, start in zip(sentences, starts, strict=True):
            self._sentence(sentence, start)
        return Reading(
            self.article,
            tuple(self.statements),
            tuple(self._entity(who, spans) for who, spans in self.mentions.items()),
            tuple(self.places),
            tuple(self.times),
            tuple(self.figures),
            tuple(self.events),
            (),
            (),
        )

    def _id(self, kind: str, start: int) -> str:
        return content_id(kind, self.article.id, start)

    def _entity_id(self, who: Named) -> str:
        return content_id("entity", self.article.id, who.name)

    def _entity(self, who: Named, spans: Sequence[Span]) -> Entity:
        return Entity(
            self._entity_id(who),
            who.kind,
            who.name,
            (),
            (),
            None,
            tuple(spans),
            (),
            f"{who.kind}:{who.name.lower()}",
        )

    def _sentence(self, sentence: Sentence, start: int) -> None:
        at = start
        stretches: defaultdict[str, Places] = defaultdict(list)
        said = self._id("statement", start) if sentence.speaker else None
        for piece in sentence.all:
            end = at + len(piece.text)
            if piece.part:
                stretches[piece.part].append((at, end))
            if piece.mark is not None:
                left = len(piece.text) - len(piece.text.lstrip())
                self._mark(piece.mark, self.article.span(at + left, end), said)
            at = end
        if sentence.speaker is not None and said is not None:
            content = self.article.span(stretches["content"][0][0], stretches["content"][-1][1])
            self.statements.append(
                Statement(
                    said,
                    (content,),
                    tuple(self.article.span(*one) for one in stretches["cue"]),
                    tuple(self.article.span(*one) for one in stretches["source"]),
                    self._entity_id(sentence.speaker),
                    sentence.speaker.name,
                    "indirect",
                    sentence.stance,
                    False,
                    None,
                    (),
                    1.0,
                )
            )

    def _mark(self, mark: Mark, span: Span, said: str | None) -> None:
        match mark:
            case Named():
                self.mentions[mark].append(span)
            case Spot():
                self.places.append(self._place(mark, span))
            case When():
                day = mark.day.isoformat()
                self.times.append(
                    Time(self._id("time", span.start), span, "DATE", day, day, day, 1.0)
                )
            case Counted():
                self.figures.append(self._figure(mark.number, span, said))
            case Happening():
                self.events.append(self._event(mark, span, said))

    def _place(self, spot: Spot, span: Span) -> Place:
        return Place(
            self._id("place", span.start),
            span,
            spot.name,
            "city",
            spot.number / 50,
            spot.number % 50 + 0.5,
            3_000,
            "XX",
            spot.number + 1,
            None,
            1.0,
        )

    def _figure(self, number: int, span: Span, said: str | None) -> Figure:
        return Figure(
            self._id("figure", span.start),
            span,
            number,
            number,
            False,
            "killed",
            None,
            said,
            False,
            None,
            None,
        )

    def _event(self, mark: Happening, span: Span, said: str | None) -> Event:
        return Event(
            self._id("event", span.start),
            span,
            mark.type,
            mark.subtype,
            "ASSAULT",
            (),
            (),
            None,
            None,
            (),
            (said,) if said else (),
            (),
            False,
            False,
        )
