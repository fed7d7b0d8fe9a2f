"""Packages of web archives (WACZ 1.1): a ZIP with WARCs, and a list of what is in it."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from recoupe.capture.archives.cutting import Cut
from recoupe.capture.archives.kinds import ARCHIVES, ArchiveKind
from recoupe.capture.archives.records import Archive
from recoupe.capture.archives.revisits import Reread
from recoupe.capture.archives.streams import Gzipped, Source, opened
from recoupe.capture.limits import Limits
from recoupe.errors import MalformedInputError, ReportError, TooLargeError
from recoupe.model import Capture, Failure, failure

Counted = Callable[[Iterator[bytes]], Iterator[bytes]]
"""Passes bytes on and counts them."""

_CHUNK: Final = 1 << 20
_PIECE: Final = 1 << 16
_TELLING: Final = "datapackage.json"
_LONGEST_TELLING: Final = 20_000_000
_TABLE: Final = 64_000_000
"""Bytes of a package's table of contents: half a million files."""
_RATIO: Final = 200
"""How far a WARC is packed in a ZIP at most: pages are packed to a fifth, ours are not at all."""
_TAIL: Final = 1 << 17
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"


def package_captures(path: Path, archive: Archive, counted: Counted) -> Iterator[Capture | Failure]:
    """Yield the captures of all WARCs in a package, in the order of their names.

    Of a package whose table of contents is broken, records are looked for in all its bytes. Each
    WARC must be as the package says of it, or a failure says so behind its captures.
    """
    try:
        _check_table(path, archive.source)
        package = ZipFile(path)
    except (BadZipFile, struct.error, ValueError, EOFError) as error:
        yield _told(_broken(archive, f"its table of contents cannot be read ({error})"), archive)
        yield from _salvaged(path, archive, counted)
        return
    except ReportError as error:
        yield _told(error, archive)
        return
    with package:
        digests = _digests(package)
        inner = [info for info in package.infolist() if _kind(info) is not None]
        if not inner:
            empty = MalformedInputError("there is no WARC in it", where=archive.source)
            yield _told(empty, archive)
        for info in sorted(inner, key=lambda one: one.filename):
            yield from _inner(
                path, package, info, archive, counted, sha256=digests.get(info.filename)
            )


def package_sources(path: Path, where: str, counted: Counted, limits: Limits) -> Iterator[Source]:
    """Yield the WARCs in a package once more, as :func:`package_captures` reads them.

    What is broken or refused in it was told then, and is left out.
    """
    try:
        _check_table(path, where)
        package = ZipFile(path)
    except TooLargeError:
        return
    except (BadZipFile, struct.error, ValueError, EOFError):
        with path.open("rb") as file:
            source = Gzipped(counted(_chunks(file)), limits.max_bytes)
            if source.recover():
                yield source
        return
    with package:
        for info in sorted(package.infolist(), key=lambda one: one.filename):
            kind = _kind(info)
            if kind is not None and not _is_bomb(info):
                chunks = counted(_File().chunks(package, info))
                yield opened(chunks, kind, limits, info.file_size)


def _is_bomb(info: ZipInfo) -> bool:
    return info.file_size > _RATIO * max(info.compress_size, 1)


def _told(error: ReportError, archive: Archive) -> Failure:
    """Return the failure of the package or of a file in it, numbered like a record."""
    archive.account.held["broken"] += 1
    archive.number += 1
    return failure(error, f"{archive.source}#{archive.number}")


def _broken(archive: Archive, what: str, name: str = "") -> MalformedInputError:
    where = f"{archive.source}/{name}" if name else archive.source
    return MalformedInputError(
        f"the package is broken: {what}", where=where, remedy="what can be read of it is read"
    )


def _kind(info: ZipInfo) -> ArchiveKind | None:
    name = info.filename.lower()
    return next(
        (kind for end, kind in ARCHIVES.items() if name.endswith(end) and kind != "wacz"), None
    )


