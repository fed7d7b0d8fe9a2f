"""``webannotation``: what was read, as annotations of the reports on the web, in JSON-LD.

W3C Web Annotation Data Model, Recommendation of 23 February 2017: one ``AnnotationCollection`` with
one ``AnnotationPage`` in it, written as it is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

from recoupe.export.annotations.bodies import Note, Notes
from recoupe.export.annotations.targets import moment, targets
from recoupe.export.annotations.vocabulary import CONTEXT, Node, known, urn
from recoupe.export.formats import Asked, as_text
from recoupe.export.material import ExportedReport, Material
from recoupe.languages import Pack
from recoupe.languages.export import ExportWords
from recoupe.model import Review, content_id
from recoupe.version import __version__

_PEOPLE_SAID: Final = frozenset({"confirm", "correct", "add"})
"""Reviews by which a person stands for a record."""


@dataclass(slots=True)
class _Count:
    """How many annotations were written, and left out because of masked words."""

    annotations: int = 0
    annotations_left_out: int = 0


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one collection; what can only be selected by masked words is left out and counted."""
    count = _Count()
    own = urn(content_id("annotations", material.case, material.at))
    head = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": material.case,
        "created": moment(material.at),
        "generator": _software(),
    }
    with as_text(stream, bom=asked.bom) as text:
        text.write(_opened(head))
        before = _opened({"id": f"{own}:1", "type": "AnnotationPage", "partOf": own})
        before = f',\n"first": {before},\n"startIndex": 0,\n"items": ['
        for annotation in _annotations(material, asked.pack, count):
            text.write(f"{before}\n{json.dumps(annotation, ensure_ascii=False)}")
            before = ","
        tail: Node = {"last": f"{own}:1"} if count.annotations else {}
        tail |= {"total": count.annotations, "note": _told(material, asked.pack, count)}
        closed = "\n]},\n" if count.annotations else ",\n"
        text.write(closed + _json(known(**tail)).removeprefix("{\n") + "\n")
    return {
        "annotations": count.annotations,
        "annotations_left_out": count.annotations_left_out,
    }


def annotation(note: Note, report: ExportedReport, people: Mapping[str, Review]) -> Node | None:
    """Return a note as an annotation, ``None`` where it cannot be selected honestly.

    ``people`` are the reviews by which people stand for records, by their id. Who made it is then
    the last of them, else the software.
    """
    found = targets(report, note.spans)
    if not found:
        return None
    mark = report.marks.get(note.record)
    stood = [people[one] for one in mark.reviews if one in people] if mark is not None else []
    maker: Node = {"creator": _software()}
    if stood:
        maker["creator"] = {"type": "Person", "name": stood[-1].author}
        maker["created"] = moment(stood[-1].made_at)
    return {
        "id": urn(f"annotation:{note.record}"),
        "type": "Annotation",
        "motivation": note.motivation,
        **maker,
        "body": list(note.bodies),
        "target": found,
    }


def _annotations(material: Material, pack: Pack, count: _Count) -> Iterator[Node]:
    people = _people(material)
    for report in material.reports():
        for note in Notes(report, pack).all():
            made = annotation(note, report, people)
            if made is None:
                count.annotations_left_out += 1
            else:
                count.annotations += 1
                yield made


def _people(material: Material) -> dict[str, Review]:
    """Return the reviews by which people stand for records, by their id."""
    return {one.id: one for one in material.reviews() if one.action in _PEOPLE_SAID}


def _told(material: Material, pack: Pack, count: _Count) -> list[str]:
    """Return what the collection says of itself."""
    words = pack.table("export", ExportWords)
    told = [words.told]
    if masked := material.masked.note(pack.code):
        told.append(masked)
    if count.annotations_left_out:
        told.append(words.unselectable.format(count=count.annotations_left_out))
    return told


def _software() -> Node:
    return {"id": f"urn:recoupe:software:{__version__}", "type": "Software", "name": "Recoupe"}


def _json(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, indent=1)


def _opened(node: Node) -> str:
    """Return a node as JSON without its last brace, so that more can be written into it."""
    return _json(node).removesuffix("\n}")
