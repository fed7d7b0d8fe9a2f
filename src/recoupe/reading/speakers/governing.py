"""Who says what a cue without a source reports, as the parse ties the cue to its sentence.

"…, arguing that A": who does what the verb above does. "They were denied by X": the agent behind
the passive. "The rebels' claims that A", "he answered with claims that A": whose the noun is, or
who answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recoupe.model import Span
from recoupe.reading.dependencies import RELATIVE, VERBAL
from recoupe.reading.drafts import Attribution
from recoupe.reading.entities.lexicon import folded, lexicon, small
from recoupe.reading.entities.phrases import head_of
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token

_ACTING: Final = frozenset({"nsubj", "nsubj:caus"})
_SUBJECTS: Final = _ACTING | {"nsubj:pass", "nsubjpass"}
_GLUED: Final = re.compile(r"[^\W\d_]{2}[.!?][A-ZÀ-Ý][^\W\d_]")
"""A full stop with no blank behind it, between two words."""
_AGENTS: Final = frozenset({"agent", "obl:agent"})
_CLIMBED: Final = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep"})
"""Relations by which a verb without a subject shares that of the verb above it."""
_INNER: Final = frozenset({"obj", "dobj", "pobj", "prep", "obl", "obl:arg", "obl:mod", "nmod"})
"""Relations of a word that completes a verb, and so is not the subject of another."""
_OWNERS: Final = frozenset({"poss", "nmod:poss"})
_BEFORE: Final = frozenset({"compound", "amod"})
_ABOVE: Final = 6
"""Words between a cue and the verb whose subject it shares, at most."""
_NAMING: Final = frozenset({"NOUN", "PROPN"})
"""Parts of speech that name somebody; whom a pronoun stands for is told by who spoke before."""
_OBJECTS: Final = frozenset({"obj", "dobj", "iobj", "dative", "pobj"})
_LOOSE: Final = frozenset({*RELATIVE, "acl", "advcl", "punct", "ccomp", "parataxis", "appos"})


def agent_of(parse: Parse, cue: Span) -> Span | None:
    """Return the words for who did what a passive cue says, ``None`` where nothing tells."""
    verbs = _verbs(parse, cue)
    agents = (c for verb in verbs for c in verb.children if c.dep_ in _AGENTS)
    agent = next(agents, None)
    if agent is None or agent.i <= verbs[-1].i:
        return None
    return _outside(parse, next((c for c in agent.children if c.dep_ == "pobj"), agent), cue)


def subject_of(parse: Parse, cue: Span) -> Span | None:
    """Return the words for the subject of the cue itself, ``None`` where it has no noun for one."""
    for verb in _verbs(parse, cue):
        for child in verb.children:
            if child.dep_ in _ACTING and child.pos_ in _NAMING:
                return _outside(parse, child, cue)
    return None


def is_elsewhere(parse: Parse, draft: Attribution) -> bool:
    """Whether the source of a draft is another statement's, or runs out of its own sentence.

    It is where it ends before the sentence of the cue, or before the words that the cue stands
    behind. "… said reporters of the Post.In several places the protesters said" has no blank
    behind the stop.
    """
    if not draft.cue or not draft.source:
        return False
    words = parse.words_in(draft.cue[0].start, draft.cue[0].end)
    start = words[0].sent.start_char if words else 0
    behind = draft.cue[0].start >= draft.content[-1].end
    start = max(start, draft.content[0].start) if behind else start
    return all(source.end <= start or _GLUED.search(source.text) for source in draft.source)


def clause_around(parse: Parse, source: Span, draft: Attribution) -> Token | None:
    """Return the verb of the relative clause, before the cue, that a source is a word inside of."""
    first, last = parse.overlap(source.start, source.end)
    if first == last or not draft.cue:
        return None
    at = head_of(parse.words, first, last)
    if at.dep_ not in _INNER:
        return None
    while at.dep_ not in RELATIVE and at.dep_ in _INNER:
        at = at.head
    edge = at.right_edge
    ended = draft.cue[0].start >= edge.idx + len(edge.text)
    return at if at.dep_ in RELATIVE and ended else None


def governor_of(parse: Parse, cue: Span) -> Span | None:
    """Return the words for whom the parse makes say what ``cue`` reports, ``None`` if unclear."""
    verbs = _verbs(parse, cue)
    if verbs:
        found = next((s for verb in reversed(verbs) if (s := _shared_subject(parse, verb))), None)
    else:
        nouns = (token for token in parse.words_in(cue.start, cue.end) if token.pos_ == "NOUN")
        found = next((owner for noun in nouns for owner in _owners(parse, noun)), None)
    return _outside(parse, found, cue) if found is not None else None


def antecedent_of(parse: Parse, pronoun: Span) -> Span | None:
    """Return the words that a relative pronoun stands for, ``None`` where the parse has none."""
    at = next(iter(parse.words_in(pronoun.start, pronoun.end)), None)
    for _ in range(_ABOVE):
        if at is None or at.head.i == at.i:
            return None
        if at.dep_ in RELATIVE:
            return phrase_of(parse, at.head) if at.head.idx < pronoun.start else None
        at = at.head
    return None


def phrase_of(parse: Parse, head: Token) -> Span | None:
    """Return the words of a noun with what stands before it and its complements behind it."""
    last = head
    for child in head.children:
        if child.i > head.i and child.dep_ not in _LOOSE and child.dep_ != "cc":
            last = child.right_edge if child.right_edge.i > last.i else last
    left = next(
        (c.left_edge for c in head.children if c.i < head.i and c.dep_ not in {"case", "punct"}),
        head,
    )
    return parse.article.trimmed(left.idx, last.idx + len(last.text))


def _verbs(parse: Parse, cue: Span) -> list[Token]:
    return [token for token in parse.words_in(cue.start, cue.end) if token.pos_ in VERBAL]


def _outside(parse: Parse, found: Token, cue: Span) -> Span | None:
    """Return the phrase of a noun that is no word of the cue itself."""
    return None if cue.start <= found.idx < cue.end else phrase_of(parse, found)


def _shared_subject(parse: Parse, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb above that it completes."""
    at = verb
    for _ in range(_ABOVE):
        passive = any(c.dep_ in {"nsubj:pass", "nsubjpass"} for c in at.children)
        subject = next((c for c in at.children if c.dep_ in _SUBJECTS), None)
        if subject is not None:
            return subject if _names(parse, subject) and not passive else None
        if at.dep_ == "acl" and at.head.pos_ in _NAMING:
            noun = at.head
            above = noun.head.head if noun.dep_ == "pobj" else noun.head
            if noun.dep_ not in _OBJECTS or above.pos_ not in VERBAL or _tells(parse, noun):
                return noun
            at = above  # "he told the channel, condemning it": not the channel
            continue
        if at.dep_ not in _CLIMBED or at.head.i == at.i:
            return None
        at = at.head
    return None


