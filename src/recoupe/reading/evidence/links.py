"""Tying evidence to its address: a link of the page's words, or a post or film shown beside them.

A link counts by its words: on the naming of the evidence or its verbs any link does; on what the
evidence shows, only one of most of those words, since names in them link to other reports; in
the rest of the sentence, only one to the platform that the text names. What is shown without
words belongs to the last evidence of the paragraph before it that may lie there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recoupe.model import Article, Block, Evidence, Link, Medium
from recoupe.reading.evidence.hosts import agree, confirm, holds, platform_of

Range = tuple[int, int]

_PICTURED: Final[frozenset[Medium]] = frozenset({"photo", "satellite"})
_FILE: Final[dict[str, frozenset[Medium]]] = {
    "image": _PICTURED,
    "video": frozenset({"video"}),
    "audio": frozenset({"audio"}),
}
_MOST: Final = 0.5
"""Of what is shown: how much of it a link must hold."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """A record and where its words stand: its naming, its verbs and all, its sentence."""

    record: Evidence
    near: tuple[Range, ...]
    sentence: Range


def tied(leanings: Sequence[Leaning], article: Article) -> tuple[Evidence, ...]:
    """Return the records with the addresses that the page gives them, where none is stated."""
    records = {index: one.record for index, one in enumerate(leanings)}
    links = [link for link in article.links if link.kind == "link"]
    used: set[Link] = set()
    for step in (_on_naming, _on_verbs, _on_shown, _in_sentence):
        for index in _open(records):
            found = next(
                (
                    link
                    for link in links
                    if (step is _on_naming or link not in used) and step(link, leanings[index])
                ),
                None,
            )
            if found is not None:
                used.add(found)
                records[index] = _addressed(records[index], found.url)
    for link in article.links:
        if link.kind != "link":
            _give(link, records, article)
    return tuple(records[index] for index in range(len(leanings)))


def _open(records: dict[int, Evidence]) -> list[int]:
    """Return which records have no address yet and may have one."""
    return [at for at, one in records.items() if one.url is None and one.medium != "witness"]


def _addressed(record: Evidence, url: str) -> Evidence:
    """Return the record at an address, and so on its platform where the text names none."""
    platform = platform_of(url) if record.medium != "document" else None
    return replace(record, url=url, published_on=record.published_on or platform)


def _on_naming(link: Link, leaning: Leaning) -> bool:
    span = leaning.record.span
    return _overlap(link, (span.start, span.end)) > 0


def _on_verbs(link: Link, leaning: Leaning) -> bool:
    return agree(link.url, leaning.record.published_on) and any(
        _overlap(link, stretch) for stretch in leaning.near
    )


def _on_shown(link: Link, leaning: Leaning) -> bool:
    shows = leaning.record.shows
    if shows is None or not agree(link.url, leaning.record.published_on):
        return False
    shared = _overlap(link, (shows.start, shows.end))
    most = shared >= _MOST * (shows.end - shows.start)
    return shared > 0 and (most or holds(link.url, leaning.record.medium))


def _in_sentence(link: Link, leaning: Leaning) -> bool:
    return _overlap(link, leaning.sentence) > 0 and confirm(link.url, leaning.record.published_on)


def _overlap(link: Link, stretch: Range) -> int:
    return max(0, min(link.end, stretch[1]) - max(link.start, stretch[0]))


def _give(link: Link, records: dict[int, Evidence], article: Article) -> None:
    """Give the address of what is shown to the evidence that it must be, if there is one."""
    for block in _blocks_of(link, article):
        fitting = [
            at
            for at in reversed(_open(records))
            if block.start <= records[at].span.start < block.end and _fits(link, records[at])
        ]
        sure = [at for at in fitting if confirm(link.url, records[at].published_on)]
        for at in (sure or fitting)[:1]:
            records[at] = _addressed(records[at], link.url)
            return


def _blocks_of(link: Link, article: Article) -> Iterator[Block]:
    """Yield the caption of what is shown, and the paragraph before it.

    A picture with a caption is what its caption says, and nothing else.
    """
    before = None
    for block in article.blocks:
        if block.start == link.start < link.end == block.end:
            yield block
            if before is not None and link.kind != "image":
                yield before
        elif link.start == link.end == block.end:
            yield block
        before = block


def _fits(link: Link, record: Evidence) -> bool:
    if link.kind == "embed":
        return holds(link.url, record.medium) and agree(link.url, record.published_on)
    return record.medium in _FILE[link.kind]
