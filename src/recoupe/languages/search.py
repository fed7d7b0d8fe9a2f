"""``search.toml``: how the words of a language are made alike, so that they are found."""

from __future__ import annotations

from recoupe.languages.words import Words


class SearchWords(Words):
    """What makes the forms of one word alike. A text is cut by the tables of all packs at once.

    ``stemmer`` is the name of a Snowball algorithm. ``elided`` are short words that an apostrophe
    ties to the next word ("l'"), ``endings`` what an apostrophe ties to the word before ("'s"):
    both without the apostrophe, both left out of the index. ``whole`` are words that begin or end
    like these and are one word. ``respelled`` maps ends of words without accents to what the
    stemmer, which expects accents, is to see in their place. ``restored`` are ends that the stemmer
    writes in place of others ("rul-ing", "rul-e"). ``examples`` maps words of a
    text to what the index holds of them, before stems are taken.
    """

    stemmer: str
    elided: tuple[str, ...]
    endings: tuple[str, ...]
    whole: tuple[str, ...]
    restored: tuple[str, ...]
    respelled: dict[str, str]
    examples: dict[str, str]
