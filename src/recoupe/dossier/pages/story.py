"""The page of a story: its findings, the matrix, numbers over time, what happened where, lineage.

All lists are paged together: page 2 has the second part of each. Drawings are of the whole story,
and are on its first page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.charts.lineage import LineageChart, Told, Took, lineage_chart
from recoupe.dossier.charts.places import MapChart
from recoupe.dossier.charts.timeline import TimelineChart
from recoupe.dossier.crosscheck import (
    Places,
    ShownDerivation,
    ShownFinding,
    Wordings,
    counted,
    shown_derivation,
    shown_finding,
    wordings,
)
from recoupe.dossier.pages.counts import CountedMatter, counts_of
from recoupe.dossier.pages.happened import (
    Address,
    Entry,
    Telling,
    Where,
    drawn,
    lines,
    map_of,
    spots,
    what_happened,
    where,
)
from recoupe.dossier.pages.matrix import Matrix, Party, involved, matrix, party_key
from recoupe.dossier.pages.paging import Paging
from recoupe.dossier.pages.reviewing import StoryReviews, story_reviews, support_in_words
from recoupe.dossier.pages.showing import EvidenceLine, evidence_lines
from recoupe.dossier.pages.view import View
from recoupe.dossier.voices import style_of
from recoupe.languages.crosscheck import CrossCheckWords
from recoupe.model import Derivation, ReportEntry
from recoupe.store import Readable
from recoupe.store.records import CheckState, Stood, StoryFacts
from recoupe.store.remembering import Remembered

FINDINGS: Final = 10
ENTRIES: Final = 40
ROWS: Final = 40
"""Findings, lines of the timeline, and rows of any other list on one page."""
_POSITIONS: Final = 20
_QUOTED: Final = 2
"""Positions that one finding is shown with, and reports that each of them is quoted from."""


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report of the story; a guest is about another incident in the first place."""

    entry: ReportEntry
    guest: bool


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn of a whole story, on its first page; each where there is anything to draw."""

    counts: tuple[CountedMatter, ...] = ()
    timeline: TimelineChart | None = None
    map: MapChart | None = None
    lineage: LineageChart | None = None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page of a story.

    ``counted`` says how many reports it has and of how many independent origins, ``more_alone`` how
    many matters of the whole story one party alone speaks of; ``check_state`` of which state of the
    casefile this is.
    """

    id: str
    title: str
    place: str | None
    when: str
    counted: str
    check_state: CheckState | None
    paging: Paging
    check: CrossCheckWords
    places: Places
    parties: tuple[Party, ...]
    findings: tuple[ShownFinding, ...]
    alone: tuple[ShownFinding, ...]
    more_alone: str
    findings_total: int
    matrix: Matrix | None
    timeline: tuple[Entry, ...]
    timeline_total: int
    where: tuple[Where, ...]
    where_total: int
    lineage: tuple[ShownDerivation, ...]
    lineage_total: int
    reports: tuple[ListedReport, ...]
    reports_total: int
    drawings: Drawings
    evidence: tuple[EvidenceLine, ...]
    reviewed: StoryReviews

    @property
    def stale(self) -> bool:
        """Whether the casefile was altered since its cross-check was kept."""
        state = self.check_state
        return state is not None and bool(state.stale_since or state.missing)


def story_page(
    store: Readable,
    view: View,
    story: str,
    *,
    page: int = 1,
    tiles: str | None = None,
    seen: Remembered[StoryPage] | None = None,
) -> StoryPage:
    """Return one page of a story of the kept cross-check; of pages that are not, the nearest.

    ``tiles`` is the address of a tile server's pictures. ``seen`` keeps pages of this store for as
    long as the casefile is as it is. Raises :class:`StoreError` where there is no such story.
    """
    page = max(1, page)
    facts = store.story_facts(story, findings=range((page - 1) * FINDINGS, page * FINDINGS))
    seen = Remembered(0) if seen is None else seen
    name = story, page, view.language, view.addresses, tiles
    told = seen.get(name, facts.state, lambda: _told(store, facts, view, page, tiles))
    if told.paging.page != page:
        return story_page(store, view, story, page=told.paging.page, tiles=tiles, seen=seen)
    return replace(told, check_state=store.check_state())


def _told(
    store: Readable, facts: StoryFacts, view: View, page: int, tiles: str | None
) -> StoryPage:
    """Return one page, without the state of the check; of pages that are not, hardly anything."""
    entries = {entry.id: entry for entry in facts.reports}
    words = _wordings(view, facts)
    parties = _parties(facts, words)
    telling = Telling(facts, entries, words, _address(view), partial(_finding, view, facts.id))
    told, happened = what_happened(facts), spots(facts)
    total = len({one.finding for one in facts.stood})
    paging = Paging.of(
        page,
        (total, FINDINGS),
        (len(told), ENTRIES),
        (len(happened), ROWS),
        (len(facts.lineage), ROWS),
        (len(entries), ROWS),
    )
    shown = [shown_finding(one, entries, words) for one in facts.findings]
    several = tuple(one for one in shown if one.kind != "single_source")
    return StoryPage(
        id=facts.id,
        title=wording.plain_line(facts.title or facts.id),
        place=facts.place,
        when=_when(facts, view.language),
        counted=support_in_words(store.supports([facts.id])[facts.id], words),
        check_state=None,
        paging=paging,
        check=words.check,
        places=words.places,
        parties=parties,
        findings=several,
        alone=tuple(one for one in shown if one.kind == "single_source"),
        more_alone=counted("one_party", _alone(facts.stood), words),
        findings_total=total - _alone(facts.stood),
        matrix=matrix(parties, several),
        timeline=lines(paging.part(told, ENTRIES), telling, parties),
        timeline_total=len(told),
        where=where(paging.part(happened, ROWS), telling),
        where_total=len(happened),
        lineage=tuple(
            shown_derivation(one, entries, words) for one in paging.part(facts.lineage, ROWS)
        ),
        lineage_total=len(facts.lineage),
        reports=tuple(
            ListedReport(entry, entry.id in facts.guests)
            for entry in paging.part(_by_day(facts.reports), ROWS)
        ),
        reports_total=len(facts.reports),
        drawings=_drawings(telling, parties, view, tiles) if paging.page == 1 else Drawings(),
        evidence=evidence_lines(store, list(entries), facts.lineage) if paging.page == 1 else (),
        reviewed=story_reviews(store, facts.id, entries.keys(), [one.id for one in shown]),
    )


