"""Who a party is that stands near words: opening their paragraph, behind a cue, as its noun."""

from __future__ import annotations

from typing import Final

from recoupe.model import Span
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.entities.lexicon import folded
from recoupe.reading.parse import Parse

_BEHIND: Final = 60
"""Code points behind a cue within which the name of who speaks begins."""


def opening_person(parse: Parse, chains: Chains, offset: int) -> int | None:
    """Return the chain of the person whose name is the first subject of a paragraph.

    It is the paragraph that ``offset`` stands in, and only its first sentence up to ``offset`` is
    looked at. ``None`` where somebody else is its subject, or the text has one paragraph alone.
    """
    line = parse.article.text.rfind("\n", 0, offset) + 1
    block = parse.article.block_at(offset)
    start = max(line, block.start if block is not None else 0)
    if not start:
        return None
    sentence: int | None = None
    for place in chains.within(start, offset):
        mention, owner = chains.mentions[place], chains.owner[place]
        if mention.quoted or mention.kind == "pronoun":
            continue
        sentence = mention.sentence if sentence is None else sentence
        if mention.sentence != sentence:
            return None
        if mention.subject and owner is not None and chains.kind(owner) == "person":
            return owner if mention.kind == "name" else None
    return None


def person_behind(parse: Parse, chains: Chains, cue: Span) -> int | None:
    """Return the person named behind a cue with no verb or mark between: "conclut pour X Y Z"."""
    for place in chains.within(cue.end, cue.end + _BEHIND):
        mention, owner = chains.mentions[place], chains.owner[place]
        between = parse.words_in(cue.end, mention.start)
        if any(token.is_punct or token.pos_ in {"VERB", "AUX"} for token in between):
            return None
        if mention.kind == "name" and owner is not None and chains.kind(owner) == "person":
            return owner
    return None


def group_called(parse: Parse, chains: Chains, span: Span) -> int | None:
    """Return the people that one word before a noun means, called so elsewhere: "rebel claims"."""
    words = parse.words_in(span.start, span.end)
    if len(words) != 1 or words[0].pos_ not in {"NOUN", "ADJ"}:
        return None
    text = folded(words[0].text)
    for chain in chains.around(0, len(chains.mentions)):
        members = (chains.mentions[place] for place in chains.members[chain])
        if chains.kind(chain) == "group" and any(
            mention.key[-1].startswith(text) for mention in members if mention.key
        ):
            return chain
    return None
