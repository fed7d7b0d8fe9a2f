"""Evidence: from the nouns for media in every sentence to one record for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recoupe.model import Entity, Evidence, Reader, Span, content_id
from recoupe.reading.evidence.details import publisher, sayer_on, shown
from recoupe.reading.evidence.finding import Found, found, said_on, saying
from recoupe.reading.evidence.lexicon import Lexicon, lexicon
from recoupe.reading.evidence.links import Leaning, Range, tied
from recoupe.reading.mentioned import Mentioned
from recoupe.reading.parse import Parse, Sentence
from recoupe.reading.spotting import spotted
from recoupe.reading.tokens import Token

READER: Final = Reader(reader="evidence", name="rules", version="2")

_URL: Final = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t\.me/)[^\s<>\"'«»“”()\[\]]{2,2000}"
)
_BEFORE: Final = frozenset({"det", "amod", "nummod", "compound", "poss", "nmod:poss", "advmod"})
"""Relations of the words before a noun that belong to its naming."""


def read_evidence(parse: Parse, entities: tuple[Entity, ...]) -> tuple[Evidence, ...]:
    """Return what the article leans on, in order: one record for each naming of it.

    A medium counts where the text shows that it leans on it (it shows something, was published,
    was seen by somebody, is quoted from); the word alone is not enough.
    """
    words = lexicon(parse.pack)
    mentioned = Mentioned(parse, entities)
    leanings = [
        leaning
        for sentence, spots in spotted(parse, words.spots)
        for leaning in _in_sentence(sentence, spots, parse, mentioned, words)
    ]
    return tied(leanings, parse.article)


def _in_sentence(
    sentence: Sentence, spots: Sequence[int], parse: Parse, mentioned: Mentioned, words: Lexicon
) -> Iterator[Leaning]:
    whole = sentence.start, sentence.end
    url = _url(sentence, parse)
    leanings = [
        Leaning(_record(hit, url, parse, mentioned, words), tuple(_near(hit)), whole)
        for hit in found(sentence, spots, words)
    ]
    known = {leaning.record.published_on for leaning in leanings}
    for link, platform, name in said_on(sentence, spots, words):
        if name not in known:
            known.add(name)
            owner = sayer_on(platform, mentioned, words)
            span = parse.span(parse.stretch(link.i, platform.i + 1))
            verb = saying(platform)
            near = () if verb is None else (_stretch(verb, verb),)
            leanings.append(Leaning(_post(span, name, owner, url, parse), near, whole))
    yield from sorted(leanings, key=lambda leaning: leaning.record.span)


def _near(hit: Found) -> Iterator[Range]:
    """Yield the verbs that a medium is tied to, those that hang on it with what hangs on them."""
    for verb in hit.verbs:
        if verb.head == hit.noun and verb.i > hit.last:
            yield _stretch(verb.left_edge, verb.right_edge)
        else:
            yield _stretch(verb, verb)


def _stretch(first: Token, last: Token) -> Range:
    return first.idx, last.idx + len(last)


def _record(
    hit: Found, url: str | None, parse: Parse, mentioned: Mentioned, words: Lexicon
) -> Evidence:
    span = _naming(hit, parse, words)
    owner = publisher(hit, mentioned, words)
    return Evidence(
        id=content_id("evidence", parse.article.id, f"{span.start}-{span.end}"),
        span=span,
        medium=hit.medium,
        made_with=hit.made_with,
        published_on=hit.platform,
        publisher=None if owner is None else owner.id,
        url=None if hit.medium == "witness" else url,
        shows=shown(hit, parse, words),
    )


def _naming(hit: Found, parse: Parse, words: Lexicon) -> Span:
    """Return the noun with what stands before it and the adjectives and makers right after it.

    A participle that says that something is evidence ("intercepted") is one, if it is alone.
    """
    first, last = hit.first, hit.last
    left = [c.left_edge.i for c in hit.noun.children if c.i < first and c.dep_ in _BEFORE]
    first = min([first, *left])
    for child in sorted(hit.noun.children, key=lambda c: c.i):
        if child.i <= last:
            continue
        made = hit.made_with is not None and child.dep_ == "nmod" and child.i - last <= 3
        alone = child.left_edge == child == child.right_edge
        said = alone and child.dep_ == "acl" and child.lower_ in words.among("qualities")
        if child.left_edge.i == last + 1 and (child.dep_ == "amod" or made or said):
            last = child.i
    return parse.span(parse.stretch(first, last + 1))


def _post(
    span: Span, platform: str, owner: Entity | None, url: str | None, parse: Parse
) -> Evidence:
    """Return what somebody says on a platform where no noun names the post ("wrote on X")."""
    return Evidence(
        id=content_id("evidence", parse.article.id, f"{span.start}-{span.end}"),
        span=span,
        medium="post",
        made_with=None,
        published_on=platform,
        publisher=None if owner is None else owner.id,
        url=url,
        shows=None,
    )


def _url(sentence: Sentence, parse: Parse) -> str | None:
    """Return the address that the sentence states, without the punctuation after it."""
    match = _URL.search(parse.article.text, sentence.start, sentence.end)
    return match.group().rstrip(".,;:!?…") if match else None
