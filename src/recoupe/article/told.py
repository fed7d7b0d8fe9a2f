"""A page's report, and what the page says of it."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model import Block, Link, Metadata


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of its report; everything not said is ``None``.

    ``published`` and ``modified`` are ISO 8601, ``language`` a BCP 47 tag as the page writes it.
    ``notes`` are blocks of the page that tell of a correction, in its text or beside it.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    metadata: Metadata | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The report of a page: its canonical text, blocks and links, and what the page says of it."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    told: Told
