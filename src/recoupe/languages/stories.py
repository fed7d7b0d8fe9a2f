"""``stories.toml``: how frequent words are in everyday news, so that they bind no reports."""

from __future__ import annotations

from recoupe.languages.words import Words


class StoryWords(Words):
    """Stems by the share of everyday news reports that have them, in percent (its key).

    Stems are those of ``search.toml``'s stemmer. A stem that is not listed is in fewer than one
    report of a hundred.
    """

    everyday: dict[str, tuple[str, ...]]
