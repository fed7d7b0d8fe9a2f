"""``recoupe pipeline``: web archives to readings in Parquet, and what is made of those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from recoupe.cli import pipeline_check
from recoupe.cli.engines import AddressOption, EngineName, EngineOption, EngineWorkersOption
from recoupe.cli.gazetteer import GazetteerOption
from recoupe.cli.known import KnownOption
from recoupe.cli.modes import Counting, CountingOption, ModeOption

if TYPE_CHECKING:
    from recoupe.engine import Engine

_RUN = "run"


class _RunUnlessNamed(TyperGroup):
    """Commands of which one is meant where none is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - of typer
        """Put the name of the run before words that begin with no command's."""
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = [_RUN, *args]
        return super().parse_args(ctx, args)


commands = typer.Typer(
    name="pipeline",
    cls=_RunUnlessNamed,
    help="""Web archives of any size to readings in Parquet (INPUT... --to DIR), and on from there.

    What is broken off goes on where it was, by the same command. `run` need not be written.

    **Examples**

    - `recoupe pipeline crawl.warc.gz --to readings/` reads one archive
    - `recoupe pipeline s3://bucket/crawls/ --to s3://bucket/readings --engine ray` reads many
    - `recoupe pipeline check readings/` finds the stories in them, and what they dispute
    - `recoupe pipeline run --help` says more of the first
    """,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    pipeline_check.register(commands)
    app.add_typer(commands)


@commands.command(name=_RUN, no_args_is_help=True)
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Web archives (.warc .warc.gz .warc.zst .wacz): files, folders, globs, and "
            "addresses that fsspec reads (s3://bucket/crawl/*.warc.gz).",
        ),
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="DIR", help="Where the readings go; an address, too.")
    ],
    mode: ModeOption = "fast",
    counting: CountingOption = Counting.RECOUPE,
    known: KnownOption = None,
    gazetteer: GazetteerOption = None,
    slice_: Annotated[
        int, typer.Option("--slice", metavar="MB", min=1, help="Megabytes read as one piece.")
    ] = 64,
    workers: EngineWorkersOption = None,
    engine: EngineOption = EngineName.LOCAL,
    address: AddressOption = None,
) -> None:
    """Read web archives into a folder of Parquet, slice by slice, on one machine or on many.

    The rows are the same whatever the engine and the number of workers. The same command goes on
    with a run that was broken off, and reads archives that are new or were altered. What cannot
    be read is in DIR/failures, all else is read, and the exit status is 3.

    **Examples**

    - `recoupe pipeline crawls/ --to readings/ --workers 8`
    - `recoupe pipeline 'crawls/2022-05-*.warc.gz' --to readings/ --mode accurate`
    - `recoupe pipeline s3://bucket/crawls/ --to s3://bucket/readings --engine ray --address H:6379`
    """
    from recoupe.capture.limits import Limits
    from recoupe.cli.known import known_lists
    from recoupe.cli.pipeline_told import progress, summary_lines
    from recoupe.cli.running import today, told
    from recoupe.flow import ReadOptions
    from recoupe.pipeline.options import Options
    from recoupe.pipeline.running import run as run_pipeline
    from recoupe.reading.gazetteer import chosen

    read = ReadOptions(today(), counting.value, mode, known_lists(known), chosen(gazetteer))
    options = Options(read, slice_ * 1_000_000, Limits.from_environment())
    with _engine(engine, workers, address) as where, progress() as moved:
        found = run_pipeline(inputs, to, options, where, moved=moved)
    for line in summary_lines(found, to):
        told(f"recoupe: {line}")
    if not found.whole:
        raise typer.Exit(3)


def _engine(engine: EngineName, workers: int | None, address: str | None) -> Engine:
    """Return the engine; on this machine one worker is a process of its own, too.

    A page that kills its process, or hangs, must not end the run.
    """
    from recoupe.cli.engines import engine_of
    from recoupe.engine import LocalEngine

    if engine is EngineName.LOCAL and address is None:
        return LocalEngine(workers or 1, apart=True)
    return engine_of(engine, workers, address)
