"""Lines that say who wrote a report and when it was published."""

from __future__ import annotations

import re
from typing import Final

from recoupe.article.furniture import furniture, plain
from recoupe.article.stretch import Stretch

_LONGEST: Final = 18
"""Words in a byline: two or three authors, an agency, a date."""
_DATELINE: Final = 8
_AGENCY: Final = re.compile(r"\(([^()]{2,30})\)[\s–—-]*$")
"""What is left of a dateline on a line of its own: "Paris (AFP) -"."""
_DATED: Final = re.compile(r"\d|\s[|•·–—-]\s")
_DIGITS: Final = re.compile(r"\d+")
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_NAME: Final = re.compile(r"\b[^\W\d_][\w'’.-]*")


def is_byline(stretch: Stretch) -> bool:
    """Whether a short line names an author, an agency or a time of publication, and no more."""
    if stretch.words > _LONGEST or stretch.quoted:
        return False
    words = furniture()
    if is_dated(stretch) or words.staff.fullmatch(stretch.bare):
        return True
    if stretch.words <= _DATELINE and not stretch.ended and _names_staff(stretch):
        return True
    opened = words.by.match(stretch.plain)
    if opened is None or words.finite.search(stretch.plain):
        return False
    return _names(words.staff_named.sub(" ", stretch.text[opened.end() :]))


def _names_staff(stretch: Stretch) -> bool:
    """Whether it is a place or a medium, and an agency behind it."""
    words = furniture()
    agency = _AGENCY.search(stretch.plain)
    if agency and words.staff.fullmatch(agency.group(1)):
        return _names(_AGENCY.sub("", stretch.text))
    behind = words.with_staff.search(stretch.text)
    return behind is not None and _names(stretch.text[: behind.start()])


def authors_in(stretch: Stretch) -> str | None:
    """Return the names on a line that says "by" and names them; ``None`` if it does not.

    A date behind the names is left out.
    """
    words = furniture()
    opened = words.by.match(stretch.plain)
    if opened is None or stretch.words > _LONGEST or stretch.quoted or stretch.ended:
        return None
    names = _DATED.split(stretch.text[opened.end() :])[0]
    names = " ".join(part for part in names.split() if not words.calendar.fullmatch(plain(part)))
    names = names.strip(" :,;|-–—•·")
    return names if names and _names(words.staff_named.sub(" ", names)) else None


def is_dated(stretch: Stretch) -> bool:
    """Whether nothing stands on the line but a date or an hour, and words that announce them."""
    if not _DIGITS.search(stretch.plain) or stretch.words > _LONGEST:
        return False
    words = furniture()
    rest = words.dated.sub(" ", stretch.plain)
    rest = words.calendar.sub(" ", rest)
    rest = words.clock.sub(" ", _DIGITS.sub(" ", rest))
    rest = words.dated.sub(" ", rest.strip(" :-|•·,."))
    left = _NOT_WORDS.sub("", words.staff.sub("", rest))
    return len(left) <= 2


def _names(text: str) -> bool:
    """Whether every word is capitalised or a particle, as in a list of names."""
    small = furniture().small
    return all(word[0].isupper() or word.lower() in small for word in _NAME.findall(text))