def _owners(parse: Parse, noun: Token) -> Iterator[Token]:
    """Yield whose the words of a noun are: its owner, or who does with it what the verb says."""
    for child in noun.children:
        owned = child.dep_ in _OWNERS and child.pos_ in _NAMING
        if owned or (child.dep_ in _BEFORE and child.i < noun.i and _is_party(parse, child)):
            yield child
            return
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in VERBAL:
        subject = _shared_subject(parse, noun.head.head)
        if subject is not None:
            yield subject


def _names(parse: Parse, subject: Token) -> bool:
    """Whether a subject is more than "he": a noun, or a pronoun that says who ("those who")."""
    if subject.pos_ in _NAMING:
        return True
    return subject.pos_ == "PRON" and small(subject.text) not in lexicon(parse.pack).pronouns


def _tells(parse: Parse, noun: Token) -> bool:
    """Whether a noun is a document, whose words are its own: "he cited a report saying that"."""
    known = lexicon(parse.pack).nouns.get((folded(noun.text),))
    return known is not None and known.kind == "document"


def _is_party(parse: Parse, word: Token) -> bool:
    """Whether a word before a noun is a party, in the singular too: "rebel claims"."""
    text = folded(word.text)
    kinds = {noun.kind for key, noun in lexicon(parse.pack).nouns.items() if _begins(key, text)}
    return bool(kinds & {"group", "body", "role"})


def _begins(key: tuple[str, ...], text: str) -> bool:
    return len(key) == 1 and key[0].startswith(text) and len(key[0]) - len(text) <= _ENDING


_ENDING: Final = 2
"""Letters that the plural has more than the singular, at most."""
