"""``recoupe``: the commands, and what becomes of errors."""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated

import typer

from recoupe.cli import (
    add,
    backup,
    check,
    demo,
    doctor,
    evaluate,
    export,
    gazetteer,
    known,
    log,
    new,
    pipeline,
    read,
    reread,
    review,
    review_import,
    schema,
    search,
    serve,
    stamp,
    status,
    verify,
    watch,
)
from recoupe.cli.saying import say
from recoupe.errors import RecoupeError
from recoupe.version import __version__

app = typer.Typer(
    name="recoupe",
    help="Cross-check news reports: who says what, in which exact words, on what evidence.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read,
    check,
    new,
    add,
    watch,
    serve,
    search,
    status,
    reread,
    review,
    review_import,
    verify,
    stamp,
    backup,
    export,
    log,
    pipeline,
    demo,
    evaluate,
    schema,
    doctor,
    gazetteer,
    known,
):
    command.register(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"recoupe {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[  # noqa: ARG001 - handled by its callback, before any command
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the trace behind every error.")
    ] = False,
) -> None:
    """Cross-check news reports: who says what, in which exact words, on what evidence.

    **Examples**

    - `recoupe demo` makes a finished dossier from bundled reports
    - `recoupe read report.txt --published 2022-05-05` reads one report
    - `recoupe COMMAND --help` says more, with examples
    """
    logging.basicConfig(level=logging.DEBUG if debug else logging.ERROR, format="%(message)s")
    if sys.stderr.isatty():  # somebody waits who should know for what
        logging.getLogger("recoupe.reading.gazetteer").setLevel(logging.INFO)
    for noisy in ("httpx", "httpcore"):  # articles silence their own libraries, in every process
        logging.getLogger(noisy).setLevel(logging.CRITICAL)


def main() -> None:
    """Run the command line; every foreseen error is one line on standard error and a status."""
    words = _debug_first(sys.argv[1:])
    try:
        app(words)
    except RecoupeError as error:
        if "--debug" in words:
            raise
        say(f"recoupe: {error}", err=True)
        sys.exit(error.exit_status)
    except OSError as error:  # a full disk, a terminal that went away
        if "--debug" in words:
            raise
        named = error.filename is not None
        where = error.filename if named else "standard output: cannot write"
        say(f"recoupe: {where}: {error.strerror}", err=True)
        if not named:
            _forget_output()
        sys.exit(1)


def _forget_output() -> None:
    """Drop what could not be written, which Python would try to write again at its end."""
    with open(os.devnull, "w") as nothing:  # noqa: PTH123 - of no path, but of the system
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def _debug_first(words: list[str]) -> list[str]:
    """Let ``--debug`` stand anywhere: who sees an error types it at the end of the line."""
    rest = [word for word in words if word != "--debug"]
    return ["--debug", *rest] if len(rest) < len(words) else rest
