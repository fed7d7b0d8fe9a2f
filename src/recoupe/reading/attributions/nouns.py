"""Statements that a noun reports: "un appel à …", "the claim that …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.languages.cues import NounCues
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.stretches import place, whole_quote_end
from recoupe.reading.attributions.syntax import SUBJECT, child
from recoupe.reading.tokens import Token


def find_by_nouns(page: Page, passage: Passage, lex: Lexicon) -> Iterator[Finding]:
    """Yield the statements that nouns of a passage report."""
    for token in page.doc[passage.first : passage.last - 1]:
        cues = lex.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if cues is None or page.quote_of[token.i] >= 0:
            continue
        link = _link(page, passage, token, cues)
        if link is not None:
            found = _finding(page, passage, (token, link), cues, lex)
            if found is not None:
                yield found


def _link(page: Page, passage: Passage, noun: Token, cues: NounCues) -> int | None:
    """Return the token after the link between noun and content."""
    reach = _COLON_REACH if ":" in cues.links else _REACH
    between = _OF_NOUNS | {"NOUN"} if ":" in cues.links else _OF_NOUNS
    for at in range(noun.i + 1, min(noun.i + reach, passage.last)):
        for link in cues.links:
            parts = link.split()
            if [token.lower_ for token in page.doc[at : at + len(parts)]] == parts:
                return at + len(parts)
        if page.doc[at].pos_ not in between:
            return None
    return None


_REACH: Final = 4
_COLON_REACH: Final = 8
"""Tokens behind a noun in which its link stands: its owner may be between."""
_OF_NOUNS: Final = frozenset({"ADJ", "ADP", "PROPN", "DET", "SPACE"})
_PROPOSITION: Final = 3
"""Tokens of what a noun reports, at least: one word is a name of it, not what was said."""


def _finding(
    page: Page, passage: Passage, found: tuple[Token, int], cues: NounCues, lex: Lexicon
) -> Finding | None:
    noun, after = found
    last = min(max(noun.right_edge.i + 1, after + 1), passage.last)
    if page.doc[after - 1].text == ":":
        last = passage.last
    deed = _deed(page, (after, min(last + 1, passage.last))) if cues.keeps else None
    if deed is not None and deed.i > after:
        end = max(last, min(deed.right_edge.i + 1, passage.last))
        after, last = deed.i, end
    if last - after < _PROPOSITION:
        return None
    content = place(page, after, whole_quote_end(page, passage, last))
    if content is None:
        return None
    first = noun.i
    verb = noun.head
    support = noun.dep_ in {"obj", "dobj"} and verb.lemma_.lower() in lex.supports
    if support:
        first = verb.i
        while first > passage.first and page.doc[first - 1].pos_ in {"AUX", "ADV"}:
            first -= 1
    end = after if cues.keeps and after == found[1] else noun.i + 1
    return Finding(
        content=(content,),
        cue=(page.start(first), page.end(end - 1)),
        source=_source(page, noun, support, lex),
        pattern="noun",
    )


def _deed(page: Page, tokens: tuple[int, int]) -> Token | None:
    """Return the infinitive asked for of somebody ("un appel à la mairie pour rouvrir")."""
    for token in page.doc[tokens[0] : tokens[1] + _ADDRESSED]:
        if token.is_punct:
            return None
        if "Inf" in token.morph.get("VerbForm", []):
            return token
    return None


_ADDRESSED: Final = 8
"""Tokens of the party that an appeal is addressed to, at most."""


def _source(page: Page, noun: Token, support: bool, lex: Lexicon) -> Place | None:
    owner = child(noun.head, SUBJECT) if support else child(noun, frozenset({"poss"}))
    if owner is None:
        return None
    if owner.dep_ == "poss":
        first, last = phrase(page, owner, lex)
        while last > owner.i + 1 and page.doc[last - 1].tag_ == "POS":
            last -= 1
        return page.start(first), page.end(last - 1)
    first, last = phrase(page, owner, lex)
    return page.start(first), page.end(last - 1)
