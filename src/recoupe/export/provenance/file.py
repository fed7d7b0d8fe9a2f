"""Writes the provenance of a casefile, report by report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from recoupe.export.formats import Asked, as_text
from recoupe.export.material import Material
from recoupe.export.notes import notes
from recoupe.export.provenance.checked import add_check
from recoupe.export.provenance.document import Document, words
from recoupe.export.provenance.reports import Seen, add_report
from recoupe.export.provenance.reviews import Reviews
from recoupe.languages.export import ExportWords
from recoupe.model import content_id
from recoupe.version import __version__


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one document of PROV-JSON; return how many of each kind of record are in it."""
    reviews, seen = Reviews(material.reviews()), Seen()
    with Document() as document:
        _add_export(document, material, asked)
        for report in material.reports():
            add_report(document, report, reviews, seen)
        add_check(document, material, seen.last.values())
        reviews.add_to(document, material, seen.pages)
        with as_text(stream) as text:
            document.write(text)
        counts = document.counts
    return {
        "entities": counts["entity"],
        "activities": counts["activity"],
        "agents": counts["agent"],
    }


def _add_export(document: Document, material: Material, asked: Asked) -> None:
    """Add the document itself: when it was made, of what, and what was masked in it."""
    told = (asked.pack.table("export", ExportWords).told, *notes(material, asked.pack))
    id_ = content_id("export", material.case, material.at)
    act, software = f"{id_}.act", f"recoupe-{__version__}"
    document.entity(
        id_,
        ("Export",),
        prov_label=material.case,
        dcterms_description=words(" ".join(told), asked.pack.code),
    )
    document.agent(software, ("prov:SoftwareAgent",), prov_label=f"Recoupe {__version__}")
    document.activity(act, "Exporting", start=material.at)
    document.relate("wasGeneratedBy", id_, act)
    document.relate("wasAssociatedWith", act, software)
