"""Two reports side by side: how they relate, which parts they share, where those come from."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.comparison.lineage.credits import read_credits
from recoupe.comparison.lineage.dating import Version
from recoupe.comparison.lineage.directions import Direction, day_of, direction
from recoupe.comparison.lineage.features import features
from recoupe.comparison.lineage.origins import Side, origin_of, said_by
from recoupe.comparison.lineage.parts import ALONE, LEAST, Part, parts, positions
from recoupe.comparison.lineage.relation import Relation, shipped
from recoupe.comparison.lineage.stock import WINDOW
from recoupe.comparison.lineage.tiling import Match, shared
from recoupe.comparison.lineage.wording import wording
from recoupe.model import Origin, Reading

_MOST_LEFT = 0.15
"""The share of a report below which it was not taken over as a whole, whatever its likeness."""

_REPRINT = 80
"""Equal words from which a report of another season was printed again; fewer are furniture."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that share words: ``here`` in the parts is the first of them.

    ``text`` are the parts that are one text, ``quoted`` those in which both quote the same words;
    ``origin`` is that of ``text``, ``said`` those of each of ``quoted``. ``direction`` is of
    ``text``.
    """

    relation: Relation
    text: tuple[Part, ...]
    quoted: tuple[Part, ...]
    origin: Origin | None
    said: tuple[Origin | None, ...]
    direction: Direction


def side(reading: Reading, versions: tuple[Version, ...] = ()) -> Side:
    """Return a report with the words and credits that it is compared by."""
    return Side(reading, wording(reading), read_credits(reading), versions)


def link(one: Side, other: Side) -> Link | None:
    """Return how two reports relate; ``None`` where they have nothing to do with each other."""
    matches = shared(one.wording, other.wording)
    if not matches:
        return None
    numbers = features(one.wording, other.wording, matches).numbers
    relation = shipped().relation(numbers)
    if relation == "unrelated":
        return None
    whole = relation in {"copy", "rewrite"}
    if _far_apart(one, other) and not (whole and _shared_words(matches) >= _REPRINT):
        return None
    found = parts(one.wording, other.wording, matches, least=LEAST)
    if not whole or max(_shares(one, other, found)) < _MOST_LEFT:
        found = parts(one.wording, other.wording, matches, least=ALONE)
    quoted = tuple(part for part in found if part.kind == "quoted" and not whole)
    text = tuple(part for part in found if whole or part.kind != "quoted")
    if relation == "same_quote":
        text = ()
    if not text and not quoted:
        return None
    return Link(
        relation,
        text,
        quoted,
        origin_of(one, other, matches, relation) if text else None,
        tuple(said_by(one, other, _match(part, matches), part.here, part.there) for part in quoted),
        direction(
            one, other, _shares(one, other, text), [(part.here, part.there) for part in text]
        ),
    )


def _shared_words(matches: tuple[Match, ...]) -> int:
    return sum(len(match.pairs) for match in matches)


def _far_apart(one: Side, other: Side) -> bool:
    days = [day_of(each.reading.article.published) for each in (one, other)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > WINDOW


def _match(part: Part, matches: tuple[Match, ...]) -> Match:
    """Return the match that a part is of: the one with most words in common with it."""
    return max(
        matches,
        key=lambda match: (
            min(match.here.stop, part.here.stop) - max(match.here.start, part.here.start)
        ),
    )


def _shares(one: Side, other: Side, text: tuple[Part, ...]) -> tuple[float, float]:
    here = positions(one.wording, (part.here for part in text))
    there = positions(other.wording, (part.there for part in text))
    return len(here) / max(len(one.wording), 1), len(there) / max(len(other.wording), 1)
