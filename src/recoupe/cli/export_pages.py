"""``recoupe export --to html``: a casefile as pages, in a folder or in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recoupe.cli.casefiles import opened

if TYPE_CHECKING:
    from recoupe.dossier.files import Handed, Written


def export_pages(
    case: str, output: Path | None, asked: Handed, *, as_kept: bool, author: str
) -> None:
    """Write the pages of a casefile, note that in its audit log, and say where they are.

    Raises :class:`UsageError` where no output is named, or they cannot be written there.
    """
    from recoupe.cli.counting import up_to_all
    from recoupe.cli.up_to_date import up_to_date_check
    from recoupe.dossier.files import write_dossier
    from recoupe.errors import UsageError

    if output is None:
        raise UsageError(
            "pages are not for standard output",
            where="--to html",
            remedy="name a folder with --output, or a file that ends in .html",
        )
    with opened(case) as store:
        up_to_date_check(store, as_kept=as_kept)
        with up_to_all() as advance:
            written = write_dossier(store, output, asked, progress=advance)
        store.note_export("html", noted(written, asked), author=author)
    _tell(written, output)


def noted(written: Written, asked: Handed) -> dict[str, str]:
    """Return what the audit log is to say of it."""
    noted = {
        "sha256": written.sha256,
        "pages": str(written.pages),
        "captures": str(written.captures),
    }
    if asked.story is not None:
        noted["story"] = asked.story
    if written.masked:
        masked = written.masked
        noted["masked"] = f"{masked.parties} parties, {masked.places} places"
    return noted


def _tell(written: Written, output: Path) -> None:
    from recoupe.cli.running import told
    from recoupe.dossier.files.folder import SUMS

    if written.masked:
        masked = written.masked
        told(
            f"recoupe: masked: {masked.parties:,} protected parties, {masked.places:,} places; "
            "--with-protected masks nothing"
        )
    if output.is_dir():
        typer.echo(
            f"{written.pages:,} pages: open {output / 'index.html'}\n"
            f"SHA-256 of its {SUMS}: {written.sha256}"
        )
    else:
        typer.echo(f"{written.pages:,} pages: open {output}\nSHA-256: {written.sha256}")
