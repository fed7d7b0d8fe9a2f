"""``recoupe serve``: work in a casefile in the browser."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument, author_of, opened

if TYPE_CHECKING:
    from recoupe.export.masking.kept import MaskedStore
    from recoupe.store import Casefile


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="serve", no_args_is_help=True)(serve)


def serve(
    case: CaseArgument,
    host: Annotated[
        str, typer.Option(help="Where to listen; others reach you only with RECOUPE_PASSWORD set.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8787,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A further name that browsers call it by."),
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language where a browser asks for none (fr, en).")
    ] = "en",
    tiles: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Your own tile server, for maps: https://tiles.example/{z}/{x}/{y}.png",
        ),
    ] = None,
    masked: Annotated[
        bool,
        typer.Option("--masked", help="To be read only, with whoever is protected masked."),
    ] = False,
    author: AuthorOption = None,
) -> None:
    """Open a casefile as web pages on this machine: read it, correct it, search it.

    Nobody else reaches it unless you say so, and then only with the password that the environment
    variable RECOUPE_PASSWORD holds. Ctrl-C ends it; nothing is lost.

    **Examples**

    - `recoupe serve mariupol`, then open the address it prints
    - `recoupe serve mariupol --port 9000 --language fr --author "Ana Ruiz"`
    - `recoupe serve mariupol --masked` to see what others may see
    - `RECOUPE_PASSWORD=… recoupe serve mariupol --host 0.0.0.0 --name desk.example` for a team
    """
    from recoupe.dossier.web.serving import serve as serving
    from recoupe.dossier.web.settings import Settings

    settings = Settings(
        author=author_of(author),
        host=host,
        port=port,
        language=language,
        password=os.environ.get("RECOUPE_PASSWORD") or None,
        names=tuple(name or ()),
        tiles=tiles,
    )
    with opened(case) as store, ExitStack() as held:
        shown: Casefile | MaskedStore = store
        if masked:
            shown = held.enter_context(closing(_masked(store, language)))
        where = f"[{host}]" if ":" in host else host
        typer.echo(f"{store.status().name}: http://{where}:{port}/  (Ctrl-C ends it)")
        serving(shown, settings)


def _masked(store: Casefile, language: str) -> MaskedStore:
    from recoupe.cli.running import told
    from recoupe.dossier.masked import masked_note
    from recoupe.export.masking.kept import masked_store

    told("recoupe: looking through the casefile for what is protected")
    made = masked_store(store, language)
    typer.echo(masked_note(made.masked, "en"))
    return made
