"""Which platform an address belongs to, and which media may lie there."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from recoupe.model import Medium

_POSTED: Final[frozenset[Medium]] = frozenset(
    {"post", "video", "photo", "satellite", "audio", "document"}
)
_FILMED: Final[frozenset[Medium]] = frozenset({"video"})
_HEARD: Final[frozenset[Medium]] = frozenset({"audio"})

_HOSTS: Final[dict[str, tuple[str | None, frozenset[Medium]]]] = {
    "twitter.com": ("Twitter", _POSTED),
    "x.com": ("X", _POSTED),
    "t.me": ("Telegram", _POSTED),
    "telegram.me": ("Telegram", _POSTED),
    "facebook.com": ("Facebook", _POSTED),
    "fb.watch": ("Facebook", _POSTED),
    "instagram.com": ("Instagram", _POSTED),
    "vk.com": ("VKontakte", _POSTED),
    "weibo.com": ("Weibo", _POSTED),
    "truthsocial.com": ("Truth Social", _POSTED),
    "reddit.com": ("Reddit", _POSTED),
    "linkedin.com": ("LinkedIn", _POSTED),
    "bsky.app": ("Bluesky", _POSTED),
    "threads.net": ("Threads", _POSTED),
    "threads.com": ("Threads", _POSTED),
    "snapchat.com": ("Snapchat", _POSTED),
    "tiktok.com": ("TikTok", _FILMED | {"post"}),
    "youtube.com": ("YouTube", _FILMED | {"post"}),
    "youtube-nocookie.com": ("YouTube", _FILMED),
    "youtu.be": ("YouTube", _FILMED),
    "dailymotion.com": (None, _FILMED),
    "vimeo.com": (None, _FILMED),
    "rumble.com": (None, _FILMED),
    "soundcloud.com": (None, _HEARD),
    "documentcloud.org": (None, frozenset({"document"})),
}
"""By host, the name that platforms are recorded under, and what may lie there."""

_ONE: Final = frozenset({"Twitter", "X"})
"""Two names of one platform."""
KNOWN: Final = frozenset(name for name, _ in _HOSTS.values() if name)


def _host(url: str) -> tuple[str | None, frozenset[Medium]]:
    try:
        parts = (urlsplit(url).hostname or "").lower().split(".")
    except ValueError:
        return None, frozenset()
    domains = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((_HOSTS[each] for each in domains if each in _HOSTS), (None, frozenset()))


def platform_of(url: str) -> str | None:
    """Return the platform that an address belongs to, as recorded."""
    return _host(url)[0]


def holds(url: str, medium: Medium) -> bool:
    """Whether the medium may lie at an address of a known host."""
    return medium in _host(url)[1]


def agree(url: str, published_on: str | None) -> bool:
    """Whether an address may be where the text says the medium was published.

    Names that are no platform's ("social media") agree with any.
    """
    platform = platform_of(url)
    if platform is None or published_on not in KNOWN:
        return True
    return platform == published_on or {platform, published_on} == _ONE


def confirm(url: str, published_on: str | None) -> bool:
    """Whether an address is on the platform that the text names."""
    return published_on in KNOWN and platform_of(url) is not None and agree(url, published_on)
