"""``recoupe pipeline check``: stories, lineage and findings over readings in Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.add_selected import WhereOption
from recoupe.cli.check import LanguageOption, language_of
from recoupe.cli.engines import AddressOption, EngineName, EngineOption, EngineWorkersOption

if TYPE_CHECKING:
    from recoupe.model import CrossCheck, Failure

FolderArgument = Annotated[
    str, typer.Argument(metavar="DIR", help="The folder of `recoupe pipeline INPUT... --to DIR`.")
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="check", no_args_is_help=True)(check)


def check(
    folder: FolderArgument,
    where: WhereOption = None,
    language: LanguageOption = None,
    workers: EngineWorkersOption = None,
    engine: EngineOption = EngineName.LOCAL,
    address: AddressOption = None,
) -> None:
    """Group readings into stories, trace copies, and lay out what they agree on and dispute.

    The result is that of `recoupe check` on the same reports. It is put into DIR/crosscheck as
    reports.parquet, stories.parquet, lineage.parquet, findings.parquet and failures.parquet, in
    place of any other.

    **Examples**

    - `recoupe pipeline check readings/ --workers 8` checks all readings
    - `recoupe pipeline check readings/ --where "day BETWEEN '2022-03-07' AND '2022-03-13'"`
    - `recoupe pipeline check readings/ --where "language = 'fr'" --engine ray`
    """
    from recoupe.cli.counting import up_to_all
    from recoupe.cli.engines import engine_of
    from recoupe.cli.running import check_declared
    from recoupe.export.crosscheck_parquet import write_crosscheck
    from recoupe.pipeline.checking import check_selected
    from recoupe.pipeline.folder import Folder
    from recoupe.version import __version__

    check_declared(None, language)
    place = Folder.at(folder)
    with engine_of(engine, workers, address) as at_work, up_to_all() as advance:
        done = check_selected(place, where, at_work, progress=advance)
    write_crosscheck(
        done.found,
        done.failures,
        place,
        language=language_of(language, done.found),
        told={"recoupe": __version__, "where": where or ""},
    )
    _tell(done.found, done.failures, folder)
    if done.failures:
        raise typer.Exit(3)


def _tell(found: CrossCheck, failures: Sequence[Failure], folder: str) -> None:
    """Say how much there is of each, and what failed."""
    from recoupe.cli.pipeline_told import counted
    from recoupe.cli.running import told
    from recoupe.export.crosscheck_parquet import CROSSCHECK

    for failed in failures:
        told(f"recoupe: {failed.input}: {failed.message}")
    numbers = (
        (len(found.reports), "report", "reports"),
        (len(found.stories), "story", "stories"),
        (len(found.lineage), "derivation", "derivations"),
        (len(found.findings), "finding", "findings"),
        (len(failures), "failed", "failed"),
    )
    told_of = ", ".join(counted(*number) for number in numbers)
    typer.echo(f"{told_of}: in {folder.rstrip('/')}/{CROSSCHECK}")
