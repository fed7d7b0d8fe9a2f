"""``recoupe new``: an empty casefile, or one from a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, command, opened
from recoupe.cli.saying import say
from recoupe.errors import UsageError

if TYPE_CHECKING:
    from recoupe.store import Casefile


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="new", no_args_is_help=True)(new)


def new(
    case: CaseArgument,
    name: Annotated[
        str | None, typer.Option(help="What to call it. [default: the name of its folder]")
    ] = None,
    backup: Annotated[
        str | None,
        typer.Option("--from", metavar="BACKUP", help="Begin as a copy of this casefile."),
    ] = None,
    author: AuthorOption = None,
) -> None:
    """Make an empty casefile: a folder that is not there yet, or an empty PostgreSQL database.

    A folder holds everything: casefile.db, which Datasette opens, and the captured bytes.

    **Examples**

    - `recoupe new mariupol` makes the folder mariupol
    - `recoupe new cases/dam --name "The dam at Nova"`
    - `recoupe new postgresql://ana@db.example/dam` for a team
    - `recoupe new dam-again --from dam/backups/dam-2022-05-05` goes back to a backup
    """
    from recoupe.store import new_casefile

    who = author_of(author)
    if backup is not None and name is not None:
        raise UsageError("a copy keeps its name", where="--name", remedy="leave --name or --from")
    made = new_casefile(case, author=who, name=name) if backup is None else _copy(backup, case, who)
    with made as store:
        status = store.status()
    what = "a new casefile" if backup is None else f"a copy of {backup}"
    say(f"{status.name}: {what} at {status.place}")
    say(f"  add reports: {command('add', status.place)} INPUT...")


def _copy(backup: str, case: str, author: str) -> Casefile:
    from recoupe.cli.counting import counting
    from recoupe.store.backup import copy_casefile

    with opened(backup) as source, counting("copying") as told:
        return copy_casefile(source, case, author=author, progress=told)
