"""``--mode``, which every command that reads reports has."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.model.mode import Mode

ModeOption = Annotated[
    Mode,
    typer.Option(
        help="accurate for casefiles, fast for archives, rules without any model of our own."
    ),
]
