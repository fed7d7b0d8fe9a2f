"""Through whom the outlet has a statement: the agency, the paper, the party that reports it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from recoupe.languages.relaying import RelayWords
from recoupe.model import Span
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.drafts import Attribution
from recoupe.reading.entities.lexicon import Lexicon, small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.parse import Parse
from recoupe.reading.speakers.citing import relay_words
from recoupe.reading.speakers.extents import end_of, start_of
from recoupe.reading.speakers.records import Register
from recoupe.reading.speakers.resolving import Voice
from recoupe.reading.tokens import Token

_NEAR: Final = 24
"""Code points between the cue and a medium: "a-t-il déclaré mercredi soir à l'AFP"."""

_FAR: Final = 120
"""The same where words say what the medium did: "in an interview published on Monday by X"."""

_DONE_BY: Final = 4
"""Tokens between a participle and whom its agent names ("obtained this week by | X")."""

_TALK: Final = 6
"""Tokens between a noun for talk and its medium ("interview on Monday evening with | X")."""

_TALKS_ON: Final = 300
"""Code points within which somebody who goes on speaking still speaks to the same medium."""

_BACK: Final = 6
"""Statements looked back over: those within the one before count, too."""

_RELAYING: Final = frozenset({"medium", "organisation"})


@dataclass(slots=True)
class ChainOfReport:
    """Reads how each statement came; ``voices`` are those of ``drafts``, by their place."""

    register: Register
    drafts: tuple[Attribution, ...]
    voices: Mapping[int, Voice | None]
    _told: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _via: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def via(self, index: int) -> tuple[str, ...]:
        """Return the ids of those a statement came through, nearest to the outlet first.

        First come those through whom the statement around it came and whoever makes that one, then
        the medium or body that the words beside its own cue and source name. Who speaks is never
        among them.
        """
        if index not in self._via:
            self._via[index] = ()  # a statement that were within itself would end here
            found = dict.fromkeys((*self._from_outside(index), *self._own(index)))
            speaker = self._speaker(index)
            self._via[index] = tuple(party for party in found if party != speaker)
        return self._via[index]

    def is_reported(self, index: int) -> bool:
        """Whether somebody else's statement holds this one: "A says that B says", not "that A"."""
        outer = self.drafts[index].within
        if outer is None or outer == index:
            return False
        speaker = self._speaker(index)
        return speaker is None or speaker != self._speaker(outer)

    def _speaker(self, index: int) -> str | None:
        voice = self.voices.get(index)
        return self.register.of_voice(voice).id if voice is not None else None

    def _from_outside(self, index: int) -> Iterator[str]:
        outer = self.drafts[index].within
        if outer is not None and outer != index:
            yield from self.via(outer)
            speaker = self._speaker(outer)
            if speaker is not None:
                yield speaker

    def _own(self, index: int) -> tuple[str, ...]:
        """Return whom the statement's own sentence names, else who was told the one it goes on."""
        if index not in self._told:
            told = tuple(
                self.register.of_chain(chain).id
                for chain in credited(self.register.parse, self.register.chains, self.drafts[index])
            )
            self._told[index] = told or self._told_before(index)
        return self._told[index]

    def _told_before(self, index: int) -> tuple[str, ...]:
        """Return whom the same speaker told the statement just before in the same paragraph.

        Somebody who is named anew may speak elsewhere: it takes a pronoun, or no source at all.
        """
        draft = self.drafts[index]
        before = self._before(index)
        if before is None or draft.within is not None or not self._goes_on(draft):
            return ()
        same = self._speaker(before) == self._speaker(index) is not None
        return self._own(before) if same else ()

    def _before(self, index: int) -> int | None:
        """Return the statement before this one that is in nobody's words, if it is near."""
        for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
            if self.drafts[at].within is None:
                start, end = start_of(self.drafts[index]), end_of(self.drafts[at])
                between = self.register.parse.article.text[end:start]
                near = 0 <= start - end < _TALKS_ON and "\n" not in between
                return at if near else None
        return None

    def _goes_on(self, draft: Attribution) -> bool:
        pronouns = self.register.chains.words.pronouns
        return all(
            small(span.text) in pronouns or span.text.lower().strip("-") in pronouns
            for span in draft.source
        )


def credited(parse: Parse, chains: Chains, draft: Attribution) -> tuple[int, ...]:
    """Return the chains of those through whom the words beside cue and source say it came.

    A medium it was told to ("a déclaré à l'AFP", "told Reuters"), whoever relayed it ("cité par
    l'agence", "obtained by the paper"), and the medium of an interview.
    """
    reader = _Credits(parse, chains, draft)
    return tuple(dict.fromkeys(reader.chains_named()))


