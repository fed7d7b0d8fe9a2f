"""``recoupe evaluate``: how good each reader is, on gold data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.modes import ModeOption

if TYPE_CHECKING:
    from recoupe.evaluation.floors import Key
    from recoupe.evaluation.run import Outcome

FEW = 40
"""Reports of a corpus below which a second process costs more than it saves."""


COMMONEST = 10
"""How many causes of errors are printed for a corpus."""


class Subject(StrEnum):
    """What can be evaluated."""

    ALL = "all"
    STATEMENTS = "statements"
    PLACES = "places"
    TIMES = "times"
    FIGURES = "figures"
    ENTITIES = "entities"
    EVENTS = "events"
    EVIDENCE = "evidence"
    LINEAGE = "lineage"
    STORIES = "stories"
    CONTRADICTIONS = "contradictions"
    CROSSCHECK = "crosscheck"


class Format(StrEnum):
    """How scores are written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="evaluate")(evaluate)


def evaluate(
    subject: Annotated[Subject, typer.Argument(help="Which reader to measure.")] = Subject.ALL,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="markdown: the pinned scores, for a README.")
    ] = Format.TABLE,
    worst: Annotated[
        int, typer.Option(min=0, help="Print that many of the worst cases of each kind.")
    ] = 0,
    errors: Annotated[
        bool, typer.Option("--errors", help="Count the commonest errors about statements.")
    ] = False,
    subset: Annotated[
        int | None, typer.Option(min=1, help="Read only the first reports of each corpus.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes [default: 2, or 1 for a small subset]")
    ] = None,
    mode: ModeOption = "accurate",
    pin: Annotated[
        bool, typer.Option("--pin", help="Write what was measured as the new floors.")
    ] = False,
) -> None:
    """Measure the readers on gold data, against the floors pinned in the package.

    Exit status 1 if a score is below its floor. The gold data are third-party texts and no part of
    Recoupe: they are read from the folder named by RECOUPE_GOLD, else from shared/gold beside the
    repository. Where they are not, only our own texts measure statements, entities, events and
    evidence.

    **Examples**

    - `recoupe evaluate` measures everything
    - `recoupe evaluate places --worst 10` shows the mistakes, too
    - `recoupe evaluate statements --errors` counts what goes wrong
    - `recoupe evaluate statements --subset 10` is quick and compares with no floor
    """
    from recoupe.cli.running import progress, today
    from recoupe.errors import UsageError
    from recoupe.evaluation.floors import read_floors
    from recoupe.evaluation.gold import SUBJECTS
    from recoupe.evaluation.run import evaluate as measure

    if pin and subset is not None:
        raise UsageError("floors are pinned on all of the data", remedy="leave --subset out")
    floors = read_floors()
    subjects = frozenset(SUBJECTS if subject is Subject.ALL else {subject.value})
    folder = _gold(subjects)
    with progress() as advance:
        outcome = measure(
            subjects,
            folder,
            today=today(),
            subset=subset,
            workers=workers or _workers(subset),
            mode=mode,
            advance=advance,
        )
    _show(outcome, floors, format_)
    _show_errors(outcome, format_, worst=worst, counted=errors)
    (_pin if pin else _gate)(outcome, floors)


def _gold(subjects: frozenset[str]) -> Path | None:
    """Return the gold folder; ``None`` where there is none and bundled texts can be measured on.

    Raises :class:`GoldMissingError` where nothing can be measured without it, or where the folder
    that RECOUPE_GOLD names is not one.
    """
    from recoupe.errors import GoldMissingError
    from recoupe.evaluation.gold import FOLDER_VARIABLE, corpora, gold_folder

    try:
        return gold_folder()
    except GoldMissingError:
        if os.environ.get(FOLDER_VARIABLE) or not corpora(subjects, bundled_only=True):
            raise
        return None


def _show_errors(outcome: Outcome, format_: Format, *, worst: int, counted: bool) -> None:
    """Print the worst cases, and the commonest errors about statements, where asked for.

    Nothing is printed of a sealed corpus.
    """
    from recoupe.evaluation import report
    from recoupe.evaluation.cue_lexicon import listed
    from recoupe.evaluation.details import causes

    for line in report.worst_cases(outcome.results, worst) if worst else ():
        typer.echo(line)
    if not counted:
        return
    for grid in causes(outcome, listed, COMMONEST):
        shown = report.in_markdown if format_ is Format.MARKDOWN else report.in_columns
        typer.echo(f"\n{shown(grid)}")


def _pin(outcome: Outcome, floors: Mapping[Key, float]) -> None:
    """Write the new floors; raise :class:`FloorError` where a report could not be read."""
    from recoupe.errors import FloorError
    from recoupe.evaluation.floors import pinned, write_floors

    if outcome.unread:
        raise FloorError(
            f"{len(outcome.unread)} reports could not be read, so nothing was pinned",
            remedy="mend what is named above, and pin again",
        )
    write_floors(pinned(outcome.scores, floors))


def _gate(outcome: Outcome, floors: Mapping[Key, float]) -> None:
    """Exit with status 1, after a line for each score below its floor, if there is one."""
    from recoupe.evaluation.floors import fallen

    errors = list(fallen(outcome.scores, floors, whole=outcome.whole))
    for error in errors:
        typer.echo(f"recoupe: {error}", err=True)
    if errors:
        raise typer.Exit(1)


def _workers(subset: int | None) -> int:
    return 1 if subset is not None and subset < FEW else min(2, os.cpu_count() or 1)


def _show(outcome: Outcome, floors: Mapping[Key, float], format_: Format) -> None:
    from recoupe.evaluation import report

    if format_ is Format.JSON:
        typer.echo(report.as_json(outcome, floors))
    elif format_ is Format.MARKDOWN:
        typer.echo(report.markdown(outcome))
    elif sys.stdout.isatty():
        _show_tables(outcome, floors)
    else:
        typer.echo(report.plain(outcome, floors))


def _show_tables(outcome: Outcome, floors: Mapping[Key, float]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from recoupe.evaluation import report

    console = Console()
    pinned = [[score.pinned for score in scores] for _, scores in report.tables(outcome)]
    for number, (title, columns, rows) in enumerate(report.grids(outcome, floors)):
        table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
        for column in columns:
            right = report.right_aligned(column)
            table.add_column(column, justify="right" if right else "left", no_wrap=right)
        for at, row in enumerate(rows):
            bold = number < len(pinned) and pinned[number][at]
            table.add_row(*row, style="bold" if bold else None)
        console.print(table)
    for remark in report.remarks(outcome):
        console.print(remark, markup=False, highlight=False)