def _drawings(
    telling: Telling, parties: Sequence[Party], view: View, tiles: str | None
) -> Drawings:
    return Drawings(
        counts=counts_of(telling, parties),
        timeline=drawn(telling, parties),
        map=map_of(telling, tiles),
        lineage=_lineage(telling.facts, telling.words, view),
    )


def page_of(store: Readable, story: str, finding: str) -> int:
    """Return the page of a story that has a finding; the first where it has none such."""
    return (store.findings_before(story, finding) or 0) // FINDINGS + 1


def _wordings(view: View, facts: StoryFacts) -> Wordings:
    to = view.addresses
    own = {one.party_id for one in facts.stood if one.party_id and ":" not in one.party_id}
    address = _address(view)
    return replace(
        wordings(view.language, {(one.id, None): to.report(one.id) for one in facts.reports}),
        speakers={party: to.speaker(party) for party in own},
        styles={party: style_of(turn) for party, turn in facts.turns.items()},
        most=_POSITIONS,
        quoted=_QUOTED,
        at=lambda said: address(said.report, said.statement, said.span.start, said.span.end),
    )


def _address(view: View) -> Address:
    def address(article: str, statement: str | None, start: int, end: int) -> str:
        if statement is not None:
            return view.addresses.report(article, statement=statement)
        return view.addresses.report(article, words=(start, end))

    return address


def _finding(view: View, story: str, finding: str) -> str:
    return view.addresses.story(story, finding=finding)


def _parties(facts: StoryFacts, words: Wordings) -> tuple[Party, ...]:
    """Return the parties, the most involved first."""
    matters: dict[object, set[str]] = {}
    for one in facts.stood:
        matters.setdefault(party_key(one.party_id, one.party), set()).add(one.finding)
    return tuple(
        Party(
            key=party_key(one.party_id, one.party),
            name=wording.plain_line(one.party),
            matters=len(matters[party_key(one.party_id, one.party)]),
            style=words.styles.get(one.party_id or "", ""),
            place=words.speakers.get(one.party_id or ""),
        )
        for one in involved(facts.stood)
    )


def _when(story: StoryFacts, language: str) -> str:
    days = [wording.day(day, language) for day in (story.start, story.end) if day]
    return " – ".join(dict.fromkeys(days))


def _alone(stood: Iterable[Stood]) -> int:
    return len({one.finding for one in stood if one.kind == "single_source"})


def _by_day(reports: Sequence[ReportEntry]) -> list[ReportEntry]:
    return sorted(reports, key=lambda entry: (entry.published or "9", entry.id))


def _lineage(facts: StoryFacts, words: Wordings, view: View) -> LineageChart | None:
    """Return the drawing of who has it from whom."""
    names = {
        entry.id: wording.plain_line(entry.outlet or entry.title or entry.input)
        for entry in facts.reports
    }
    taken_back = wording.words(words.language).published.withdrawn
    told = [
        Told(
            entry.id,
            names[entry.id],
            ", ".join(
                part
                for part in (
                    names[entry.id],
                    wording.day(entry.published, view.language),
                    wording.plain_line(entry.title or ""),
                    taken_back[entry.withdrawn] if entry.withdrawn else "",
                )
                if part
            ),
            entry.published,
            view.addresses.report(entry.id),
            withdrawn=entry.withdrawn is not None,
        )
        for entry in facts.reports
    ]
    outside = {_outside(one): one for one in facts.lineage if one.source is None}
    told += [_told_outside(id_, one, words) for id_, one in outside.items()]
    names |= {one.id: one.name for one in told}
    took = [_took(one, names, words) for one in facts.lineage]
    return lineage_chart(told, took, view.language)


def _outside(derivation: Derivation) -> str:
    return f"outside {derivation.origin.kind} {derivation.origin.name}"


def _told_outside(id_: str, derivation: Derivation, words: Wordings) -> Told:
    kind = words.check.origins[derivation.origin.kind]
    name = wording.plain_line(derivation.origin.name or kind)
    label = f"{name} ({kind}), {words.check.labels.outside}"
    return Told(id_, name, label, None, None, outside=True)


def _took(one: Derivation, names: Mapping[str, str], words: Wordings) -> Took:
    source = one.source or _outside(one)
    how = words.check.lineages[one.kind]
    share = wording.percent(one.share, words.language)
    line = f"{names[one.report]} {words.check.labels.derives_from} {names[source]}"
    return Took(one.report, source, one.kind, one.share, f"{line} ({how}, {share})")
