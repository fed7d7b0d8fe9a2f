"""A casefile shown masked: it answers what pages ask of a store, and nobody protected is in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from recoupe.errors import StoreError
from recoupe.export.masking.altering import masked_version
from recoupe.export.masking.asking import MaskedAsking
from recoupe.export.masking.histories import masked_history
from recoupe.export.masking.masker import Masked
from recoupe.export.masking.media import MaskedShowing
from recoupe.export.masking.searched import Searched
from recoupe.export.masking.state import State
from recoupe.export.masking.watches import Unwatched
from recoupe.model import (
    Article,
    Capture,
    Derivation,
    Finding,
    FindingKind,
    Proof,
    Review,
)
from recoupe.review import ReviewedReading
from recoupe.store import Store
from recoupe.store.locating import Target
from recoupe.store.records import (
    CheckState,
    FailureRecord,
    FindingPage,
    KeptStory,
    ReportRecord,
    Status,
    StoryFacts,
    StoryPage,
    Version,
)
from recoupe.store.search import Query, Results


def masked_store(store: Store, language: str, *, salt: str | None = None) -> MaskedStore:
    """Return a casefile as anybody may see it: whatever is protected in it is masked.

    Labels are words of ``language``. ``salt`` goes into the ids of whoever is masked: a new one
    each time, unless it is given. Raises :class:`UnknownLanguageError` where no pack knows the
    language.
    """
    return MaskedStore(store, language, salt or secrets.token_hex(16))


class MaskedStore(MaskedAsking, MaskedShowing, Unwatched):
    """Answers as :class:`~recoupe.store.Readable` says, with whatever is protected masked.

    What masks is made once, and again when the casefile was altered: no answer is of a state that
    it does not know. The true ids of whoever is masked lead nowhere, those that are shown lead to
    what is shown. Several threads may ask at once. ``store`` stays the caller's to close.
    """

    def __init__(self, store: Store, language: str, salt: str) -> None:
        super().__init__(store, language, salt)
        self._searched = Searched(store)

    @property
    def masked(self) -> Masked:
        """How much is masked now."""
        return self._now().masker.masked

    @property
    def may_write(self) -> bool:
        """Whether anything can be kept here: never."""
        return False

    def gives(self, sha256: str) -> bool:
        """Whether the bytes with this hash are given."""
        now = self._now()
        if not now.masker.masked or sha256 in now.given or now.kept_back(sha256):
            return now.given.get(sha256, not now.masker.masked)
        with suppress(StoreError):
            self.capture(sha256)
        return now.given.get(sha256, False)

    def warm_up(self) -> None:
        """Make the index of masked texts ready, so that no search waits for it."""
        self.search(Query(limit=1))

    def close(self) -> None:
        """Give back what the search needed."""
        self._searched.close()

    def log_number(self) -> int:
        """Return the number of the last line of the audit log."""
        return self._store.log_number()

    # Reports

    def article(self, article: str) -> Article:
        """Return an article with what people corrected of it."""
        return self._ask(lambda now: now.masker.article(self._store.article(article)))

    def reading(self, article: str) -> ReviewedReading:
        """Return what an article says as people left it."""
        return self._ask(lambda now: _reviewed(now, self._store.reading(article)))

    def readings(self, *, latest: bool = True) -> Iterator[ReviewedReading]:
        """Yield the readings, in the order of adding; what came since this began is left out."""
        now = self._now()
        for one in self._store.readings(latest=latest):
            if not now.masker.masked or one.reading.article.id in now.masker.order:
                yield _reviewed(now, one)

    def reports(self) -> Iterator[ReportRecord]:
        """Yield the reports, in the order of adding; what came since this began is left out."""
        now = self._now()
        for one in self._store.reports():
            if not now.masker.masked or one.article in now.masker.order:
                yield now.answers.report(one)

    def versions(self, report: str) -> tuple[Version, ...]:
        """Return the versions of a report, oldest first, each with what was altered in it."""
        read = self._store.machine_reading
        return self._ask(
            lambda now: tuple(
                masked_version(now.masker, one, read) for one in self._store.versions(report)
            )
        )

    def capture(self, sha256: str) -> Capture:
        """Return the bytes with this hash, if nobody who is protected is named in them."""
        return self._ask(lambda now: now.opened(self._store.capture(sha256)))

    def proofs(self) -> Iterator[Proof]:
        """Yield the proofs of time, which name nobody."""
        yield from self._store.proofs()

    def failures(self) -> Iterator[FailureRecord]:
        """Yield the inputs that could not be read and are not settled, oldest first."""
        yield from self._ask(lambda now: [*map(now.answers.failure, self._store.failures())])

    def status(self) -> Status:
        """Return what the casefile holds, and what waits for a look."""
        return self._ask(lambda now: _status(now, self._store.status()))

    # What people said

    def locate(self, id_: str) -> Target:
        """Return what an id is of, and in which report and article it stands."""

        def asked(now: State) -> Target:
            target = self._store.locate(now.real(id_))
            if target.kind == "party":
                self._party(now, id_)
            return replace(target, id=id_)

        return self._ask(asked)

    def reviews(self, target: str | None = None) -> Iterator[Review]:
        """Yield the reviews, oldest first: all, or those of one record, report or party."""

        def asked(now: State) -> list[Review]:
            of = None if target is None else now.real(target)
            return [masked_history(now.masker, one) for one in self._store.reviews(of)]

        yield from self._ask(asked)

    # Who says it

    # The cross-check

    def check_state(self) -> CheckState | None:
        """Return of which state of the casefile the kept cross-check is, if there is one."""
        return self._store.check_state()

    def stories(self, *, report: str | None = None, limit: int = 20, offset: int = 0) -> StoryPage:
        """Return one page of the stories, newest first: all, or those that a report is in."""

        def asked(now: State) -> StoryPage:
            page = self._store.stories(report=report, limit=limit, offset=offset)
            return replace(page, stories=tuple(map(now.answers.story, page.stories)))

        return self._ask(asked)

    def story(self, story: str) -> KeptStory:
        """Return a story of the kept cross-check."""
        return self._ask(lambda now: now.answers.story(self._store.story(story)))

    def story_facts(self, story: str, *, findings: range) -> StoryFacts:
        """Return what a story is told from, with the findings at these places of their order."""

        def asked(now: State) -> StoryFacts:
            facts = self._store.story_facts(story, findings=findings)
            name = story, findings.start, findings.stop
            return now.told.get(name, facts.state, lambda: now.answers.facts(facts))

        return self._ask(asked)

    def findings(
        self,
        *,
        story: str | None = None,
        report: str | None = None,
        party: str | None = None,
        kind: FindingKind | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> FindingPage:
        """Return one page of the findings that fit all that is asked for."""

        def asked(now: State) -> FindingPage:
            page = self._store.findings(
                story=story,
                report=report,
                party=None if party is None else now.real(party),
                kind=kind,
                limit=limit,
                offset=offset,
            )
            return replace(page, findings=tuple(map(now.answers.record, page.findings)))

        return self._ask(asked)

    def finding(self, finding: str) -> Finding:
        """Return a finding of the kept cross-check, one that people rejected among them."""
        return self._ask(lambda now: now.answers.record(self._store.finding(finding)))

    def findings_before(self, story: str, finding: str) -> int | None:
        """Return how many findings of a story come before one, ``None`` if it has none such."""
        return self._store.findings_before(story, finding)

    def lineage(self, report: str) -> tuple[Derivation, ...]:
        """Return what a report has from others or from outside, and others from it, each once."""
        return self._ask(lambda now: tuple(map(now.answers.record, self._store.lineage(report))))

    def search(self, query: Query) -> Results:
        """Return one page of what fits ``query`` in what is shown, never in what is masked."""
        return self._ask(lambda now: self._searched.search(now, query))


def _reviewed(now: State, kept: ReviewedReading) -> ReviewedReading:
    masker, id_ = now.masker, now.answers.id
    if not masker.masked:
        return kept
    through = masker.through().of(kept.reading.article.id)
    return ReviewedReading(
        reading=masker.reading(kept.reading),
        marks={id_(key): replace(mark, id=id_(key)) for key, mark in kept.marks.items()},
        gone=tuple(masked_history(masker, one) for one in kept.gone),
        rejected={id_(key): through.record(one) for key, one in kept.rejected.items()},
    )


def _status(now: State, status: Status) -> Status:
    if not now.masker.masked:
        return replace(status, place="")
    return replace(
        status,
        name=now.masker.names.masked(status.name),
        place="",
        altered=tuple(map(now.answers.altered, status.altered)),
        words_gone=tuple(masked_history(now.masker, one) for one in status.words_gone),
        unfinished=tuple(replace(one, inputs=(), options={}) for one in status.unfinished),
    )
