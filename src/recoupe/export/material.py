"""What every export is made of: a casefile's reports as people left them, and its cross-check.

An export never asks the store itself. It is handed one :class:`Material`, in which whoever and
whatever is protected is masked already (:mod:`recoupe.export.masking`), so that no format can
forget to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from recoupe.export.masking import NOTHING_MASKED, Masked, Masker
from recoupe.export.masking.reviewed import masked_review
from recoupe.model import CrossCheck, EntityKind, Reading, Review, Reviewed, Story, WarcRecord
from recoupe.store import Store
from recoupe.store.addresses import page_address
from recoupe.store.answers import Captured
from recoupe.store.parties import Parties, Placed
from recoupe.store.records import CheckState, ReviewedReading

NOTHING_CHECKED: Final = CrossCheck((), (), (), ())
"""The cross-check of a casefile in which none was made."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who is one across reports; ``id`` is what a :class:`~recoupe.model.Position` calls it.

    ``name`` is what the first report of the export calls it, or what people corrected that to.
    """

    id: str
    name: str
    kind: EntityKind
    protected: bool = False


@dataclass(frozen=True, slots=True)
class ExportedReport:
    """One report as it is handed over.

    ``report`` is the id under which all its versions are kept, ``reading.article.id`` that of this
    version. ``marks`` say what people made of a record, by its id. ``parties`` are those of
    entities, by entity id, and of statements that only name their speaker, by statement id.
    ``reviews`` are the ids of the newest review of a record, report or party, by its id, undone
    ones among them. ``masked`` counts the stretches of words that were masked in it: where there
    are any, the text is not the report's own, and neither it nor offsets in it may be handed over.
    ``coarse`` are the ids of its places that are shown as what is around a protected one.
    """

    report: str
    reading: Reading
    marks: Mapping[str, Reviewed]
    parties: Mapping[str, Party]
    reviews: Mapping[str, str]
    masked: int = 0
    coarse: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether the text is the report's own, and offsets in it mean something."""
        return not self.masked


@dataclass(frozen=True, slots=True)
class ExportedCapture:
    """The capture of a report in which nothing is masked, and its bytes when they are asked for.

    ``content`` returns the bytes of the capture, ``record`` a web archive record by its id.
    """

    captured: Captured
    content: Callable[[], bytes]
    record: Callable[[str], WarcRecord]


def _no_capture(article: str) -> ExportedCapture | None:  # noqa: ARG001 - there is none of any
    return None


