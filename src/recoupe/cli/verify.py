"""``recoupe verify``: whether a casefile is as it was kept, and what that shows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.casefiles import CaseArgument, opened
from recoupe.cli.counting import counting
from recoupe.errors import VerificationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.x509 import Certificate

    from recoupe.store import Casefile
    from recoupe.store.records import Verification


class Format(StrEnum):
    """How the result is written."""

    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="verify", no_args_is_help=True)(verify)


def verify(
    case: CaseArgument,
    head: Annotated[
        str | None,
        typer.Option(
            "--head", metavar="HASH", help="A head that you noted: it must still be in the log."
        ),
    ] = None,
    roots: Annotated[
        list[Path] | None,
        typer.Option(
            "--tsa-root",
            metavar="FILE",
            help="Root certificates (PEM) of time-stamping authorities: tokens must be signed.",
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TABLE,
) -> None:
    """Recompute every hash, span and row of a casefile and its log; name what does not fit.

    Exit status 0 if all is as it was kept, 4 if not.

    **Examples**

    - `recoupe verify CASE`
    - `recoupe verify CASE --head 8f14…` also finds a log that was cut or written anew
    - `recoupe verify CASE --tsa-root authority.pem` also checks the signatures of proofs of time
    - `recoupe verify CASE --format json | jq .problems`
    """
    from recoupe.capture.proving.rfc3161 import certificates

    trusted = [one for path in roots or [] for one in certificates(path)]
    with opened(case) as casefile:
        place = casefile.place
        found = _verified(casefile, head, trusted)
    typer.echo(_as_json(place, found) if format_ is Format.JSON else _as_text(place, found))
    if not found.clean:
        number = len(found.problems)
        raise VerificationError(
            f"{number} problem{'' if number == 1 else 's'} found",
            where=place,
            remedy="keep a copy of it as it is, and compare with the newest backup",
        )


def _verified(casefile: Casefile, head: str | None, roots: Sequence[Certificate]) -> Verification:
    from recoupe.store.verification import verify as verified

    with counting("checking the database") as told:
        return verified(casefile.database, casefile.vault, head=head, roots=roots, progress=told)


def _as_json(place: str, found: Verification) -> str:
    import json

    from recoupe.store.verification import WHAT_HASHES_PROVE

    value = {
        "casefile": place,
        "clean": found.clean,
        "checked": dict(found.checked),
        "head": found.head,
        "problems": [{"where": one.where, "what": one.what} for one in found.problems],
        "notes": list(found.notes),
        "what_this_shows": WHAT_HASHES_PROVE["en"],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _as_text(place: str, found: Verification) -> str:
    from recoupe.store.verification import WHAT_HASHES_PROVE

    width = max((len(f"{number:,}") for number in found.checked.values()), default=1)
    lines = [f"{place}: recomputed", ""]
    lines += [f"  {number:>{width},}  {what}" for what, number in found.checked.items()]
    lines += ["", f"Head of the log: {found.head}", "", WHAT_HASHES_PROVE["en"], ""]
    lines += [*found.notes, ""] if found.notes else []
    if found.clean:
        lines.append("All is as it was kept.")
    lines += [f"PROBLEM  {one.where}: {one.what}" for one in found.problems]
    return "\n".join(lines)
