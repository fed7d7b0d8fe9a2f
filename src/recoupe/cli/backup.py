"""``recoupe backup``: a whole copy of a casefile, which opens by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, command, opened
from recoupe.cli.counting import counting


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="backup", no_args_is_help=True)(backup)


def backup(
    case: CaseArgument,
    destination: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DEST]",
            help="A new folder. [default: backups/NAME-TIME in the casefile]",
            show_default=False,
        ),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Copy a casefile, whole and verified, into a folder that is a casefile by itself.

    Others may go on adding and reviewing meanwhile. A casefile on PostgreSQL becomes a folder too,
    which can be handed to anybody; its backups go into Recoupe's own data if no folder is named.

    **Examples**

    - `recoupe backup CASE`
    - `recoupe backup CASE /media/stick/dam-2022-05-05`
    - `recoupe backup postgresql://ana@db.example/dam dam-to-hand-over`
    """
    from recoupe.store.backup import backup as backed_up

    who = author_of(author)
    with opened(case) as casefile, counting("copying") as told:
        folder = backed_up(casefile, destination, author=who, progress=told)
    typer.echo(f"{folder}: a whole copy, verified")
    typer.echo(f"  go back to it: {command('new', 'NEW_CASE', '--from', str(folder))}")
