"""A PROV-JSON document that is written piece by piece.

PROV-JSON (W3C Member Submission, 24 April 2013) has one object for each kind of record, while
records of all kinds come up report by report: each kind waits in a file of its own, so that memory
holds ids alone, however large a casefile is.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import IO, Any, Final, Literal, TextIO

Attributes = dict[str, Any]
Value = str | int | float | bool | Attributes | None
"""What an attribute says; ``None`` leaves it out."""
Declared = Literal["entity", "activity", "agent"]
Related = Literal[
    "wasGeneratedBy",
    "wasInvalidatedBy",
    "used",
    "wasAssociatedWith",
    "wasAttributedTo",
    "wasDerivedFrom",
    "specializationOf",
    "hadMember",
]

PREFIXES: Final[Mapping[str, str]] = {
    "recoupe": "urn:recoupe:",
    "term": "urn:recoupe:term:",
    "dcterms": "http://purl.org/dc/terms/",
}
"""Names of things, our terms, and Dublin Core's. Those of PROV and XML Schema are built in."""

_ENDS: Final[Mapping[Related, tuple[str, str]]] = {
    "wasGeneratedBy": ("entity", "activity"),
    "wasInvalidatedBy": ("entity", "activity"),
    "used": ("activity", "entity"),
    "wasAssociatedWith": ("activity", "agent"),
    "wasAttributedTo": ("entity", "agent"),
    "wasDerivedFrom": ("generatedEntity", "usedEntity"),
    "specializationOf": ("specificEntity", "generalEntity"),
    "hadMember": ("collection", "entity"),
}
_KINDS: Final = ("entity", "activity", "agent", *_ENDS)
_KEPT_IN_MEMORY: Final = 1_000_000
"""Bytes of each kind that wait in memory; more wait in a file."""


class Document:
    """Takes records in any order, each thing once, and writes them by kind.

    It is a context: the files that records wait in are gone when it is left. Ids are those of
    records; they stand in the namespace ``recoupe``.
    """

    def __init__(self) -> None:
        self._files: dict[str, IO[str]] = {}
        self._open = ExitStack()
        self._declared: dict[Declared, set[str]] = {
            "entity": set(), "activity": set(), "agent": set()
        }  # fmt: skip
        self.counts: Counter[str] = Counter()

    def __enter__(self) -> Document:
        for kind in _KINDS:
            file = tempfile.SpooledTemporaryFile(
                _KEPT_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n"
            )
            self._files[kind] = self._open.enter_context(file)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def __contains__(self, id_: object) -> bool:
        return any(id_ in ids for ids in self._declared.values())

    def entity(self, id_: str, kinds: Iterable[str], **attributes: Value) -> None:
        """Declare an entity of these types, unless there is one with this id."""
        self._declare("entity", id_, {"prov:type": _types(kinds), **_named(attributes)})

    def activity(
        self, id_: str, kind: str, start: str | None = None, end: str | None = None
    ) -> None:
        """Declare an activity that began and ended then (ISO 8601), as far as is known."""
        times = {"prov:startTime": start, "prov:endTime": end}
        self._declare("activity", id_, {**times, "prov:type": _types((kind,))})

    def agent(self, id_: str, kinds: Iterable[str], **attributes: Value) -> None:
        """Declare an agent of these types, unless there is one with this id."""
        self._declare("agent", id_, {"prov:type": _types(kinds), **_named(attributes)})

    def relate(
        self, kind: Related, one: str, other: str, kinds: Iterable[str] = (), **attributes: Value
    ) -> None:
        """Relate two things in the order of PROV-N: ``wasGeneratedBy(entity, activity)``."""
        first, second = _ENDS[kind]
        self.counts[kind] += 1
        ends = {f"prov:{first}": f"recoupe:{one}", f"prov:{second}": f"recoupe:{other}"}
        told = {**ends, "prov:type": _types(kinds), **_named(attributes)}
        self._put(kind, f"_:{kind}{self.counts[kind]}", told)

    def write(self, stream: TextIO) -> None:
        """Write all of it as one PROV-JSON document."""
        stream.write(f'{{\n "prefix": {json.dumps(dict(PREFIXES))}')
        for kind, file in self._files.items():
            if not self.counts[kind]:
                continue
            stream.write(f',\n "{kind}": {{')
            file.seek(0)
            for number, line in enumerate(file):
                stream.write(f"{',' if number else ''}\n  {line.rstrip()}")
            stream.write("\n }")
        stream.write("\n}\n")

    def _declare(self, kind: Declared, id_: str, attributes: Attributes) -> None:
        if id_ in self._declared[kind]:
            return
        self._declared[kind].add(id_)
        self.counts[kind] += 1
        self._put(kind, f"recoupe:{id_}", attributes)

    def _put(self, kind: str, id_: str, attributes: Attributes) -> None:
        told = {name: value for name, value in attributes.items() if value not in (None, [])}
        self._files[kind].write(f"{json.dumps(id_)}: {json.dumps(told, ensure_ascii=False)}\n")


def reference(id_: str) -> Attributes:
    """Return the value of an attribute that names something of the document."""
    return _name(f"recoupe:{id_}")


def address(url: str | None) -> Value:
    """Return an address as the value of an attribute."""
    return None if url is None else {"$": url, "type": "xsd:anyURI"}


def decimal(number: float) -> Value:
    """Return a number as the value of an attribute, to the digit."""
    return {"$": str(number), "type": "xsd:decimal"}


def words(text: str | None, language: str | None = None) -> Value:
    """Return words in a language as the value of an attribute."""
    if not text or language is None:
        return text or None
    return {"$": text, "lang": language}


def _name(name: str) -> Attributes:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _types(kinds: Iterable[str]) -> list[Attributes]:
    return [_name(kind if ":" in kind else f"term:{kind}") for kind in kinds]


def _named(attributes: Mapping[str, Value]) -> Attributes:
    """Return attributes by their names in PROV-JSON: ``prov_label`` is ``prov:label``.

    Those without a prefix are our terms.
    """
    found: Attributes = {}
    for name, value in attributes.items():
        prefix, between, local = name.partition("_")
        if between and prefix in {"prov", "dcterms"}:
            found[f"{prefix}:{local}"] = value
        else:
            found[f"term:{name}"] = value
    return found
