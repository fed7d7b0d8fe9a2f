"""``followthemoney``: reports, parties, happenings and places as entities, one JSON object a line.

The model is FollowTheMoney's (https://followthemoney.tech); its own library makes and cleans every
entity. What somebody says stays what somebody says: no statement, accusation or happening becomes a
tie between parties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from recoupe.export.follow_the_money import happenings
from recoupe.export.follow_the_money.making import Line, maker
from recoupe.export.follow_the_money.parties import Parties
from recoupe.export.follow_the_money.reports import Told
from recoupe.export.formats import Asked, as_text
from recoupe.export.material import Material


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one entity a line; count them, and the reports whose text masked words leave out."""
    make = maker(material.case)
    parties = Parties()
    note = material.masked.note(asked.pack.code)
    counts = {"entities": 0, "texts_left_out": 0}

    def lines() -> Iterator[Line]:
        for report in material.reports():
            parties.take(report)
            counts["texts_left_out"] += not report.whole
            yield from Told(report, make, asked.pack, note, parties).lines()
        yield from parties.lines(make, asked.pack)
        yield from happenings.lines(material, make, asked.pack)

    with as_text(stream, bom=asked.bom) as text:
        for line in lines():
            text.write(line + "\n")
            counts["entities"] += 1
    return counts
