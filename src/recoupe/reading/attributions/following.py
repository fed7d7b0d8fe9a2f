"""What a reporting verb reports to its right: quotation, clause, infinitive, noun phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.languages.cues import Complement
from recoupe.reading.attributions.around import has_verb, is_sentence
from recoupe.reading.attributions.cueing import Cue
from recoupe.reading.attributions.lexicon import Entry, Lexicon
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.stretches import (
    clause_end,
    extended,
    whole_quote_end,
    with_second_verb,
)
from recoupe.reading.attributions.syntax import (
    CLAUSE,
    INFINITIVE,
    OBJECT,
    SUBJECT,
    child,
    is_finite,
)
from recoupe.reading.tokens import Token

_GAP: Final = 24
"""Tokens that may stand between a verb and what it reports: a source with its office, a date."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Tokens ``[first, last)`` that a verb reports, and how; ``opening`` are tokens of the cue."""

    first: int
    last: int
    pattern: str
    entry: Entry
    cue_last: int


def read_following(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    """Return what the verb reports to its right, the surest form first."""
    for found in (
        _colon(page, passage, cue, lex),
        _marked(page, passage, cue, lex),
        _quoted(page, passage, cue, lex),
        _question(page, passage, cue, lex),
        _bare_clause(page, passage, cue, lex),
        _infinitive(page, passage, cue, lex),
    ):
        if found is not None:
            return found
    return None


def _entry(cue: Cue, *complements: Complement) -> Entry | None:
    for complement in complements:
        for entry in cue.entries:
            if entry.takes(complement):
                return entry
    return None


def _gap(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Iterator[Token]:
    """Yield the tokens after the verb until another verb with a person begins."""
    relative = False
    for token in page.doc[cue.last : min(passage.last, cue.last + _GAP)]:
        yield token
        if token.text in {";", "."}:
            return
        relative = (
            relative or "Rel" in token.morph.get("PronType", []) or token.tag_ in {"WP", "WDT"}
        )
        if token.pos_ in {"VERB", "AUX"} and is_finite(token) and page.quote_of[token.i] < 0:
            if not relative or lex.entries(token):
                return
            relative = token.pos_ == "AUX"


def _colon(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    entry = _entry(cue, "quote", "clause", "object")
    if entry is None:
        return None
    for token in _gap(page, passage, cue, lex):
        if page.quote_of[token.i] >= 0:
            return None
        if token.text != ":" or token.i + 1 >= passage.last:
            continue
        number = page.quote_starting(token.i + 1)
        if number >= 0:
            last = page.quote_tokens(number)[1]
            return Reported(token.i + 1, min(last, passage.last), "colon", entry, cue.last)
        if token.i == cue.last:
            return Reported(token.i + 1, passage.last, "colon-plain", entry, cue.last)
        return None
    return None


def _marked(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    entry = _entry(cue, "clause")
    if entry is None:
        return None
    for token in _gap(page, passage, cue, lex):
        if token.lower_ in lex.markers and _opens_clause(page, token, cue, lex):
            if page.quote_of[token.i] >= 0 and page.quote_starting(token.i) < 0:
                return None
            first = token.i if lex.words.marker_in_content else token.i + 1
            if first >= passage.last:
                return None
            head = token.head if token.head.i > token.i else None
            last = clause_end(page, passage, head, cue, lex) if head else passage.last
            if not has_verb(page, (first, last)):
                last = passage.last
            last = with_second_verb(page, passage, (first, last), cue, lex)
            last = _editors_words(page, passage, last)
            return Reported(first, max(last, first + 1), "clause", entry, cue.last)
        if page.quote_of[token.i] >= 0 or _reports_itself(token, lex):
            return None
    return None


def _reports_itself(token: Token, lex: Lexicon) -> bool:
    """Whether a participle or infinitive between a verb and a marker is what reports the clause."""
    if token.pos_ != "VERB" or is_finite(token):
        return False
    return any(entry.takes("clause") for entry in lex.entries(token))


def _opens_clause(page: Page, token: Token, cue: Cue, lex: Lexicon) -> bool:
    """Whether a marker opens the reported clause, not a comparison or a relative clause."""
    if token.i == cue.last:
        return True
    before = token.nbor(-1)
    if before.lemma_.lower() in lex.times:
        return True
    if _addressed(page.doc[cue.last : token.i], lex):
        return True
    if token.pos_ == "PRON" and token.dep_ != "mark":
        return False
    return before.pos_ not in {"NOUN", "DET"} or token.head.head == cue.verb or before.text == ","


def _addressed(words: Sequence[Token], lex: Lexicon) -> bool:
    """Whether words are those to whom it is said, and no more ("… a dit aux journalistes que")."""
    if words[0].lower_ not in lex.words.addressing:
        return False
    return all(
        word.pos_ in _NOMINAL and (word.pos_ != "ADP" or word.lower_ in lex.words.said_of)
        for word in words[1:]
    )


def _editors_words(page: Page, passage: Passage, last: int) -> int:
    """Return the passage's end where the quotation at ``last`` goes on in an editor's brackets."""
    at = last
    while at < passage.last and (page.doc[at].is_space or page.doc[at].text in ".,…"):
        at += 1
    quoted = last > passage.first and page.quote_of[last - 1] >= 0
    return passage.last if quoted and at < passage.last and page.doc[at].text == "[" else last


def _quoted(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    entry = _entry(cue, "quote")
    if entry is None:
        return None
    for token in _gap(page, passage, cue, lex):
        number = page.quote_starting(token.i)
        if number < 0:
            if page.quote_of[token.i] >= 0:
                return None
            if (
                token.pos_ in {"ADP", "DET", "SCONJ", "NUM"}
                and page.quote_starting(token.i + 1) >= 0
            ):
                return None
            continue
        last = min(page.quote_tokens(number)[1], passage.last)
        last = extended(page, passage, last) if last < passage.last else last
        if token.i == cue.last or token.nbor(-1).is_punct or is_sentence(page, token.i, last):
            return Reported(token.i, last, "quote", entry, cue.last)
        return None
    return None


def _question(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    entry = _entry(cue, "question")
    if entry is None:
        return None
    for token in page.doc[cue.last : min(passage.last, cue.last + 4)]:
        if page.quote_of[token.i] >= 0 or token.is_punct:
            return None
        if token.lower_ in lex.question_markers and token.i + 1 < passage.last:
            head = next((t for t in (token.head, token.head.head) if t.i > token.i), None)
            if head is None or not any(t.pos_ in {"VERB", "AUX"} for t in (head, *head.children)):
                return None
            last = clause_end(page, passage, head, cue, lex)
            return Reported(token.i, last, "question", entry, cue.last)
    return None


def _bare_clause(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    """Return a clause with no marker, as the parse sees it."""
    entry = _entry(cue, "bare")
    for part in cue.verb.children:
        edge = part.left_edge.i
        if entry is None or part.dep_ not in CLAUSE or edge < cue.last or edge >= passage.last:
            continue
        if edge - cue.last > _GAP or page.doc[edge - 1].text == ":":
            continue
        last = clause_end(page, passage, part, cue, lex)
        beheaded = child(part, SUBJECT) is None and page.doc[cue.last].pos_ in _HEADS
        return Reported(cue.last if beheaded else edge, last, "clause-bare", entry, cue.last)
    return None


def _infinitive(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    entry = _entry(cue, "infinitive")
    if entry is None:
        return None
    for token in page.doc[cue.last : min(passage.last, cue.last + 12)]:
        if token.is_punct and page.quote_of[token.i] < 0:
            return None
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        if "Inf" not in token.morph.get("VerbForm", []):
            return None
        first = token.i
        while first - 1 >= cue.last and page.doc[first - 1].lower_ in lex.clitics | lex.negations:
            first -= 1
        mark = page.doc[first - 1]
        marked = first - 1 >= cue.last and mark.lower_ in lex.words.infinitive_marks
        if marked and lex.words.infinitive_in_content:
            first -= 1
            if first > cue.last and page.doc[first - 1].lower_ in lex.negations:
                first -= 1
        if entry.cues.person_in_content and _starts_phrase(page.doc[cue.last]):
            first = cue.last
        head = token if token.pos_ == "VERB" or token.head.i < token.i else token.head
        last = clause_end(page, passage, head, cue, lex)
        last = max(last, whole_quote_end(page, passage, token.i + 1))
        linked = entry.cues.keeps and first == cue.last + 1
        linked = linked and page.doc[cue.last].lower_ in entry.cues.prepositions
        return Reported(first, last, "infinitive", entry, first if linked else cue.last)
    return None


def _starts_phrase(token: Token) -> bool:
    return token.pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}


def read_object(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Reported | None:
    """Return the noun phrase that the verb reports.

    A past participle with no auxiliary has its object before it ("les mesures annoncées mardi").
    """
    past = cue.form == "participle" and "Past" in cue.verb.morph.get("Tense", [])
    if past and cue.first == cue.verb.i and cue.verb.dep_ == "acl":
        return None
    for entry in cue.entries:
        if not entry.takes("object"):
            continue
        if entry.cues.prepositions:
            found = _behind_preposition(page, passage, cue, entry, lex)
        else:
            found = _bare_object(page, passage, cue, entry, lex)
        if found is not None:
            last = clause_end(page, passage, found[1], cue, lex)
            if entry.cues.person_in_content:
                last = max(last, _complements_end(page, passage, cue, lex))
            edge = entry.cues.keeps and entry.cues.prepositions
            return Reported(found[0], last, "object", entry, found[0] if edge else cue.last)
    return None


def _behind_preposition(
    page: Page, passage: Passage, cue: Cue, entry: Entry, lex: Lexicon
) -> tuple[int, Token] | None:
    for token in page.doc[cue.last : min(passage.last - 1, cue.last + 4)]:
        if token.lower_ in entry.cues.prepositions:
            after = token.nbor(1)
            head = next((c for c in token.children if c.i > token.i), token.head)
            return (after.i, head) if head.i > token.i else (after.i, after)
        if token.pos_ != "ADV" and token.lemma_.lower() not in lex.times:
            return None
    return None


def _bare_object(
    page: Page, passage: Passage, cue: Cue, entry: Entry, lex: Lexicon
) -> tuple[int, Token] | None:
    wanted = OBJECT | CLAUSE | INFINITIVE if entry.cues.person_in_content else OBJECT
    for part in cue.verb.children:
        if (
            part.lemma_.lower() in lex.times
            or part.dep_ not in wanted
            or part.i < cue.last
            or part.i >= passage.last
        ):
            continue
        bare = part.pos_ == "PRON" and part.left_edge == part.right_edge
        if bare and not entry.cues.person_in_content:
            continue
        return part.left_edge.i, part
    return _shared_object(page, passage, cue) or _next_phrase(page, passage, cue, lex)


def _shared_object(page: Page, passage: Passage, cue: Cue) -> tuple[int, Token] | None:
    """Return the object of a second verb that is the first one's too ("a demandé et obtenu …")."""
    if cue.last + 1 >= passage.last or page.doc[cue.last].pos_ != "CCONJ":
        return None
    for part in cue.verb.children:
        if part.dep_ == "conj" and part.pos_ == "VERB" and 0 < part.i - cue.last <= 3:
            found = child(part, OBJECT)
            if found is not None and part.i < found.left_edge.i < passage.last:
                return found.left_edge.i, found
    return None


def _next_phrase(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> tuple[int, Token] | None:
    """Return the noun phrase right behind a verb, for which the parse knows no object."""
    doc, at = page.doc, cue.last
    while at < passage.last and (
        doc[at].lemma_.lower() in lex.times or doc[at].pos_ in {"ADV", "SPACE"}
    ):
        at += 1
    if at >= passage.last or doc[at].pos_ not in {"DET", "NUM"}:
        return None
    noun = next((t for t in doc[at : min(at + 4, passage.last)] if t.pos_ in _NOUNS), None)
    if noun is None or noun.lemma_.lower() in lex.times:
        return None
    return at, noun


_HEADS: Final = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "DET", "ADP", "ADJ"})


def _complements_end(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> int:
    """Return the end of all that the verb says of its object ("qualifie le texte de « flou »")."""
    parts = [c for c in cue.verb.children if c.i >= cue.last and _said_of(c, lex)]
    return max((clause_end(page, passage, part, cue, lex) for part in parts), default=cue.last)


def _said_of(part: Token, lex: Lexicon) -> bool:
    if part.dep_ in _SAID_OF_OBJECTS:
        return True
    opening = part if part.dep_ == "prep" else part.left_edge
    return part.dep_.startswith(("prep", "obl")) and opening.lower_ in lex.words.said_of


_SAID_OF_OBJECTS: Final = frozenset({"obj", "dobj", "xcomp", "ccomp", "oprd", "acomp", "attr"})
