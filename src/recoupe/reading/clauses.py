"""Who does what to whom in the dependency parse, in the labels of both schemes that pipelines use.

French pipelines follow Universal Dependencies, English ones ClearNLP; a set names what both call
the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from recoupe.reading.dependencies import PASSIVE_AUXILIARY, PASSIVE_SUBJECT, RELATIVE, VERBAL
from recoupe.reading.tokens import Token

SUBJECT: Final = frozenset({"nsubj", "nsubj:caus", "csubj"})
OBJECT: Final = frozenset({"obj", "dobj", "iobj", "dative", "obl:arg"})
AGENT: Final = frozenset({"obl:agent"})
OBLIQUE: Final = frozenset({"obl", "obl:mod", "obl:arg", "nmod", "obl:agent"})
PREPOSITION: Final = frozenset({"prep", "agent"})
PARTICIPLE: Final = frozenset({"acl"})
RAISED: Final = frozenset({"xcomp"})
CLAUSES: Final = frozenset(
    {"ROOT", "ccomp", "advcl", "acl", "acl:relcl", "relcl", "parataxis", "csubj", "pcomp"}
)
NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_LOOSE: Final = frozenset({"punct", "cc"})

WORDS: Final = 100
"""Words of one sentence that are looked at from one place. Prose has no longer sentences; what has
(tables, lists, hostile text) must cost no more than its length."""


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive, or a past participle that hangs on a noun."""
    if any(
        child.dep_ in PASSIVE_AUXILIARY or child.dep_ in PASSIVE_SUBJECT for child in verb.children
    ):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and past_participle(verb):
        own = any(c.dep_ in SUBJECT or c.dep_.startswith("aux") for c in verb.children)
        return not own and passive(verb.head)  # "was charged and convicted"
    return verb.dep_ in PARTICIPLE and past_participle(verb)


def has(token: Token, feature: str, value: str) -> bool:
    """Whether the tagger gives the token this value of a feature."""
    return value in token.morph.get(feature, [])


def past_participle(verb: Token) -> bool:
    """Whether the tagger calls the word a past participle (French ones may be adjectives)."""
    if verb.pos_ == "ADJ":
        return True
    return has(verb, "VerbForm", "Part") and has(verb, "Tense", "Past")


def subjects(verb: Token, relatives: frozenset[str]) -> Iterator[Token]:
    """Yield the heads of what does (or, in the passive, undergoes) the verb.

    A verb without a subject of its own has that of the verb it is coordinated with or hangs on as
    an infinitive; a participle has the noun it hangs on.
    """
    for _ in range(6):
        own = [c for c in verb.children if c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT]
        if own:
            for token in own:
                yield from coordinated(antecedent(token, relatives))
            return
        if verb.dep_ in PARTICIPLE and verb.head.pos_ in NOMINAL | {"PRON"}:
            yield from _of_noun(verb, relatives)
            return
        if verb.dep_ in RAISED or verb.dep_ in {"conj", "advcl"}:
            verb = verb.head
        else:
            return


def _of_noun(verb: Token, relatives: frozenset[str]) -> Iterator[Token]:
    """Yield the noun that a participle hangs on, or the subject of the noun that carries it."""
    noun = verb.head
    inner = [c for c in noun.children if c.dep_ in SUBJECT and c.i < noun.i]
    if inner and not past_participle(verb):  # "la Russie est en train de bombarder"
        yield from coordinated(antecedent(inner[0], relatives))
    elif noun.dep_ in OBLIQUE and noun.head.pos_ in NOMINAL and not past_participle(verb):
        yield from coordinated(noun.head)  # "la Russie en train de bombarder"
    elif noun.dep_ in OBLIQUE and noun.head.pos_ in VERBAL and not past_participle(verb):
        seen = [c for c in noun.head.children if c.dep_ in OBJECT and c.i < noun.i]
        for token in seen or [c for c in noun.head.children if c.dep_ in SUBJECT]:
            yield from coordinated(antecedent(token, relatives))  # "montre X en train de"
    else:
        yield from coordinated(noun)


def objects(verb: Token, relatives: frozenset[str]) -> Iterator[Token]:
    """Yield the heads of the verb's objects."""
    for child in verb.children:
        if child.dep_ in OBJECT:
            yield from coordinated(antecedent(child, relatives))


def tied(head: Token, prepositions: frozenset[str], relatives: frozenset[str]) -> Iterator[Token]:
    """Yield the heads of what one of ``prepositions`` ties to ``head``."""
    for child in head.children:
        if child.dep_ in PREPOSITION and child.lower_ in prepositions:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from coordinated(inner)
        elif child.dep_ in OBLIQUE and any(
            c.dep_ in {"case", "mark"} and {c.lower_, c.lemma_} & prepositions
            for c in child.children
        ):
            yield from coordinated(antecedent(child, relatives))


def antecedent(token: Token, relatives: frozenset[str]) -> Token:
    """Return what a relative pronoun stands for, else the token itself."""
    if token.lower_ not in relatives or token.pos_ not in {"PRON", "DET", "SCONJ"}:
        return token
    clause = token.head
    for _ in range(4):
        if clause.dep_ in RELATIVE or clause.dep_ in PARTICIPLE:
            return clause.head
        if clause.dep_ == "ROOT":
            break
        clause = clause.head
    return token


def coordinated(token: Token) -> Iterator[Token]:
    """Yield the token and what is coordinated with it, in order."""
    waiting = [token]
    for _ in range(WORDS):
        if not waiting:
            return
        token = waiting.pop()
        yield token
        joined = (c for c in token.children if c.dep_ == "conj" and c.pos_ not in VERBAL)
        waiting += reversed(list(joined))


def governor(token: Token) -> Token | None:
    """Return the word that a token hangs on, prepositions skipped; ``None`` for a root."""
    if token.dep_ == "ROOT":
        return None
    head: Token = token.head
    if head.dep_ in PREPOSITION and token.dep_ in {"pobj", "pcomp"}:
        return head.head if head.dep_ != "ROOT" else None
    return head


def link(token: Token) -> str | None:
    """Return the preposition, in lower case, that ties a token to its governor."""
    if token.head.dep_ in PREPOSITION:
        return str(token.head.lower_)
    return next((str(c.lemma_) for c in token.children if c.dep_ in {"case", "mark"}), None)


def clause(token: Token) -> Token:
    """Return the head of the clause in which the token stands."""
    for _ in range(WORDS):
        if token.dep_ in CLAUSES or (token.dep_ == "conj" and token.pos_ in VERBAL):
            break
        token = token.head
    return token


def own_words(head: Token) -> Iterator[Token]:
    """Yield what hangs on ``head`` without leaving its clause, itself left out."""
    waiting = [head]
    for _ in range(WORDS):
        if not waiting:
            return
        for child in waiting.pop().children:
            if child.dep_ not in CLAUSES and child.dep_ != "conj" and child.dep_ not in _LOOSE:
                yield child
                waiting.append(child)


def under(token: Token, other: Token) -> bool:
    """Whether ``token`` is ``other`` or hangs on it, at whatever remove."""
    for _ in range(WORDS):
        if token == other:
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def branch(head: Token) -> list[Token]:
    """Return the tokens that hang on ``head``, itself among them, in order: its subtree."""
    return list(islice(head.subtree, WORDS))
