"""``quotes.toml``: the marks a language quotes with, and how its writers bend them."""

from __future__ import annotations

from functools import cached_property

from recoupe.languages.words import Words


class QuoteWords(Words):
    """Quotation marks.

    ``pairs`` are (opening, closing), the house style first. ``either`` are marks that open or
    close according to the white space around them. ``inner`` are marks that quote only inside
    another quotation. ``apostrophes`` are marks that are apostrophes between letters.
    ``plain`` maps each mark to what the parser knows, one code point for one.
    """

    pairs: tuple[tuple[str, str], ...]
    either: tuple[str, ...]
    inner: tuple[tuple[str, str], ...]
    apostrophes: tuple[str, ...]
    plain: dict[str, str]

    @cached_property
    def table(self) -> dict[int, str]:
        """The ``str.translate`` table of ``plain``: never changes the length of a text."""
        return {ord(mark): plain for mark, plain in self.plain.items()}
