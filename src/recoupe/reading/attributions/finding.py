"""What the finders of one pattern each bring in, before they are settled into attributions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recoupe.model import Stance

Place = tuple[int, int]
"""``[start, end)`` in code points of the article's text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement found by ``pattern``; ``head`` is the token of its cue, -1 if it has none."""

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    stance: Stance
    pattern: str
    head: int

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.content[-1][1]

    def with_content(self, *content: Place) -> Finding:
        """Return it with other content."""
        return replace(self, content=content)
