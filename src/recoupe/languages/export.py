"""``export.toml``: what a file that is handed over says in our own voice."""

from __future__ import annotations

from typing import get_args

from pydantic import model_validator

from recoupe.languages.words import Words
from recoupe.model import EntityKind, PlaceKind


class MaskLabels(Words):
    """What stands where somebody or something is protected.

    ``parties`` and ``places`` are by kind; ``record`` stands for anything else; ``located`` is a
    place with the coarse place around it. ``note`` says how much was masked.
    """

    parties: dict[str, str]
    places: dict[str, str]
    record: str
    located: str
    another: str
    note: str

    @model_validator(mode="after")
    def _complete(self) -> MaskLabels:
        for name, kinds in (("parties", EntityKind), ("places", PlaceKind)):
            missing = set(get_args(kinds)) - set(getattr(self, name))
            if missing:
                raise ValueError(f"{name}: {', '.join(sorted(missing))} is missing")
        return self


class ExportWords(Words):
    """The words of exports.

    ``stale`` says that the cross-check is out of date, ``unchecked`` that there is none.
    ``happening`` words a row of an event table in short: its type, place and day; ``toll`` the
    range of numbers of dead, ``toll_open`` one without an upper end, ``origins`` behind how many
    reports how many independent origins stand, ``withdrawn`` how many reports were taken back,
    ``says`` the number of one party, ``told`` that no export is a verdict. ``confirm`` and
    ``reject`` are what people write into the column "review" of a table. ``unselectable`` says how
    many annotations masked words left out, ``speaks`` what a party does in a report that quotes it.
    """

    mask: MaskLabels
    stale: str
    unchecked: str
    toll: str
    toll_one: str
    toll_open: str
    toll_unknown: str
    says: str
    own_voice: str
    origins: str
    withdrawn: str
    told: str
    unreviewed: str
    unselectable: str
    speaks: str
    confirm: tuple[str, ...]
    reject: tuple[str, ...]
