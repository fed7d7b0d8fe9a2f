"""Any record with whatever is protected masked: field by field, so that no new field is missed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from recoupe.export.masking.names import Names, key_of
from recoupe.export.masking.places import Coarse, masked
from recoupe.export.masking.veil import Veil
from recoupe.model import (
    Block,
    Derivation,
    Entity,
    Link,
    Origin,
    Passage,
    Place,
    Position,
    Reason,
    ReportEntry,
    Said,
    Span,
    Statement,
    Story,
)

_AS_THEY_ARE: Final = frozenset(
    {"kind", "type", "subtype", "plover", "what", "stance", "medium", "media_type", "language",
     "sha256", "text_sha256", "captured_at", "published", "modified", "start", "end", "value",
     "anchor", "counting", "code", "country", "compatible_if", "at", "first_said", "last_said",
     "since", "until", "by", "standing", "day", "added_at", "first_at", "last_at", "noticed_at",
     "checked_at", "made_at", "starts", "ends", "charset", "action", "state", "status", "status_at",
     "withdrawn", "claimed_at", "reviewed_at"}
)  # fmt: skip
"""Fields of text that never say a name: kinds, codes, days, hashes."""
_ADDRESSES: Final = frozenset(
    {"url", "input", "input_id", "address", "source", "appearance", "canonical", "image"}
)
_NEVER_NONE: Final = frozenset({"input", "image"})
_TITLES: Final = frozenset({"title", "story_title"})
_ID: Final = re.compile(r"[a-z]+-[0-9a-f]{16}")
"""An id of ours: its words are nobody's name."""

RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is left out beside names.

    ``articles`` are those of protected reports, ``titles`` and ``outlets`` theirs, ``naming`` finds
    both; ``medium`` stands for such an outlet, ``unsaid`` for anything else. ``spots`` say what is
    shown of the name of a protected place, or of one within it, by the name as it is compared.
    """

    articles: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    naming: Names = field(default_factory=Names)
    medium: str = ""
    unsaid: str = ""
    spots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Through:
    """Masks the records of one article; ``veil`` is that of the article, if words are masked in it.

    ``parts`` are single words of names, which only lists of words that reports share have alone.
    ``called`` says what protected entities, speakers and parties are called, by their ids, ``ids``
    which ids they have in this export, ``coarse`` what is shown of protected places, by place id.
    ``veils`` are those of all articles, by id, ``homes`` the articles of places in them.
    """

    names: Names
    parts: Names
    called: Mapping[str, str]
    ids: Mapping[str, str]
    coarse: Mapping[str, tuple[Coarse, str]]
    veils: Mapping[str, Veil]
    homes: Mapping[str, str] = field(default_factory=dict)
    veil: Veil | None = None
    hidden: Hidden = field(default_factory=Hidden)

    def of(self, article: str | None) -> Through:
        """Return the same for the records of another article."""
        return replace(self, veil=self.veils.get(article or ""))

    def id(self, id_: str) -> str:
        """Return the id that a record or party has in this export."""
        return self.ids.get(id_, id_)

    def words(self, text: str) -> str:
        """Return words without the names that may not be said."""
        return self.names.masked(text)

    def title(self, title: str | None) -> str | None:
        """Return a headline without names, ``None`` for that of a protected report."""
        return None if title is None or title in self.hidden.titles else self.words(title)

    def place(self, name: str) -> str:
        """Return the name of a place as it may be said."""
        spots = self.hidden.spots
        shown = spots.get(key_of(name)) if spots else None
        return self.words(name) if shown is None else shown

    def address(self, address: str | None) -> str | None:
        """Return an address, ``None`` where it says a name that may not be said."""
        return None if address and self.names.in_address(address) else address

    def origin(self, origin: Origin) -> Origin:
        """Return where words come from, without the outlet of a protected report."""
        masked_one: Origin = self.plain(origin)
        return replace(masked_one, name=None) if origin.name in self.hidden.outlets else masked_one

    def record(self, record: RecordT) -> RecordT:
        """Return a record with whatever is protected masked."""
        special: Callable[[Through, Any], Any] | None = _SPECIAL.get(type(record))
        masked_one: RecordT = special(self, record) if special else self.plain(record)
        return masked_one

    def plain(self, record: Any) -> Any:  # noqa: ANN401 - a record of any kind
        """Return a record with each of its fields masked."""
        changed = {
            one.name: now
            for one in fields(record)
            if (now := self._field(one.name, old := getattr(record, one.name))) is not old
        }
        return replace(record, **changed) if changed else record

    def text(self, name: str, value: str) -> str | None:
        """Return the text of a record's field as it may be shown."""
        if name in _AS_THEY_ARE:
            return value
        if value in self.ids or _ID.fullmatch(value):
            return self.id(value)
        if name in _ADDRESSES:
            kept = self.address(value)
            return "" if kept is None and name in _NEVER_NONE else kept
        if name in _TITLES:
            return self.title(value)
        return self.place(value) if name == "place" else self.words(value)

    def _field(self, name: str, value: Any) -> Any:  # noqa: ANN401 - of a record
        if isinstance(value, str):
            return self.text(name, value)
        if isinstance(value, tuple):
            return tuple(self._field(name, one) for one in value) if value else value
        if isinstance(value, Span):
            return self.veil.span(value) if self.veil is not None else value
        return self.record(value) if is_dataclass(value) else value


