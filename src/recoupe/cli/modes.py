"""Options that every command has which reads reports."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from recoupe.model.mode import Mode

ModeOption = Annotated[
    Mode,
    typer.Option(
        help="accurate for casefiles, fast for archives, rules without any model of our own."
    ),
]


class Counting(StrEnum):
    """Whose rule turns vague quantities into bounds."""

    RECOUPE = "recoupe"
    ACLED = "acled"
    AIRWARS = "airwars"
    UCDP = "ucdp"


CountingOption = Annotated[
    Counting, typer.Option(help="Whose rule turns vague quantities into bounds.")
]
WorkersOption = Annotated[int, typer.Option(min=1, help="Processes to read with.")]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch private and local addresses too.")
]
MediaOption = Annotated[
    bool,
    typer.Option("--with-media", help="Fetch the pictures and films that pages show, too."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD), over what is found."),
]
LanguageOption = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language (fr, en), over what is found.")
]
