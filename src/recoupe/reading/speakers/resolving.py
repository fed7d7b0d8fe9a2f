"""Whose words each draft attribution holds: a chain of the cast, or the source's own words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recoupe.languages.naming import Gender, Number
from recoupe.model import Span
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.coreference.describing import described_loosely
from recoupe.reading.coreference.salience import antecedent, nearest
from recoupe.reading.drafts import Attribution
from recoupe.reading.entities.lexicon import folded, small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.parse import Parse
from recoupe.reading.speakers.extents import end_of, floats, start_of
from recoupe.reading.speakers.finding import group_called, opening_person, person_behind
from recoupe.reading.speakers.governing import (
    agent_of,
    antecedent_of,
    clause_around,
    governor_of,
    is_elsewhere,
    subject_of,
)
from recoupe.reading.speakers.sources import Source, read_source

_LAST_SPEAKER = 3.0
_SPEAKER_BEFORE = 0.5
_REPORTED_BY = 2.5
"""What it adds to a pronoun's candidate to have spoken last, or to report the statement it is in
(chosen on fr_dev; one sentence of distance counts 0.7)."""

_OPENING = 3.5
"""What it adds to open the paragraph by name, as its subject (chosen on fr_dev)."""

_STUMP = 2
"""Letters of a source that can only be a piece of a word: "-t" of "-t-elle"."""

_VERB_REACH = 10
"""Tokens between a quotation and the name behind it."""

_LONGEST = 5_000
"""Code points of the longest words of somebody that another's are looked for in."""

_HEARD = 40
"""Code points behind a cue within which whom something was learned from is named."""

_FLOATING_REACH = 400
"""Code points within which words without a source are taken for the last speaker's."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: a chain of the cast, several of them, or words that are in no chain."""

    chains: tuple[int, ...] = ()
    words: Span | None = None


