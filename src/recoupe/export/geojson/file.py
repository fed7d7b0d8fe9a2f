"""Writes the feature collection: what has a point first, then what has none."""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from recoupe.export.formats import Asked, as_text
from recoupe.export.geojson.features import Around, features
from recoupe.export.geojson.gathered import gathered
from recoupe.export.geojson.geometry import Position, box
from recoupe.export.material import Material
from recoupe.export.notes import notes
from recoupe.export.recorders.happenings import ancestry_of
from recoupe.languages.export import ExportWords
from recoupe.model import Finding
from recoupe.version import __version__

_KEPT_IN_MEMORY: Final = 4_000_000
"""Bytes of features without a point that wait in memory; more wait in a file."""


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one feature collection; return how many features of each layer are in it."""
    count: Counter[str] = Counter()
    positions: set[Position] = set()
    with (
        as_text(stream) as text,
        tempfile.SpooledTemporaryFile(
            _KEPT_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n"
        ) as unplaced,
    ):
        head = json.dumps(_head(material, asked), ensure_ascii=False, indent=1)
        text.write(head.removesuffix("\n}") + ',\n "features": [')
        between = "\n  "
        for feature in _features(material, asked):
            count[f"{feature['properties']['layer']}s"] += 1
            line = json.dumps(feature, ensure_ascii=False)
            if feature["geometry"] is None:
                count["unplaced"] += 1
                unplaced.write(f"{line}\n")
            else:
                positions.add(tuple(feature["geometry"]["coordinates"]))
                text.write(between + line)
                between = ",\n  "
        unplaced.seek(0)
        for line in unplaced:
            text.write(between + line.rstrip("\n"))
            between = ",\n  "
        found = box(positions)
        text.write("\n ]" if found is None else f'\n ],\n "bbox": {json.dumps(found)}')
        text.write("\n}\n")
    return dict(sorted(count.items()))


def _features(material: Material, asked: Asked) -> Iterator[dict[str, Any]]:
    told = gathered(material)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in material.check.findings:
        findings[finding.story].append(finding)
    around = Around(
        ancestry=ancestry_of(material.check),
        addresses=told.addresses,
        coarse=frozenset(told.coarse),
        findings=findings,
        words=asked.pack.table("export", ExportWords),
    )
    for story in told.told:
        yield from features(story, around)


def _head(material: Material, asked: Asked) -> dict[str, Any]:
    """Return what the file says of itself; GDAL shows ``name`` and ``description``."""
    told = (asked.pack.table("export", ExportWords).told, *notes(material, asked.pack))
    state = material.state
    return {
        "type": "FeatureCollection",
        "name": material.case,
        "description": " ".join(told),
        "recoupe_version": __version__,
        "exported_at": material.at,
        "checked_at": state.checked_at if state is not None else None,
        "stale_since": state.stale_since if state is not None else None,
        "story_id": material.story.id if material.story is not None else None,
        "masked_parties": material.masked.parties,
        "masked_places": material.masked.places,
        "masked_reports": material.masked.reports,
    }
