"""What people hold together or apart, laid over the groups that the machine makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from recoupe.comparison.corrections import Corrections, Words

TOGETHER: Final = "reviewed_together"
APART: Final = "reviewed_apart"

Near = Callable[[int, int], float]
"""How alike two things are, by their numbers."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is grouped, by its words; of equal words those of one ``kind`` go together."""

    words: tuple[Words, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What people said of some things, by their numbers: which are together, and which apart.

    No two that are apart are in one of the sets that are together, and no thing is in two.
    ``leads`` are those by which what is together is called.
    """

    together: tuple[frozenset[int], ...] = ()
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)
    leads: tuple[int, ...] = ()

    def lead(self, group: Iterable[int]) -> int | None:
        """Return the thing by which people call a group; ``None`` where the machine says it."""
        members = set(group)
        return next((one for one in self.leads if one in members), None)

    def parts(self, one: int, other: int) -> bool:
        """Whether people hold two things apart."""
        return other in self.apart.get(one, ())

    def codes(self, group: Iterable[int]) -> tuple[str, ...]:
        """Return the codes of why a group is as it is, as far as people made it so."""
        members = set(group)
        joined = any(len(members & some) > 1 for some in self.together)
        parted = any(self.apart.get(one, frozenset()) - members for one in members)
        return (TOGETHER,) * joined + (APART,) * parted


def held(items: Sequence[Item], corrections: Corrections) -> Held:
    """Return what ``corrections`` say of ``items``; words of none of them say nothing.

    Where words that are apart are those of one thing, or of two that are held together, this
    counts for nothing.
    """
    if not corrections.one_matter and not corrections.two_matters:
        return Held()
    found = _Found(items)
    together: list[set[int]] = []
    leads: list[int] = []
    for group in corrections.one_matter:
        members = set(found.of(group))
        leads += found.of(group, only=group[0]) if len(members) > 1 else []
        met = [other for other in together if other & members]
        members.update(*met)
        together = [other for other in together if other not in met]
        if len(members) > 1:
            together.append(members)
    apart: dict[int, set[int]] = {}
    for one, other in corrections.two_matters:
        for a in found.of((one, other), only=one):
            for b in found.of((one, other), only=other):
                if a != b and not any({a, b} <= some for some in together):
                    apart.setdefault(a, set()).add(b)
                    apart.setdefault(b, set()).add(a)
    return Held(
        tuple(frozenset(some) for some in sorted(together, key=min)),
        {one: frozenset(others) for one, others in apart.items()},
        tuple(leads),
    )


class _Found:
    """Things by their words."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._of: dict[str, list[tuple[Words, int]]] = {}
        for number, item in enumerate(items):
            for words in item.words:
                self._of.setdefault(words.report, []).append((words, number))

    def of(self, group: Sequence[Words], only: Words | None = None) -> list[int]:
        """Return the things that have words of ``group``, or the words ``only`` of it.

        Of two with the same words it is the one of the kind that most of the group's are of.
        """
        chosen = [self._having(words) for words in group]
        kinds = Counter(self._items[some[0]].kind for some in chosen if len(some) == 1)
        of_each = zip(group, chosen, strict=True)
        return [
            min(some, key=lambda number: (-kinds[self._items[number].kind], number))
            for words, some in of_each
            if some and (only is None or words == only)
        ]

    def _having(self, words: Words) -> list[int]:
        near = self._of.get(words.report, ())
        return sorted({number for other, number in near if other.like(words)})


def regrouped(
    groups: Sequence[Sequence[int]], said: Held, near: Near = lambda _one, _other: 0.0
) -> list[list[int]]:
    """Return the groups of things as people left them, each thing once.

    Things held together bring the rest of their groups along. A group that holds what people hold
    apart is parted: what nobody spoke of goes with those that it is most like, by ``near``, then
    with the most. Things that were in no group are in one if people put them with others.
    """
    if not said.together and not said.apart:
        return [list(group) for group in groups]
    clusters = _Clusters(said)
    for group in groups:
        clusters.lay(group, near)
    numbers = [number for group in groups for number in group]
    return list(clusters.groups([*numbers, *(one for some in said.together for one in some)]))


class _Clusters:
    """Groups that grow, and never hold two things that are apart."""

    def __init__(self, said: Held) -> None:
        self._apart = said.apart
        self._of: dict[int, set[int]] = {}
        for some in said.together:
            whole = set(some)
            self._of.update(dict.fromkeys(some, whole))

    def lay(self, group: Sequence[int], near: Near) -> None:
        """Bring the things of a group together, as far as they may be."""
        for number in group:
            self._of.setdefault(number, {number})
        against = self._against(group)
        seeds: list[int] = []
        for number in sorted(against, key=lambda one: (against[one], one)):
            seed = next((one for one in seeds if self._may(one, number)), None)
            if seed is None:
                seeds.append(number)
            else:
                self._join(seed, number)
        for number in group:
            if number in against:
                continue
            fits = [one for one in seeds if self._may(one, number)]
            if not fits:
                seeds.append(number)
                continue
            if len(fits) > 1:
                fits.sort(key=lambda one: self._likeness(number, one, near))
            self._join(fits[-1], number)

    def groups(self, numbers: Iterable[int]) -> Iterator[list[int]]:
        """Yield each group once, in the order in which ``numbers`` first name one of it."""
        done: set[int] = set()
        for number in numbers:
            if number not in done:
                done |= self._of[number]
                yield sorted(self._of[number])

    def _against(self, group: Sequence[int]) -> Counter[int]:
        """Return how many others of a group each thing may not be with, where there are any."""
        found: Counter[int] = Counter()
        if any(number in self._apart for one in group for number in self._of[one]):
            for one, other in combinations(group, 2):
                if not self._may(one, other):
                    found[one] += 1
                    found[other] += 1
        return found

    def _may(self, one: int, other: int) -> bool:
        here, there = self._of[one], self._of[other]
        return here is there or all(there.isdisjoint(self._apart.get(each, ())) for each in here)

    def _join(self, one: int, other: int) -> None:
        here, there = self._of[one], self._of[other]
        if here is not there:
            here |= there
            self._of.update(dict.fromkeys(there, here))

    def _likeness(self, number: int, seed: int, near: Near) -> tuple[float, int, int]:
        members = self._of[seed]
        alike = max((near(number, one) for one in members if one != number), default=0.0)
        return alike, len(members), -seed
