"""Stories to what they come to: for each its lineage, and what its reports agree on or dispute.

What a story comes to depends on its :class:`StoryReadings` alone. In a casefile it is checked anew
only where one of these changed; so whatever else is to bear on it must be a field of them, a frozen
record of plain values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from recoupe.comparison.contradiction import contradictions
from recoupe.comparison.corrections import NOBODY, Corrections
from recoupe.comparison.findings import findings, pressing
from recoupe.comparison.judging import judged
from recoupe.comparison.lineage import Ancestry, Place, lineage
from recoupe.comparison.lineage.corpus import NONE_KNOWN, NOTHING, Known, Stock
from recoupe.comparison.lineage.dating import Version
from recoupe.model import (
    Article,
    CrossCheck,
    Derivation,
    Finding,
    PubStatus,
    Reading,
    ReportEntry,
    Story,
)


@dataclass(frozen=True, slots=True)
class StoryReadings:
    """A story with the readings of its reports, and what people said of it.

    ``story`` is without its links: how sure these are changes with every report that comes, and is
    no part of what the reports say. ``parties`` go from ids of entities to parties; ``corrections``
    are about these reports alone; ``stock`` is what two of them have of the words that the whole
    corpus holds again and again, ``versions`` are older ones of them, ``withdrawn`` those that
    their publishers took back.
    """

    story: Story
    readings: tuple[Reading, ...]
    parties: Mapping[str, str] | None = None
    corrections: Corrections = NOBODY
    stock: Stock = NOTHING
    versions: tuple[Version, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What all stories of a corpus are checked with, of which each gets what is about it.

    ``parties`` go from ids of reports to those of their entities, and from these to parties.
    ``known`` are the stock phrases and the furniture of all reports, ``versions`` the older ones of
    each report that has any, ``withdrawn`` the reports that were taken back.
    """

    parties: Mapping[str, Mapping[str, str]] | None = None
    corrections: Corrections = NOBODY
    known: Known = NONE_KNOWN
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()

    def of(self, story: Story, readings: Iterable[Reading]) -> StoryReadings:
        """Return what a story with these readings is checked with."""
        parties: dict[str, str] | None = None
        if self.parties is not None:
            parties = {}
            for report in story.reports:
                parties.update(self.parties.get(report, {}))
        return StoryReadings(
            replace(story, links=()),
            tuple(readings),
            parties,
            self.corrections.within(frozenset(story.reports)),
            self.known.of(story.reports),
            tuple(older for one in story.reports for older in self.versions.get(one, ())),
            tuple(one for one in story.reports if one in self.withdrawn),
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What one story comes to; ``rejected`` are findings that people took out."""

    story: Story
    lineage: tuple[Derivation, ...]
    findings: tuple[Finding, ...]
    rejected: tuple[Finding, ...] = ()


def check_story(item: StoryReadings) -> Checked:
    """Return the lineage and the findings of one story: the step that an engine runs."""
    derived = lineage(item.readings, item.corrections, item.stock, item.versions)
    articles = [reading.article for reading in item.readings]
    outlets = {article.id: article.outlet for article in articles if article.outlet}
    withdrawn = frozenset(item.withdrawn)
    ancestry = Ancestry(derived, outlets, item.corrections.no_copies, withdrawn)

    def origins(places: tuple[Place, ...]) -> int:
        # One report is never two origins of one thing, though its words come from two places.
        stands = {report for report, _ in places} - withdrawn
        return min(len(ancestry.roots(places)), len(stands))

    found = findings(
        item.story,
        item.readings,
        parties=item.parties,
        roots=origins,
        contradictions=contradictions,
        corrections=item.corrections,
        withdrawn=withdrawn,
    )
    kept, rejected = judged(found, item.corrections.judged)
    return Checked(item.story, derived, kept, rejected)


def cross_check(reports: Iterable[ReportEntry], checked: Iterable[Checked]) -> CrossCheck:
    """Return one document of what several stories come to.

    Reports are as they come, now with their stories; stories as they come, findings by what an
    editor should look at first. Of a derivation that two stories have in common, one is kept.
    """
    stories: list[Story] = []
    derived: dict[Derivation, None] = {}
    found: list[Finding] = []
    of: defaultdict[str, list[str]] = defaultdict(list)
    for one in checked:
        stories.append(one.story)
        derived.update(dict.fromkeys(one.lineage))
        found += one.findings
        for report in one.story.reports:
            of[report].append(one.story.id)
    return CrossCheck(
        reports=tuple(replace(report, stories=tuple(of[report.id])) for report in reports),
        stories=tuple(stories),
        lineage=tuple(derived),
        findings=tuple(sorted(found, key=pressing)),
    )


def taken_back(articles: Iterable[Article]) -> dict[str, PubStatus]:
    """Return how reports are withdrawn of which several versions come as articles, by article id.

    Articles at one address are versions of one report, the last is that which was changed last; of
    two of one time it is the one that takes the report back.
    """
    of: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        of[article.url or article.id].append(article)
    found: dict[str, PubStatus] = {}
    for versions in of.values():
        last = max(
            versions, key=lambda one: (one.modified or "", one.withdrawn is not None, one.id)
        )
        if last.withdrawn is not None:
            found.update((one.id, last.withdrawn.status) for one in versions)
    return found


def entry(article: Article) -> ReportEntry:
    """Return how a report is told in a cross-check, as of no story yet."""
    return ReportEntry(
        id=article.id,
        input=article.input,
        input_id=article.input_id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        language=article.language,
        stories=(),
        withdrawn=article.withdrawn.status if article.withdrawn is not None else None,
    )
