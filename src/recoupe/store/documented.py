"""What stories came to, as it is kept: of a large document only what is asked for is unpacked.

The JSON is our own, written without spaces by :func:`~recoupe.store.checks.pack`. In its strings
every quotation mark has a backslash before it, so a mark and a key that stand together in it are
never words of a report: that tells where each list and each of its records begins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, select

from recoupe.errors import CasefileDamagedError
from recoupe.model import Article, Derivation, Finding
from recoupe.store.checks import AGAIN, plain_of, record
from recoupe.store.schema import checks
from recoupe.store.sources import texts

ListName = Literal["lineage", "findings", "rejected"]
"""The lists of a document, in its order."""

_BEGIN: Final[Mapping[ListName, str]] = {
    "lineage": '{"report":',
    "findings": '{"id":',
    "rejected": '{"id":',
}
"""What a record of each list begins with, and nothing within it."""
_DECODER: Final = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Document:
    """What one story came to: the JSON, of which records are unpacked when they are asked for.

    Every verb raises :class:`CasefileDamagedError` where a record is not whole, or its words are
    not in its reports.
    """

    story: str
    plain: str

    def values(self, name: ListName, turns: Iterable[int] | None = None) -> list[Any]:
        """Return the JSON of the records at some places of a list, or of all."""
        starts = list(self._starts(name))
        try:
            wanted = starts if turns is None else [starts[turn] for turn in turns]
            return [_DECODER.raw_decode(self.plain, start)[0] for start in wanted]
        except (IndexError, ValueError) as error:
            where = f"checks {self.story}"
            raise CasefileDamagedError(
                f"a record of it is not there: {error}", where=where, remedy=AGAIN
            ) from None

    def findings(
        self, turns: Iterable[int], of: Mapping[str, Article], name: ListName = "findings"
    ) -> tuple[Finding, ...]:
        """Return findings by their places, their words in the articles ``of``, by id."""
        where = f"checks {self.story}"
        return tuple(record(Finding, one, of, where) for one in self.values(name, turns))

    def lineage(
        self, of: Mapping[str, Article], turns: Iterable[int] | None = None
    ) -> tuple[Derivation, ...]:
        """Return derivations by their places, or all of them."""
        where = f"checks {self.story}"
        return tuple(record(Derivation, one, of, where) for one in self.values("lineage", turns))

    def _starts(self, name: ListName) -> Iterator[int]:
        """Yield where each record of a list begins."""
        at = self.plain.find(f'"{name}":[')
        names = list(_BEGIN)
        later = [self.plain.find(f'"{other}":[', at) for other in names[names.index(name) + 1 :]]
        end = later[0] if later else len(self.plain)
        begin = _BEGIN[name]
        while at >= 0 and (at := self.plain.find(begin, at + 1, end)) >= 0:
            yield at


def documents(connection: Connection, ids: Sequence[str]) -> Iterator[Document]:
    """Yield what some stories came to; raise :class:`CasefileDamagedError` where it was altered."""
    wanted = select(checks.c.story, checks.c.document, checks.c.sha256)
    for row in connection.execute(wanted.where(checks.c.story.in_(ids))):
        plain = plain_of(row.document, row.sha256, f"checks {row.story}")
        yield Document(row.story, plain.decode("utf-8", "surrogatepass"))


def articles_in(connection: Connection, values: Iterable[Any]) -> Mapping[str, Article]:
    """Return the articles that some packed findings or derivations name, by id."""
    named: set[str] = set()
    for value in values:
        if "positions" in value:
            named |= {said["report"] for one in value["positions"] for said in one["said"]}
        else:
            named |= {one for one in (value["report"], value["source"]) if one is not None}
    return texts(connection, named)
