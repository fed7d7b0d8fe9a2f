"""Saying: lines for people, in which nothing that a report says is obeyed by a terminal."""

from __future__ import annotations

import typer


def say(text: str, *, err: bool = False) -> None:
    """Write lines of text; control characters and overrides of direction in them are shown."""
    typer.echo(inert(text), err=err)


def inert(text: str) -> str:
    """Return text that a terminal shows and never obeys: escapes become pictures of themselves."""
    from recoupe.dossier.wording import visible

    return visible(text.replace("\r", "\u240d"))
