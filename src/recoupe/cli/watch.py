"""``recoupe watch``: lists of addresses that are followed, again and again."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.cli.asking import asked_for, is_given
from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, command, opened
from recoupe.cli.durations import duration
from recoupe.cli.gazetteer import GazetteerOption
from recoupe.cli.known import KnownOption
from recoupe.cli.modes import (
    Counting,
    CountingOption,
    LanguageOption,
    MediaOption,
    ModeOption,
    PrivateOption,
    WorkersOption,
)
from recoupe.cli.saying import say
from recoupe.errors import UsageError

if TYPE_CHECKING:
    from recoupe.cli.tallies import Tally
    from recoupe.filing.following import Following
    from recoupe.filing.noticing import Noticed, Waiting

_OF_LISTS: Final = (
    "every",
    "since",
    "match",
    "language",
    "counting",
    "mode",
    "known",
    "gazetteer",
    "allow_private",
    "with_media",
)
"""Options that are kept with a list."""
_LEAST: Final = timedelta(minutes=1)
_OUTCOMES: Final = {
    "new": ("new", "new"),
    "version": ("new version", "new versions"),
    "unaltered": ("unaltered", "unaltered"),
    "gone": ("taken down", "taken down"),
    "moved": ("moved", "moved"),
    "failed": ("failed", "failed"),
}

ListsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FEED...",
        help="Addresses of feeds (RSS, Atom, JSON Feed), sitemaps, pages that link to articles, "
        "single pages; or files of addresses, one a line.",
    ),
]


ShowOption = Annotated[
    bool, typer.Option("--list", help="Show the lists that are followed, and end.")
]
EndOption = Annotated[
    list[str] | None,
    typer.Option("--end", metavar="FEED", help="Follow this list no more, and end."),
]
OnceOption = Annotated[bool, typer.Option("--once", help="One round, of all that is due.")]
LastingOption = Annotated[
    str | None,
    typer.Option("--for", metavar="TIME", help="End after this time: 90m, 2h, 1d."),
]
LimitOption = Annotated[int, typer.Option(min=1, help="Pages asked for in one round, at most.")]
EveryOption = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Time between two looks at the list. [default: as it says]"),
]
SinceOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Leave out what the list tells to be older."),
]
MatchOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORDS",
        help="Follow only what has these words in its headline, summary or address; "
        "may be given several times.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="watch", no_args_is_help=True)(watch)


def watch(
    context: typer.Context,
    case: CaseArgument,
    lists: ListsArgument = None,
    show: ShowOption = False,
    end: EndOption = None,
    once: OnceOption = False,
    lasting: LastingOption = None,
    limit: LimitOption = 200,
    every: EveryOption = None,
    since: SinceOption = None,
    match: MatchOption = None,
    language: LanguageOption = None,
    counting: CountingOption = Counting.RECOUPE,
    mode: ModeOption = "accurate",
    known: KnownOption = None,
    gazetteer: GazetteerOption = None,
    workers: WorkersOption = 1,
    allow_private: PrivateOption = False,
    with_media: MediaOption = False,
    author: AuthorOption = None,
) -> None:
    """Follow feeds, sitemaps and pages of links: file what they name, and what alters in it.

    Runs until it is stopped (Ctrl-C), and can be stopped anywhere: the same command goes on. A page
    is asked for again after 1, 3, 9, 27 hours and so on, sooner when it alters; what is altered
    becomes a new version, and what is taken down is told. Servers are asked politely: whether
    something altered, after the pause they want, as their robots.txt allows.

    **Examples**

    - `recoupe watch mariupol https://paper.example/rss.xml https://agency.example/news-sitemap.xml`
    - `recoupe watch mariupol https://paper.example/feed --match dam --match Kakhovka --every 15m`
    - `recoupe watch mariupol https://paper.example/ukraine/ --since 2022-05-01 --for 2h`
    - `recoupe watch mariupol` goes on with all lists
    - `recoupe watch mariupol --once` asks what is due and ends, for a timer such as cron
    - `recoupe watch mariupol --list`
    - `recoupe watch mariupol --end https://paper.example/rss.xml`
    """
    from recoupe.filing.following import Following

    _check(context, lists or [], alone=bool(show or end), once=once)
    if show or end:
        _keep_books(case, end or [], author)
        return
    asked = asked_for(None, language, counting, mode, known=known, gazetteer=gazetteer)
    asked = replace(asked, allow_private=allow_private, with_media=with_media)
    pause = None if every is None else duration(every, option="--every", least=_LEAST)
    following = Following(asked, pause, _day(since), _phrases(match or []))
    rounds = _Rounds(once, _length(lasting), limit, workers)
    addresses = [_source(one) for one in lists or []]
    _go(case, addresses, following, rounds, author=author_of(author))


@dataclass(frozen=True, slots=True)
class _Rounds:
    """How long to go round, and with how much."""

    once: bool
    lasting: timedelta | None
    limit: int
    workers: int


def _go(
    case: str, addresses: list[str], following: Following, rounds: _Rounds, *, author: str
) -> None:
    """Follow lists, and go round all that are followed; exit where something failed in one."""
    from recoupe.cli.running import today
    from recoupe.engine import LocalEngine
    from recoupe.filing.noticing import now_in_utc
    from recoupe.filing.watching import Watcher, add_lists, follow

    clock = now_in_utc
    until = None if rounds.lasting is None else clock() + rounds.lasting
    with opened(case) as store:
        if addresses:
            add_lists(store, addresses, following, author=author, at=clock())
        elif not store.watches():
            raise UsageError(
                "follows no list yet", where=case, remedy="name a FEED: recoupe watch --help"
            )
        engine = LocalEngine(rounds.workers)
        watcher = Watcher(store, engine, author=author, today=today, clock=clock)
        if rounds.once:
            noticed: Iterable[Noticed | Waiting] = watcher.round(limit=rounds.limit)
        else:
            noticed = follow(
                watcher, store, limit=rounds.limit, until=until, clock=clock, sleep=time.sleep
            )
        failed = _tell(noticed, store.place, once=rounds.once)
    if failed and rounds.once:
        raise typer.Exit(3)


def _check(context: typer.Context, lists: list[str], *, alone: bool, once: bool) -> None:
    """Raise :class:`UsageError` where what is asked for cannot be asked together."""
    if alone and (lists or once or is_given(context, "lasting")):
        raise UsageError("follows nothing", where="--list, --end", remedy="in a run of its own")
    if once and is_given(context, "lasting"):
        raise UsageError("one of the two", where="--once --for")
    for name in _OF_LISTS if not lists else ():
        if is_given(context, name):
            raise UsageError(
                "is kept with a list, and none is named",
                where=f"--{name.replace('_', '-')}",
                remedy="name the FEED that is to be followed so, even if it is followed already",
            )


def _source(typed: str) -> str:
    """Return where a list is found from anywhere; raise :class:`UsageError` for what is nothing."""
    from pathlib import Path

    from recoupe.capture.network import is_address
    from recoupe.store.addresses import typed_source

    if not is_address(typed) and not Path(typed).is_file():
        raise UsageError(
            "is no address and no file", where=typed, remedy="give it in full: https://…"
        )
    if is_address(typed):
        from recoupe.capture.addresses import parsed

        parsed(typed, where=typed)
    return typed_source(typed)


def _length(lasting: str | None) -> timedelta | None:
    return None if lasting is None else duration(lasting, option="--for")


def _day(since: str | None) -> str | None:
    from recoupe.errors import DateError
    from recoupe.model import calendar_day

    try:
        return None if since is None else calendar_day(since).isoformat()
    except DateError as error:
        raise UsageError(error.what, where="--since", remedy=error.remedy) from error


def _phrases(match: list[str]) -> tuple[str, ...]:
    from recoupe.words import tokens

    for phrase in match:
        if not any(True for _ in tokens(phrase)):
            raise UsageError(f"no words in {phrase!r}", where="--match")
    return tuple(match)


def _keep_books(case: str, end: list[str], author: str | None) -> None:
    """End lists, or show those that are followed."""
    from recoupe.cli.watched import table
    from recoupe.filing.noticing import now_in_utc, stamp
    from recoupe.store.addresses import input_of, typed_source

    with opened(case) as store:
        for one in end:
            ended = store.end_watch(
                typed_source(one), author=author_of(author), at=stamp(now_in_utc())
            )
            say(f"follows {input_of(ended.address)} no more; {ended.pages:,} pages of it are kept")
        if not end:
            for line in table(store.watches(), store.taken_down()):
                say(line)


def _tell(noticed: Iterable[Noticed | Waiting], place: str, *, once: bool) -> int:
    """Say what is noticed as it is, and how much of each at the end; return how much failed."""
    from recoupe.cli.running import told
    from recoupe.cli.tallies import Tally
    from recoupe.filing.noticing import Waiting

    tally = Tally(_OUTCOMES)
    try:
        with tally.shown():
            for one in noticed:
                if isinstance(one, Waiting):
                    told(f"recoupe: next look at {one.until:%H:%M} UTC")
                else:
                    _tell_one(one, tally)
    except KeyboardInterrupt:
        if once:
            told(f"recoupe: broken off; {command('watch', place, '--once')} goes on")
            raise
    typer.echo(str(tally))
    return tally["failed"]


def _tell_one(one: Noticed, tally: Tally) -> None:
    from recoupe.cli.running import told

    if one.outcome == "failed":
        told(f"recoupe: {one.address}: {one.message}")
    elif one.outcome == "listed":
        if one.message:
            told(f"recoupe: {one.address}: {one.message}")
        if one.count:
            told(f"{one.address} names {one.count:,} new")
    elif one.outcome != "unaltered":
        told(f"{_OUTCOMES[one.outcome][0]}: {one.address}")
    if one.outcome != "listed":
        tally.count(one.outcome)
