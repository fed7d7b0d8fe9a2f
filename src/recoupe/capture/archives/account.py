"""What an archive held, in numbers: most of its records are no pages, and none goes untold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from recoupe.capture.archives.kinds import ArchiveKind

Held = Literal[
    "page",
    "known",
    "media",
    "style",
    "data",
    "answer",
    "revisit",
    "other",
    "broken",
]
"""What a record is: a page that is read, or why it is passed over.

``known`` is a revisit whose page was found in the same archive, and is read like a page; ``media``
are pictures, sound, video and fonts; ``style`` scripts and style sheets; ``data`` all else that is
no text for people; ``answer`` is a redirect, a refusal or an error of the server; ``revisit`` one
whose page is not there; ``other`` are requests and what crawlers note about themselves.
"""
HELD: Final[tuple[Held, ...]] = (
    "page", "known", "media", "style", "data", "answer", "revisit", "other", "broken"
)  # fmt: skip


@dataclass(slots=True)
class Account:
    """What one archive held so far; ``passed`` counts its pages that are no reports, by kind.

    ``read`` are bytes of the file, of ``size`` where that is known; ``again`` says that it is being
    read once more, for what its pages show. For that, ``path`` and ``kind`` say where it stands and
    what it is; ``path`` is ``None`` of what was piped in. ``shown`` counts the pictures and films
    that were kept with its pages, ``unsought`` those that could not be looked for.
    """

    size: int | None = None
    read: int = 0
    held: Counter[Held] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    path: Path | None = None
    kind: ArchiveKind | None = None
    again: bool = False
    shown: int = 0
    unsought: int = 0

    @property
    def records(self) -> int:
        """How many records there were, broken ones included."""
        return self.held.total()


@dataclass(slots=True)
class Accounts:
    """The accounts of all archives of one run, by input; ``moved`` is called as they grow."""

    of: dict[str, Account] = field(default_factory=dict)
    moved: Callable[[Account], None] = lambda _account: None

    def begin(
        self,
        source: str,
        size: int | None,
        path: Path | None = None,
        kind: ArchiveKind | None = None,
    ) -> Account:
        """Return the account of an archive that is now read from its beginning."""
        return self.of.setdefault(source, Account(size, path=path, kind=kind))

    def passed(self, source: str, kind: str) -> None:
        """Count a page that is no report; ``source`` is the page's input (``FILE#n``)."""
        account = self.of.get(source.rpartition("#")[0])
        if account is not None:
            account.passed[kind] += 1
