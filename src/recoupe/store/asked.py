"""What is asked of a casefile a page at a time: parties, positions, copies; a part of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from recoupe.model import Review, Stance, TargetKind
from recoupe.store import (
    arrivals,
    chain,
    choosing,
    copies,
    reviewing,
    sources,
    speakers,
    standing,
    weighing,
)
from recoupe.store.answers import (
    ArrivalPage,
    Captured,
    CopyPage,
    Held,
    HeldPage,
    MentionPage,
    Named,
    Party,
    Side,
    SpokenPage,
    StoryLine,
    Support,
)
from recoupe.store.database import Database
from recoupe.store.locating import Target, locate
from recoupe.store.rows import folded_name


class Asked(Protocol):
    """Verbs that answer from single rows, however much a casefile holds."""

    def arrivals(self, *, limit: int = 20, offset: int = 0) -> ArrivalPage:
        """Return one page of the versions of reports, those that were added last first."""
        ...

    def captured(self, article: str) -> Captured:
        """Return the capture of an article without its bytes.

        Raises :class:`StoreError` if the article is not kept.
        """
        ...

    def parties_of(self, article: str) -> Mapping[str, str]:
        """Return the party of each entity of an article, and of each statement with a speaker."""
        ...

    def party(self, party: str) -> Party:
        """Return a party; of one that people joined to another, that other.

        Raises :class:`StoreError` where there is no such party.
        """
        ...

    def said_by(
        self,
        party: str,
        *,
        stance: Stance | None = None,
        story: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> SpokenPage:
        """Return one page of what a party says in the latest versions, the newest report first."""
        ...

    def positions(
        self,
        *,
        party: str | None = None,
        findings: Sequence[str] | None = None,
        turned: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> HeldPage:
        """Return one page of the positions of a party, those in some findings, or both.

        With ``turned`` only those on matters where one party has several: it said one thing, and
        then another. The newest story comes first, and of one finding the earliest position.
        """
        ...

    def positions_of(self, statements: Sequence[str]) -> Mapping[str, tuple[Held, ...]]:
        """Return the positions that each of some statements bears out, by the statement's id."""
        ...

    def own_voice(self, outlet: str, *, limit: int = 20, offset: int = 0) -> HeldPage:
        """Return one page of what reports of an outlet say in their own voice.

        The name of the outlet is compared without accents and capitals.
        """
        ...

    def sides(self, positions: Sequence[Held], *, each: int = 3) -> Mapping[str, Side]:
        """Return some positions with their first ``each`` places, by the position's id."""
        ...

    def copies(self, report: str, *, taken: bool, limit: int = 20, offset: int = 0) -> CopyPage:
        """Return one page of what a report has from elsewhere, or else of what others have from it.

        ``taken`` says which. Each is told once, that of the greatest share first.
        """
        ...

    def story_lines(self, report: str) -> tuple[StoryLine, ...]:
        """Return the stories that a report is in, newest first, in one line each."""
        ...

    def supports(self, stories: Sequence[str]) -> Mapping[str, Support]:
        """Return how many reports some stories have, and of how many origins, by the story's id."""
        ...

    def reviews_of_kinds(self, *kinds: TargetKind) -> tuple[Review, ...]:
        """Return the reviews of some kinds of thing, and their undos, oldest first."""
        ...


class Choosing(Protocol):
    """Verbs that answer what people choose from when they join and part."""

    def all_stories(self) -> tuple[StoryLine, ...]:
        """Return every story, newest first, in one line each."""
        ...

    def parties_named(self, words: str, *, limit: int = 20) -> tuple[Named, ...]:
        """Return parties with a name like ``words``, the most alike first.

        Each is told with how many reports name it in any of their versions.
        """
        ...

    def mentioned(self, party: str, *, limit: int = 20, offset: int = 0) -> MentionPage:
        """Return one page of what a party is made of: entities, those of the newest report first.

        They are of the latest versions of reports.
        """
        ...


