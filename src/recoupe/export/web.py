"""Addresses that a browser may open."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

_WEB: Final = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_NO_IRI: Final = re.compile(r"[\x00-\x20<>\"{}|\\^`]")


def web_address(address: str | None) -> str | None:
    """Return an address as an IRI if it is one of the web, else ``None``."""
    if address is None or not _WEB.match(address):
        return None
    return _NO_IRI.sub(lambda found: quote(found.group()), address)
