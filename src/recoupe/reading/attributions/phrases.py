"""Statements that a preposition gives to its source: "selon X", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.languages.cues import PhraseCues
from recoupe.reading.attributions.appositions import whole_source
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.nominal import Tokens, phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.stretches import past_adverb, place, without_aside
from recoupe.reading.attributions.syntax import is_finite
from recoupe.reading.tokens import Token

_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_STOPS: Final = frozenset({",", ".", ";", ":", ")"})
_ENDS: Final = frozenset(".?!…;:")


def find_by_phrases(page: Page, passage: Passage, lex: Lexicon) -> Iterator[Finding]:
    """Yield the statements of a passage that stand beside such a preposition."""
    cues = tuple(_cues(page, passage, lex))
    sure = [cue for cue, entry in cues if not entry.weak]
    for cue, entry in cues:
        before = next((other for other in reversed(sure) if other[0] < cue[0]), None)
        after = next((other[0] for other in sure if other[0] > cue[0]), passage.last)
        found = _beside(page, (passage, before, after), cue, entry, lex)
        if found is not None:
            yield found


def _cues(page: Page, passage: Passage, lex: Lexicon) -> Iterator[tuple[Tokens, PhraseCues]]:
    for at in range(passage.first, passage.last):
        if page.quote_of[at] >= 0:
            continue
        for parts, cues in lex.phrases.get(page.doc[at].lower_, ()):
            words = tuple(token.lower_ for token in page.doc[at : at + len(parts)])
            if words == parts:
                yield (at, at + len(parts)), cues
                break


_Room = tuple[Passage, Tokens | None, int]
"""A passage, the phrase before the one read there, and where the next one begins."""


def _beside(page: Page, room: _Room, cue: Tokens, cues: PhraseCues, lex: Lexicon) -> Finding | None:
    passage = room[0]
    relative = cue[1] < passage.last and page.doc[cue[1]].lower_ in lex.words.relatives
    if relative:
        source, pieces = _relative(page, passage, cue, lex)
    else:
        source = _source(page, passage, cue[1], lex)
        pieces = _vouched(page, room, (cue[0], source[1]), lex) if source is not None else ()
    if source is None:
        return None
    if cues.weak and not _weak_holds(page, passage, cue[0], pieces):
        return None
    content = tuple(p for piece in pieces if (p := place(page, *piece)) is not None)
    if not content:
        return None
    return Finding(
        content=content,
        cue=(page.start(cue[0]), page.end(cue[1] - 1)),
        source=(page.start(source[0]), page.end(source[1] - 1)),
        pattern="phrase-weak" if cues.weak else "phrase",
    )


def _vouched(page: Page, room: _Room, clause: Tokens, lex: Lexicon) -> tuple[Tokens, ...]:
    """Return what a source vouches for: its own clause, where others have theirs beside it."""
    passage, before, after = room
    sentence = _sentence(page, passage, clause[0])
    if bracketed(page, clause):
        return _before_bracket(page, passage, clause)
    pieces = words_beside(page, passage, clause, lex)
    if before is not None and sentence[0] <= before[0]:
        source = _source(page, passage, before[1], lex)
        edge = before[1] if source is None else source[1]
        pieces = tuple((max(first, edge), last) for first, last in pieces if last > edge)
    if pieces and after < sentence[1]:
        behind = tuple(piece for piece in pieces if piece[0] >= clause[1])
        pieces = pieces[:1] if pieces != behind else _up_to(page, behind, after)
    return tuple(_unjoined(page, piece) for piece in pieces)


def _unjoined(page: Page, piece: Tokens) -> Tokens:
    first, last = piece
    while first < last and (
        page.doc[first].pos_ in {"CCONJ", "SPACE"} or page.doc[first].text == ","
    ):
        first += 1
    return first, last


def _up_to(page: Page, pieces: tuple[Tokens, ...], next_cue: int) -> tuple[Tokens, ...]:
    """Cut words behind "selon X" at the comma before the words of the next source."""
    (first, last), *_ = pieces
    commas = [at for at in range(first + 1, min(next_cue, last)) if page.doc[at].text in {",", ";"}]
    return ((first, commas[-1]),) if commas else pieces


def bracketed(page: Page, clause: Tokens) -> bool:
    """Whether a clause is all there is between two brackets."""
    first, last = clause
    return (
        first > 0
        and last < len(page.doc)
        and page.doc[first - 1].text == "("
        and page.doc[last].text == ")"
    )


def _before_bracket(page: Page, passage: Passage, clause: Tokens) -> tuple[Tokens, ...]:
    """Return the number with its noun before "(selon X)", else the clause that the bracket ends."""
    end = clause[0] - 1
    noun = end
    while noun > passage.first and page.doc[noun - 1].pos_ in _COUNTED:
        noun -= 1
    start = noun
    while start > passage.first and not _parts(page, start - 1):
        start -= 1
    verbal = any(is_finite(token) for token in page.doc[start:end])
    if not verbal and any(_numeral(token) for token in page.doc[noun:end]):
        start = _with_setting(page, passage, start)
        at = clause[1] + 1
        while at < passage.last and not _parts(page, at):
            at += 1
        return (start, end), (clause[1] + 1, at)
    counted = next((t.i for t in page.doc[noun:end] if _numeral(t) or t.pos_ == "DET"), None)
    numbers = any(_numeral(token) for token in page.doc[noun:end])
    return ((counted, end),) if numbers and counted is not None else ((start, end),)


def _with_setting(page: Page, passage: Passage, start: int) -> int:
    """Return where the place or time begins that opens the sentence ("À Nice, …")."""
    at = start - 1
    while at > passage.first and not _parts(page, at - 1):
        at -= 1
    opens = at == passage.first or (at > passage.first and page.doc[at - 1].text != ",")
    return at if opens and at < start and page.doc[at].pos_ == "ADP" else start


def _numeral(token: Token) -> bool:
    return token.pos_ == "NUM" or token.text[0].isdigit()


def _parts(page: Page, at: int) -> bool:
    return page.doc[at].text in _STOPS or page.doc[at].text[-1] in _ENDS


_COUNTED: Final = frozenset({"DET", "NUM", "NOUN", "ADJ", "ADV", "PROPN"})


def _relative(
    page: Page, passage: Passage, cue: Tokens, lex: Lexicon
) -> tuple[Tokens | None, tuple[Tokens, ...]]:
    """Return the antecedent and the clause of "…, selon laquelle …", "…, pour qui …"."""
    noun = cue[0] - 1
    while noun > passage.first and page.doc[noun].pos_ in {"PUNCT", "SPACE", "ADJ"}:
        noun -= 1
    if page.doc[noun].pos_ not in _NOUNS or page.quote_of[noun] >= 0:
        return None, ()
    head = page.doc[noun]
    while head.dep_ in {"appos", "flat:name", "nmod", "compound", "pobj", "prep"}:
        head = head.head
    source = phrase(page, head, lex)
    if head.i > noun or not source[0] <= noun < source[1]:
        source = phrase(page, page.doc[noun], lex)
    first = cue[1] + 1
    at = first
    while at < passage.last and not (page.quote_of[at] < 0 and page.doc[at].text in _STOPS):
        at += 1
    return source, ((first, at),) if first < at else ()


def _source(page: Page, passage: Passage, at: int, lex: Lexicon) -> Tokens | None:
    for token in page.doc[at : min(passage.last, at + 6)]:
        if token.text in _STOPS or token.pos_ in {"VERB", "SCONJ"}:
            return None
        if token.pos_ == "PRON":
            return at, token.i + 1
        if token.pos_ in _NOUNS:
            if token.lemma_.lower() in lex.times:
                return None
            last = phrase(page, _head(token), lex)[1]
            last = max(last, token.i + 1)
            while last < passage.last and _hyphened(page, last):
                last += 1
            found = at, min(_at_comma(page, token.i + 1, last), passage.last)
            return whole_source(page, passage, found, (at, at), lex)
    return None


def _hyphened(page: Page, at: int) -> bool:
    """Whether a hyphen ties a token to the one before it ("la Croix-Rouge")."""
    return page.doc[at].text.startswith("-") or page.doc[at - 1].text == "-"


def _at_comma(page: Page, first: int, last: int) -> int:
    """Return where a source ends: at its first comma, unless a name in apposition follows."""
    for at in range(first, last):
        if page.doc[at].text in {",", "(", ")", ":"}:
            named = any(token.pos_ == "PROPN" for token in page.doc[at + 1 : last])
            return last if named and page.doc[at].text == "," else at
    return last


def _head(token: Token) -> Token:
    """Return the head of the noun phrase that begins at ``at``, as the parse sees it."""
    while token.head.i > token.i and token.head.pos_ in _NOUNS and token.dep_ != "nsubj":
        token = token.head
    return token


def words_beside(page: Page, passage: Passage, clause: Tokens, lex: Lexicon) -> tuple[Tokens, ...]:
    """Return the words of a sentence around, behind or before a clause that tells their source."""
    first, last = clause
    start, end = _sentence(page, passage, first)
    at = last
    while at < end and page.doc[at].is_space:
        at += 1
    opens = not any(page.doc[i].is_alpha for i in range(start, first))
    if not opens and not _leads(page, start, first):
        return _surrounding(
            page,
            (past_adverb(page, without_aside(page, start, first, lex), first), end),
            (first, at),
        )
    return ((at, end),) if at < end else ()


def _leads(page: Page, start: int, first: int) -> bool:
    """Whether only a connecting word or two stands before ("Toutefois, selon X, …")."""
    words = [token for token in page.doc[start:first] if token.is_alpha]
    return len(words) <= 2 and all(t.pos_ in {"CCONJ", "ADV", "SCONJ"} for t in words)


def _surrounding(page: Page, sentence: Tokens, clause: Tokens) -> tuple[Tokens, ...]:
    start = sentence[0]
    while start < clause[0] and page.doc[start].pos_ == "CCONJ":
        start += 1
    left = (start, clause[0])
    after = clause[1]
    if after < sentence[1] and page.doc[after].text == "," and _goes_on(page, after, sentence[1]):
        return left, (after, sentence[1])
    return (left,)


def _goes_on(page: Page, after: int, end: int) -> bool:
    """Whether the clause cut by ", selon X," goes on behind it."""
    return any(t.pos_ in {"VERB", "AUX"} and is_finite(t) for t in page.doc[after:end])


def _sentence(page: Page, passage: Passage, at: int) -> Tokens:
    """Return the sentence, or the brackets, around a token, by its unquoted stops."""
    first = last = at
    while first > passage.first and not _stops(page, first - 1, "("):
        first -= 1
    while last < passage.last and not _stops(page, last, ")") and page.doc[last].text != "(":
        last += 1
    if first > passage.first and page.doc[first - 1].text == "(":
        commas = [i for i in range(first, at - 1) if page.doc[i].text in {",", ";"}]
        first = commas[-1] + 1 if commas else first
    return first, last


def _stops(page: Page, at: int, bracket: str) -> bool:
    if page.doc[at].text == bracket:
        return True
    return page.quote_of[at] < 0 and page.doc[at].text[-1] in _ENDS and not page.doc[at].is_alpha


def _weak_holds(page: Page, passage: Passage, first: int, pieces: tuple[Tokens, ...]) -> bool:
    """Whether a preposition of many meanings is set off and stands beside quoted words."""
    leads = first == passage.first or page.doc[first - 1].text in {",", ".", "!", "?", "…"}
    return leads and any(page.quote_of[i] >= 0 for piece in pieces for i in range(*piece))
