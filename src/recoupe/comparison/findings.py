"""Findings: what the reports of one story agree on, dispute, deny and revise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Final

from recoupe.comparison.corrections import NOBODY, Corrections
from recoupe.comparison.figures import Count, claims, compare, counts, with_totals
from recoupe.comparison.figures.reviewed import as_said
from recoupe.comparison.figures.scopes import named
from recoupe.comparison.grading import HARM, of_harm, of_matter
from recoupe.comparison.matters import Matter, matters
from recoupe.comparison.matters.against import Contradictions
from recoupe.comparison.positions import Origins, Parties, Saying, positions, sayings
from recoupe.comparison.positions.making import Stand
from recoupe.comparison.positions.parties import folded
from recoupe.comparison.together import TOGETHER
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import (
    About,
    Finding,
    FindingKind,
    Position,
    Reading,
    Reason,
    Said,
    Story,
    content_id,
)

ORDER: Final[tuple[FindingKind, ...]] = (
    "dispute",
    "denial",
    "revision",
    "range",
    "agreement",
    "single_source",
)
"""What an editor should look at first: what is contested, what moved, what differs, the rest."""
_TWO: Final = 2


def findings(
    story: Story,
    readings: Sequence[Reading],
    *,
    parties: Mapping[str, str] | None = None,
    roots: Origins | None = None,
    contradictions: Contradictions | None = None,
    corrections: Corrections = NOBODY,
    withdrawn: Set[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return the findings of a story over the readings of its reports, the most pressing first.

    ``parties`` goes from ids of entities to ids of merged parties. ``roots`` counts the independent
    origins behind words (without it, every outlet is one), ``contradictions`` scores how pairs of
    passages stand to each other. What ``corrections`` hold to be one matter is one finding, what
    they hold apart is not. Nothing depends on the order of ``readings``.
    """
    ordered = sorted(readings, key=_when)
    voices = Parties(ordered, parties)
    origins = roots or by_outlet(ordered)
    told = matters(sayings(ordered, voices), ordered, contradictions, corrections)
    said = with_totals(
        [(reading, voices.voice(reading)) for reading in ordered], claims(ordered, voices)
    )
    counted = as_said(counts(story, said), said, corrections)
    numbers = [_of_count(story, count, told, origins) for count in counted]
    found = [*numbers, *(_of_matter(story, matter, origins) for matter in told)]
    return tuple(sorted((_marked(one, withdrawn) for one in found), key=pressing))


def _marked(finding: Finding, withdrawn: Set[str]) -> Finding:
    """Return a finding with the reason that reports behind it were withdrawn, if any were.

    One that stands on nothing else is not graded; an agreement needs two others.
    """
    reports = {said.report for position in finding.positions for said in position.said}
    gone = reports & withdrawn
    on_nothing = any(not position.independent_origins for position in finding.positions)
    if not gone and not on_nothing:
        return finding
    reason = Reason("withdrawn", (("reports", len(gone)),)) if gone else Reason("from_withdrawn")
    stands = any(position.independent_origins for position in finding.positions)
    alone = finding.kind == "agreement" and len(reports - gone) < _TWO
    return replace(
        finding,
        kind="single_source" if alone else finding.kind,
        reasons=(reason, *finding.reasons),
        suggested_grading=finding.suggested_grading if stands else None,
    )


def pressing(finding: Finding) -> tuple[object, ...]:
    """Return what findings are ordered by.

    First the kind, in the order of ``ORDER``, disputes and denials as one; then more independent
    origins before fewer, more parties, more reports; then the day it was first said and the id.
    """
    kind = max(ORDER.index(finding.kind), ORDER.index("denial"))
    origins = max(position.independent_origins for position in finding.positions)
    return (
        kind,
        -sum(position.independent_origins for position in finding.positions),
        -origins,
        -len(finding.positions),
        min((position.first_said or "9" for position in finding.positions), default="9"),
        finding.id,
    )


