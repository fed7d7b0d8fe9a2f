"""``recoupe review copy`` and ``no-copy``: which reports have their words from which others."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument
from recoupe.cli.review import ReasonOption, SeenOption, append

ReportArgument = Annotated[
    str, typer.Argument(metavar="REPORT", help="The id of the report, or of a version of it.")
]


def register(review: typer.Typer) -> None:
    """Add the commands to those of ``recoupe review``."""
    review.command(name="copy", no_args_is_help=True)(copy)
    review.command(name="no-copy", no_args_is_help=True)(no_copy)


def copy(
    case: CaseArgument,
    report: ReportArgument,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="The reports that it comes from.")
    ],
    reason: ReasonOption = "",
    seen: SeenOption = None,
    author: AuthorOption = None,
) -> None:
    """Say that a report is a copy of others: it is then no origin of its own.

    **Examples**

    - `recoupe review copy mariupol report-77… report-0c… --reason "the same dispatch, reworded"`
    """
    append(case, "merge", report, author, reason=reason, kind="lineage", others=sources, seen=seen)


def no_copy(
    case: CaseArgument,
    report: ReportArgument,
    others: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Reports that it does not come from.")
    ],
    reason: ReasonOption = "",
    seen: SeenOption = None,
    author: AuthorOption = None,
) -> None:
    """Say that a report is no copy of others, whatever words they share.

    What it credits itself stays.

    **Examples**

    - `recoupe review no-copy mariupol report-77… report-0c… --reason "both were in the room"`
    """
    append(case, "split", report, author, reason=reason, kind="lineage", others=others, seen=seen)
