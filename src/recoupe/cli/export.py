"""``recoupe export``: what a casefile says, as people left it, in a file to hand over."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recoupe.export.formats import Format
    from recoupe.export.material import Choice, Material

PAGES: Final = "html"
"""The one format that is no data: the pages themselves."""

ToOption = Annotated[
    str, typer.Option("--to", metavar="FORMAT", help="docs/exports.md says what each holds.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="A file; a folder for html or csv. [default: standard output]"
    ),
]
StoryOption = Annotated[
    str | None, typer.Option("--story", metavar="ID", help="One story and its reports alone.")
]
LanguageOption = Annotated[
    str, typer.Option("--language", metavar="CODE", help="Language of our own words (fr, en).")
]
VersionsOption = Annotated[
    bool, typer.Option("--versions", help="Every version of each report, not the latest only.")
]
ProtectedOption = Annotated[
    bool, typer.Option("--with-protected", help="Mask nobody and nothing that is protected.")
]
AsKeptOption = Annotated[
    bool, typer.Option("--as-kept", help="Do not bring the cross-check up to date first.")
]
CapturesOption = Annotated[
    bool,
    typer.Option("--with-captures", help="With html in a folder: the bytes of the reports, too."),
]
BomOption = Annotated[
    bool, typer.Option("--bom", help="Mark text as UTF-8, as some spreadsheets need it.")
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="export", no_args_is_help=True)(export)


def export(
    case: CaseArgument,
    to: ToOption = "jsonl",
    output: OutputOption = None,
    story: StoryOption = None,
    language: LanguageOption = "en",
    versions: VersionsOption = False,
    protected: ProtectedOption = False,
    captures: CapturesOption = False,
    as_kept: AsKeptOption = False,
    bom: BomOption = False,
    author: AuthorOption = None,
) -> None:
    """Write a casefile as people left it: what they rejected is not in it, what they added is.

    Whoever and whatever is protected is masked, and the file says so. A cross-check that is out of
    date is brought up to date first. What was written is noted in the audit log, with its SHA-256.

    **Examples**

    - `recoupe export mariupol --to html --output pages/`: all pages, to be read without a network
    - `recoupe export mariupol --to html --output mariupol.html`: the same in one file
    - `recoupe export mariupol --to jsonl --output mariupol.jsonl`
    - `recoupe export mariupol --to json | jq '.[].statements[].speaker_name'`
    - `recoupe export mariupol --to csv --output mariupol.zip`
    - `recoupe export mariupol --to acled --story story-1f… --output mariupol.csv`
    """
    from recoupe.export.material import Choice

    who = author_of(author)
    if to == PAGES:
        from recoupe.cli.export_pages import export_pages
        from recoupe.dossier.files import Handed

        _refuse(f"makes no sense for {PAGES}", **{"--bom": bom, "--versions": versions})
        asked = Handed(language, story, protected=protected, captures=captures)
        export_pages(case, output, asked, as_kept=as_kept, author=who)
        return
    _refuse(f"is for {PAGES} alone", **{"--with-captures": captures})
    choice = Choice(story, versions, protected)
    _write(case, to, output, _Asked(choice, language, as_kept, bom), author=who)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a file of data."""

    choice: Choice
    language: str
    as_kept: bool
    bom: bool


def _refuse(why: str, **given: bool) -> None:
    """Raise :class:`UsageError` for an option that was given and makes no sense here."""
    from recoupe.errors import UsageError

    for option, is_given in given.items():
        if is_given:
            raise UsageError(why, where=option, remedy="leave it out")


def _write(case: str, to: str, output: Path | None, asked: _Asked, *, author: str) -> None:
    """Write a casefile as data, note that in its audit log, and say what was written."""
    from recoupe.cli.up_to_date import up_to_date_check
    from recoupe.export.formats import Asked, Hashing
    from recoupe.export.material import material
    from recoupe.languages import pack
    from recoupe.store.chain import now

    chosen, words = _format(to), pack(asked.language)
    with opened(case) as store, _destination(output, chosen) as stream:
        check = up_to_date_check(store, as_kept=asked.as_kept) if chosen.checked else None
        what = material(
            store,
            store.status().name,
            now(),
            language=asked.language,
            choice=asked.choice,
            check=check,
        )
        hashed = Hashing(stream)
        counts = chosen.write(what, Asked(words, asked.bom), hashed.binary())
        hashed.flush()
        detail = {"sha256": hashed.sha256, **{name: str(n) for name, n in counts.items()}}
        store.note_export(to, {**detail, **_noted(what)}, author=author)
    _tell(counts, what)
    if output is not None:
        written = f"{counts['readings']:,} readings" if "readings" in counts else to
        typer.echo(f"{written} in {output}, SHA-256 {hashed.sha256}")


@contextmanager
def _destination(output: Path | None, chosen: Format) -> Iterator[BinaryIO]:
    """Yield the bytes to write to: a file, standard output, or a folder for the files of a zip."""
    from recoupe.cli.output import destination
    from recoupe.errors import UsageError

    if output is not None and output.is_dir() and chosen.suffix == ".zip":
        with tempfile.TemporaryFile() as held:
            yield held
            with zipfile.ZipFile(held) as packed:
                packed.extractall(output)  # its names are our own
        return
    with destination(output) as stream:
        if chosen.binary and stream.isatty():
            raise UsageError(
                f"{chosen.name} is not for a terminal", where="--to", remedy="name --output"
            )
        stream.flush()
        yield stream.buffer


def _format(name: str) -> Format:
    from recoupe.errors import UsageError
    from recoupe.export.formats import FORMATS

    if name not in FORMATS:
        raise UsageError(
            f"there is no format {name!r}",
            where="--to",
            remedy=f"choose one of {', '.join((PAGES, *FORMATS))}",
        )
    FORMATS[name].require()
    return FORMATS[name]


def _noted(what: Material) -> dict[str, str]:
    """Return what else the audit log is to say of an export."""
    masked = what.masked
    noted = {} if what.story is None else {"story": what.story.id}
    if masked:
        noted["masked"] = f"{masked.parties} parties, {masked.places} places"
    return noted


def _tell(counts: Mapping[str, int], what: Material) -> None:
    """Tell on standard error what was left out or masked."""
    from recoupe.cli.running import told

    left_out, masked = counts.get("left_out", 0), what.masked
    if left_out:
        told(_left_out(left_out))
    elif masked:
        told(
            f"recoupe: masked: {masked.parties:,} protected parties, {masked.places:,} places; "
            "--with-protected masks nothing"
        )
    if lost := counts.get("annotations_left_out", 0):
        told(f"recoupe: left out, for masked words stand in them: {lost:,} annotations")


def _left_out(count: int) -> str:
    who = "report was left out, for somebody or something in it is protected"
    if count != 1:
        who = "reports were left out, for somebody or something in them is protected"
    return f"recoupe: {count:,} {who}; --with-protected writes all"
