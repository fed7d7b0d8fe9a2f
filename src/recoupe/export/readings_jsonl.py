"""``jsonl``: the readings of a casefile as people left them, in the JSON of CONTRACT section 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from recoupe.export.formats import Asked, as_text
from recoupe.export.material import Material
from recoupe.export.reading_json import line


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one document a line, and flush each; a report with masked words is left out.

    Its text would have to be in the document, and with it the words that are masked.
    """
    counts = {"readings": 0, "left_out": 0}
    with as_text(stream, bom=asked.bom) as text:
        for report in material.reports():
            if report.whole:
                text.write(line(report.reading) + "\n")
                text.flush()
            counts["readings" if report.whole else "left_out"] += 1
    return counts
