"""Statements that a verb reports: the cue, its source, and the words to its right or around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recoupe.reading.attributions.around import has_verb, read_around
from recoupe.reading.attributions.cueing import Cue, hung_pronoun, read_cues
from recoupe.reading.attributions.finding import Finding, Place
from recoupe.reading.attributions.following import Reported, read_following, read_object
from recoupe.reading.attributions.lexicon import Entry, Lexicon, lexicon
from recoupe.reading.attributions.nominal import Tokens, phrase
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.phrases import words_beside
from recoupe.reading.attributions.sources import read_source
from recoupe.reading.attributions.stretches import place
from recoupe.reading.attributions.syntax import NOUN_CLAUSE, SUBJECT, child, is_finite


def find_by_verbs(page: Page, passage: Passage, lex: Lexicon) -> Iterator[Finding]:
    """Yield the statements that the verbs of a passage report."""
    for cue in read_cues(page, passage, lex):
        source = read_source(page, passage, cue, lex)
        if source is not None and page.doc[source[0]].lower_ in lex.words.impersonal:
            continue
        found = _passive(page, passage, cue, source, lex) or _active(
            page, passage, cue, source, lex
        )
        if found is not None:
            yield found


def _active(
    page: Page, passage: Passage, cue: Cue, source: Tokens | None, lex: Lexicon
) -> Finding | None:
    clause = _clause(cue, source)
    inverted = cue.hung is not None or (source is not None and source[0] >= cue.last)
    quoted = page.quote_of[cue.verb.i] >= 0
    likened = clause[0] > passage.first and page.doc[clause[0] - 1].lower_ in lex.words.likes
    if likened and cue.form == "finite" and not quoted:
        return _likened(page, passage, cue, (source, clause), lex)
    pieces = read_around(page, passage, clause, lex) if inverted or not quoted else ()
    before = bool(pieces) and page.quote_of[pieces[0][1] - 1] >= 0
    reported = None
    if not (inverted and before):
        reported = read_following(page, passage, cue, lex)
    if pieces and (reported is None or (before and reported.pattern in _UNSURE)):
        entry = _aside_entry(page, passage, cue, (clause, pieces, inverted))
        if entry is not None:
            return _around(page, cue, source, pieces)
    if reported is None and source is not None:
        reported = read_object(page, passage, cue, lex)
        if reported is not None and reported.first == source[0]:
            return None
    if reported is None or (quoted and not _voiced(page, source, reported)):
        return None
    return _following(page, cue, source, reported)


def _likened(
    page: Page, passage: Passage, cue: Cue, parts: tuple[Tokens | None, Tokens], lex: Lexicon
) -> Finding | None:
    """Return the sentence that a comparison gives to its source ("comme l'a dit X, …")."""
    source, clause = parts
    entry = next((e for e in cue.entries if e.takes("clause")), None)
    if entry is None or source is None:
        return None
    pieces = words_beside(page, passage, (clause[0] - 1, clause[1]), lex)
    content = tuple(p for piece in pieces if (p := place(page, *piece)) is not None)
    if not content:
        return None
    return _finding(page, cue, source, (content, "likened", cue.last))


_UNSURE: Final = frozenset({"quote", "clause-bare", "question", "infinitive"})
_IN_QUOTATIONS: Final = frozenset({"colon", "clause"})


def _voiced(page: Page, source: Tokens | None, reported: Reported) -> bool:
    """Whether a report inside a quotation is of somebody other than the one quoted."""
    if source is None or reported.pattern not in _IN_QUOTATIONS:
        return False
    return any(token.pos_ in {"NOUN", "PROPN"} for token in page.doc[slice(*source)])


def _aside_entry(
    page: Page, passage: Passage, cue: Cue, parts: tuple[Tokens, tuple[Tokens, ...], bool]
) -> Entry | None:
    """Return how the verb reports what stands before it, if it may be set in or behind that."""
    clause, pieces, inverted = parts
    if cue.form == "participle" or cue.passive:
        return None
    quoted = page.quote_of[pieces[0][1] - 1] >= 0
    closing = inverted or not page.doc[passage.last - 1].is_punct  # a heading has no full stop
    closing = closing and _closes(page, passage, clause)
    closing = closing and pieces[0][1] - pieces[0][0] >= _HEADLINE
    if not quoted and not closing and not any(has_verb(page, piece) for piece in pieces):
        return None
    if not inverted and not (_short(page, passage, clause) and (quoted or cue.form == "finite")):
        return None
    if not inverted and clause[0] == cue.first:
        return None
    takes = ("quote", "clause") if quoted else ("clause", "quote")
    return next(
        (e for kind in takes for e in cue.entries if kind in e.cues.takes and not e.cues.weak), None
    )


_HEADLINE: Final = 4
"""Words that a headline with no verb has at least before "X says"."""


def _closes(page: Page, passage: Passage, clause: Tokens) -> bool:
    """Whether nothing follows a reporting clause in its passage."""
    return all(page.doc[at].is_punct for at in range(clause[1], passage.last))


def _short(page: Page, passage: Passage, clause: Tokens) -> bool:
    """Whether a reporting clause ends soon: "…, the mayor said on Monday."."""
    for at in range(clause[1], min(passage.last, clause[1] + 16)):
        if page.doc[at].text in {",", ".", ":", ";"} or page.quote_starting(at) >= 0:
            return True
        if page.doc[at].pos_ in {"VERB", "AUX"} and is_finite(page.doc[at]):
            return False
    return clause[1] >= passage.last - 16


def _clause(cue: Cue, source: Tokens | None) -> Tokens:
    """Return the tokens of cue and source together, if they stand side by side."""
    first, last = cue.first, cue.last
    if cue.hung is not None:
        return first, last
    if source is not None and source[0] >= last and source[0] - last <= 12:
        last = source[1]
    if source is not None and source[1] <= first and first - source[1] <= 6:
        first = source[0]
    return first, last


def _around(
    page: Page, cue: Cue, source: Tokens | None, pieces: tuple[Tokens, ...]
) -> Finding | None:
    content = tuple(p for piece in pieces if (p := place(page, *piece)) is not None)
    if not content:
        return None
    quoted = page.quote_of[pieces[0][1] - 1] >= 0
    pattern = "around-quote" if quoted else "around"
    return _finding(page, cue, source, (content, pattern, cue.last))


def _following(page: Page, cue: Cue, source: Tokens | None, reported: Reported) -> Finding | None:
    content = place(page, reported.first, reported.last)
    if content is None or (reported.entry.cues.weak and not _quotes(page, reported)):
        return None
    whole: tuple[Place, ...] = (content,)
    raised = _raised(page, cue, reported)
    if raised is not None:
        whole, source = (raised, content), None
    parts = (whole, reported.pattern, reported.cue_last)
    return _finding(page, cue, source, parts)


def _raised(page: Page, cue: Cue, reported: Reported) -> Place | None:
    """Return the subject of which an infinitive is reported ("he is said to have left")."""
    if reported.pattern != "infinitive" or not (cue.passive or reported.entry.cues.raises):
        return None
    subject = child(cue.top, SUBJECT)
    if subject is None or subject.right_edge.i >= cue.first:
        return None
    return place(page, subject.left_edge.i, subject.right_edge.i + 1)


def _quotes(page: Page, reported: Reported) -> bool:
    """Whether what a weak verb reports is quoted, or counted ("a parlé de 40 blessés")."""
    if any(page.quote_of[at] >= 0 for at in range(reported.first, reported.last)):
        return True
    words = page.doc[reported.first : reported.last]
    return bool(reported.entry.cues.prepositions) and any(t.text[0].isdigit() for t in words)


def _passive(
    page: Page, passage: Passage, cue: Cue, source: Tokens | None, lex: Lexicon
) -> Finding | None:
    """Return what is reported as the subject of a passive ("l'attaque a été démentie par …")."""
    entry = next((e for e in cue.entries if e.takes("object")), None)
    if not cue.passive or entry is None or source is None:
        return None
    if entry.cues.person_first or entry.cues.prepositions:
        return None
    tokens = _undergoing(page, cue, lex)
    if tokens is None or tokens[0] < passage.first or _empty(page, tokens):
        return None
    content = place(page, *tokens)
    return content and _finding(page, cue, source, ((content,), "passive", cue.last))


def _empty(page: Page, tokens: Tokens) -> bool:
    """Whether there is nothing but pronouns among the tokens."""
    return all(token.pos_ == "PRON" or token.is_punct for token in page.doc[slice(*tokens)])


def _undergoing(page: Page, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the subject of a passive, or the noun that its participle hangs on."""
    subject = child(cue.top, SUBJECT) or child(cue.verb, SUBJECT)
    if subject is not None:
        return subject.left_edge.i, min(subject.right_edge.i + 1, cue.first)
    if cue.verb.dep_ in NOUN_CLAUSE and cue.verb.head.i < cue.first:
        first, last = phrase(page, cue.verb.head, lex)
        return first, min(last, cue.first)
    return None


def _finding(
    page: Page,
    cue: Cue,
    source: Tokens | None,
    parts: tuple[tuple[Place, ...], str, int],
) -> Finding:
    content, pattern, cue_last = parts
    lex = lexicon(page.parse.pack)
    said = None if source is None else (page.start(source[0]), page.end(source[1] - 1))
    if source is not None and source[1] - source[0] == 1:
        said = hung_pronoun(page.doc[source[0]], lex) or said
    return Finding(
        content=content,
        cue=(page.start(cue.first), page.end(cue_last - 1)),
        source=cue.hung or said,
        pattern=pattern,
    )
