"""From sayings to matters: claims on one thing, and the answers to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.matters.answering import Answers
from recoupe.comparison.matters.blaming import opposed
from recoupe.comparison.matters.likeness import Likeness
from recoupe.comparison.matters.terms import Content, contents, weights
from recoupe.comparison.positions.sayings import Saying
from recoupe.model import ContradictionScore, Reading

Contradiction = Callable[[Saying, Saying], ContradictionScore]
"""Scores how two sayings stand to each other."""

_SAME: Final = 0.5
"""How alike two claims are that say one thing."""
_WORTH: Final = 0.25
"""How alike two claims must be for their contradiction to be looked into."""
_CONTRADICTS: Final = 0.75
_SHARED: Final = 0.5
"""Share of the claims that two answers have in common where they are about one matter."""


@dataclass(frozen=True, slots=True)
class Against:
    """That one saying stands against another, and the code of why; ``score`` where one was given.

    ``answer`` is the denial where there is one.
    """

    answer: Saying
    claim: Saying
    code: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Sayings about one thing, by report and place in it, and which of them stand against which.

    ``best`` is the one whose words name the matter; ``happened`` tells whether it is about a typed
    event.
    """

    sayings: tuple[Saying, ...]
    best: Saying
    against: tuple[Against, ...]
    happened: bool


def matters(
    found: Sequence[Saying], readings: Sequence[Reading], contradiction: Contradiction | None = None
) -> tuple[Matter, ...]:
    """Return the matters of a story: every saying is in one, an answer with what it answers.

    Claims that say one thing in like words are one matter; claims that one denial is about are one
    matter as well, and so are accusations against each other and claims that contradict.
    """
    told = contents(found, readings)
    likeness = Likeness(weights(told))
    place = {id(content.saying): number for number, content in enumerate(told)}
    against = list(_against(told, readings, likeness, contradiction))
    pairs = [(place[id(pair.answer)], place[id(pair.claim)]) for pair in against]
    groups = _gathered(told, _cores(pairs), likeness)
    return tuple(_matter([told[at] for at in group], against, likeness) for group in groups)


def _cores(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Return the numbers of sayings that stand against one another, those of one matter together.

    Two answers are about one matter where half of the claims that either is about are the other's
    too. No saying is in two: it is where most others are.
    """
    about: dict[int, set[int]] = {}
    for answer, claim in pairs:
        about.setdefault(answer, set()).add(claim)
    cores: list[tuple[set[int], set[int]]] = []
    for answer, claims in sorted(about.items(), key=lambda item: (-len(item[1]), item[0])):
        core = next((core for core in cores if _one_matter(core, answer, claims)), None)
        if core is None:
            cores.append(({answer}, set(claims)))
        else:
            core[0].add(answer)
            core[1].update(claims)
    taken: set[int] = set()
    kept: list[set[int]] = []
    for answers, told in sorted(cores, key=lambda core: (-len(core[1]), min(core[0]))):
        free = (answers | told) - taken
        if free & answers:
            kept.append(free)
            taken |= free
    return kept


def _one_matter(core: tuple[set[int], set[int]], answer: int, claims: set[int]) -> bool:
    answers, told = core
    both = (told | answers) & (claims | {answer})
    return len(both) >= _SHARED * min(len(claims), len(told))


def _gathered(
    told: Sequence[Content], cores: Sequence[set[int]], likeness: Likeness
) -> list[list[int]]:
    """Return every saying's number once, in groups: with a core, or with those that say the same.

    One joins the group whose first member, or in a core any member, it is most like.
    """
    groups = [sorted(core) for core in cores]
    leaders = [list(group) for group in groups]
    taken = {number for group in groups for number in group}
    by_term: dict[str, set[int]] = {}
    for at, group in enumerate(leaders):
        for number in group:
            for term in told[number].terms:
                by_term.setdefault(term, set()).add(at)
    for number in range(len(told)):
        if number in taken:
            continue
        near = {at for term in told[number].terms for at in by_term.get(term, ())}
        scored = [
            (score, -at)
            for at in near
            if (score := _most(told[number], [told[one] for one in leaders[at]], likeness)) >= _SAME
        ]
        if scored:
            groups[-max(scored)[1]].append(number)
            continue
        for term in told[number].terms:
            by_term.setdefault(term, set()).add(len(groups))
        leaders.append([number])
        groups.append([number])
    return [sorted(group) for group in groups]


def _most(content: Content, leaders: Iterable[Content], likeness: Likeness) -> float:
    """Return how like a content is to the one of ``leaders`` that it is most like."""
    return max(
        (
            likeness.both(content, leader)
            for leader in leaders
            if _attitude(leader.saying) == _attitude(content.saying)
        ),
        default=0.0,
    )


def _against(
    told: Sequence[Content],
    readings: Sequence[Reading],
    likeness: Likeness,
    contradiction: Contradiction | None,
) -> Iterator[Against]:
    claims = [content for content in told if content.saying.claims]
    answers = Answers(claims, readings, likeness)
    demands = [content for content in told if content.saying.stance == "demands"]
    refusals = Answers(demands, (), likeness)
    for content in told:
        saying = content.saying
        if saying.denies or saying.stance in {"cannot_verify", "no_comment"}:
            for claim in answers.about(content):
                here = claim.saying.report == saying.report
                code = "denied_in_same_report" if here else "denied_elsewhere"
                yield Against(saying, claim.saying, code if saying.denies else saying.stance)
        if saying.stance == "refuses":
            for demand in refusals.about(content):
                yield Against(saying, demand.saying, "refuses")
    accusing = [content for content in claims if content.saying.stance == "accuses"]
    for one, other in opposed(accusing, likeness):
        yield Against(one.saying, other.saying, "accuse_each_other")
    if contradiction is not None:
        yield from _contradicting(claims, likeness, contradiction)


def _contradicting(
    claims: Sequence[Content], likeness: Likeness, contradiction: Contradiction
) -> Iterator[Against]:
    for number, one in enumerate(claims):
        for other in claims[number + 1 :]:
            same = one.saying.party.id is not None and one.saying.party.id == other.saying.party.id
            if same or likeness.both(one, other) < _WORTH:
                continue
            score = contradiction(one.saying, other.saying)
            if min(score.contradicts, score.same_matter) >= _CONTRADICTS:
                yield Against(other.saying, one.saying, "contradicts", round(score.contradicts, 2))


def _attitude(saying: Saying) -> str:
    return "claims" if saying.claims else "denies" if saying.denies else saying.stance


def _matter(group: Sequence[Content], against: Iterable[Against], likeness: Likeness) -> Matter:
    inside = {id(content.saying) for content in group}
    claims = [content for content in group if content.saying.claims] or list(group)
    best = min(claims, key=lambda content: (-_central(content, group, likeness), _size(content)))
    return Matter(
        sayings=tuple(content.saying for content in group),
        best=best.saying,
        against=tuple(pair for pair in against if id(pair.answer) in inside),
        happened=any(content.events for content in claims),
    )


def _central(content: Content, group: Iterable[Content], likeness: Likeness) -> float:
    """Return how much of all others a content has, by tenths, so that the shorter one wins."""
    return round(sum(likeness.held(other, content) for other in group if other is not content), 1)


def _size(content: Content) -> tuple[int, str, int]:
    return len(content.saying.text), content.saying.report, content.saying.start
