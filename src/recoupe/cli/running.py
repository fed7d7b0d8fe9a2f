"""What the commands that read reports share: the flow they run, and its progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from typing import Final

from recoupe.capture import capture_inputs
from recoupe.capture.archives import Accounts
from recoupe.cli.archives import account_lines, how_far
from recoupe.cli.known import known_lists
from recoupe.cli.saying import inert
from recoupe.engine import Engine
from recoupe.errors import DateError, UsageError
from recoupe.flow import ReadOptions, Result, read_captures
from recoupe.languages import available
from recoupe.model import Declared, Failure, Mode, calendar_day

_FARTHEST_EAST: Final = timezone(timedelta(hours=14))
"""Where a day begins first."""


def today() -> date:
    """Return the latest day that it is anywhere on Earth: later ones are in the future."""
    return datetime.now(_FARTHEST_EAST).date()


def results(
    inputs: Sequence[str],
    engine: Engine,
    *,
    published: str | None = None,
    language: str | None = None,
    counting: str = "recoupe",
    mode: Mode = "accurate",
    known: Sequence[str] | None = (),
    gazetteers: Sequence[str] | None = (),
    allow_private: bool = False,
    accounts: Accounts | None = None,
) -> Iterator[Result]:
    """Yield what the flow makes of ``inputs``; options are checked before anything is read.

    ``known`` and ``gazetteers`` are names of imported lists of people and of places, and files;
    ``None`` means all that is imported. Pages of web archives that are no reports are passed over;
    what archives hold is counted in ``accounts`` and told at the end.
    Raises :class:`UsageError` for an option that cannot be.
    """
    check_declared(published, language)
    from recoupe.reading.gazetteer import chosen

    declared = Declared(published=published, language=language)
    accounts = accounts or Accounts()
    captures = capture_inputs(
        inputs, declared=declared, allow_private=allow_private, accounts=accounts
    )
    options = ReadOptions(today(), counting, mode, known_lists(known), chosen(gazetteers))
    return _reports(read_captures(captures, options, engine), accounts)


def _reports(found: Iterator[Result], accounts: Accounts) -> Iterator[Result]:
    """Pass on what is no page to be passed over; at the end, tell what archives held."""
    for capture, result in found:
        if isinstance(result, Failure) and result.passed:
            accounts.passed(result.input, result.kind)
        else:
            yield capture, result
    for line in account_lines(accounts):
        told(f"recoupe: {line}")


def check_declared(published: str | None, language: str | None) -> None:
    """Raise :class:`UsageError` for a date that is none, or a language that nothing reads."""
    if published is not None:
        _check_day(published)
    if language is not None and language not in available():
        raise UsageError(
            f"no language pack for {language!r}",
            where="--language",
            remedy=f"choose one of {', '.join(available())}",
        )


def _check_day(published: str) -> None:
    try:
        calendar_day(published)
    except DateError as error:
        raise UsageError(error.what, where="--published", remedy=error.remedy) from error


def told(message: str) -> None:
    """Write a line on standard error, above the progress if there is one.

    Not with ``typer.echo``: it keeps the stream that was there before the progress took it over,
    and the line would stand behind the count.
    """
    print(inert(message), file=sys.stderr)  # noqa: T201


@contextmanager
def progress(
    *, quiet: bool = False, accounts: Accounts | None = None
) -> Iterator[Callable[[], None]]:
    """Count results on standard error, where that is a terminal and nothing else is written.

    With ``accounts``, how far a web archive is read is shown as well.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    counted = TextColumn("{task.completed:.0f} read{task.description}")
    columns = (SpinnerColumn(), counted, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        if accounts is not None:
            accounts.moved = lambda account: bar.update(task, description=how_far(account))
        yield lambda: bar.advance(task)
