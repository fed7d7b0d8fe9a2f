"""What an outlet altered in a report, masked on both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from recoupe.comparison.versions import all_words
from recoupe.export.masking.masker import Masker
from recoupe.model import PassageChange, Reading, StatementChange, VersionChange
from recoupe.store.records import Version

_NAMING: Final = frozenset({"title", "byline", "outlet"})

Read = Callable[[str], Reading]
"""Returns the machine's own reading of an article, unmasked."""


def masked_version(masker: Masker, version: Version, read: Read) -> Version:
    """Return a version of a report, and what was altered in it, with the words that may be said."""
    change = version.change
    return version if change is None else replace(version, change=_change(masker, change, read))


def _change(masker: Masker, change: VersionChange, read: Read) -> VersionChange:
    before, after = (masker.through().of(one) for one in (change.before, change.after))
    hidden = bool(masker.hidden.articles & {change.before, change.after})
    old, new = (_words(masker, one, read) for one in (change.before, change.after))
    return VersionChange(
        before=change.before,
        after=change.after,
        fields=tuple(
            before.record(one) for one in change.fields if not (hidden and one.field in _NAMING)
        ),
        passages=tuple(
            PassageChange(
                one.kind,
                before.plain(replace(one, after=None)).before,
                after.plain(replace(one, before=None)).after,
            )
            for one in change.passages
        ),
        statements=tuple(
            StatementChange(
                one.kind,
                one.before,
                one.after,
                None if one.words_before is None else old(one.before or "", one.words_before),
                None if one.words_after is None else new(one.after or "", one.words_after),
            )
            for one in change.statements
        ),
    )


def _words(masker: Masker, article: str, read: Read) -> Callable[[str, str], str]:
    """Return what masks the words of a statement of an article, by its id."""
    if article not in masker.veils:
        return lambda _, words: masker.names.masked(words)
    reading = masker.reading(read(article))
    said = {one.id: all_words(one, reading.article.text) for one in reading.statements}
    return lambda id_, words: said.get(id_) or masker.names.masked(words)
