"""Web archive records of captures: kept with them, and given back as they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, func, insert, select, union_all
from sqlalchemy.engine import Row

from recoupe.capture.warc.heads import HttpHead, http_head
from recoupe.errors import StoreError
from recoupe.model import Capture, WarcRecord
from recoupe.store import chain
from recoupe.store.answers import KeptRecord
from recoupe.store.rows import Values
from recoupe.store.schema import articles, captures, failures, records
from recoupe.store.vault import Vault

_FIELDS: Final = (
    "id",
    "type",
    "date",
    "url",
    "concurrent_to",
    "status",
    "media_type",
    "payload_sha256",
    "sha256",
)
"""What a record and its row have in common."""


def put(vault: Vault, kept: Iterable[WarcRecord]) -> None:
    """Keep the bytes of records before the transaction that names them."""
    for record in kept:
        vault.put(record.sha256, record.content)


def keep(connection: Connection, vault: Vault, capture: Capture, id_: str) -> list[chain.Done]:
    """Keep the records of a new capture with this id; return what was done."""
    return _keep(connection, vault, capture.records, {"capture": id_}, capture.record)


def keep_failed(
    connection: Connection, vault: Vault, told: Sequence[WarcRecord], failure: str
) -> list[chain.Done]:
    """Keep the records of what a server answered instead of a page; return what was done."""
    return _keep(connection, vault, told, {"failure": failure}, None)


def keep_shown(
    connection: Connection, vault: Vault, told: Sequence[WarcRecord], article: str
) -> list[chain.Done]:
    """Keep records of what an article shows behind those of its capture; return what was done."""
    wanted = select(captures.c.id).join(articles, articles.c.capture == captures.c.id)
    id_ = connection.execute(wanted.where(articles.c.id == article)).scalar_one()
    return keep_behind(connection, vault, told, id_)


def keep_behind(
    connection: Connection, vault: Vault, told: Sequence[WarcRecord], id_: str
) -> list[chain.Done]:
    """Keep more records of a capture behind those that it has; return what was done."""
    last = select(func.max(records.c.turn)).where(records.c.capture == id_)
    turn = connection.execute(last).scalar()
    first = 0 if turn is None else turn + 1
    return _keep(connection, vault, told, {"capture": id_}, None, first=first)


def _keep(
    connection: Connection,
    vault: Vault,
    told: Sequence[WarcRecord],
    of: Values,
    holder: str | None,
    *,
    first: int = 0,
) -> list[chain.Done]:
    """Keep records; one that another capture has brought already is left with that one."""
    ids = [record.id for record in told]
    known = set(connection.execute(select(records.c.id).where(records.c.id.in_(ids))).scalars())
    rows = [
        record_row(record, turn, holds=record.id == holder, **of)
        for turn, record in enumerate(told, first)
        if record.id not in known
    ]
    for record in told:
        vault.put_within(connection, record.sha256, record.content)
    for row in rows:  # one by one: each is to have the next number
        connection.execute(insert(records), row)
    return [chain.Done("record", row["id"], {"row": chain.value_hash(row)}) for row in rows]


def record_row(
    record: WarcRecord,
    turn: int,
    *,
    holds: bool,
    capture: str | None = None,
    failure: str | None = None,
) -> Values:
    """Return the row of a record of a capture or a failure: all but its bytes."""
    return {
        **{name: getattr(record, name) for name in _FIELDS},
        "capture": capture,
        "failure": failure,
        "turn": turn,
        "bytes": len(record.content),
        "holds": holds,
    }


def of_article(connection: Connection, article: str) -> tuple[KeptRecord, ...]:
    """Return the records of the capture of an article, in their order, without their bytes."""
    wanted = select(records).join(captures, records.c.capture == captures.c.id)
    wanted = wanted.join(articles, articles.c.capture == captures.c.id)
    rows = connection.execute(wanted.where(articles.c.id == article).order_by(records.c.turn))
    return tuple(map(_kept, rows))


def every(connection: Connection, within: frozenset[str] | None) -> Iterator[KeptRecord]:
    """Yield the records, in the order of keeping: all, or those of captures of some articles."""
    for row in connection.execute(_every()):
        if within is None or row.article in within:
            yield _kept(row)


def _every() -> Select[Any]:
    """Return the question for all records, each with the articles of its capture."""
    joined = records.outerjoin(articles, articles.c.capture == records.c.capture)
    wanted = select(records, articles.c.id.label("article")).select_from(joined)
    return wanted.order_by(records.c.number).execution_options(yield_per=1000)


def of_failures(connection: Connection) -> Iterator[tuple[str, KeptRecord]]:
    """Yield the records of what failed, settled or not, in the order of keeping.

    Each comes with the source that was asked for.
    """
    ways = (failures.c.id == records.c.failure, failures.c.capture == records.c.capture)
    told = (select(records, failures.c.source).join(failures, way) for way in ways)
    both = union_all(*told).subquery()  # each way by an index of its own
    wanted = select(both).order_by(both.c.number, both.c.source)
    for row in connection.execute(wanted.execution_options(yield_per=1000)):
        yield row.source, _kept(row)


def record(connection: Connection, vault: Vault, id_: str) -> WarcRecord:
    """Return a record with its bytes; raise :class:`StoreError` where it is not kept."""
    row = connection.execute(select(records).where(records.c.id == id_)).first()
    if row is None:
        raise StoreError("no such web archive record is kept", where=id_)
    return WarcRecord(
        content=vault.get(row.sha256), **{name: row._mapping[name] for name in _FIELDS}
    )


def heads(connection: Connection, vault: Vault, article: str) -> Mapping[str, HttpHead]:
    """Return the HTTP heads of the exchanges that an article came by, by the records' ids.

    Only those on the way to the page itself: what it shows beside is not looked at.
    """
    kept = of_article(connection, article)
    holder = next((turn for turn, one in enumerate(kept) if one.holds), -1)
    found: dict[str, HttpHead] = {}
    for one in kept[: holder + 1]:
        head = http_head(record(connection, vault, one.id))
        if head is not None:
            found[one.id] = head
    return found


def _kept(row: Row[Any]) -> KeptRecord:
    said = {name: row._mapping[name] for name in _FIELDS}
    return KeptRecord(**said, bytes=row.bytes, holds=row.holds)
