"""An edited table as reviews: what was changed becomes corrections, what is new is added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from recoupe.errors import RecordError, SpanError
from recoupe.export.material import ExportedReport
from recoupe.export.tables import cells, typed
from recoupe.export.tables.file import Returned
from recoupe.export.tables.records import Context, RecordTable, Row, rows
from recoupe.languages import available, pack
from recoupe.languages.export import ExportWords
from recoupe.model import LISTS, Article, Draft, Json, ReviewAction, Span

_NOTHING: Final = "(nothing)"
_SEVERAL: Final = frozenset({"content", "cue", "source"})
"""The fields that hold several spans."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One review that a row asks for; ``told`` says what it changes, line by line."""

    row: int
    draft: Draft
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken: where (``column`` may be empty) and why."""

    row: int
    column: str
    what: str


@dataclass(slots=True)
class Plan:
    """What a table comes to: nothing is done yet.

    ``stale`` are rows whose record was reviewed or read anew after the export, ``unchanged`` counts
    those that ask for nothing.
    """

    planned: list[Planned] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    stale: list[Refused] = field(default_factory=list)
    unchanged: int = 0


def articles_of(table: Returned) -> frozenset[str]:
    """Return the ids of the articles that a table has rows of."""
    return frozenset(row.get("report_id", "").strip() for _, row in table.rows)


def plan(table: Returned, reports: Iterable[ExportedReport], author: str) -> Plan:
    """Return the reviews that a table asks for; ``reports`` are those of its articles, as exported.

    A row whose cells say what they said asks for nothing.
    """
    made = Plan()
    known, new = _by_id(table, made)
    for report in reports:
        context = Context(report)
        article = report.reading.article.id
        records = getattr(report.reading, LISTS[table.table.kind])
        for record, before in zip(records, rows(table.table, report), strict=True):
            if record.id in known:
                number, row = known.pop(record.id)
                _Row(table.table, context, number, row, author).changed(record, before, made)
        for number, row in new.pop(article, ()):
            _Row(table.table, context, number, row, author).added(made)
    for id_, (number, _) in known.items():
        made.stale.append(Refused(number, table.table.id_column, f"{id_} is not there any more"))
    for article, found in new.items():
        what = f"{article or 'no id'} is no report that is exported now"
        made.refused += [Refused(number, "report_id", what) for number, _ in found]
    made.planned.sort(key=lambda one: one.row)
    made.refused.sort(key=lambda one: one.row)
    made.stale.sort(key=lambda one: one.row)
    return made


def column_of(table: RecordTable, where: str) -> str:
    """Return the column of a field that an error names as ``kind.field``; "" for none."""
    name = where.partition(".")[2]
    back = {value: column for column, value in {**table.fields, **table.links}.items()}
    return back.get(name, "")


def _by_id(
    table: Returned, made: Plan
) -> tuple[dict[str, tuple[int, Row]], dict[str, list[tuple[int, Row]]]]:
    """Return the rows by the ids of their records, and those that are new by report."""
    known: dict[str, tuple[int, Row]] = {}
    new: dict[str, list[tuple[int, Row]]] = {}
    for number, row in table.rows:
        id_ = row.get(table.table.id_column, "").strip()
        if not id_:
            new.setdefault(row.get("report_id", "").strip(), []).append((number, row))
        elif id_ in known:
            what = f"row {known[id_][0]} has the same id"
            made.refused.append(Refused(number, table.table.id_column, what))
        else:
            known[id_] = number, row
    return known, new


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, beside the report that it is of."""

    table: RecordTable
    context: Context
    number: int
    row: Mapping[str, str]
    author: str

    def changed(self, record: Any, before: Row, made: Plan) -> None:  # noqa: ANN401
        """Plan what a row asks for of a record that is there; ``before`` is its row now."""
        try:
            asked = self._answer()
            changes = self._changes(record, before)
        except _RefusedCell as refused:
            made.refused.append(refused.told)
            return
        if asked is None and not changes:
            made.unchanged += 1
        elif self.row.get("state", "").strip() != before["state"]:
            made.stale.append(
                Refused(self.number, "state", f"{record.id} was reviewed or read anew since")
            )
        elif asked == "reject" and changes:
            made.refused.append(
                Refused(self.number, "review", "to reject it, leave its cells as they were")
            )
        else:
            action: ReviewAction = "correct" if changes else asked or "confirm"
            told = tuple(
                f"{column}: {before[column] or _NOTHING} → {self.row[column].strip() or _NOTHING}"
                for column, name in self.table.fields.items()
                if name in changes
            )
            made.planned.append(Planned(self.number, self._draft(action, record.id, changes), told))

    def added(self, made: Plan) -> None:
        """Plan the record that a row without an id asks for."""
        try:
            if self._answer() is not None:
                raise self._no("review", "a row without an id is added, and not reviewed")
            changes = self._new()
        except _RefusedCell as refused:
            made.refused.append(refused.told)
            return
        told = tuple(f"{column}: {self.row[column].strip()}" for column in self._given())
        article = self.context.report.reading.article.id
        made.planned.append(Planned(self.number, self._draft("add", article, changes), told))

    def _draft(self, action: ReviewAction, target: str, changes: Mapping[str, Json]) -> Draft:
        seen = None if action == "add" else self.context.report.reviews.get(target, "")
        reason = typed.line(self.row.get("reason", "")) or ""
        return Draft(action, self.table.kind, target, self.author, reason, dict(changes), seen=seen)

    def _answer(self) -> ReviewAction | None:
        said = self.row.get("review", "").strip().casefold()
        if not said:
            return None
        for code in available():
            words = pack(code).table("export", ExportWords)
            if said in words.confirm:
                return "confirm"
            if said in words.reject:
                return "reject"
        raise self._no("review", f"{said!r} is neither confirm nor reject")

    def _changes(self, record: Any, before: Row) -> dict[str, Json]:  # noqa: ANN401
        whole = self.context.report.whole
        changes: dict[str, Json] = {}
        for column, name in self.table.fields.items():
            hidden = not whole and (
                column in self.table.words
                or column in self.table.named
                or self.table.kind == "place"
            )
            if column not in self.row or hidden:
                continue
            cell = self.row[column]
            if typed.same(cell, before[column]):
                continue
            if typed.cut_off(cell, before[column]) and not typed.blank(cell):
                raise self._no(column, "the spreadsheet cut it off: correct it in Recoupe")
            value = self._value(column, cell, getattr(record, name))
            if value != self._now(column, record, name):
                changes[name] = value
        return changes

    def _now(self, column: str, record: Any, name: str) -> Json:  # noqa: ANN401
        value = getattr(record, name)
        if column not in self.table.words:
            return value  # type: ignore[no-any-return]
        spans = value if name in _SEVERAL else (value,)
        places: list[Json] = [[span.start, span.end] for span in spans]
        return places if name in _SEVERAL else places[0]

    def _new(self) -> dict[str, Json]:
        if not self.context.report.whole:
            raise self._no("report_id", "words of this report are masked: add to it in Recoupe")
        changes: dict[str, Json] = {}
        for column in self._given():
            name = {**self.table.fields, **self.table.links}[column]
            if column in self.table.links:
                changes[name] = self.row[column].strip()
            else:
                changes[name] = self._value(column, self.row[column], None)
        if "words" not in self._given():
            raise self._no("words", "a new row needs its words, as they stand in the report")
        return changes

    def _given(self) -> list[str]:
        wanted = (*self.table.fields, *self.table.links)
        return [column for column in wanted if not typed.blank(self.row.get(column, ""))]

    def _value(self, column: str, cell: str, old: Any) -> Json:  # noqa: ANN401
        try:
            if column in self.table.words:
                return self._spans(column, cell, old)
            if column in self.table.flags:
                return typed.flag(cell)
            if column in self.table.counts:
                return typed.count(cell)
            if column in self.table.degrees:
                return typed.degrees(cell)
            return typed.line(cell)
        except RecordError as error:
            remedy = f"; {error.remedy}" if error.remedy else ""
            raise self._no(column, f"{error.what}{remedy}") from None

    def _spans(self, column: str, cell: str, old: Any) -> Json:  # noqa: ANN401
        name = self.table.words[column]
        article = self.context.report.reading.article
        near = old if isinstance(old, tuple) else (old,) if old is not None else ()
        at = self.row.get("at", "") if column == "words" else self.row.get(f"{column}_at", "")
        found: list[Json] = []
        for place, words in enumerate(cells.parts(cell)):
            anchor = near[min(place, len(near) - 1)] if near else None
            span = nearest(article, words, anchor.start if anchor else _start(at, place))
            found.append([span.start, span.end])
        if name in _SEVERAL and (found or name != "content"):
            return found
        if len(found) != 1:
            several = "are several stretches of words" if found else "were taken out"
            raise RecordError(
                f"its words {several}", remedy="to take the record out, write reject in review"
            )
        return found[0]

    def _no(self, column: str, what: str) -> _RefusedCell:
        return _RefusedCell(Refused(self.number, column, what))


class _RefusedCell(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, told: Refused) -> None:
        super().__init__(told.what)
        self.told = told


def nearest(article: Article, words: str, start: int | None) -> Span:
    """Return where words stand in an article, nearest to ``start`` where they do several times.

    Raises :class:`RecordError` where they do not, or several times and nothing says where.
    """
    from recoupe.review import spans_for

    found: list[Span] = []
    try:
        if start is None:
            return spans_for(article, words)
        while True:
            found.append(spans_for(article, words, occurrence=len(found) + 1))
    except (RecordError, SpanError) as error:
        if not found:
            raise RecordError(
                error.what, remedy="copy them from the report, to the letter"
            ) from None
    return min(found, key=lambda span: abs(span.start - (start or 0)))


def _start(at: str, place: int) -> int | None:
    """Return where a cell of places says that its n-th stretch begins, ``None`` if it does not."""
    said = at.split()
    first = said[place].partition(":")[0] if place < len(said) else ""
    return int(first) if first.isdigit() else None
