"""``recoupe review import``: a table that was edited in a spreadsheet, back as reviews."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, opened
from recoupe.cli.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recoupe.export.material import ExportedReport
    from recoupe.export.tables.file import Returned
    from recoupe.export.tables.planning import Plan, Planned, Refused
    from recoupe.model import Draft
    from recoupe.store import Casefile

FileArgument = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.csv", help="statements, figures, events or places.csv of an export."
    ),
]
DryOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would happen, and keep nothing.")
]
LeaveOption = Annotated[
    bool, typer.Option("--leave-stale", help="Leave rows whose record was altered; take the rest.")
]


def register(app: typer.Typer) -> None:  # noqa: ARG001 - it stands among the reviews
    """Add the command to those of reviews."""
    from recoupe.cli.review import review

    review.command(name="import", no_args_is_help=True)(import_)


def import_(
    case: CaseArgument,
    file: FileArgument,
    dry_run: DryOption = False,
    leave_stale: LeaveOption = False,
    author: AuthorOption = None,
) -> None:
    """Read an edited table of `recoupe export --to csv` back as reviews; all of it, or nothing.

    Changed cells become corrections. "confirm" or "reject" in the column review does that. A row
    without an id whose words stand in its report is added. Rows that say what they said ask for
    nothing, and so do rows that were taken out. A row whose record was reviewed or read anew since
    the export is refused, and shown.

    **Examples**

    - `recoupe export mariupol --to csv --output mariupol.zip`
    - `recoupe review import mariupol figures.csv --dry-run`
    - `recoupe review import mariupol figures.csv --author "Ana"`
    """
    from recoupe.export.tables.file import returned
    from recoupe.export.tables.planning import plan

    who = author_of(author)
    table = returned(file)
    with opened(case) as store:
        made = plan(table, _reports(store, table), who)
        _tell(table, made, leave_stale=leave_stale)
        if made.refused or (made.stale and not leave_stale):
            _nothing(made)
        count = _kept(store, table, made.planned, dry_run=dry_run)
    say(_summary(count, made.unchanged, dry_run=dry_run))


def _reports(store: Casefile, table: Returned) -> Iterator[ExportedReport]:
    from recoupe.export.material import NOTHING_CHECKED, Choice, material
    from recoupe.export.tables.planning import articles_of
    from recoupe.store.chain import now

    what = material(
        store,
        "",
        now(),
        language="en",
        choice=Choice(articles=articles_of(table)),
        check=NOTHING_CHECKED,
    )
    return what.reports()


def _kept(store: Casefile, table: Returned, planned: Sequence[Planned], *, dry_run: bool) -> int:
    """Keep the reviews, or rehearse it; an error says which row and column it is of."""
    from recoupe.errors import RecordError, StoreError, UsageError
    from recoupe.export.tables.planning import column_of
    from recoupe.store.together import add_reviews

    at = 0

    def drafts() -> Iterator[Draft]:
        nonlocal at
        for one in planned:
            at = one.row
            yield one.draft

    try:
        return add_reviews(store, drafts(), rehearse=dry_run)
    except (RecordError, StoreError) as error:
        if not at:
            raise
        column = column_of(table.table, error.where)
        where = f"{table.file}, row {at}" + (f", column {column}" if column else "")
        raise UsageError(
            error.what, where=where, remedy=f"{error.remedy or 'correct it'}; nothing was kept"
        ) from None


def _tell(table: Returned, made: Plan, *, leave_stale: bool) -> None:
    """Print what the rows ask for, and on standard error what is refused."""
    from recoupe.cli.running import told

    for one in made.planned:
        say(f"row {one.row}: {one.draft.action} {one.draft.target}")
        for line in one.told:
            say(f"    {line}")
    for name in table.unknown:
        told(f"recoupe: {table.file}: the column {name!r} is none of ours, and was not read")
    for refused in made.refused:
        told(f"recoupe: {_where(table, refused)}: {refused.what}")
    for stale in made.stale:
        what = "left" if leave_stale else "export again, and do it anew there"
        told(f"recoupe: {_where(table, stale)}: {stale.what}; {what}")


def _where(table: Returned, one: Refused) -> str:
    column = f", column {one.column}" if one.column else ""
    return f"{table.file}, row {one.row}{column}"


def _nothing(made: Plan) -> None:
    from recoupe.cli.running import told

    count = len(made.refused) + len(made.stale)
    told(f"recoupe: {count:,} {'row' if count == 1 else 'rows'} refused; nothing was kept")
    raise typer.Exit(2)


def _summary(count: int, unchanged: int, *, dry_run: bool) -> str:
    what = "review" if count == 1 else "reviews"
    done = "would be kept" if dry_run else "kept"
    same = "row" if unchanged == 1 else "rows"
    return f"{count:,} {what} {done}; {unchanged:,} {same} unchanged"
