"""Bytes to text: the charset that fits, whatever was declared."""

from __future__ import annotations

import codecs
import re
from typing import Final

from recoupe.capture.sniffing import HEAD, utf16
from recoupe.errors import EncodingError

_META: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_BROKEN: Final = re.compile("[\ufffd\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_FEW: Final = 0.02
"""Share of broken characters up to which a text is still one."""
_COHERENT: Final = 0.1
"""How like a language the letters of a guessed charset must be, as charset-normalizer measures it:
noise scores 0, a paragraph in its own charset 0.3 and more."""
_LAST: Final = "cp1252"
"""What undeclared bytes of western Europe are (WHATWG reads ISO 8859-1 as this too)."""


def decode(content: bytes, *, where: str, charset: str | None = None) -> str:
    """Return the text of ``content`` without a byte-order mark; broken bytes become U+FFFD.

    A byte-order mark decides; then UTF-8 wherever the bytes are that, since nothing else of any
    length is by chance; then the charset that the transport or the page declares, if it fits;
    then UTF-8 with few faults; then what the bytes look like.
    Raises :class:`EncodingError` where none leaves a text.
    """
    if content.startswith(codecs.BOM_UTF8):
        return content[3:].decode("utf-8", "replace")
    if wide := utf16(content[:HEAD]):
        return content.decode(wide, "replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass  # it is something else, or damaged: both are tried below
    damaged = content.decode("utf-8", "replace")
    for name in (charset, *_declared(content)):
        text = _decoded(content, name)
        if text is not None and not _broken(text):
            return text
    valid = damaged.count("\ufffd") * 10 < _beyond_ascii(damaged)
    for text in (damaged if valid else None, _guessed(content), damaged):
        if text is not None and _broken(text) <= _FEW:
            return text
    raise EncodingError(
        "is in no charset that fits", where=where, remedy="save it as UTF-8 and try again"
    )


def _declared(content: bytes) -> list[str]:
    found = (_XML.search(content[:1024]), _META.search(content[:HEAD]))
    return [match.group(1).decode("ascii") for match in found if match]


def _decoded(content: bytes, name: str | None) -> str | None:
    """Return the text in the charset ``name``; ``None`` where it is none, or does not fit."""
    try:
        codec = codecs.lookup(name or "").name
        if codec in {"ascii", "iso8859-1"}:
            codec = _LAST
        return content.decode(codec)
    except (LookupError, ValueError, AssertionError):
        return None


def _guessed(content: bytes) -> str | None:
    """Return the text in the charset that its letters look like."""
    from charset_normalizer import from_bytes

    western = _decoded(content, _LAST)
    best = from_bytes(content[: 4 * HEAD]).best()
    if (
        best is None
        or best.coherence < _COHERENT
        or (western is not None and not _broken(western) and _latin(western))
    ):
        return western
    return content.decode(best.encoding, "replace")


def _latin(text: str) -> bool:
    """Whether what is beyond ASCII stands within words and quotation marks of western languages.

    Words of another script read as this charset are nothing but accented letters in a row.
    """
    return not re.search("[À-ÿ]{4}", text)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _broken(text: str) -> float:
    return len(_BROKEN.findall(text)) / max(len(text), 1)
