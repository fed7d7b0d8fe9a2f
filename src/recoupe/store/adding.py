"""Adding: a report with its capture, its reading and its place among the versions, all or none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from recoupe.comparison import compare_versions
from recoupe.errors import StoreError
from recoupe.model import Article, Capture, Reading, VersionChange, packed
from recoupe.store import archived, chain, lookup, published
from recoupe.store.addresses import capture_id, report_address, report_id
from recoupe.store.documents import Document, is_whole, to_document
from recoupe.store.index import Index
from recoupe.store.parties import Parties
from recoupe.store.projection import add, project, projected
from recoupe.store.records import Added
from recoupe.store.rows import Values, article_of, article_row, capture_row, shown_row
from recoupe.store.schema import articles, captures, changes, readings, reports, statement_changes
from recoupe.store.vault import Vault
from recoupe.version import __version__

_KNOWN: Final = (
    select(articles.c.id, articles.c.report, articles.c.version)
    .join(captures, captures.c.id == articles.c.capture)
    .where(captures.c.id == bindparam("id"))
)
_CAPTURE: Final = select(captures.c.id).where(captures.c.id == bindparam("id"))
_REPORT: Final = select(reports.c.id).where(reports.c.id == bindparam("id"))
_VERSIONS: Final = (
    select(
        articles.c.id,
        articles.c.number,
        articles.c.version,
        articles.c.latest,
        articles.c.blocks,
    )
    .join(captures, captures.c.id == articles.c.capture)
    .where(articles.c.report == bindparam("report"))
    .order_by(captures.c.captured_at, articles.c.number)
)
_ADD_CAPTURE: Final = insert(captures)
_ADD_REPORT: Final = insert(reports)
_ADD_ARTICLE: Final = insert(articles)
_ADD_READING: Final = insert(readings)
# Statements are made once: to make one costs more than to run it.


def known(connection: Connection, capture: Capture) -> Added | None:
    """Return where the bytes of a capture are kept with a reading, ``None`` where they are not."""
    row = connection.execute(_KNOWN, {"id": capture_id(capture)}).first()
    return None if row is None else Added("known", row.report, row.id, row.version)


def add_capture(
    connection: Connection, vault: Vault, capture: Capture
) -> tuple[str, list[chain.Done]]:
    """Keep a capture whose bytes the vault has; return its id, and what was done if it was new."""
    id_ = capture_id(capture)
    if connection.execute(_CAPTURE, {"id": id_}).first():
        return id_, []
    vault.put_within(connection, capture.sha256, capture.content)
    row = capture_row(capture, id_)
    connection.execute(_ADD_CAPTURE, row)
    detail = {"sha256": capture.sha256, "bytes": row["bytes"], "row": chain.value_hash(row)}
    done = [chain.Done("capture", id_, detail)]
    if capture.records:
        done += archived.keep(connection, vault, capture, id_)
    return id_, done


def add_report(
    connection: Connection, vault: Vault, index: Index, capture: Capture, reading: Reading
) -> tuple[Added, list[chain.Done]]:
    """Keep a report that is not known; return what came of it, and what was done."""
    article = reading.article
    captured, done = add_capture(connection, vault, capture)
    if not done and capture.records:  # read at last: it came before, and could not be read
        done += archived.keep_behind(connection, vault, capture.records, captured)
    now = chain.now()
    report, fresh = _report_for(connection, capture, article, now)
    row = article_row(article)
    place = {"report": report, "capture": captured, "added_at": now}
    done.append(chain.Done("article", article.id, {"row": chain.value_hash(row), **place}))
    if fresh:  # nobody can have reviewed it
        grouped = Parties(lookup.reviews_of_parties(connection))
        made = projected(reading, (), {article.id: article}, grouped)
        shown = shown_row(article, made.reviewed.reading.article)
        _insert_article(connection, {**row, **place, **shown, "version": 1}, latest=True)
        done += published.keep(connection, article)
        done.append(_keep_reading(connection, article.id, to_document(reading)))
        add(connection, index, made)
        version = 1
    else:
        blank = {**row, **place, **shown_row(article, article), "version": 0}
        _insert_article(connection, blank, latest=False)
        done += published.keep(connection, article)
        done.append(_keep_reading(connection, article.id, to_document(reading)))
        version = _order_versions(connection, report, article.id)
        project(connection, index, report, article)
        _compare(connection, report, article.id)
    return Added("new" if fresh else "version", report, article.id, version), done


def _insert_article(connection: Connection, row: Values, *, latest: bool) -> None:
    connection.execute(_ADD_ARTICLE, {**row, "latest": latest})


def replace_reading(connection: Connection, index: Index, reading: Reading) -> list[chain.Done]:
    """Put a newer reading in the place of the older; return what was done, nothing if equal.

    One that is equal is put there all the same if the older is damaged, or its report was corrected
    since: it is known then what was read after that.
    """
    row = lookup.article_row_of(connection, reading.article.id)
    if row.text_sha256 != reading.article.text_sha256:
        raise StoreError(
            "the reading is of another text", where=row.id, remedy="add the new bytes instead"
        )
    document = to_document(reading)
    kept = connection.execute(
        select(
            readings.c.sha256, readings.c.readers, readings.c.document, readings.c.read_at
        ).where(readings.c.article == row.id)
    ).one()
    if (
        (kept.sha256, kept.readers) == (document.sha256, document.readers)
        and is_whole(kept.document, kept.sha256)
        and kept.read_at > lookup.last_corrected(connection, row.report)
    ):
        return []
    connection.execute(delete(readings).where(readings.c.article == row.id))
    done = _keep_reading(connection, row.id, document)
    article = article_of(row)  # not the reading's own: it may have a corrected date
    project(connection, index, row.report, article)
    _compare(connection, row.report, row.id)
    return [replace(done, detail={**done.detail, "replaces": kept.sha256})]


def _keep_reading(connection: Connection, article: str, document: Document) -> chain.Done:
    row: Values = {
        "article": article,
        "read_at": chain.now(),
        "made_with": __version__,
        "readers": document.readers,
        "document": document.content,
        "sha256": document.sha256,
    }
    connection.execute(_ADD_READING, row)
    detail = {name: row[name] for name in ("sha256", "readers", "made_with", "read_at")}
    return chain.Done("reading", article, detail)


def _report_for(
    connection: Connection, capture: Capture, article: Article, now: str
) -> tuple[str, bool]:
    """Return the id of a capture's report, and whether it was not there before."""
    address = report_address(capture, article.url)
    id_ = report_id(address, article.id)
    if connection.execute(_REPORT, {"id": id_}).first() is not None:
        return id_, False
    connection.execute(_ADD_REPORT, {"id": id_, "address": address, "added_at": now})
    return id_, True


