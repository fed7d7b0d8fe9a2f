"""``contradictions.toml``: the words by which two passages say opposite things of one matter."""

from __future__ import annotations

from typing import Literal

from recoupe.languages.words import Words

Quantifier = Literal["all", "most", "some", "few", "none", "only"]


class Opposed(Words):
    """Words for the two sides of one matter: ``confirm`` and ``deny``, ``rise`` and ``fall``.

    ``matter`` names it, the same in every pack, so that words of two languages can be opposed.
    ``one`` and ``other`` are words or phrases in any form: forms with one stem are alike.
    """

    matter: str
    one: tuple[str, ...]
    other: tuple[str, ...]


class ContradictionWords(Words):
    """Words and phrases in lower case; those with one stem are alike, but for ``function``.

    ``function`` are words that carry no matter of their own, as they stand; ``hinges`` words at
    which a clause ends and the next begins. ``negations`` deny what follows in their clause and
    the verb before them; ``negation_marks`` only announce one and are not counted ("ne").
    ``marked_negations`` deny, and ``marked_only`` restrict, only behind such a mark ("ne … plus").
    ``word_negations`` deny the next word only ("non").
    ``lacks`` are verbs, nouns and adjectives that deny what follows ("impossible", "prevent").
    ``prefixes`` stand before a word and turn it round ("in-", "un-").

    ``quantifiers`` say how much of a whole. ``falsehoods`` say that a claim is not so, ``truths``
    that it is; ``claims`` that somebody says it whom the text does not vouch for; ``possible``
    that it may be; ``contrasts`` set one thing right against another ("in fact", "contrary to").
    """

    function: tuple[str, ...]
    hinges: tuple[str, ...]
    negations: tuple[str, ...]
    negation_marks: tuple[str, ...]
    word_negations: tuple[str, ...]
    marked_negations: tuple[str, ...]
    marked_only: tuple[str, ...]
    lacks: tuple[str, ...]
    prefixes: tuple[str, ...]
    quantifiers: dict[Quantifier, tuple[str, ...]]
    falsehoods: tuple[str, ...]
    truths: tuple[str, ...]
    claims: tuple[str, ...]
    possible: tuple[str, ...]
    contrasts: tuple[str, ...]
    opposed: tuple[Opposed, ...]
