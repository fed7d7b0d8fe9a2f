"""``recoupe read``: readings of files, folders, addresses and standard input."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.engines import AddressOption, EngineName, EngineOption, EngineWorkersOption
from recoupe.cli.gazetteer import GazetteerOption
from recoupe.cli.known import KnownOption
from recoupe.cli.modes import (
    Counting,
    CountingOption,
    LanguageOption,
    ModeOption,
    PrivateOption,
    PublishedOption,
)

if TYPE_CHECKING:
    from recoupe.capture.archives import Accounts
    from recoupe.flow import Result


class Format(StrEnum):
    """What ``recoupe read`` writes."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="read", no_args_is_help=True)(read)


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .html .json .jsonl), web archives (.warc .warc.gz .wacz), folders, "
        "http(s) addresses, or - for standard input.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="A file; or, for html of several reports, a folder."),
]


def read(
    inputs: Inputs,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: table on a terminal, otherwise jsonl]"),
    ] = None,
    output: Output = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
    counting: CountingOption = Counting.RECOUPE,
    mode: ModeOption = "accurate",
    known: KnownOption = None,
    gazetteer: GazetteerOption = None,
    workers: EngineWorkersOption = None,
    engine: EngineOption = EngineName.LOCAL,
    address: AddressOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Read reports: statements with speaker and stance, places, times, figures, events, evidence.

    Every record carries the exact words it rests on. One result a report, in input order; a report
    that cannot be read gives a failure record in its place, and exit status 3 at the end.

    **Examples**

    - `recoupe read report.txt --published 2022-05-05`
    - `recoupe read pages/ --format jsonl --output readings.jsonl --known ministers`
    - `recoupe read report.html --format html --output report-read.html`
    - `recoupe read report.txt --gazetteer villages.csv` knows your own places, too
    - `recoupe read crawl.warc.gz --output readings.jsonl` reads the reports in a web archive
    - `recoupe read crawl.warc.gz --engine ray --address head.example:6379` reads on a cluster
    - `curl -s ADDRESS | recoupe read - --language fr`
    """
    from recoupe.capture.archives import Accounts
    from recoupe.cli.engines import engine_of
    from recoupe.cli.running import results

    accounts = Accounts()
    with engine_of(engine, workers, address) as where:
        found = results(
            inputs,
            where,
            published=published,
            language=language,
            counting=counting.value,
            mode=mode,
            known=known,
            gazetteers=gazetteer,
            allow_private=allow_private,
            accounts=accounts,
        )
        failed = _written(found, format_, output, accounts)
    if failed:
        raise typer.Exit(3)


def _written(
    found: Iterator[Result], format_: Format | None, output: Path | None, accounts: Accounts
) -> int:
    """Write results as they come; return how many failed."""
    from recoupe.cli.output import writer
    from recoupe.cli.running import progress

    with (
        writer(format_, output) as out,
        progress(quiet=out.on_terminal, accounts=accounts) as advance,
    ):
        failed = 0
        for capture, result in found:
            failed += out.write(capture, result)
            advance()
    return failed
