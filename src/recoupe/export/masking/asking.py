"""What pages ask a masked casefile a page at a time: parties, positions, copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from threading import RLock
from typing import Final, TypeVar

from recoupe.capture.warc.heads import HttpHead
from recoupe.errors import CasefileBusyError, StoreError
from recoupe.export.masking.histories import masked_history
from recoupe.export.masking.masker import Masker
from recoupe.export.masking.state import State
from recoupe.model import Review, Stance, TargetKind
from recoupe.store import Store
from recoupe.store.answers import (
    ArrivalPage,
    Captured,
    CopyPage,
    Held,
    HeldPage,
    Party,
    Side,
    SpokenPage,
    StoryLine,
    Support,
)
from recoupe.store.locating import unknown

T = TypeVar("T")

_TRIES: Final = 3
"""How often a casefile may be altered while one answer is made."""


class MaskedAsking:
    """The verbs of :class:`~recoupe.store.asked.Asked`, masked, over a casefile."""

    def __init__(self, store: Store, language: str, salt: str) -> None:
        self._store = store
        self._language = language
        self._salt = salt
        self._lock = RLock()
        self._state = self._made()

    def arrivals(self, *, limit: int = 20, offset: int = 0) -> ArrivalPage:
        """Return one page of the versions of reports, those that were added last first."""

        def asked(now: State) -> ArrivalPage:
            page = self._store.arrivals(limit=limit, offset=offset)
            return replace(page, arrivals=tuple(map(now.answers.arrival, page.arrivals)))

        return self._ask(asked)

    def captured(self, article: str) -> Captured:
        """Return the capture of an article without its bytes."""
        return self._ask(lambda now: now.answers.captured(self._store.captured(article), article))

    def heads(self, article: str) -> Mapping[str, HttpHead]:
        """Return the HTTP heads of an article's exchanges; none where anything is masked in it."""

        def asked(now: State) -> Mapping[str, HttpHead]:
            return now.answers.heads(self._store.heads(article), article)

        return self._ask(asked)

    def copies(self, report: str, *, taken: bool, limit: int = 20, offset: int = 0) -> CopyPage:
        """Return one page of what a report has from elsewhere, or else of what others have."""

        def asked(now: State) -> CopyPage:
            page = self._store.copies(report, taken=taken, limit=limit, offset=offset)
            return replace(page, copies=tuple(map(now.answers.copy, page.copies)))

        return self._ask(asked)

    def parties_of(self, article: str) -> Mapping[str, str]:
        """Return the party of each entity of an article, and of each statement with a speaker."""

        def asked(now: State) -> Mapping[str, str]:
            id_ = now.answers.id
            parties = self._store.parties_of(article)
            return {id_(record): id_(party) for record, party in parties.items()}

        return self._ask(asked)

    def party(self, party: str) -> Party:
        """Return a party; of one that people joined to another, that other."""
        return self._ask(lambda now: now.answers.party(self._party(now, party)))

    def reviews_of_kinds(self, *kinds: TargetKind) -> tuple[Review, ...]:
        """Return the reviews of some kinds of thing, and their undos, oldest first."""
        return self._ask(
            lambda now: tuple(
                masked_history(now.masker, one) for one in self._store.reviews_of_kinds(*kinds)
            )
        )

    def said_by(
        self,
        party: str,
        *,
        stance: Stance | None = None,
        story: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> SpokenPage:
        """Return one page of what a party says, the newest report first."""

        def asked(now: State) -> SpokenPage:
            page = self._store.said_by(
                now.real(party), stance=stance, story=story, limit=limit, offset=offset
            )
            return replace(page, statements=tuple(map(now.answers.spoken, page.statements)))

        return self._ask(asked)

    def positions(
        self,
        *,
        party: str | None = None,
        findings: Sequence[str] | None = None,
        turned: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> HeldPage:
        """Return one page of the positions of a party, those in some findings, or both."""

        def asked(now: State) -> HeldPage:
            page = self._store.positions(
                party=None if party is None else now.real(party),
                findings=findings,
                turned=turned,
                limit=limit,
                offset=offset,
            )
            return replace(page, positions=tuple(map(now.answers.held, page.positions)))

        return self._ask(asked)

    def positions_of(self, statements: Sequence[str]) -> Mapping[str, tuple[Held, ...]]:
        """Return the positions that each of some statements bears out, by the statement's id."""

        def asked(now: State) -> Mapping[str, tuple[Held, ...]]:
            found = self._store.positions_of(statements)
            return {id_: tuple(map(now.answers.held, some)) for id_, some in found.items()}

        return self._ask(asked)

    def own_voice(self, outlet: str, *, limit: int = 20, offset: int = 0) -> HeldPage:
        """Return one page of what reports of an outlet say in their own voice."""

        def asked(now: State) -> HeldPage:
            name = now.outlet(outlet)
            if name is None:
                return HeldPage((), 0, more=False)
            page = self._store.own_voice(name, limit=limit, offset=offset)
            return replace(page, positions=tuple(map(now.answers.held, page.positions)))

        return self._ask(asked)

    def sides(self, positions: Sequence[Held], *, each: int = 3) -> Mapping[str, Side]:
        """Return some positions with their first ``each`` places, by the position's id."""

        def asked(now: State) -> Mapping[str, Side]:
            found = self._store.sides(positions, each=each)
            return {id_: now.answers.side(side) for id_, side in found.items()}

        return self._ask(asked)

    def story_lines(self, report: str) -> tuple[StoryLine, ...]:
        """Return the stories that a report is in, newest first, in one line each."""
        return self._ask(lambda now: tuple(map(now.answers.line, self._store.story_lines(report))))

    def supports(self, stories: Sequence[str]) -> Mapping[str, Support]:
        """Return how many reports some stories have, and of how many origins, by the story's id."""
        return self._store.supports(stories)

    def _ask(self, do: Callable[[State], T]) -> T:
        """Return what is answered of one state of the casefile, whatever others write."""
        for _ in range(_TRIES):
            now = self._now()
            try:
                answer = do(now)
            except StoreError as error:
                shown = now.masker.ids.get(error.where, error.where)
                raise type(error)(error.what, where=shown, remedy=error.remedy) from None
            if self._store.log_number() == now.number:
                return answer
        raise CasefileBusyError("the casefile is being altered", remedy="try it once more")

    def _now(self) -> State:
        """Return what masks the casefile as it is now."""
        if self._store.log_number() != self._state.number:
            with self._lock:
                if self._store.log_number() != self._state.number:
                    self._state = self._made()
        return self._state

    def _made(self) -> State:
        number = self._store.log_number()
        return State(number, Masker.of(self._store, self._language, self._salt))

    def _party(self, now: State, id_: str) -> Party:
        """Return the party that an id leads to; a true id leads to nobody who is masked."""
        party = self._store.party(now.real(id_))
        if party.id in now.masker.ids and id_ not in now.true:
            raise unknown(id_)
        return party
