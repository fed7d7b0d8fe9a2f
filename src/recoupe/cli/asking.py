"""What a person asked for on the command line, by the options that commands of reading share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from recoupe.cli.modes import Counting
    from recoupe.filing import Asked
    from recoupe.model import Mode


def asked_for(
    published: str | None,
    language: str | None,
    counting: Counting,
    mode: Mode,
    *,
    known: Sequence[str] | None,
    gazetteer: Sequence[str] | None,
) -> Asked:
    """Return how to read; raise :class:`UsageError` for an option that cannot be."""
    from recoupe.cli.known import known_lists
    from recoupe.cli.running import check_declared
    from recoupe.filing import Asked
    from recoupe.reading.gazetteer import chosen

    check_declared(published, language)
    lists = (known_lists(known), chosen(gazetteer))
    return Asked(published, language, counting.value, mode, *lists)


def is_given(context: typer.Context, name: str) -> bool:
    """Whether a person gave an option, by the name of its parameter."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
