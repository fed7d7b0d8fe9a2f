"""What a person asked for when adding reports, kept with the job so that it goes on like that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from recoupe.errors import CasefileDamagedError
from recoupe.flow import ReadOptions
from recoupe.model import Declared, Mode


@dataclass(frozen=True, slots=True)
class Asked:
    """How inputs are captured and read.

    ``published`` (ISO 8601) and ``language`` stand over what inputs say, ``allow_private`` fetches
    local addresses too, ``with_media`` also what the pages show; the others are as in
    :class:`recoupe.flow.ReadOptions`.
    """

    published: str | None = None
    language: str | None = None
    counting: str = "recoupe"
    mode: Mode = "accurate"
    known: tuple[str, ...] = ()
    gazetteers: tuple[str, ...] = ()
    allow_private: bool = False
    with_media: bool = False

    @property
    def declared(self) -> Declared:
        """What is said of every input."""
        return Declared(published=self.published, language=self.language)

    def reading(self, today: date) -> ReadOptions:
        """Return how to read, on a day after which nothing can have been published."""
        return ReadOptions(today, self.counting, self.mode, self.known, self.gazetteers)

    def to_options(self) -> dict[str, str]:
        """Return what differs from the defaults, as a job keeps it."""
        return {
            name: json.dumps(value, ensure_ascii=False)
            for name, value in asdict(self).items()
            if value != _DEFAULTS[name]
        }


_DEFAULTS: Final[Mapping[str, object]] = asdict(Asked())


def asked_of(options: Mapping[str, str]) -> Asked:
    """Return what a job keeps: the opposite of :meth:`Asked.to_options`.

    Raises :class:`CasefileDamagedError` where it is none of that.
    """
    try:
        said = {name: json.loads(value) for name, value in options.items()}
        lists = {name: tuple(value) for name, value in said.items() if isinstance(value, list)}
        return Asked(**{**said, **lists})
    except (TypeError, ValueError):
        raise CasefileDamagedError(
            "the options of a job are none of this program's",
            where=str(dict(options)),
            remedy="add its inputs again, with the options you want",
        ) from None
