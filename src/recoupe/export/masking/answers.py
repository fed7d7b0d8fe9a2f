"""What a store answers, masked: each of its records by what its words are of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from recoupe.capture.warc.heads import HttpHead
from recoupe.export.masking.masker import Masker
from recoupe.model import Declared, Passage
from recoupe.store.answers import (
    Arrival,
    Captured,
    Copy,
    Held,
    HeldWords,
    Named,
    Party,
    Side,
    Source,
    Spoken,
    StoryLine,
)
from recoupe.store.records import (
    Altered,
    FailureRecord,
    Happening,
    KeptStory,
    ReportRecord,
    Stood,
    StoryFacts,
)
from recoupe.store.search import Hit

T = TypeVar("T")
WordsT = TypeVar("WordsT", HeldWords, Stood)


class Answers:
    """Masks what a store answers; made once for a :class:`Masker`."""

    def __init__(self, masker: Masker) -> None:
        self._masker = masker
        self._through = masker.through()
        self._hidden = masker.hidden.articles

    def id(self, id_: str) -> str:
        """Return the id that a party or record has here."""
        return self._masker.ids.get(id_, id_)

    def keys(self, told: Mapping[str, T]) -> dict[str, T]:
        """Return a mapping from ids with those that they have here."""
        return {self.id(id_): value for id_, value in told.items()}

    def source(self, source: Source) -> Source:
        """Return a version of a report, that of a protected one without outlet and headline."""
        plain: Source = self._through.plain(source)
        return replace(plain, outlet=None, title=None) if source.article in self._hidden else plain

    def arrival(self, arrival: Arrival) -> Arrival:
        """Return when a version came."""
        hidden = arrival.source.article in self._hidden
        plain: Arrival = self._through.plain(replace(arrival, source=self.source(arrival.source)))
        return replace(plain, address=None) if hidden else plain

    def captured(self, captured: Captured, article: str) -> Captured:
        """Return what is known of a capture; of a protected report not where it came from."""
        plain: Captured = self._through.plain(captured)
        if article in self._masker.veils:  # the records of an exchange hold what came
            plain = replace(plain, records=())
        return replace(plain, input="", declared=Declared()) if article in self._hidden else plain

    def heads(self, heads: Mapping[str, HttpHead], article: str) -> Mapping[str, HttpHead]:
        """Return the HTTP heads of exchanges that may be shown: none says a protected name."""
        if article in self._masker.veils:
            return {}
        return {id_: head for id_, head in heads.items() if not self._names_anybody(head)}

    def _names_anybody(self, head: HttpHead) -> bool:
        names = self._masker.names
        said = (head.first, *(value for _, value in head.fields))
        return any(next(names.found(one), None) or names.in_address(one) for one in said)

    def spoken(self, spoken: Spoken) -> Spoken:
        """Return a statement of a report."""
        there = self._through.of(spoken.source.article)
        label = self._label(spoken.id) or self._label(spoken.party)
        plain: Spoken = there.plain(replace(spoken, source=self.source(spoken.source)))
        return plain if label is None else replace(plain, speaker=label)

    def named(self, named: Named) -> Named:
        """Return something by its name."""
        label = self._label(named.id)
        name = self._through.title(named.name) if label is None else label
        return Named(self.id(named.id), name, named.count)

    def party(self, party: Party) -> Party:
        """Return a party; of a protected one only what it is called, and how much it says."""
        stories = tuple(map(self.named, party.stories))
        label = self._label(party.id)
        if label is not None:
            return replace(
                party, id=self.id(party.id), name=label, protected=True, names=(), roles=(),
                bodies=(), voices=(), joined=(), stories=stories,
            )  # fmt: skip
        return replace(
            party,
            name=self._through.words(party.name),
            names=_counted(party.names, self._through.words),
            roles=_counted(party.roles, self._through.words),
            bodies=self._open(party.bodies),
            voices=self._open(party.voices),
            joined=tuple(map(self.named, party.joined)),
            stories=stories,
        )

    def held(self, held: Held) -> Held:
        """Return a position of the cross-check."""
        label = self._label(held.party)
        if held.party is None and held.party_name in self._masker.hidden.outlets:
            label = self._masker.hidden.medium
        plain: Held = self._through.plain(held)
        return plain if label is None else replace(plain, party_name=label)

    def side(self, side: Side) -> Side:
        """Return a position with words; the position may be masked already."""
        words = tuple(map(self._held_words, side.words))
        return Side(self.held(side.position), words, side.more)

    def copy(self, copy: Copy) -> Copy:
        """Return who has words from whom, each passage with the words of its own report."""
        here = self._through.of(copy.here.article)
        there = self._through.of(copy.there.article if copy.there else None)
        passages = tuple(
            Passage(
                here.plain(Passage(one.here, None)).here,
                there.plain(Passage(one.there, None)).here if one.there is not None else None,
            )
            for one in copy.passages
        )
        plain: Copy = self._through.plain(replace(copy, passages=()))
        return replace(
            plain,
            here=self.source(copy.here),
            there=copy.there and self.source(copy.there),
            passages=passages,
            origin=self._through.origin(copy.origin),
        )

    def line(self, line: StoryLine) -> StoryLine:
        """Return a story in one line."""
        masked_line: StoryLine = self._through.plain(line)
        return masked_line

    def story(self, kept: KeptStory) -> KeptStory:
        """Return a story of the cross-check."""
        masked_story: KeptStory = self._through.plain(kept)
        return masked_story

    def record(self, record: T) -> T:
        """Return a record of the model: a finding, a derivation."""
        return self._through.record(record)

    def report(self, report: ReportRecord) -> ReportRecord:
        """Return a report as it is kept."""
        plain: ReportRecord = self._through.plain(report)
        if report.article not in self._hidden:
            return plain
        return replace(plain, address=None, outlet=None, title=None)

    def altered(self, altered: Altered) -> Altered:
        """Return what an outlet altered, in short."""
        plain: Altered = self._through.plain(altered)
        return replace(plain, outlet=None, title=None) if altered.after in self._hidden else plain

    def failure(self, record: FailureRecord) -> FailureRecord:
        """Return an input that could not be read, unnamed where it says a name."""
        told = (record.source, record.failure.input, record.failure.message)
        plain: FailureRecord = self._through.plain(replace(record, source=""))
        if any(map(self._through.names.in_address, told)):
            unsaid = self._masker.hidden.unsaid
            return replace(plain, failure=replace(plain.failure, input=unsaid, message=unsaid))
        return replace(plain, source=record.source)

    def hit(self, hit: Hit) -> Hit:
        """Return a result of a search in a report of which nothing is masked."""
        masked_hit: Hit = self._through.plain(hit)
        return masked_hit

    def facts(self, facts: StoryFacts) -> StoryFacts:
        """Return what a story is told from."""
        plain: StoryFacts = self._through.plain(replace(facts, stood=(), happenings=()))
        return replace(
            plain,
            stood=tuple(map(self._stood, facts.stood)),
            happenings=tuple(map(self._happening, facts.happenings)),
            turns=self.keys(facts.turns),
        )

    def _label(self, id_: str | None) -> str | None:
        return self._masker.called.get(id_ or "")

    def _open(self, some: tuple[Named, ...]) -> tuple[Named, ...]:
        """Return those who are not protected: whom somebody speaks for may tell who it is."""
        return tuple(self.named(one) for one in some if self._label(one.id) is None)

    def _held_words(self, held: HeldWords) -> HeldWords:
        return replace(
            _placed(self._masker, held, held.source.article), source=self.source(held.source)
        )

    def _stood(self, stood: Stood) -> Stood:
        label = self._label(stood.party_id)
        if stood.party_id is None and stood.party in self._masker.hidden.outlets:
            label = self._masker.hidden.medium
        plain: Stood = _placed(self._masker, self._through.plain(stood), stood.article)
        return plain if label is None else replace(plain, party=label)

    def _happening(self, happening: Happening) -> Happening:
        plain: Happening = self._through.of(happening.report).plain(happening)
        place = self._masker.happened_at.get(happening.id)
        if place is None:
            return plain
        shown, label = self._masker.coarse[place]
        return replace(
            plain,
            place=shown.name or label,
            lat=shown.lat,
            lon=shown.lon,
            precision_m=shown.precision_m,
        )


def _placed(masker: Masker, words: WordsT, article: str) -> WordsT:
    """Return words with their place in the masked text."""
    veil = masker.veils.get(article)
    if veil is None:
        return words
    start, end = veil.place(words.start, words.end)
    return replace(words, start=start, end=end, words=veil.shown.text[start:end])


def _counted(
    told: tuple[tuple[str, int], ...], said: Callable[[str], str]
) -> tuple[tuple[str, int], ...]:
    """Return names with their counts, those that are masked alike once."""
    counts: dict[str, int] = {}
    for name, count in told:
        counts[said(name)] = counts.get(said(name), 0) + count
    return tuple(counts.items())
