"""``relaying.toml``: how a report says through whom it has somebody's words."""

from __future__ import annotations

from recoupe.languages.words import Words


class RelayWords(Words):
    """Words by which one party is said to pass on another's, as forms in lower case.

    ``citing`` are phrases behind a source that open whom that source has it from ("citing two
    officials"), without the preposition that they end in. ``relayed`` are participles of what is
    done with words or documents before they reach the report ("quoted", "obtained"), ``endings``
    what such a participle may take on, ``agents`` the prepositions before who did it ("by").
    ``occasions`` are nouns for talk with a medium ("in an interview with X") and for its voice
    ("on the airwaves of X"). ``mastheads`` are nouns that newspapers and channels are called by, in
    names of several words ("the Riverside *Courier*").
    """

    citing: tuple[str, ...]
    relayed: tuple[str, ...]
    endings: tuple[str, ...]
    agents: tuple[str, ...]
    occasions: tuple[str, ...]
    mastheads: tuple[str, ...]