def _place(through: Through, place: Place) -> Place:
    shown = through.coarse.get(place.id)
    if shown is None:
        plain: Place = through.plain(place)
        return replace(plain, within=None) if place.within in through.coarse else plain
    kept = masked(place, *shown)
    span = through.veil.span(place.span) if through.veil is not None else place.span
    return replace(kept, span=span)


def _entity(through: Through, entity: Entity) -> Entity:
    label = through.called.get(entity.id)
    plain: Entity = through.plain(entity)
    if label is None:
        return plain
    return replace(plain, name=label, aliases=(), roles=(), key=None, known=None)


def _statement(through: Through, statement: Statement) -> Statement:
    label = through.called.get(statement.id) or through.called.get(statement.speaker or "")
    plain: Statement = through.plain(statement)
    return plain if label is None else replace(plain, speaker_name=label)


def _said(through: Through, said: Said) -> Said:
    masked_one: Said = through.of(said.report).plain(said)
    return masked_one


def _position(through: Through, position: Position) -> Position:
    label = through.called.get(position.party_id or "")
    plain: Position = through.plain(position)
    if position.party_id is None and position.party in through.hidden.outlets:
        label = through.hidden.medium
    return plain if label is None else replace(plain, party=label)


def _derivation(through: Through, derivation: Derivation) -> Derivation:
    here, there = through.of(derivation.report), through.of(derivation.source)
    passages = tuple(
        Passage(
            here.plain(Passage(one.here, None)).here,
            there.plain(Passage(one.there, None)).here if one.there is not None else None,
        )
        for one in derivation.passages
    )
    plain: Derivation = through.plain(replace(derivation, passages=()))
    return replace(plain, passages=passages, origin=through.origin(derivation.origin))


def _story(through: Through, story: Story) -> Story:
    plain: Story = through.plain(replace(story, place=None))
    if story.place is None:
        return plain
    home = through.of(through.homes.get(story.place.id))
    return replace(plain, place=home.record(story.place))


def _reason(through: Through, reason: Reason) -> Reason:
    return Reason(
        reason.code,
        tuple(
            (name, through.parts.masked(through.place(value)) if isinstance(value, str) else value)
            for name, value in reason.values
        ),
    )


def _entry(through: Through, entry: ReportEntry) -> ReportEntry:
    plain: ReportEntry = through.plain(entry)
    if entry.id not in through.hidden.articles:
        return plain
    return replace(plain, input="", input_id=None, outlet=None, title=None)


def _as_it_is(through: Through, record: Any) -> Any:  # noqa: ANN401, ARG001 - only places
    return record


_SPECIAL: Final[Mapping[type, Callable[[Through, Any], Any]]] = {
    Place: _place,
    Entity: _entity,
    Statement: _statement,
    Said: _said,
    Position: _position,
    Derivation: _derivation,
    Story: _story,
    Reason: _reason,
    ReportEntry: _entry,
    Block: _as_it_is,
    Link: _as_it_is,
}
