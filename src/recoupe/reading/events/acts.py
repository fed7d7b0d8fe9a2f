"""What is done with words: demands, refusals, threats, and promises, which need no word of theirs.

Somebody who says that they will do a thing has not done it; by PLOVER they have agreed to it, or
threatened it. Its trigger is the deed with what puts it in the future ("will release").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from recoupe.reading.clauses import RAISED, passive, subjects
from recoupe.reading.events.reality import negated, pledge, real, supposed
from recoupe.reading.events.scene import Scene
from recoupe.reading.events.triggers import Trigger
from recoupe.reading.tokens import Token

REPORTED: Final = RAISED | {"ccomp"}


def told(hit: Trigger, scene: Scene) -> Trigger | None:
    """Return the trigger of what has happened: itself, the promise of it, or nothing."""
    if hit.rule.words.negative or hit.asked:
        return None if supposed(hit.root, scene.lexicon) else hit
    return hit if real(hit.root, scene.lexicon) else _promise(hit, scene)


def _promise(hit: Trigger, scene: Scene) -> Trigger | None:
    """Return the promise or threat of a deed by those who would do it, if it is one.

    That somebody will be aided is a promise whoever writes it; that somebody will be attacked is a
    threat only in the attacker's own words.
    """
    rule = scene.lexicon.promises.get(hit.rule.rank)
    if rule is None or rule.words.outcome or not hit.verbal or passive(hit.root):
        return None
    by = pledge(hit.root, scene.lexicon)
    threats = scene.lexicon.among("threats")
    if by is None or negated(hit.root, scene.lexicon) or supposed(hit.root, scene.lexicon):
        return None
    doers = [*subjects(hit.root, scene.lexicon.among("relatives"))]
    if any(c.dep_ == "mark" and c.lower_ in threats for b in hit.root.children for c in b.children):
        rule = scene.lexicon.threats[hit.rule.rank]
    own = any(_own_word(doer, hit.root, scene) for doer in doers)
    if not own and (rule.words.plover == "THREATEN" or not any(map(scene.acts, doers))):
        return None
    return replace(hit, rule=rule, first=min(hit.first, by.i), last=max(hit.last, by.i))


def _own_word(doer: Token, verb: Token, scene: Scene) -> bool:
    """Whether the doer says so: "X said it will", where the parse may hang the verb on "said"."""
    if verb.dep_ not in REPORTED:
        return False
    if doer.pos_ == "PRON":
        return True
    speakers = subjects(verb.head, scene.lexicon.among("relatives"))
    entity = scene.entity_at(doer)
    return entity is not None and any(scene.entity_at(one) == entity for one in speakers)


def addressed(verb: Token, scene: Scene) -> Iterator[Token]:
    """Yield who is to do what a verb asks for ("demanded that X withdraw")."""
    for child in verb.children:
        if child.dep_ in REPORTED:
            own = (c for c in child.children if c.dep_.startswith("nsubj"))
            yield from (c for c in own if c.pos_ != "PRON" and scene.acts(c))
