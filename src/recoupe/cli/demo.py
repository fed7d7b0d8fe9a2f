"""``recoupe demo``: a casefile of bundled reports, and the finished dossier of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.cli.casefiles import command
from recoupe.cli.modes import ModeOption

if TYPE_CHECKING:
    from recoupe.dossier.files import Handed
    from recoupe.model import Capture, Failure, Mode
    from recoupe.store import Casefile

CASEFILE: Final = "casefile"
FOLDER: Final = "dossier"
FILE: Final = "dossier.html"
"""What the demo makes in its folder."""
_AUTHOR: Final = "Recoupe demo"
_NAME: Final = "Azovstal, May 2022 (demo)"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="demo")(demo)


def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write, new or of an earlier demo.")
    ] = Path("recoupe-demo"),
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Language of the pages (fr, en).")
    ] = "en",
    mode: ModeOption = "accurate",
    open_: Annotated[
        bool, typer.Option("--open", help="Open the result in the web browser.")
    ] = False,
) -> None:
    """Read and cross-check ten short reports in French and English, and write the dossier of them.

    Nothing to configure and nothing is fetched: the reports come with Recoupe, and were written
    for this from public facts. The casefile is an ordinary one: serve it, add to it, correct it.
    Run again, the demo keeps it, and writes the dossier anew.

    **Examples**

    - `recoupe demo`
    - `recoupe demo --language fr --output azovstal --open`
    """
    from recoupe.demo import NOTE
    from recoupe.dossier.files import Handed
    from recoupe.dossier.owning import OwnFolder

    OwnFolder(output, title="The demo of Recoupe.")
    with _casefile(output / CASEFILE) as store:
        failed = _add(store, mode) + _check(store)
        for path, captures in ((output / FOLDER, True), (output / FILE, False)):
            _write(store, path, Handed(language, captures=captures, remark=NOTE))
        reports = store.status().counts["versions"]
    typer.echo(
        f"{reports} reports in a casefile, and the dossier of it:\n"
        f"  open {output / FOLDER / 'index.html'}  (or {output / FILE}, all in one file)\n"
        f"  work in it: {command('serve', str(output / CASEFILE))}"
    )
    if open_:
        typer.launch((output / FOLDER / "index.html").resolve().as_uri())
    if failed:
        raise typer.Exit(3)


def _casefile(path: Path) -> Casefile:
    """Return the casefile of the demo, open: that of an earlier run, or a new one."""
    from recoupe.store import is_casefile, new_casefile, open_casefile

    if is_casefile(str(path)):
        return open_casefile(str(path))
    return new_casefile(str(path), author=_AUTHOR, name=_NAME)


def _add(store: Casefile, mode: Mode) -> int:
    """Add the bundled reports as any others; return how many could not be read."""
    from recoupe.cli.running import progress, today, told
    from recoupe.engine import LocalEngine
    from recoupe.filing import file_reports
    from recoupe.flow import ReadOptions
    from recoupe.model import Failure

    failed = 0
    options = ReadOptions(today=today(), mode=mode)
    with progress() as advance:
        for filed in file_reports(_captures(), store, options, LocalEngine(1), author=_AUTHOR):
            if isinstance(filed.result, Failure):
                failed += 1
                told(f"recoupe: {filed.result.message}")
            advance()
    return failed


def _captures() -> Iterator[Capture | Failure]:
    """Yield the captures of the bundled reports, each under its file's name."""
    from recoupe.capture import capture_inputs
    from recoupe.demo import reports
    from recoupe.model import Declared

    with reports() as paths:
        for found in capture_inputs(
            [str(path) for path in paths], declared=Declared(), allow_private=False
        ):
            # Where the package is installed is no part of where a report comes from.
            yield replace(found, input=Path(found.input).name)


def _check(store: Casefile) -> int:
    """Bring the cross-check up to date; return how many stories could not be compared."""
    from recoupe.cli.counting import up_to_all
    from recoupe.cli.running import told
    from recoupe.engine import LocalEngine
    from recoupe.filing.checking import check_case

    with up_to_all() as advance:
        done = check_case(store, LocalEngine(1), progress=advance)
    for failure in done.failures:
        told(f"recoupe: {failure.input}: {failure.message}")
    return len(done.failures)


def _write(store: Casefile, path: Path, asked: Handed) -> None:
    from recoupe.cli.counting import up_to_all
    from recoupe.cli.export_pages import noted
    from recoupe.dossier.files import write_dossier

    with up_to_all() as advance:
        written = write_dossier(store, path, asked, progress=advance)
    store.note_export("html", noted(written, asked), author=_AUTHOR)
