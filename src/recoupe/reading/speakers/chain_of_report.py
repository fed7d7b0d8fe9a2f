"""Through whom the outlet has a statement: the agency, the paper, the party that reports it."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.reading.drafts import Attribution
from recoupe.reading.entities.lexicon import small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.speakers.records import Register
from recoupe.reading.speakers.resolving import Voice


def read_via(
    register: Register, draft: Attribution, voice: Voice | None, outer: Voice | None
) -> tuple[str, ...]:
    """Return the ids of those a statement came through, nearest to the outlet first.

    These are the medium or body whose own statement reports it (``outer``), and a medium that the
    sentence of its cue names behind a preposition ("a déclaré à l'AFP", "told Reuters").
    """
    speaker = register.of_voice(voice).id if voice is not None else None
    found: dict[str, None] = {}
    if outer is not None:
        entity = register.of_voice(outer)
        if entity.kind in {"medium", "organisation"}:
            found[entity.id] = None
    for chain in _told_to(register, draft):
        found[register.of_chain(chain).id] = None
    return tuple(entity_id for entity_id in found if entity_id != speaker)


def _told_to(register: Register, draft: Attribution) -> Iterator[int]:
    """Yield the chains of media that the words just behind the cue or the source name."""
    if not draft.cue:
        return
    anchors = [span.end for span in (*draft.cue, *draft.source)]
    for anchor in anchors:
        for place in register.chains.within(anchor, anchor + _NEAR + 1):
            mention = register.chains.mentions[place]
            owner = register.chains.owner[place]
            if owner is None or register.chains.kind(owner) != "medium":
                continue
            parts = (*draft.content, *draft.source)
            inside = any(span.start <= mention.start < span.end for span in parts)
            if not inside and _is_tied(register, mention, anchor):
                yield owner


_NEAR = 24
"""Code points between the cue and the medium: "a-t-il déclaré mercredi soir à l'AFP"."""


def _is_tied(register: Register, mention: Mention, anchor: int) -> bool:
    """Whether nothing but a preposition, an article and a date stands before the medium."""
    between = register.parse.tokens(anchor, mention.start)
    if any(token.pos_ in {"VERB", "PUNCT", "PRON"} for token in between):
        return False
    texts = {small(token.text) for token in between}
    return not texts or bool(texts & register.chains.words.links)
