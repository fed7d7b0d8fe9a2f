"""``recoupe demo``: a finished dossier from bundled reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.modes import ModeOption

if TYPE_CHECKING:
    from recoupe.flow import Result
    from recoupe.model import Mode


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="demo")(demo)


def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write, new or of an earlier demo.")
    ] = Path("recoupe-demo"),
    mode: ModeOption = "accurate",
    open_: Annotated[
        bool, typer.Option("--open", help="Open the result in the web browser.")
    ] = False,
) -> None:
    """Read and cross-check ten short reports in French and English, and write their pages.

    Nothing to configure and nothing is fetched: the reports come with Recoupe, and were written
    for this from public facts.

    **Examples**

    - `recoupe demo`
    - `recoupe demo --output azovstal --open`
    """
    from recoupe.cli.running import progress, told
    from recoupe.demo import NOTE
    from recoupe.dossier import PageFolder
    from recoupe.engine import LocalEngine
    from recoupe.export import line
    from recoupe.flow import check_readings
    from recoupe.model import Failure

    folder = PageFolder(output, line=line, note=NOTE)
    failed = False
    readings = []
    with progress() as advance:
        for capture, result in _results(mode):
            folder.add(capture, result)
            if isinstance(result, Failure):
                failed = True
                told(f"recoupe: {result.message}")
            else:
                readings.append(result)
            advance()
    check, failures = check_readings(readings, LocalEngine(1))
    for failure in failures:
        failed = True
        told(f"recoupe: {failure.message}")
    typer.echo(folder.finish(check))
    if open_:
        typer.launch((output / "index.html").resolve().as_uri())
    if failed:
        raise typer.Exit(3)


def _results(mode: Mode) -> Iterator[Result]:
    """Yield what the ordinary flow makes of the bundled reports, each under its file's name."""
    from dataclasses import replace

    from recoupe.capture import capture_inputs
    from recoupe.cli.running import today
    from recoupe.demo import reports
    from recoupe.engine import LocalEngine
    from recoupe.flow import ReadOptions, read_captures
    from recoupe.model import Declared

    with reports() as paths:
        captures = capture_inputs(
            [str(path) for path in paths], declared=Declared(), allow_private=False
        )
        # Where the package is installed is no part of where a report comes from.
        named = (replace(found, input=Path(found.input).name) for found in captures)
        options = ReadOptions(today=today(), mode=mode)
        yield from read_captures(named, options, LocalEngine(1))
