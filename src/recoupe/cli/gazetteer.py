"""``recoupe gazetteer``: places of one's own, and GeoNames' full dump, beside what is packaged."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from recoupe.reading.gazetteer.imported import Outcome

_WIDTH: Final = 100
_PATIENCE: Final = 2.0
"""Seconds after which somebody who waits should see how far it is."""

_COUNTS: Final = ("places", "names", "left out")

GazetteerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--gazetteer",
        metavar="NAME|FILE",
        help="Places of your own to read with: an imported gazetteer, or a CSV or GeoJSON file; "
        "may be given again. [default: all that is imported; none: only what is packaged]",
    ),
]

commands = typer.Typer(
    name="gazetteer",
    help="""Places of your own, and GeoNames' full dump, beside the packaged gazetteer.

    **Examples**

    - `recoupe gazetteer import villages.csv` compiles a list of your own, which then wins
    - `recoupe gazetteer list` says what is imported
    """,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.add_typer(commands)


@commands.command(name="import", no_args_is_help=True)
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="CSV, GeoJSON, or a text file of GeoNames' dump.")
    ],
    name: Annotated[
        str | None, typer.Option(help="What to call it. [default: the file's own name]")
    ] = None,
    features: Annotated[
        str, typer.Option(help="Feature classes to take from GeoNames' places: AHLPRSTUV.")
    ] = "AP",
) -> None:
    """Compile a file of places once; `recoupe read` then uses it, whatever it reads.

    A list of your own (CSV with the columns name, latitude, longitude and, if you like, kind,
    country, aliases, radius in metres, population; or GeoJSON features with the same properties)
    wins over everything else. GeoNames' allCountries.txt adds places, alternateNamesV2.txt names
    of places already known. Rows that are no places are named, and exit status is 3.

    **Examples**

    - `recoupe gazetteer import villages.csv`
    - `recoupe gazetteer import allCountries.txt --name geonames`
    - `recoupe gazetteer import plants.geojson --name donbas-plants`
    """
    from recoupe.errors import UsageError
    from recoupe.reading.gazetteer.dump import CLASSES
    from recoupe.reading.gazetteer.imported import import_file

    wanted = features.upper()
    if not wanted or set(wanted) - set(CLASSES):
        raise UsageError(
            f"{features!r} are no feature classes",
            where="--features",
            remedy=f"choose letters of {CLASSES}, as in AP",
        )
    with _bar(file) as advance:
        outcome = import_file(file, name or file.stem, classes=wanted, advance=advance)
    _say(file, outcome)
    if outcome.made.rejected:
        raise typer.Exit(3)


@commands.command(name="list")
def list_() -> None:
    """Say what is imported, and where it is kept."""
    from rich.console import Console
    from rich.table import Table

    from recoupe.reading.gazetteer.imported import folder, imported

    found = imported()
    if not found:
        typer.echo(f"nothing is imported ({folder()})")
        return
    table = Table(box=None, pad_edge=False)
    for title in ("name", "holds", *_COUNTS, "from", "digest"):
        table.add_column(title, justify="right" if title in _COUNTS else "left", overflow="fold")
    holds = {"own": "own places", "places": "GeoNames' places", "names": "GeoNames' names"}
    for item in found:
        numbers = (f"{count:,}" for count in (item.places, item.names, item.rejected))
        table.add_row(item.name, holds[item.kind], *numbers, item.source, item.digest)
    console = Console()
    console.width = max(_WIDTH, console.width)
    console.print(table)
    typer.echo(f"in {folder()}")


@commands.command(name="remove", no_args_is_help=True)
def remove_(
    name: Annotated[str, typer.Argument(help="As `recoupe gazetteer list` says it.")],
) -> None:
    """Remove an imported gazetteer."""
    from recoupe.reading.gazetteer.imported import remove

    remove(name)
    typer.echo(f"removed {name}")


def _say(file: Path, outcome: Outcome) -> None:
    """Say what was imported and, on standard error, what was not."""
    from recoupe.reading.gazetteer.imported import REJECTED

    made = outcome.made
    typer.echo(f"{made.name}: {made.places:,} places, {made.names:,} names, in {outcome.folder}")
    for item in outcome.rejected:
        typer.echo(f"recoupe: {file}, {item.where}: {item.why}; left out", err=True)
    if made.rejected:
        typer.echo(
            f"recoupe: {made.rejected:,} rows were left out; all of them, with their words, are in "
            f"{outcome.folder / REJECTED}",
            err=True,
        )


@contextmanager
def _bar(file: Path) -> Iterator[Callable[[int], None]]:
    """Draw how much of a file is read, on a terminal and where it takes over two seconds."""
    if not sys.stderr.isatty() or not file.is_file():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task("importing", total=file.stat().st_size)
    begun, read, shown = time.monotonic(), 0, 0.0

    def advance(size: int) -> None:
        nonlocal read, shown
        read += size
        now = time.monotonic()
        if now - begun > _PATIENCE and now - shown > 0.2:
            if not shown:
                bar.start()
            shown = now
            bar.update(task, completed=read, refresh=True)

    try:
        yield advance
    finally:
        bar.stop()
