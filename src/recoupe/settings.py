"""Numbers that the environment sets."""

from __future__ import annotations

import math
import os

from recoupe.errors import UsageError


def number_set(variable: str, usual: float) -> float:
    """Return the number that an environment variable sets, ``usual`` where it is not set.

    Raises :class:`UsageError` for what is not a number from 0 up.
    """
    text = os.environ.get(variable)
    if text is None:
        return usual
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < math.inf:
        raise UsageError(f"{text!r} is not a positive number", where=variable)
    return value
