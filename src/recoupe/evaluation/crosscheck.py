"""Scoring cross-checks: positions of parties on matters, shown disputes, ranges of tolls.

A gold position is found where a finding of its story has a position with words that overlap the
gold quote in the same report, of the same party and stance. Parties are the same by
:func:`same_speaker`, stances by :data:`MEANT`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from recoupe.comparison.checking import StoryReadings, check_story
from recoupe.comparison.figures import Bounds
from recoupe.evaluation.gold_records import GoldIncident, GoldMatter, GoldPosition, GoldReport
from recoupe.evaluation.match import name_words
from recoupe.evaluation.score import Case, Tally, judged
from recoupe.model import Finding, Position, Reading, Said, Story

PINNED: Final = frozenset(
    {"positions", "contradicted matters shown", "range of civilians", "final toll"}
)

MEANT: Final[dict[str, frozenset[str]]] = {
    "asserts": frozenset({"asserts", "confirms", "accuses", "demands", "promises"}),
    "confirms": frozenset({"confirms", "asserts"}),
    "accuses": frozenset({"accuses"}),
    "denies": frozenset({"denies", "refuses"}),
    "cannot_verify": frozenset({"cannot_verify"}),
    "no_comment": frozenset({"no_comment"}),
    "other": frozenset({"other", "questions", "demands", "promises", "asserts"}),
}
"""Stances of ours by which a gold one is found. Who accuses, demands or confirms asserts as well;
``other`` is a stance that is neither for nor against the annotator's matter, so that it has none of
its own among ours."""

AGAINST: Final = frozenset({"denies"})
FOR: Final = frozenset({"asserts", "confirms", "accuses"})
SHOWN: Final = frozenset({"dispute", "denial"})

_Pair = tuple[GoldReport, Reading | None]


def score_together(reports: Sequence[_Pair], tally: Tally) -> None:
    """Add every story among ``reports`` to ``tally``; what was not read counts as missed."""
    stories: dict[str, list[_Pair]] = {}
    for report, reading in reports:
        if report.incident is not None:
            stories.setdefault(report.incident.name, []).append((report, reading))
    for pairs in stories.values():
        story = pairs[0][0].incident
        assert story is not None  # noqa: S101 - grouped by it
        readings = [reading for _, reading in pairs if reading is not None]
        found = check(story.name, readings)
        if story.civilians is not None:
            _score_range(story, found, tally)
        if story.killed is not None:
            _score_toll(story, story.killed, found, tally)
        if story.matters:
            names = {reading.article.id: reading.article.input_id or "" for reading in readings}
            _score_matters(story, found, names, tally)


def check(name: str, readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """Return the findings of readings that are of one story."""
    reports = tuple(sorted(reading.article.id for reading in readings))
    story = Story(name, None, reports, None, None, None, ())
    return check_story(StoryReadings(story, tuple(readings))).findings


def _score_matters(
    story: GoldIncident, found: Sequence[Finding], names: dict[str, str], tally: Tally
) -> None:
    for matter in story.matters:
        for gold in matter.positions:
            _score_position(story, gold, found, names, tally)
        if contradicted(matter):
            shown = any(_shows(finding, matter, names) for finding in found)
            tally.count("contradicted matters shown", judged(shown))
            if not shown:
                tally.case(Case("matter not shown", story.name, matter.name, "-", "", 1.0))
    for number, finding in enumerate(found):
        if finding.kind in SHOWN:
            told = " / ".join(f"{p.party}: {p.stance}" for p in finding.positions)
            tally.case(Case(finding.kind, story.name, finding.matter, told, "", 1 / (number + 1)))


def _score_position(
    story: GoldIncident,
    gold: GoldPosition,
    found: Sequence[Finding],
    names: dict[str, str],
    tally: Tally,
) -> None:
    held = [
        position
        for finding in found
        for position in finding.positions
        if any(_covers(said, gold, names) for said in position.said)
    ]
    party = [position for position in held if same_speaker(gold.party, position.party)]
    both = [position for position in party if position.stance in MEANT[gold.stance]]
    tally.count("positions", judged(bool(both)))
    tally.count("positions, words", judged(bool(held)))
    tally.count("positions, party", judged(bool(party)))
    exact = any(position.stance == gold.stance for position in party)
    tally.count("positions, stance to the letter", judged(exact))
    tally.count(f"positions, {gold.stance}", judged(bool(both)))
    if not both:
        shown = "; ".join(f"{position.party}: {position.stance}" for position in held) or "-"
        kind = "stance" if party else "party" if held else "words"
        words = f"[{gold.quote[0]}, {gold.quote[1]})"
        wanted = f"{gold.party}: {gold.stance}"
        tally.case(
            Case(f"position, {kind}", f"{story.name}/{gold.report}", wanted, shown, words, 1)
        )


def _covers(said: Said, gold: GoldPosition, names: dict[str, str]) -> bool:
    start, end = gold.quote
    return names.get(said.report) == gold.report and said.span.start < end and start < said.span.end


def contradicted(matter: GoldMatter) -> bool:
    """Whether one party denies what another says of a matter."""
    return any(
        one.stance in AGAINST and other.stance in FOR and one.party != other.party
        for one in matter.positions
        for other in matter.positions
    )


def _shows(finding: Finding, matter: GoldMatter, names: dict[str, str]) -> bool:
    """Whether a finding sets words of one who denies against words of another party."""
    if finding.kind not in SHOWN:
        return False
    held = [gold for gold in matter.positions if _has(finding.positions, gold, names)]
    return contradicted(GoldMatter(matter.name, tuple(held)))


def _has(found: Sequence[Position], gold: GoldPosition, names: dict[str, str]) -> bool:
    return any(_covers(said, gold, names) for position in found for said in position.said)


def same_speaker(gold: str, found: str) -> bool:
    """Whether two names are of one party.

    A name may carry a body in brackets or behind a stroke, and is the same if either is. Two are
    the same if they have the same words, but for case, accents, articles, spaces and an outlet's
    ".com"; or if all words of the shorter are in the longer; or if both are among the forms of one
    name in ``crosscheck_names.toml``.
    """
    return any(_same(one, other) for one in _parts(gold) for other in _parts(found))


def _parts(name: str) -> Iterator[str]:
    outer, _, inner = name.partition("(")
    yield from (part.strip() for part in outer.split("/"))
    if inner:
        yield inner.rstrip(") ")


def _same(gold: str, found: str) -> bool:
    one, other = set(name_words(gold)), set(name_words(found))
    if _squeezed(gold) == _squeezed(found.partition(".")[0]):
        return True
    if not one or not other:
        return False
    if one <= other or other <= one:
        return True
    return any(
        any(form <= one for form in forms) and any(form <= other for form in forms)
        for forms in _forms()
    )


def _squeezed(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


@cache
def _forms() -> tuple[tuple[frozenset[str], ...], ...]:
    """Return the forms of each name, as sets of words."""
    path = files("recoupe.evaluation").joinpath("crosscheck_names.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(tuple(frozenset(name_words(form)) for form in forms) for forms in table["names"])


def _score_range(story: GoldIncident, found: Sequence[Finding], tally: Tally) -> None:
    """Count whether the numbers of people killed that are shown hold those of all coders.

    None found is a toll of nobody; where fighters are counted as well, all of the dead may be.
    """
    assert story.civilians is not None  # noqa: S101
    ends = [end for finding in found for end in _civilians(finding)] or [0.0]
    if any(f.about.what == "killed" and f.about.counted == "fighters" for f in found):
        ends.append(0.0)
    low, high = story.civilians
    covered = min(ends) <= low and high <= max(ends)
    tally.count("range of civilians", judged(covered))
    if not covered:
        shown = f"{min(ends):g} to {max(ends):g}"
        tally.case(Case("range", story.name, f"{low} to {high}", shown, "", abs(high - max(ends))))


def _civilians(finding: Finding) -> Iterator[float]:
    counted = finding.about.counted
    if finding.about.what != "killed" or counted not in {None, "civilians"}:
        return
    for position in _numbered(finding):
        yield from Bounds(position.low, position.high).ends


def _numbered(finding: Finding) -> list[Position]:
    """Return the positions that give a number."""
    return [p for p in finding.positions if p.low is not None or p.high is not None]


def _score_toll(story: GoldIncident, killed: int, found: Sequence[Finding], tally: Tally) -> None:
    """Count whether the last number of people killed is the final one; none found is nobody."""
    last = last_number(found)
    tally.count("final toll", judged((last or 0) == killed))
    if killed:
        tally.count("final toll, of incidents with dead", judged(last == killed))
    if (last or 0) != killed:
        tally.case(
            Case("final toll", story.name, str(killed), str(last), "", abs(killed - (last or 0)))
        )


def last_number(found: Sequence[Finding]) -> int | None:
    """Return the last number of people killed that reports give, ``None`` where they give none.

    Of numbers of one day, the one that most reports give counts, of those the higher.
    """
    counts = [f for f in found if f.about.what == "killed" and f.about.counted is None]
    if not counts:
        return None
    most = max(counts, key=lambda f: (sum(p.independent_origins for p in f.positions), f.id))
    last = max(_numbered(most), key=lambda p: (p.last_said or "", p.reports, _told(p), p.party))
    return _told(last)


def _told(position: Position) -> int:
    return position.low if position.low is not None else position.high or 0
