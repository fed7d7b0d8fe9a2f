"""``recoupe search``: words, speakers, places, dates and figures over a whole casefile."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.cli.casefiles import CaseArgument, opened
from recoupe.model import FigureSubject, Stance, StatementKind

if TYPE_CHECKING:
    from rich.text import Text

    from recoupe.store.search import Hit, Query, Results

_PIPED: Final = 120
"""Columns of a table that is not written to a terminal."""


class Format(StrEnum):
    """What ``recoupe search`` writes."""

    TABLE = "table"
    JSONL = "jsonl"


class LookFor(StrEnum):
    """What ``recoupe search`` looks for."""

    STATEMENTS = "statements"
    REPORTS = "reports"
    FIGURES = "figures"
    EVENTS = "events"
    PLACES = "places"
    EVIDENCE = "evidence"


class Sort(StrEnum):
    """Which result comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"


QueryArgument = Annotated[
    str,
    typer.Argument(metavar="QUERY", help='Words; a "phrase" is exact, - excludes, * ends.'),
]
LookForOption = Annotated[LookFor, typer.Option("--in", help="What to look for.")]
SpeakerOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Words of the speaker's name.")
]
StanceOption = Annotated[Stance | None, typer.Option(help="How the speaker stands to it.")]
KindOption = Annotated[StatementKind | None, typer.Option(help="The kind of statement.")]
OutletOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Words of the outlet's name.")
]
PlaceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="A place, with all that lies within it.")
]
SinceOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Published then or later.")
]
UntilOption = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="Published then or earlier.")
]
FigureOption = Annotated[FigureSubject | None, typer.Option(help="What is counted.")]
LowOption = Annotated[
    int | None, typer.Option("--at-least", min=0, help="A figure that may be so high.")
]
HighOption = Annotated[
    int | None, typer.Option("--at-most", min=0, help="A figure that may be so low.")
]
LanguageOption = Annotated[
    str | None, typer.Option(metavar="CODE", help="The report's language (fr, en).")
]
OlderVersionsOption = Annotated[
    bool, typer.Option("--older-versions", help="Look at what reports said before, too.")
]
SortOption = Annotated[Sort, typer.Option(help="Which comes first.")]
LimitOption = Annotated[int, typer.Option(min=1, help="Results on a page.")]
PageOption = Annotated[int, typer.Option(min=1, help="Which page.")]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="[default: table on a terminal, otherwise jsonl]"),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="search", no_args_is_help=True)(search)


def search(
    case: CaseArgument,
    query: QueryArgument = "",
    look_for: LookForOption = LookFor.STATEMENTS,
    speaker: SpeakerOption = None,
    stance: StanceOption = None,
    kind: KindOption = None,
    outlet: OutletOption = None,
    place: PlaceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    figure: FigureOption = None,
    low: LowOption = None,
    high: HighOption = None,
    language: LanguageOption = None,
    older_versions: OlderVersionsOption = False,
    sort: SortOption = Sort.NEWEST,
    limit: LimitOption = 20,
    page: PageOption = 1,
    format_: FormatOption = None,
) -> None:
    """Find statements, reports, figures, events, places or evidence, with the words in context.

    Words are found in all their forms, without accents and capitals; of several, all must be
    there. Words and options must all fit. The ids shown are those that `recoupe review` takes.

    **Examples**

    - `recoupe search mariupol "évacuer l'aciérie"`
    - `recoupe search mariupol '"humanitarian corridor"' --speaker guterres --stance demands`
    - `recoupe search mariupol --in figures --figure killed --at-least 100 --place Ukraine`
    - `recoupe search mariupol azovstal --in reports --from 2022-04 --to 2022-05-15 --sort oldest`
    """
    from recoupe.store.search import Query

    asked = Query(
        words=query,
        look_for=look_for.value.removesuffix("s"),  # type: ignore[arg-type]
        speaker=speaker,
        stance=stance,
        kind=kind,
        outlet=outlet,
        place=place,
        since=_date(since, "--from"),
        until=_date(until, "--to"),
        figure=figure,
        low=low,
        high=high,
        language=language,
        older_versions=older_versions,
        order=sort.value,
        limit=limit,
        offset=(page - 1) * limit,
    )
    with opened(case) as store:
        results = store.search(asked)
    _write(results, asked, format_ or (Format.TABLE if sys.stdout.isatty() else Format.JSONL))


def _date(said: str | None, option: str) -> str | None:
    """Return a day, month or year as ISO 8601 has it; raise :class:`UsageError` for others."""
    from recoupe.errors import DateError, UsageError
    from recoupe.model import calendar_day

    if said is None:
        return None
    try:
        day = calendar_day(said + "-01-01"[len(said) - 4 :])
    except DateError:
        raise UsageError(
            f"{said!r} is no date", where=option, remedy="write 2022-05-31, 2022-05 or 2022"
        ) from None
    return day.isoformat()[: len(said)]


def _write(results: Results, asked: Query, format_: Format) -> None:
    if not results.hits:
        typer.echo("nothing found", err=True)
    elif format_ is Format.JSONL:
        _write_lines(results)
    else:
        _write_table(results, asked)


def _write_lines(results: Results) -> None:
    import json
    from dataclasses import asdict

    for hit in results.hits:
        typer.echo(json.dumps(asdict(hit), ensure_ascii=False))


def _write_table(results: Results, asked: Query) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for number, hit in enumerate(results.hits, asked.offset + 1):
        for at, line in enumerate((_head(hit), _marked(hit), _ids(hit))):
            table.add_row("" if at else str(number), line)
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _PIPED)
    console.print(table)
    console.print(Text(_counted(results, asked), style="dim"))


def _head(hit: Hit) -> Text:
    """Return who says it and how, and in which report."""
    from rich.text import Text

    from recoupe.dossier.wording import plain_line

    head = Text()
    if hit.speaker or hit.stance:
        head.append(plain_line(hit.speaker or "?"), style="bold")
        head.append(f"  {hit.stance}  ")
    shown = (hit.outlet, hit.published and hit.published[:10], hit.title)
    head.append(" · ".join(plain_line(one) for one in shown if one), style="dim")
    return head.append(f"  {hit.withdrawn}", style="red") if hit.withdrawn else head


def _marked(hit: Hit) -> Text:
    """Return the words in their context, those that were looked for in bold."""
    from rich.text import Text

    from recoupe.dossier.wording import visible

    line = Text()
    at = hit.context.start
    for span in hit.found:
        line.append(
            visible(hit.context.text[at - hit.context.start : span.start - hit.context.start])
        )
        line.append(visible(span.text), style="bold")
        at = span.end
    return line.append(visible(hit.context.text[at - hit.context.start :]))


def _ids(hit: Hit) -> Text:
    from rich.text import Text

    ids = dict.fromkeys((hit.id, hit.report))
    return Text("  ".join(ids), style="dim")


def _counted(results: Results, asked: Query) -> str:
    first, last = asked.offset + 1, asked.offset + len(results.hits)
    of = f"more than {last:,}" if results.total is None else f"{results.total:,}"
    more = f"; --page {asked.offset // asked.limit + 2} shows more" if results.more else ""
    return f"{first:,} to {last:,} of {of}{more}"
