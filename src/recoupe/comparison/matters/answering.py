"""What a denial denies, and what somebody cannot verify or does not comment on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from recoupe.comparison.contradiction import Wording
from recoupe.comparison.contradiction.sketch import sketch
from recoupe.comparison.matters.likeness import Likeness
from recoupe.comparison.matters.near import foreign_pairs
from recoupe.comparison.matters.terms import Content
from recoupe.comparison.positions.parties import folded
from recoupe.comparison.positions.sayings import Saying
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import Reading
from recoupe.words import tokens

_NEAR: Final = 400
"""Code points before a word such as "it" within which what it stands for is said."""
_HELD: Final = 0.6
"""Share of an answer's terms that a claim it answers has."""
_HELD_HERE: Final = 0.5
"""The same within one report, where the two stand together on purpose."""
_HELD_TOLD: Final = 0.2
"""The same where the reader of events or a noun ("claims of …") tells that it denies claims."""
_HELD_BACK: Final = 0.3
"""Share of a claim's terms that its answer has, where it only mentions what is denied."""
_ACROSS: Final = 0.45
"""How alike in meaning an answer and a claim of two languages are."""
_HELD_SHORT: Final = 0.9
"""The same for an answer of few words, which can be in anything."""
_SHORT: Final = 3
_OPENING: Final = 3
"""Words of a denial among which the claims that it denies are named."""
_WORDS: Final = 2
"""How many words the two share at least, if the answer has as many."""
_REPEATED: Final = 0.6
"""How alike an answer told by its own words is to a saying that is no claim against it."""


