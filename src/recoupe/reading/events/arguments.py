"""Actors and targets: who did it to whom, from the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.reading.clauses import (
    AGENT,
    NOMINAL,
    OBJECT,
    OBLIQUE,
    RAISED,
    SUBJECT,
    governor,
    objects,
    passive,
    subjects,
    tied,
)
from recoupe.reading.events.acled import VIOLENT
from recoupe.reading.events.acts import addressed
from recoupe.reading.events.reality import denier
from recoupe.reading.events.scene import Scene
from recoupe.reading.events.sightings import RALLIES
from recoupe.reading.events.triggers import Trigger
from recoupe.reading.tokens import Token

NAMING: Final = frozenset({"compound", "appos", "poss", "flat:name", "flat", "nmod", "amod"})
"""Relations of a name to the noun that it says more of ("Israel's army")."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Tokens that head the doers and the targets, as the text names them, entities or not."""

    actors: tuple[Token, ...]
    targets: tuple[Token, ...]


def arguments(trigger: Trigger, scene: Scene) -> Arguments:
    """Return who does it and to whom; both are actors where a happening has no target."""
    if trigger.asked:
        relatives = scene.lexicon.among("relatives")
        asking = subjects(trigger.root.head, relatives)
        return Arguments((*asking,), (*subjects(trigger.root, relatives),))
    actors, targets = _of_verb(trigger, scene) if trigger.verbal else _of_noun(trigger, scene)
    words = scene.lexicon
    relatives = words.among("relatives")
    denied = denier(trigger.root, words, act=trigger.rule.words.act)
    if denied is not None:
        speaking = {t.i for t in subjects(denied, relatives)}
        actors = [t for t in actors if t.i not in speaking]
    reported = _reported(trigger)
    if reported is not None:
        outside = {t.i for t in subjects(reported.head, relatives)}
        if any(t.i in outside for t in actors):
            actors = [*subjects(reported, relatives)]
    if trigger.rule.words.mutual:
        partners = tied(trigger.root, words.among("partners"), relatives)
        return Arguments((*actors, *targets, *partners, *_present(trigger, scene)), ())
    return Arguments(tuple(actors), tuple(targets))


def _reported(trigger: Trigger) -> Token | None:
    """Return the reported verb that a deed belongs to, if it hangs on the verb that reports.

    In "confirmed that X attacked and shelled Y" pipelines coordinate the second deed with
    "confirmed" about as often as with the first; a deed goes with a deed.
    """
    verb = trigger.root if trigger.verbal else governor(trigger.root)
    while verb is not None and verb.dep_ in RAISED:
        verb = verb.head
    if verb is None or verb.dep_ != "conj":
        return None
    before = (c for c in verb.head.children if verb.head.i < c.i < verb.i)
    return next((c for c in before if c.dep_ == "ccomp"), None)


def _present(trigger: Trigger, scene: Scene) -> Iterator[Token]:
    """Yield who does something at a happening of several ("during a call with X, Y said")."""
    if trigger.verbal or trigger.root.dep_ not in OBLIQUE | {"pobj"}:
        return
    verb = governor(trigger.root)
    if verb is not None and verb.pos_ == "ADV":  # "lors de"
        verb = governor(verb)
    if verb is not None and verb.pos_ == "VERB":
        yield from subjects(verb, scene.lexicon.among("relatives"))


def parties(heads: Iterable[Token], trigger: Trigger, scene: Scene) -> tuple[str, ...]:
    """Return the ids of the entities that these heads name, each once, in order.

    A mention that holds the trigger itself ("the attack") names no party to it.
    """
    itself = scene.entity_at(trigger.root)
    found: dict[str, None] = {}
    for head in heads:
        for token in _namings(head, scene):
            entity = scene.entity_at(token)
            if entity is not None and entity != itself:
                found[entity] = None
                break
    return tuple(found)


def _namings(head: Token, scene: Scene) -> Iterator[Token]:
    """Yield the head, and what it only counts or describes as somebody's ("Israel's army")."""
    yield from scene.counted(head)
    for child in head.children:
        if child.dep_ in NAMING and child.pos_ == "PROPN":
            yield child