class Asking:
    """The verbs of :class:`Asked` and :class:`Choosing`, over a casefile's database."""

    database: Database

    def arrivals(self, *, limit: int = 20, offset: int = 0) -> ArrivalPage:
        """Return one page of the versions of reports, those that were added last first."""
        with self.database.reading() as connection:
            return arrivals.arrivals(connection, limit=limit, offset=offset)

    def captured(self, article: str) -> Captured:
        """Return the capture of an article without its bytes."""
        with self.database.reading() as connection:
            return sources.captured(connection, article)

    def parties_of(self, article: str) -> Mapping[str, str]:
        """Return the party of each entity of an article, and of each statement with a speaker."""
        with self.database.reading() as connection:
            return speakers.parties_of(connection, article)

    def party(self, party: str) -> Party:
        """Return a party; of one that people joined to another, that other."""
        with self.database.reading() as connection:
            return speakers.party(connection, party)

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
        with self.database.reading() as connection:
            return speakers.said_by(
                connection, party, stance=stance, story=story, limit=limit, offset=offset
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
        """Return one page of the positions of a party, those in some findings, or both."""
        with self.database.reading() as connection:
            return standing.held(
                connection,
                party=party,
                within=findings,
                turned=turned,
                limit=limit,
                offset=offset,
            )

    def positions_of(self, statements: Sequence[str]) -> Mapping[str, tuple[Held, ...]]:
        """Return the positions that each of some statements bears out, by the statement's id."""
        with self.database.reading() as connection:
            return standing.held_by_statements(connection, statements)

    def own_voice(self, outlet: str, *, limit: int = 20, offset: int = 0) -> HeldPage:
        """Return one page of what reports of an outlet say in their own voice."""
        with self.database.reading() as connection:
            return standing.held_by_outlet(
                connection, folded_name(outlet), limit=limit, offset=offset
            )

    def sides(self, positions: Sequence[Held], *, each: int = 3) -> Mapping[str, Side]:
        """Return some positions with their first ``each`` places, by the position's id."""
        with self.database.reading() as connection:
            return standing.sides(connection, positions, each=each)

    def copies(self, report: str, *, taken: bool, limit: int = 20, offset: int = 0) -> CopyPage:
        """Return one page of what a report has from elsewhere, or else of what others have."""
        with self.database.reading() as connection:
            return copies.copies(connection, report, taken=taken, limit=limit, offset=offset)

    def story_lines(self, report: str) -> tuple[StoryLine, ...]:
        """Return the stories that a report is in, newest first, in one line each."""
        with self.database.reading() as connection:
            return standing.story_lines(connection, report)

    def all_stories(self) -> tuple[StoryLine, ...]:
        """Return every story, newest first, in one line each."""
        with self.database.reading() as connection:
            return choosing.all_stories(connection)

    def supports(self, stories: Sequence[str]) -> Mapping[str, Support]:
        """Return how many reports some stories have, and of how many origins, by the story's id."""
        with self.database.reading() as connection:
            return weighing.supports(connection, stories)

    def parties_named(self, words: str, *, limit: int = 20) -> tuple[Named, ...]:
        """Return parties with a name like ``words``, the most alike first."""
        with self.database.reading() as connection:
            return choosing.parties_named(connection, words, limit)

    def mentioned(self, party: str, *, limit: int = 20, offset: int = 0) -> MentionPage:
        """Return one page of what a party is made of, that of the newest report first."""
        with self.database.reading() as connection:
            return choosing.mentioned(connection, party, limit, offset)

    def reviews_of_kinds(self, *kinds: TargetKind) -> tuple[Review, ...]:
        """Return the reviews of some kinds of thing, and their undos, oldest first."""
        with self.database.reading() as connection:
            return choosing.reviews_of_kinds(connection, kinds)

    def locate(self, id_: str) -> Target:
        """Return what an id is of, and in which report and article it stands."""
        with self.database.reading() as connection:
            return locate(connection, id_)

    def reviews(self, target: str | None = None) -> Iterator[Review]:
        """Yield the reviews, oldest first: all, or those of one record, report or party."""
        with self.database.reading() as connection:
            yield from reviewing.reviews(connection, target)

    def log_number(self) -> int:
        """Return the number of the last line of the audit log."""
        with self.database.reading() as connection:
            last = chain.head(connection)
        return last.number if last is not None else 0
