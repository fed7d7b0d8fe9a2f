"""Whom a source has it from: in "X, citing two officials", the officials' words are within X's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache
from itertools import accumulate, islice
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.relaying import RelayWords
from recoupe.model import Span
from recoupe.reading.drafts import Attribution
from recoupe.reading.entities import Cast
from recoupe.reading.entities.lexicon import Lexicon, folded, lexicon, small
from recoupe.reading.entities.phrases import head_of
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token

_REACH: Final = 8
"""Tokens behind a source or its cue within which it says whom it has it from."""

_LONGEST: Final = 14
"""Tokens of the longest source that is cited; longer ones are clauses misread."""

_CLAUSE: Final = 12
"""Code points of what may open a content only because a clause about its source was taken in:
"which also | cites"."""

_TRUST: Final = 0.5
"""Confidence of a statement that is known only as cited; that of the one citing it is the most."""

_CHARS: Final = 400
"""Code points in which these tokens are looked for."""

_LOOSE_ENDS: Final = frozenset({"ADP", "DET", "CCONJ", "ADV", "SPACE"})


@cache
def relay_words(pack: Pack) -> RelayWords:
    """Return the pack's words for passing on."""
    return pack.table("relaying", RelayWords)


@cache
def _phrases(pack: Pack) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases that cite as words, by their first word, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in relay_words(pack).citing:
        words = tuple(small(phrase).replace("'", "' ").split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return {first: tuple(sorted(them, key=len, reverse=True)) for first, them in found.items()}


def with_cited(
    parse: Parse, cast: Cast, drafts: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """Return the drafts in order, and behind each the statement of the one that its source cites.

    That statement has the same content, and is within the one citing it.
    """
    citing = _Citing(parse, cast, drafts)
    cited = [citing.cited(draft) for draft in drafts]
    before = accumulate((bool(inner and inner.content) for inner in cited), initial=0)
    places = [at + shift for at, shift in enumerate(islice(before, len(drafts)))]
    result: list[Attribution] = []
    for at, draft in enumerate(drafts):
        inner = cited[at]
        if inner is None or not inner.content:
            result.append(_moved(draft, places))
            continue
        result.append(replace(_moved(draft, places), content=inner.content))
        result.append(replace(inner, within=places[at]))
    return tuple(result)


def without(parse: Parse, content: tuple[Span, ...], source: Span) -> tuple[Span, ...]:
    """Return the content without a clause about its source that opens it, up to ``source``."""
    kept: list[Span] = []
    for span in content:
        if not span.start <= source.start < span.end:
            kept.append(span)
            continue
        rest = parse.article.text[source.end : span.end]
        start = source.end + len(rest) - len(rest.lstrip(" ,;"))
        trimmed = parse.article.trimmed(start, span.end) if start < span.end else None
        kept.extend((trimmed,) if trimmed is not None else ())
    return tuple(kept)


def _moved(draft: Attribution, places: list[int]) -> Attribution:
    within, follows = draft.within, draft.follows
    return replace(
        draft,
        within=None if within is None else places[within],
        follows=None if follows is None else places[follows],
    )


class _Citing:
    """Looks behind each draft's source; knows the words that are some draft's cue already."""

    def __init__(self, parse: Parse, cast: Cast, drafts: tuple[Attribution, ...]) -> None:
        self.parse = parse
        self.mentions = cast.mentions
        self.words: Lexicon = lexicon(parse.pack)
        self._starts = [mention.start for mention in cast.mentions]
        self._cues = {
            token.i
            for draft in drafts
            for span in draft.cue
            for token in parse.words_in(span.start, span.end)
        }

    def cited(self, draft: Attribution) -> Attribution | None:
        """Return the statement of the one whom the source of ``draft`` has it from, if it says."""
        if not draft.source:
            return None
        for anchor in sorted({span.end for span in (*draft.source[-1:], *draft.cue[-1:])}):
            found = self._behind(anchor, draft)
            if found is not None:
                cue, source = found
                return replace(
                    draft,
                    content=without(self.parse, draft.content, source),
                    cue=(cue,),
                    source=(source,),
                    stance="asserts",
                    follows=None,
                    confidence=min(_TRUST, draft.confidence),
                )
        return None

    def _behind(self, anchor: int, draft: Attribution) -> tuple[Span, Span] | None:
        """Return the words that cite and those cited, where the first stand near ``anchor``."""
        for token in self.parse.words_in(anchor, anchor + _CHARS)[:_REACH]:
            said = any(s.start + _CLAUSE <= token.idx < s.end for s in draft.content)
            if said or (token.is_sent_start and token.idx > anchor):
                return None
            size = self._opens(token)
            if size:
                return self._read(token.i, token.i + size)
            if token.pos_ in {"VERB", "AUX"} or token.is_quote:
                return None
        return None

    def _opens(self, token: Token) -> int:
        """Return how many tokens of a phrase that cites begin with ``token``, 0 for none.

        A finite verb is the source's own only behind a relative pronoun.
        """
        doc = self.parse.words
        for words in _phrases(self.parse.pack).get(small(token.text), ()):
            tokens = doc[token.i : token.i + len(words)]
            if tuple(small(each.text) for each in tokens) != words:
                continue
            relative = token.i > 0 and small(doc[token.i - 1].text) in self.words.relatives
            finite = any("Fin" in each.morph.get("VerbForm", []) for each in tokens)
            past = "Past" in token.morph.get("Tense", [])
            taken = any(each.i in self._cues for each in tokens)
            if not taken and (relative or not (finite or past)):
                return len(words)
        return 0

    def _read(self, first: int, after: int) -> tuple[Span, Span] | None:
        doc, naming = self.parse.words, self.words.naming
        if after < len(doc) and small(doc[after].text) in self.words.links:
            after += small(doc[after].text) not in naming.contractions
        last = after
        while last < min(len(doc), after + _LONGEST) and not self._ends(doc[last], after):
            last += 1
        while last > after and doc[last - 1].pos_ in _LOOSE_ENDS:
            last -= 1
        if not self._is_party(after, last):
            return None
        span, words = self.parse.span, self.parse.stretch
        return span(words(first, after)), span(words(after, last))

    def _ends(self, token: Token, first: int) -> bool:
        """Whether the words cited stop before ``token``."""
        return bool(
            (token.is_punct and token.text != "-")
            or token.pos_ in {"VERB", "AUX", "SCONJ"}
            or small(token.text) in self.words.relatives
            or (token.is_sent_start and token.i > first)
        )

    def _is_party(self, first: int, last: int) -> bool:
        """Whether tokens ``[first, last)`` name somebody, and not a reason ("citing the cold")."""
        if first >= last:
            return False
        doc = self.parse.words
        head = head_of(doc, first, last)
        if (folded(head.text),) in self.words.nouns:
            return True
        at = bisect_left(self._starts, doc[first].idx)
        end = doc[last - 1].idx + 1
        for mention in self.mentions[at : bisect_left(self._starts, end)]:
            if mention.kind != "pronoun" and mention.first <= head.i < mention.last:
                return True
        return False
