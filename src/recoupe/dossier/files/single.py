"""A dossier as one file: every page in it, the style and the script too, and nothing beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from markupsafe import Markup

from recoupe.dossier.files.addresses import FileAddresses
from recoupe.dossier.files.binding import Binding, Leaf
from recoupe.dossier.files.finder import Finder
from recoupe.dossier.files.making import Dossier, Progress, pages_of
from recoupe.dossier.files.names import PageFile
from recoupe.dossier.files.plan import Plan
from recoupe.dossier.files.written import Written
from recoupe.dossier.owning import write_whole, writing
from recoupe.dossier.pages.view import View
from recoupe.dossier.rendering import Links, render_whole, static
from recoupe.errors import UsageError

MOST: Final = 25_000_000
"""Bytes up to which one file opens well: Chromium takes 3 s of one core to open so many, and 0.4 s
to follow a link; 40 MB take it twice as long (measured)."""
_STYLES: Final = ("page.css", "dossier.css", "bound.css")
_SCRIPTS: Final = ("page.js", "charts.js", "bound.js")
_FIRST: Final = PageFile("case").path
_HERE: Final = "<!-- pages -->"


def write_single(path: Path, dossier: Dossier, *, progress: Progress) -> Written:
    """Write a dossier into one file that needs no other; it is whole, or not there.

    Captured bytes are never in it. Raises :class:`UsageError` where it would be too large to open
    well, and where the file cannot be written.
    """
    leaves: dict[str, Leaf] = {}
    size = 0
    for page, html in pages_of(dossier, progress):
        leaf = Leaf.of(page.path, html)
        size += len(leaf.content) - (len(leaves[leaf.path].content) if leaf.path in leaves else 0)
        leaves[leaf.path] = leaf
        if size > MOST:
            raise _too_large(path, len(leaves))
    content = _bound(dossier, leaves).encode()
    if len(content) > MOST:
        raise _too_large(path, len(leaves))
    with writing(path):
        write_whole(path, content)
    return Written(len(leaves), len(content), 0, hashlib.sha256(content).hexdigest())


def _bound(dossier: Dossier, leaves: dict[str, Leaf]) -> str:
    binding = Binding(leaves)
    before, _, after = binding.frame(_frame(dossier), _FIRST).partition(_HERE)
    return "".join([before, *binding.sections(), after])


def _frame(dossier: Dossier) -> str:
    """Return the document without the pages."""
    to = FileAddresses(_FIRST, Plan(), Finder(dossier.store), dossier.keep)
    return render_whole(
        "bound.html",
        dossier.language,
        "".join(map(static, _STYLES)),
        "".join(map(static, _SCRIPTS)),
        {
            "view": View(dossier.language, to, masked=dossier.masked),
            "to": to,
            "links": Links(note=dossier.note),
            "title": dossier.store.status().name,
            "pages": Markup(_HERE),  # noqa: S704 - ours
        },
        unscripted=static("unscripted.css"),
    )


def _too_large(path: Path, pages: int) -> UsageError:
    return UsageError(
        f"the dossier is too large for one file: more than {MOST // 1_000_000} MB "
        f"with the first {pages:,} pages",
        where=str(path),
        remedy="name a folder (a name without .html), or one story with --story",
    )
