"""Entities of FollowTheMoney, made and cleaned by its own library, one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NewType

Line = NewType("Line", str)
"""An entity as JSON, without the line's end."""

_LEAST: Final = 1
_PREFIX: Final = "recoupe"
_NO_NAME: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes entities of one data set; ``dataset`` is its name as FollowTheMoney has names."""

    dataset: str

    def __call__(self, schema: str, id_: str, **properties: object) -> Line:
        """Return an entity; a property is a value or several, ``None`` where it is not known.

        Values are cleaned by the types of the model. Those that a type refuses, and those that are
        longer than it takes, are left out; texts are cut into parts that it takes.
        """
        from followthemoney import ValueEntity, model

        kind = model[schema]
        entity: Any = ValueEntity(kind, {"id": id_, "datasets": [self.dataset]})
        for name, given in properties.items():
            kind_of = kind.get(name)
            for value in _fitting(_values(given), kind_of.type.name, kind_of.type.max_length):
                entity.add(name, value)
        return Line(json.dumps(entity.to_dict(), ensure_ascii=False))


def maker(case: str) -> Maker:
    """Return what makes entities of a casefile."""
    from anyascii import anyascii

    told = _NO_NAME.sub("_", anyascii(f"{_PREFIX} {case}").lower())
    return Maker(told.strip("_"))


def _values(given: object) -> Iterator[str]:
    """Yield one value or several as text, different ones, without what is not known."""
    several = [given] if given is None or isinstance(given, (str, int, float)) else given
    if isinstance(several, Iterable):
        yield from dict.fromkeys(str(one) for one in several if one not in {None, ""})


def _fitting(values: Iterable[str], kind: str, longest: int) -> Iterator[str]:
    for value in values:
        if len(value) <= longest:
            yield value
        elif kind == "text":
            yield from _parts(value, longest)
        elif kind == "string":
            yield value[: longest - _LEAST] + "…"


def _parts(text: str, longest: int) -> Iterator[str]:
    """Yield a text in parts that are short enough, cut at ends of lines or between words."""
    at = 0
    while len(text) - at > longest:
        end = max(text.rfind(mark, at + _LEAST, at + longest) for mark in ("\n", " "))
        end = end if end > at else at + longest
        yield text[at:end]
        at = end
    yield text[at:]
