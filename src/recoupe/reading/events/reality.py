"""Whether a happening is told as one: denied, doubted, or not yet come to pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.reading.clauses import (
    NOMINAL,
    OBJECT,
    PARTICIPLE,
    RAISED,
    SUBJECT,
    clause,
    governor,
    has,
    link,
    own_words,
)
from recoupe.reading.dependencies import PASSIVE_SUBJECT
from recoupe.reading.events.lexicon import Lexicon
from recoupe.reading.tokens import Token

_DENYING: Final = frozenset({"neg", "advmod", "det", "case", "mark", "preconj", "cc:preconj"})
_STEPS: Final = 5
"""Governors looked at above a trigger; news sentences nest no deeper in what they report."""


def real(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the trigger is told as having happened (or as happening, or as denied)."""
    governed = list(_chain(trigger, lexicon))
    return not any(_irreal(word, lexicon) for word in governed) and not _wished(governed, lexicon)


def past(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a verb says that it lies in the past, whatever date stands near it."""
    return any(word.pos_ == "VERB" and _past(word) for word in _chain(trigger, lexicon))


def negated(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the text itself says that it did not happen."""
    return any(_denied(word, lexicon) for word in _chain(trigger, lexicon))


def supposed(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the trigger, or what lends it time or will, is only a condition."""
    marks = lexicon.among("unreal_marks")
    return any(
        child.dep_ == "mark" and child.lower_ in marks
        for word in _chain(trigger, lexicon)
        for child in word.children
    )


def pledge(trigger: Token, lexicon: Lexicon) -> Token | None:
    """Return the word that says that the subject is going to do it, if any.

    It is the verb itself in the future tense (or, reported, the conditional), or its auxiliary.
    """
    futures = lexicon.among("future_tenses")
    moods = lexicon.among("hedged_moods")
    if trigger.dep_ == "ccomp" and not moods.isdisjoint(trigger.morph.get("Mood", [])):
        return trigger
    if not futures.isdisjoint(trigger.morph.get("Tense", [])):
        return trigger
    for child in trigger.children:
        if child.dep_.startswith("aux") and (
            child.lower_ in lexicon.among("pledges")
            or not futures.isdisjoint(child.morph.get("Tense", []))
        ):
            return child
    above = governor(trigger) if trigger.dep_ in RAISED else None
    if above is None or above.lemma_.lower() not in lexicon.among("pledges"):
        return None
    return above


def denier(trigger: Token, lexicon: Lexicon, *, act: bool = False) -> Token | None:
    """Return the verb by which somebody denies the trigger ("X denies storming it"), if any.

    A verb that is an ``act`` of its own ("rejected") is not its own denial.
    """
    top = trigger
    for word in _chain(trigger, lexicon):
        if word.lemma_.lower() in lexicon.among("deniers") and not (act and word == trigger):
            return word
        top = word
    above = governor(top)
    if above is None or above.lemma_.lower() not in lexicon.among("deniers"):
        return None
    completes = top.dep_ in OBJECT or top.dep_ in PASSIVE_SUBJECT or top.dep_ in RAISED
    return above if completes or top.dep_ in {"ccomp", "pcomp"} else None


def hedged(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the clause of the trigger is marked as unverified."""
    head = clause(trigger)
    words = {trigger, head, *own_words(head), *own_words(trigger), *trigger.children}
    hedges, moods = lexicon.among("hedges"), lexicon.among("hedged_moods")
    return any(
        word.lemma_.lower() in hedges
        or word.lower_ in hedges
        or (moods and not moods.isdisjoint(word.morph.get("Mood", [])) and _carries(word, trigger))
        for word in words
    )


def _carries(word: Token, trigger: Token) -> bool:
    """Whether a conditional is that of the trigger's own verb, or of what the trigger does."""
    verb = word.head if word.dep_.startswith(("aux", "cop")) else word
    return verb == trigger or verb == clause(trigger)


def _chain(trigger: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the trigger and the verbs that only lend it time, will or being ("began to")."""
    word = trigger
    for _ in range(_STEPS):
        yield word
        above = governor(word)
        if above is None or not _lends(word, above, lexicon):
            return
        word = above


def _lends(word: Token, above: Token, lexicon: Lexicon) -> bool:
    if word.dep_ in RAISED:
        return True
    if word.dep_ == "conj":
        return has(word, "VerbForm", "Inf") and has(above, "VerbForm", "Inf")
    if word.pos_ in NOMINAL:
        lemma = above.lemma_.lower()
        if word.dep_ in OBJECT or word.dep_ in PASSIVE_SUBJECT or word.dep_ == "attr":
            return lemma in lexicon.among("carriers") or lemma in lexicon.among("occurrences")
        if word.dep_ in SUBJECT:
            below = {lemma, *(c.lemma_.lower() for c in above.children if c.dep_ in RAISED)}
            return not below.isdisjoint(lexicon.among("occurrences"))  # "doit avoir lieu"
    return False


def _irreal(word: Token, lexicon: Lexicon) -> bool:
    """Whether the word's own auxiliaries, tense or conjunction put it out of the real world."""
    moods = lexicon.among("hedged_moods")
    if not lexicon.among("future_tenses").isdisjoint(word.morph.get("Tense", [])):
        return True
    for child in word.children:
        if child.dep_.startswith("aux"):
            if child.lower_ in lexicon.among("modals"):
                return True
            if not lexicon.among("future_tenses").isdisjoint(child.morph.get("Tense", [])):
                return True
        elif child.dep_ in {"mark", "advmod"} and child.i < word.i:
            marks = lexicon.among("unreal_marks")
            if child.lower_ in marks and child.dep_ == "mark":
                return True
    if word.dep_ == "ccomp" and not moods.isdisjoint(word.morph.get("Mood", [])):
        return True  # future in the past: "announced that it would open"
    return _purpose(word, lexicon) or has(word, "Mood", "Imp")


def _purpose(word: Token, lexicon: Lexicon) -> bool:
    """Whether the word is the verb of an infinitive clause that tells a purpose."""
    if word.dep_ in RAISED:
        return False
    return any(
        child.dep_ in {"mark", "aux"} and child.lower_ in lexicon.among("purposes")
        for child in word.children
    )


def _wished(governed: list[Token], lexicon: Lexicon) -> bool:
    """Whether a word above the trigger says that it is feared, planned, asked for or averted."""
    unreal = lexicon.among("unreal") | lexicon.among("negators")
    modals = lexicon.among("modals")
    for word in governed[1:]:
        lemma = word.lemma_.lower()
        if lemma in unreal or (lemma in modals and not _past(word)):
            return True
    carried = len(governed) > 1  # "mounted its long-threatened invasion"
    if not carried and any(
        c.lemma_.lower() in unreal for c in governed[0].children if c.dep_ == "amod"
    ):
        return True
    top = governed[-1]
    above = governor(top)
    if above is None or above.lemma_.lower() not in unreal:
        return False
    return _complement(top, lexicon)


def _past(word: Token) -> bool:
    return has(word, "Tense", "Past")


def _complement(word: Token, lexicon: Lexicon) -> bool:
    """Whether the word completes the one above it ("fears an attack", "risk of attack")."""
    if word.dep_ in OBJECT or word.dep_ in PASSIVE_SUBJECT or word.dep_ in RAISED:
        return True
    if word.dep_ == "ccomp":
        return has(word, "Mood", "Sub") or has(word, "VerbForm", "Inf")
    if word.dep_ in PARTICIPLE:
        return has(word, "VerbForm", "Inf")
    return link(word) in lexicon.among("unreal_links")


def _denied(word: Token, lexicon: Lexicon) -> bool:
    negations = lexicon.among("negations")
    if any(c.lower_ in negations and c.dep_ in _DENYING for c in word.children):
        return True
    parts = (c for c in word.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT | OBJECT)
    if any(c.lower_ in negations and c.dep_ in _DENYING for part in parts for c in part.children):
        return True  # "no civilians were injured"
    if word.dep_ == "conj" and any(c.lower_ in negations for c in word.head.children):
        return any(c.dep_ == "cc" and c.lower_ in negations for c in word.head.children)
    return word.dep_ in {"pobj", "pcomp"} and word.head.lower_ in negations
