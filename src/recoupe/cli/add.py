"""``recoupe add``: reports into a casefile; and again what failed, or was broken off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.cli.add_selected import FromOption, WhereOption, fill
from recoupe.cli.asking import asked_for, is_given
from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, command, opened
from recoupe.cli.engines import (
    AddressOption,
    EngineName,
    EngineOption,
    EngineWorkersOption,
    engine_of,
)
from recoupe.cli.gazetteer import GazetteerOption
from recoupe.cli.known import KnownOption
from recoupe.cli.modes import (
    Counting,
    CountingOption,
    LanguageOption,
    MediaOption,
    ModeOption,
    PrivateOption,
    PublishedOption,
)
from recoupe.cli.outcomes import counted, outcomes
from recoupe.errors import UsageError

if TYPE_CHECKING:
    from recoupe.capture.archives import Accounts
    from recoupe.engine import Engine
    from recoupe.filing import Asked, Filed
    from recoupe.store import Casefile
    from recoupe.store.records import Added

_OF_READING: Final = ("counting", "mode", "known", "gazetteer")
_OF_INPUTS: Final = ("published", "language", "allow_private", "with_media")
_OF_WORK: Final = ("workers", "engine", "address")
_REFUSED: Final = {
    "--retry": _OF_READING,
    "--resume": (*_OF_READING, *_OF_INPUTS),
    "--from": (*_OF_READING, *_OF_INPUTS, *_OF_WORK),
}
_AS_BEGUN: Final = {
    "--retry": "reads as it was begun",
    "--resume": "reads as it was begun",
    "--from": "keeps readings as they are",
}

InputsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .html .json .jsonl), web archives (.warc .warc.gz .wacz), folders, "
        "http(s) addresses, or - for standard input.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="add", no_args_is_help=True)(add)


def add(
    context: typer.Context,
    case: CaseArgument,
    inputs: InputsArgument = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try again all that failed and is not settled.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with what was broken off, as it was begun.")
    ] = False,
    from_: FromOption = None,
    where: WhereOption = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
    counting: CountingOption = Counting.RECOUPE,
    mode: ModeOption = "accurate",
    known: KnownOption = None,
    gazetteer: GazetteerOption = None,
    workers: EngineWorkersOption = None,
    engine: EngineOption = EngineName.LOCAL,
    address: AddressOption = None,
    allow_private: PrivateOption = False,
    with_media: MediaOption = False,
    author: AuthorOption = None,
) -> None:
    """Read reports and keep them in a casefile, each with its bytes and everything read in it.

    What is kept already is known and not read again; new bytes at the same address make a new
    version. It may be broken off anywhere: the same command goes on. A report that cannot be read
    is listed by `recoupe status`, and gives exit status 3 at the end.

    **Examples**

    - `recoupe add mariupol pages/ https://paper.example/one --workers 2`
    - `recoupe add mariupol https://paper.example/two --with-media` keeps what the page shows, too
    - `recoupe add mariupol crawl.wacz` keeps the reports in a web archive, each with its records
    - `recoupe add mariupol crawl.wacz --engine ray --address head.example:6379` reads on a cluster
    - `recoupe add mariupol dispatch.txt --published 2022-05-05 --language fr`
    - `recoupe add mariupol --resume` goes on with what was broken off
    - `recoupe add mariupol --retry` tries again what failed
    - `recoupe add mariupol --from readings/ --where "day = '2022-03-09'"` keeps what was read
    """
    _check(context, inputs, retry=retry, resume=resume, chosen=from_ is not None)
    who = author_of(author)
    if from_ is not None:
        failed = fill(case, from_, where, author=who)
    else:
        lists = {"known": known, "gazetteer": gazetteer}
        asked = asked_for(published, language, counting, mode, **lists)
        asked = replace(asked, allow_private=allow_private, with_media=with_media)
        way = "--retry" if retry else "--resume" if resume else None
        with engine_of(engine, workers, address) as at_work, opened(case) as store:
            failed = _read(store, inputs or [], asked, at_work, author=who, way=way)
    if failed:
        raise typer.Exit(3)


def _read(
    store: Casefile,
    inputs: list[str],
    asked: Asked,
    engine: Engine,
    *,
    author: str,
    way: str | None,
) -> int:
    """Read what is to be read, in the ``way`` that was chosen; return how many failed."""
    from recoupe.capture.archives import Accounts

    accounts = Accounts()
    if way == "--retry":
        filed = _retried(store, asked, engine, author, accounts)
    elif way == "--resume":
        filed = _resumed(store, engine, author, accounts)
    else:
        filed = _added(store, inputs, asked, engine, author=author, accounts=accounts)
    return _tell(filed, store, asked, again=way or "--resume", accounts=accounts)


def _check(
    context: typer.Context, inputs: list[str] | None, *, retry: bool, resume: bool, chosen: bool
) -> None:
    """Raise :class:`UsageError` where what is asked for cannot be asked together."""
    ways = [
        way for way, is_ in (("--from", chosen), ("--retry", retry), ("--resume", resume)) if is_
    ]
    if len(ways) > 1:
        raise UsageError("one after the other", where=" ".join(ways))
    if not chosen and is_given(context, "where"):
        raise UsageError(
            "chooses among readings", where="--where", remedy="name them with --from DIR"
        )
    if not ways:
        if not inputs:
            raise UsageError("nothing to add", remedy="name an INPUT, or give --retry or --resume")
        return
    (way,) = ways
    if inputs:
        raise UsageError("takes no inputs", where=way, remedy="add them in a run of their own")
    for name in _REFUSED[way]:
        if is_given(context, name):
            raise UsageError(
                f"{_AS_BEGUN[way]}, and takes no --{name.replace('_', '-')}",
                where=way,
                remedy=f"add the {'archives' if chosen else 'inputs'} again to read them otherwise",
            )


def _added(
    store: Casefile,
    inputs: list[str],
    asked: Asked,
    engine: Engine,
    *,
    author: str,
    accounts: Accounts,
) -> Iterator[Filed]:
    from recoupe.cli.running import today
    from recoupe.filing import begin_job, run_job

    job = begin_job(store, inputs, asked, author=author)
    return run_job(job, inputs, store, engine, author=author, today=today(), accounts=accounts)


def _resumed(store: Casefile, engine: Engine, author: str, accounts: Accounts) -> Iterator[Filed]:
    from recoupe.cli.running import today, told
    from recoupe.filing import resume_job

    for job in reversed(store.status().unfinished):  # the oldest first
        told(f"recoupe: going on with what {job.author} began at {job.started_at[:16]}")
        yield from resume_job(job, store, engine, author=author, today=today(), accounts=accounts)


def _retried(
    store: Casefile, asked: Asked, engine: Engine, author: str, accounts: Accounts
) -> Iterator[Filed]:
    from recoupe.cli.running import today
    from recoupe.filing import retry_failures

    now = today()
    return retry_failures(store, engine, asked, author=author, today=now, accounts=accounts)


def _tell(
    filed: Iterable[Filed], store: Casefile, asked: Asked, *, again: str, accounts: Accounts
) -> int:
    """Say what becomes of each report as it comes, and how many of each; return how many failed."""
    from recoupe.cli.archives import account_lines, how_far
    from recoupe.cli.running import told

    tally = outcomes()
    accounts.moved = lambda account: tally.note(how_far(account))
    met = counted(filed, tally, goes_on=command("add", store.place, again))
    for line in account_lines(accounts):
        told(f"recoupe: {line}")
    typer.echo(str(tally))
    if met is not None and asked.published:
        _tell_dates(store, met, asked.published, alone=tally["known"] == 1)
    if tally["failed"]:
        told(f"recoupe: see {command('status', store.place)}")
    return tally["failed"]


def _tell_dates(store: Casefile, known: Added, published: str, *, alone: bool) -> None:
    """Say that known reports keep their date, where it is another than the one that was given."""
    from recoupe.cli.running import told

    kept = store.reading(known.article).reading.article.published
    if kept is None or kept[:10] != published[:10]:
        report = known.report if alone else "REPORT"
        correct = command("review", "correct", store.place, report, "--set")
        told(
            "recoupe: what is known keeps the date that it has; to correct one: "
            f"{correct} published={published}"
        )
