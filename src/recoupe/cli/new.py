"""``recoupe new``: an empty casefile, or one from a backup."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, command


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="new", no_args_is_help=True)(new)


def new(
    case: CaseArgument,
    name: Annotated[
        str | None, typer.Option(help="What to call it. [default: the name of its folder]")
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Make an empty casefile: a folder that is not there yet, or an empty PostgreSQL database.

    A folder holds everything: casefile.db, which Datasette opens, and the captured bytes.

    **Examples**

    - `recoupe new mariupol` makes the folder mariupol
    - `recoupe new cases/dam --name "The dam at Nova"`
    - `recoupe new postgresql://ana@db.example/dam` for a team
    """
    from recoupe.store import new_casefile

    with new_casefile(case, author=author_of(author), name=name) as store:
        status = store.status()
    typer.echo(f"{status.name}: a new casefile at {status.place}")
    typer.echo(f"  add reports: {command('add', status.place)} INPUT...")
