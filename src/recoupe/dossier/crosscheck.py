"""What a cross-check shows: each story with its findings, the most pressing first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.voices import SHAPES
from recoupe.languages import pack
from recoupe.languages.crosscheck import Counted, CrossCheckWords
from recoupe.languages.findings import FindingWords
from recoupe.languages.reasons import worded
from recoupe.model import (
    CrossCheck,
    Derivation,
    Finding,
    Position,
    Reason,
    ReportEntry,
    Said,
    Story,
)

_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\d(T|$)")
QUOTED: Final = 3
"""Places of a position that are quoted; the others are counted."""

LONG: Final = 600
"""Letters of a quotation from which on it is shortened, where a click leads to all of it."""


Place = tuple[str, str | None]
"""An article's id and that of a statement in it; ``None`` for the whole of it."""

Places = Mapping[Place, str]
"""Where a page shows each of them, as an address from the page of the cross-check."""


@dataclass(frozen=True, slots=True)
class ShownSaid:
    """Words of a position with the report that has them, and in words that it was withdrawn."""

    words: str
    report: ReportEntry
    at: str | None
    place: str | None
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class ShownPosition:
    """One party's stance in words to show.

    ``style`` and ``place`` are the party's colour and page, where the page that shows it has them;
    ``independent_origins`` and ``reports`` are counted in ``support``, too.
    """

    party: str
    party_id: str | None
    shape: str
    stance: str
    number: str
    said: tuple[ShownSaid, ...]
    more: int
    support: str
    first_said: str
    last_said: str
    reports: int
    independent_origins: int
    style: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding in words to show; ``others`` counts positions that are left out."""

    id: str
    kind: str
    kind_name: str
    matter: str
    about: str
    positions: tuple[ShownPosition, ...]
    reasons: tuple[str, ...]
    compatible_if: str
    grading: str
    grading_reasons: tuple[str, ...]
    standing: str
    others: str = ""


@dataclass(frozen=True, slots=True)
class ShownDerivation:
    """Which report has its words from which, in words to show."""

    report: ReportEntry
    source: ReportEntry | None
    kind: str
    share: float
    origin: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownStory:
    """One story: its reports, what several parties speak of, and what one alone does."""

    story: Story
    when: str
    reports: tuple[ReportEntry, ...]
    counted: str
    more: str
    findings: tuple[ShownFinding, ...]
    alone: tuple[ShownFinding, ...]
    lineage: tuple[ShownDerivation, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words of one language for everything that a cross-check shows.

    ``places``, ``speakers`` and ``styles`` are where words and parties (by id) are shown, and in
    which colour; ``most`` is the number of positions that one finding is shown with,
    ``quoted`` that of reports whose words each of them is shown with; ``at`` says where words are
    shown, before ``places``.
    """

    language: str
    check: CrossCheckWords
    findings: FindingWords
    places: Places
    speakers: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    most: int | None = None
    quoted: int = QUOTED
    at: Callable[[Said], str] | None = None


def wordings(language: str, places: Places | None = None) -> Wordings:
    """Return the words of a language; raise :class:`UnknownLanguageError` for one without any.

    ``places`` are where pages show the reports and statements that are told of.
    """
    told = pack(language)
    return Wordings(
        language,
        told.table("crosscheck", CrossCheckWords),
        told.table("findings", FindingWords),
        places or {},
    )


def happening(kind: str, words: Wordings) -> str:
    """Return what a kind of event is called in the language of the page, ACLED's name else."""
    return words.findings.happenings.get(kind, kind)


def counted(what: Counted, count: int, words: Wordings) -> str:
    """Return how many of something there are, in the plural that the language has for it."""
    form = wording.locale(words.language).plural_form(count)
    forms = words.check.counts[what]
    written = wording.number(count, words.language)
    return forms["one" if form == "one" else "other"].format(count=written)


def shown(check: CrossCheck, language: str) -> tuple[ShownStory, ...]:
    """Return the stories of a cross-check in the words of ``language``.

    Those with a finding of several parties come first, the most pressing above.
    """
    words = wordings(language)
    entries = {report.id: report for report in check.reports}
    of: dict[str, list[Finding]] = {story.id: [] for story in check.stories}
    rank: dict[str, int] = {}
    for place, finding in enumerate(check.findings):
        of[finding.story].append(finding)
        rank.setdefault(finding.story, place)
    stories = [_story(story, of[story.id], check, entries, words) for story in check.stories]
    last = len(check.findings)
    return tuple(sorted(stories, key=lambda one: (not one.findings, rank.get(one.story.id, last))))


