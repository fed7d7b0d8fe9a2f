"""``recoupe known``: lists of known people and bodies, and ``--known``, which reads with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

KnownOption = Annotated[
    list[str] | None,
    typer.Option(
        "--known",
        metavar="NAME|FILE",
        help="Known people and bodies to read with: an imported list, or a FollowTheMoney or CSV "
        "file; may be given again. [default: all that is imported; none: no list]",
    ),
]
_FILE = typer.Argument(metavar="FILE", help="FollowTheMoney, one entity a line, or a CSV.")

known = typer.Typer(
    name="known",
    help="""Lists of people and bodies you know, which then tell who is who in reports.

    **Examples**

    - `recoupe known import ministers.csv` keeps a list, which then wins
    - `recoupe known list` says what is kept
    """,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.add_typer(known)


@known.command(name="import", no_args_is_help=True)
def import_(
    file: Annotated[Path, _FILE],
    name: Annotated[
        str | None, typer.Option(help="What to call the list. [default: the file's name]")
    ] = None,
) -> None:
    """Import a list; one of the same name is replaced once the new one is whole.

    A CSV has the column name and any of kind, aliases, weak_aliases (parted by ;), role,
    organisation, country, from, until, id, wikidata; one role a row. Rows that cannot be taken are
    told with their line, and give exit status 3; all others are kept.

    **Examples**

    - `recoupe known import ministers.csv`
    - `recoupe known import entities.ftm.json --name sanctions`
    """
    from recoupe.cli.running import told
    from recoupe.reading.known.files import import_list
    from recoupe.reading.known.folder import list_path

    path = list_path(name or file.name.split(".")[0])
    built = import_list(file, path)
    for row in built.bad:
        told(f"recoupe: {file}: line {row.line}: {row.what}")
    typer.echo(f"{built.parties:,} people and bodies with {built.offices:,} offices in {path}")
    if built.bad:
        raise typer.Exit(3)


@known.command(name="list")
def list_() -> None:
    """Say which lists are kept, and how many people, bodies and offices are in each."""
    from recoupe.reading.known import open_list
    from recoupe.reading.known.folder import imported, lists_folder

    paths = list(imported())
    for path in paths:
        kept = open_list(str(path))
        typer.echo(
            f"{kept.name}: {kept.parties:,} people and bodies, {kept.offices:,} offices,"
            f" from {kept.source}"
        )
    if not paths:
        typer.echo(f"no lists in {lists_folder()}; `recoupe known import FILE` makes one")


@known.command(name="remove", no_args_is_help=True)
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `recoupe known list` says it.")],
) -> None:
    """Remove a list."""
    from recoupe.reading.known.folder import list_path

    path = list_path(name)
    if not path.is_file():
        raise _missing(name)
    path.unlink()
    typer.echo(f"removed {name}")


def known_lists(names: Sequence[str] | None) -> tuple[str, ...]:
    """Return the files of the lists called ``names``; what is a file is imported on the way.

    ``None`` means all that is imported, and "none" no list. Raises :class:`UsageError` for a list
    that is not there, and :class:`KnownListError` for one that cannot be read.
    """
    from recoupe.reading.known import open_list
    from recoupe.reading.known.folder import imported

    if names is None:
        paths = list(imported())
    else:
        paths = [path for name in names if name != "none" for path in _paths(name)]
    for path in paths:
        open_list(str(path))  # a damaged one is said once, and not of every report
    return tuple(str(path) for path in dict.fromkeys(paths))


def _paths(name: str) -> Iterator[Path]:
    from recoupe.cli.running import told
    from recoupe.reading.known.files import import_list
    from recoupe.reading.known.folder import kept_copy, list_path

    file = Path(name)
    if file.is_file():
        path = kept_copy(file)
        if not path.is_file():
            for row in import_list(file, path).bad:
                told(f"recoupe: {file}: line {row.line}: {row.what}")
        yield path
        return
    if file.suffix or "/" in name or not (path := list_path(name)).is_file():
        raise _missing(name)
    yield path


def _missing(name: str) -> Exception:
    from recoupe.errors import UsageError
    from recoupe.reading.known.folder import imported, name_of

    there = ", ".join(name_of(path) for path in imported())
    return UsageError(
        "no such list of known people, and no such file",
        where=name,
        remedy=f"the lists are {there}" if there else "`recoupe known import FILE` makes one",
    )
