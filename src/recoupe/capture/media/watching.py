"""Bytes of a film to what it shows, by a program of its own, which a broken film may bring down."""

from __future__ import annotations

import base64
import importlib.util
import json
import subprocess  # nosec - our own program
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from recoupe.capture.media.films import COMPUTING
from recoupe.capture.media.kinds import Format
from recoupe.errors import MediaError
from recoupe.model.media import Frame, Signature

_WAITED: Final = 2 * COMPUTING
"""Seconds that a film may take by the clock, on a machine that has other things to do."""
_FORMS: Final = {"video/webm": "matroska"}
"""What PyAV calls a format; ``mp4`` stands for QuickTime as well."""


@dataclass(frozen=True, slots=True)
class Film:
    """What a film shows: ``size`` in pixels, ``duration`` in seconds."""

    size: tuple[int, int] | None
    duration: float | None
    frames: tuple[Frame, ...]
    trouble: str | None


def film_of(content: bytes, found: Format, *, where: str) -> Film:
    """Return what a film shows.

    Raises :class:`MediaError` where it cannot be looked at, or what that takes is not installed.
    """
    if importlib.util.find_spec("av") is None:
        raise MediaError(
            "is a film, and what looks at films is not installed",
            where=where,
            remedy="install it with pip install 'recoupe[video]', and add the report again",
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "film")
        path.write_bytes(content)
        said = _looked_at(_FORMS.get(found.media_type, "mp4"), path, where)
    return _film(said, where)


def _looked_at(form: str, path: Path, where: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "recoupe.capture.media.films", form, str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_WAITED,
            check=True,
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise _given_up(f"takes more than {_WAITED} seconds to look at", where) from None
    except (subprocess.CalledProcessError, ValueError):
        raise _given_up(
            "brings down the program that looks at it, or takes too long", where
        ) from None
    return found


def _given_up(what: str, where: str) -> MediaError:
    return MediaError(what, where=where, remedy="give a part of it, or a smaller copy")


def _film(said: dict[str, Any], where: str) -> Film:
    if said.get("trouble") and not said.get("frames"):
        raise MediaError(said["trouble"], where=where, remedy="fetch it again")
    width, height = said["size"]
    return Film(
        size=(width, height),
        duration=said["duration"],
        frames=tuple(map(_frame, said["frames"])),
        trouble=said["trouble"],
    )


def _frame(said: dict[str, Any]) -> Frame:
    own = dict(said["signature"])
    for name in ("grey", "windows"):
        own[name] = base64.b64decode(own[name])
    return Frame(said["at"], said["until"], Signature(**own))