@dataclass(frozen=True, slots=True)
class Material:
    """A casefile as it is handed over, or one story of it.

    ``case`` is the casefile's name, ``at`` when the export was begun (ISO 8601, UTC). ``reports``
    yields the reports one by one, in the order of adding, anew with each call. ``check`` is the
    kept cross-check of them; where ``state`` says that it is out of date it may name articles that
    are no longer among the reports, and where ``state`` is ``None`` none was made. ``masked`` says
    how much was masked: every export has to tell. ``reviews`` yields all reviews of the casefile,
    oldest first, anew with each call; where anything is masked they say who did what to which id
    and when, and no more. ``capture`` returns that of an article, by the article's id, ``None``
    where anything is masked in it: bytes cannot be masked. ``refusals`` yields what was answered
    instead of pages, each record with the address that was asked for; of one story, for its
    reports; nothing where anything is masked in the casefile.
    """

    case: str
    at: str
    reports: Callable[[], Iterator[ExportedReport]]
    check: CrossCheck = NOTHING_CHECKED
    state: CheckState | None = None
    story: Story | None = None
    masked: Masked = NOTHING_MASKED
    reviews: Callable[[], Iterator[Review]] = lambda: iter(())
    capture: Callable[[str], ExportedCapture | None] = _no_capture
    refusals: Callable[[], Iterator[tuple[str, WarcRecord]]] = lambda: iter(())


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a casefile is handed over.

    ``story`` is the id of the only story wanted, ``versions`` asks for every version of a report,
    ``protected`` for everything unmasked; ``articles`` are the ids of those that are wanted,
    ``None`` for all.
    """

    story: str | None = None
    versions: bool = False
    protected: bool = False
    articles: frozenset[str] | None = None


def material(
    store: Store,
    case: str,
    at: str,
    *,
    language: str,
    choice: Choice = Choice(),
    check: CrossCheck | None = None,
) -> Material:
    """Return what a casefile hands over; masked words are told in ``language``.

    ``check`` is its cross-check, if the caller has just made it; the kept one is taken otherwise.
    Raises :class:`StoreError` where there is no such story, :class:`UnknownLanguageError` where no
    pack knows the language.
    """
    whole = check if check is not None else store.crosscheck() or NOTHING_CHECKED
    story = None
    if choice.story is not None:
        story = next((one for one in whole.stories if one.id == choice.story), None)
        story = story or store.story(choice.story).story
        whole = of_story(whole, story)
    masker = Masker.of(store, language) if not choice.protected else Masker.nobody()
    within = choice.articles if story is None else frozenset(story.reports)
    source = _Source(store, masker, within, choice)
    return Material(
        case=masker.names.masked(case),
        at=at,
        reports=source.reports,
        check=masker.check(whole),
        state=store.check_state(),
        story=story and masker.story(story),
        masked=masker.masked,
        reviews=lambda: (masked_review(one, masker) for one in store.reviews()),
        capture=source.capture,
        refusals=source.refusals,
    )


def of_story(check: CrossCheck, story: Story) -> CrossCheck:
    """Return what a cross-check says of one story and its reports."""
    within = frozenset(story.reports)
    return CrossCheck(
        reports=tuple(
            replace(report, stories=(story.id,)) for report in check.reports if report.id in within
        ),
        stories=(story,),
        lineage=tuple(
            one
            for one in check.lineage
            if one.report in within and (one.source is None or one.source in within)
        ),
        findings=tuple(one for one in check.findings if one.story == story.id),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """Reads the reports of a casefile, and masks them."""

    store: Store
    masker: Masker
    within: frozenset[str] | None
    choice: Choice
    named: dict[str, Party] = field(default_factory=dict)

    def reports(self) -> Iterator[ExportedReport]:
        """Yield the reports wanted, masked, in the order of adding."""
        reviews = tuple(self.store.reviews())
        newest = {review.target: review.id for review in reviews}
        parties = Parties([review for review in reviews if review.kind == "party"])
        report_of = self._reports()
        self.named.clear()
        for reviewed in self._readings():
            article = reviewed.reading.article.id
            exported = ExportedReport(
                report=report_of[article],
                reading=reviewed.reading,
                marks=reviewed.marks,
                parties=self._parties(parties.placed(reviewed.reading)),
                reviews=_of(newest, reviewed, report_of[article]),
                coarse=frozenset(
                    one.id for one in reviewed.reading.places if one.id in self.masker.coarse
                ),
            )
            yield self.masker.report(exported)

    def capture(self, article: str) -> ExportedCapture | None:
        """Return the capture of an article, ``None`` where anything is masked in it."""
        if article in self.masker.veils:
            return None
        captured = self.store.captured(article)
        return ExportedCapture(
            captured, lambda: self.store.capture(captured.sha256).content, self.store.record
        )

    def refusals(self) -> Iterator[tuple[str, WarcRecord]]:
        """Yield the records of what failed at the addresses that are wanted."""
        if self.masker.masked:
            return
        wanted = None
        if self.within is not None:
            wanted = {one.address for one in self.store.reports() if one.article in self.within}
        for asked, kept in self.store.refusals():
            if wanted is None or page_address(asked) in wanted:
                yield asked, self.store.record(kept.id)

    def _readings(self) -> Iterator[ReviewedReading]:
        if self.within is None or self.choice.versions:
            for one in self.store.readings(latest=not self.choice.versions):
                if self.within is None or one.reading.article.id in self.within:
                    yield one
            return
        for report in self.store.reports():
            if report.article in self.within:
                yield self.store.reading(report.article)

    def _reports(self) -> dict[str, str]:
        found = {}
        for report in self.store.reports():
            found[report.article] = report.id
            if self.choice.versions and report.versions > 1:
                found.update((one.article, report.id) for one in self.store.versions(report.id))
        return found

    def _parties(self, placed: Placed) -> dict[str, Party]:
        """Return the parties of a reading, each called as where it was met first."""
        for id_, row in placed.rows.items():
            self.named.setdefault(id_, Party(id_, row["name"], row["kind"], row["protected"]))
        of_each = {**placed.of_entities, **placed.of_statements}
        return {record: self.named[party] for record, party in of_each.items()}


def _of(newest: Mapping[str, str], reviewed: ReviewedReading, report: str) -> dict[str, str]:
    """Return the newest reviews of what stands in a reading."""
    reading = reviewed.reading
    ids: Iterable[str] = (report, reading.article.id, *reviewed.marks)
    return {id_: newest[id_] for id_ in ids if id_ in newest}
