"""Where, when and with which figures a happening is told, from what stands near its trigger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from recoupe.model import Figure, Span, Time
from recoupe.reading.clauses import clause
from recoupe.reading.events.scene import Scene
from recoupe.reading.parse import Sentence
from recoupe.reading.places import Locality
from recoupe.reading.tokens import Token

Record = TypeVar("Record", Locality, Time, Figure)

FINENESS: Final = ("facility", "district", "city", "other", "region", "country")
"""Kinds of place from the one that says most of where something happened to the one that says
least."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What stands in one sentence, from which its events take what belongs to them."""

    sentence: Sentence
    places: tuple[Locality, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]


def nearby(
    sentence: Sentence,
    places: Iterable[Locality],
    times: Iterable[Time],
    figures: Iterable[Figure],
) -> Nearby:
    """Return what has its words in the sentence."""
    return Nearby(
        sentence=sentence,
        places=_inside(sentence, places),
        times=_inside(sentence, times),
        figures=_inside(sentence, figures),
    )


def _inside(sentence: Sentence, records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(r for r in records if sentence.start <= r.span.start < sentence.end)


def where(trigger: Token, near: Nearby, scene: Scene, doers: Iterable[Token]) -> str | None:
    """Return the id of the place of a happening: the nearest in the parse, the finest of equals.

    A place that only says whose doing it was ("Moscow attacked") is not where it happened.
    """
    acting = {token.i for token in doers}
    ranked: list[tuple[int, int, int, str]] = []
    for locality in near.places:
        place = locality.place
        head = _head(locality.span, scene)
        if head is None or head.i in acting:
            continue
        ranked.append(
            (
                _distance(trigger, head),
                FINENESS.index(place.kind),
                abs(head.i - trigger.i),
                place.id,
            )
        )
    if not ranked:
        return None
    closest = min(ranked)
    return closest[3]


def when(trigger: Token, near: Nearby, scene: Scene) -> str | None:
    """Return the id of the nearest date or time of day, else of a duration, of the sentence."""
    ranked: list[tuple[bool, int, int, str]] = []
    for time in near.times:
        head = _head(time.span, scene)
        if head is not None:
            vague = time.type in {"DURATION", "SET"}
            ranked.append((vague, _distance(trigger, head), abs(head.i - trigger.i), time.id))
    dated = [entry for entry in ranked if not entry[0]]
    return min(dated)[3] if dated else None


def to_come(time_id: str | None, near: Nearby, published: str | None) -> bool:
    """Whether the time begins after the day of publication."""
    if time_id is None or published is None:
        return False
    start = next((time.start for time in near.times if time.id == time_id), None)
    return start is not None and start[:10] > published[:10]


def how_many(trigger: Token, near: Nearby, scene: Scene) -> tuple[str, ...]:
    """Return the ids of the figures in the trigger's clause, else in the nearest one."""
    away = {
        figure.id: _distance(trigger, head)
        for figure in near.figures
        if (head := _head(figure.span, scene)) is not None
    }
    nearest = min(away.values(), default=0)
    return tuple(name for name, distance in away.items() if distance == nearest)


def _head(span: Span, scene: Scene) -> Token | None:
    tokens = scene.parse.tokens(span.start, span.end)
    return tokens.root if len(tokens) else None


def _distance(trigger: Token, other: Token) -> int:
    """Return how many clauses lie between two tokens, 9 where they share none above them."""
    mine, theirs = _clauses(trigger), _clauses(other)
    common = next((step for step, head in enumerate(mine) if head in theirs), None)
    return 9 if common is None else common + theirs.index(mine[common])


def _clauses(token: Token) -> list[Token]:
    """Return the heads of the clauses around a token, from the innermost outwards."""
    heads = [clause(token)]
    while heads[-1].dep_ != "ROOT" and len(heads) < 8:
        heads.append(clause(heads[-1].head))
    return heads
