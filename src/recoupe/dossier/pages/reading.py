"""A reading as pages show it: the text with its marks, who speaks, and every record in a row."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from recoupe.dossier.addresses import Addresses
from recoupe.dossier.marks import Mark, Piece, cut
from recoupe.dossier.pages.stretches import Stretch, stretch_at, stretches
from recoupe.dossier.placing import (
    Ref,
    anchor,
    marks_of,
    mention_anchor,
    references,
    same_places,
)
from recoupe.dossier.ranges import Scale
from recoupe.dossier.voices import HEDGED, in_own_voice, party, shape, voices
from recoupe.dossier.wording import headline, plain_line, words
from recoupe.model import Article, Entity, Place, Reading, Reviewed, Span, Statement

UNCERTAIN: Final = 0.5
"""Below this confidence a statement is shown as uncertain."""

SECTIONS: Final = (
    "statements",
    "figures",
    "places",
    "times",
    "events",
    "evidence",
    "entities",
)

WORDS: Final = "words"
"""The anchor of words that were asked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the article as it is shown.

    ``kind`` is the block's, or "title" for the first headline, which heads the page.
    """

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the legend: style, name and number of statements."""

    style: str
    name: str | None
    count: int
    row: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """The n-th place that names an entity, or stands for it (``inferred``)."""

    number: int
    span: Span
    inferred: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how a reading is shown.

    ``language`` is that of the page. With ``addresses`` records are linked to pages of their own,
    ``parties`` say whose a record is across reports; without them a page stands alone. ``marks``
    say what people made of records. ``away`` is true where the rows of records are on another page,
    that of the report.
    """

    language: str
    addresses: Addresses | None = None
    parties: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Reviewed] = field(default_factory=dict)
    away: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading, or a stretch of it, as it is shown.

    ``reading`` holds the records that begin in the stretch, ``whole`` all of them; ``parts`` are
    the blocks of the text, ``refs`` the places of all records, ``starts`` where in the text each
    row's record begins, ``around`` the statements with content in the stretch, ``marks`` the marks.
    """

    whole: Reading
    reading: Reading
    setting: Setting
    stretch: Stretch
    all_stretches: tuple[Stretch, ...]
    parts: tuple[Part, ...]
    refs: Mapping[str, Ref]
    styles: Mapping[str | None, str]
    places: tuple[tuple[tuple[int, Place], ...], ...]
    speakers: tuple[Voice, ...]
    scale: Scale
    starts: Mapping[str, int]
    around: tuple[Statement, ...]
    marks: tuple[Mark, ...]

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self.whole.article

    @property
    def headed(self) -> bool:
        """Whether the text has a headline of its own."""
        return headline(self.article) is not None

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind the stretch has."""
        counted = {name: len(getattr(self.reading, name)) for name in SECTIONS}
        return counted | {"places": len(self.places)}

    @property
    def shapes(self) -> dict[str, str]:
        """The shapes in use with the stances they stand for."""
        page = words(self.setting.language)
        found = {shape(one): page.stances[one.stance] for one in self.reading.statements}
        return found | ({HEDGED: page.labels.hedged} if HEDGED in found else {})

    def own_voice(self, span: Span) -> bool:
        """Whether words are the report's own: they stand in no statement's content."""
        return in_own_voice(span, self.around)

    def mentions(self, entity: Entity) -> Iterator[Mention]:
        """Yield the places within the stretch that name an entity or stand for it."""
        named = len(entity.mentions)
        for number, span in enumerate((*entity.mentions, *entity.pronouns), 1):
            if self.stretch.holds(span.start):
                yield Mention(number, span, number > named)

    def row_link(self, row: str) -> str:
        """Return the address of a record's row, wherever it is."""
        return self._link(row, self.starts.get(row))

    def text_link(self, row: str, number: int | None = None, span: Span | None = None) -> str:
        """Return the address of a record's words in the text, or of its n-th mention."""
        to = anchor(row) if number is None else mention_anchor(row, number)
        return self._link(to, self.starts.get(row) if span is None else span.start)

    def _link(self, to: str, position: int | None) -> str:
        here = position is None or self.stretch.holds(position)
        if self.setting.addresses is None or (here and not self.setting.away):
            return f"#{to}"
        stretch = stretch_at(self.all_stretches, position or 0)
        page = self.setting.addresses.report(self.article.id, part=stretch.number)
        return f"{page}#{to}"

    def stood(self, record: str) -> Reviewed | None:
        """Return what people made of a record, ``None`` where nobody reviewed it."""
        return self.setting.marks.get(record)

    def page_of(self, statement: str) -> str | None:
        """Return the address of a statement's own page, if there is one."""
        to = self.setting.addresses
        return None if to is None else to.statement(statement)

    def party_page(self, record: str | None) -> str | None:
        """Return the address of the party of an entity or statement, if it has a page."""
        to, whose = self.setting.addresses, self.setting.parties.get(record or "")
        return None if to is None or whose is None else to.speaker(whose)


