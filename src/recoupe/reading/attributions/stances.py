"""What a source does to what it says: told by the cue, and by the content where the cue does not.

One answer for every finding, whatever found it: the patterns of the rules, and the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from recoupe.languages import Pack
from recoupe.languages.cues import Complement
from recoupe.languages.stances import StanceWords
from recoupe.model import Stance
from recoupe.reading.attributions.cueing import holds
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import Entry, Lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.syntax import is_finite
from recoupe.reading.tokens import Token

_SHORT: Final = 12
"""Words of a slogan, at most: in a longer content a word of blame or demand is one among many."""
_OPENING: Final = 4
"""Tokens of a content in which its infinitive, or the noun that is its object, stands."""
_GOES_ON: Final = 400
"""Code points behind a denial within which a quotation with no cue may go on with it."""
_MARKS: Final = " \t\n\u00a0\u202f\"'«»“”„-–—…:.["


@dataclass(frozen=True, slots=True)
class Stances:
    """The tables of a pack, compiled: by lemma, and by one expression for all of a stance's."""

    words: StanceWords
    plain: dict[str, Stance]
    negated: dict[str, Stance]
    openings: tuple[tuple[Stance, re.Pattern[str]], ...]
    signs: tuple[tuple[Stance, re.Pattern[str]], ...]
    asking: re.Pattern[str]
    negative: re.Pattern[str]
    future: re.Pattern[str]
    own_future: re.Pattern[str]


@cache
def stances(pack: Pack) -> Stances:
    """Return the compiled stances of a pack."""
    words = pack.table("stances", StanceWords)
    return Stances(
        words=words,
        plain={lemma: stance for stance, these in words.words.items() for lemma in these},
        negated={lemma: stance for stance, these in words.negated.items() for lemma in these},
        openings=tuple((stance, _any(these)) for stance, these in words.openings.items()),
        signs=tuple((stance, _any(these)) for stance, these in words.signs.items()),
        asking=_any(words.asking),
        negative=_any(words.negative),
        future=_any(words.future),
        own_future=_any(words.own_future),
    )


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def tell_stances(page: Page, findings: Sequence[Finding], lex: Lexicon) -> list[Finding]:
    """Return the findings, in the text's order, each with its stance."""
    told: list[Finding] = []
    for finding in findings:
        before = told[-1] if told else None
        near = before is not None and finding.start - before.end <= _GOES_ON
        stance = stance_of(page, finding, lex, before.stance if before and near else None)
        told.append(replace(finding, stance=stance))
    return told


def stance_of(page: Page, finding: Finding, lex: Lexicon, before: Stance | None = None) -> Stance:
    """Return the stance that a finding's cue tells, or else its content.

    ``before`` is the stance of the statement right before it, with which one with no cue may go on.
    """
    table = stances(page.parse.pack)
    text = _content(page, finding)
    cue = _cue_stance(page, finding, lex, table)
    if cue == "refuses":
        return _refused(page, finding, lex, table)
    if cue == "demands" and _asks(page, finding, lex, text):
        return "questions"
    if cue != "asserts":
        return cue
    return _content_stance(page, finding, lex, before) or "asserts"


def _content(page: Page, finding: Finding) -> str:
    pieces = (page.parse.plain[start:end] for start, end in finding.content)
    return " ".join(" ".join(pieces).split()).strip(_MARKS)


def _words(page: Page, finding: Finding, count: int) -> list[Token]:
    """Return the first tokens of a content, marks and spaces left out."""
    found = (token for place in finding.content for token in page.parse.tokens(*place))
    words = (token for token in found if not token.is_punct and not token.is_space)
    return [token for token, _ in zip(words, range(count), strict=False)]


def _cue_stance(page: Page, finding: Finding, lex: Lexicon, table: Stances) -> Stance:
    """Return the first stance of a cue's words that is more than saying."""
    tokens = _cue(page, finding)
    negative = _negative(tokens, lex, table)
    for token in _telling(page, tokens, negative, lex):
        stance = _word_stance(page, token, finding, lex)
        if stance is not None and negative:
            stance = _under_negation(tokens, token, stance, lex, table)
        if stance is not None and stance != "asserts":
            return stance
    return _said_to(page, finding, lex, table)


def _telling(page: Page, tokens: Sequence[Token], negative: bool, lex: Lexicon) -> Iterator[Token]:
    """Yield a cue's words that may tell its stance.

    The words of a locution are its verb's, and a verb that lends its will to a reporting one tells
    nothing by itself, unless it is negated ("n'a pas voulu dire").
    """
    taken: set[str] = set()
    for at, token in enumerate(tokens):
        if token.lower_ in taken or token.lemma_.lower() in taken:
            continue
        whole = next((e for e in lex.entries(token) if e.tail and holds(page, token, e, lex)), None)
        taken |= set(whole.tail) if whole is not None else set()
        lifts = token.lemma_.lower() in lex.lifters and not negative
        if not (lifts and any(lex.entries(later) for later in tokens[at + 1 :])):
            yield token


def _said_to(page: Page, finding: Finding, lex: Lexicon, table: Stances) -> Stance:
    """Return the stance of the infinitive that opens a content ("dit regretter …"), else saying."""
    words = _words(page, finding, _OPENING)
    for token in words:
        if "Inf" in token.morph.get("VerbForm", []):
            if any(word.lower_ in lex.negations for word in words):
                return table.negated.get(token.lemma_.lower(), "asserts")
            entry = _entry(page, token, finding, lex)
            return entry.cues.stance if entry is not None and not entry.cues.weak else "asserts"
        if token.lower_ not in lex.negations | lex.clitics:
            break
    return "asserts"


def _negative(tokens: Sequence[Token], lex: Lexicon, table: Stances) -> bool:
    return any(t.lower_ in lex.negations or t.lower_ in table.words.unable for t in tokens)


