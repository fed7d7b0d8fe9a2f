"""Sites: works, buildings, streets and squares, named by a common noun and a name of their own.

The gazetteer holds few of them. They are read by their noun, and put where their town is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recoupe.reading.gazetteer import fold
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.places.candidates import LABELS, Candidate, is_shouted, opens_name, starts_name
from recoupe.reading.places.lexicon import PlaceLexicon
from recoupe.reading.tokens import Token, text_of

_KINDS: Final = frozenset({"facility", "street"})
_LONGEST: Final = 6
_ABBREVIATION: Final = 4
_TO_NAME: Final = 4
_KNOWN: Final = 20_000
_BETWEEN: Final = 2
"""Words that may stand between a name and its noun: "the Northgate steel rolling mill"."""

Found = tuple[int, int, int, int]
"""First and last token of the site, and of its own name."""


def find_sites(parse: Parse, words: PlaceLexicon) -> Iterator[Candidate]:
    """Yield the sites of the article in order; their keys are their own names, folded."""
    for sentence in parse.sentences:
        if is_shouted(sentence):
            continue
        taken = sentence.tokens.start
        for at in range(sentence.tokens.start, sentence.tokens.end):
            kind = words.nouns.get(parse.words[at].lower_)
            if kind not in _KINDS or at < taken:
                continue
            found = (_after if words.noun_first else _before)(
                parse.words, at, kind, sentence, words
            )
            if found is not None and found[0] >= taken:
                taken = found[1]
                yield _candidate(parse, found, sentence, words)


def is_noun_again(token: Token, words: PlaceLexicon) -> bool:
    """Whether a site's noun stands alone and definite, so that it means one named elsewhere."""
    if token.pos_ != "NOUN" or not token.is_lower or token.i == 0:
        return False
    doc = token.doc
    if token.i + 1 < len(doc) and (starts_name(doc[token.i + 1]) or _is_named(token, words)):
        return False
    if token.morph.get("Number", []) == ["Plur"]:
        return False
    return doc[token.i - 1].lower_ in words.definite


def _is_named(noun: Token, words: PlaceLexicon) -> bool:
    """Whether a complement with a capital says which site is meant: "l'usine de la Vallée"."""
    at, doc = noun.i + 1, noun.doc
    joins = words.genitives | words.articles
    while at < len(doc) and at - noun.i <= _TO_NAME and doc[at].lower_ in joins:
        at += 1
    return at > noun.i + 1 and at < len(doc) and starts_name(doc[at])


def _candidate(parse: Parse, found: Found, sentence: Sentence, words: PlaceLexicon) -> Candidate:
    first, last, own, own_end = found
    doc = parse.words
    end = doc[last - 1].idx + len(_unstopped(doc[last - 1].text))
    whole = words.spots_of(fold(text_of(doc[first:last])))
    name = fold(_unstopped(text_of(doc[own:own_end])))
    known = words.listed(name) or tuple(s for s in whole if s.kind == "site" or s.own)
    return Candidate(
        first,
        last,
        doc[first].idx,
        end,
        name,
        known,
        "site",
        True,
        sentence,
    )


def _unstopped(text: str) -> str:
    """Return a token without the full stop of its sentence, where the tokeniser left it on."""
    return text.rstrip(".") if len(text) > _ABBREVIATION else text


def _after(
    doc: Sequence[Token], noun: int, kind: str, sentence: Sentence, words: PlaceLexicon
) -> Found | None:
    """Return the site whose noun stands before its name: "l'usine Ferrandi", "rue de Metz"."""
    start = noun + 1
    end = sentence.tokens.end
    joins = words.links | words.articles
    if start < end and doc[start].pos_ == "ADJ" and doc[start].is_lower:
        start += 1
    described = start
    while start < end and start - noun <= _TO_NAME and doc[start].text.lower() in joins:
        start += 1
    if start >= end or not opens_name(doc, start, words) or doc[start].is_punct:
        return None
    last = _until_town(doc, start, _run_end(doc, start, end, words), words)
    key = fold(text_of(doc[start:last]))
    whole = fold(text_of(doc[noun:last]))
    if words.listed(whole):
        return noun, last, start, last
    if words.never & {key, whole} or key in words.demonyms or _is_power(key, whole, words):
        return None
    proper = doc[noun].text[0].isupper() and noun > sentence.tokens.start
    if start > described and kind == "facility" and not proper and words.spots_of(key):
        return None  # "l'hôpital de Metz" names its town and has no name of its own
    return noun, last, start, last


def _is_power(key: str, whole: str, words: PlaceLexicon) -> bool:
    """Whether words name a seat of power ("place Beauvau"); "rue de Kiev" is only a street."""
    if key not in words.powers:
        return whole in words.powers
    return not any(spot.kind == "capital" for spot in words.spots_of(key))


def _until_town(doc: Sequence[Token], start: int, last: int, words: PlaceLexicon) -> int:
    """Return where the name of a site ends before its town: "Ferrandi" of "Ferrandi de Metz"."""
    for at in range(start + 1, last - 1):
        if doc[at].text.lower() in words.links and not doc[at].text[0].isupper():
            rest = words.spots_of(fold(text_of(doc[at + 1 : last])))
            if rest and (rest[0].population >= _KNOWN or rest[0].kind in {"country", "admin1"}):
                return at
    return last


def _run_end(doc: Sequence[Token], start: int, end: int, words: PlaceLexicon) -> int:
    """Return where a name that starts here ends: capitalised words and what joins them."""
    last = at = start + 1
    while at < end and at - start < _LONGEST:
        if starts_name(doc[at]):
            last = at + 1
        elif doc[at].text not in {"-", "'"} and doc[at].text.lower() not in words.inner:
            break
        at += 1
    return last


def _before(
    doc: Sequence[Token], noun: int, kind: str, sentence: Sentence, words: PlaceLexicon
) -> Found | None:
    """Return the site whose noun stands after its name: "Karlin Street", "the Ferrandi plant"."""
    if noun + 1 < sentence.tokens.end and starts_name(doc[noun + 1]):
        return None
    capital = doc[noun].text[0].isupper()
    if not capital and kind == "street":
        return None
    last = noun
    while not capital and last > sentence.tokens.start and noun - last < _BETWEEN:
        if starts_name(doc[last - 1]) or doc[last - 1].pos_ not in {"NOUN", "ADJ"}:
            break
        last -= 1
    first = _run_start(doc, last, sentence)
    if first == last:
        return None
    own = fold(text_of(doc[first:last]))
    if own in words.never or own in words.demonyms:
        return None
    if not capital and (words.spots_of(own) or LABELS.get(doc[last - 1].ent_type_) == "people"):
        return None
    return first, noun + 1, first, last


def _run_start(doc: Sequence[Token], last: int, sentence: Sentence) -> int:
    """Return where the capitalised words that end at ``last`` start."""
    first = last
    while first > sentence.tokens.start and last - first < _LONGEST:
        token = doc[first - 1]
        if not (starts_name(token) or token.text in {"'s", "-"}) or token.is_stop:
            break
        first -= 1
    while first < last and not starts_name(doc[first]):
        first += 1
    return first
