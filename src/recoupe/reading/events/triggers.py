"""Triggers: the words of a sentence that name a happening, by the table and the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.reading.clauses import (
    NOMINAL,
    OBJECT,
    OBLIQUE,
    PARTICIPLE,
    PREPOSITION,
    RAISED,
    governor,
    objects,
    own_words,
    passive,
    subjects,
    tied,
)
from recoupe.reading.dependencies import VERBAL
from recoupe.reading.events.lexicon import Condition, Phrase, Rule
from recoupe.reading.events.reality import negated
from recoupe.reading.events.scene import Scene
from recoupe.reading.parse import Sentence
from recoupe.reading.spotting import spotted
from recoupe.reading.tokens import Token

GAP: Final = 3
"""Words that may stand between the parts of a verb of several words ("prendre vite d'assaut")."""

FIGHTING: Final = "fighting"
SETTING: Final = 2
"""Sentences with words of fighting that make an article one about fighting."""

PARTICLES: Final = frozenset({"ADP", "ADV", "PART"})
"""Parts of a verb that stand no farther from it than a day ("called Friday on")."""

SAID: Final = RAISED | OBJECT | OBLIQUE | PREPOSITION | {"ccomp", "advcl"}

NAMES: Final = frozenset({"PER", "PERSON", "ORG", "GPE", "LOC", "FAC", "DATE", "PRODUCT"})
"""Labels of proper nouns that only look like a trigger ("March", "Strike Force")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule, the tokens ``[first, last]`` that match it, and the one that heads them.

    ``asked`` says that it is only told as what somebody must do.
    """

    rule: Rule
    first: int
    last: int
    root: Token
    verbal: bool
    asked: bool = False

    def covers(self, index: int) -> bool:
        """Whether the token with this index is part of the trigger."""
        return self.first <= index <= self.last


def triggers(scene: Scene) -> Iterator[tuple[Sentence, tuple[Trigger, ...]]]:
    """Yield each sentence that names happenings, with its triggers in order."""
    found = [
        (sentence, tuple(_candidates(sentence, places, scene)))
        for sentence, places in spotted(scene.parse, scene.lexicon.spots)
    ]
    sure = [
        [_best(group, sentence, scene, frozenset()) for group in candidates]
        for sentence, candidates in found
    ]
    settings = _settings(sure)
    for (sentence, candidates), alone in zip(found, sure, strict=True):
        hits = (
            _best(group, sentence, scene, settings) if settings and _set(group) else hit
            for group, hit in zip(candidates, alone, strict=True)
        )
        kept = _longest(hit for hit in hits if hit is not None)
        if kept:
            yield sentence, kept


def _set(group: tuple[Trigger, ...]) -> bool:
    """Whether an article of some kind makes any of the matches clear."""
    return any(hit.rule.words.setting for hit in group)


def _settings(found: Iterable[Iterable[Trigger | None]]) -> frozenset[str]:
    """Return the sub-event types that the article names with words that need no context.

    ``fighting`` is among them where enough sentences speak of fighting so.
    """
    known: set[str] = set()
    fighting = 0
    for hits in found:
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
        form, lemma = token.lower_, _lemma(token, scene)
        by_lemma = phrases.get(lemma, ()) if lemma != form else ()
        hits = [
            hit
            for phrase in (*phrases.get(form, ()), *by_lemma)
            if (hit := _match(phrase, token, sentence, scene))
        ]
        if hits:
            hits.sort(key=_claim)
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
        if found is None or (found.pos_ in PARTICLES and found.i - last.i > 2):
            return None
        tokens.append(found)
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), token)
    if phrase.reflexive and not _reflexive(root, scene):
        return None
    if not _right_tag(phrase, root, tokens, scene):
        return None
    if phrase.kind == "auxiliary":
        return _asked(phrase.rule, root)
    return Trigger(phrase.rule, token.i, tokens[-1].i, root, phrase.kind != "noun")


def _asked(rule: Rule, word: Token) -> Trigger | None:
    """Return what somebody is reported to ask for with a word for duty."""
    verb = word.head if word.dep_.startswith("aux") else word
    if verb.dep_ != "ccomp" or verb.head.pos_ != "VERB":
        return None
    return Trigger(rule, min(word.i, verb.i), max(word.i, verb.i), verb, verbal=True, asked=True)


def _reflexive(root: Token, scene: Scene) -> bool:
    pronouns = scene.lexicon.among("reflexives")
    return any(c.lower_ in pronouns and c.i < root.i for c in root.children)


def _right_tag(phrase: Phrase, root: Token, tokens: list[Token], scene: Scene) -> bool:
    if phrase.kind == "verb":
        return root.pos_ == "VERB" or (
            root.pos_ == "ADJ" and _lemma(root, scene) != root.lemma_.lower()
        )
    if phrase.kind == "adjective":
        return len(tokens) > 1 or root.pos_ == "ADJ" or passive(root)
    if phrase.kind == "auxiliary":
        return root.pos_ in VERBAL
    named = root.pos_ == "PROPN" and root.ent_type_ in NAMES
    if named or any(t.pos_ == "VERB" and not _of_noun(t, root) for t in tokens):
        return False
    return root.pos_ in NOMINAL and not _describes(tokens[-1], scene)


def _of_noun(word: Token, noun: Token) -> bool:
    """Whether a word is a participle that hangs on the noun ("voiture piégée")."""
    return word.head == noun and word.dep_ in PARTICIPLE


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
    if rule.words.negative and not negated(hit.root, scene.lexicon):
        return False
    return (
        _in_context(hit, sentence, scene, settings)
        and (not rule.objects or _any(_undergoing(hit, scene), rule.objects, scene))
        and (not rule.subjects or not hit.verbal or _any(_doing(hit, scene), rule.subjects, scene))
        and (not rule.content or _any(_said(hit), rule.content, scene))
        and (not rule.words.act or not hit.verbal or _spoken(hit, scene))
        and not _barred(hit, sentence, scene)
    )


def _in_context(hit: Trigger, sentence: Sentence, scene: Scene, settings: frozenset[str]) -> bool:
    """Whether the article, or a word of the sentence, makes the trigger clear."""
    rule = hit.rule
    setting = rule.words.subtype if rule.words.setting == "same" else rule.words.setting
    if not rule.needs or setting in settings:
        return True
    if not rule.needs.parsed and rule.needs.words.isdisjoint(scene.forms(sentence)):
        return False
    return _any((t for t in sentence.words if not hit.covers(t.i)), rule.needs, scene)


def _barred(hit: Trigger, sentence: Sentence, scene: Scene) -> bool:
    bars = hit.rule.bars
    if not bars.parsed and bars.words.isdisjoint(scene.forms(sentence)):
        return False
    reach = sentence.words if hit.rule.words.outcome else _hanging(hit)
    return _any(reach, bars, scene)


def _spoken(hit: Trigger, scene: Scene) -> bool:
    """Whether what is done with words is done by somebody, where the sentence says by whom."""
    if hit.rule.subjects or passive(hit.root):
        return True
    doers = [*subjects(hit.root, scene.lexicon.among("relatives"))]
    return not doers or any(scene.acts(token) for doer in doers for token in scene.counted(doer))


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


def _said(hit: Trigger) -> Iterator[Token]:
    """Yield what is said of what will be done: the verb or noun that completes it, its words."""
    for child in hit.root.children:
        if child.dep_ in SAID:
            yield child
            yield from child.children


def _hanging(hit: Trigger) -> Iterator[Token]:
    """Yield what hangs on the trigger in its clause, and the word that a noun hangs on."""
    for token in own_words(hit.root):
        if not hit.covers(token.i):
            yield token
    above = governor(hit.root)
    if above is not None and not hit.verbal and above.pos_ in NOMINAL:
        yield above


def _claim(hit: Trigger) -> tuple[bool, int, bool, int, int]:
    """Order matches by their claim to the words.

    What must be done, or will not be, is no deed; else the longest match goes first.
    """
    longest = hit.first - hit.last
    return not hit.asked, longest, not hit.rule.words.negative, hit.rule.rank, hit.first


def _longest(hits: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """Return the triggers without those that lie within a longer one."""
    kept: list[Trigger] = []
    for hit in sorted(hits, key=_claim):
        if not any(hit.first <= other.last and other.first <= hit.last for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.first))
