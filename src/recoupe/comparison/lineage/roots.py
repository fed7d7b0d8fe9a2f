"""How many independent origins stand behind some words: roots of the copy chains, not outlets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.comparison.lineage.reviewed import is_reviewed
from recoupe.comparison.lineage.wording import fold
from recoupe.model import Derivation, Passage, Span

RootKind = Literal["agency", "statement", "post", "outlet", "report", "withdrawn"]
Place = tuple[str, Span]
"""Words of a report: its article id, and where they stand."""

_KINDS: Final[tuple[RootKind, ...]] = (
    "agency", "statement", "post", "outlet", "report", "withdrawn",
)  # fmt: skip
_WORD: Final = re.compile(r"\w+")
_HALF: Final = 0.5
_OUTSIDE: Final = frozenset({"agency", "statement", "post"})
_WAYS: Final = 8
"""Places of one report to which the ways of some words may lead; where there are more, reports are
woven of the same sentences, and what counts is which report has anything from which."""


@dataclass(frozen=True, slots=True)
class Root:
    """One independent origin; the ``name`` of a report, withdrawn or not, is its article id."""

    kind: RootKind
    name: str


Stretch = tuple[int, int]
"""Between which code points of a text."""
Stretched = tuple[str, int, int]
"""A report, and between which code points of its text."""
Words = tuple[str, int, int, str]
"""The same with the words that stand there."""
Step = tuple[list[Words], set[Root]]
"""Where words stand in the reports they derive from, and origins outside."""


class Ancestry:
    """The derivations of some reports, ready to be asked for the roots of many words."""

    def __init__(
        self,
        derivations: Iterable[Derivation],
        outlets: Mapping[str, str] | None = None,
        apart: Iterable[tuple[str, str]] = (),
        withdrawn: Set[str] = frozenset(),
    ) -> None:
        """``outlets`` go from article ids to outlets: what one outlet says twice is one origin.

        ``apart`` are pairs of reports that people hold to be no copies of each other: no third one
        that has words from both makes them one origin. ``withdrawn`` are reports that were taken
        back: none of them is an origin, nor of what others have from them.
        """
        self._withdrawn = withdrawn
        self._outlets = dict(outlets or {})
        self._of: defaultdict[str, list[Derivation]] = defaultdict(list)
        self._copied: defaultdict[str, set[str]] = defaultdict(set)
        self._found: dict[Stretched, frozenset[Root]] = {}
        self._steps: dict[Stretched, Step] = {}
        for derivation in derivations:
            self._of[derivation.report].append(derivation)
            if derivation.source is not None and is_reviewed(derivation):
                self._copied[derivation.report].add(derivation.source)
        pairs = {frozenset((self._own(one), self._own(other))) for one, other in apart}
        parted = (tuple(sorted(pair, key=_rank)) for pair in pairs if len(pair) > 1)
        self._apart = sorted(parted, key=lambda pair: (_rank(pair[0]), _rank(pair[1])))

    def roots(self, places: Iterable[Place]) -> frozenset[Root]:
        """Return the independent origins of the words at ``places``.

        Words that lead back to one origin are one; so are words of which some lead to two origins,
        which are then one and the same saying. Words that derive from nothing are their report's.
        Those of a report that people hold to be a copy are never an origin beside its source's.
        Words that lead to nothing but withdrawn reports have none.
        """
        groups: list[set[Root]] = []
        led: list[frozenset[Root]] = []
        told = list(places)
        reports = {report for report, _ in told}
        for report, span in told:
            if report in self._withdrawn:
                continue
            sources = self._sources(report)
            if sources & reports:
                continue
            keys = self._origins(report, span)
            if sources:
                keys = (keys - {self._own(report)}) | {self._own(source) for source in sources}
            led.append(frozenset(keys))
        # Where nobody holds two apart their order is nothing, and many words lead to the same.
        for keys in led if self._apart else dict.fromkeys(led):
            groups = self._joined(groups, keys)
        roots = (min(group, key=_rank) for group in groups)
        return frozenset(root for root in roots if root.kind != "withdrawn")

    def _origins(self, report: str, span: Span) -> frozenset[Root]:
        """Return the ends of every chain that these words lead back along."""
        asked = report, span.start, span.end
        if asked not in self._found:
            self._found[asked] = frozenset(self._ends(report, span))
        return self._found[asked]

    def _ends(self, report: str, span: Span) -> set[Root]:
        if report not in self._of:
            return {self._own(report)}
        found: set[Root] = set()
        seen: defaultdict[str, list[Stretch]] = defaultdict(list)
        waiting: Iterable[Words] = [(report, span.start, span.end, span.text)]
        while waiting:
            behind: set[Words] = set()
            for here in sorted(waiting):  # the same whatever the order of derivations
                if _is_seen(here, seen[here[0]]):
                    continue
                if len(seen[here[0]]) == _WAYS:
                    return self._woven(report)
                seen[here[0]].append(here[1:3])
                if here[:3] not in self._steps:
                    self._steps[here[:3]] = self._behind(*here)
                further, ends = self._steps[here[:3]]
                behind.update(further)
                found |= ends
                if not further and not ends:
                    found.add(self._own(here[0]))
            waiting = behind
        return found or {self._own(min(seen))}

    def _woven(self, report: str) -> set[Root]:
        """Return the ends of every chain that leads back from anything in a report."""
        found: set[Root] = set()
        seen: set[str] = set()
        waiting = {report}
        while waiting:
            seen |= waiting
            behind: set[str] = set()
            for here in waiting:
                sources, ends = self._whole(here)
                behind |= sources
                found |= ends
            waiting = behind - seen
        return found or {self._own(min(seen))}

    def _whole(self, report: str) -> tuple[set[str], set[Root]]:
        """Return the reports that a report derives from, and origins outside; its own if none."""
        sources: set[str] = set()
        ends: set[Root] = set()
        for derivation in self._of.get(report, ()):
            end, source = self._end(derivation), derivation.source
            if end is not None:
                ends.add(end)
            elif source is not None:
                sources.add(source)
        return sources, ends if sources or ends else {self._own(report)}

    def _joined(self, groups: Iterable[set[Root]], keys: frozenset[Root]) -> list[set[Root]]:
        """Return groups of roots with those of one more place, which joins all that it leads to."""
        joined = set(keys)
        for one, other in self._apart:
            if one in joined:
                joined.discard(other)
        left: list[set[Root]] = []
        for group in groups:
            if not group & joined:
                left.append(group)
            elif self._may(joined | group):
                joined |= group
            else:
                left.append(group)
                joined -= group
        return [*left, joined] if joined else left

    def _may(self, roots: set[Root]) -> bool:
        return not any(one in roots and other in roots for one, other in self._apart)

    def _sources(self, report: str) -> set[str]:
        """Return the reports that this one is a copy of in the end, as people hold.

        Where they are copies of each other in a circle, it is the first by id.
        """
        if report not in self._copied:
            return set()
        seen: set[str] = set()
        ends: set[str] = set()
        waiting = [report]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                behind = self._copied.get(here, set())
                waiting += behind
                if not behind:
                    ends.add(here)
        return (ends or {min(seen)}) - {report}

    def _own(self, report: str) -> Root:
        if report in self._withdrawn:
            return Root("withdrawn", report)
        outlet = self._outlets.get(report)
        return _root("outlet", outlet) if outlet else Root("report", report)

    def _behind(self, report: str, start: int, end: int, text: str) -> Step:
        """Return where the words stand in the reports they derive from, and origins outside."""
        behind: list[Words] = []
        ends: set[Root] = set()
        for derivation in self._of.get(report, ()):
            passages = _holding(derivation, start, end, text)
            if not passages:
                continue
            root, source = self._end(derivation), derivation.source
            if root is not None:
                ends.add(root)
            elif source is not None:
                behind += [
                    (source, *_image(passage, start, end))
                    for passage in passages
                    if passage.there is not None
                ]
        return behind, ends

    def _end(self, derivation: Derivation) -> Root | None:
        """Return the origin at which a chain ends with a derivation, ``None`` if it goes on."""
        kind, name = derivation.origin.kind, derivation.origin.name
        if derivation.source in self._withdrawn:
            return self._own(derivation.source or "")
        if name and kind != "unknown" and (kind in _OUTSIDE or derivation.source is None):
            return _root(kind, name)
        return None


def independent_roots(
    places: Iterable[Place],
    derivations: Iterable[Derivation],
    outlets: Mapping[str, str] | None = None,
) -> frozenset[Root]:
    """Return the independent origins of the words at ``places``: see :class:`Ancestry`.

    To ask for many words of the same reports, make the :class:`Ancestry` once.
    """
    return Ancestry(derivations, outlets).roots(places)


def _holding(derivation: Derivation, start: int, end: int, text: str) -> list[Passage]:
    """Return the passages that hold a place: every figure of it, and half of its words."""
    passages = [p for p in derivation.passages if p.here.start < end and start < p.here.end]
    if not passages:
        return []
    held = words = 0
    for word in _WORD.finditer(text):
        at = start + word.start()
        inside = any(p.here.start <= at < p.here.end for p in passages)
        if not inside and word.group()[0].isdigit():
            return []
        held += inside
        words += 1
    return passages if held >= _HALF * words else []


def _is_seen(here: Words, before: Iterable[Stretch]) -> bool:
    """Whether half of these words were met in their report already.

    The ways from copy to copy lead to about the same place of a report, a few letters apart; where
    a hundred reports share their sentences there are more ways than could ever be followed.
    """
    _, start, end, _ = here
    return any(2 * (min(end, last) - max(start, first)) >= end - start for first, last in before)


def _image(passage: Passage, start: int, end: int) -> tuple[int, int, str]:
    """Return about where ``[start, end)`` of a passage stands in the report it comes from."""
    here, there = passage.here, passage.there
    assert there is not None  # noqa: S101
    scale = len(there) / len(here)
    first = there.start + round((max(start, here.start) - here.start) * scale)
    last = there.start + round((min(end, here.end) - here.start) * scale)
    last = max(last, first + 1)
    return first, last, there.text[first - there.start : last - there.start]


def _root(kind: RootKind, name: str) -> Root:
    """Return the root of a name, the same for an outlet's name and its address."""
    if kind == "outlet" and " " not in name and "." in name:
        name = name.removeprefix("www.").split(".")[0]
    words = [fold(word) for word in _WORD.findall(name)]
    return Root(kind, ("" if kind == "outlet" else " ").join(words))


def _rank(root: Root) -> tuple[int, str]:
    return _KINDS.index(root.kind), root.name
