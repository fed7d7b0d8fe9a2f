"""Lists of a test, read from one address."""

from __future__ import annotations

from typing import Any

from recoupe.capture import Limits
from recoupe.capture.watching import Listing, read_list

FROM = "https://paper.example/lists/feed"
LIMITS = Limits()


def read(content: str | bytes, *, url: str = FROM, charset: str | None = None) -> Listing:
    raw = content.encode() if isinstance(content, str) else content
    return read_list(raw, url, charset=charset, limits=LIMITS)


def urls(content: str | bytes, **how: Any) -> list[str]:
    return [one.url for one in read(content, **how).entries]


RSS_09 = """<rss version="0.91"><channel><title>P</title><item><title>One</title>
<link>https://paper.example/one</link></item></channel></rss>"""


def section(*links: str, head: str = "", around: str = "main") -> str:
    named = "".join(f"<h2><a href='{link}'>The bridge opens again</a></h2>" for link in links)
    return f"<!DOCTYPE html><html><head>{head}</head><body><{around}>{named}</{around}></body>"
