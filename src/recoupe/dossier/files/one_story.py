"""A casefile as if it held one story and its reports alone: for a dossier of that story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeVar, cast

from recoupe.errors import StoreError
from recoupe.model import Entity, Reading, Stance, Statement
from recoupe.store import Readable
from recoupe.store.answers import (
    Arrival,
    ArrivalPage,
    CopyPage,
    Held,
    HeldPage,
    Named,
    Party,
    SpokenPage,
    StoryLine,
)
from recoupe.store.locating import Target
from recoupe.store.records import FailureRecord, ReviewedReading, Status, StoryPage

T = TypeVar("T")

_ALL: Final = 1_000_000
"""More than any list that is cut here has."""
_AT_ONCE: Final = 500
"""Findings asked for at once, arrivals looked through at once."""


def one_story(store: Readable, story: str) -> Readable:
    """Return a store that knows of one story, its reports in all versions, and who speaks in them.

    Whatever else ``store`` keeps is not there, and in no number. Raises :class:`StoreError` where
    there is no such story.
    """
    # What is not named here passes on to the store: mypy sees no method that __getattr__ finds.
    return cast("Readable", _OneStory(store, story))


@dataclass
class _Heard:
    """What the reports of the story have of one party."""

    stances: Counter[Stance] = field(default_factory=Counter)
    heard_in: set[str] = field(default_factory=set)
    named_in: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)


class _OneStory:
    """Answers as the store does, of one story."""

    def __init__(self, store: Readable, story: str) -> None:
        self._store = store
        self._kept = store.story(story)
        self._story = self._kept.story.id

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    # The case

    def status(self) -> Status:
        """Return what the story holds; what waits elsewhere is left out."""
        status = self._store.status()
        counts = {
            "stories": 1,
            "findings": self._kept.findings,
            "reports": len(self._kept.story.reports),
            "versions": len(self._articles),
            "parties": len(self._heard),
        }
        return replace(
            status,
            counts=counts,
            altered=tuple(one for one in status.altered if one.after in self._articles),
            words_gone=tuple(one for one in status.words_gone if one.article in self._articles),
            failures=0,
            retryable=0,
            unfinished=(),
            check=None if status.check is None else replace(status.check, missing=0),
        )

    def failures(self) -> Iterator[FailureRecord]:
        """Yield nothing: what could not be read is of no story."""
        return iter(())

    def stories(self, *, report: str | None = None, limit: int = 20, offset: int = 0) -> StoryPage:  # noqa: ARG002
        """Return the story."""
        return StoryPage((self._kept,)[offset:][:limit], 1, more=False)

    def arrivals(self, *, limit: int = 20, offset: int = 0) -> ArrivalPage:
        """Return one page of the versions of the story's reports, the last added first."""
        found = [one for one in self._all_arrivals() if one.source.article in self._articles]
        shown = tuple(found[offset : offset + limit])
        return ArrivalPage(shown, len(found), offset + len(shown) < len(found))

    # Reports

    def locate(self, id_: str) -> Target:
        """Return what an id is of; raise :class:`StoreError` for what is not of the story."""
        target = self._store.locate(id_)
        if target.article is not None and target.article not in self._articles:
            raise _not_here(id_)
        if target.kind == "story" and id_ != self._story:
            raise _not_here(id_)
        return target

    def reading(self, article: str) -> ReviewedReading:
        """Return what an article of the story says; raise :class:`StoreError` for any other."""
        if article not in self._articles:
            raise _not_here(article)
        return self._store.reading(article)

    def copies(self, report: str, *, taken: bool, limit: int = 20, offset: int = 0) -> CopyPage:
        """Return one page of what a report has from others of the story, or these from it."""
        page = self._store.copies(report, taken=taken, limit=_ALL, offset=0)
        found = [
            one
            for one in page.copies
            if one.here.article in self._articles
            and (one.there is None or one.there.article in self._articles)
        ]
        return CopyPage(*_page(found, limit, offset))

    def story_lines(self, report: str) -> tuple[StoryLine, ...]:
        """Return the story in one line."""
        return tuple(one for one in self._store.story_lines(report) if one.id == self._story)

    # Who says it

    def party(self, party: str) -> Party:
        """Return a party, as far as the story has it; raise :class:`StoreError` for any other."""
        whole = self._store.party(party)
        heard = self._heard.get(whole.id)
        if heard is None:
            raise _not_here(party)
        return replace(
            whole,
            statements=heard.stances.total(),
            stances=dict(heard.stances.most_common()),
            heard_in=len(heard.heard_in),
            named_in=len(heard.named_in),
            names=tuple(heard.names.most_common()),
            roles=tuple(heard.roles.most_common()),
            bodies=self._named(heard.bodies),
            voices=self._named(heard.voices),
            joined=tuple(one for one in whole.joined if one.name in heard.names),
            stories=tuple(
                replace(one, count=heard.stances.total())
                for one in whole.stories
                if one.id == self._story
            ),
        )

    def said_by(
        self,
        party: str,
        *,
        stance: Stance | None = None,
        story: str | None = None,  # noqa: ARG002
        limit: int = 20,
        offset: int = 0,
    ) -> SpokenPage:
        """Return one page of what a party says in the story."""
        return self._store.said_by(
            party, stance=stance, story=self._story, limit=limit, offset=offset
        )

    def positions(
        self,
        *,
        party: str | None = None,
        findings: Sequence[str] | None = None,
        turned: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> HeldPage:
        """Return one page of positions on the story's findings."""
        wanted = self._findings if findings is None else self._findings & set(findings)
        found: list[Held] = []
        ordered = sorted(wanted)
        for at in range(0, len(ordered), _AT_ONCE):
            some = ordered[at : at + _AT_ONCE]
            page = self._store.positions(party=party, findings=some, turned=turned, limit=_ALL)
            found += page.positions
        return HeldPage(*_page(found, limit, offset))

    def positions_of(self, statements: Sequence[str]) -> Mapping[str, tuple[Held, ...]]:
        """Return the positions on the story's findings that statements bear out."""
        found = self._store.positions_of(statements)
        return {id_: tuple(filter(self._is_here, some)) for id_, some in found.items()}

    def own_voice(self, outlet: str, *, limit: int = 20, offset: int = 0) -> HeldPage:
        """Return one page of what the story's reports of an outlet say in their own voice."""
        page = self._store.own_voice(outlet, limit=_ALL)
        return HeldPage(*_page(list(filter(self._is_here, page.positions)), limit, offset))

    def _is_here(self, held: Held) -> bool:
        return held.story == self._story

    # What is of the story

    @cached_property
    def _articles(self) -> frozenset[str]:
        """The ids of all versions of the story's reports."""
        found = set(self._kept.story.reports)
        for article in self._kept.story.reports:
            report = self._store.locate(article).report
            if report is not None:
                found.update(one.article for one in self._store.versions(report))
        return frozenset(found)

    @cached_property
    def _findings(self) -> frozenset[str]:
        facts = self._store.story_facts(self._story, findings=range(0))
        return frozenset(one.finding for one in facts.stood)

    def _all_arrivals(self) -> Iterator[Arrival]:
        at = 0
        while True:
            page = self._store.arrivals(limit=_AT_ONCE, offset=at)
            yield from page.arrivals
            at += len(page.arrivals)
            if not page.more:
                return

    @cached_property
    def _heard(self) -> Mapping[str, _Heard]:
        """Every party that the latest versions of the story's reports have, by its id."""
        found: defaultdict[str, _Heard] = defaultdict(_Heard)
        for article in self._kept.story.reports:
            _hear(found, self._store.reading(article).reading, self._store.parties_of(article))
        return found

    def _named(self, counts: Counter[str]) -> tuple[Named, ...]:
        return tuple(
            Named(id_, self._store.party(id_).name, number) for id_, number in counts.most_common()
        )


def _hear(found: Mapping[str, _Heard], reading: Reading, parties: Mapping[str, str]) -> None:
    """Add what a reading has of each of its parties."""
    article = reading.article.id
    for said in _spoken(reading, parties):
        heard = found[parties[said.id]]
        heard.stances[said.stance] += 1
        heard.heard_in.add(article)
    for entity in _of_parties(reading, parties):
        heard = found[parties[entity.id]]
        heard.named_in.add(article)
        heard.names.update((entity.name, *entity.aliases))
        if entity.roles:
            heard.roles[" … ".join(span.text for span in entity.roles)] += 1
        body = parties.get(entity.affiliation or "")
        if body is not None and body != parties[entity.id]:
            heard.bodies[body] += 1
            found[body].voices[parties[entity.id]] += 1


def _spoken(reading: Reading, parties: Mapping[str, str]) -> Iterator[Statement]:
    return (one for one in reading.statements if one.id in parties)


def _of_parties(reading: Reading, parties: Mapping[str, str]) -> Iterator[Entity]:
    return (one for one in reading.entities if one.id in parties)


def _page(found: Sequence[T], limit: int, offset: int) -> tuple[tuple[T, ...], int, bool]:
    shown = tuple(found[offset : offset + limit])
    return shown, len(found), offset + len(shown) < len(found)


def _not_here(id_: str) -> StoreError:
    return StoreError(
        "this is not in the dossier, which holds one story",
        where=id_,
        remedy="ask whoever made it for a dossier of the whole casefile",
    )