def by_outlet(readings: Sequence[Reading]) -> Origins:
    """Return a count of origins that takes every outlet for one."""
    outlets = {
        reading.article.id: reading.article.outlet or reading.article.id for reading in readings
    }
    return lambda places: max(1, len({outlets[report] for report, _ in places}))


def _when(reading: Reading) -> tuple[str, str]:
    return reading.article.published or "9", reading.article.id


def _origins(found: Sequence[Position], roots: Origins) -> int:
    places = [(said.report, said.span) for position in found for said in position.said]
    return roots(tuple(sorted(set(places))))


def _of_count(story: Story, count: Count, told: Sequence[Matter], roots: Origins) -> Finding:
    stands = [
        Stand(claim.party, "asserts", (claim.said,), claim.figure.low, claim.figure.high)
        for claim in count.claims
    ]
    doubts = list(_doubts(count, told))
    stands += [Stand(saying.party, saying.stance, saying.said()) for saying in doubts]
    made = positions(stands, roots)
    origins = _origins(made, roots)
    compared = compare(count, origins)
    words = pack(count.claims[0].language).table("findings", FindingWords)
    counted = named(count.scope, count.claims[0].language)
    matter = words.matters[count.what].format(counted=counted)
    happening = words.happenings.get(count.happening or "", count.happening)
    apart = ", ".join(label for label in (count.place, happening) if label)
    return Finding(
        id=content_id("finding", story.id, *sorted(claim.figure.id for claim in count.claims)),
        story=story.id,
        kind=compared.kind,
        matter=f"{matter} ({apart})" if apart else matter,
        about=About(
            what=count.what,
            place=count.place or (story.place.name if story.place else None),
            time=count.day or story.start,
            counted=None if count.scope == "people" else count.scope,
        ),
        positions=made,
        reasons=(
            *compared.reasons,
            *_count_reasons(count),
            *dict.fromkeys(Reason("unverified", (("party", d.party.name),)) for d in doubts),
            *_support(made, origins),
            *map(Reason, count.reviewed),
        ),
        compatible_if=None if TOGETHER in count.reviewed else compared.compatible_if,
        suggested_grading=of_harm(count.what, count.scope, origins, told),
    )


def _doubts(count: Count, told: Sequence[Matter]) -> Iterator[Saying]:
    """Yield who says in the same reports that numbers of people harmed cannot be verified."""
    reports = {claim.report for claim in count.claims}
    if count.what not in HARM or count.place or count.day or count.happening:
        return
    for matter in told:
        for saying in matter.sayings:
            if saying.stance == "cannot_verify" and saying.report in reports:
                nouns = pack(saying.language).table("findings", FindingWords).tolls
                if not set(nouns).isdisjoint(folded(saying.text).split()):
                    yield saying


def _count_reasons(count: Count) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if any(claim.figure.counting == "total" for claim in count.claims):
        found.append(Reason("cumulative"))
    vague = sorted({claim.party.name for claim in count.claims if not claim.exact})
    found += [Reason("vague", (("party", name),)) for name in vague]
    wholes = {claim.figure.id: claim for claim in count.claims}
    for part in count.parts:
        whole = wholes[part.figure.part_of or ""]
        if part.bounds.told > whole.bounds.told:
            values = (("part", part.bounds.told), ("total", whole.bounds.told))
            found.append(Reason("parts_exceed_total", values))
        else:
            found.append(
                Reason(
                    "part_of_total",
                    (
                        ("part", part.figure.span.text),
                        ("total", whole.figure.span.text),
                        ("counted", named(part.scope, part.language)),
                    ),
                )
            )
    hedged = {claim.report for claim in count.claims if claim.figure.hedged}
    if hedged:
        found.append(Reason("hedged", (("reports", len(hedged)),)))
    return tuple(dict.fromkeys(found))


