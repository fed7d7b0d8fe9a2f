"""What people said of matters, as sayings that are of one or of two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from recoupe.comparison.corrections import Corrections, Words
from recoupe.comparison.matters.against import Against, one_party
from recoupe.comparison.matters.terms import Content
from recoupe.comparison.positions.sayings import DENYING, Saying
from recoupe.comparison.together import Held, Item, held


def said_of(told: Sequence[Content], corrections: Corrections) -> Held:
    """Return which of the sayings people hold to be of one matter, or of two, by their numbers."""
    return held([Item(_words(content.saying)) for content in told], corrections)


def as_said(against: Iterable[Against], told: Sequence[Content], said: Held) -> list[Against]:
    """Return what stands against what as people left it.

    Nothing stands against what is of another matter; who denies by the cue ("denied that") stands
    against the claims that people put with it.
    """
    number = {id(content.saying): at for at, content in enumerate(told)}
    kept = [
        pair for pair in against if not said.parts(number[id(pair.answer)], number[id(pair.claim)])
    ]
    there = {(id(pair.answer), id(pair.claim)) for pair in kept}
    added = (
        pair
        for together in said.together
        for pair in _denied([told[at].saying for at in sorted(together)])
        if (id(pair.answer), id(pair.claim)) not in there
    )
    return [*kept, *added]


def _denied(together: Sequence[Saying]) -> Iterator[Against]:
    denials = [one for one in together if one.statement.stance in DENYING]
    for answer, claim in product(denials, together):
        if claim.claims and not one_party(answer, claim):
            here = answer.report == claim.report
            yield Against(answer, claim, "denied_in_same_report" if here else "denied_elsewhere")


def _words(saying: Saying) -> tuple[Words, ...]:
    return tuple(Words(saying.report, span.start, span.end) for span in saying.statement.content)
