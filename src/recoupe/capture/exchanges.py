"""Exchanges: what was asked of a server and what it answered, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from recoupe.capture.warc.heads import HttpHead

Truncated = Literal["length", "time", "disconnect"]
"""Why the rest of an answer is missing: a limit of ours on bytes or time, or the connection."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer as they went over the connection.

    ``url`` is what was asked for, ``at`` when, in UTC; ``address`` the IP address that answered,
    ``protocols`` what was spoken (``http/1.1``, ``tls/1.3``). ``answered`` is the answer's head and
    ``body`` what followed it, both as they came; ``payload`` is the body with its transfer coding
    taken off, its content coding left on. Answers of status 1xx, which announce another, are left
    out. ``truncated`` is ``None`` where all of the body came.
    """

    url: str
    at: datetime
    address: str
    protocols: tuple[str, ...]
    request: bytes
    answered: bytes
    head: HttpHead
    body: bytes
    payload: bytes
    truncated: Truncated | None = None

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.head.status or 0

    @property
    def media_type(self) -> str | None:
        """The media type that the answer declares, without its parameters."""
        declared = self.head.field("Content-Type") or ""
        return declared.partition(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """The charset that the answer declares."""
        from email.message import Message

        message = Message()
        message["content-type"] = self.head.field("Content-Type") or ""
        try:
            return message.get_content_charset()
        except (LookupError, UnicodeError, ValueError):
            return None
