"""``recoupe add --from``: a casefile filled from readings that ``recoupe pipeline`` made."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.casefiles import command, opened
from recoupe.cli.outcomes import counted, outcomes

FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="DIR",
        help="Keep readings that recoupe pipeline made, with their pages from the archives.",
    ),
]
WhereOption = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="SQL",
        help="Which of them: a condition in SQL over their columns (outlet, day, language, title, "
        "words, statements, …). [default: all]",
    ),
]


def fill(case: str, folder: str, where: str | None, *, author: str) -> int:
    """Keep the chosen readings of a folder in a casefile; return how many failed."""
    from recoupe.cli.running import told
    from recoupe.filing.selected import file_selected
    from recoupe.pipeline.folder import Folder
    from recoupe.pipeline.selecting import selected

    chosen = () if where is None else ("--where", where)
    tally = outcomes()
    with opened(case) as store:
        again = command("add", store.place, "--from", folder, *chosen)
        filed = file_selected(selected(Folder.at(folder), where), store, author=author)
        counted(filed, tally, goes_on=again)
    typer.echo(str(tally))
    if tally["failed"]:
        told(f"recoupe: what failed is tried again by {again}")
    return tally["failed"]
