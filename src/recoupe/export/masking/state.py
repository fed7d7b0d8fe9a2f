"""What a masked casefile is answered from: the masker of one state of it, and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from typing import Final

from recoupe.errors import StoreError
from recoupe.export.masking.answers import Answers
from recoupe.export.masking.masker import Masker
from recoupe.model import Capture
from recoupe.store.locating import unknown
from recoupe.store.records import StoryFacts
from recoupe.store.remembering import Remembered
from recoupe.store.rows import folded_name

_TEXTS: Final = re.compile(r"text/.*|application/(?:xhtml\+xml|xml|json)")
_ADDRESS: Final = re.compile(r"""[^\s"'<>]*(?:/|%[0-9A-Fa-f]{2})[^\s"'<>]*""")
_TAG: Final = re.compile(r"<[^<>]*>")


_HELD: Final = 50_000
"""Events and positions of masked stories that are remembered: some 40 MB."""


def _weight(facts: StoryFacts) -> int:
    return len(facts.happenings) + len(facts.stood)


@dataclass
class State:
    """One state of a casefile, after line ``number`` of its log, and what masks it.

    ``given`` says by their hash which bytes were looked at, and whether they are given; ``told``
    are the masked stories that were asked for.
    """

    number: int
    masker: Masker
    given: dict[str, bool] = field(default_factory=dict)
    told: Remembered[StoryFacts] = field(default_factory=lambda: Remembered(_HELD, _weight))

    @cached_property
    def answers(self) -> Answers:
        """What masks the store's answers."""
        return Answers(self.masker)

    @cached_property
    def true(self) -> dict[str, str]:
        """The true ids of whoever is masked, by the ids that are shown."""
        return {shown: id_ for id_, shown in self.masker.ids.items()}

    def real(self, id_: str) -> str:
        """Return the true id of what is shown with this one.

        Raises :class:`StoreError` for the true id of whoever is masked: it leads nowhere.
        """
        if id_ in self.masker.ids:
            raise unknown(id_)
        return self.true.get(id_, id_)

    def outlet(self, name: str) -> str | None:
        """Return the true name of an outlet, ``None`` for one that may not be said."""
        if name in self.masker.outlets:
            return self.masker.outlets[name]
        says = next(self.masker.names.found(name, anywhere=True), None)
        return None if says or folded_name(name) in self._outlets else name

    @cached_property
    def _outlets(self) -> frozenset[str]:
        return frozenset(map(folded_name, self.masker.hidden.outlets))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each article in the order of adding."""
        return {article: place for place, article in enumerate(self.masker.order)}

    @cached_property
    def _open(self) -> frozenset[str]:
        """The hashes of the bytes of articles, of no one in which anything is masked."""
        closed = {self.masker.order[article] for article in self.masker.veils}
        return frozenset(self.masker.order.values()) - closed

    def kept_back(self, sha256: str) -> bool:
        """Whether bytes are not given without a look: they are of no open report."""
        return sha256 not in self._open

    def opened(self, capture: Capture) -> Capture:
        """Return a capture whose bytes say no name, and nothing of how they came.

        Raises :class:`StoreError` for any other.
        """
        if not self.masker.masked:
            return capture
        if self.kept_back(capture.sha256) or not self._is_open(capture):
            raise StoreError(
                "these bytes are not given, for somebody or something in them is protected",
                where=capture.sha256,
                remedy="ask who keeps the casefile",
            )
        source = "" if self.masker.names.in_address(capture.input) else capture.input
        shown = self.masker.through().plain(capture.declared)
        return replace(capture, input=source, declared=shown, records=(), record=None)

    def _is_open(self, capture: Capture) -> bool:
        if capture.sha256 not in self.given:
            self.given[capture.sha256] = _says_nobody(self.masker, capture)
        return self.given[capture.sha256]


def _says_nobody(masker: Masker, capture: Capture) -> bool:
    """Whether bytes are text that has no name in its words, its code or its addresses."""
    if not _TEXTS.fullmatch(capture.media_type.lower()):
        return False
    try:
        text = capture.content.decode(capture.charset or "utf-8", "replace")
    except LookupError:  # a charset that nobody knows
        text = capture.content.decode("utf-8", "replace")
    plain = unescape(text)
    shown = _TAG.sub("", plain)
    told = any(next(masker.names.found(one), None) for one in (plain, shown))
    return not told and not any(map(masker.names.in_address, set(_ADDRESS.findall(plain))))