def _support(made: Sequence[Position], origins: int) -> tuple[Reason, ...]:
    """Return how many parties and origins stand behind a finding."""
    reports = {said.report for position in made for said in position.said}
    if origins > 1:
        return (Reason("several_origins", (("origins", origins),)),)
    if origins and len(reports) > 1:
        return (Reason("one_origin"),)
    if len({position.party for position in made}) == 1:
        return (Reason("one_party", (("party", made[0].party),)),)
    return ()


def _of_matter(story: Story, matter: Matter, roots: Origins) -> Finding:
    made = positions(
        [Stand(saying.party, saying.stance, saying.said()) for saying in matter.sayings], roots
    )
    origins = _origins(made, roots)
    kind = _kind(matter, made, origins)
    ids = sorted(saying.statement.id for saying in matter.sayings)
    return Finding(
        id=content_id("finding", story.id, *ids),
        story=story.id,
        kind=kind,
        matter=" ".join(" ".join(span.text for span in matter.best.statement.content).split()),
        about=About(
            what=None,
            place=story.place.name if story.place else None,
            time=story.start,
            counted=None,
        ),
        positions=made,
        reasons=(
            *_matter_reasons(matter),
            *_support(made, origins),
            *map(Reason, matter.reviewed),
        ),
        compatible_if=None,
        suggested_grading=of_matter(matter, origins),
    )


def _kind(matter: Matter, made: Sequence[Position], origins: int) -> FindingKind:
    """Return what the sayings of a matter come to."""
    if any(_opposes(pair.code) for pair in matter.against):
        return "dispute"
    if any(saying.denies for saying in matter.sayings):
        return "denial"
    if _changes(matter):
        return "revision"
    claimed = [
        position for position in made if position.stance not in {"cannot_verify", "no_comment"}
    ]
    several = len({position.party for position in claimed}) > 1 or origins > 1
    reports = {said.report for position in claimed for said in position.said}
    return "agreement" if several and len(reports) > 1 else "single_source"


def _opposes(code: str) -> bool:
    return code not in {"cannot_verify", "no_comment"}


def _matter_reasons(matter: Matter) -> tuple[Reason, ...]:
    found: list[Reason] = []
    for pair in matter.against:
        names = (("party", pair.answer.party.name), ("other", pair.claim.party.name))
        if pair.code == "cannot_verify":
            found.append(Reason("unverified", names[:1]))
        elif pair.code == "no_comment":
            found.append(Reason("no_comment", names[:1]))
        elif pair.code in {"accuse_each_other", "refused"}:
            found.append(Reason(pair.code, names))
        elif pair.code == "contradicts":
            found.append(Reason("contradicts", (*names, ("score", pair.score or 0.0))))
        else:
            found += [Reason("denies_claim", names), Reason(pair.code, names[:1])]
    if not any(_opposes(pair.code) for pair in matter.against):
        found += [
            Reason("denial_without_claim", (("party", saying.party.name),))
            for saying in matter.sayings
            if saying.denies
        ]
    found += _changes(matter)
    hedged = {saying.report for saying in matter.sayings if saying.statement.hedged}
    if hedged:
        found.append(Reason("hedged", (("reports", len(hedged)),)))
    return tuple(dict.fromkeys(found))


def _changes(matter: Matter) -> list[Reason]:
    """Return each change of a party's stance from one day to a later one."""
    stances: dict[str, list[Saying]] = {}
    for saying in matter.sayings:
        if saying.party.id is not None and saying.at is not None:
            stances.setdefault(saying.party.id, []).append(saying)
    found: list[Reason] = []
    for _, group in sorted(stances.items()):
        told = sorted(group, key=lambda saying: (saying.at or "", saying.number))
        for before, after in pairwise(told):
            turned = (before.claims and after.denies) or (before.denies and after.claims)
            if turned and before.at != after.at:
                found.append(_changed(before, after))
    return found


def _changed(before: Saying, after: Saying) -> Reason:
    said: Said = before.said()[0]
    values = (("party", after.party.name), ("old", said.span.text), ("date", before.at or "?"))
    return Reason("stance_changed", values)