def shown(
    reading: Reading,
    setting: Setting,
    *,
    stretch: Stretch | None = None,
    asked_for: tuple[int, int] | None = None,
) -> Shown:
    """Return a reading as it is shown: all of it, or one of its stretches.

    ``asked_for`` are words to mark beside what was read.
    """
    by_id = setting.addresses is not None
    refs = references(reading, language=setting.language, by_id=by_id)
    whole = Stretch(0, len(reading.article.text))
    many = stretch is not None or setting.away
    all_stretches = stretches(reading) if many else (whole,)
    here = stretch or whole
    marks = [
        mark
        for mark in marks_of(
            reading, refs, language=setting.language, within=(here.start, here.end)
        )
        if mark.start < here.end and here.start < mark.end
    ]
    if asked_for is not None:
        marks.append(Mark(*asked_for, "words", "", anchor=WORDS))
    marks += _linked(reading.article.id, setting, here)
    part = _within(reading, here)
    return Shown(
        whole=reading,
        reading=part,
        setting=setting,
        stretch=here,
        all_stretches=all_stretches,
        parts=tuple(_parts(reading.article, marks, here)),
        refs=refs,
        styles=voices(reading.statements),
        places=tuple(_places_within(reading, here)),
        speakers=_speakers(reading, part.statements, refs),
        scale=Scale.of(reading.figures),
        starts={refs[id_].row: start for id_, start in starts_of(reading).items()},
        around=tuple(one for one in reading.statements if _spoken_within(one, here)),
        marks=tuple(marks),
    )


def words_anchor(start: int, end: int) -> str:
    """Return the anchor of words that a link leads to, on a page where there are several."""
    return f"{WORDS}-{start}-{end}"


def _linked(article: str, setting: Setting, here: Stretch) -> Iterator[Mark]:
    """Yield the words that links lead to, where their anchors are: on the report's own page."""
    if setting.addresses is None or setting.away:
        return
    for start, end in sorted(setting.addresses.linked_words(article)):
        if here.holds(start):
            yield Mark(start, end, "linked", "", anchor=words_anchor(start, end))


def starts_of(reading: Reading) -> dict[str, int]:
    """Return where each record begins in the text, by its id."""
    found = {one.id: one.content[0].start for one in reading.statements}
    for some in (reading.figures, reading.times, reading.evidence):
        found |= {one.id: one.span.start for one in some}
    found |= {one.id: one.trigger.start for one in reading.events}
    found |= {one.id: one.mentions[0].start if one.mentions else 0 for one in reading.entities}
    for same in same_places(reading):
        found |= {place.id: same[0].span.start for place in same}
    return found


def inferred_from(statement: Statement) -> str | None:
    """Return the words from which the speaker's name was worked out, ``None`` if they hold it.

    The empty string means that nothing beside the statement names its speaker.
    """
    if statement.speaker_name is None:
        return None
    source = " … ".join(span.text for span in statement.source)
    return None if _folded(statement.speaker_name) in _folded(source) else source


def _folded(words_: str) -> str:
    """Return words for comparison: without case, and with one apostrophe for all."""
    return plain_line(words_).casefold().replace("\u2019", "'")


def safe_address(address: str | None) -> str | None:
    """Return an address that may be followed by a click: http or https, else ``None``."""
    known = address is not None and address.lower().startswith(("http://", "https://"))
    return address if known else None


def _within(reading: Reading, here: Stretch) -> Reading:
    """Return a reading with the records alone that begin in a stretch."""
    if here.total == 1:
        return reading
    holds = here.holds
    return replace(
        reading,
        statements=tuple(one for one in reading.statements if holds(one.content[0].start)),
        entities=tuple(one for one in reading.entities if _named_within(one, here)),
        places=tuple(one for one in reading.places if holds(one.span.start)),
        times=tuple(one for one in reading.times if holds(one.span.start)),
        figures=tuple(one for one in reading.figures if holds(one.span.start)),
        events=tuple(one for one in reading.events if holds(one.trigger.start)),
        evidence=tuple(one for one in reading.evidence if holds(one.span.start)),
    )


def _spoken_within(statement: Statement, here: Stretch) -> bool:
    return any(span.start < here.end and here.start < span.end for span in statement.content)


def _named_within(entity: Entity, here: Stretch) -> bool:
    spans = (*entity.mentions, *entity.pronouns)
    return any(here.holds(span.start) for span in spans) or (not spans and here.number == 1)


def _places_within(reading: Reading, here: Stretch) -> Iterator[tuple[tuple[int, Place], ...]]:
    """Yield the places of a stretch, those that are one together, each with its number."""
    for same in same_places(reading):
        found = tuple(
            (number, place) for number, place in enumerate(same, 1) if here.holds(place.span.start)
        )
        if found:
            yield found


def _parts(article: Article, marks: Sequence[Mark], here: Stretch) -> Iterator[Part]:
    """Yield the blocks in order, and whatever words stand between them as boilerplate."""
    coming = deque(sorted(marks, key=lambda mark: mark.start))
    open_: list[Mark] = []  # marks that may reach into the block: not all, for there may be many
    title = headline(article)
    at = here.start
    for block in article.blocks:
        start, end = max(block.start, here.start), min(block.end, here.end)
        if start >= end:
            continue
        yield from _between(article, at, start)
        open_ = [mark for mark in open_ if mark.end > start]
        while coming and coming[0].start < end:
            open_.append(coming.popleft())
        kind = "title" if block is title and start == block.start else block.kind
        yield Part(kind, cut(article.text, start, end, open_))
        at = end
    yield from _between(article, at, here.end)


def _between(article: Article, start: int, end: int) -> Iterator[Part]:
    if gap := article.trimmed(start, end):
        yield Part("boilerplate", cut(article.text, gap.start, gap.end, ()))


def _speakers(
    reading: Reading, here: Sequence[Statement], refs: Mapping[str, Ref]
) -> tuple[Voice, ...]:
    counts: dict[str | None, int] = {}
    for statement in here:
        counts[party(statement)] = counts.get(party(statement), 0) + 1
    styles = voices(reading.statements)
    names = {party(s): s.speaker_name for s in here}
    rows: dict[str | None, str] = {who: ref.row for who, ref in refs.items() if who in counts}
    return tuple(Voice(styles[who], names[who], n, rows.get(who)) for who, n in counts.items())
