"""The tables of events, made ready for looking up, once for each pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from recoupe.languages import Pack
from recoupe.languages.events import PARSED_CLASSES, EventWords, TriggerWords
from recoupe.languages.figures import FigureWords
from recoupe.languages.naming import NamingWords
from recoupe.reading.events.acled import (
    BATTLES,
    EXPLOSIONS,
    PROMISED,
    STRATEGIC,
    TYPE_OF,
    VIOLENT,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """Words and classes of which one must, or must not, be there. ``parsed`` need the parse."""

    words: frozenset[str]
    parsed: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.words or self.parsed)


@dataclass(frozen=True, slots=True)
class Rule:
    """One group of triggers with its conditions; ``rank`` is its place in the table."""

    rank: int
    words: TriggerWords
    type: str
    needs: Condition
    objects: Condition
    subjects: Condition
    content: Condition
    bars: Condition
    through: frozenset[str]

    @property
    def fighting(self) -> bool:
        """Whether the words alone, in no context, speak of fighting."""
        return self.type in {BATTLES, EXPLOSIONS} and not self.needs


@dataclass(frozen=True, slots=True)
class Phrase:
    """One trigger of a rule: its words in order, and what part of speech it is."""

    rule: Rule
    parts: tuple[str, ...]
    kind: str
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One pack's triggers by their first word, and its small words as sets.

    ``spots`` are those first words, and the adjectives that are a participle of one. ``promises``
    are the rules of saying that one will do what a rule tells, by the rank of that rule, and
    ``threats`` those of saying so where it is meant to harm.
    """

    words: EventWords
    phrases: Mapping[str, tuple[Phrase, ...]]
    spots: frozenset[str]
    promises: Mapping[int, Rule]
    threats: Mapping[int, Rule]
    doers: Condition
    people: frozenset[str]
    sets: dict[str, frozenset[str]] = field(repr=False)

    def among(self, name: str) -> frozenset[str]:
        """Return the table's list called ``name`` as a set."""
        return self.sets[name]


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Return the pack's lexicon of events."""
    words = pack.table("events", EventWords)
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    promises: dict[int, Rule] = {}
    threats: dict[int, Rule] = {}
    for rank, trigger in enumerate(words.triggers):
        rule = _rule(rank, trigger, words)
        if (kept := PROMISED.get(trigger.plover or "")) is not None:
            promises[rank] = _promise(rule, kept)
            threats[rank] = _promise(rule, "THREATEN")
        parts = {
            "verb": trigger.verbs,
            "noun": trigger.nouns,
            "adjective": trigger.adjectives,
            "auxiliary": trigger.auxiliaries,
        }
        for kind, texts in parts.items():
            for text in texts:
                phrase = _phrase(rule, text, kind, words.reflexives)
                phrases[phrase.parts[0]].append(phrase)
    return Lexicon(
        words=words,
        phrases={first: tuple(found) for first, found in phrases.items()},
        spots=frozenset((*phrases, *_participles(phrases, words.participles))),
        promises=promises,
        threats=threats,
        doers=_condition(words.doers, words),
        people=_people(pack),
        sets={
            name: frozenset(value)
            for name in EventWords.model_fields
            if isinstance(value := getattr(words, name), tuple) and name != "triggers"
        },
    )


def _participles(verbs: Iterable[str], endings: Mapping[str, str]) -> Iterator[str]:
    for verb in verbs:
        for ending, infinitive in endings.items():
            if verb.endswith(infinitive):
                yield verb.removesuffix(infinitive) + ending


def _people(pack: Pack) -> frozenset[str]:
    """Return nouns for people, and the pronouns that stand for people alone."""
    pronouns = pack.table("naming", NamingWords).pronouns
    forms = (word for pronoun in pronouns if pronoun.person for word in pronoun.words)
    return frozenset((*pack.table("figures", FigureWords).people, *forms))


def _phrase(rule: Rule, text: str, kind: str, reflexives: Iterable[str]) -> Phrase:
    parts = tuple(text.lower().replace("' ", "'").replace("'", "' ").split())
    reflexive = kind == "verb" and parts[0] in reflexives
    return Phrase(rule, parts[1:] if reflexive else parts, kind, reflexive)


def _rule(rank: int, trigger: TriggerWords, words: EventWords) -> Rule:
    kind = TYPE_OF[trigger.subtype]
    barred = (*trigger.bars, *(words.barred if kind in VIOLENT else ()))
    return Rule(
        rank=rank,
        words=trigger,
        type=kind,
        needs=_condition(trigger.needs, words),
        objects=_condition(trigger.objects, words),
        subjects=_condition(trigger.subjects, words),
        content=_condition(trigger.content, words),
        bars=_condition(barred, words),
        through=frozenset(trigger.through),
    )


def _promise(rule: Rule, plover: str) -> Rule:
    told = {"subtype": "Other", "plover": plover, "act": True, "outcome": False}
    return replace(rule, words=rule.words.model_copy(update=told), type=STRATEGIC)


def _condition(asked: Iterable[str], words: EventWords) -> Condition:
    plain: set[str] = set()
    parsed: set[str] = set()
    for word in asked:
        if not word.startswith("@"):
            plain.add(word)
        elif word[1:] in PARSED_CLASSES:
            parsed.add(word[1:])
        else:
            plain.update(words.classes[word[1:]])
    return Condition(frozenset(plain), frozenset(parsed))
