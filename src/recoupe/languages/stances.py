"""``stances.toml``: what the words of a cue and of its content tell of a statement's stance."""

from __future__ import annotations

from recoupe.languages.words import Words
from recoupe.model import Stance

Patterns = tuple[str, ...]
"""Regular expressions over lower-case text with plain marks; one of them matches."""


class StanceWords(Words):
    """Words that tell what a source does to what it says, beside those of ``cues.toml``.

    Of a cue: ``words`` are lemmas of verbs and nouns that report in no pattern of ``cues.toml`` and
    still tell a stance where they stand in a cue; ``negated`` lemmas of verbs that tell another
    stance under a negation than without one. ``silences`` are verbs whose refusal is a "no
    comment", ``comments`` nouns of the same; ``unverified`` verbs that, where they cannot be done,
    say that something cannot be verified, ``able`` the lemmas of words for what can be done,
    ``unable`` those that hold a negation already, ``independent`` words that behind or before the
    verb ask for a source of one's own. ``claims`` are nouns of what others say: who
    refuses one denies it.

    Of a content, where the cue leaves the stance open: ``openings`` are patterns at its start,
    ``signs`` patterns anywhere in a short one. One that opens as ``asking`` is the question of a
    cue that else demands. A content that opens as ``negative`` denies where
    the cue is one of the lemmas ``answers``, or where a denial goes on; one that opens as
    ``future`` promises where the cue is one of the lemmas ``pledges``, as ``own_future`` (the
    source's) where it is one of ``announces``.

    ``unhedged`` are lemmas of verbs whose mood of doubt is none (duty, wish), ``possible`` of those
    in which it is only one beside a preposition ("according to"), ``supposing`` words of a
    condition, under which the mood tells of a consequence.
    """

    words: dict[Stance, tuple[str, ...]]
    negated: dict[Stance, tuple[str, ...]]
    silences: tuple[str, ...]
    comments: tuple[str, ...]
    unverified: tuple[str, ...]
    able: tuple[str, ...]
    unable: tuple[str, ...]
    independent: tuple[str, ...]
    claims: tuple[str, ...]
    answers: tuple[str, ...]
    announces: tuple[str, ...]
    pledges: tuple[str, ...]
    openings: dict[Stance, Patterns]
    signs: dict[Stance, Patterns]
    asking: Patterns
    negative: Patterns
    future: Patterns
    own_future: Patterns
    unhedged: tuple[str, ...]
    possible: tuple[str, ...]
    supposing: tuple[str, ...]
