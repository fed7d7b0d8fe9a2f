"""A casefile filled from a selection of readings in Parquet, with the bytes of their archives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.capture.limits import Limits
from recoupe.errors import RecordError, SpanError
from recoupe.filing.adding import TOGETHER, Filed
from recoupe.filing.crediting import with_credentials
from recoupe.filing.showing import keep_shown
from recoupe.model import Capture, Declared, Failure, failure
from recoupe.pipeline.again import Archives, input_of
from recoupe.pipeline.columns import Row, reading_of
from recoupe.store import Store


def file_selected(rows: Iterable[Row], store: Store, *, author: str) -> Iterator[Filed]:
    """Yield what became of each row, in order, when it is kept.

    What the store knows is passed over. Each of the others is kept in a transaction of its own: its
    capture, made again from its archive's bytes, with the records, and its reading as it is. Broken
    off anywhere and run again, it goes on. What is kept is what adding the archive keeps of these
    records, but for the pictures in it. A capture that cannot be made again is a failure, which is
    not kept: to fill the casefile again tries it again.
    Raises :class:`StoreError` where something cannot be kept; nothing is half kept then.
    """
    archives = Archives(Limits.from_environment())
    passed: list[str] = []
    for row in rows:
        if (added := store.knows(_bare(row))) is not None:
            passed.append(input_of(row))
            if len(passed) == TOGETHER:
                store.note_known(passed)
                passed.clear()
            yield Filed(input_of(row), added)
        else:
            yield _kept(row, archives, store, author)
    if passed:
        store.note_known(passed)


def _bare(row: Row) -> Capture:
    """Return the capture of a row as far as rows tell it: without its bytes."""
    return Capture(
        content=b"",
        sha256=row["sha256"],
        media_type=row["article"]["capture"]["media_type"],
        captured_at=row["article"]["capture"]["captured_at"],
        input=input_of(row),
        declared=Declared(url=row["url"], input_id=row["article"]["input_id"]),
    )


def _kept(row: Row, archives: Archives, store: Store, author: str) -> Filed:
    where = input_of(row)
    capture = archives.capture(row)
    if isinstance(capture, Failure):
        return Filed(where, capture)
    try:
        reading = with_credentials(capture, reading_of(row))
    except (RecordError, SpanError) as error:
        return Filed(where, failure(error, where))
    added = store.add_report(capture, reading, author=author)
    keep_shown(store, capture, reading.article, author=author)
    return Filed(where, added)
