"""``moods.toml``: verb forms that tell their mood, whatever a pipeline makes of them."""

from __future__ import annotations

import re
from functools import cached_property

from recoupe.languages.words import Words


class MoodWords(Words):
    """Forms whose mood a pipeline may take for another.

    ``forms`` maps a value of the feature Mood to regular expressions, one of which matches the
    whole form in lower case. Only verbs and auxiliaries are looked at.
    """

    forms: dict[str, tuple[str, ...]]

    @cached_property
    def patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Each mood with one expression for all of its forms."""
        return tuple((mood, re.compile("|".join(these))) for mood, these in self.forms.items())
