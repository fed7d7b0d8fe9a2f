"""How a run reads, and that each run at the same folder reads alike."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from recoupe.capture.limits import Limits
from recoupe.engine.deadline import usual_deadline
from recoupe.errors import StoreError, UsageError
from recoupe.flow import ReadOptions
from recoupe.pipeline.folder import Folder
from recoupe.version import __version__

NAME: Final = "pipeline.json"
SLICE: Final = 64
"""Megabytes of an archive, as it is packed, that are read as one piece of work."""

_FORM: Final = 1
_SAID: Final = {
    "mode": "--mode",
    "counting": "--counting",
    "known": "--known",
    "gazetteers": "--gazetteer",
    "slice": "--slice",
    "max_bytes": "RECOUPE_MAX_BYTES",
}


@dataclass(frozen=True, slots=True)
class Options:
    """How a run reads: ``read`` as any reading, in slices of about ``slice_bytes`` packed bytes.

    ``limits`` are of each page; ``deadline`` is how many seconds a batch of pages may take.
    """

    read: ReadOptions
    slice_bytes: int = SLICE * 1_000_000
    limits: Limits = field(default_factory=Limits)
    deadline: float | None = field(default_factory=usual_deadline)


def settled(folder: Folder, options: Options) -> Options:
    """Return the options with the day on which the folder was begun; begin it if it is not.

    Raises :class:`UsageError` where it was begun with others, or by another version: its readings
    would not be alike. Raises :class:`StoreError` where what it says of itself cannot be read.
    """
    content = folder.read(NAME)
    if content is None:
        told = {"form": _FORM, "recoupe": __version__, "today": options.read.today.isoformat()}
        folder.write(NAME, _encoded({**told, **_told(options)}))
        return options
    try:
        kept = json.loads(content)
        today = date.fromisoformat(kept["today"])
        _check(kept, options, folder.address)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"its {NAME} cannot be read: {error!r}",
            where=folder.address,
            remedy="name another folder, or put that file back as it was",
        ) from None
    return replace(options, read=replace(options.read, today=today))


def _told(options: Options) -> dict[str, Any]:
    return {
        "mode": options.read.mode,
        "counting": options.read.counting,
        "known": list(options.read.known),
        "gazetteers": list(options.read.gazetteers),
        "slice": options.slice_bytes,
        "max_bytes": options.limits.max_bytes,
    }


def _check(kept: dict[str, Any], options: Options, where: str) -> None:
    if kept["recoupe"] != __version__ or kept["form"] != _FORM:
        raise UsageError(
            f"this folder was begun with recoupe {kept['recoupe']}, and this is {__version__}",
            where=where,
            remedy="name another folder: what two versions read is not alike",
        )
    for name, value in _told(options).items():
        if kept[name] != value:
            raise UsageError(
                f"this folder was begun with {_SAID[name]} {_shown(name, kept[name])}, "
                f"and now it is {_shown(name, value)}",
                where=where,
                remedy="give what it was begun with, or name another folder",
            )


def _shown(name: str, value: Any) -> str:  # noqa: ANN401 - any option
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return f"{value / 1_000_000:g}" if name == "slice" else str(value)


def _encoded(told: dict[str, Any]) -> bytes:
    return json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n"
