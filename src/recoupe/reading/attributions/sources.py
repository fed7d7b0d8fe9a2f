"""Who says it, as written beside the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recoupe.reading.attributions.appositions import whole_source
from recoupe.reading.attributions.around import has_verb
from recoupe.reading.attributions.cueing import Cue
from recoupe.reading.attributions.lexicon import Lexicon
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import (
    AGENT,
    RELATIVE,
    SUBJECT,
    child,
    is_finite,
    noun_phrase,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB: Final = 5
"""Verbs between a cue and the one whose subject it shares."""

Tokens = tuple[int, int]


def read_source(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the tokens ``[first, last)`` of the source, if the sentence names one."""
    found = _source(page, passage, cue, lex)
    if found is None:
        return None
    found = _set_behind(page, found, cue)
    return whole_source(page, passage, found, (cue.first, cue.last), lex)


def _set_behind(page: Page, source: Tokens, cue: Cue) -> Tokens:
    """Return what stands between a comma and the cue, where all before it is what is said.

    "Women, children and older people out of the port, the mayor says": no comma before the cue
    closes an apposition, and no conjunction makes it the last of several.
    """
    if source[1] != cue.first or page.doc[source[1] - 1].is_punct:
        return source
    commas = [at for at in range(*source) if page.doc[at].text == ","]
    if not commas or any(t.pos_ == "CCONJ" for t in page.doc[commas[-1] : source[1]]):
        return source
    return (commas[-1] + 1, source[1]) if commas[-1] - source[0] >= _SAID else source


_SAID: Final = 4
"""Tokens of a statement that the parse took for part of its source, at least."""


