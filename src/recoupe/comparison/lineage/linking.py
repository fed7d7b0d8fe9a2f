"""Two reports side by side: how they relate, which parts they share, where those come from."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.comparison.lineage.credits import read_credits
from recoupe.comparison.lineage.directions import Direction, direction
from recoupe.comparison.lineage.features import features
from recoupe.comparison.lineage.origins import Side, origin_of
from recoupe.comparison.lineage.parts import ALONE, LEAST, Part, parts, positions
from recoupe.comparison.lineage.relation import Relation, shipped
from recoupe.comparison.lineage.tiling import Match, shared
from recoupe.comparison.lineage.wording import wording
from recoupe.model import Origin, Reading


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that share words: ``here`` in the parts is the first of them.

    ``text`` are the parts that are one text, ``quoted`` those in which both quote the same words;
    ``origin`` is that of ``text``, ``said`` that of ``quoted``. ``direction`` is of ``text``.
    """

    relation: Relation
    text: tuple[Part, ...]
    quoted: tuple[Part, ...]
    origin: Origin | None
    said: Origin | None
    direction: Direction


def side(reading: Reading) -> Side:
    """Return a report with the words and credits that it is compared by."""
    return Side(reading, wording(reading), read_credits(reading))


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
    found = parts(one.wording, other.wording, matches, least=LEAST if whole else ALONE)
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
        origin_of(one, other, matches_of(quoted, matches), "same_quote") if quoted else None,
        direction(one, other, _shares(one, other, text)),
    )


def matches_of(chosen: tuple[Part, ...], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Return the matches that hold one of the parts."""
    return tuple(
        match
        for match in matches
        if any(part.here[0] < match.here.stop and match.here[0] < part.here.stop for part in chosen)
    )


def _shares(one: Side, other: Side, text: tuple[Part, ...]) -> tuple[float, float]:
    here = positions(one.wording, (part.here for part in text))
    there = positions(other.wording, (part.there for part in text))
    return len(here) / max(len(one.wording), 1), len(there) / max(len(other.wording), 1)
