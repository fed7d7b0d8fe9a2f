"""What the words of a source say: which of the mentions in them is the one that speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.languages.naming import Gender, Number
from recoupe.model import Span
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.entities.lexicon import Lexicon, folded, number_of, small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.entities.phrases import head_of
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Source:
    """A source read: the places of the mentions that speak, or else its ``words`` alone.

    ``relative`` and ``again`` say that it points back: by a relative pronoun, or by words such as
    "the latter" and "the same source" (``person`` tells these apart). ``nearest`` says that it
    means whom the words just before it name ("ces derniers", of ``gender`` and ``number``), and
    ``noun`` is the noun of "this source", which means the last one called so.
    """

    words: Span
    mentions: tuple[int, ...] = ()
    relative: bool = False
    again: bool = False
    person: bool = False
    gender: Gender | None = None
    nearest: bool = False
    number: Number = "s"
    noun: str | None = None

    @property
    def points_back(self) -> bool:
        """Whether the source has no words of its own that tell who it is."""
        return self.relative or self.again or self.nearest or self.noun is not None


def read_source(parse: Parse, chains: Chains, span: Span, inside: list[int]) -> Source:
    """Return what the source ``span`` says; ``inside`` are the places of mentions in it."""
    words = chains.words
    at = parse.overlap(span.start, span.end)
    said = parse.words[slice(*at)]
    back = _back(span, said, words)
    if back is not None:
        return back
    inside = [i for i in inside if not _is_credit(parse.words, chains.mentions[i], words)]
    free = [i for i in inside if _is_free(parse.words, chains.mentions[i], span, words)]
    speaking = _named_last(parse.words, chains, free, at) or _speaking(
        parse.words, chains, free, at
    )
    if speaking:
        return Source(span, mentions=speaking)
    issuer = _issuer(parse.words, chains, inside, said)
    if issuer is not None:
        return Source(span, mentions=(issuer,))
    return Source(span)


def _back(span: Span, tokens: Sequence[Token], words: Lexicon) -> Source | None:
    """Return a source that only points back: "who", "the same source", "this source"."""
    texts = [folded(token.text) for token in tokens]
    smalls = [small(token.text) for token in tokens]
    if len(smalls) == 1 and smalls[0] in words.relatives:
        return Source(span, relative=True)
    if words.same & set(smalls[:2]):
        return Source(span, again=True)
    alone = len(texts) < 5 or not tokens[2].text[0].isalnum()
    if alone and words.anaphors & set(texts[:3]):
        return Source(span, again=True, person=True, gender=_gender(tokens, words))
    return _pointing(span, tokens, words)


def _pointing(span: Span, tokens: Sequence[Token], words: Lexicon) -> Source | None:
    """Return a source that is a determiner and one word that points back: "ce dernier"."""
    said = [token for token in tokens if token.text[0].isalnum()]
    if len(said) != 2 or small(said[0].text) not in words.determiners:
        return None
    kind, gender = words.determiners[small(said[0].text)]
    noun = folded(said[1].text)
    if noun in words.latter:
        number = number_of(said[1].morph.get("Number", []))
        return Source(span, nearest=True, gender=gender, number=number)
    known = words.nouns.get((noun,))
    if kind == "demonstrative" and known is not None and known.kind in {"group", "document"}:
        return Source(span, noun=noun)
    return None


def _gender(tokens: Sequence[Token], words: Lexicon) -> Gender | None:
    for token in tokens:
        text = folded(token.text)
        if text in words.masculine:
            return "m"
        if text in words.feminine or text.endswith("ee"):
            return "f"
        known = words.determiners.get(small(token.text))
        if known is not None and known[1] is not None:
            return known[1]
    return None


def _is_free(doc: Sequence[Token], mention: Mention, span: Span, words: Lexicon) -> bool:
    """Whether a mention hangs on no other noun of the source."""
    at = mention.first
    if doc[at].idx <= span.start:
        return True
    contracted = small(doc[at].text) in words.naming.contractions
    if contracted:
        return False
    at -= 1
    while doc[at].idx > span.start and small(doc[at].text) in words.determiners:
        if small(doc[at].text) in words.naming.contractions:
            return False
        at -= 1
    mark = words.naming.possessive_mark
    after = doc[mention.last].text if mention.last < len(doc) else ""
    if mark and after == mark and doc[mention.last].idx < span.end - len(mark):
        return False
    return small(doc[at].text) not in words.links


def _is_credit(doc: Sequence[Token], mention: Mention, words: Lexicon) -> bool:
    """Whether an outlet stands in a picture's credit run into the source: "REUTERS/X, officials".

    Pipelines make one token of the two, or three.
    """
    if not any(key in words.outlets for key in (mention.key, mention.key[:1])):
        return False
    stroke = mention.last < len(doc) and doc[mention.last].text[0] == "/"
    return stroke or "/" in doc[mention.last - 1].text


def _named_last(
    doc: Sequence[Token], chains: Chains, free: list[int], at: tuple[int, int]
) -> tuple[int, ...]:
    """Return the body whose name ends a source right behind what it is: "another group the LCC".

    No comma parts the two in texts that lost theirs. What a preposition or a possessive mark ties
    to the noun before, or what narrows another noun down, is no such name.
    """
    if not free or not chains.words.naming.head_last:
        return ()
    place = free[-1]
    name, owner = chains.mentions[place], chains.owner[place]
    if name.kind != "name" or name.last != at[1] or owner is None:
        return ()
    before = doc[at[0] : name.first]
    while before and small(before[-1].text) in chains.words.determiners:
        before = before[:-1]
    texts = [small(token.text) for token in before]
    apart = {*chains.words.links, *chains.words.joins, chains.words.naming.possessive_mark, ","}
    noun = bool(before) and before[-1].pos_ == "NOUN" and not apart & set(texts)
    return (place,) if noun and chains.kind(owner) != "person" else ()


def _speaking(
    doc: Sequence[Token], chains: Chains, free: list[int], at: tuple[int, int]
) -> tuple[int, ...]:
    """Return the mention that speaks, or several where the source lists them.

    It holds the head of the source; with the head in none, the source is somebody's people or
    words and not that somebody ("Girard aides").
    """
    head = head_of(doc, *at).i
    heads = [i for i in free if chains.mentions[i].first <= head < chains.mentions[i].last]
    titled = folded(doc[head].text) in chains.words.titles  # "Sens. A and B"
    noun = doc[head].pos_ in {"NOUN", "PROPN"} and not titled
    if chains.words.naming.head_last and not heads and noun:
        return ()
    people = [i for i in heads or free if _is_person_name(chains, i)]
    people = people or [i for i in free if not heads and _is_person_name(chains, i)]
    if people:
        return _listed(doc, chains, people, free)
    free = [i for i in free if chains.mentions[i].kind != "pronoun"]
    if not free:
        return ()
    first = chains.mentions[free[0]]
    lead = doc[at[0] : first.first] if free[0] not in heads else ()
    if any(token.pos_ in {"NOUN", "PROPN", "PRON", "VERB"} for token in lead):
        return ()
    return _listed(doc, chains, free[:1], free)


def _is_person_name(chains: Chains, place: int) -> bool:
    owner = chains.owner[place]
    named = chains.mentions[place].kind == "name"
    return named and owner is not None and chains.kind(owner) == "person"


def _listed(
    doc: Sequence[Token], chains: Chains, found: list[int], free: list[int]
) -> tuple[int, ...]:
    """Return ``found[0]`` with the mentions that a conjunction sets beside it."""
    kept = [found[0]]
    for place in free:
        mention = chains.mentions[place]
        last = chains.mentions[kept[-1]]
        if mention.first <= last.last or chains.owner[place] == chains.owner[kept[-1]]:
            continue
        between = _unbracketed(doc[last.last : mention.first])
        if between & chains.words.joins and len(between) <= 3:
            kept.append(place)
    return tuple(kept)


def _unbracketed(tokens: Sequence[Token]) -> set[str]:
    """Return the words outside brackets: a party and state may stand behind a name there."""
    found: set[str] = set()
    depth = 0
    for token in tokens:
        if "(" in token.text:
            depth += 1
        if not depth:
            found.add(small(token.text))
        if ")" in token.text:
            depth = max(0, depth - 1)
    return found


def _issuer(
    doc: Sequence[Token], chains: Chains, inside: list[int], tokens: Sequence[Token]
) -> int | None:
    """Return who issued the document that the source names: "le décompte du ministère"."""
    words = chains.words
    noun = next((t.i for t in tokens[:3] if folded(t.text) in words.documents), None)
    if noun is None:
        return None
    for place in inside:
        mention = chains.mentions[place]
        between = [t for t in doc[noun + 1 : mention.first] if t.pos_ not in {"ADJ", "ADV"}]
        owner = chains.owner[place]
        if mention.first <= noun or owner is None or any(t.pos_ == "VERB" for t in between):
            continue
        if chains.kind(owner) in {"organisation", "person", "medium"}:
            return place
    return None
