"""Finding the nouns for media on which a text leans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from recoupe.languages.evidence import MediumWords, Signal
from recoupe.model import Medium
from recoupe.reading.clauses import (
    NOMINAL,
    OBJECT,
    PREPOSITION,
    RAISED,
    SUBJECT,
    branch,
    governor,
    passive,
)
from recoupe.reading.dependencies import PASSIVE_SUBJECT, RELATIVE
from recoupe.reading.evidence.lexicon import Lexicon, Parts
from recoupe.reading.parse import Sentence
from recoupe.reading.tokens import Stretch, Token

NAMES: Final = frozenset({"PER", "PERSON", "ORG", "GPE", "LOC", "WORK_OF_ART", "PRODUCT"})
"""Labels of names that only look like a medium ("The Washington Post")."""

CLOSE: Final = 5
"""Words between a noun and what the recording was made with."""


@dataclass(frozen=True, slots=True)
class Found:
    """A noun for a medium: its tokens ``[first, last]``, its head and the verbs it is tied to.

    ``platform`` and ``made_with`` are names as recorded.
    """

    medium: Medium
    first: int
    last: int
    noun: Token
    verbs: tuple[Token, ...]
    platform: str | None
    made_with: str | None


def found(sentence: Sentence, spots: Iterable[int], lexicon: Lexicon) -> Iterator[Found]:
    """Yield the media on which a sentence leans, in order, no two overlapping.

    ``spots`` are the indexes of the tokens that may name one.
    """
    end = -1
    for spot in spots:
        if spot <= end:
            continue
        hit = _hit(sentence.words[spot - sentence.tokens.start], sentence, lexicon)
        if hit is not None:
            end = hit.last
            yield hit


def _hit(token: Token, sentence: Sentence, lexicon: Lexicon) -> Found | None:
    nouns = [*lexicon.nouns.get(token.lower_, ())]
    if (lemma := token.lemma_.lower()) != token.lower_:
        nouns += lexicon.nouns.get(lemma, ())
    for parts, medium in sorted(nouns, key=lambda noun: -len(noun[0])):
        last = _reach(token, parts, sentence)
        hit = None if last is None else _read(medium, token, last, lexicon)
        if hit is not None:
            return hit
    return None


def _reach(token: Token, parts: Parts, sentence: Sentence) -> Token | None:
    """Return the last token of the phrase that opens with ``token``; ``None`` if it is not it."""
    if token.i + len(parts) > sentence.tokens.end:
        return None
    words = [token.doc[token.i + step] for step in range(len(parts))]
    if all(part in {w.lower_, w.lemma_.lower()} for part, w in zip(parts, words, strict=True)):
        return words[-1]
    return None


def _read(medium: MediumWords, first: Token, last: Token, lexicon: Lexicon) -> Found | None:
    words = Stretch(first.doc, first.i, last.i + 1)
    noun = words.root
    if noun.pos_ not in NOMINAL or noun.ent_type_ in NAMES or _means_else(noun, lexicon):
        return None
    verbs = tuple(tied_verbs(noun))
    around = [*branch(noun), *(t for verb in verbs for t in _near(verb, noun, lexicon))]
    hit = Found(
        medium=medium.medium,
        first=first.i,
        last=last.i,
        noun=noun,
        verbs=verbs,
        platform=platform_in(around, lexicon),
        made_with=_named(_making(noun, verbs, lexicon), lexicon.made_with),
    )
    if medium.leans and not any(_signal(signal, hit, lexicon) for signal in medium.leans):
        return None
    posted = (lexicon.words.posting.get(word.lemma_.lower()) for word in words)
    return hit if hit.platform else replace(hit, platform=next(filter(None, posted), None))


def _means_else(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun only describes another ("video conference"), or one of ``bars`` is on it."""
    if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.i > noun.i:
        return True
    bars = lexicon.among("bars")
    near = [*noun.children, *([noun.head] if noun.head.pos_ in NOMINAL else [])]
    return any(token.lemma_.lower() in bars or token.lower_ in bars for token in near)


def tied_verbs(noun: Token) -> Iterator[Token]:
    """Yield the verbs that the noun is subject or object of, participles and relatives first."""
    for child in noun.children:
        if child.dep_ == "acl" or child.dep_ in RELATIVE:
            yield child
            yield from (c for c in child.children if c.dep_ in RAISED or c.dep_ == "conj")
    if noun.dep_ in SUBJECT or noun.dep_ in PASSIVE_SUBJECT or noun.dep_ in OBJECT:
        yield noun.head
        yield from (c for c in noun.head.children if c.dep_ in RAISED)
    elif noun.dep_ == "conj" and noun.head.dep_ in SUBJECT | PASSIVE_SUBJECT:
        yield noun.head.head
    yield from (t for t in noun.subtree if t.i > noun.i and _astray(t))


def _astray(token: Token) -> bool:
    """Whether a finite verb was hung on a noun before it like an adjective ("par X montre")."""
    return token.dep_ == "amod" and "Fin" in token.morph.get("VerbForm", [])


