"""From sayings to matters: claims on one thing, and the answers to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from recoupe.comparison.corrections import NOBODY, Corrections
from recoupe.comparison.matters.against import Against, Contradictions, one_party, standing
from recoupe.comparison.matters.answering import names_claims
from recoupe.comparison.matters.likeness import ACROSS, Likeness
from recoupe.comparison.matters.near import Near, foreign_pairs
from recoupe.comparison.matters.reviewed import as_said, said_of
from recoupe.comparison.matters.terms import Content, contents, weights
from recoupe.comparison.positions.sayings import Saying
from recoupe.comparison.together import Held, regrouped
from recoupe.model import Reading

_SAME: Final = 0.5
"""How alike two claims are that say one thing."""
_SAME_ACROSS: Final = _SAME / ACROSS
ENCODED: Final = 4_000
"""Texts of a story that are encoded, 3 to 7 ms each: those of some 300 reports, without copies."""
_COMPLETE: Final = 5
"""Words from which a content can be a clause of its own."""
_SEVERAL: Final = 2
_OWN_ACROSS: Final = 0.4
_ANSWERED_ACROSS: Final = 0.55
"""How alike in meaning two answers of two languages are that say the same."""
_ANSWERED: Final = 0.8
"""Share of its words that an answer has in common with another on the same matter."""
_SHARED: Final = 0.5
"""Share of the claims that two answers have in common where they are about one matter."""


if TYPE_CHECKING:
    from recoupe.comparison.contradiction.encoder import Vector


@dataclass(frozen=True, slots=True)
class Matter:
    """Sayings about one thing, by report and place in it, and which of them stand against which.

    ``best`` is the one whose words name the matter; ``happened`` tells whether it is about a typed
    event. ``reviewed`` are codes of why people's word makes it what it is.
    """

    sayings: tuple[Saying, ...]
    best: Saying
    against: tuple[Against, ...]
    happened: bool
    reviewed: tuple[str, ...] = ()


def matters(
    found: Sequence[Saying],
    readings: Sequence[Reading],
    contradictions: Contradictions | None = None,
    corrections: Corrections = NOBODY,
) -> tuple[Matter, ...]:
    """Return the matters of a story: every saying is in one, an answer with what it answers.

    Claims that say one thing in like words are one matter; claims that one denial is about are one
    matter as well, and so are accusations against each other and claims that contradict. What
    ``corrections`` hold together or apart stands above all this.
    """
    told = contents(found, readings)
    likeness = Likeness(weights(told), _meanings(found))
    place = {id(content.saying): number for number, content in enumerate(told)}
    said = said_of(told, corrections)
    against = as_said(standing(told, readings, likeness, contradictions), told, said)
    pairs = [(place[id(pair.answer)], place[id(pair.claim)]) for pair in against]
    groups = regrouped(
        _gathered(told, _cores(pairs, told, likeness), likeness),
        said,
        lambda one, other: likeness.both(told[one], told[other]),
    )
    return tuple(
        _with_reviews(_matter([told[at] for at in group], against, likeness), group, told, said)
        for group in groups
    )


def _with_reviews(
    matter: Matter, group: Sequence[int], told: Sequence[Content], said: Held
) -> Matter:
    """Return a matter called as people call it, with the codes of what they made of it."""
    lead = said.lead(group)
    best = matter.best if lead is None else told[lead].saying
    return replace(matter, best=best, reviewed=said.codes(group))


def _meanings(found: Sequence[Saying]) -> dict[str, Vector]:
    """Return the vector of each saying's text where the story is told in several languages.

    Of a very large story those of :data:`ENCODED` texts: what most reports say, then the earliest.
    """
    if len({saying.language for saying in found}) < 2:
        return {}
    from recoupe.comparison.contradiction.encoder import vectors

    times = Counter(saying.text for saying in found)
    return vectors(sorted(times, key=lambda text: -times[text])[:ENCODED])


def _cores(
    pairs: Iterable[tuple[int, int]], told: Sequence[Content], likeness: Likeness
) -> list[set[int]]:
    """Return the numbers of sayings that stand against one another, those of one matter together.

    Two answers are about one matter where half of the claims that either is about are the other's
    too, or where they say the same. No saying is in two: one that others took most claims of is
    with those.
    """
    about: dict[int, set[int]] = {}
    for answer, claim in pairs:
        about.setdefault(answer, set()).add(claim)
    cores: list[tuple[set[int], set[int]]] = []
    for answer, claims in sorted(about.items(), key=lambda item: (-len(item[1]), item[0])):
        core = next(
            (
                core
                for core in cores
                if _one_matter(core, answer, claims)
                or any(_same_answer(told[answer], told[other], likeness) for other in core[0])
            ),
            None,
        )
        if core is None:
            cores.append(({answer}, set(claims)))
        else:
            core[0].add(answer)
            core[1].update(claims)
    kept: list[set[int]] = []
    for answers, claims in sorted(cores, key=lambda core: (-len(core[1]), min(core[0]))):
        taken = set().union(*kept)
        most = max(kept, key=lambda other: len(other & claims), default=set[int]())
        free = (answers | claims) - taken
        if len(most & claims) > len(claims - taken):
            most |= free
        elif free & answers:
            kept.append(free)
    return kept


def _one_matter(core: tuple[set[int], set[int]], answer: int, claims: set[int]) -> bool:
    answers, told = core
    both = (told | answers) & (claims | {answer})
    return len(both) >= _SHARED * min(len(claims), len(told))


def _same_answer(one: Content, other: Content, likeness: Likeness) -> bool:
    """Whether two answers of one attitude say the same; in two languages less of one party."""
    if _attitude(one.saying) != _attitude(other.saying):
        return False
    if one.saying.language != other.saying.language:
        least = _OWN_ACROSS if one_party(one.saying, other.saying) else _ANSWERED_ACROSS
        return likeness.across(one, other) >= least
    if min(len(one.words), len(other.words)) < _SEVERAL:
        return False
    return max(likeness.held(one, other), likeness.held(other, one)) >= _ANSWERED


def _gathered(
    told: Sequence[Content], cores: Sequence[set[int]], likeness: Likeness
) -> list[list[int]]:
    """Return every saying's number once, in groups: with a core, or with those that say the same.

    One joins the group whose first member, or in a core any member, it is most like.
    """
    groups = [sorted(core) for core in cores]
    leaders = [list(group) for group in groups]
    led = {number: at for at, group in enumerate(groups) for number in group}
    taken = set(led)
    index = Near(likeness.weights, _SAME)
    for number in sorted(taken):
        index.put(led[number], told[number])
    foreign = foreign_pairs(told, told, likeness.vectors, _SAME_ACROSS)
    for number in range(len(told)):
        if number in taken:
            continue
        near = index.of(told[number])
        near |= {led[other] for other in foreign.get(number, ()) if other in led}
        scored = [
            (score, -at)
            for at in near
            if (score := _most(told[number], [told[one] for one in leaders[at]], likeness)) >= _SAME
        ]
        if scored:
            groups[-max(scored)[1]].append(number)
            continue
        index.put(len(groups), told[number])
        led[number] = len(groups)
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


def _attitude(saying: Saying) -> str:
    return "claims" if saying.claims else "denies" if saying.denies else saying.stance


def _matter(group: Sequence[Content], against: Iterable[Against], likeness: Likeness) -> Matter:
    inside = {id(content.saying) for content in group}
    pairs = tuple(pair for pair in against if id(pair.answer) in inside)
    answers = {id(pair.answer) for pair in pairs}
    return Matter(
        sayings=tuple(_as_cued(content.saying, answers) for content in group),
        best=_best(group, pairs, likeness).saying,
        against=pairs,
        happened=any(content.events for content in group if content.saying.claims),
    )


def _as_cued(saying: Saying, answers: Container[int]) -> Saying:
    """Return a saying with its cue's stance where only its words deny, and nothing is denied.

    "There were no adults at home" denies nothing that anybody says.
    """
    cued = saying.statement.stance
    if saying.denies and cued != saying.stance and id(saying) not in answers:
        return replace(saying, stance=cued)
    return saying


def _best(group: Sequence[Content], pairs: Iterable[Against], likeness: Likeness) -> Content:
    """Return the content that names a matter best: what answers are about, short and complete.

    Where somebody is blamed an accusation does, else the claim that has most of all others.
    """
    claims = [content for content in group if content.saying.claims] or list(group)
    answered = {id(pair.claim) for pair in pairs}
    chosen = [content for content in claims if id(content.saying) in answered] or claims
    blaming = [content for content in chosen if content.saying.stance == "accuses"] or chosen
    whole = [
        content
        for content in blaming
        if len(content.saying.text.split()) >= _COMPLETE and not names_claims(content.saying)
    ]
    alike: dict[Compared, list[Content]] = {}
    for content in group:
        alike.setdefault(_compared(content), []).append(content)
    central = {
        _compared(content): _central(content, alike.values(), likeness)
        for content in whole or blaming
    }
    return min(whole or blaming, key=lambda content: (-central[_compared(content)], _size(content)))


Compared = tuple[str, frozenset[str], frozenset[str]]


def _compared(content: Content) -> Compared:
    """Return all that a content is compared by: those of copies of one text are the same."""
    return content.saying.language, content.words, content.events


def _central(content: Content, group: Iterable[Sequence[Content]], likeness: Likeness) -> int:
    """Return how much of all others a content has, in fifths, so that the shorter one wins.

    ``group`` are the contents of its matter, each time those that are compared alike.
    """
    held = [(likeness.held(alike[0], content), len(alike)) for alike in group]
    others = sum(number for _, number in held) - 1
    own = likeness.held(content, content)
    return round(5 * (sum(part * number for part, number in held) - own) / others) if others else 0


def _size(content: Content) -> tuple[int, str, int]:
    return len(content.saying.text), content.saying.report, content.saying.start
