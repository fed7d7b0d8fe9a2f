"""The standard, as far as we use it: a context of our own for its terms, and what it demands.

Written from the Web Annotation Vocabulary and Data Model (W3C Recommendations of 23 February 2017),
for no package carries the published context. What is not in it falls out of an expansion, so that a
test sees every term that is misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

OA: Final = "http://www.w3.org/ns/oa#"
_PREFIXES: Final = {
    "oa": OA,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "as": "http://www.w3.org/ns/activitystreams#",
}
MOTIVATIONS: Final = (
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
)  # fmt: skip
_SAME: Final = (
    "Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector",
    "TimeState", "exact", "prefix", "suffix", *MOTIVATIONS,
)  # fmt: skip
_TEXTS: Final = {
    "value": "rdf:value",
    "label": "rdfs:label",
    "name": "foaf:name",
    "format": "dc:format",
    "language": "dc:language",
}
_NODES: Final = {
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "state": "oa:hasState",
    "cached": "oa:cachedSource",
    "creator": "dcterms:creator",
    "generator": "as:generator",
    "partOf": "as:partOf",
    "first": "as:first",
    "last": "as:last",
}
_MOMENTS: Final = {"created": "dcterms:created", "sourceDate": "oa:sourceDate"}
_NUMBERS: Final = {
    "start": "oa:start",
    "end": "oa:end",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
}

CONTEXT: Final[dict[str, Any]] = {
    "@context": {
        **_PREFIXES,
        "id": "@id",
        "type": "@type",
        **{name: f"oa:{name}" for name in _SAME},
        "Person": "foaf:Person",
        "Organization": "foaf:Organization",
        "Software": "as:Application",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        **_TEXTS,
        **{name: {"@id": iri, "@type": "@id"} for name, iri in _NODES.items()},
        **{name: {"@id": iri, "@type": "xsd:dateTime"} for name, iri in _MOMENTS.items()},
        **{name: {"@id": iri, "@type": "xsd:nonNegativeInteger"} for name, iri in _NUMBERS.items()},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    }
}

_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def faults(collection: dict[str, Any]) -> Iterator[str]:
    """Yield what the model says that a collection and all in it MUST have, and this has not."""
    contexts = collection["@context"]
    if "http://www.w3.org/ns/anno.jsonld" not in (
        contexts if isinstance(contexts, list) else [contexts]
    ):
        yield "the context of the model"
    yield from _kind(collection, "AnnotationCollection", "the collection")
    page = collection.get("first")
    items = page["items"] if page is not None else []
    if page is not None:
        yield from _kind(page, "AnnotationPage", "the page")
    if collection["total"] != len(items):
        yield "the collection: total"
    for item in items:
        for fault in _annotation(item):
            yield f"{item.get('id')}: {fault}"


def _annotation(one: dict[str, Any]) -> Iterator[str]:
    yield from _kind(one, "Annotation", "annotation")
    if one["motivation"] not in MOTIVATIONS:
        yield "motivation"
    if "created" in one and not _MOMENT.fullmatch(one["created"]):
        yield "created"
    if not one["target"]:
        yield "no target"
    for body in one["body"]:
        yield from _body(body)
    for target in one["target"]:
        yield from _target(target)


def _body(one: dict[str, Any]) -> Iterator[str]:
    if one["type"] == "TextualBody" and not isinstance(one["value"], str):
        yield "a textual body has one value"
    if one["type"] == "SpecificResource":
        yield from _iri(one, "source")
    elif one["type"] != "TextualBody":
        yield from _iri(one, "id")
    if "purpose" in one and one["purpose"] not in MOTIVATIONS:
        yield "purpose"


def _target(one: dict[str, Any]) -> Iterator[str]:
    yield from _iri(one, "source")
    for selector in one["selector"]:
        yield from _selector(selector)
    state = one["state"]
    if state["type"] != "TimeState" or not _MOMENT.fullmatch(state["sourceDate"]):
        yield "state"
    yield from _iri(state, "cached")


def _selector(one: dict[str, Any]) -> Iterator[str]:
    if one["type"] == "TextQuoteSelector":
        if not isinstance(one["exact"], str) or not one["exact"]:
            yield "exact"
    elif one["type"] == "TextPositionSelector":
        if not 0 <= one["start"] <= one["end"]:
            yield "start and end"
    else:
        yield f"selector {one['type']}"


def _kind(one: dict[str, Any], name: str, called: str) -> Iterator[str]:
    if one.get("type") != name:
        yield f"{called}: type"
    yield from _iri(one, "id")


def _iri(one: dict[str, Any], name: str) -> Iterator[str]:
    if not isinstance(one.get(name), str) or not _IRI.fullmatch(one[name]):
        yield f"{name} is no IRI: {one.get(name)!r}"