def _source(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    if cue.passive:
        return _agent(page, cue.verb, lex) or _agent(page, cue.top, lex)
    subject = _subject(cue, passage)
    if subject is not None and subject.text[0] == "-":
        return _hung_subject(page, subject, cue)
    if subject is not None and cue.first <= subject.i < cue.last:
        subject = None  # a clitic of the group that the parse took for a subject
    return _subject_phrase(page, passage, subject, cue, lex)


def _hung_subject(page: Page, subject: Token, cue: Cue) -> Tokens | None:
    """Return the token of a pronoun hung behind another verb, whose subject the cue shares."""
    at = subject.i + (subject.lower_ == "-t" and subject.i + 1 < len(page.doc))
    return None if cue.first <= at < cue.last else (at, at + 1)


def _subject_phrase(
    page: Page, passage: Passage, subject: Token | None, cue: Cue, lex: Lexicon
) -> Tokens | None:
    """Return the phrase of the subject, or the one beside the cue where the parse errs."""
    told_of = _over_relative(page, passage, cue, lex)
    if told_of is not None and (subject is None or told_of[1] <= subject.i < cue.first):
        return _with_relative(told_of, cue, lex)
    if subject is None or (subject.i < cue.first and not _reaches(page, subject, cue, lex)):
        beside = _beside(page, passage, cue, lex)
        if beside is not None:
            return beside
    if subject is None or page.quote_of[subject.i] != page.quote_of[cue.verb.i]:
        return _before(page, passage, cue)
    if subject.i >= cue.last and not _content_before(page, passage, cue):
        return _before(page, passage, cue) or phrase(page, subject, lex)
    if subject.lower_ in lex.words.relatives and lex.words.resolve_relative:
        return _antecedent(page, subject, cue, lex)
    found = phrase(page, subject, lex)
    return _with_clauses(page, subject, found, cue, lex)


def _over_relative(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the phrase that a clause between commas tells of ("X, who …, said"), if there is."""
    if cue.first <= passage.first or page.doc[cue.first - 1].text != ",":
        return None
    verbal = False
    for at in range(cue.first - 2, max(passage.first, cue.first - _RELATIVE_CLAUSE), -1):
        token = page.doc[at]
        if page.quote_of[at] != page.quote_of[cue.first] or token.text in {".", ";", ":"}:
            return None
        verbal = verbal or (token.pos_ in {"VERB", "AUX"} and is_finite(token))
        if token.lower_ in lex.words.relatives and page.doc[at - 1].text == ",":
            return _name_before(page, passage, at - 1, lex) if verbal else None
    return None


_RELATIVE_CLAUSE: Final = 30
"""Tokens of a clause that tells of a source, at most."""


def _name_before(page: Page, passage: Passage, end: int, lex: Lexicon) -> Tokens | None:
    """Return the name or the noun phrase that ends before token ``end``."""
    first = end
    while first > passage.first and page.doc[first - 1].text[0].isupper():
        first -= 1
    if first < end:
        return first, end
    head = page.doc[end - 1]
    return phrase(page, head, lex) if head.pos_ in _NOUNS else None


def _with_relative(found: Tokens, cue: Cue, lex: Lexicon) -> Tokens:
    """Add the clause that tells of a source, where a source has such clauses."""
    whole = bool(RELATIVE & set(lex.words.source_clauses))
    return (found[0], cue.first - 1) if whole else found


def _reaches(page: Page, subject: Token, cue: Cue, lex: Lexicon) -> bool:
    """Whether nothing but a comma stands between the phrase of a subject and its verb."""
    last = phrase(page, subject, lex)[1]
    return all(page.doc[at].is_punct or page.doc[at].is_space for at in range(last, cue.first))


def _with_clauses(page: Page, head: Token, found: Tokens, cue: Cue, lex: Lexicon) -> Tokens:
    """Add the clause that tells who the source is ("a man who lives nearby")."""
    first, last = found
    parts = [head, *(c for c in head.children if c.dep_ == "appos")]
    for part in parts:
        for clause in part.children:
            if clause.dep_ in lex.words.source_clauses and clause.left_edge.i <= last + 1:
                edge = clause.right_edge.i + 1
                if edge <= cue.first or clause.left_edge.i >= cue.last:
                    last = max(last, edge)
    if first < cue.first:
        last = min(last, cue.first)
    while last > found[1] and page.doc[last - 1].is_punct and page.quote_of[last - 1] < 0:
        last -= 1
    number = page.quote_of[head.i]
    if any(page.quote_of[i] != number for i in range(found[1], last)):
        clause_quotes = [n for n in set(page.quote_of[found[1] : last]) if n >= 0 and n != number]
        if any(page.quote_tokens(n)[1] > last for n in clause_quotes):
            return found
    return first, last


def phrase(page: Page, head: Token, lex: Lexicon) -> Tokens:
    """Return the noun phrase of ``head`` without the preposition before it.

    It never runs over the edge of a quotation; a pronoun stands alone.
    """
    if head.pos_ == "PRON" and not any(child.i > head.i for child in head.children):
        return head.i, head.i + 1
    first, last = noun_phrase(head, lex.times)
    if head.dep_ in SUBJECT:
        first = _name_start(page, head, first)
    number = page.quote_of[head.i]
    first = max([first, *(i + 1 for i in range(first, head.i) if page.quote_of[i] != number)])
    last = min([last, *(i for i in range(head.i, last) if page.quote_of[i] != number)])
    while first < head.i and _not_edge(head.doc[first], lex):
        first += 1
    while last > head.i + 1 and head.doc[last - 1].pos_ in _NOT_EDGES:
        last -= 1
    return first, last


def _name_start(page: Page, head: Token, first: int) -> int:
    """Return where the phrase of a name begins that the parse cut off its own first part.

    "la plate-forme", "le porte-parole du parti Jean Dupont": the words before go with it as far as
    they are nouns, adjectives and the prepositions between them, back to a determiner.
    """
    at, start = first, first
    while at > 0 and page.quote_of[at - 1] == page.quote_of[head.i]:
        before = page.doc[at - 1]
        if before.pos_ not in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM"} or before.is_space:
            break
        if before.is_sent_start and before.pos_ == "ADP":
            break
        at -= 1
        if page.doc[at].pos_ in {"DET", "PROPN", "NOUN"} and page.doc[at].text[0] != "-":
            start = at
    return start if head.pos_ in {"PROPN", "NOUN"} and page.doc[start].pos_ != "ADP" else first


def _not_edge(token: Token, lex: Lexicon) -> bool:
    if token.pos_ in _NOT_EDGES or token.lower_ in lex.words.relatives:
        return True
    return token.pos_ in {"ADV", "SCONJ"} or "Rel" in token.morph.get("PronType", [])


_NOT_EDGES: Final = frozenset({"ADP", "CCONJ", "PUNCT", "SPACE"})


def _subject(cue: Cue, passage: Passage) -> Token | None:
    verb = cue.top
    for _ in range(_CLIMB):
        found = child(verb, SUBJECT)
        if found is not None and passage.first <= found.i < passage.last:
            return found
        head = verb.head
        if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head
        loose = cue.form != "finite" and verb.dep_ in {"advcl", "xcomp", "pcomp", "prep", "acl"}
        if head == verb or not (verb.dep_ == "conj" or loose or verb.dep_ in {"xcomp"}):
            return None
        verb = head
    return None


def _agent(page: Page, verb: Token, lex: Lexicon) -> Tokens | None:
    agent = child(verb, AGENT)
    if agent is None:
        return None
    noun = next((c for c in agent.children if c.dep_ == "pobj"), agent)
    return phrase(page, noun, lex)


def _antecedent(page: Page, pronoun: Token, cue: Cue, lex: Lexicon) -> Tokens | None:
    verb = cue.top
    for _ in range(_CLIMB):
        if verb.dep_ in RELATIVE:
            return phrase(page, _whole(verb.head), lex)
        verb = verb.head
    at = pronoun.i - 1
    while at > 0 and pronoun.doc[at].pos_ in {"PUNCT", "SPACE"}:
        at -= 1
    noun = pronoun.doc[at]
    return phrase(page, _whole(noun), lex) if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _whole(noun: Token) -> Token:
    """Return the head of the phrase that ``noun`` is a name or apposition in."""
    while noun.dep_ in {"appos", "flat:name", "compound"} and noun.head != noun:
        noun = noun.head
    return noun


def _beside(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> Tokens | None:
    """Return the noun phrase right behind the verb of a reporting clause set off from the words.

    Pipelines often take such a subject for an object, or give it to another verb.
    """
    at = _over_setting(page, passage, cue.last, lex)
    if at >= passage.last or page.quote_of[at] != page.quote_of[cue.verb.i]:
        return None
    likened = cue.first > passage.first and page.doc[cue.first - 1].lower_ in lex.words.likes
    if cue.form == "participle" or not (likened or _content_before(page, passage, cue)):
        return None
    if page.doc[at].pos_ not in {"DET", "ADJ", "NUM", *_NOUNS} or not _set_off(
        page, passage, cue, lex
    ):
        return None
    named = next((token for token in page.doc[at : at + 4] if token.pos_ in _NOUNS), None)
    if named is None or named.lemma_.lower() in lex.times:
        return None
    while named.head.i > named.i and named.head.pos_ in _NOUNS and named.head.i < at + 8:
        named = named.head
    found = phrase(page, named, lex)
    return None if _reports_on(page, passage, found[1], lex) else found


def _over_setting(page: Page, passage: Passage, first: int, lex: Lexicon) -> int:
    """Return where a source begins behind a time and a place ("a réagi mardi sur X le maire")."""
    at = first
    while at < passage.last and page.doc[at].lemma_.lower() in lex.times:
        at += 1
    if at >= passage.last or page.doc[at].pos_ != "ADP":
        return at
    end = at + 1
    while end < min(passage.last, at + _SETTING) and page.doc[end].pos_ in {"DET", "ADJ"}:
        end += 1
    while end < min(passage.last, at + _SETTING) and page.doc[end].pos_ in {"NOUN", "PROPN"}:
        end += 1
    source = end < passage.last and page.doc[end].pos_ == "DET"
    return end if source and page.doc[end - 1].pos_ in _NOUNS else at


_SETTING: Final = 6
"""Tokens of a place or an occasion between a cue and its source, at most."""


def _reports_on(page: Page, passage: Passage, at: int, lex: Lexicon) -> bool:
    """Whether a clause begins at ``at``: then the words before it are those addressed."""
    if at >= passage.last or page.doc[at].lower_ in lex.words.relatives:
        return at < passage.last and page.doc[at].lower_ in lex.markers
    return page.doc[at].pos_ in {"PRON", "DET", "SCONJ", "AUX", "VERB"}


def _content_before(page: Page, passage: Passage, cue: Cue) -> bool:
    """Whether there is anything before the cue that an inverted clause could report."""
    first = cue.first
    while first > passage.first and not (
        page.quote_of[first - 1] < 0 and page.doc[first - 1].text in {".", "!", "?", "…"}
    ):
        first -= 1
    number = page.quote_of[cue.verb.i]
    if any(page.quote_of[at] not in {-1, number} for at in range(first, cue.first)):
        return True
    return has_verb(page, (first, cue.first))


def _before(page: Page, passage: Passage, cue: Cue) -> Tokens | None:
    """Return the noun phrase right before a cue with a person, where the parse gives no subject.

    A name and an office that a comma parts are one phrase.
    """
    if cue.form != "finite" or cue.hung is not None:
        return None
    end = cue.first
    while end > passage.first and page.doc[end - 1].text in {",", ")"}:
        end -= 1
    first = _part(page, passage, end, cue)
    if first >= end or page.doc[first].pos_ not in _OPENING:
        return None
    if first - 1 > passage.first and page.doc[first - 1].text == "," and end < cue.first:
        before = _part(page, passage, first - 1, cue)
        if page.doc[before].pos_ in _OPENING and _name_and_office(
            page, (before, first - 1), (first, end)
        ):
            return before, end
    return first, end


def _part(page: Page, passage: Passage, end: int, cue: Cue) -> int:
    """Return where the nominal words begin that end before token ``end``, back to a comma."""
    at = end
    while (
        at > passage.first
        and page.doc[at - 1].text != ","
        and _nominal(page, page.doc[at - 1], cue)
    ):
        at -= 1
    return at


def _name_and_office(page: Page, one: Tokens, other: Tokens) -> bool:
    """Whether one of two phrases is a name, and the other has a common noun."""
    names = [
        all(token.text[0].isupper() for token in page.doc[slice(*part)]) for part in (one, other)
    ]
    return names[0] != names[1]


_OPENING: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def _nominal(page: Page, token: Token, cue: Cue) -> bool:
    if page.quote_of[token.i] != page.quote_of[cue.verb.i] or token.is_space:
        return False
    return token.pos_ in _OF_PHRASES or token.tag_ == "POS" or token.text in _JOINTS


_JOINTS: Final = frozenset({",", "-", "(", ")", "/", "'"})
_OF_PHRASES: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM", "PRON"})


def _set_off(page: Page, passage: Passage, cue: Cue, lex: Lexicon) -> bool:
    """Whether a comma or a quotation stands right before the cue."""
    at = cue.first - 1
    if at < passage.first:
        return False
    if page.doc[at].lower_ in lex.words.likes:
        return True
    if page.doc[at].lower_ in {"de", "d'"}:
        at -= 1
    return page.doc[at].text == "," or page.quote_of[at] != page.quote_of[cue.verb.i]


_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
