"""Again what could not be read: from where it was, or from the bytes that are kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from recoupe.capture import Network, capture_inputs
from recoupe.capture.archives import Accounts
from recoupe.engine import Engine
from recoupe.filing.adding import Filed
from recoupe.filing.archived import file_inputs
from recoupe.filing.asked import Asked, asked_of
from recoupe.filing.jobs import input_gone
from recoupe.filing.media import media_over
from recoupe.model import Capture, Failure
from recoupe.store import Store
from recoupe.store.addresses import STANDARD_INPUT, input_of, object_of
from recoupe.store.records import FailureRecord


def retry_failures(
    store: Store,
    engine: Engine,
    above: Asked,
    *,
    author: str,
    today: date,
    accounts: Accounts | None = None,
) -> Iterator[Filed]:
    """Yield what became of everything that failed and is not settled, tried again.

    Each is read as the job asked that it failed in, ``published`` and ``language`` as ``above``
    says where it does, local addresses and what pages show if it says so. What is not there to fail
    any more is settled. What web archives hold beside reports is counted in ``accounts``; what of
    it their reports show is kept.
    """
    accounts = accounts or Accounts()
    for asked, records in _as_asked(store, above).items():
        network = Network(allow_private=asked.allow_private)
        captures = _captures(store, records, asked, network, accounts)
        yield from file_inputs(
            captures,
            store,
            asked.reading(today),
            engine,
            author=author,
            accounts=accounts,
            media=media_over(network) if asked.with_media else None,
        )


def _as_asked(store: Store, above: Asked) -> Mapping[Asked, list[FailureRecord]]:
    jobs = {job.id: job for job in store.jobs()}
    grouped: dict[Asked, list[FailureRecord]] = {}
    for record in store.failures():
        asked = asked_of(jobs[record.job].options) if record.job in jobs else above
        said = replace(
            asked,
            published=above.published or asked.published,
            language=above.language or asked.language,
            allow_private=above.allow_private or asked.allow_private,
            with_media=above.with_media or asked.with_media,
        )
        grouped.setdefault(said, []).append(record)
    return grouped


def _captures(
    store: Store,
    records: Sequence[FailureRecord],
    asked: Asked,
    network: Network,
    accounts: Accounts,
) -> Iterator[Capture | Failure]:
    by_source: dict[str, dict[str, FailureRecord]] = {}
    for record in records:
        place = f"{input_of(record.source)}{object_of(record.failure.input)}"
        by_source.setdefault(record.source, {})[place] = record
    for source, waiting in by_source.items():
        found = _captures_of(input_of(source), asked, network, accounts)
        yield from _again(store, input_of(source), waiting, asked, found)


def _again(
    store: Store,
    source: str,
    waiting: dict[str, FailureRecord],
    asked: Asked,
    found: Iterator[Capture | Failure],
) -> Iterator[Capture | Failure]:
    """Yield what is found in one source; ``waiting`` are the failures there, by their input."""
    for item in found:
        if isinstance(item, Failure) and item.input == source and waiting:
            for place, record in waiting.items():
                yield _kept(store, place, record, asked) or replace(item, input=place)
            return
        waiting.pop(item.input, None)
        yield item
    if waiting:
        store.note_known(list(waiting))


def _captures_of(
    source: str, asked: Asked, network: Network, accounts: Accounts
) -> Iterator[Capture | Failure]:
    if source == STANDARD_INPUT:
        return iter((input_gone(),))
    return capture_inputs(
        (source,),
        declared=asked.declared,
        allow_private=asked.allow_private,
        accounts=accounts,
        network=network,
    )


def _kept(store: Store, place: str, record: FailureRecord, asked: Asked) -> Capture | None:
    """Return the capture whose bytes are kept of a failure, if they are."""
    if record.sha256 is None:
        return None
    kept = store.capture(record.sha256)
    declared = replace(
        kept.declared,
        published=asked.published or kept.declared.published,
        language=asked.language or kept.declared.language,
    )
    return replace(kept, input=place, declared=declared)
