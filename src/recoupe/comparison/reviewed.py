"""What people said of copies and findings, from their reviews to :class:`Corrections`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recoupe.comparison.corrections import Corrections, Judged, Pair, Words, most
from recoupe.model import Json, Review

if TYPE_CHECKING:
    from recoupe.comparison.alignment import Alignment

Here = Callable[[Words], Words | None]
"""Where reviewed words stand in the version that is checked; ``None`` where they do not."""


def corrections(
    reviews: Iterable[Review], articles: Mapping[str, str], here: Here | None = None
) -> Corrections:
    """Return what the reviews in force, oldest first, say of copies, matters and findings.

    ``articles`` go from ids of reports and articles to the article that is checked, and ``here``
    from words of an article to these in it; without it, words of other versions say nothing. What
    is said later stands above what was said earlier.
    """
    said = _Said(articles, here or (lambda words: _unmoved(words, articles)))
    for review in reviews:
        if review.in_force and review.kind == "lineage":
            said.copies(review)
        elif review.in_force and review.kind == "finding":
            said.finding(review)
    return said.corrections()


def is_lost(review: Review, here: Here) -> bool:
    """Whether a review of a finding says nothing any more, for its words are gone.

    ``here`` is as for :func:`corrections`. One that judges needs most of its words; one that joins
    or parts needs some on either side.
    """
    record = review.record or {}
    told = list(_words(record.get("words")))

    def stand(words: Iterable[Words]) -> list[Words]:
        return [found for one in words if (found := here(one)) is not None]

    standing = stand(told)
    if review.action in {"confirm", "reject"}:
        return not (standing and most(len(standing), len(told)))
    if review.action == "merge":
        others = [one for each in _each(record.get("others")) for one in _words(each["words"])]
        return not standing or not stand(others)
    if review.action == "split":
        taken = stand(_words(record.get("apart")))
        return not taken or not set(standing) - set(taken)
    return False


def in_checked(articles: Mapping[str, str], text: Callable[[str], str]) -> Here:
    """Return how words are found in the versions that are checked, to the letter or not at all.

    ``text`` returns that of an article by its id.
    """
    alignments: dict[str, Alignment] = {}

    def here(words: Words) -> Words | None:
        latest = articles.get(words.report)
        if latest is None or latest == words.report:
            return _unmoved(words, articles)
        if words.report not in alignments:
            from recoupe.comparison.alignment import align

            alignments[words.report] = align(text(words.report), text(latest))
        found = alignments[words.report].locate(words.start, words.end)
        if found.kind not in {"same", "moved"} or found.start is None or found.end is None:
            return None
        return Words(latest, found.start, found.end)

    return here


def _unmoved(words: Words, articles: Mapping[str, str]) -> Words | None:
    return words if articles.get(words.report) == words.report else None


@dataclass(slots=True)
class _Said:
    """What is gathered, review by review."""

    article: Mapping[str, str]
    here: Here
    _pairs: dict[Pair, tuple[Pair, bool]] = field(default_factory=dict)
    _matters: list[tuple[bool, tuple[Words, ...], tuple[Words, ...]]] = field(default_factory=list)
    _judged: list[Judged] = field(default_factory=list)

    def copies(self, review: Review) -> None:
        """Take up whether a report has its words from others."""
        report = self.article.get(review.target)
        for one in review.others:
            source = self.article.get(one)
            if report is not None and source is not None and report != source:
                key = min(report, source), max(report, source)
                self._pairs.pop(key, None)
                self._pairs[key] = (report, source), review.action == "merge"

    def finding(self, review: Review) -> None:
        """Take up what is said of a finding."""
        record = review.record or {}
        told = list(_words(record.get("words")))
        words = self._stand(told)
        if review.action in {"confirm", "reject"}:
            if words and most(len(words), len(told)):
                rejects = review.action == "reject"
                self._judged.append(Judged(words, "rejected" if rejects else "confirmed"))
        elif review.action == "merge":
            others = [one for each in _each(record.get("others")) for one in _words(each["words"])]
            lead = self._stand(_naming(record))
            self._matters.append((True, (*lead, *words, *self._stand(others)), ()))
        elif review.action == "split":
            taken = self._stand(_words(record.get("apart")))
            rest = tuple(one for one in words if one not in taken)
            self._matters.append((False, taken, rest))

    def _stand(self, told: Iterable[Words]) -> tuple[Words, ...]:
        """Return words where they stand now, without those that do not."""
        found = (self.here(one) for one in told)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def corrections(self) -> Corrections:
        """Return all that was taken up."""
        matters = _Matters()
        for together, some, others in reversed(self._matters):
            if together:
                matters.join(some)
            else:
                matters.part(some, others)
        groups, apart = matters.settled()
        return Corrections(
            copies=tuple(pair for pair, is_copy in self._pairs.values() if is_copy),
            no_copies=tuple(pair for pair, is_copy in self._pairs.values() if not is_copy),
            one_matter=groups,
            two_matters=apart,
            judged=tuple(self._judged),
        )


class _Matters:
    """Words held together and apart; what comes first stands, and what contradicts it gives way.

    Words that are :meth:`~Words.like` others that came before are these.
    """

    def __init__(self) -> None:
        self._known: dict[str, list[Words]] = {}
        self._group: dict[Words, set[Words]] = {}
        self._apart: dict[Words, set[Words]] = {}
        self._leads: list[Words] = []

    def join(self, words: Sequence[Words]) -> None:
        """Hold words together, each with the first group that may have it; the first one leads."""
        known = list(dict.fromkeys(map(self._same, words)))
        self._leads += known[:1]
        for at, one in enumerate(known):
            for other in known[:at]:
                here, there = self._group[one], self._group[other]
                if here is there or self._may(here, there):
                    self._merge(here, there)
                    break

    def part(self, some: Iterable[Words], others: Sequence[Words]) -> None:
        """Hold some words apart from all others that they are not together with."""
        rest = list(map(self._same, others))
        for one in map(self._same, some):
            for other in rest:
                if self._group[one] is not self._group[other]:
                    self._apart.setdefault(one, set()).add(other)
                    self._apart.setdefault(other, set()).add(one)

    def settled(self) -> tuple[tuple[tuple[Words, ...], ...], tuple[tuple[Words, Words], ...]]:
        """Return the groups, and the pairs that are apart, in order."""
        groups = {self._led(group) for group in self._group.values() if len(group) > 1}
        pairs = {(min(a, b), max(a, b)) for a, others in self._apart.items() for b in others}
        return tuple(sorted(groups)), tuple(sorted(pairs))

    def _led(self, group: set[Words]) -> tuple[Words, ...]:
        """Return a group with the one first that led the newest of those it was made of."""
        lead = next((one for one in self._leads if one in group), min(group))
        return (lead, *sorted(group - {lead}))

    def _may(self, here: set[Words], there: set[Words]) -> bool:
        return all(there.isdisjoint(self._apart.get(one, ())) for one in here)

    def _merge(self, here: set[Words], there: set[Words]) -> None:
        if here is not there:
            there |= here
            self._group.update(dict.fromkeys(here, there))

    def _same(self, words: Words) -> Words:
        known = self._known.setdefault(words.report, [])
        found = next((one for one in known if one.like(words)), None)
        if found is None:
            known.append(words)
            self._group[words] = {words}
            found = words
        return found


def _naming(record: Mapping[str, Json]) -> Iterator[Words]:
    """Yield the words of a finding's record that name its matter."""
    matter = record.get("matter")
    for one in _each(record.get("words")):
        text = " ".join(str(one.get("text")).split())
        if isinstance(matter, str) and matter.startswith(text):
            yield from _words([one])


def _each(value: Json) -> Iterator[Mapping[str, Json]]:
    """Yield the objects of a list; of what is none, nothing."""
    for one in value if isinstance(value, list | tuple) else ():
        if isinstance(one, Mapping):
            yield {"words": None, **one}


def _words(value: Json) -> Iterator[Words]:
    """Yield the words of a review's record; what another program kept otherwise says nothing."""
    for one in _each(value):
        match one:
            case {"article": str(article), "start": int(start), "end": int(end)} if start < end:
                yield Words(article, start, end)
