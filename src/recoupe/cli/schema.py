"""``recoupe schema``: the JSON Schema of what is written."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Document(StrEnum):
    """The documents that have a published form."""

    READING = "reading"
    FAILURE = "failure"
    CROSSCHECK = "crosscheck"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="schema")(schema)


def schema(
    name: Annotated[Document, typer.Argument(help="Which document.")] = Document.READING,
) -> None:
    """Print the JSON Schema of a document that Recoupe writes.

    **Examples**

    - `recoupe schema reading > reading.schema.json`
    """
    import json

    from recoupe.export import json_schema

    typer.echo(json.dumps(json_schema(name.value), ensure_ascii=False, indent=2))
