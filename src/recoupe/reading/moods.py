"""Moods that verb forms tell by themselves, put right before any reader looks at them.

Measured with ``fr_core_news_md`` 3.8: of fourteen conditionals in sentences of our own eight came
out as indicatives, most of them imperfects, and with them the reserve that the press puts in them.
"""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.languages.moods import MoodWords
from recoupe.reading.dependencies import VERBAL
from recoupe.reading.tokens import Token


def mend_moods(tokens: Iterable[Token], words: MoodWords) -> None:
    """Give every verb whose form tells its mood that mood, in the present."""
    if not words.patterns:
        return
    for token in tokens:
        if token.pos_ in VERBAL:
            for mood, pattern in words.patterns:
                if pattern.fullmatch(token.lower_):
                    token.morph = {**token.morph, "Mood": [mood], "Tense": ["Pres"]}
