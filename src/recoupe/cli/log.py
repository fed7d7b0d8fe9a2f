"""``recoupe log``: the audit log of a casefile."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from recoupe.cli.casefiles import CaseArgument, opened
from recoupe.cli.saying import say


class Format(StrEnum):
    """What ``recoupe log`` writes."""

    TABLE = "table"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="log", no_args_is_help=True)(log)


def log(
    case: CaseArgument,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="jsonl has the hash of every line.")
    ] = Format.TABLE,
) -> None:
    """Print what was done to a casefile, by whom and when, oldest first.

    Each line has the hash of the line before, so that none can be altered, put in or taken out
    without every later hash being another; `recoupe verify CASE` recomputes them.

    **Examples**

    - `recoupe log mariupol`
    - `recoupe log mariupol --format jsonl > log.jsonl`
    """
    import json
    from dataclasses import asdict

    with opened(case) as store:
        for entry in store.log():
            if format_ is Format.JSONL:
                typer.echo(json.dumps(asdict(entry), ensure_ascii=False, separators=(",", ":")))
            else:
                at = entry.at[:19].replace("T", " ")
                who = f"{entry.author}: {entry.action}"
                say(f"{entry.number:>6}  {at}  {who} {entry.subject}  {entry.hash[:12]}")
