"""``quotes.toml``: the marks a language quotes with, and how its writers bend them."""

from __future__ import annotations

from functools import cached_property

from recoupe.languages.words import Words


class QuoteWords(Words):
    """Quotation marks.

    ``pairs`` are (opening, closing), the house style first. ``either`` are marks that open or
    close according to what stands around them: they belong to one family and may close each other.
    ``inner`` are pairs that quote only inside another quotation. ``nesting`` are opening marks of
    which a second one opens a quotation inside the first; a second one of any other takes the
    place of the first, which was a slip. ``apostrophes`` are marks that are apostrophes between
    letters. ``plain`` maps each mark to what the parser knows, one code
    point for one.
    """

    pairs: tuple[tuple[str, str], ...]
    either: tuple[str, ...]
    inner: tuple[tuple[str, str], ...]
    nesting: tuple[str, ...]
    apostrophes: tuple[str, ...]
    plain: dict[str, str]

    @cached_property
    def table(self) -> dict[int, str]:
        """The ``str.translate`` table of ``plain``: never changes the length of a text."""
        return {ord(mark): plain for mark, plain in self.plain.items()}

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Every mark that may open or close, the longest first."""
        found = {mark for pair in (*self.pairs, *self.inner) for mark in pair} | set(self.either)
        return tuple(sorted(found, key=lambda mark: (-len(mark), mark)))

    @cached_property
    def families(self) -> dict[str, int]:
        """The number of the family of each mark: marks of one family may close each other."""
        groups: list[set[str]] = [set(self.either)]
        for pair in (*self.pairs, *self.inner):
            group = set(pair).union(*(g for g in groups if g & set(pair)))
            groups = [g for g in groups if not g & group] + [group]
        return {mark: number for number, group in enumerate(groups) for mark in group}

    @cached_property
    def openers(self) -> frozenset[str]:
        """Marks that open some pair."""
        return frozenset(pair[0] for pair in (*self.pairs, *self.inner))

    @cached_property
    def closers(self) -> frozenset[str]:
        """Marks that close some pair."""
        return frozenset(pair[1] for pair in (*self.pairs, *self.inner))

    @cached_property
    def inner_only(self) -> frozenset[str]:
        """Marks that quote only inside another quotation."""
        outer = {mark for pair in self.pairs for mark in pair} | set(self.either)
        return frozenset(mark for pair in self.inner for mark in pair) - outer
