"""What an element of a page shows from elsewhere: a post, a film, a recording, a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recoupe.model import LinkKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SMALL: Final = 100
"""Pixels: narrower pictures are icons."""
_QUOTED: Final = ("cite", "data-instgrm-permalink", "data-url", "data-href")
"""Attributes by which the quotation that stands for a post names it."""
_BUILT: Final = {
    "data-tweetid": "https://twitter.com/i/status/{}",
    "data-tweet-id": "https://twitter.com/i/status/{}",
    "data-telegram-post": "https://t.me/{}",
    "data-youtube-id": "https://www.youtube.com/watch?v={}",
}
"""Attributes that hold the number of a post or film, and the address it then has."""
_BY_TAG: Final = {
    ("amp-youtube", "data-videoid"): "https://www.youtube.com/watch?v={}",
    ("lite-youtube", "videoid"): "https://www.youtube.com/watch?v={}",
    ("amp-instagram", "data-shortcode"): "https://www.instagram.com/p/{}/",
}
_POSTED: Final = ("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed")
_PLAYED: Final[dict[str, LinkKind]] = {"video": "video", "audio": "audio"}


SHOWING: Final = frozenset(
    {"iframe", "embed", "img", "blockquote", *_PLAYED, *(tag for tag, _ in _BY_TAG)}
)
"""Tags that tell that an element may show something."""
AROUND_PICTURES: Final = frozenset({"figure", "article", "main"})
"""Elements of which one is around each picture of a report."""
_NUMBERED: Final = frozenset(_BUILT)
_POST: Final = re.compile(r' class="[^"]*fb-')


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, at which address; ``captioned`` where it shares a figure with a caption."""

    kind: LinkKind
    url: str
    captioned: bool


def may_show(element: HtmlElement, tag: str) -> bool:
    """Whether it is worth asking what an element shows: of most it can be seen at once."""
    if tag in SHOWING:
        return True
    for name in element.keys():  # noqa: SIM118 - its attributes, not its children
        if name in _NUMBERED or (name == "class" and "fb-" in element.get("class")):
            return True
    return False


def shows_more(written: str) -> bool:
    """Whether elements with other tags than ``SHOWING`` may show something on a page.

    ``written`` is the page as XML.
    """
    if any(f' {name}="' in written for name in _NUMBERED):
        return True
    return "fb-" in written and _POST.search(written) is not None


def shown_by(element: HtmlElement, tag: str) -> Iterator[Shown]:
    """Yield what an element shows; of a post that is quoted, only the post itself."""
    url = _embedded(element, tag)
    if url:
        yield Shown("embed", url, _captioned(element))
    elif tag in _PLAYED:
        sources = (element, *element.iter("source"))
        url = next((src for each in sources if (src := _source(each))), None)
        if url:
            yield Shown(_PLAYED[tag], url, _captioned(element))
    elif tag == "img" and _picture(element) and (url := _source(element)):
        yield Shown("image", url, _captioned(element))


def _embedded(element: HtmlElement, tag: str) -> str | None:
    """Return the address of a post or film that an element embeds."""
    own: dict[str, str] = dict(element.items())
    if tag in {"iframe", "embed"}:
        return _source(element)
    for (name, attribute), pattern in _BY_TAG.items():
        if tag == name and own.get(attribute):
            return pattern.format(own[attribute])
    for attribute, pattern in _BUILT.items():
        if own.get(attribute):
            return pattern.format(own[attribute])
    classes = own.get("class", "")
    if any(name in classes for name in ("fb-post", "fb-video")):
        return own.get("data-href")
    if tag == "blockquote" and any(name in classes for name in _POSTED):
        named = next((own[key] for key in _QUOTED if own.get(key)), None)
        links = [each.get("href") for each in element.iter("a") if each.get("href")]
        return named or (links[-1] if links else None)
    return None


def _source(element: HtmlElement) -> str | None:
    """Return where an element's content is loaded from, at once or when it is scrolled to."""
    for name in ("data-src", "src", "data-lazy-src", "data-original"):
        url = (element.get(name) or "").strip()
        if url and not url.startswith(("data:", "about:", "blob:")):
            return str(url)
    return None


def _picture(element: HtmlElement) -> bool:
    """Whether an image is a picture of the report: in a figure, or in its article, and no icon."""
    width = (element.get("width") or "").strip()
    if width.isdigit() and int(width) < _SMALL:
        return False
    return any(parent.tag in AROUND_PICTURES for parent in element.iterancestors())


def _captioned(element: HtmlElement) -> bool:
    figure = next(element.iterancestors("figure"), None)
    return figure is not None and next(figure.iter("figcaption"), None) is not None
