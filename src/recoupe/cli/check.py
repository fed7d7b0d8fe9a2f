"""``recoupe check``: stories, lineage and findings over several reports, or over a casefile."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.engines import AddressOption, EngineName, EngineOption, EngineWorkersOption
from recoupe.cli.modes import ModeOption

if TYPE_CHECKING:
    from recoupe.engine import Engine
    from recoupe.model import CrossCheck, Failure, Mode, Reading
    from recoupe.store import Casefile


class Format(StrEnum):
    """What ``recoupe check`` writes."""

    JSON = "json"
    TABLE = "table"
    HTML = "html"


InputsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...|CASE",
        help="Reports as for recoupe read; or one casefile, whose reviews then count.",
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Language of the words around it (fr, en)."),
]
AgainOption = Annotated[
    bool,
    typer.Option(
        "--again", help="Compare everything in a casefile anew, not only what altered since."
    ),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="A file.")]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="check", no_args_is_help=True)(check)


def check(
    inputs: InputsArgument,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: table on a terminal, otherwise json]"),
    ] = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    mode: ModeOption = "accurate",
    workers: EngineWorkersOption = None,
    engine: EngineOption = EngineName.LOCAL,
    address: AddressOption = None,
    again: AgainOption = False,
) -> None:
    """Cross-check reports: group them by incident, trace copies, lay out agreements and disputes.

    Each finding has the words on every side, and counts independent origins, never outlets: six
    papers that print one dispatch are one. It says what differs, and never what is true.

    **Examples**

    - `recoupe check reports/` compares all reports in a folder
    - `recoupe check reports/ --format html --output check.html --language fr`
    - `recoupe check mariupol --engine ray --address head.example:6379` compares on a cluster
    - `recoupe check mariupol --format json` brings a casefile's check up to date, and writes it
    """
    from recoupe.cli.engines import engine_of
    from recoupe.cli.running import told

    chosen = format_ or _default(output)
    with engine_of(engine, workers, address) as where:
        found, failures, failed = _checked(inputs, mode, where, again=again)
    _write(_text(found, chosen, language_of(language, found), output), output)
    for failure in failures:
        told(f"recoupe: {failure.input}: {failure.message}")
    if failed or failures:
        raise typer.Exit(3)


def _checked(
    inputs: Sequence[str], mode: Mode, engine: Engine, *, again: bool
) -> tuple[CrossCheck, tuple[Failure, ...], int]:
    """Return the cross-check, the stories that failed, and how many reports could not be read."""
    from recoupe.cli.counting import up_to_all
    from recoupe.cli.running import told

    with up_to_all() as advance:
        if (case := _case(inputs)) is not None:
            from recoupe.filing.checking import check_case

            with case as casefile:
                done = check_case(casefile, engine, again=again, progress=advance)
            if not done.kept:
                told(f"recoupe: {inputs[0]} may not be written to: this check is not kept")
            return done.found, done.failures, 0
        from recoupe.flow import check_readings

        failed: list[Failure] = []
        readings = _read(inputs, mode, engine, failed)
        found, failures = check_readings(readings, engine, progress=advance)
        return found, failures, len(failed)


def _case(inputs: Sequence[str]) -> Casefile | None:
    """Return the one casefile that is named, open, or ``None``: they are reports."""
    from recoupe.store import is_casefile

    if not any(is_casefile(one) for one in inputs):
        return None
    if len(inputs) > 1:
        from recoupe.errors import UsageError

        raise UsageError(
            "a casefile is checked alone", where=inputs[0], remedy="add the reports to it first"
        )
    from recoupe.cli.casefiles import opened

    return opened(inputs[0])


def _read(
    inputs: Sequence[str], mode: Mode, engine: Engine, failed: list[Failure]
) -> Iterator[Reading]:
    """Yield the readings of reports; what cannot be read is told, and added to ``failed``."""
    from recoupe.cli.running import progress, results, told
    from recoupe.model import Failure

    with progress() as advance:
        for _, result in results(inputs, engine, mode=mode, known=None, gazetteers=None):
            if isinstance(result, Failure):
                failed.append(result)
                told(f"recoupe: {result.message}")
            else:
                yield result
            advance()


def _default(output: Path | None) -> Format:
    if output is not None:
        return Format.HTML if output.suffix.lower() in {".html", ".htm"} else Format.JSON
    return Format.TABLE if sys.stdout.isatty() else Format.JSON


def language_of(asked: str | None, found: CrossCheck) -> str:
    """Return the language asked for, else that of most reports; English where there are none."""
    from collections import Counter

    from recoupe.errors import UsageError
    from recoupe.languages import available

    if asked is not None and asked not in available():
        raise UsageError(
            f"no language pack for {asked!r}",
            where="--language",
            remedy=f"choose one of {', '.join(available())}",
        )
    counts = Counter(report.language for report in found.reports)
    known = [code for code, _ in counts.most_common() if code in available()]
    return asked or (known[0] if known else "en")


def _text(found: CrossCheck, chosen: Format, language: str, output: Path | None) -> str:
    if chosen is Format.HTML:
        from recoupe.dossier import crosscheck_page

        return crosscheck_page(found, language)
    if chosen is Format.JSON:
        import json

        from recoupe.export import crosscheck_document

        return json.dumps(crosscheck_document(found, language), ensure_ascii=False, indent=1) + "\n"
    import io

    from rich.console import Console

    from recoupe.dossier import crosscheck_table

    on_terminal = output is None and sys.stdout.isatty()
    width = None if on_terminal else 120
    console = Console(file=io.StringIO(), width=width, force_terminal=on_terminal, record=True)
    console.print(crosscheck_table(found, language))
    return console.export_text(styles=on_terminal)


def _write(text: str, output: Path | None) -> None:
    from recoupe.cli.output import whole_file

    with (
        nullcontext(sys.stdout) if output is None else whole_file(output, empty_too=True) as stream
    ):
        stream.write(text)
