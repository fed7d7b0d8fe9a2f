"""Against: which sayings answer, accuse or contradict which others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.contradiction import Wording
from recoupe.comparison.contradiction.differences import compare
from recoupe.comparison.contradiction.reasons import reasons
from recoupe.comparison.contradiction.sketch import sketch
from recoupe.comparison.matters.answering import Answers
from recoupe.comparison.matters.blaming import opposed
from recoupe.comparison.matters.likeness import Likeness
from recoupe.comparison.matters.near import Near
from recoupe.comparison.matters.terms import Content
from recoupe.comparison.positions.sayings import Saying
from recoupe.model import ContradictionScore, Reading

Contradictions = Callable[[Sequence[tuple[Wording, Wording]]], Sequence[ContradictionScore]]
"""Scores how the passages of each pair stand to each other, in order."""

_ALIKE: Final = 0.5
"""How alike two claims must be for their contradiction to be looked into: that is one thing said.

What all of a story speak of makes many alike by a third.
"""
_REFUSED: Final = 0.6
"""How alike a refusal and what is refused are."""
_CONTRADICTS: Final = 0.9
LOOKED: Final = 20_000
"""Pairs of words of a story that are looked at for a difference, about 0.3 ms each."""
ASKED: Final = 500
"""Pairs of words of a story that the contradiction reader is asked for, about 10 ms each.

A story of 40 reports has some dozens. One of hundreds, a season of protests, would have tens of
thousands, nearly all of them two happenings: it would take longer than all other stories together.
"""
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
    yield from _answered(told, claims, readings, likeness)
    yield from _refused(told, readings, likeness)
    accusing = [content for content in claims if content.saying.stance == "accuses"]
    for one, other in opposed(accusing, likeness):
        yield Against(one.saying, other.saying, "accuse_each_other")
    if contradictions is not None:
        yield from _contradicting(claims, likeness, contradictions)


def _answered(
    told: Sequence[Content],
    claims: Sequence[Content],
    readings: Sequence[Reading],
    likeness: Likeness,
) -> Iterator[Against]:
    """Yield who denies, cannot verify or does not comment on what others claim."""
    answering = [content for content in told if _answers(content.saying)]
    answers = Answers(answering, claims, readings, likeness)
    for number, content in enumerate(answering):
        saying = content.saying
        for claim in answers.about(number):
            here = claim.saying.report == saying.report
            code = "denied_in_same_report" if here else "denied_elsewhere"
            yield Against(saying, claim.saying, code if saying.denies else saying.stance)


def _refused(
    told: Sequence[Content], readings: Sequence[Reading], likeness: Likeness
) -> Iterator[Against]:
    """Yield who refuses what others want: in much the same words, or where it only points there."""
    refusing = [content for content in told if content.saying.refuses]
    wanted = [content for content in told if content.saying.wants]
    if not refusing or not wanted:
        return
    answers = Answers(refusing, wanted, readings, likeness)
    for number, content in enumerate(refusing):
        for other in answers.about(number):
            if content.pointing or likeness.both(content, other) >= _REFUSED:
                yield Against(content.saying, other.saying, "refused")


def _contradicting(
    claims: Sequence[Content], likeness: Likeness, contradictions: Contradictions
) -> Iterator[Against]:
    """Yield claims of two parties that cannot both hold.

    What is said in the same words is compared once. Of a story, :data:`LOOKED` pairs of words are
    looked at and :data:`ASKED` read, those that are most alike.
    """
    worded = _worded(claims, likeness)
    ranked = sorted(worded, key=lambda words: -likeness.both(*worded[words][0]))[:LOOKED]
    asked = [words for words in ranked if _differ(*words)][:ASKED]
    if not asked:
        return
    place = {id(claim): number for number, claim in enumerate(claims)}
    found: list[tuple[int, int, float]] = []
    for words, score in zip(asked, contradictions(asked), strict=True):
        if min(score.contradicts, score.same_matter) >= _CONTRADICTS:
            for one, other in worded[words]:
                found.append((place[id(one)], place[id(other)], round(score.contradicts, 2)))
    for first, second, told in sorted(found):
        yield Against(claims[second].saying, claims[first].saying, "contradicts", told)


Worded = dict[tuple[Wording, Wording], list[tuple[Content, Content]]]


def _worded(claims: Sequence[Content], likeness: Likeness) -> Worded:
    """Return the pairs of claims of two parties that are alike, by their words, in order."""
    near = Near(likeness.weights, _ALIKE)
    pairs: list[tuple[int, int]] = []
    for number, claim in enumerate(claims):
        pairs += [(other, number) for other in near.of(claim)]
        near.put(number, claim)
    found: Worded = {}
    for first, second in sorted(pairs):
        one, other = claims[first], claims[second]
        if (
            one.saying.language == other.saying.language
            and not one_party(one.saying, other.saying)
            and likeness.both(one, other) >= _ALIKE
        ):
            first_words, second_words = _wording(one.saying), _wording(other.saying)
            if second_words.text < first_words.text:
                first_words, second_words = second_words, first_words
            found.setdefault((first_words, second_words), []).append((one, other))
    return found


def _answers(saying: Saying) -> bool:
    return saying.denies or saying.stance in {"cannot_verify", "no_comment"}


def _differ(one: Wording, other: Wording) -> bool:
    """Whether their words alone show a difference that could be one of fact.

    Numbers are no such difference: they are compared with who gives them.
    """
    longer, shorter = sorted((one, other), key=lambda words: (-len(words.text), words.text))
    found = compare(sketch(longer), sketch(shorter))
    return any(reason.code in _TELLING for reason in reasons(found))


def _wording(saying: Saying) -> Wording:
    return Wording(" ".join(span.text for span in saying.statement.content), saying.language)


def one_party(one: Saying, other: Saying) -> bool:
    """Whether two sayings are of one party that has a name."""
    return one.party.id is not None and one.party.id == other.party.id
