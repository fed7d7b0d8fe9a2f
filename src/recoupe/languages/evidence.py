"""``evidence.toml``: the words for what a report leans on, and for how it came to be seen."""

from __future__ import annotations

from typing import Literal

from recoupe.languages.words import Words
from recoupe.model import Medium

Signal = Literal[
    "shown", "published", "examined", "according", "inside", "platform", "quality", "made", "says"
]
"""How a text leans on a medium: it is the subject of *show*; somebody made it public; somebody saw
it; a claim stands "according to" it, or "in" it; it is named with a platform, with a quality
("leaked"), with what it was made with; it says something itself (a witness)."""


class MediumWords(Words):
    """Nouns for one medium, as lemmas, possibly of several words ("image satellite").

    ``leans`` are signals of which the text must give one, any at all if there are none: a
    photograph counts where it shows something or was published, not wherever the word stands.
    """

    medium: Medium
    nouns: tuple[str, ...]
    leans: tuple[Signal, ...] = ()


class EvidenceWords(Words):
    """Media in order of preference, and the words around them; verbs and nouns are lemmas.

    ``platforms`` go from a name as recorded to its forms in lower case; ``ambiguous`` platforms
    ("X", "Signal") count only with a capital and right behind one of ``platform_links``, the
    prepositions before a platform. ``posting`` go from a word that tells the platform by itself
    ("tweet") to it. ``made_with`` go from what a recording was made with, as recorded, to its
    forms in lower case.

    ``shows`` are verbs of which the medium is subject and what can be seen object ("montre" is
    there as well, where taggers take the verb for a noun), ``seen`` verbs whose object is seen in
    the medium. ``published`` are verbs that make a medium public, ``examined`` those by which
    somebody vouches for having seen it, ``says`` verbs of speaking and writing. ``according`` are
    prepositions that rest a claim on a medium, possibly with the word before ("according to"),
    ``inside`` those that place a claim there; ``qualities`` words that say that something is
    evidence ("leaked"). ``by`` ties a publisher, ``of`` what it shows, ``origins`` where it comes
    from. ``bars`` are words with which the noun means something else ("conference").
    ``relatives`` are relative pronouns.
    """

    media: tuple[MediumWords, ...]
    platforms: dict[str, tuple[str, ...]]
    ambiguous: tuple[str, ...]
    platform_links: tuple[str, ...]
    posting: dict[str, str]
    made_with: dict[str, tuple[str, ...]]
    shows: tuple[str, ...]
    seen: tuple[str, ...]
    published: tuple[str, ...]
    examined: tuple[str, ...]
    says: tuple[str, ...]
    according: tuple[str, ...]
    inside: tuple[str, ...]
    qualities: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]
    origins: tuple[str, ...]
    bars: tuple[str, ...]
    relatives: tuple[str, ...]
