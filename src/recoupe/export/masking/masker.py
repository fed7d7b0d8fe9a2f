"""Masking what is handed over: names to roles, places to what contains them, ids to others."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from recoupe.export.masking.names import Found, Names, is_proper, key_of
from recoupe.export.masking.places import Coarse, around, label_of
from recoupe.export.masking.protected import (
    Protection,
    gathered,
    is_any,
    labels,
    titles_and_articles,
)
from recoupe.export.masking.through import Hidden, Through
from recoupe.export.masking.veil import Veil, stretches, veiled
from recoupe.languages import pack
from recoupe.languages.export import ExportWords, MaskLabels
from recoupe.model import LISTS, Article, CrossCheck, Place, Reading, Story, content_id, packed
from recoupe.review.identity import primary_spans

if TYPE_CHECKING:
    from recoupe.export.material import ExportedReport, Party
    from recoupe.store import Store


@dataclass(frozen=True, slots=True)
class Masked:
    """How much was masked: parties, places, and reports in which words of them stand."""

    parties: int = 0
    places: int = 0
    reports: int = 0

    def __bool__(self) -> bool:
        return bool(self.parties or self.places or self.reports)

    def note(self, language: str) -> str | None:
        """Return in words how much was masked, ``None`` where nothing was."""
        if not self:
            return None
        words = _words(language).note
        return words.format(parties=self.parties, places=self.places, reports=self.reports)


NOTHING_MASKED: Final = Masked()

_NAMING_BLOCKS: Final = frozenset({"headline", "byline"})
"""Blocks of a protected report that are not shown."""
_TELLING: Final = 3
"""Words from which on a description of somebody without a name is masked in every report."""


@dataclass(slots=True)
class Masker:
    """Masks records: made once an export.

    ``names`` are those that are said nowhere, ``parts`` single words of them. ``called`` says what
    protected parties, entities and speakers are called instead, by their ids, ``ids`` which ids
    they have in this export.
    ``coarse`` is what is shown of protected places, by place id; ``veils`` are the articles in
    which anything is masked, by id, and ``homes`` the articles of the places in them. ``hidden``
    is what is left out of protected reports. ``happened_at`` is the protected place of each event
    that has one, by event id, ``outlets`` the true names of outlets whose name is masked, ``order``
    the articles with the hash of their bytes, in the order of adding.
    """

    protection: Protection = field(default_factory=Protection)
    names: Names = field(default_factory=Names)
    parts: Names = field(default_factory=Names)
    called: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    coarse: dict[str, tuple[Coarse, str]] = field(default_factory=dict)
    veils: dict[str, Veil] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    hidden: Hidden = field(default_factory=Hidden)
    happened_at: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    order: dict[str, str] = field(default_factory=dict)

    @classmethod
    def nobody(cls) -> Masker:
        """Return the masker that leaves everything as it is."""
        return cls()

    @classmethod
    def of(cls, store: Store, language: str, salt: str | None = None) -> Masker:
        """Return the masker of whatever is protected in a casefile, in words of ``language``.

        ``salt`` goes into the ids of whoever is masked: a new one each time, unless it is given.
        """
        reviews = tuple(store.reviews())
        if not is_any(reviews):
            return cls.nobody()
        words = _words(language)
        made = cls(gathered(lambda: store.readings(latest=False), reviews))
        made._call(words, salt or secrets.token_hex(16))
        marked = store.protected()
        spots: dict[str, tuple[Reading, Place]] = {}
        for one in store.readings(latest=False) if made.protection.spots else ():
            for place in made.protection.spots_of(one.reading).values():
                spots[place.id] = one.reading, place
        made._hide(spots.values(), language)
        made._leave_out(store, words)
        for one in store.readings(latest=False):
            made._cover(one.reading, words, anyway=one.reading.article.id in marked)
        return made

    @property
    def masked(self) -> Masked:
        """How much is masked."""
        spots = {one.name for one in self.protection.spots.values()} | self.protection.spot_names
        return Masked(len(self.protection.people), len(spots), len(self.veils))

    def report(self, report: ExportedReport) -> ExportedReport:
        """Return a report with whatever is protected masked."""
        veil = self.veils.get(report.reading.article.id)
        if veil is None:
            return report
        through = self.through(veil)
        return replace(
            report,
            reading=self.reading(report.reading),
            marks={
                through.id(id_): replace(mark, id=through.id(id_))
                for id_, mark in report.marks.items()
            },
            parties={
                through.id(record): self._party(party) for record, party in report.parties.items()
            },
            reviews={through.id(id_): review for id_, review in report.reviews.items()},
            masked=max(1, len(veil.found)),
        )

    def check(self, check: CrossCheck) -> CrossCheck:
        """Return a cross-check with whatever is protected masked."""
        return self.through().record(check) if self.masked else check

    def story(self, story: Story) -> Story:
        """Return a story with whatever is protected masked."""
        return self.through().record(story) if self.masked else story

    def through(self, veil: Veil | None = None) -> Through:
        """Return what masks the records of the article with this veil, or of one without."""
        return Through(
            names=self.names,
            parts=self.parts,
            called=self.called,
            ids=self.ids,
            coarse=self.coarse,
            veils=self.veils,
            homes=self.homes,
            veil=veil,
            hidden=self.hidden,
        )

    def article(self, article: Article) -> Article:
        """Return an article with whatever is protected masked."""
        veil = self.veils.get(article.id)
        if veil is None:
            return article
        through = self.through(veil)
        shown: Article = replace(
            through.plain(replace(article, text="", blocks=(), links=())),
            text=veil.shown.text,
            text_sha256=veil.shown.text_sha256,
            blocks=veil.shown.blocks,
            links=tuple(one for one in veil.shown.links if through.address(one.url)),
        )
        if article.id in self.hidden.articles:
            shown = replace(
                shown, url=None, outlet=None, title=None, byline=None, input="", input_id=None,
                metadata=None, recalled=shown.recalled and replace(shown.recalled, note=None),
            )  # fmt: skip
        return shown

    def reading(self, reading: Reading) -> Reading:
        """Return a reading with whatever is protected masked."""
        veil = self.veils.get(reading.article.id)
        if veil is None:
            return reading
        through = self.through(veil)
        lists = {
            name: tuple(map(through.record, getattr(reading, name))) for name in LISTS.values()
        }
        return replace(reading, article=self.article(reading.article), **lists)

    def _party(self, party: Party) -> Party:
        label = self.called.get(party.id)
        if label is None:
            return replace(party, name=self.names.masked(party.name))
        return replace(party, id=self.ids[party.id], name=label, protected=True)

    def _call(self, words: MaskLabels, salt: str) -> None:
        """Give every protected party a label and an id, and let its names be found."""
        before = titles_and_articles()
        for party, label in labels(self.protection, words).items():
            self.called[party] = label
            self.ids[party] = content_id("party", salt, party)
            person = self.protection.people[party]
            for key, name in person.names.items():
                if person.named or len(key.split()) >= _TELLING:
                    self.names.add(name, label)
                    self.parts.add_words(name, label, but=before)
                if person.is_person:
                    self.names.add_words(name, label, but=before)
        for own in self.protection.joined:
            self.ids[own] = content_id("party", salt, own)
        for statement, party in self.protection.speakers.items():
            self.called[statement] = self.called[party]
        for entity, party in self.protection.entities.items():
            self.called[entity] = self.called[party]
            self.ids[entity] = content_id("entity", salt, entity)

    def _hide(self, spots: Iterable[tuple[Reading, Place]], language: str) -> None:
        """Say what is shown of protected places, and let their names be found."""
        words = _words(language)
        spots = list(spots)
        told = [place.name for _, place in spots if self.protection.is_named(place)]
        hidden = frozenset(
            word for name in (*told, *self.protection.spot_names) for word in key_of(name).split()
        )
        said: dict[str, str] = {}
        before = titles_and_articles()
        for reading, place in spots:
            shown = around(place, {one.id: one for one in reading.places}, language, hidden)
            label = label_of(place, shown, words)
            self.coarse[place.id] = shown, label
            for name in (place.name, place.span.text):
                said.setdefault(key_of(name), shown.name or label)
            named = self.protection.is_named(place)
            for name in (place.name, place.span.text):
                if named:
                    self.parts.add_words(name, label)
                if named or is_proper(name, before):
                    self.names.add(name, label)
        for name in self.protection.spot_names:
            self.names.add(name, words.places["other"])
            self.parts.add_words(name, words.places["other"])
        self.hidden = replace(self.hidden, spots=said)

    def _leave_out(self, store: Store, words: MaskLabels) -> None:
        """Note what of protected reports is left out, in all of their versions."""
        versions = [one for report in self.protection.reports for one in store.versions(report)]
        articles = [store.article(one.article) for one in versions]
        self.hidden = replace(
            self.hidden,
            articles=frozenset(one.id for one in articles),
            titles=frozenset(one.title for one in articles if one.title),
            outlets=frozenset(one.outlet for one in articles if one.outlet),
            naming=self._named(articles, words),
            medium=words.parties["medium"],
            unsaid=words.record,
        )

    def _named(self, articles: Iterable[Article], words: MaskLabels) -> Names:
        """Return what names protected reports, where people speak of them."""
        found = Names()
        for one in articles:
            for name in (one.outlet, one.title, one.byline):
                found.add(name or "", words.record)
        return found

    def _cover(self, reading: Reading, words: MaskLabels, *, anyway: bool) -> None:
        """Mask the words of an article; one with none is kept as it is, unless ``anyway``."""
        article = reading.article
        found = [
            *self.names.found(article.text),
            *self._marked(reading, words),
            *self._naming(article, words),
        ]
        said = (article.title, article.byline, article.outlet, *_published(article))
        beside = any(next(self.names.found(one), None) for one in said if one)
        addresses = (
            article.url,
            article.input,
            *(link.url for link in article.links),
            *(one for one in _published(article) if "/" in one),
        )
        links = any(map(self.names.in_address, filter(None, addresses)))
        self.order[article.id] = article.capture.sha256
        if article.outlet and (shown := self.names.masked(article.outlet)) != article.outlet:
            self.outlets[shown] = article.outlet
        ids = [one.id for one in reading.entities] + [one.id for one in reading.statements]
        anyway = anyway or not self.called.keys().isdisjoint(ids)
        if found or beside or links or anyway:
            self.veils[article.id] = veiled(article, found)
            self.homes |= {place.id: article.id for place in reading.places}
        for event in reading.events:
            if event.place in self.coarse:
                self.happened_at[event.id] = event.place

    def _naming(self, article: Article, words: MaskLabels) -> Iterator[Found]:
        """Yield the blocks by which a protected report could be found."""
        if article.id in self.hidden.articles:
            for block in article.blocks:
                if block.kind in _NAMING_BLOCKS and block.start < block.end:
                    yield Found(block.start, block.end, words.record)

    def _marked(self, reading: Reading, words: MaskLabels) -> Iterator[Found]:
        """Yield the words of the protected records of one article."""
        for place in reading.places:
            if place.id in self.coarse:
                yield from stretches((place.span,), self.coarse[place.id][1])
        for entity in reading.entities:
            if entity.id in self.called:
                yield from stretches(entity.mentions, self.called[entity.id])
        marked = self.protection.records.get(reading.article.id, set())
        for name in ("times", "figures", "events", "evidence"):
            for record in getattr(reading, name):
                if record.id in marked:
                    yield from stretches(primary_spans(record), words.record)


def _words(language: str) -> MaskLabels:
    return pack(language).table("export", ExportWords).mask


def _published(article: Article) -> Iterator[str]:
    """Yield all that an article's page says of itself, and by what its report is withdrawn."""
    waiting = [packed(article.metadata), packed(article.recalled)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | Mapping):
            waiting += one.values() if isinstance(one, Mapping) else one
