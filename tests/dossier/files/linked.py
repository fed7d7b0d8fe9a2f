"""What pages in files link to, read with a parser that is not ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import html


def tree(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def addresses(page: html.HtmlElement) -> Iterator[str]:
    """Yield every address in a page."""
    for name in ("href", "src", "action", "poster", "data", "{http://www.w3.org/1999/xlink}href"):
        yield from (str(one.get(name)) for one in page.iter() if one.get(name) is not None)


def dead_links(folder: Path) -> list[tuple[str, str]]:
    """Return what leads nowhere: the page, and the address as it stands there."""
    pages = {path: tree(path) for path in sorted(folder.rglob("*.html"))}
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for address in addresses(page):
            if address.startswith(("https://", "http://", "data:")):
                continue
            to, _, fragment = address.partition("#")
            there = (path.parent / unquote(to)).resolve() if to else path
            known = not fragment or there not in ids or unquote(fragment) in ids[there]
            if not there.is_file() or folder not in there.parents or not known:
                dead.append((str(path.relative_to(folder)), address))
    return dead
