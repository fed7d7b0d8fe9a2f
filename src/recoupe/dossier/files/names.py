"""Pages as files: what each shows, and a name for it that any disk takes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.dossier.owning import slug

Kind = Literal["case", "quality", "story", "report", "statement", "speaker", "outlet"]
"""What a page is of."""
Narrowed = Literal["", "stance", "story", "taken", "given"]
"""Which of its lists a page shows: what somebody says with a stance or in a story, copies."""

OURS: Final = re.compile(
    r"(?:index|quality)(?:-\d+)?\.html"
    r"|(?:stories|reports|speakers|outlets)/[a-z0-9_-]+\.html|statements/[a-z0-9]/[a-z0-9_-]+\.html"
    r"|static/[a-z]+\.(?:css|js)|captures/[0-9a-f]{64}\.[a-z.]+|dossier\.json|SHA256SUMS"
)
"""Every name that a file of a dossier has."""

_FOLDERS: Final[dict[Kind, str]] = {
    "story": "stories/",
    "report": "reports/",
    "statement": "statements/",
    "speaker": "speakers/",
    "outlet": "outlets/",
}
_ALONE: Final[dict[Kind, str]] = {"case": "index", "quality": "quality"}
_ID: Final = re.compile(r"[a-z]+-([0-9a-f]{16})")
_WORD: Final = re.compile(r"[a-z]+(?:_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page as a file: of what it is, and which part of it.

    ``id`` is that of the store, of an outlet its name, empty where there is only one. ``number``
    counts the parts of a text, or the pages of a list, from 1; ``narrowed`` and ``value`` say what
    of it is shown alone.
    """

    kind: Kind
    id: str = ""
    number: int = 1
    narrowed: Narrowed = ""
    value: str = ""

    @property
    def path(self) -> str:
        """The path of the file within the dossier: ASCII, lower case, with ``/``."""
        parts = [_ALONE.get(self.kind) or short_name(self.id)]
        if self.narrowed:
            parts.append(self.narrowed)
        if self.value:
            parts.append(short_name(self.value))
        if self.number > 1:
            parts.append(str(self.number))
        # FAT32 takes about 20,000 such names in one folder, and a case has many statements.
        shelf = f"{parts[0][-1]}/" if self.kind == "statement" else ""
        return f"{_FOLDERS.get(self.kind, '')}{shelf}{'-'.join(parts)}.html"


def short_name(id_: str) -> str:
    """Return what stands for an id in a file name, another for every other id of its kind.

    Of an id of ours it is the hash in it, of a stance its name; of anything else some of its words
    and a hash.
    """
    if found := _ID.fullmatch(id_):
        return found[1]
    if _WORD.fullmatch(id_):
        return id_.replace("_", "-")
    digest = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return "-".join(filter(None, (slug(id_, 24), digest)))


def way(here: str, there: str) -> str:
    """Return the relative address of one file of a dossier, seen from another."""
    return "../" * here.count("/") + there
