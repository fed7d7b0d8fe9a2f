"""What the commands that work on a casefile share: which one, opened; and who does it."""

from __future__ import annotations

import getpass
import os
import shlex
from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.errors import UsageError

if TYPE_CHECKING:
    from recoupe.store import Casefile

_SETTING: Final = "RECOUPE_AUTHOR"

CaseArgument = Annotated[
    str,
    typer.Argument(
        metavar="CASE", help="The casefile: its folder, or postgresql://USER@HOST/DATABASE."
    ),
]

AuthorOption = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who does this, for the audit log. [default: RECOUPE_AUTHOR, else the login name]",
    ),
]


def author_of(said: str | None) -> str:
    """Return who does something: as said, as ``RECOUPE_AUTHOR`` says, or by the login name.

    Raises :class:`UsageError` where nothing says it.
    """
    for name in (said, os.environ.get(_SETTING), _login()):
        if name and name.strip():
            return " ".join(name.split())
    raise UsageError(
        "nobody is named", where="--author", remedy=f"say who you are, or set {_SETTING}"
    )


def _login() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as containers have them
        return None


def opened(case: str) -> Casefile:
    """Return the casefile at ``case``, open, as :func:`recoupe.store.open_casefile` does.

    It is a context that closes it.
    """
    from recoupe.store import open_casefile

    return open_casefile(case)


def command(*words: str) -> str:
    """Return a command of ours as it is typed into a shell."""
    return shlex.join(("recoupe", *words))
