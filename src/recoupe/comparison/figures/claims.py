"""Claims: each figure of each report, with who gives it, whom it counts, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.comparison.figures.bounds import Bounds
from recoupe.comparison.figures.scopes import scope_of
from recoupe.comparison.positions.parties import Parties, Party, day_of
from recoupe.comparison.positions.sayings import DENYING, compiled
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import Figure, Place, Reading, Said, Statement

_SHOWN: Final = frozenset({"video", "photo", "satellite", "audio"})
_NOT_COUNTING: Final = DENYING | {"refuses", "questions", "demands"}
_OPENING: Final = 600
"""Code points that a report opens with."""
_EARLIEST: Final = "1900"
"""Years before it are numbers misread."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a party gives in a report.

    ``at`` is the ISO 8601 day of publication, ``days`` the first and last day that the words name.
    ``exact`` is false where only a magnitude is told ("dozens"). ``event`` is the type of happening
    that the report ties the number to, ``numbered`` whether its words hold a number.
    """

    report: str
    language: str
    figure: Figure
    party: Party
    statement: Statement | None
    scope: str
    bounds: Bounds
    exact: bool
    place: Place | None
    days: tuple[str, str] | None
    at: str | None
    event: str | None = None
    numbered: bool = True

    @property
    def somebody(self) -> bool:
        """Whether it tells of one person without counting ("a man")."""
        return self.bounds.low == self.bounds.high == 1 and not self.numbered

    @property
    def prominent(self) -> bool:
        """Whether somebody is named who gives it, or it opens its report.

        What an outlet itself says further down may be of something else.
        """
        return self.statement is not None or self.figure.span.start < _OPENING

    @property
    def said(self) -> Said:
        """Its words as a position bears them."""
        statement = self.statement.id if self.statement else None
        return Said(self.report, statement, self.figure.span, self.at)


def claims(readings: Iterable[Reading], parties: Parties) -> tuple[Claim, ...]:
    """Return every figure that counts something said of people, by report and place in it.

    Left out is what a party denies or asks for.
    """
    found: list[Claim] = []
    for reading in readings:
        statements = {statement.id: statement for statement in reading.statements}
        places = {place.id: place for place in reading.places}
        speakers = parties.speakers(reading)
        for figure in _parted(reading.figures):
            if figure.what == "other" or (figure.low is None and figure.high is None):
                continue
            statement = statements.get(figure.according_to or "")
            if statement is None or statement.stance not in _NOT_COUNTING:
                place = places.get(figure.place or "")
                party = speakers[statement.id] if statement else parties.voice(reading)
                found.append(_claim(reading, figure, statement, place, party))
    return tuple(found)


def _parted(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield figures; to those who are part of others happened what happened to those."""
    by_id = {figure.id: figure for figure in figures}
    for figure in figures:
        whole = by_id.get(figure.part_of or "")
        if figure.what == "other" and whole is not None:
            yield replace(figure, what=whole.what)
        else:
            yield figure


def _claim(
    reading: Reading,
    figure: Figure,
    statement: Statement | None,
    place: Place | None,
    party: Party,
) -> Claim:
    article = reading.article
    scope = scope_of(figure.counted, figure.what, article.language)
    if statement is not None and _shown(reading, statement):
        scope = "seen" if scope == "people" else scope
    return Claim(
        report=article.id,
        language=article.language,
        figure=figure,
        party=party,
        statement=statement,
        scope=scope,
        bounds=Bounds(figure.low, figure.high, figure.approximate),
        exact=_exact(figure, article.language),
        place=place,
        days=_days(reading, figure),
        at=day_of(reading),
        event=_event(reading, figure),
        numbered=_numbered(figure, article.language),
    )


def _shown(reading: Reading, statement: Statement) -> bool:
    """Whether a picture or film "says" it: it shows some of those who are counted elsewhere."""
    return any(
        item.medium in _SHOWN and item.span.overlaps(source)
        for item in reading.evidence
        for source in statement.source
    )


def _event(reading: Reading, figure: Figure) -> str | None:
    types = sorted(
        event.subtype
        for event in reading.events
        if figure.id in event.figures and event.subtype is not None
    )
    return types[0] if types else None


def _exact(figure: Figure, language: str) -> bool:
    patterns = pack(language).table("findings", FindingWords).numbers
    return not figure.approximate or bool(compiled(patterns).search(figure.span.text.lower()))


def _numbered(figure: Figure, language: str) -> bool:
    """Whether the words hold a number, and not an article alone; ages are none."""
    words = pack(language).table("findings", FindingWords)
    first = figure.span.text.lower().split()[0]
    return first not in words.articles


def _days(reading: Reading, figure: Figure) -> tuple[str, str] | None:
    time = next((time for time in reading.times if time.id == figure.time), None)
    if time is None or time.type not in {"DATE", "TIME"} or not time.start or not time.end:
        return None
    days = time.start[:10], time.end[:10]
    return days if days[0] >= _EARLIEST else None


def tolls(found: Iterable[Claim], other: Mapping[str, str]) -> Iterator[Claim]:
    """Yield the claims that say what something came to, and not what some part of it did.

    Reports open with a toll and break it down behind: what one party gives later in the same
    report, of the same people, and smaller, is a part. So is what the report itself says is a part
    of the same people, or is added to a number before it. ``other`` are figures, by id, of other
    happenings than the main one, with the type of each.
    """
    first: dict[tuple[object, ...], Claim] = {}
    listed = list(found)
    scopes = {claim.figure.id: claim.scope for claim in listed}
    for claim in listed:
        figure = claim.figure
        whole = scopes.get(figure.part_of or "")
        if figure.counting == "new" or whole == claim.scope:
            continue
        party, happening = claim.party.id or claim.party.name, other.get(figure.id)
        key = claim.report, party, figure.what, claim.scope, happening
        opening = first.setdefault(key, claim)
        smaller = claim.bounds.told < opening.bounds.told
        if claim is opening or not smaller or _tied(claim, opening):
            yield claim


def _tied(one: Claim, other: Claim) -> bool:
    """Whether the report itself says that one number replaces the other."""
    return one.figure.id == other.figure.revises or other.figure.id == one.figure.revises
