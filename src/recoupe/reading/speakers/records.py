"""Voices and chains as the reading's own records: entities, and statements that name them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from recoupe.model import Entity, EntityKind, Span, content_id
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.dependencies import RELATIVE
from recoupe.reading.entities.labels import is_town
from recoupe.reading.entities.lexicon import folded, small, words_of
from recoupe.reading.entities.mention import Mention
from recoupe.reading.entities.phrases import head_of
from recoupe.reading.parse import Parse
from recoupe.reading.speakers.fullest import described, fullest_name
from recoupe.reading.speakers.keys import entity_key, government_key
from recoupe.reading.speakers.resolving import Voice

_BESIDE = 60
"""Code points of the longest name of a body looked for before an office."""


@dataclass(slots=True)
class Register:
    """Makes the entity of each chain or voice once, and keeps them in the order of the text."""

    parse: Parse
    chains: Chains
    _of_chain: dict[int, Entity] = field(default_factory=dict)
    _of_words: dict[str, Entity] = field(default_factory=dict)

    def of_voice(self, voice: Voice) -> Entity:
        """Return the entity that a voice is; a voice of several is a group of its own."""
        if len(voice.chains) == 1:
            return self.of_chain(voice.chains[0])
        if voice.chains:
            return self._joint(voice.chains)
        assert voice.words is not None, "a voice has chains or words"  # noqa: S101
        return self._described(voice.words)

    def of_chain(self, chain: int) -> Entity:
        """Return the entity that a chain of the cast is."""
        if chain not in self._of_chain:
            self._of_chain[chain] = self._entity(chain)
        return self._of_chain[chain]

    def all(self) -> tuple[Entity, ...]:
        """Return every entity made so far, in the order of its first mention."""
        found = (*self._of_chain.values(), *self._of_words.values())
        return tuple(sorted(found, key=lambda entity: (_first(entity), entity.id)))

    def _entity(self, chain: int) -> Entity:
        members = [self.chains.mentions[m] for m in self.chains.members[chain]]
        named = [m for m in members if m.kind != "pronoun"]
        name = fullest_name(self.parse, self.chains, chain)
        mentions = _unique(self.parse, named)
        kind = self.chains.kind(chain)
        return Entity(
            id=content_id("entity", self.parse.article.id, members[0].start, members[0].end, name),
            kind="organisation" if kind == "other" else kind,
            name=name,
            aliases=self._aliases(named, name),
            roles=self._roles(named, chain),
            affiliation=self._affiliation(named, chain),
            mentions=mentions,
            pronouns=_unique(self.parse, [m for m in members if m.kind == "pronoun"]),
            key=self._key(kind, named),
        )

    def _key(self, kind: EntityKind, named: list[Mention]) -> str | None:
        words = self.chains.words
        names = [mention for mention in named if mention.kind == "name"]
        if names or kind == "person":
            return entity_key(kind, names, words.articles)
        described = ({*m.key, *m.complement} for m in named if m.kind in {"body", "group"})
        return government_key(described, words)

    def _aliases(self, named: list[Mention], name: str) -> tuple[str, ...]:
        """Return the other names of a chain, each once, in the text's order."""
        forms = (
            described(self.parse, self.chains.words, m.start, m.end)
            for m in named
            if m.kind in {"name", "body"}
        )
        return tuple(dict.fromkeys(form for form in forms if form != name))

    def _roles(self, named: list[Mention], chain: int) -> tuple[Span, ...]:
        """Return the spans that say what somebody is, without their articles, each once."""
        if self.chains.kind(chain) != "person":
            return ()
        found: dict[str, Span] = {}
        for mention in named:
            if mention.kind == "role":
                span = self._bare(mention)
                found.setdefault(folded(span.text), span)
        for mention in named:
            leads = self._leads(mention) if mention.kind == "name" else None
            if leads is not None:
                found.setdefault(folded(leads.text), leads)
        return tuple(found.values())

    def _leads(self, name: Mention) -> Span | None:
        """Return the words that say what somebody leads: "X, who | commands the regiment |"."""
        verbs = self.chains.words.leading
        tokens = self.parse.words[name.first : name.last]
        for child in (c for token in tokens for c in token.children if c.i >= name.last):
            if child.dep_ not in RELATIVE or child.lemma_.lower() not in verbs:
                continue
            led = next((c for c in child.children if c.dep_ in {"obj", "dobj"}), None)
            if led is not None and led.i > child.i:
                edge = led.right_edge
                return self.parse.article.trimmed(child.idx, edge.idx + len(edge.text))
        return None

    def _bare(self, mention: Mention) -> Span:
        first = self.parse.words[mention.first]
        start = mention.start
        if small(first.text) in self.chains.words.determiners:
            start = min(self.parse.words[mention.first + 1].idx, mention.core)
        return self.parse.article.span(start, mention.end)

    def _affiliation(self, named: list[Mention], chain: int) -> str | None:
        """Return the id of the body that an office of this person belongs to.

        It is named inside the office, or right before it ("WHO | Director-General").
        """
        head_last = self.chains.words.naming.head_last
        for role in (mention for mention in named if mention.kind == "role"):
            for place in self.chains.within(role.start - _BESIDE * head_last, role.end):
                inner, owner = self.chains.mentions[place], self.chains.owner[place]
                inside = inner.start >= role.start and inner.end <= role.end
                beside = inner.kind == "name" and inner.last == role.first
                if owner in {None, chain} or not (inside or beside):
                    continue
                vague = inner.start == role.start and inner.kind != "name" and not inner.complement
                vague = vague and not self._was_told(inner, owner or 0)
                if not vague and self._is_body(inner, owner or 0):
                    return self.of_chain(owner or 0).id
        return None

    def _was_told(self, inner: Mention, owner: int) -> bool:
        """Whether any body could be called so, and the report told of one before: "the group"."""
        generic = inner.key in self.chains.words.generic
        return generic and self.chains.last_before(owner, inner.start) is not None

    def _is_body(self, mention: Mention, owner: int) -> bool:
        if self.chains.kind(owner) in {"organisation", "medium"}:
            return True
        is_power = mention.kind == "name" and "power" in mention.complement
        return is_power and not is_town(mention.key[-1])

    def _joint(self, chains: tuple[int, ...]) -> Entity:
        parts = [self.of_chain(chain) for chain in chains]
        join = self.chains.words.naming.joins[0]
        name = f" {join} ".join(part.name for part in parts)
        if name not in self._of_words:
            spans = tuple(sorted({span for part in parts for span in part.mentions[:1]}))
            self._of_words[name] = self._plain("group", name, spans)
        return self._of_words[name]

    def _described(self, span: Span) -> Entity:
        """Return the entity of a source that is in no chain, named by its own words."""
        name = described(self.parse, self.chains.words, span.start, span.end)
        known = self._of_words.get(folded(name))
        spans = (span,) if known is None else tuple(sorted({*known.mentions, span}))
        entity = self._plain(self._kind(span), known.name if known else name, spans)
        if entity.kind in {"organisation", "group"}:
            key = government_key([{*words_of(name)}], self.chains.words)
            entity = replace(entity, key=key)
        if known is not None:
            entity = replace(entity, id=known.id)
        self._of_words[folded(name)] = entity
        return entity

    def _kind(self, span: Span) -> EntityKind:
        first, last = self.parse.overlap(span.start, span.end)
        if first == last:
            return "other"
        head = head_of(self.parse.words, first, last)
        noun = self.chains.words.nouns.get((folded(head.text),))
        if head.morph.get("Number", []) == ["Plur"]:
            return "other" if noun is not None and noun.kind == "document" else "group"
        kinds: dict[str, EntityKind] = {
            "role": "person",
            "body": "organisation",
            "group": "group",
            "medium": "medium",
        }
        return kinds.get(noun.kind, "other") if noun is not None else "other"

    def _plain(self, kind: EntityKind, name: str, spans: tuple[Span, ...]) -> Entity:
        entity_id = content_id("entity", self.parse.article.id, spans[0].start, spans[0].end, name)
        return Entity(entity_id, kind, name, (), (), None, spans, ())


def _unique(parse: Parse, mentions: list[Mention]) -> tuple[Span, ...]:
    return tuple(sorted({parse.article.span(m.start, m.end) for m in mentions}))


def _first(entity: Entity) -> int:
    spans = entity.mentions or entity.pronouns
    return spans[0].start if spans else 0
