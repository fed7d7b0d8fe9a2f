"""What the words of a statement tell of it: direct, mixed or indirect; hedged or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.model import StatementKind
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.stances import stances
from recoupe.reading.attributions.syntax import is_finite
from recoupe.reading.tokens import Token


def kind_of(finding: Finding, page: Page) -> StatementKind:
    """Return ``direct`` where every word is quoted, ``mixed`` where some are, else ``indirect``."""
    quoted = unquoted = False
    for start, end in finding.content:
        for token in page.parse.words_in(start, end):
            if token.is_punct or token.is_space:
                continue
            inside = page.quote_of[token.i] >= 0
            quoted, unquoted = quoted or inside, unquoted or not inside
    if quoted:
        return "mixed" if unquoted else "direct"
    return "indirect"


def is_hedged(finding: Finding, page: Page, lex: Lexicon) -> bool:
    """Whether the text marks the content as not verified: a word of doubt, or the mood of doubt.

    Inside quotation marks words are the speaker's own, and no hedge of the text. Behind a cue in
    the past the mood is that of a future seen from there ("a annoncé qu'elle ouvrirait"), unless
    its verb is in the past as well ("a annoncé qu'elle aurait fui").
    """
    words = list(_unquoted(page, finding.content))
    cue = list(_unquoted(page, (finding.cue,))) if finding.cue is not None else []
    if any(_is_hedge(token, lex) for token in (*words, *cue)):
        return True
    mood = lex.words.hedging_mood
    supposing = stances(page.parse.pack).words.supposing
    if not mood or any(token.lemma_.lower() in supposing for token in words):
        return False
    if any(_doubts(page, token, finding, lex) for token in cue):
        return True
    future = _of_a_future(finding, cue)
    return any(
        _doubts(page, token, finding, lex) and (not future or _compound(token)) for token in words
    )


_OF_THE_FUTURE: Final = frozenset({"promises", "demands", "questions"})


def _of_a_future(finding: Finding, cue: list[Token]) -> bool:
    """Whether the mood may be that of a future: promised or asked for, or seen from the past."""
    if finding.cue is None:
        return False
    verbs = [token for token in cue if token.pos_ in {"VERB", "AUX"}]
    past = any({"Past", "Imp"} & set(token.morph.get("Tense", [])) for token in verbs)
    past = past or (bool(verbs) and not any(is_finite(token) for token in verbs))
    return finding.stance in _OF_THE_FUTURE or (past and finding.start >= finding.cue[0])


def _unquoted(page: Page, places: tuple[Place, ...]) -> Iterator[Token]:
    for place in places:
        yield from (t for t in page.parse.words_in(*place) if page.quote_of[t.i] < 0)


def _is_hedge(token: Token, lex: Lexicon) -> bool:
    return token.lemma_.lower() in lex.hedges or token.lower_ in lex.hedges


def _doubts(page: Page, token: Token, finding: Finding, lex: Lexicon) -> bool:
    """Whether a verb is in the mood of doubt, and not one of duty, wish or bare possibility."""
    if lex.words.hedging_mood not in token.morph.get("Mood", []):
        return False
    words = stances(page.parse.pack).words
    lemmas = {token.lemma_.lower()}
    if _compound(token):
        lemmas.add(token.head.lemma_.lower())
    if lemmas & set(words.possible):
        return _by_preposition(page, finding, lex)
    return not lemmas & set(words.unhedged)


def _compound(token: Token) -> bool:
    """Whether a verb lends its mood to a participle that tells of the past."""
    return token.dep_ == "aux:tense" and "Part" in token.head.morph.get("VerbForm", [])


def _by_preposition(page: Page, finding: Finding, lex: Lexicon) -> bool:
    """Whether a preposition gives the statement to its source ("selon")."""
    if finding.cue is None:
        return False
    first = page.parse.words_in(*finding.cue)[0]
    return any(not cues.weak for _, cues in lex.phrases.get(first.lower_, ()))
