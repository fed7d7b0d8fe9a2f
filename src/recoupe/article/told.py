"""What a page says of its own report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of its report; everything not said is ``None``.

    ``published`` and ``modified`` are ISO 8601, ``language`` a BCP 47 tag as the page writes it.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