def _under_negation(
    tokens: Sequence[Token], verb: Token, stance: Stance, lex: Lexicon, table: Stances
) -> Stance:
    lemmas = set(lex.lemmas(verb))
    can = {*table.words.able, *table.words.unable, *table.words.independent}
    able = any({token.lemma_.lower(), token.lower_} & can for token in tokens)
    if able and lemmas & set(table.words.unverified):
        return "cannot_verify"
    return next((table.negated[lemma] for lemma in lemmas if lemma in table.negated), stance)


def _word_stance(page: Page, token: Token, finding: Finding, lex: Lexicon) -> Stance | None:
    """Return what the tables say that a word of a cue does to the content; ``None``: nothing."""
    entry = _entry(page, token, finding, lex)
    if entry is not None:
        return entry.cues.stance
    lemma = token.lemma_.lower()
    if lemma in lex.nouns:
        return lex.nouns[lemma].stance
    table = stances(page.parse.pack)
    found = next((table.plain[word] for word in lex.lemmas(token) if word in table.plain), None)
    known = lemma in table.words.unverified or lemma in table.negated
    return found or ("asserts" if known else None)


def _entry(page: Page, token: Token, finding: Finding, lex: Lexicon) -> Entry | None:
    """Return the way of reporting that suits the words behind a cue best."""
    if token.pos_ in {"DET", "ADP", "PRON", "PUNCT"}:
        return None
    fitting = [e for e in lex.entries(token) if holds(page, token, e, lex)]
    if not fitting:
        return None
    form = _form(page, finding, lex)
    after = _after(page, token, finding)
    clitics = {word.lower_ for word in _cue(page, finding)}
    fitting = [e for e in fitting if not e.reflexive or clitics & set(lex.words.reflexives)]
    fitting = [e for e in fitting if not e.cues.weak or e.takes(form)]
    joined = [e for e in fitting if not e.cues.prepositions or after & set(e.cues.prepositions)]
    return max(
        joined or fitting,
        key=lambda e: (len(e.tail), e.reflexive, bool(e.cues.prepositions), e.takes(form)),
        default=None,
    )


def _after(page: Page, token: Token, finding: Finding) -> set[str]:
    """Return the words from a cue's verb to the content behind it."""
    edge = finding.start if finding.start > token.idx else token.idx + len(token) + 1
    return {word.lower_ for word in page.parse.tokens(token.idx + len(token), edge)}


def _form(page: Page, finding: Finding, lex: Lexicon) -> Complement:
    words = _words(page, finding, _OPENING)
    for token in words:
        if "Inf" in token.morph.get("VerbForm", []):
            return "infinitive"
        if token.lower_ not in lex.negations | lex.clitics | set(lex.words.infinitive_marks):
            break
    tokens = [token for place in finding.content for token in page.parse.tokens(*place)]
    if not any(token.pos_ in {"VERB", "AUX"} and is_finite(token) for token in tokens):
        return "object"
    return "quote" if words and page.quote_of[words[0].i] >= 0 else "clause"


def _refused(page: Page, finding: Finding, lex: Lexicon, table: Stances) -> Stance:
    """Return what a refusal is of: an answer, a claim of others, or something asked for."""
    behind = [t for t in _cue(page, finding) if "Inf" in t.morph.get("VerbForm", [])]
    words = [*behind, *_words(page, finding, _OPENING)]
    lemmas = {lemma for token in words for lemma in lex.lemmas(token)}
    if lemmas & {*table.words.silences, *table.words.comments}:
        return "no_comment"
    return "denies" if lemmas & set(table.words.claims) else "refuses"


def _asks(page: Page, finding: Finding, lex: Lexicon, text: str) -> bool:
    """Whether what is asked is a question, not a deed."""
    if text.endswith("?"):
        return True
    asking = stances(page.parse.pack).asking.match(text) is not None
    return asking and _form(page, finding, lex) == "clause"


def _content_stance(
    page: Page, finding: Finding, lex: Lexicon, before: Stance | None
) -> Stance | None:
    """Return what a content does by its own form, where its cue only says that it is said."""
    table, text = stances(page.parse.pack), _content(page, finding)
    if text.endswith("?"):
        return "questions"
    said = (text, *_quotations(page, finding))
    opening = next((stance for stance, sign in table.openings if any(map(sign.match, said))), None)
    if opening is not None:
        return opening
    if text.count(" ") < _SHORT and _is_quoted(page, finding):
        sign = next((stance for stance, sign in table.signs if sign.search(text)), None)
        if sign is not None:
            return sign
    words, cue = table.words, {lemma for t in _cue(page, finding) for lemma in lex.lemmas(t)}
    goes_on = finding.cue is None and before == "denies"
    if (goes_on or cue & set(words.answers)) and table.negative.match(text):
        return "denies"
    promised = bool(cue & set(words.pledges)) and table.future.match(text)
    promised = promised or (bool(cue & set(words.announces)) and table.own_future.match(text))
    return "promises" if promised else None


def _quotations(page: Page, finding: Finding) -> Iterator[str]:
    """Yield the later pieces of a content that are quotations by themselves, as slogans are."""
    for start, end in finding.content[1:]:
        opening = page.parse.tokens(start, end)[:1]
        if opening and page.quote_starting(opening[0].i) >= 0:
            yield " ".join(page.parse.plain[start:end].split()).strip(_MARKS)


def _is_quoted(page: Page, finding: Finding) -> bool:
    return all(page.quote_of[token.i] >= 0 for token in _words(page, finding, 1))


def _cue(page: Page, finding: Finding) -> list[Token]:
    return list(page.parse.tokens(*finding.cue)) if finding.cue is not None else []