class Answers:
    """Tells which claims of a story an answer is about."""

    def __init__(
        self,
        answers: Sequence[Content],
        claims: Sequence[Content],
        readings: Iterable[Reading],
        likeness: Likeness,
    ) -> None:
        self._answers = answers
        self._claims = claims
        self._likeness = likeness
        self._here: dict[str, list[Content]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_event: dict[str, list[int]] = {}
        for number, claim in enumerate(claims):
            self._here.setdefault(claim.saying.report, []).append(claim)
            for word in claim.words:
                self._by_word.setdefault(word, []).append(number)
            for told in claim.event_ids:
                self._by_event.setdefault(told, []).append(number)
        self._foreign = foreign_pairs(answers, claims, likeness.vectors, _ACROSS)
        self._accused = self._of_main_happening()
        self._denied: dict[str, set[str]] = {}
        for reading in readings:
            for event in reading.events:
                for statement in event.denied_by:
                    self._denied.setdefault(statement, set()).add(event.id)

    def about(self, number: int) -> tuple[Content, ...]:
        """Return the claims of other parties that an answer is about, in their order.

        ``number`` is its place among the answers. One that only points ("denied it") is about what
        another party says just before it, or around it.
        """
        answer = self._answers[number]
        if answer.pointing:
            return self._pointed_at(answer) if points(answer.saying) else ()
        denied = self._denied.get(answer.saying.statement.id, set())
        near = [self._claims[at] for at in sorted(self._near(number, denied))]
        reached = [
            claim
            for claim in near
            if not _same_party(claim.saying, answer.saying)
            and not _overlap(answer.saying, claim.saying)
            and self._reaches(answer, claim, told_by_reader=bool(claim.event_ids & denied))
            and not negated(claim.saying)
        ]
        if not reached and _opens_with_claims(answer.saying):
            return self._pointed_at(answer)
        return tuple(reached)

    def _near(self, number: int, denied: Iterable[str]) -> set[int]:
        """Return the places of the claims that an answer may reach: all others share too little."""
        words = self._answers[number].words
        shared = Counter(at for word in words for at in self._by_word.get(word, ()))
        least = min(_WORDS, len(words))
        near = {at for at, times in shared.items() if times >= least}
        near.update(at for event in denied for at in self._by_event.get(event, ()))
        return near | self._foreign.get(number, set())

    def _pointed_at(self, answer: Content) -> tuple[Content, ...]:
        """Return what words without content of their own are about.

        For a noun such as "the allegations" those are the accusations of the story, those of its
        own report before others; else it is the claim that holds them; else the last claim before
        them, one that blames somebody or tells of a happening before others.
        """
        saying = answer.saying
        same = [
            claim
            for claim in self._here.get(saying.report, ())
            if not _same_party(claim.saying, saying)
        ]
        if names_claims(saying):
            accused = [claim for claim in self._accused if not _same_party(claim.saying, saying)]
            here = [claim for claim in accused if claim.saying.report == saying.report]
            if accused:
                return tuple(here or self._meant(answer, accused))
        around = [claim for claim in same if _holds(claim.saying, saying)]
        if around:
            return (min(around, key=lambda claim: claim.saying.end - claim.saying.start),)
        near = [claim for claim in same if 0 <= saying.start + 1 - claim.saying.end <= _NEAR]
        strong = [claim for claim in near if _tells(claim)] or near
        if not strong:
            return ()
        return (max(strong, key=lambda claim: (claim.saying.end, claim.saying.number)),)

    def _meant(self, answer: Content, accused: Iterable[Content]) -> Iterator[Content]:
        """Yield the accusations of other reports that an answer's own words, if any, are about."""
        for claim in accused:
            if answer.pointing or self._likeness.held(answer, claim) >= _HELD_TOLD:
                yield claim

    def _of_main_happening(self) -> list[Content]:
        """Return the accusations that are about the type of happening most of them are about."""
        accusing = [claim for claim in self._claims if _accuses(claim)]
        types = Counter(kind for claim in accusing for kind in claim.events)
        main = min(types, key=lambda kind: (-types[kind], kind), default=None)
        return [claim for claim in accusing if main in claim.events]

    def _reaches(self, answer: Content, claim: Content, *, told_by_reader: bool) -> bool:
        if answer.saying.language != claim.saying.language:
            return self._likeness.across(answer, claim) >= _ACROSS
        held = self._likeness.held(answer, claim)
        if not _tells(claim) and self._likeness.held(claim, answer) < _HELD_BACK:
            return False
        shared = answer.words & claim.words
        if told_by_reader:
            return bool(shared) and held >= _HELD_TOLD
        if len(shared) < min(_WORDS, len(answer.words)) or self._repeats(answer, claim):
            return False
        if len(answer.words) <= _SHORT:
            return held >= _HELD_SHORT
        here = answer.saying.report == claim.saying.report
        return held >= (_HELD_HERE if here else _HELD)

    def _repeats(self, answer: Content, claim: Content) -> bool:
        """Whether a claim says what the answer says, in its words: both are then one saying."""
        by_cue = answer.saying.statement.stance == answer.saying.stance
        return not by_cue and self._likeness.both(answer, claim) >= _REPEATED


def _holds(claim: Saying, answer: Saying) -> bool:
    return claim.start <= answer.start and answer.end <= claim.end


def _overlap(answer: Saying, claim: Saying) -> bool:
    """Whether two sayings have words of one report in common: the wider one says both."""
    same = answer.report == claim.report
    return same and claim.start < answer.end and answer.start < claim.end


def negated(claim: Saying) -> bool:
    """Whether a claim itself says that something is not so: who denies that agrees."""
    return bool(sketch(Wording(claim.text, claim.language)).negations)


def _tells(claim: Content) -> bool:
    """Whether a claim blames somebody or tells of a happening."""
    return _accuses(claim) or bool(claim.events)


def _accuses(claim: Content) -> bool:
    return claim.saying.stance == "accuses"


def names_claims(answer: Saying) -> bool:
    """Whether words name what others say ("the allegations")."""
    nouns = _claims(answer.language)
    return any(token.folded in nouns for token in tokens(answer.text))


def points(answer: Saying) -> bool:
    """Whether words stand for what others say ("it", "l'"), or name it."""
    known = _claims(answer.language) | _anaphors(answer.language)
    words = [token.folded for token in tokens(answer.text)]
    return not words or not known.isdisjoint(words)


def _opens_with_claims(answer: Saying) -> bool:
    """Whether what others say is what is answered; who denies something names it first."""
    if answer.refuses:
        return False
    nouns = _claims(answer.language)
    opening = _OPENING if answer.denies else None
    return any(token.folded in nouns for token in islice(tokens(answer.text), opening))


@cache
def _claims(language: str) -> frozenset[str]:
    return frozenset(folded(noun) for noun in pack(language).table("findings", FindingWords).claims)


@cache
def _anaphors(language: str) -> frozenset[str]:
    words = pack(language).table("findings", FindingWords).anaphors
    return frozenset(token.folded for word in words for token in tokens(word))


def _same_party(one: Saying, other: Saying) -> bool:
    if one.statement.id == other.statement.id and one.report == other.report:
        return True
    return one.party.id is not None and one.party.id == other.party.id