def _order_versions(connection: Connection, report: str, article: str) -> int:
    """Give a report's versions numbers in the order of capture; return the number of one."""
    rows = connection.execute(_VERSIONS, {"report": report}).all()
    read = published.latest_of([row.blocks for row in rows])
    for version, row in reversed(list(enumerate(rows, 1))):  # no two may have one number meanwhile
        latest = version == read + 1
        if (row.version, row.latest) != (version, latest):
            here = update(articles).where(articles.c.number == row.number)
            connection.execute(here.values(version=version, latest=latest))
    return next(at for at, row in enumerate(rows, 1) if row.id == article)


def _compare(connection: Connection, report: str, article: str) -> None:
    """Note what differs between an article and the versions right before and after it."""
    ordered = list(lookup.articles_of(connection, report).values())
    at = next(place for place, one in enumerate(ordered) if one.id == article)
    for before, after in pairwise(ordered):
        if ordered[at] in (before, after):
            _keep_change(connection, report, before, after)


def _keep_change(connection: Connection, report: str, before: Article, after: Article) -> None:
    change = compare_versions(
        lookup.machine_reading(connection, before), lookup.machine_reading(connection, after)
    )
    connection.execute(delete(statement_changes).where(statement_changes.c.after == after.id))
    connection.execute(delete(changes).where(changes.c.after == after.id))
    row, rows = change_rows(report, change, after)
    connection.execute(insert(changes).values(**row))
    if rows:
        connection.execute(insert(statement_changes), rows)


def change_rows(report: str, change: VersionChange, after: Article) -> tuple[Values, list[Values]]:
    """Return the row of what was altered in a version, and the rows of its statements."""
    row = {
        "report": report,
        "before": change.before,
        "after": change.after,
        "noticed_at": after.capture.captured_at,
        "fields": packed(change.fields),
        "passages": packed(change.passages),
    }
    rows = [
        {
            "after": change.after,
            "kind": one.kind,
            "statement_before": one.before,
            "statement_after": one.after,
            "words_before": one.words_before,
            "words_after": one.words_after,
        }
        for one in change.statements
    ]
    return row, rows
