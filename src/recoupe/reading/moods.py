"""Moods that verb forms tell by themselves, put right before any reader looks at them.

Measured with ``fr_core_news_md`` 3.8: of fourteen conditionals in sentences of our own eight came
out as indicatives, most of them imperfects, and with them the reserve that the press puts in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.languages.moods import MoodWords
from recoupe.reading.dependencies import VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def mend_moods(doc: Doc, words: MoodWords) -> None:
    """Give every verb of ``doc`` whose form tells its mood that mood, in the present."""
    if not words.patterns:
        return
    for token in doc:
        if token.pos_ in VERBAL:
            for mood, pattern in words.patterns:
                if pattern.fullmatch(token.lower_):
                    _set_mood(token, mood)


def _set_mood(token: Token, mood: str) -> None:
    from spacy.tokens.morphanalysis import MorphAnalysis

    features = token.morph.to_dict() | {"Mood": mood, "Tense": "Pres"}
    token.morph = MorphAnalysis(token.vocab, features)
