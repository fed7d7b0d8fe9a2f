"""Where the words of a paragraph begin behind its dateline: "LYON, 4 mai (Agence) - …".

The place, in capitals, the day and the agency are the wire's; nobody is reported to say them.
"""

from __future__ import annotations

import re
from typing import Final

_DATELINE: Final = re.compile(
    r"""\s*
    (?P<place>[^\W\d_a-zà-ÿ](?:[^\W\d_a-zà-ÿ]|[ .'’/-]){2,40}?)  # in capitals
    (?:,\s[^().\n]{1,30}?)?                                    # a country, a day
    (?:\s?\((?P<agency>[^()\n]{2,40})\))?
    \s[-–—]{1,2}\s
    """,
    re.VERBOSE,
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the words of ``text[start:end]`` begin, behind a dateline if it has one."""
    found = _DATELINE.match(text, start, end)
    return start if found is None else found.end()