def _near(verb: Token, noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield what stands with a verb behind the noun, and with its subject if it publishes."""
    yield from (token for token in branch(verb) if token.i > noun.i)
    if noun.dep_ in OBJECT and verb == noun.head and _is(verb, lexicon.among("published")):
        for subject in verb.children:
            if subject.dep_ in SUBJECT:
                yield from branch(subject)


def _making(noun: Token, verbs: tuple[Token, ...], lexicon: Lexicon) -> list[Token]:
    """Return the tokens close to the noun, or to a participle of *film*, that may name a maker."""
    close = [token for token in branch(noun) if -CLOSE < token.i - noun.i <= CLOSE]
    for verb in verbs:
        if verb.head == noun and _is(verb, lexicon.among("published")):
            close += (token for token in branch(verb) if 0 < token.i - verb.i <= CLOSE)
    return close


def _signal(signal: Signal, hit: Found, lexicon: Lexicon) -> bool:
    """Whether the text gives this signal that it leans on the medium."""
    noun = hit.noun
    given = {
        "platform": lambda: hit.platform is not None,
        "made": lambda: hit.made_with is not None,
        "shown": lambda: any(showing(verb, hit, lexicon) for verb in hit.verbs),
        "published": lambda: any(
            undergone(verb, noun, lexicon.among("published")) for verb in hit.verbs
        ),
        "examined": lambda: any(
            undergone(verb, noun, lexicon.among("examined")) for verb in hit.verbs
        ),
        "quality": lambda: any(_is(c, lexicon.among("qualities")) for c in noun.children),
        "says": lambda: noun.dep_ in SUBJECT and _is(noun.head, lexicon.among("says")),
        "according": lambda: bool(_links(noun) & lexicon.among("according")),
        "inside": lambda: link_of(noun) in lexicon.among("inside"),
    }
    return given[signal]()


def _is(token: Token, words: frozenset[str]) -> bool:
    return token.lemma_.lower() in words or token.lower_ in words


def showing(verb: Token, hit: Found, lexicon: Lexicon) -> bool:
    """Whether the medium is what shows: its subject, or the noun that a participle hangs on."""
    if verb.lemma_.lower() not in lexicon.among("shows"):
        return False
    return hit.noun.dep_ not in OBJECT or verb != hit.noun.head


def undergone(verb: Token, noun: Token, verbs: frozenset[str]) -> bool:
    """Whether the verb is one of ``verbs`` and the noun what is published or looked at."""
    if verb.lemma_.lower() not in verbs:
        return False
    return verb.head == noun or noun.dep_ in OBJECT or passive(verb) or noun.dep_ in SUBJECT


def link_of(noun: Token) -> str | None:
    """Return the preposition right before the noun phrase, in lower case."""
    word = _preposition(noun)
    return None if word is None else str(word.lower_)


def _preposition(noun: Token) -> Token | None:
    if noun.head.dep_ in PREPOSITION:
        return noun.head
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
    return cases[-1] if cases else None


def _links(noun: Token) -> frozenset[str]:
    """Return the preposition, alone and with the word before it."""
    word = _preposition(noun) or (noun.head if noun.dep_ in OBJECT else None)
    if word is None:
        return frozenset()
    before = f"{word.nbor(-1).lower_} " if word.i else ""
    return frozenset({word.lower_, before + word.lower_})


def platform_in(tokens: list[Token], lexicon: Lexicon) -> str | None:
    """Return the first platform that the tokens name, as recorded."""
    ordered = sorted(set(tokens), key=lambda token: token.i)
    for token in ordered:
        for size in (2, 1):
            words = token.doc[token.i : token.i + size]
            name = lexicon.platforms.get(tuple(w.lower_ for w in words))
            if name is not None and _meant(token, name, lexicon):
                return name
    return None


def _meant(token: Token, name: str, lexicon: Lexicon) -> bool:
    if name not in lexicon.among("ambiguous"):
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    return token.text == name and before in lexicon.among("platform_links")


def _named(tokens: list[Token], names: Mapping[Parts, str]) -> str | None:
    """Return the first of ``names`` whose form the tokens hold."""
    longest = max(len(parts) for parts in names)
    for token in sorted(set(tokens), key=lambda token: token.i):
        for size in range(longest, 0, -1):
            words = token.doc[token.i : token.i + size]
            name = names.get(tuple(w.lower_ for w in words))
            if name is not None:
                return name
    return None


def said_on(
    sentence: Sentence, spots: Iterable[int], lexicon: Lexicon
) -> Iterator[tuple[Token, Token, str]]:
    """Yield ``(preposition, platform, name)`` where somebody says or writes on a platform."""
    verbs = lexicon.among("says")
    for spot in spots:
        token = sentence.words[spot - sentence.tokens.start]
        if token.i == sentence.tokens.start or token.nbor(-1).lower_ not in lexicon.among(
            "platform_links"
        ):
            continue
        name = platform_in([token], lexicon)
        above = saying(token) if name else None
        if name and above is not None and above.lemma_.lower() in verbs:
            yield token.nbor(-1), token, name


def saying(token: Token) -> Token | None:
    """Return the verb on which a medium or platform hangs, directly or by the verb's subject.

    ("wrote the mayor on Twitter": pipelines hang the platform on the mayor.)
    """
    above = governor(token)
    if above is not None and above.pos_ in NOMINAL and above.i < token.i:
        above = governor(above)
    return above if above is not None and above.pos_ == "VERB" else None