def _story(
    story: Story,
    findings: Sequence[Finding],
    check: CrossCheck,
    entries: Mapping[str, ReportEntry],
    words: Wordings,
) -> ShownStory:
    reports = set(story.reports)
    several = [one for one in findings if one.kind != "single_source"]
    alone = [one for one in findings if one.kind == "single_source"]
    days = [wording.day(day, words.language) for day in (story.start, story.end) if day]
    return ShownStory(
        story=story,
        when=" – ".join(dict.fromkeys(days)),
        reports=tuple(entries[report] for report in story.reports),
        counted=counted("reports", len(reports), words),
        more=counted("one_party", len(alone), words),
        findings=tuple(shown_finding(one, entries, words) for one in several),
        alone=tuple(shown_finding(one, entries, words) for one in alone),
        lineage=tuple(
            shown_derivation(one, entries, words)
            for one in check.lineage
            if one.report in reports and (one.source is None or one.source in reports)
        ),
    )


def shown_finding(
    finding: Finding, entries: Mapping[str, ReportEntry], words: Wordings
) -> ShownFinding:
    """Return one finding in words to show; ``entries`` are its reports, by id."""
    about = finding.about
    day = wording.day(about.time, words.language) if about.time else None
    grading = finding.suggested_grading
    compatible = finding.compatible_if
    return ShownFinding(
        id=finding.id,
        kind=finding.kind,
        kind_name=words.check.kinds[finding.kind],
        matter=finding.matter,
        about=" · ".join(part for part in (about.place, day) if part),
        positions=tuple(_position(one, entries, words) for one in finding.positions[: words.most]),
        reasons=_reasons(finding.reasons, words),
        compatible_if=words.check.labels.compatible_if.format(
            what=words.check.compatible[compatible]
        )
        if compatible
        else "",
        grading=words.check.gradings[grading.name] if grading else "",
        grading_reasons=_reasons(grading.reasons, words) if grading else (),
        standing=words.check.standings[finding.standing] if finding.standing else "",
        others=_others(finding, words),
    )


def _reasons(reasons: Iterable[Reason], words: Wordings) -> tuple[str, ...]:
    """Return reasons in words, with the days and moments in them in words, too."""
    told = [
        replace(reason, values=tuple((name, _plain(value, words)) for name, value in reason.values))
        for reason in reasons
    ]
    return tuple(worded(told, words.findings))


def _plain(value: str | float, words: Wordings) -> str | float:
    if isinstance(value, str) and _STAMP.match(value):
        return wording.day(value, words.language)
    return value


def _others(finding: Finding, words: Wordings) -> str:
    left_out = len(finding.positions[words.most :]) if words.most is not None else 0
    return counted("positions", left_out, words) if left_out else ""


def _position(
    position: Position, entries: Mapping[str, ReportEntry], words: Wordings
) -> ShownPosition:
    reports = counted("reports", position.reports, words)
    origins = counted("origins", position.independent_origins, words)
    party = position.party_id or ""
    return ShownPosition(
        party=position.party,
        party_id=position.party_id,
        shape=SHAPES[position.stance],
        stance=wording.words(words.language).stances[position.stance],
        number=wording.bounds_of(position.low, position.high, words.language),
        said=tuple(
            _said(one, entries, words) for one in _one_a_report(position.said)[: words.quoted]
        ),
        more=max(0, len(_one_a_report(position.said)) - words.quoted),
        support=f"{reports}, {origins}",
        first_said=wording.day(position.first_said, words.language),
        last_said=wording.day(position.last_said, words.language),
        reports=position.reports,
        independent_origins=position.independent_origins,
        style=words.styles.get(party, ""),
        place=words.speakers.get(party),
    )


def _one_a_report(said: Iterable[Said]) -> list[Said]:
    """Return the first words of each report."""
    first: dict[str, Said] = {}
    for one in said:
        first.setdefault(one.report, one)
    return list(first.values())


def _said(said: Said, entries: Mapping[str, ReportEntry], words: Wordings) -> ShownSaid:
    whole = words.places.get((said.report, None))
    place = words.at(said) if words.at else words.places.get((said.report, said.statement), whole)
    told = wording.plain_line(said.span.text)
    if place is not None and len(told) > LONG:
        told = f"{told[:LONG].rsplit(' ', 1)[0]} …"
    report = entries[said.report]
    names = wording.words(words.language).published.withdrawn
    gone = names[report.withdrawn] if report.withdrawn is not None else ""
    return ShownSaid(told, report, said.at, place, gone)


def shown_derivation(
    derivation: Derivation, entries: Mapping[str, ReportEntry], words: Wordings
) -> ShownDerivation:
    """Return who has it from whom in words to show; ``entries`` are the reports, by id."""
    origin = words.check.origins[derivation.origin.kind]
    name = derivation.origin.name
    return ShownDerivation(
        report=entries[derivation.report],
        source=entries.get(derivation.source or ""),
        kind=words.check.lineages[derivation.kind],
        share=derivation.share,
        origin=f"{name} ({origin})" if name else origin,
        reasons=_reasons(derivation.reasons, words),
    )
