"""``recoupe export``: what a casefile says, as people left it, in a file to hand over."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO, cast

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, opened


class To(StrEnum):
    """What ``recoupe export`` writes."""

    JSONL = "jsonl"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="export", no_args_is_help=True)(export)


def export(
    case: CaseArgument,
    to: Annotated[To, typer.Option("--to", help="One document a line, or one array.")] = To.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file. [default: standard output]")
    ] = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="Every version of each report, not the latest only.")
    ] = False,
    protected: Annotated[
        bool, typer.Option("--with-protected", help="Reports with protected people or places too.")
    ] = False,
    author: AuthorOption = None,
) -> None:
    """Write every reading as people left it: what they rejected is not in it, what they added is.

    The documents are those of `recoupe read --format jsonl`. A report in which somebody or
    something is protected is left out and told, since its text says the words. What was written is
    noted in the audit log, with its SHA-256.

    **Examples**

    - `recoupe export mariupol --to jsonl --output mariupol.jsonl`
    - `recoupe export mariupol --to json | jq '.[].statements[].speaker_name'`
    """
    from recoupe.cli.output import JsonArray, JsonLines, destination
    from recoupe.cli.running import told

    who = author_of(author)
    counts = {"readings": 0, "left_out": 0}
    with opened(case) as store, destination(output) as stream:
        kept_back = frozenset() if protected else store.protected()
        hashed = _Hashed(stream)
        out = (JsonArray if to is To.JSON else JsonLines)(cast("TextIO", hashed))
        for reviewed in store.readings(latest=not versions):
            if reviewed.reading.article.id in kept_back:
                counts["left_out"] += 1
            else:
                out.add(None, reviewed.reading)
                counts["readings"] += 1
        out.close()
        detail = {"sha256": hashed.sha256, **{name: str(n) for name, n in counts.items()}}
        store.note_export(to.value, detail, author=who)
    if counts["left_out"]:
        told(_left_out(counts["left_out"]))
    if output is not None:
        typer.echo(f"{counts['readings']:,} readings in {output}, SHA-256 {hashed.sha256}")


def _left_out(count: int) -> str:
    who = "report was left out, for somebody or something in it is protected"
    if count != 1:
        who = "reports were left out, for somebody or something in them is protected"
    return f"recoupe: {count:,} {who}; --with-protected writes all"


class _Hashed:
    """A stream that knows the SHA-256 of what was written to it, in UTF-8."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def write(self, text: str) -> None:
        self._hash.update(text.encode("utf-8"))
        self._stream.write(text)

    def flush(self) -> None:
        self._stream.flush()
