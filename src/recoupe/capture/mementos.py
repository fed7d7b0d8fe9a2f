"""Pages that a web archive had captured before: of which address, and when (Memento, RFC 7089).

Any server can say of a page that it is an old one of somebody else's. So the address that it names
is taken for the report's own only from the archives below; the time it says is noted from anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from recoupe.capture.warc.heads import HttpHead

ARCHIVES: Final = frozenset(
    {
        "archive-it.org",
        "archive.fo",
        "archive.is",
        "archive.li",
        "archive.md",
        "archive.org",
        "archive.ph",
        "archive.today",
        "archive.vn",
        "arquivo.pt",
        "haw.nsk.hr",
        "nationalarchives.gov.uk",
        "perma.cc",
        "swap.stanford.edu",
        "vefsafn.is",
        "webarchive.loc.gov",
        "webarchive.nla.gov.au",
        "webarchive.org.uk",
        "webarchive.parliament.uk",
    }
)
"""Hosts of public web archives that answer in the words of Memento, with all names below them."""
_LINK: Final = re.compile(r'<([^<>]*)>((?:\s*;\s*[^\s,;="]+\s*(?:=\s*(?:"[^"]*"|[^\s,;"]*))?)*)')
_REL: Final = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s,;"]*))', re.I)
_LONGEST: Final = 20_000
"""Characters of links that are looked at: some archives list thousands of other times."""


@dataclass(frozen=True, slots=True)
class Memento:
    """``archived_at`` is when an archive captured the page (ISO 8601, UTC), ``original`` where."""

    archived_at: str
    original: str | None


def memento_of(head: HttpHead, url: str) -> Memento | None:
    """Return what an answer from ``url`` says of an older capture; ``None`` if it is none."""
    said = head.field("Memento-Datetime")
    if said is None:
        return None
    try:
        at = parsedate_to_datetime(said)
    except (TypeError, ValueError, OverflowError):
        return None
    at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    original = _original(head) if _is_archive(url) else None
    return Memento(at.isoformat(timespec="seconds"), original)


def _is_archive(url: str) -> bool:
    labels = (urlsplit(url).hostname or "").split(".")
    return any(".".join(labels[at:]) in ARCHIVES for at in range(len(labels)))


def _original(head: HttpHead) -> str | None:
    """Return the address that the links of an answer call the original's."""
    links = ", ".join(head.all("Link"))[:_LONGEST]
    for address, parameters in _LINK.findall(links):
        relations = [quoted or bare for quoted, bare in _REL.findall(parameters)]
        if any("original" in each.lower().split() for each in relations):
            found = address.strip()
            return found if re.match(r"https?://[^/]", found, re.I) else None
    return None