class Speakers:
    """Resolves drafts one after the other, in the text's order, remembering who spoke."""

    def __init__(self, parse: Parse, chains: Chains, drafts: tuple[Attribution, ...]) -> None:
        self.parse = parse
        self.chains = chains
        self.drafts = drafts
        self.voices: dict[int, Voice | None] = {}
        self._starts = chains.starts
        self._spoken = sorted(span for draft in drafts for span in draft.content)
        self._spoken_mentions = frozenset(
            (chains.mentions[place].start, chains.mentions[place].end)
            for span in self._spoken
            for place in chains.within(span.start, span.end)
            if chains.mentions[place].end <= span.end
        )
        self._past: list[tuple[int, int, Voice]] = []

    def resolve(self) -> dict[int, Voice | None]:
        """Return the voice of every draft, ``None`` where nothing tells."""
        for index in sorted(range(len(self.drafts)), key=lambda i: start_of(self.drafts[i])):
            self._resolve(index)
        for index, voice in self.voices.items():
            if voice is None and floats(self.drafts[index]):
                self.voices[index] = self._next_voice(index)
        return self.voices

    def _resolve(self, index: int) -> Voice | None:
        if index in self.voices:
            return self.voices[index]
        self.voices[index] = None
        draft = self.drafts[index]
        voice = self._beside(draft) or self._sourced(draft) if draft.source else None
        if not draft.source and draft.stance != "cannot_verify":  # else it is the outlet's own word
            voice = self._unsourced(draft)
        self.voices[index] = voice
        at = (draft.source or draft.cue or draft.content)[0]
        if voice is not None and not self._is_nested(draft, at):
            insort(self._past, (at.start, end_of(draft), voice), key=lambda past: past[0])
        return voice

    def _is_nested(self, draft: Attribution, at: Span) -> bool:
        """Whether somebody else's words report this: who goes on speaking is that somebody."""
        until = bisect_right(self._spoken, at.start, key=lambda span: span.start)
        since = bisect_left(self._spoken, at.start - _LONGEST, key=lambda span: span.start)
        return draft.within is not None or any(
            at.end <= span.end for span in self._spoken[since:until] if span not in draft.content
        )

    def _beside(self, draft: Attribution) -> Voice | None:
        """Return the subject of the cue, where the source was taken from another sentence."""
        if not is_elsewhere(self.parse, draft):
            return None
        person = person_behind(self.parse, self.chains, draft.cue[-1])
        behind = Voice(chains=(person,)) if person is not None else None
        return self._tied(draft, subject_of) or behind

    def _sourced(self, draft: Attribution) -> Voice | None:
        voice: Voice | None = None
        for span in draft.source:
            voice = self._of_source(span, draft)
            if voice is not None and voice.chains:
                return voice
        return voice

    def _of_source(self, span: Span, draft: Attribution) -> Voice | None:
        inside = list(self._mentions(span)) or self._cut_pronoun(span)
        if len(inside) == 1 and self._is_pronoun(inside[0], span):
            return self._pronoun(inside[0], draft)
        return self._outside_clause(span, draft) or self._of_words(span, inside)

    def _of_words(self, span: Span, inside: list[int]) -> Voice | None:
        read = read_source(self.parse, self.chains, span, inside)
        if read.points_back:
            return self._pointed(read, span)
        if read.mentions:
            owners = tuple(dict.fromkeys(self.chains.owner[m] or 0 for m in read.mentions))
            return Voice(chains=owners)
        return Voice(words=read.words) if self._says_who(span) else None

    def _pointed(self, read: Source, span: Span) -> Voice | None:
        """Return whom a source means that only points back."""
        if read.relative:
            return self._relative(span)
        if read.nearest:
            return self._nearest(span.start, read.gender, read.number)
        if read.noun is not None:
            return self._called(read.noun, span) or Voice(words=read.words)
        return self._again(read, span)

    def _outside_clause(self, span: Span, draft: Attribution) -> Voice | None:
        """Return whom a relative clause tells of, where the source is a word inside that clause.

        In "X, who commands the regiment, said" it is X who speaks, whatever stands next to the cue.
        """
        verb = clause_around(self.parse, span, draft)
        if verb is None:
            return None
        noun = verb.head
        for place in self.chains.within(noun.left_edge.idx, verb.idx):
            mention, owner = self.chains.mentions[place], self.chains.owner[place]
            named = owner is not None and self.chains.kind(owner) == "person"
            if named and mention.first <= noun.i < mention.last:
                return Voice(chains=(owner or 0,))
        return None

    def _cut_pronoun(self, span: Span) -> list[int]:
        """Return the place of a pronoun that a source of one or two letters was cut from."""
        at = bisect_left(self._starts, span.end)
        near = at < len(self._starts) and self._starts[at] <= span.end + 1
        cut = near and len(span.text) <= _STUMP and self.chains.mentions[at].kind == "pronoun"
        return [at] if cut else []

    def _says_who(self, span: Span) -> bool:
        """Whether words that are in no chain are yet more than a pronoun or a stray letter."""
        text = span.text.strip("- ")
        letters = sum(c.isalpha() for c in text)
        return letters > 1 and text.lower() not in self.chains.words.pronouns

    def _mentions(self, span: Span) -> Iterator[int]:
        """Yield the places of the mentions whose own words begin inside ``span``."""
        at = bisect_left(self._starts, span.start - 80)
        while at < len(self._starts) and self._starts[at] < span.end:
            mention = self.chains.mentions[at]
            if mention.core >= span.start and mention.core < span.end:
                yield at
            at += 1

    def _is_pronoun(self, place: int, span: Span) -> bool:
        mention = self.chains.mentions[place]
        return mention.kind == "pronoun" and mention.end - mention.start >= len(
            span.text.strip("- ")
        )

    def _pronoun(self, place: int, draft: Attribution) -> Voice | None:
        mention = self.chains.mentions[place]
        if self.chains.words.pronouns[mention.key[0]].speaker:
            past = self._before(mention.start)
            return self._heard_from(draft) or (past[-1] if past else None)
        if self.chains.words.pronouns[mention.key[0]].nearest:
            return self._nearest(mention.start, mention.gender, mention.number)
        found = antecedent(
            self.chains, mention, self._favoured(mention.start, draft), self._is_spoken
        )
        if found is None:
            return None
        self.chains.add(found, place)
        return Voice(chains=(found,))

    def _nearest(self, offset: int, gender: Gender | None, number: Number) -> Voice | None:
        found = nearest(self.chains, offset, gender, number)
        return Voice(chains=(found,)) if found is not None else None

    def _heard_from(self, draft: Attribution) -> Voice | None:
        """Return whom something was learned from: "a-t-on appris auprès de la gendarmerie"."""
        for span in draft.cue[-1:]:
            for place in self.chains.within(span.end, span.end + _HEARD):
                mention = self.chains.mentions[place]
                between = [small(t.text) for t in self.parse.words_in(span.end, mention.start)]
                owner = self.chains.owner[place]
                same = small(self.parse.words[mention.first].text) in self.chains.words.same
                known = owner is not None and mention.kind != "pronoun" and not same
                tied = between and set(between) <= self.chains.words.links
                return Voice(chains=(owner or 0,)) if known and tied else None
        return None

    def _called(self, noun: str, span: Span) -> Voice | None:
        """Return the last who spoke and was called by this noun: "cette source"."""
        for voice in reversed(self._before(span.start)):
            if voice.words is not None and noun in folded(voice.words.text).split():
                return voice
            for chain in voice.chains:
                for place in self.chains.members[chain]:
                    if noun in self.chains.mentions[place].key:
                        return voice
        return None

    def _favoured(self, offset: int, draft: Attribution) -> dict[int, float]:
        """Return the bonus of chains that spoke before ``offset`` or report this draft."""
        bonus: dict[int, float] = {}
        past = [voice for voice in self._before(offset) if voice.chains]
        for voice, worth in zip(
            reversed(past[-2:]), (_LAST_SPEAKER, _SPEAKER_BEFORE), strict=False
        ):
            for chain in voice.chains:
                bonus[chain] = max(bonus.get(chain, 0.0), worth)
        opening = opening_person(self.parse, self.chains, offset)
        if opening is not None:
            bonus[opening] = max(bonus.get(opening, 0.0), _OPENING)
        if draft.within is not None:
            outer = self._resolve(draft.within)
            for chain in outer.chains if outer is not None else ():
                bonus[chain] = _REPORTED_BY
        return bonus

    def _before(self, offset: int) -> list[Voice]:
        until = bisect_left(self._past, offset, key=lambda past: past[0])
        return [voice for _, _, voice in self._past[:until]]

    def _is_spoken(self, mention: Mention) -> bool:
        return mention.quoted or (mention.start, mention.end) in self._spoken_mentions

    def _relative(self, span: Span) -> Voice | None:
        """Return whom "who" stands for: the outermost mention that ends just before it."""
        best: int | None = None
        for place in self.chains.within(span.start - _FLOATING_REACH, span.start):
            mention = self.chains.mentions[place]
            gap = self.parse.article.text[mention.end : span.start]
            if mention.kind != "pronoun" and len(gap) <= 4 and gap.strip(' ,)»”"') == "":
                best = place if best is None else best
        owner = self.chains.owner[best] if best is not None else None
        if owner is not None:
            return Voice(chains=(owner,))
        words = antecedent_of(self.parse, span)
        return self._of_words(words, list(self._mentions(words))) if words is not None else None

    def _again(self, read: Source, span: Span) -> Voice | None:
        """Return who spoke last, of the right gender where the words tell one."""
        for voice in reversed(self._before(span.start)):
            if not read.person:
                return voice
            if len(voice.chains) == 1 and self.chains.kind(voice.chains[0]) == "person":
                gender, _ = self.chains.gender(voice.chains[0])
                if gender is None or read.gender is None or gender == read.gender:
                    return voice
        if not read.person:
            return None
        found = described_loosely(self.chains, read.gender, span.start)
        return Voice(chains=(found,)) if found is not None else None

    def _unsourced(self, draft: Attribution) -> Voice | None:
        behind = self._behind(draft)
        if behind is not None:
            return behind
        if draft.follows is not None:
            return self._resolve(draft.follows)
        for span in draft.cue:
            for place in self._mentions(span):
                if self.chains.mentions[place].kind == "pronoun":
                    return self._pronoun(place, draft)
        named = (
            self._named_before_colon(draft)
            or self._tied(draft, agent_of)
            or self._subject(draft)
            or self._tied(draft, governor_of)
        )
        if named is not None:
            return named
        at = start_of(draft)
        near = [p for p in self._past if p[0] < at and at - p[1] < _FLOATING_REACH]
        if near:
            return max(near, key=lambda past: past[0])[2]
        return None

    def _named_before_colon(self, draft: Attribution) -> Voice | None:
        """Return the name right before "X: « … »", as in headlines."""
        if draft.cue:
            return None
        start = draft.content[0].start
        block = self.parse.article.block_at(start)
        text = self.parse.article.text
        floor = block.start if block is not None else 0
        opening = text[floor:start].rstrip()
        if not opening.endswith(":") or len(opening) > 120:
            return None
        for place in range(bisect_left(self._starts, start) - 1, -1, -1):
            mention = self.chains.mentions[place]
            if mention.start < floor:
                break
            owner = self.chains.owner[place]
            if mention.kind == "name" and owner is not None and self.chains.kind(owner) == "person":
                return Voice(chains=(owner,))
        return None

    def _tied(self, draft: Attribution, told: Callable[[Parse, Span], Span | None]) -> Voice | None:
        """Return whom the parse ties a cue without a source to, as ``told`` looks for it."""
        for cue in draft.cue:
            found = told(self.parse, cue)
            if found is None:
                continue
            said = any(found.overlaps(span) for span in draft.content)
            if said and told is not agent_of:  # the agent is never what is said
                continue
            group = group_called(self.parse, self.chains, found)
            voice = Voice(chains=(group,)) if group is not None else self._of_source(found, draft)
            if voice is not None:
                return voice
        return None

    def _subject(self, draft: Attribution) -> Voice | None:
        """Return whom a verb of the cue has for its subject, where the draft has no source."""
        verbs = {t.i for span in draft.cue for t in self.parse.words_in(span.start, span.end)}
        for place in self._near(draft):
            mention = self.chains.mentions[place]
            head = self.parse.words[mention.head]
            owner = self.chains.owner[place]
            governed = head.head.i in verbs and head.dep_.startswith("nsubj")
            if governed and owner is not None and not self._is_spoken(mention):
                return Voice(chains=(owner,))
        return None

    def _behind(self, draft: Attribution) -> Voice | None:
        """Return the person named behind a quotation and a verb: "« … », a réagi hier X"."""
        end = draft.content[-1].end
        text = self.parse.article.text
        if draft.cue or not text[end : end + 2].lstrip().startswith(","):
            return None
        for place in range(bisect_left(self._starts, end), len(self._starts)):
            mention = self.chains.mentions[place]
            between = self.parse.words_in(end + 1, mention.start)[1:]
            if len(between) > _VERB_REACH or any(token.is_punct for token in between):
                return None
            owner = self.chains.owner[place]
            if owner is not None and self.chains.kind(owner) == "person":
                verb = any(token.pos_ in {"VERB", "AUX"} for token in between)
                return Voice(chains=(owner,)) if verb else None
        return None

    def _near(self, draft: Attribution) -> Iterator[int]:
        """Yield the places of the mentions within reach of the cue."""
        for span in draft.cue:
            first = bisect_left(self._starts, span.start - _FLOATING_REACH)
            yield from range(first, bisect_left(self._starts, span.end + _FLOATING_REACH))

    def _next_voice(self, index: int) -> Voice | None:
        """Return who speaks right after words that nobody before them can have said."""
        end = end_of(self.drafts[index])
        later = [
            (start_of(self.drafts[i]), voice)
            for i, voice in self.voices.items()
            if voice is not None and 0 <= start_of(self.drafts[i]) - end < _FLOATING_REACH
        ]
        return min(later, key=lambda pair: pair[0])[1] if later else None
