"""``findings.toml``: what statements do to one another, who is counted, how it is worded."""

from __future__ import annotations

from recoupe.languages.words import Words

Patterns = tuple[str, ...]
"""Regular expressions over lower-case text with plain marks; one of them is found in it."""


class FindingWords(Words):
    """Words by which what several reports say is compared, and in which findings are told.

    Of a content: one in which ``denying`` is found denies what was said before, ``doubting`` cannot
    tell whether it is so, ``blaming`` says whose deed something was, ``excusing`` whose it was not,
    ``accepting`` that it was one's own.
    ``claims`` are nouns of what others said, ``anaphors`` words that stand for it ("it", "this"),
    ``empty`` other words that say nothing of a matter.

    Of a party: ``spokespeople`` are nouns of those who speak for a body, ``unnamed`` words that
    tell nobody which party is meant, ``pronouns`` those of them that stand for who speaks anyway.
    ``forerunners`` are nouns by which a report's opening tells of a body that it names below ("a
    monitor said"), ``documents`` nouns of what somebody issued ("the statement added").

    ``sides`` maps "state" and "others" to nouns for those who may be blamed; ``suffering`` is what
    follows such a noun where they were harmed themselves ("were killed"). ``articles`` open a
    naming of one person that is no count ("a man"). ``tolls`` are nouns of numbers of people
    harmed, ``deaths`` tell of a death in a headline.

    ``scopes`` maps who is counted to nouns for them. ``numbers`` are letters or words of a number
    that is told exactly, so that "dozens" is not.

    ``reasons`` words each code, with its values in braces; ``matters`` words a number that is
    compared, by what happened to those who are counted; ``scope_names`` names those, and
    ``happenings`` the types of events.
    """

    denying: Patterns
    doubting: Patterns
    blaming: Patterns
    excusing: Patterns
    accepting: Patterns
    suffering: Patterns
    claims: tuple[str, ...]
    anaphors: tuple[str, ...]
    empty: tuple[str, ...]
    spokespeople: tuple[str, ...]
    unnamed: tuple[str, ...]
    pronouns: tuple[str, ...]
    forerunners: tuple[str, ...]
    documents: tuple[str, ...]
    sides: dict[str, tuple[str, ...]]
    articles: tuple[str, ...]
    tolls: tuple[str, ...]
    deaths: Patterns
    scopes: dict[str, tuple[str, ...]]
    numbers: tuple[str, ...]
    reasons: dict[str, str]
    matters: dict[str, str]
    scope_names: dict[str, str]
    happenings: dict[str, str]
