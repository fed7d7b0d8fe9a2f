"""The terms of an annotation: the standard's context by its address, and ours beside it.

Ours are told in docs/exports.md. None has a name that the standard's context has.
"""

from __future__ import annotations

from typing import Any, Final

ANNO: Final = "http://www.w3.org/ns/anno.jsonld"
"""The context of the Web Annotation Data Model, which every annotation has to name."""

OURS: Final = "urn:recoupe:term:"
"""What the names of our terms begin with."""

_TYPES: Final = ("Statement", "Figure", "Event", "Evidence", "Place")
_VALUES: Final = (
    "note", "standing", "confidence", "hedged", "stance", "statementKind", "speakerName",
    "passedOnBy", "low", "high", "approximate", "subject", "counted", "counting", "eventType",
    "eventSubtype", "plover", "negated", "medium", "madeWith", "publishedOn", "shows", "placeName",
    "placeKind", "latitude", "longitude", "precision", "country", "outlet", "published", "masked",
    "withdrawn",
)  # fmt: skip
_NODES: Final = ("speaker", "within", "accordingTo", "deniedBy", "offsetsInto", "report")

TERMS: Final[dict[str, Any]] = {
    **{name: f"{OURS}{name}" for name in (*_TYPES, *_VALUES)},
    **{name: {"@id": f"{OURS}{name}", "@type": "@id"} for name in _NODES},
}
"""Our context: nodes are ids, values what they are."""

CONTEXT: Final[list[Any]] = [ANNO, TERMS]

Node = dict[str, Any]


def urn(id_: str) -> str:
    """Return the IRI of a record, report or party by its id."""
    return f"urn:recoupe:{id_}"


def urn_of_hash(sha256: str) -> str:
    """Return the IRI of bytes by their SHA-256."""
    return f"urn:sha256:{sha256}"


def known(**values: object) -> Node:
    """Return a node without what is not known: ``None``, and lists of nothing."""
    return {name: value for name, value in values.items() if value is not None and value != []}
