"""``recoupe stamp``: proofs by others that a casefile was as it is at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, opened
from recoupe.cli.modes import PrivateOption
from recoupe.errors import UsageError

if TYPE_CHECKING:
    from recoupe.model import Proof
    from recoupe.store import Casefile

AuthorityOption = Annotated[
    str | None,
    typer.Option(
        "--authority", metavar="URL", help="A time-stamping authority that speaks RFC 3161."
    ),
]
CalendarOption = Annotated[
    list[str] | None,
    typer.Option("--calendar", metavar="URL", help="Calendars, in the place of the public ones."),
]
FolderOption = Annotated[
    Path | None,
    typer.Option("--to", metavar="FOLDER", help="Write all proofs as files for other programs."),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="stamp", no_args_is_help=True)(stamp)


def stamp(
    case: CaseArgument,
    authority: AuthorityOption = None,
    opentimestamps: Annotated[
        bool, typer.Option("--opentimestamps", help="Ask calendars of OpenTimestamps.")
    ] = False,
    calendars: CalendarOption = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="Ask calendars for what they promised.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="Say what is proved until now.")] = False,
    folder: FolderOption = None,
    allow_private: PrivateOption = False,
    author: AuthorOption = None,
) -> None:
    """Have the log's newest line stamped, and with it everything that was kept before.

    Nothing is sent unless you ask, and then only a hash: 32 bytes that tell nothing of the case.
    A proof shows that all of it was there at a time; not that a page said so, nor who wrote it.

    **Examples**

    - `recoupe stamp CASE --authority https://tsa.example/` an authority that you trust
    - `recoupe stamp CASE --opentimestamps`, and a day later `recoupe stamp CASE --complete`
    - `recoupe stamp CASE --list`
    - `recoupe stamp CASE --to proofs` for `openssl ts -verify` and `ots verify`
    """
    if not (authority or opentimestamps or calendars or complete or list_ or folder):
        raise UsageError(
            "nothing to do",
            where="recoupe stamp",
            remedy="name an --authority, or give --opentimestamps, --complete, --list or --to",
        )
    with opened(case) as store:
        if authority or opentimestamps or calendars or complete:
            who = author_of(author)
            for proof in _asked(
                store,
                authority,
                calendars,
                who,
                public=opentimestamps,
                complete=complete,
                allow_private=allow_private,
            ):
                typer.echo(f"{proof.id}: for {proof.sha256}, by {proof.authority}")
        if list_:
            typer.echo("\n".join(_listed(store)) or "No proofs of time are kept.")
        if folder is not None:
            typer.echo(_written(store, folder))


def _asked(
    store: Casefile,
    authority: str | None,
    calendars: list[str] | None,
    who: str,
    *,
    public: bool,
    complete: bool,
    allow_private: bool,
) -> Iterator[Proof]:
    from recoupe.capture.proving.opentimestamps import CALENDARS
    from recoupe.filing import proving

    if complete:
        yield from proving.complete(store, author=who, allow_private=allow_private)
    if authority:
        yield proving.stamp_with_authority(
            store, authority, author=who, allow_private=allow_private
        )
    if public or calendars:
        yield proving.stamp_with_calendars(
            store, calendars or CALENDARS, author=who, allow_private=allow_private
        )


def _listed(store: Casefile) -> Iterator[str]:
    """Yield what each proof shows."""
    from recoupe.filing.proving import proved

    for one in proved(store):
        yield f"{one.proof.id}  line {one.proof.line} of the log  {one.proof.kind}"
        if one.proof.kind == "rfc3161":
            yield f"  {one.at}, says {one.signer or one.proof.authority}"
        for block in one.blocks:
            yield f"  block {block.height} of Bitcoin, Merkle root {block.root}"
        if not one.blocks:
            for calendar in one.promised:
                yield f"  promised by {calendar}: ask again with --complete"
        yield f"  {one.command}"


def _written(store: Casefile, folder: Path) -> str:
    from recoupe.filing.proving import files

    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for name, content in files(store):
        (folder / name).write_bytes(content)
        number += 1
    return f"{number} files in {folder}"
