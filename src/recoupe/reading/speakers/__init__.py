"""Speakers: drafts of statements become statements whose speaker has a name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from recoupe.model import Entity, Place, Reader, Statement, content_id
from recoupe.model.span import key
from recoupe.reading.coreference.chains import Chains, thaw
from recoupe.reading.drafts import Attribution
from recoupe.reading.entities import Cast, Mention
from recoupe.reading.entities.lexicon import lexicon
from recoupe.reading.parse import Parse
from recoupe.reading.speakers.chain_of_report import ChainOfReport
from recoupe.reading.speakers.citing import with_cited
from recoupe.reading.speakers.located import is_located, located_mentions
from recoupe.reading.speakers.records import Register
from recoupe.reading.speakers.resolving import Speakers

READER = Reader(reader="speakers", name="rules", version="3")

__all__ = ["READER", "name_speakers"]


def name_speakers(
    parse: Parse, cast: Cast, attributions: tuple[Attribution, ...], places: tuple[Place, ...]
) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    """Return the article's entities, and each draft as a statement with its speaker.

    Statements keep the order of the drafts; drafts with the same content, cue and source become
    one. Whom a source says it has it from ("X, citing Y") makes a statement of its own, behind the
    one it is within. A speaker that nothing tells stays ``None``. Names that stand for one of
    ``places`` and nothing else are no entities.
    """
    attributions = with_cited(parse, cast, attributions)
    chains = thaw(_cut_at_cues(cast, attributions), lexicon(parse.pack))
    voices = Speakers(parse, chains, attributions).resolve()
    register = Register(parse, chains)
    chain = ChainOfReport(register, attributions, voices)
    ids = _ids(parse, attributions)
    statements: dict[str, Statement] = {}
    for index, own in enumerate(ids):
        if own not in statements:
            statements[own] = _statement(chain, index, ids)
    located = located_mentions(places)
    for place in list(chains.members):
        if _is_party(chains, place) and not is_located(chains, place, located):
            register.of_chain(place)
    return register.all(), tuple(statements.values())


def _cut_at_cues(cast: Cast, drafts: tuple[Attribution, ...]) -> Cast:
    """Return the cast with no description running on into a cue ("le gouvernement | alerte").

    Nor does one begin there: "juge" before a name is no judge where it is what the name says.
    """
    cues = sorted(span.start for draft in drafts for span in draft.cue)
    opening = frozenset(cues)

    def cut(mention: Mention) -> Mention:
        at = bisect_right(cues, mention.core)
        inside = mention.kind != "name" and at < len(cues) and cues[at] < mention.end
        return replace(mention, end=cues[at] - 1, complement=frozenset()) if inside else mention

    verbs = {i for i, m in enumerate(cast.mentions) if m.kind == "role" and m.core in opening}
    chains = (
        replace(chain, mentions=tuple(i for i in chain.mentions if i not in verbs))
        for chain in cast.chains
    )
    return Cast(
        tuple(cut(mention) for mention in cast.mentions),
        tuple(chain for chain in chains if chain.mentions),
    )


def _ids(parse: Parse, drafts: tuple[Attribution, ...]) -> list[str]:
    """Return ids by content and cue, and by source too where two drafts share these."""
    plain = [(key(draft.content), key(draft.cue)) for draft in drafts]
    shared = {pair for pair, count in Counter(plain).items() if count > 1}
    return [
        content_id("statement", parse.article.id, *pair, key(draft.source))
        if pair in shared and draft.source
        else content_id("statement", parse.article.id, *pair)
        for pair, draft in zip(plain, drafts, strict=True)
    ]


def _statement(chain: ChainOfReport, index: int, ids: list[str]) -> Statement:
    draft, voice = chain.drafts[index], chain.voices[index]
    speaker = chain.register.of_voice(voice) if voice is not None else None
    within = ids[draft.within] if chain.is_reported(index) and draft.within is not None else None
    return Statement(
        id=ids[index],
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        speaker=speaker.id if speaker is not None else None,
        speaker_name=speaker.name if speaker is not None else None,
        kind=draft.kind,
        stance=draft.stance,
        hedged=draft.hedged,
        within=None if within == ids[index] else within,
        via=chain.via(index),
        confidence=draft.confidence,
    )


def _is_party(chains: Chains, chain: int) -> bool:
    """Whether a chain that says nothing is yet worth a record: named, or told apart by words."""
    members = [chains.mentions[m] for m in chains.members[chain]]
    kind = chains.kind(chain)
    if kind == "other":
        return False
    named = [m for m in members if m.kind == "name"]
    if kind == "person" and named:
        return any(_tells_a_person(m) for m in members)
    if named:
        return True
    described = [m for m in members if m.kind != "pronoun"]
    if not any(m.determiner == "definite" for m in described):
        return False
    if kind != "person" and any(m.key not in chains.words.vague for m in described):
        return True
    return any(m.complement for m in described) or (kind == "person" and len(described) > 1)


def _tells_a_person(mention: Mention) -> bool:
    """Whether a mention is more than one capitalised word that the pipeline took for a name."""
    if mention.kind == "role":
        return True
    return mention.kind == "name" and (len(mention.key) > 1 or mention.start < mention.core)