class _Credits:
    """The sentence around one draft's cue, searched for whom the words came through."""

    def __init__(self, parse: Parse, chains: Chains, draft: Attribution) -> None:
        self.parse = parse
        self.chains = chains
        self.draft = draft
        self.relays: RelayWords = relay_words(parse.pack)
        self.words: Lexicon = chains.words

    def chains_named(self) -> Iterator[int]:
        """Yield the chains found, those that open the sentence first."""
        anchors = (*self.draft.cue, *self.draft.source)
        if not anchors:
            return
        first = min(span.start for span in anchors)
        yield from self._opening(first)
        for start in sorted({span.start for span in self.draft.source}):
            yield from self._between(start, start, inside=True)
        for end in sorted({span.end for span in anchors}):
            yield from self._between(end, end, inside=False)

    def _between(self, anchor: int, floor: int, *, inside: bool) -> Iterator[int]:
        """Yield the chains credited from ``anchor`` on, in its sentence."""
        for place in self.chains.within(anchor, anchor + _FAR):
            mention = self.chains.mentions[place]
            owner = self.chains.owner[place]
            if owner is None or not self._may_relay(owner, mention, inside=inside):
                continue
            between = self.parse.words_in(floor, mention.start)
            if any(token.is_sent_start and token.idx > floor for token in between):
                return
            near = not inside and mention.start - anchor <= _NEAR and not self._is_aimed()
            medium = self.chains.kind(owner) == "medium"
            if self._is_said(between) or (near and medium and self._is_tied(between)):
                yield owner

    def _opening(self, first: int) -> Iterator[int]:
        """Yield the chains credited before the source: "Interrogé par l'AFP, le maire a dit"."""
        tokens = self.parse.words_in(first, first + 1)
        if not tokens:
            return
        start = tokens[0].sent.start_char
        if first - start > _FAR:
            return
        for place in self.chains.within(start, first):
            mention = self.chains.mentions[place]
            owner = self.chains.owner[place]
            if owner is None or not self._may_relay(owner, mention, inside=False):
                continue
            before = self.parse.words_in(start, mention.start)
            medium = self.chains.kind(owner) == "medium"
            if self._is_said(before) or (medium and self._is_placed(before, mention)):
                yield owner

    def _may_relay(self, owner: int, mention: Mention, *, inside: bool) -> bool:
        """Whether a mention is of a medium or body, and in no words said, nor in the source."""
        kind = self.chains.kind(owner)
        if mention.kind == "pronoun" or kind not in _RELAYING:
            return False
        if not self.chains.named(owner) and (kind == "medium" or not _is_one(mention)):
            return False
        apart: tuple[Span, ...] = self.draft.content
        apart = apart if inside else (*apart, *self.draft.source)
        return not any(span.start <= mention.start < span.end for span in apart)

    def _is_said(self, before: Sequence[Token]) -> bool:
        """Whether the words that end before a mention say that it relayed, or was talked with."""
        texts = [small(token.text) for token in before if not token.is_space]
        while texts and texts[-1] in self.words.determiners:
            if texts[-1] in self.words.naming.contractions:
                break
            texts.pop()
        if texts and texts[-1] in self.relays.agents:
            return any(self._is_relayed(text) for text in texts[-1 - _DONE_BY : -1])
        linked = texts and texts[-1] in self.words.links
        if not linked:
            return False
        talk = [at for at, text in enumerate(texts) if text in self.relays.occasions]
        return bool(talk) and len(texts) - talk[-1] <= _TALK

    def _is_aimed(self) -> bool:
        """Whether the words are aimed at whom they are said to: "demande à X de partir"."""
        return self.draft.stance in {"accuses", "demands"}

    def _is_relayed(self, text: str) -> bool:
        return any(
            text.endswith(ending) and text.removesuffix(ending) in self.relays.relayed
            for ending in self.relays.endings
        )

    def _is_tied(self, between: Sequence[Token]) -> bool:
        """Whether nothing but a preposition, an article and a date stands before the medium."""
        if any(token.pos_ in {"VERB", "PUNCT", "PRON"} for token in between):
            return False
        texts = {small(token.text) for token in between}
        return texts <= self.words.determiners.keys() or bool(texts & self.words.links)

    def _is_placed(self, before: Sequence[Token], mention: Mention) -> bool:
        """Whether a medium opens the sentence behind a preposition: "Sur X, le maire a dit"."""
        texts = [small(token.text) for token in before if not token.is_space]
        known = {*self.words.links, *self.words.determiners}
        after = self.parse.words[mention.last] if mention.last < len(self.parse.words) else None
        comma = after is not None and after.text == ","
        return comma and bool(set(texts) & self.words.links) and set(texts) <= known


def _is_one(body: Mention) -> bool:
    """Whether a body without a name is yet a certain one: "la préfecture"."""
    return body.determiner == "definite"
