"""What people type of a record, turned into the fields of a review; and reviews, written out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final, get_type_hints

import typer

from recoupe.cli.saying import inert, say
from recoupe.errors import RecordError, UsageError
from recoupe.model import RECORDS, Article, Json, Review, Span

if TYPE_CHECKING:
    from recoupe.store import Casefile

_DONE: Final[Mapping[str, str]] = {
    "confirm": "confirmed",
    "correct": "corrected",
    "reject": "rejected",
    "add": "added",
    "merge": "merged",
    "split": "split",
    "note": "noted",
    "protect": "protected",
    "undo": "undone",
}
_AROUND: Final = 160
"""Code points of the text shown before and behind a record."""


def changes_of(
    kind: str,
    said: Sequence[str],
    words: Sequence[str],
    occurrence: int | None,
    *,
    article: Article | None,
) -> dict[str, Json]:
    """Return the fields that ``FIELD=VALUE`` and ``FIELD="WORDS"`` set, for :class:`Draft`.

    A value is JSON where it is (``12``, ``true``, ``null``, ``[[3, 9]]``), else its letters.
    Raises :class:`UsageError` where there is no ``=``, :class:`RecordError` where the article does
    not have the words.
    """
    changes: dict[str, Json] = {}
    for one in said:
        field, value = _parted(one, "--set", "FIELD=VALUE")
        if field == "speaker" and not value.startswith("entity-") and value != "null":
            field = "speaker_name"  # what a person types is a name
        changes[field] = _value(value)
    found: dict[str, list[Span]] = {}
    for one in words:
        field, text = _parted(one, "--words", 'FIELD="WORDS"')
        if article is None:
            raise UsageError(f"a {kind} has no words to select", where="--words")
        found.setdefault(field, []).append(_span(article, text, occurrence))
    for field, spans in found.items():
        places: list[Json] = [[span.start, span.end] for span in spans]
        changes[field] = places if _takes_several(kind, field) else places[0]
        if len(spans) > 1 and not _takes_several(kind, field):
            raise UsageError(f"{field} of a {kind} is one stretch of words", where="--words")
    return changes


def told(review: Review) -> None:
    """Print what was kept, and how to take it back."""
    what = _done(review)
    if review.action == "add" and review.record is not None:
        what = f"added {review.record['id']}"
    say(f"{what} ({review.id})")


def write_reviews(reviews: Iterable[Review], *, as_text: bool) -> None:
    """Write reviews as text to read, or as JSON one a line."""
    if not as_text:
        for review in reviews:
            typer.echo(json.dumps(asdict(review), ensure_ascii=False, default=list))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False)
    for review in reviews:
        console.print(Text("\n").join(Text(inert(line), style) for line, style in _lines(review)))


def _lines(review: Review) -> Iterator[tuple[str, str]]:
    """Yield the lines that tell of a review, each with its style."""
    when = review.made_at[:16].replace("T", " ")
    taken_back = "" if review.in_force else f", taken back by {review.undone_by}"
    style = "bold" if review.in_force else "dim"
    yield f"{when} UTC  {review.author} {_done(review)} ({review.id}{taken_back})", style
    if words := _words_of(review):
        yield f"    {words}", ""
    for field, value in review.changes.items():
        yield f"    {field}: {json.dumps(value, ensure_ascii=False)}", ""
    beside = "with" if review.action == "merge" else "without"
    beside = "of" if review.kind == "lineage" else beside
    for other in review.others:
        yield f"    {beside} {other}", ""
    if review.reason:
        yield f"    why: {review.reason}", ""


def _done(review: Review) -> str:
    """Return what was done, and to what."""
    if review.kind == "lineage":
        return f"said that {review.target} is {'a' if review.action == 'merge' else 'no'} copy"
    return f"{_DONE[review.action]} {review.target}"


def write_record(casefile: Casefile, id_: str) -> None:
    """Print a record with the text around its words, and the reviews of it.

    Of a report, its metadata; of a finding, what each party says, with the ids of its words.
    """
    where = casefile.locate(id_)
    if where.kind in RECORDS and where.article is not None:
        reviewed = casefile.reading(where.article)
        record = next(
            (one for one in _records(reviewed.reading) if getattr(one, "id", None) == id_), None
        )
        if record is None:
            say(f"{id_}: taken out by a review, or no longer found")
        else:
            _write_fields(record, reviewed.reading.article)
    elif where.article is not None and where.kind == "report":
        article = casefile.reading(where.article).reading.article
        for name in ("id", "url", "outlet", "title", "byline", "published", "modified", "language"):
            say(f"{name}: {getattr(article, name)}")
    elif where.kind == "finding":
        _write_finding(casefile, id_)
    write_reviews(casefile.reviews(id_), as_text=True)


def _write_finding(casefile: Casefile, id_: str) -> None:
    from recoupe.errors import StoreError

    try:
        finding = casefile.finding(id_)
    except StoreError:
        say(f"{id_}: no longer found, and not rejected: its words changed")
        return
    say(f"kind: {finding.kind}\nmatter: {_line(finding.matter)}")
    say(f"story: {finding.story}\nreview: {finding.standing or 'machine'}")
    for position in finding.positions:
        say(f"{_line(position.party)} {position.stance}")
        for said in position.said:
            of = f"{said.report}, {said.statement}" if said.statement else said.report
            say(f"    {_line(said.span.text)} ({of})")


def _line(text: object) -> str:
    """Return a text on one line."""
    return " ".join(str(text).split())


def _records(reading: object) -> Iterable[object]:
    from recoupe.model import LISTS

    return (record for name in LISTS.values() for record in getattr(reading, name))


def _write_fields(record: object, article: Article) -> None:
    spans: list[Span] = []
    for field in fields(record):  # type: ignore[arg-type]  # a record
        value = getattr(record, field.name)
        found = [one for one in (value if isinstance(value, tuple) else (value,)) if _is_span(one)]
        spans += found
        shown: Any = [one.text for one in found] if found else value
        shown = ", ".join(map(str, shown)) if isinstance(shown, list | tuple) else shown
        say(f"{field.name}: {'unknown' if shown is None else shown}")
    if spans:
        start = max(0, min(span.start for span in spans) - _AROUND)
        end = max(span.end for span in spans) + _AROUND
        say(f"\n… {' '.join(article.text[start:end].split())} …\n")


def _is_span(value: object) -> bool:
    return isinstance(value, Span)


def _parted(text: str, option: str, form: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign or not field.strip():
        raise UsageError(f"{text!r} sets no field", where=option, remedy=f"write {form}")
    return field.strip(), value


def _value(text: str) -> Json:
    try:
        value: Json = json.loads(text)
    except ValueError:
        return text
    return value


def _span(article: Article, text: str, occurrence: int | None) -> Span:
    from recoupe.review import spans_for

    try:
        return spans_for(article, text, occurrence=occurrence)
    except RecordError as error:
        remedy = error.remedy.replace("say which,", "say which with --occurrence,")
        raise RecordError(error.what, where=error.where, remedy=remedy) from None


def _takes_several(kind: str, field: str) -> bool:
    """Whether a field of a kind of record holds several spans; one that is unknown is refused."""
    hints = get_type_hints(RECORDS[kind]) if kind in RECORDS else {}  # type: ignore[index]
    return hints.get(field) == tuple[Span, ...]


def _words_of(review: Review) -> str:
    """Return the words of the reviewed record, shortened."""
    record = review.record or {}
    if review.kind in {"finding", "lineage"}:
        return " · ".join(
            _line(value) for name in ("matter", "outlet", "title") if (value := record.get(name))
        )
    for field in ("content", "span", "trigger", "mentions"):
        value = record.get(field)
        spans = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        texts = [one["text"] for one in spans if isinstance(one, Mapping)]
        if texts:
            whole = " … ".join(map(str, texts))
            return whole if len(whole) <= _AROUND else f"{whole[:_AROUND]}…"
    return ""
