"""Reasons: why something was concluded, as a code with its values, to be worded in any language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: ``code`` names its wording in the packs, ``values`` are what it is filled with.

    ``Reason("shared_place", (("place", "Marioupol"),))``
    """

    code: str
    values: tuple[tuple[str, str | int | float], ...] = ()
