"""The text of a parse in lower case, on the same offsets, for patterns to run over."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from recoupe.reading.parse import Parse

_PLAIN: WeakKeyDictionary[Parse, str] = WeakKeyDictionary()


def plain_text(parse: Parse) -> str:
    """Return the parsed text in lower case, one code point for one, with plain quotation marks."""
    if parse not in _PLAIN:
        text = parse.doc.text
        lower = text.lower()
        if len(lower) != len(text):  # a few letters grow when lowered, U+0130 among them
            lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
        _PLAIN[parse] = lower
    return _PLAIN[parse]
