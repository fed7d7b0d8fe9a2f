"""A recorder's table as one CSV file: its published columns, then ours."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO, Final

from recoupe.export.formats import Asked, as_text
from recoupe.export.material import Material
from recoupe.export.notes import notes
from recoupe.export.recorders.happenings import Happening, happenings
from recoupe.export.tables import cells

Row = dict[str, str]

OURS: Final = (
    "recoupe_id", "recoupe_story", "recoupe_reports", "recoupe_independent_origins",
    "recoupe_withdrawn", "recoupe_finding", "recoupe_masked",
)  # fmt: skip
"""Behind a recorder's own columns, so that nobody who reads those alone is disturbed."""


def write_table(
    material: Material,
    asked: Asked,
    stream: BinaryIO,
    columns: Sequence[str],
    row: Callable[[Happening, Material, Asked, int], Row],
    *,
    recorded: Callable[[Happening], bool],
) -> Mapping[str, int]:
    """Write a row for each happening that is ``recorded``.

    ``row`` makes the recorder's columns of the n-th, counted from 1.
    """
    count = 0
    wanted = filter(recorded, happenings(material))
    with as_text(stream, bom=asked.bom, newline="") as text:
        out = csv.DictWriter(text, (*columns, *OURS), restval="")
        out.writeheader()
        for count, happening in enumerate(wanted, 1):
            out.writerow({**row(happening, material, asked, count), **_ours(happening, material)})
    return {"happenings": count}


def with_notes(words: str, happening: Happening, material: Material, asked: Asked) -> str:
    """Return the words of a row, and behind them what the export says of itself, if it bears on it.

    That is whether it was masked, and whether the cross-check is old.
    """
    told = notes(material, asked.pack)
    masked = any(not source.whole for source in happening.sources)
    stale = material.state is None or material.state.stale_since is not None
    return cells.text(" ".join([words, *(told if masked or stale else ())]))


def _ours(happening: Happening, material: Material) -> Row:
    del material
    sources = happening.sources
    return {
        "recoupe_id": happening.id,
        "recoupe_story": happening.story.id,
        "recoupe_reports": cells.ids(source.report for source in sources),
        "recoupe_independent_origins": str(happening.origins),
        "recoupe_withdrawn": cells.ids(one.report for one in sources if one.withdrawn),
        "recoupe_finding": happening.killed.finding if happening.killed is not None else "",
        "recoupe_masked": "yes" if any(not one.whole for one in sources) else "",
    }
