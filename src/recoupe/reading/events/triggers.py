"""Triggers: the words of a sentence that name a happening, by the table and the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recoupe.reading.clauses import (
    NOMINAL,
    governor,
    objects,
    own_words,
    passive,
    subjects,
    tied,
)
from recoupe.reading.events.lexicon import Condition, Phrase, Rule
from recoupe.reading.events.scene import Scene
from recoupe.reading.parse import Sentence
from recoupe.reading.spotting import spotted

if TYPE_CHECKING:
    from spacy.tokens import Token

GAP: Final = 3
"""Words that may stand between the parts of a verb of several words ("prendre vite d'assaut")."""

FIGHTING: Final = "fighting"
SETTING: Final = 2
"""Sentences with words of fighting that make an article one about fighting."""

NAMES: Final = frozenset({"PER", "PERSON", "ORG", "GPE", "LOC", "FAC", "DATE", "PRODUCT"})
"""Labels of proper nouns that only look like a trigger ("March", "Strike Force")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule, the tokens ``[first, last]`` that match it, and the one that heads them."""

    rule: Rule
    first: int
    last: int
    root: Token
    verbal: bool

    def covers(self, index: int) -> bool:
        """Whether the token with this index is part of the trigger."""
        return self.first <= index <= self.last


def triggers(scene: Scene) -> Iterator[tuple[Sentence, tuple[Trigger, ...]]]:
    """Yield each sentence that names happenings, with its triggers in order."""
    found = [
        (sentence, tuple(_candidates(sentence, places, scene)))
        for sentence, places in spotted(scene.parse, scene.lexicon.spots)
    ]
    settings = _settings(found, scene)
    for sentence, candidates in found:
        hits = (_best(group, sentence, scene, settings) for group in candidates)
        kept = _longest(hit for hit in hits if hit is not None)
        if kept:
            yield sentence, kept


def _settings(
    found: Iterable[tuple[Sentence, tuple[tuple[Trigger, ...], ...]]], scene: Scene
) -> frozenset[str]:
    """Return the sub-event types that the article names with words that need no context.

    ``fighting`` is among them where enough sentences speak of fighting so.
    """
    known: set[str] = set()
    fighting = 0
    for sentence, candidates in found:
        hits = [_best(group, sentence, scene, frozenset()) for group in candidates]
        sure = [hit.rule for hit in hits if hit is not None and not hit.rule.needs]
        known.update(rule.words.subtype for rule in sure)
        fighting += any(rule.fighting for rule in sure)
    return frozenset(known | ({FIGHTING} if fighting >= SETTING else set()))


def _candidates(
    sentence: Sentence, places: Iterable[int], scene: Scene
) -> Iterator[tuple[Trigger, ...]]:
    """Yield, for each token at which any phrase matches, its matches, the longest first."""
    phrases = scene.lexicon.phrases
    for place in places:
        token = scene.parse.words[place]
        first = {*phrases.get(token.lower_, ()), *phrases.get(_lemma(token, scene), ())}
        hits = [hit for phrase in first if (hit := _match(phrase, token, sentence, scene))]
        if hits:
            hits.sort(key=lambda hit: (hit.first - hit.last, hit.rule.rank))
            yield tuple(hits)


def _lemma(token: Token, scene: Scene) -> str:
    """Return the lemma, of the verb where an adjective is a verb's participle."""
    lemma = str(token.lemma_.lower())
    if token.pos_ == "ADJ":
        for ending, verb in scene.lexicon.words.participles.items():
            if lemma.endswith(ending):
                return lemma.removesuffix(ending) + verb
    return lemma


def _match(phrase: Phrase, token: Token, sentence: Sentence, scene: Scene) -> Trigger | None:
    """Return the phrase's match that opens with ``token``, if its words and tags are right."""
    tokens = [token]
    end, words = sentence.tokens.end, scene.parse.words
    for part in phrase.parts[1:]:
        last = tokens[-1]
        edge = end if last.whitespace_ else len(words)  # sentences are cut in compounds
        reach = range(last.i + 1, min(edge, last.i + 2 + GAP * (phrase.kind == "verb")))
        following = (words[i] for i in reach)
        found = next((t for t in following if part in {t.lower_, t.lemma_.lower()}), None)
        if found is None:
            return None
        tokens.append(found)
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), token)
    if phrase.reflexive and not _reflexive(root, scene):
        return None
    if not _right_tag(phrase, root, tokens, scene):
        return None
    return Trigger(phrase.rule, token.i, tokens[-1].i, root, phrase.kind == "verb")


