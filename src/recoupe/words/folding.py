"""Letters made alike: no marks, no capitals, no ligatures, and in the end only ASCII."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST: Final = 64
"""Letters of a word that are looked at, so that no database refuses a word for its length."""

_ALIKE: Final = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ـ": "",
    }
    # Modifier letters stand for apostrophes and stresses.
    | dict.fromkeys(map(chr, range(0x2B0, 0x300)), "")
)


APOSTROPHES: Final = "'’‘‛ʼʹ`´′＇"
"""What people and machines write for an apostrophe."""

_MEANINGLESS: Final = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


def folded(word: str) -> str:
    """Return a word of letters in lower case without marks or ligatures, letters past 64 left off.

    Every letter outside ``a`` to ``z`` is written by its number (``x0444``), so that what a
    database takes for a letter, in whatever locale, makes no difference. Vowel signs of Indic
    scripts are letters; other marks, signs and digits are left out.
    """
    if word.isascii():
        plain = word.lower() if word.isalpha() else "".join(filter(str.isalpha, word.lower()))
        return plain[:LONGEST]
    plain = unicodedata.normalize("NFKD", word).casefold().translate(_ALIKE)
    return "".join([_spelled(char) for char in plain if _is_letter(char)][:LONGEST])


def number(digits: str) -> str:
    """Return the digits of any script as ASCII, all others left out, digits past 64 left off."""
    values = (unicodedata.digit(char, None) for char in digits)
    return "".join(str(value) for value in values if value is not None)[:LONGEST]


def literal(word: str) -> str:
    """Return a word as a phrase compares it: accents and œ kept, capitals and apostrophes not."""
    if word.isascii():
        return word.lower()
    same = unicodedata.normalize("NFC", word.translate(_MEANINGLESS)).casefold()
    return unicodedata.normalize("NFKC", same)


def _is_letter(char: str) -> bool:
    if char.isalpha():
        return True
    return unicodedata.category(char)[0] == "M" and not unicodedata.combining(char)


def _spelled(char: str) -> str:
    return char if char.isascii() else f"x{ord(char):04x}"
