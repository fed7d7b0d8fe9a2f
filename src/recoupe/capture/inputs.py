"""Inputs, as a person types them, to captures, one by one and in order."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recoupe.capture.archives import Accounts, archive_captures, archive_kind
from recoupe.capture.files import KINDS, chunks, readable_files, unreadable
from recoupe.capture.limits import Limits
from recoupe.capture.network import Network, is_address
from recoupe.capture.records import FORM, Cutter, json_lines, read_record
from recoupe.capture.sniffing import HEAD, refuse_binary, sniff, utf16
from recoupe.errors import (
    EmptyInputError,
    EncodingError,
    MalformedInputError,
    MissingInputError,
    RecoupeError,
    ReportError,
    unforeseen,
)
from recoupe.model import Capture, Declared, Failure, failure, make_capture

if TYPE_CHECKING:
    from recoupe.capture.exchanges import Exchange
    from recoupe.capture.fetching import Page

logger = logging.getLogger(__name__)

_JSON: Final = "application/json"
_LINES: Final = "application/x-ndjson"


@dataclass(slots=True)
class _Run:
    """What all inputs of one call share."""

    declared: Declared
    network: Network
    accounts: Accounts = field(default_factory=Accounts)

    @property
    def limits(self) -> Limits:
        return self.network.limits


def capture_inputs(
    inputs: Sequence[str],
    *,
    declared: Declared,
    allow_private: bool,
    accounts: Accounts | None = None,
    network: Network | None = None,
) -> Iterator[Capture | Failure]:
    """Yield a capture for each report in ``inputs``, or the failure in its place, lazily.

    An input is a file, a folder (searched for readable files, sorted), an http(s) address, or
    ``-``. What ``declared`` says stands over what an input says of itself. What web archives hold
    beside pages is counted in ``accounts``. Limits come from the environment (:class:`Limits`).
    Where more is fetched in one run, ``network`` is what it shares, and says whether local
    addresses are fetched. Raises :class:`UsageError` where one of those is no number.
    """
    shared = network or Network(allow_private=allow_private)
    run = _Run(declared, shared, accounts or Accounts())
    return _captures(inputs, run)


def capture_content(
    content: bytes, name: str, *, declared: Declared
) -> Iterator[Capture | Failure]:
    """Yield a capture for each report in bytes that somebody handed over under a ``name``.

    The name's ending tells what they are, else the bytes do; nothing of that name is opened.
    """
    run = _Run(declared, Network())
    kind = KINDS.get(Path(name).suffix.lower())
    return _guarded(_shown(name), _stream(iter((content,)), _shown(name), kind, run))


def capture_file(
    path: Path, name: str, *, declared: Declared, accounts: Accounts | None = None
) -> Iterator[Capture | Failure]:
    """Yield a capture for each report in a file that somebody handed over under a ``name``.

    It is read as a file of that name is, a web archive among them with what it holds beside pages
    counted in ``accounts``; nothing of that name is opened.
    """
    run = _Run(declared, Network(), accounts or Accounts())
    return _guarded(_shown(name), _file(path, _shown(name), run))


def captures_of_page(
    page: Page, source: str, *, declared: Declared, network: Network
) -> Iterator[Capture | Failure]:
    """Yield the capture of a page that ``source`` asked for, or those of the objects in its JSON.

    Where there is nothing to read in it, the failure is in its place.
    """
    return _guarded(source, _of_page(page, source, _Run(declared, network)))


def _captures(inputs: Sequence[str], run: _Run) -> Iterator[Capture | Failure]:
    for source in inputs:
        yield from _guarded(_shown(source), _expand(source, run))


def _guarded(source: str, captures: Iterator[Capture | Failure]) -> Iterator[Capture | Failure]:
    """Pass captures on; an error becomes the failure of what was being read."""
    try:
        yield from captures
    except ReportError as error:
        yield failure(error, source)
    except RecoupeError:
        raise
    except Exception as error:
        logger.debug("an input could not be captured", exc_info=True)
        yield failure(unforeseen(error, source), source)


def _shown(source: str) -> str:
    """Return the name of an input as text that any file can hold, whatever bytes its path has."""
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _expand(source: str, run: _Run) -> Iterator[Capture | Failure]:
    name = _shown(source)
    if not source.strip():
        raise MissingInputError(
            "an input without a name", remedy="name a file, a folder, an address or -"
        )
    if source == "-":
        yield from _stream(chunks(None, where=source), source, None, run)
    elif is_address(source):
        yield from _address(source, run)
    elif _is_folder(source):
        for path in readable_files(Path(source), where=name):
            shown = _shown(str(path))
            yield from _guarded(shown, _file(path, shown, run))
    else:
        yield from _file(Path(source), name, run)


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError) as error:
        raise unreadable(error, source) from None


def _file(path: Path, source: str, run: _Run) -> Iterator[Capture | Failure]:
    kind = KINDS.get(Path(source).suffix.lower())
    return _stream(chunks(path, where=source), source, kind, run, path=path)


def _stream(
    stream: Iterator[bytes], source: str, kind: str | None, run: _Run, *, path: Path | None = None
) -> Iterator[Capture | Failure]:
    """Yield the captures of a file or of standard input, one record or object at a time."""
    head = b""
    for chunk in stream:
        head += chunk
        if len(head) >= HEAD:
            break
    if not head.strip():
        raise EmptyInputError("is empty", where=source, remedy="give the words of a report")
    whole = chain((head,), stream)
    if kind is None and (packed := archive_kind(head, source)) is not None:
        yield from archive_captures(
            whole,
            source,
            packed,
            path=path,
            declared=replace(run.declared, url=None, title=None),  # its pages have their own
            limits=run.limits,
            accounts=run.accounts,
        )
    elif kind in {_JSON, _LINES} or (kind is None and _looks_json(head)):
        if utf16(head[:HEAD]):
            raise EncodingError("is JSON in UTF-16", where=source, remedy="save it as UTF-8")
        refuse_binary(head[:HEAD], where=source)
        if kind == _LINES or (kind is None and _first_line_whole(head)):
            objects = json_lines(whole, where=source, limits=run.limits)
        else:
            objects = Cutter(source, run.limits).cut(whole)
        yield from _objects(objects, source, run)
    else:
        content = _joined(whole, source, run.limits)
        media_type = sniff(content, where=source, declared=kind)
        yield _made(content, source, media_type, run)


def _looks_json(head: bytes) -> bool:
    """Whether ``head`` opens with an object of ours: bare text may well open with a bracket."""
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*"', head) is not None


def _first_line_whole(head: bytes) -> bool:
    line, _, more = head.lstrip().partition(b"\n")
    return line.startswith(b"{") and line.rstrip().endswith(b"}") and bool(more.strip())


def _objects(objects: Iterable[bytes], source: str, run: _Run) -> Iterator[Capture | Failure]:
    number = 0
    for number, content in enumerate(objects, 1):
        name = f"{source}#{number}"
        try:
            run.limits.check_bytes(len(content), name)
            declared = read_record(content, where=name).declared
            yield _made(content, name, _JSON, run, declared=declared)
        except ReportError as error:
            yield failure(error, name)
    if not number:
        raise MalformedInputError("holds no JSON objects", where=source, remedy=FORM)


def _joined(stream: Iterable[bytes], source: str, limits: Limits) -> bytes:
    parts: list[bytes] = []
    size = 0
    for chunk in stream:
        size += len(chunk)
        limits.check_bytes(size, source)
        parts.append(chunk)
    return b"".join(parts)


def _address(source: str, run: _Run) -> Iterator[Capture | Failure]:
    """Yield the capture of the page at an address, or those of the objects in a JSON file there.

    What a server answered that sent no page is kept in the failure.
    """
    from recoupe.capture.warc.writing import records_of

    exchanges: list[Exchange] = []
    try:
        page = run.network.fetcher.fetch(source, into=exchanges)
        yield from _of_page(page, source, run)
    except ReportError as error:
        yield failure(error, source, records=records_of(exchanges))


def _of_page(page: Page, source: str, run: _Run) -> Iterator[Capture | Failure]:
    from recoupe.capture.pages import capture_of

    if not page.content.strip():
        raise EmptyInputError(
            "the page is empty", where=source, remedy="save it from a browser and give the file"
        )
    media_type = sniff(page.content, where=source, declared=page.exchange.media_type)
    capture = capture_of(page, source, media_type)
    if media_type != _JSON:
        yield replace(capture, declared=_over(run.declared, capture.declared))
        return
    for item in _objects(Cutter(source, run.limits).cut((page.content,)), source, run):
        yield item if isinstance(item, Failure) else _archived_as(capture, item)


def _archived_as(page: Capture, item: Capture) -> Capture:
    """Return an object of a JSON file with the records of the exchange that the file came in."""
    return replace(
        item,
        captured_at=page.captured_at,
        records=page.records,
        record=page.record,
        archived_at=page.archived_at,
    )


def _made(
    content: bytes,
    source: str,
    media_type: str,
    run: _Run,
    *,
    declared: Declared | None = None,
) -> Capture:
    return make_capture(
        content,
        source=source,
        media_type=media_type,
        captured_at=datetime.now(UTC),
        declared=_over(run.declared, declared or Declared()),
    )


def _over(said: Declared, own: Declared) -> Declared:
    """Return what the input says of itself, under what the person says."""
    told = {field.name: getattr(said, field.name) for field in fields(Declared)}
    return replace(own, **{name: value for name, value in told.items() if value is not None})