def _reflexive(root: Token, scene: Scene) -> bool:
    pronouns = scene.lexicon.among("reflexives")
    return any(c.lower_ in pronouns and c.i < root.i for c in root.children)


def _right_tag(phrase: Phrase, root: Token, tokens: list[Token], scene: Scene) -> bool:
    if phrase.kind == "verb":
        return root.pos_ == "VERB" or (
            root.pos_ == "ADJ" and _lemma(root, scene) != root.lemma_.lower()
        )
    named = root.pos_ == "PROPN" and root.ent_type_ in NAMES
    if named or any(t.pos_ == "VERB" for t in tokens):
        return False
    return root.pos_ in NOMINAL and not _describes(tokens[-1], scene)


def _describes(noun: Token, scene: Scene) -> bool:
    """Whether the noun stands before another noun and only says what kind of thing that is."""
    if noun.dep_ not in {"compound", "nmod", "amod"} or noun.head.i <= noun.i:
        return False
    return noun.head.lemma_.lower() not in scene.lexicon.among("compounds")


def _best(
    group: tuple[Trigger, ...], sentence: Sentence, scene: Scene, settings: frozenset[str]
) -> Trigger | None:
    return next((hit for hit in group if _holds(hit, sentence, scene, settings)), None)


def _holds(hit: Trigger, sentence: Sentence, scene: Scene, settings: frozenset[str]) -> bool:
    """Whether the conditions of the trigger's rule hold where it stands."""
    rule = hit.rule
    setting = rule.words.subtype if rule.words.setting == "same" else rule.words.setting
    if rule.needs and setting not in settings:
        others = (t for t in sentence.words if not hit.covers(t.i))
        if not _any(others, rule.needs, scene):
            return False
    if rule.objects and not _any(_undergoing(hit, scene), rule.objects, scene):
        return False
    if rule.subjects and hit.verbal and not _any(_doing(hit, scene), rule.subjects, scene):
        return False
    reach = sentence.words if rule.words.outcome else _hanging(hit)
    return not _any(reach, rule.bars, scene)


def _any(tokens: Iterable[Token], condition: Condition, scene: Scene) -> bool:
    return any(scene.meets(token, condition) for token in tokens)


def _undergoing(hit: Trigger, scene: Scene) -> Iterator[Token]:
    """Yield what is done something to, compounds and adjectives of it included."""
    words = scene.lexicon
    relatives = words.among("relatives")
    if hit.verbal:
        heads = [*objects(hit.root, relatives)]
        if passive(hit.root):
            heads += subjects(hit.root, relatives)
        heads += tied(hit.root, hit.rule.through, relatives)
    else:
        heads = [*tied(hit.root, words.among("of") | hit.rule.through, relatives)]
        heads += [c for c in hit.root.children if c.dep_ == "compound"]
    for head in heads:
        if not hit.covers(head.i):
            for token in scene.counted(head):
                yield token
                yield from (c for c in token.children if c.dep_ in {"compound", "amod", "nmod"})


def _doing(hit: Trigger, scene: Scene) -> Iterator[Token]:
    for head in subjects(hit.root, scene.lexicon.among("relatives")):
        for token in scene.counted(head):
            yield token
            yield from (c for c in token.children if c.dep_ in {"compound", "amod"})


def _hanging(hit: Trigger) -> Iterator[Token]:
    """Yield what hangs on the trigger in its clause, and the word that a noun hangs on."""
    for token in own_words(hit.root):
        if not hit.covers(token.i):
            yield token
    above = governor(hit.root)
    if above is not None and not hit.verbal and above.pos_ in NOMINAL:
        yield above


def _longest(hits: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Return the triggers without those that lie within a longer one."""
    kept: list[Trigger] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.rule.rank, hit.first)):
        if not any(hit.first <= other.last and other.first <= hit.last for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.first))
