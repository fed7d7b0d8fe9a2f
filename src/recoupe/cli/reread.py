"""``recoupe reread``: again what older readers read, from the texts that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, command, opened
from recoupe.cli.gazetteer import GazetteerOption
from recoupe.cli.known import KnownOption
from recoupe.cli.modes import WorkersOption
from recoupe.model.mode import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recoupe.cli.tallies import Tally
    from recoupe.filing.rereading import Reread

_OUTCOMES: Final = {
    "altered": ("read otherwise", "read otherwise"),
    "same": ("the same", "the same"),
    "failed": ("failed", "failed"),
}


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="reread", no_args_is_help=True)(reread)


def reread(
    case: CaseArgument,
    mode: Annotated[
        Mode | None, typer.Option(help="[default: the mode in which each report was read]")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Those too that this program's readers read.")
    ] = False,
    known: KnownOption = None,
    gazetteer: GazetteerOption = None,
    workers: WorkersOption = 1,
    author: AuthorOption = None,
) -> None:
    """Read again what other readers read than this program's, older ones or with other lists.

    Texts are those that are kept, so that every place in them stays; reviews stay in force. It may
    be broken off anywhere: the same command goes on. A report that cannot be read keeps its older
    reading, and gives exit status 3 at the end.

    **Examples**

    - `recoupe reread mariupol --workers 2` after a new version of Recoupe
    - `recoupe reread mariupol --known ministers` after a new list of known people
    - `recoupe reread archive --mode accurate` what was read in the fast mode
    """
    from recoupe.cli.known import known_lists
    from recoupe.cli.running import today, told
    from recoupe.cli.tallies import Tally
    from recoupe.engine import LocalEngine
    from recoupe.filing import rereading
    from recoupe.flow import ReadOptions
    from recoupe.reading.gazetteer import chosen

    who = author_of(author)
    options = ReadOptions(today(), known=known_lists(known), gazetteers=chosen(gazetteer))
    tally = Tally(_OUTCOMES)
    with opened(case) as store:
        wanted = rereading.outdated(store, options, mode=mode, everything=everything)
        again = rereading.reread(wanted, store, options, LocalEngine(workers), author=who)
        try:
            with tally.shown(total=len(wanted)):
                _count(again, tally)
        except KeyboardInterrupt:
            told(f"recoupe: broken off; {command('reread', store.place)} goes on")
            raise
    typer.echo(str(tally) if wanted else "every reading is of this program's readers")
    if tally["failed"]:
        raise typer.Exit(3)


def _count(again: Iterable[Reread], tally: Tally) -> None:
    """Count what becomes of each report as it comes, and tell what fails."""
    from recoupe.cli.running import told
    from recoupe.model import Failure

    for one in again:
        if isinstance(one.result, Failure):
            told(f"recoupe: {one.result.message}")
            tally.count("failed")
        else:
            tally.count(one.result)
