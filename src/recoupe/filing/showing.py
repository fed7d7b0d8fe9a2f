"""What a report shows, kept with it: every picture and film, with its bytes where they were given.

Nothing that goes wrong with a picture is an error of its report: it is logged, and told in the
picture's own record where there is one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urldefrag

from recoupe.capture.limits import Limits
from recoupe.errors import RecoupeError
from recoupe.model import Article, Capture
from recoupe.model.media import MediaFile, ShownMedia
from recoupe.store import Store

logger = logging.getLogger(__name__)

_SHOWN: Final = frozenset({"image", "video", "audio", "embed"})


@dataclass(slots=True)
class _Found:
    """What a report shows, in order, and the bytes that were given, by hash."""

    shown: list[ShownMedia] = field(default_factory=list)
    files: dict[str, tuple[MediaFile, bytes]] = field(default_factory=dict)


def keep_shown(
    store: Store, capture: Capture, article: Article, *, author: str, beside: bool = False
) -> None:
    """Keep what an article shows. Kept twice, it is kept once.

    ``beside`` lets the files beside the report's own be looked at: only where a person named the
    report by its path. Raises :class:`StoreError` where the store cannot be written to.
    """
    try:
        found = _found(capture, article, beside=beside)
    except Exception:
        logger.debug("what a report shows could not be looked at", exc_info=True)
        found = _Found(list(_listed(article)))
    if found.shown:
        store.add_media(article.id, found.shown, found.files, author=author)


def _listed(article: Article) -> Iterator[ShownMedia]:
    """Yield what the links of an article show, each once."""
    seen = set()
    for link in article.links:
        if link.kind in _SHOWN and (link.kind, link.url) not in seen:
            seen.add((link.kind, link.url))
            yield ShownMedia(link.kind, link.url, link.start, link.end)


def _found(capture: Capture, article: Article, *, beside: bool) -> _Found:
    from recoupe.capture.media.given import in_records

    limits = Limits.from_environment()
    given = dict(in_records(capture, limits)) if capture.records else {}
    if given:
        given |= _best(capture, article, given)
    more: dict[str, bytes] = {}
    if beside and "://" not in capture.input:
        named, more = _beside(capture, article, limits)
        given |= named
    found = _Found()
    used = set()
    for one in _listed(article):
        content = given.get(one.url) or given.get(urldefrag(one.url).url)
        found.shown.append(_with(one, content, found))
        used.add(one.url)
    at = len(article.text)
    for name, content in (*more.items(), *_heads(capture, article, given, used)):
        one = _with(ShownMedia("image", name, at, at), content, found)
        if one.sha256 is not None and one.sha256 not in {kept.sha256 for kept in found.shown}:
            found.shown.append(one)
    return found


def _with(one: ShownMedia, content: bytes | None, found: _Found) -> ShownMedia:
    """Return something shown with its bytes, which are looked at and laid with the others."""
    from dataclasses import replace

    from recoupe.capture.media import media_file

    if content is None:
        return one
    try:
        file = media_file(content, where=one.url)
    except RecoupeError:
        return one
    if file is None:
        return one
    found.files[file.sha256] = file, content
    kind = one.kind if one.kind != "image" or file.kind == "image" else "video"
    return replace(one, kind=kind, sha256=file.sha256)


def _best(capture: Capture, article: Article, given: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the bytes of better copies that were fetched, by the addresses of the links."""
    from recoupe.article.requisites import requisites_of

    wanted = requisites_of(capture, article)
    return {one.shown: given[one.url] for one in wanted if one.url in given}


def _heads(
    capture: Capture, article: Article, given: Mapping[str, bytes], used: set[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield what stands for a page elsewhere and was fetched, and the stills of its films."""
    if not given or not capture.records:
        return
    from recoupe.article.requisites import requisites_of

    for one in requisites_of(capture, article):
        if one.shown not in used and one.url in given:
            yield one.shown, given[one.url]


def _beside(
    capture: Capture, article: Article, limits: Limits
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return bytes beside a file: by the addresses of links, and those that no link names."""
    from recoupe.article.links import in_full
    from recoupe.capture.media.given import laid_beside, named_beside

    path = Path(capture.input)
    if not path.is_file():
        return {}, {}
    more = dict(laid_beside(path, limits))
    named: dict[str, bytes] = {}
    if capture.media_type == "text/html":
        links = {link.url for link in article.links}
        for source, content in named_beside(path, _sources(capture), limits).items():
            url = in_full(source, article.url)
            if url in links:
                named[url] = content
            else:
                more.setdefault(source, content)
    return named, more


def _sources(capture: Capture) -> Iterator[str]:
    """Yield what the pictures and films of a saved page are loaded from, as it names them."""
    from trafilatura.utils import load_html

    from recoupe.article.decoding import decode
    from recoupe.article.shown import shown_by

    html = decode(capture.content, where=capture.input, charset=capture.charset)
    tree = load_html(html.replace("\x00", "\ufffd"))
    if tree is None:
        return
    for element in tree.iter("img", "video"):
        for shown in shown_by(element, str(element.tag)):
            yield shown.url