def _of_verb(trigger: Trigger, scene: Scene) -> tuple[list[Token], list[Token]]:
    words = scene.lexicon
    relatives = words.among("relatives")
    verb = trigger.root
    doers = [t for t in _doers(verb, scene) if not trigger.covers(t.i)]
    undergoing = [t for t in objects(verb, relatives) if not trigger.covers(t.i)]
    for token in _words(trigger, scene):
        if token.i != verb.i and token.pos_ in NOMINAL:  # parsers hang the object on the noun
            undergoing += [c for c in token.children if c.dep_ == "nmod" and c.i > trigger.last]
    if passive(verb):
        return list(_agents(verb, scene)), doers
    undergoing += tied(verb, words.among("against") | trigger.rule.through, relatives)
    if trigger.rule.words.act:
        undergoing += addressed(verb, scene)
    return doers, undergoing


def _doers(verb: Token, scene: Scene) -> Iterator[Token]:
    """Yield the subject; of what somebody is accused of or asked to do, the object of that verb."""
    words, relatives = scene.lexicon, scene.lexicon.among("relatives")
    above = governor(verb)
    hangs = verb.dep_ in RAISED or verb.dep_ in {"pcomp", "advcl"}
    if above is not None and hangs and above.lemma_.lower() in words.among("controllers"):
        own = any(c.dep_ in SUBJECT for c in verb.children)
        told = [*(subjects if passive(above) else objects)(above, relatives)]
        if told and not own:
            yield from told
            return
    yield from subjects(verb, relatives)


def _agents(verb: Token, scene: Scene) -> Iterator[Token]:
    yield from (child for child in verb.children if child.dep_ in AGENT)
    yield from tied(verb, scene.lexicon.among("by"), scene.lexicon.among("relatives"))


def _of_noun(trigger: Trigger, scene: Scene) -> tuple[list[Token], list[Token]]:
    """Return who the noun says, else who the verb says of which it is the object."""
    words = scene.lexicon
    relatives = words.among("relatives")
    noun = trigger.root
    actors = list(tied(noun, words.among("by"), relatives))
    targets = list(tied(noun, words.among("against"), relatives))
    owners = [c for c in noun.children if c.dep_ == "poss"]
    complements = [t for t in tied(noun, words.among("of"), relatives) if not trigger.covers(t.i)]
    if owners and not actors:
        actors += owners
    if complements:
        does = not actors and _acting(trigger, complements, scene)
        (actors if does else targets).extend(complements)
    _from_verb(trigger, scene, actors, targets)
    return actors, targets


def _acting(trigger: Trigger, heads: list[Token], scene: Scene) -> bool:
    """Whether what completes the noun is who does it: its nouns are owned, and a party owns it."""
    owned = scene.lexicon.among("owned")
    if not any(t.lemma_.lower() in owned for t in _words(trigger, scene)):
        return trigger.rule.words.mutual
    return any(_can_act(head, scene) for head in heads)


def _words(trigger: Trigger, scene: Scene) -> tuple[Token, ...]:
    return scene.parse.words[trigger.first : trigger.last + 1]


def _can_act(head: Token, scene: Scene) -> bool:
    place = scene.place_at(head)
    if place is not None:
        return place.kind == "country"
    armed = frozenset(scene.lexicon.words.classes["armed"])
    return scene.entity_at(head) is not None or head.lemma_.lower() in armed or head.lower_ in armed


def _from_verb(trigger: Trigger, scene: Scene, actors: list[Token], targets: list[Token]) -> None:
    """Add the parties of a verb that only carries the noun ("launched an assault on")."""
    words = scene.lexicon
    relatives = words.among("relatives")
    verb = governor(trigger.root)
    if verb is None or verb.pos_ != "VERB":
        return
    lemma = verb.lemma_.lower()
    completes = trigger.root.dep_ in OBJECT
    if lemma in words.among("announcers") and trigger.rule.type in VIOLENT | RALLIES:
        return
    if completes and lemma in words.among("carriers"):
        if not actors:
            actors += subjects(verb, relatives)
        if not targets:
            targets += tied(verb, words.among("against"), relatives)
    elif completes and lemma in words.among("sufferers") and not targets:
        targets += subjects(verb, relatives)
    elif passive(verb) and lemma in words.among("carriers") and not actors:
        actors += _agents(verb, scene)
