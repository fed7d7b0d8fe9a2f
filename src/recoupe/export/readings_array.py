"""``json``: the readings of a casefile as people left them, in one JSON array."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import BinaryIO

from recoupe.export.formats import Asked, as_text
from recoupe.export.material import Material
from recoupe.export.reading_json import document


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one array of documents, streamed; a report with masked words is left out."""
    counts = {"readings": 0, "left_out": 0}
    with as_text(stream, bom=asked.bom) as text:
        before = "["
        for report in material.reports():
            counts["readings" if report.whole else "left_out"] += 1
            if report.whole:
                written = json.dumps(document(report.reading), ensure_ascii=False, indent=1)
                text.write(f"{before}\n{written}")
                before = ","
        text.write("[]\n" if before == "[" else "\n]\n")
    return counts
