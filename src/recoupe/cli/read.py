"""``recoupe read``: readings of files, folders, addresses and standard input."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.gazetteer import GazetteerOption
from recoupe.cli.known import KnownOption
from recoupe.cli.modes import ModeOption


class Format(StrEnum):
    """What ``recoupe read`` writes."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"
    HTML = "html"


class Counting(StrEnum):
    """Whose rule turns vague quantities into bounds."""

    RECOUPE = "recoupe"
    ACLED = "acled"
    AIRWARS = "airwars"
    UCDP = "ucdp"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="read", no_args_is_help=True)(read)


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .html .json .jsonl), folders, http(s) addresses, or - for "
        "standard input.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="A file; or, for html of several reports, a folder."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD), over what is found."),
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language (fr, en), over what is found.")
]


def read(
    inputs: Inputs,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: table on a terminal, otherwise jsonl]"),
    ] = None,
    output: Output = None,
    published: Published = None,
    language: Language = None,
    counting: Annotated[
        Counting, typer.Option(help="Whose rule turns vague quantities into bounds.")
    ] = Counting.RECOUPE,
    mode: ModeOption = "accurate",
    known: KnownOption = None,
    gazetteer: GazetteerOption = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch private and local addresses too.")
    ] = False,
) -> None:
    """Read reports: statements with speaker and stance, places, times, figures, events, evidence.

    Every record carries the exact words it rests on. One result a report, in input order; a report
    that cannot be read gives a failure record in its place, and exit status 3 at the end.

    **Examples**

    - `recoupe read report.txt --published 2022-05-05`
    - `recoupe read pages/ --format jsonl --output readings.jsonl --known ministers`
    - `recoupe read report.html --format html --output report-read.html`
    - `recoupe read report.txt --gazetteer villages.csv` knows your own places, too
    - `curl -s ADDRESS | recoupe read - --language fr`
    """
    from recoupe.cli.output import writer
    from recoupe.cli.running import progress, results

    found = results(
        inputs,
        published=published,
        language=language,
        counting=counting.value,
        mode=mode,
        known=known,
        gazetteers=gazetteer,
        workers=workers,
        allow_private=allow_private,
    )
    failed = 0
    with writer(format_, output) as out, progress(quiet=out.on_terminal) as advance:
        for capture, result in found:
            failed += out.write(capture, result)
            advance()
    if failed:
        raise typer.Exit(3)
