"""How much care a report is read with."""

from __future__ import annotations

from typing import Final, Literal, get_args

Mode = Literal["accurate", "fast", "rules"]
"""``accurate`` for casefiles, ``fast`` for archives, ``rules`` without any model of our own."""

MODES: Final[tuple[Mode, ...]] = get_args(Mode)
"""Every mode, the default first."""
