"""Against: which sayings answer, accuse or contradict which others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from recoupe.comparison.contradiction import Wording
from recoupe.comparison.contradiction.differences import compare
from recoupe.comparison.contradiction.reasons import reasons
from recoupe.comparison.contradiction.sketch import sketch
from recoupe.comparison.matters.answering import Answers
from recoupe.comparison.matters.blaming import opposed
from recoupe.comparison.matters.likeness import Likeness
from recoupe.comparison.matters.terms import Content
from recoupe.comparison.positions.sayings import Saying
from recoupe.model import ContradictionScore, Reading

Contradictions = Callable[[Sequence[tuple[Wording, Wording]]], Sequence[ContradictionScore]]
"""Scores how the passages of each pair stand to each other, in order."""

_WORTH: Final = 0.35
"""How alike two claims must be for their contradiction to be looked into."""
_CONTRADICTS: Final = 0.85
_TELLING: Final = frozenset({"negation", "said_false", "opposed_words"})


@dataclass(frozen=True, slots=True)
class Against:
    """That one saying stands against another, and the code of why; ``score`` where one was given.

    ``answer`` is the denial where there is one.
    """

    answer: Saying
    claim: Saying
    code: str
    score: float | None = None


def standing(
    told: Sequence[Content],
    readings: Sequence[Reading],
    likeness: Likeness,
    contradictions: Contradictions | None,
) -> Iterator[Against]:
    """Yield which sayings stand against which others, and why."""
    claims = [content for content in told if content.saying.claims]
    answers = Answers(claims, readings, likeness)
    for content in told:
        saying = content.saying
        if saying.denies or saying.stance in {"cannot_verify", "no_comment"}:
            for claim in answers.about(content):
                here = claim.saying.report == saying.report
                code = "denied_in_same_report" if here else "denied_elsewhere"
                yield Against(saying, claim.saying, code if saying.denies else saying.stance)
    accusing = [content for content in claims if content.saying.stance == "accuses"]
    for one, other in opposed(accusing, likeness):
        yield Against(one.saying, other.saying, "accuse_each_other")
    if contradictions is not None:
        yield from _contradicting(claims, likeness, contradictions)


def _contradicting(
    claims: Sequence[Content], likeness: Likeness, contradictions: Contradictions
) -> Iterator[Against]:
    """Yield claims of two parties that cannot both hold."""
    pairs = [
        (one.saying, other.saying)
        for one, other in combinations(claims, 2)
        if one.saying.language == other.saying.language
        and (one.terms & other.terms)
        and not one_party(one.saying, other.saying)
        and likeness.both(one, other) >= _WORTH
        and _differ(one.saying, other.saying)
    ]
    if not pairs:
        return
    scores = contradictions([(_wording(one), _wording(other)) for one, other in pairs])
    for (one, other), score in zip(pairs, scores, strict=True):
        if min(score.contradicts, score.same_matter) >= _CONTRADICTS:
            yield Against(other, one, "contradicts", round(score.contradicts, 2))


def _differ(one: Saying, other: Saying) -> bool:
    """Whether their words alone show a difference that could be one of fact.

    Numbers are no such difference: they are compared with who gives them.
    """
    longer, shorter = sorted((one, other), key=lambda saying: (-len(saying.text), saying.text))
    found = compare(sketch(_wording(longer)), sketch(_wording(shorter)))
    return any(reason.code in _TELLING for reason in reasons(found))


def _wording(saying: Saying) -> Wording:
    return Wording(" ".join(span.text for span in saying.statement.content), saying.language)


def one_party(one: Saying, other: Saying) -> bool:
    """Whether two sayings are of one party that has a name."""
    return one.party.id is not None and one.party.id == other.party.id
