"""How much is remembered of single words: a corpus has no end of them."""

from __future__ import annotations

from typing import Final

REMEMBERED: Final = 1 << 13
"""Words of which a process keeps what it worked out, those used last: about what sixteen reports
have. With more, a process grows for tens of thousands of reports (docs/scale.md, "Memory")."""
