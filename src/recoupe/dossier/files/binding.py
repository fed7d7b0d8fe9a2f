"""Binding: the pages of a dossier as one document, in which links between them lead to parts of it.

Pages are taken as text: they are our own, so every ``<`` begins a tag, for what comes from reports
is escaped, and attributes are quoted and hold no ``>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote

_MAIN: Final = re.compile(r'<main id="main"[^>]*>(.*)</main>', re.DOTALL)
_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEADING: Final = re.compile(r"<h1(?=[\s>])([^>]*)>")
_TAG: Final = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)
_ID: Final = re.compile(r'\sid="([^"]*)"')
_LINKING: Final = re.compile(
    r'(?<=\s)(id|for|href|headers|list|form|aria-[a-z]+by|aria-controls|aria-owns)="([^"]*)"'
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """The inside of one page: its title, its content, and the ids in it; all as in HTML."""

    path: str
    title: str
    content: str
    ids: frozenset[str]

    @classmethod
    def of(cls, path: str, html: str) -> Leaf:
        """Return the inside of a page of ours."""
        main, title = _MAIN.search(html), _TITLE.search(html)
        assert main is not None and title is not None  # noqa: S101, PT018 - of every page of ours
        tags = "".join(_TAG.findall(main[1]))
        ids = frozenset(map(unescape, _ID.findall(tags)))
        return cls(path, title[1], main[1].strip(), ids)


class Binding:
    """Gives every page a number and every id a name of its own, and turns the links to them."""

    def __init__(self, leaves: Mapping[str, Leaf]) -> None:
        self._leaves = leaves
        self._numbers = {path: number for number, path in enumerate(leaves, 1)}

    def sections(self) -> Iterator[str]:
        """Yield each page as a section, in the order in which they came."""
        for leaf in self._leaves.values():
            yield self._section(leaf)

    def frame(self, html: str, path: str) -> str:
        """Return what stands round all pages, as a page at ``path`` would have it, linked too."""
        return _TAG.sub(lambda tag: self._linked(tag[0], path, ""), html)

    def _section(self, leaf: Leaf) -> str:
        name = f"p{self._numbers[leaf.path]}"
        content = _TAG.sub(lambda tag: self._linked(tag[0], leaf.path, f"{name}-"), leaf.content)
        content, headed = _HEADING.subn(rf"<h1\1{_opening(name)}>", content, count=1)
        own = f' aria-labelledby="{name}"' if headed else _opening(name)
        shown = "leaf shown" if name == "p1" else "leaf"
        return f'<section class="{shown}" data-title="{leaf.title}"{own}>\n{content}\n</section>\n'

    def _linked(self, tag: str, path: str, prefix: str) -> str:
        """Return a tag with its ids and links as they are in the one document."""

        def turned(found: re.Match[str]) -> str:
            name, value = found[1], found[2]
            if name == "href":
                return f'href="{self._address(value, path)}"'
            return f'{name}="{" ".join(prefix + one for one in value.split())}"'

        return _LINKING.sub(turned, tag)

    def _address(self, address: str, path: str) -> str:
        to, _, fragment = address.partition("#")
        if ":" in to:
            return address  # of another site
        there = normpath(join(dirname(path), to)) if to else path
        number = self._numbers.get(there)
        if number is None:
            return address
        known = unquote(unescape(fragment)) in self._leaves[there].ids
        return f"#p{number}-{fragment}" if known else f"#p{number}"


def _opening(name: str) -> str:
    return f' id="{name}" data-opening tabindex="-1"'
