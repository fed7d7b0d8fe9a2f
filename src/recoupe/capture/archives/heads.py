"""The head of a WARC record: its fields, whatever version and line ends it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from recoupe.errors import MalformedInputError

VERSION: Final = re.compile(rb"WARC/(?:0\.1[78]|1\.\d{1,2})[ \t]*\r?\n")
"""How a record begins. Before 0.17 a record's head was one line with no names, and none was
published."""
BLANK: Final = re.compile(rb"\n\r?\n")
"""What ends a head."""
_FOLDED: Final = re.compile(rb"\r?\n[ \t]+")
_DIGITS: Final = re.compile(r"\d{1,18}")
_COARSE: Final = re.compile(r"(\d{4})(?:-(\d\d))?Z?")
_TOGETHER: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d*Z?")


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a record, by their names in lower case; the first of those that are repeated.

    ``length`` is that of the block, in bytes.
    """

    fields: dict[str, str]
    length: int

    @property
    def type(self) -> str:
        """What kind of record it says it is."""
        return self.fields.get("warc-type", "").lower()

    @property
    def id(self) -> str | None:
        """Its WARC-Record-ID, without brackets."""
        return _bare(self.fields.get("warc-record-id"))

    @property
    def url(self) -> str | None:
        """Its WARC-Target-URI; wget puts it in brackets."""
        return _bare(self.fields.get("warc-target-uri"))

    @property
    def concurrent_to(self) -> str | None:
        """The id of another record of the same exchange."""
        return _bare(self.fields.get("warc-concurrent-to"))

    @property
    def refers_to(self) -> str | None:
        """The id of the record that a revisit says the same as."""
        return _bare(self.fields.get("warc-refers-to"))

    @property
    def truncated(self) -> bool:
        """Whether the crawler says that it left off before the end."""
        return "warc-truncated" in self.fields


def read_head(head: bytes, *, where: str) -> Head:
    """Return the head of a record, from its first byte to its blank line.

    Raises :class:`MalformedInputError` where it has no length or no type.
    """
    fields: dict[str, str] = {}
    for line in _FOLDED.sub(b" ", head).splitlines()[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            fields.setdefault(name.strip().lower().decode("ascii", "replace"), _text(value))
    length = fields.get("content-length", "")
    if _DIGITS.fullmatch(length) is None or "warc-type" not in fields:
        missing = "WARC-Type" if _DIGITS.fullmatch(length) else "Content-Length"
        raise MalformedInputError(f"a record has no {missing}", where=where)
    return Head(fields, int(length))


def _text(value: bytes) -> str:
    """Return a field as text; bytes that are no UTF-8 as an address writes them."""
    value = value.strip()
    try:
        return value.decode()
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte < 128 else f"%{byte:02X}" for byte in value)


def _bare(value: str | None) -> str | None:
    if value is None:
        return None
    return value.removeprefix("<").removesuffix(">").strip() or None


def date_of(head: Head, *, where: str) -> datetime:
    """Return when a record was made, from its WARC-Date: to the second, the month or the year.

    Raises :class:`MalformedInputError` where it has none.
    """
    stamp = head.fields.get("warc-date", "")
    if coarse := _COARSE.fullmatch(stamp):
        stamp = f"{coarse[1]}-{coarse[2] or '01'}-01"
    elif together := _TOGETHER.fullmatch(stamp):
        stamp = "{}-{}-{}T{}:{}:{}".format(*together.groups())
    try:
        found = datetime.fromisoformat(stamp)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise MalformedInputError(
            f"its WARC-Date, {stamp[:40]!r}, is no date", where=where
        ) from None


def archived_at(stamp: str | None) -> str | None:
    """Return the time of a Memento-Datetime field in ISO 8601, UTC; ``None`` where it is none."""
    try:
        found = parsedate_to_datetime(stamp or "")
        return found.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, TypeError, OverflowError):
        return None