def _check_table(path: Path, where: str) -> None:
    """Raise :class:`TooLargeError` where a package's table of contents would fill the memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    end, large = tail.rfind(_END), tail.rfind(_END_64)
    if end < 0:
        raise BadZipFile("it has no end")
    (table,) = struct.unpack_from("<L", tail, end + 12)
    if large >= 0:
        (table,) = struct.unpack_from("<Q", tail, large + 40)
    if table > _TABLE:
        raise TooLargeError(
            f"its table of contents has more than {_TABLE:,} bytes",
            where=where,
            remedy="unpack it, and give the WARCs in it",
        )


def _salvaged(path: Path, archive: Archive, counted: Counted) -> Iterator[Capture | Failure]:
    """Yield what is found in the bytes of a package, whose WARCs stand there as they are."""
    with path.open("rb") as file:
        source = Gzipped(counted(_chunks(file)), archive.limits.max_bytes)
        if source.recover():
            yield from archive.captures(source, None)


def _digests(package: ZipFile) -> dict[str, str]:
    """Return the SHA-256 of each file, as the package tells it."""
    try:
        with package.open(_TELLING) as file:
            told = json.loads(file.read(_LONGEST_TELLING))
        return {
            one["path"]: one["hash"].removeprefix("sha256:")
            for one in told["resources"]
            if one["hash"].startswith("sha256:")
        }
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, *_UNREADABLE):
        return {}


_UNREADABLE: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What a broken, encrypted or oddly packed file of a package raises."""


@dataclass(slots=True)
class _File:
    """One file of a package as it is read; afterwards its hash, and what was amiss."""

    sha256: str = ""
    fault: str | None = None

    def chunks(self, package: ZipFile, info: ZipInfo) -> Iterator[bytes]:
        """Yield its bytes, as far as they can be had."""
        digest = hashlib.sha256()
        try:
            with package.open(info) as file:
                for chunk in _but_last(file, info.file_size - 1):
                    digest.update(chunk)
                    yield chunk
        except _UNREADABLE as error:
            self.fault = str(error) or type(error).__name__
        self.sha256 = digest.hexdigest()


def _inner(
    path: Path,
    package: ZipFile,
    info: ZipInfo,
    archive: Archive,
    counted: Counted,
    *,
    sha256: str | None,
) -> Iterator[Capture | Failure]:
    """Yield the captures of one WARC, and a failure where it is not as it should be."""
    kind = _kind(info)
    assert kind is not None  # noqa: S101 - chosen by it
    if _is_bomb(info):
        yield _told(
            TooLargeError(
                f"{info.filename} in it unpacks to more than {_RATIO} times its size",
                where=archive.source,
                remedy="unpack it, and give the WARCs in it",
            ),
            archive,
        )
        return
    file = _File()
    chunks = counted(file.chunks(package, info))
    reread = _reread(path, info, kind, archive)
    yield from archive.captures(opened(chunks, kind, archive.limits, info.file_size), reread)
    if file.fault is not None:
        yield _told(_broken(archive, file.fault, info.filename), archive)
    elif sha256 is not None and sha256 != file.sha256:
        what = "it is not the file that the package lists"
        yield _told(_broken(archive, what, info.filename), archive)


def _reread(path: Path, info: ZipInfo, kind: ArchiveKind, archive: Archive) -> Reread | None:
    """Return what reads a record of a WARC again, if that stands in the package as it is."""
    if info.compress_type != ZIP_STORED:
        return None

    def reread(place: int) -> Cut | None:
        with path.open("rb") as file:
            file.seek(info.header_offset + 26)
            name, extra = struct.unpack("<HH", file.read(4))
            file.seek(info.header_offset + 30 + name + extra + place)
            return archive.first(opened(_chunks(file), kind, archive.limits))

    return reread


def _but_last(file: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield the bytes of a file, after ``size`` of them the last: its checksum fails with that."""
    while size > 0 and (chunk := file.read(min(_PIECE, size))):
        size -= len(chunk)
        yield chunk
    yield from _chunks(file)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    return iter(partial(file.read, _CHUNK), b"")
