"""An archive read in slices comes to the same as read whole, damaged or not."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b32encode
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from recoupe.capture.archives import Account, Accounts, ArchiveKind, archive_captures
from recoupe.capture.archives.places import Placed
from recoupe.capture.archives.records import Archive
from recoupe.capture.archives.slices import (
    ReadFrom,
    Slice,
    captures_of_package,
    captures_of_slice,
    slices_of,
)
from recoupe.capture.archives.streams import opened
from recoupe.capture.limits import Limits
from recoupe.errors import MalformedInputError, RecoupeError
from recoupe.model import Capture, Declared, Failure
from tests.capture.archives.making import Warc, chunked, crawl, page
from tests.capture.archives.test_damage import DAMAGES, damaged, kind_of, seeded

LIMITS = Limits()
ADDRESS = "http://paper.example/"


def read_from(archive: bytes, place: int) -> Iterator[bytes]:
    return chunked(archive[place:], 700)


def nothing(_number: int) -> RecoupeError | None:
    return None


def whole(archive: bytes, kind: ArchiveKind, path: Path) -> tuple[list[Capture | Failure], Account]:
    """Return what reading an archive from its first byte to its last gives."""
    path.write_bytes(archive)
    accounts = Accounts()
    found = archive_captures(
        chunked(archive, 700),
        "own",
        kind,
        path=path,
        declared=Declared(),
        limits=LIMITS,
        accounts=accounts,
    )
    return list(found), accounts.of["own"]


def sliced(archive: bytes, kind: ArchiveKind, most: int) -> tuple[list[Placed], Account, int]:
    """Return what reading it slice by slice gives, the last slice first, and how many there are."""
    source: ReadFrom = partial(read_from, archive)
    parts = slices_of(source, kind, len(archive), most=most, limits=LIMITS)
    account = Account()
    found: list[Placed] = []
    for part in reversed(parts):
        own = list(slice_of(archive, kind, part, account))
        found[:0] = own
    return found, account, len(parts)


def slice_of(archive: bytes, kind: ArchiveKind, part: Slice, account: Account) -> Iterator[Placed]:
    return captures_of_slice(
        partial(read_from, archive),
        "own",
        kind,
        part,
        len(archive),
        limits=LIMITS,
        account=account,
        begun=nothing,
    )


def again(archive: bytes, kind: ArchiveKind, found: Placed) -> Capture | Failure:
    """Return what the bytes of one record, and what stands around it, come to."""
    assert found.offset is not None
    assert found.length is not None
    assert found.first is not None
    part = archive[found.offset : found.offset + found.length]
    alone = Archive("own", Declared(), LIMITS, Account(), number=found.first - 1)
    items = alone.placed(opened(chunked(part, 700), kind, LIMITS, len(part)), None)
    return next(one.item for one in items if one.record == found.record)


@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
@pytest.mark.parametrize("most", [1, 900, 4000, 10**9])
def test_slices_come_to_the_same_as_the_whole(packed: bool, most: int, tmp_path: Path) -> None:
    archive, kind = crawl(12, packed=packed), kind_of(packed)
    items, account = whole(archive, kind, tmp_path / "own")
    found, own, parts = sliced(archive, kind, most)
    assert [one.item for one in found] == items
    assert (own.held, own.records) == (account.held, account.records)
    assert (parts == 1) == (most == 10**9)


@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
def test_each_capture_can_be_made_again_from_its_own_bytes(packed: bool) -> None:
    archive, kind = crawl(6, packed=packed), kind_of(packed)
    found, _, _ = sliced(archive, kind, 900)
    assert len(found) == 6
    for one in found:
        assert again(archive, kind, one) == one.item
        assert isinstance(one.item, Capture)
        assert [record.type for record in one.item.records] == ["request", "response"]


def test_slices_stand_beside_each_other_and_part_no_exchange() -> None:
    archive = crawl(20)
    parts = slices_of(partial(read_from, archive), "warc.gz", len(archive), most=1, limits=LIMITS)
    assert parts[0].start == 0
    assert [one.stop for one in parts] == [*(one.start for one in parts[1:]), len(archive)]
    assert [one.last for one in parts] == [*(one.first - 1 for one in parts[1:]), None]
    for part in parts:
        types = [
            record.type
            for one in slice_of(archive, "warc.gz", part, Account())
            if isinstance(one.item, Capture)
            for record in one.item.records
        ]
        assert types in ([], ["request", "response"])


@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
@pytest.mark.parametrize("how", DAMAGES)
def test_damage_costs_the_same_in_slices(how: str, packed: bool, tmp_path: Path) -> None:
    kind = kind_of(packed)
    archive = crawl(8, packed=packed)
    for seed in range(12):
        broken, _ = damaged(archive, how, seeded(f"slices {how} {seed}"))
        items, account = whole(broken, kind, tmp_path / "own")
        found, own, _ = sliced(broken, kind, 1500)
        assert [one.item for one in found] == items, seed
        assert own.held == account.held, seed


def digest_of(content: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()


def revisiting() -> bytes:
    """Return an archive in which pages are met again far behind, and once before they are there."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    made = Warc()
    for number in (*range(6), 2):
        made.answer(f"{ADDRESS}{number}", page(number), asked=True)
        made.answer(f"{ADDRESS}{number}.css", page(number), "text/css")  # the same digest, no page
    for number in (7, 3, 0, 3):
        told = {"Payload_Digest": digest_of(page(number)), "Profile": "identical-payload-digest"}
        made.other("revisit", f"{ADDRESS}again/{number}", head, "application/http", **told)
    made.answer(f"{ADDRESS}7", page(7))
    return made.made


@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
@pytest.mark.parametrize("most", [1, 2000])
def test_revisits_find_pages_in_other_slices(packed: bool, most: int, tmp_path: Path) -> None:
    archive = revisiting() if packed else gzip.decompress(revisiting())
    items, account = whole(archive, kind_of(packed), tmp_path / "own")
    found, own, parts = sliced(archive, kind_of(packed), most)
    assert parts > 2
    assert [one.item for one in found] == items
    assert own.held == account.held
    assert account.held["known"] == 3
    known = [one for one in found if one.original is not None]
    assert len(known) == 3
    for one in known:
        assert one.original is not None
        assert archive[one.original :].startswith(b"\x1f\x8b" if packed else b"WARC/")


def test_a_record_that_is_not_to_be_looked_into_is_a_failure_and_others_are_read() -> None:
    archive = crawl(3)
    [part] = slices_of(
        partial(read_from, archive), "warc.gz", len(archive), most=9**9, limits=LIMITS
    )
    told: list[int] = []

    def without(number: int) -> RecoupeError | None:
        told.append(number)
        return MalformedInputError("is left out", where=f"own#{number}") if number == 5 else None

    found = list(
        captures_of_slice(
            partial(read_from, archive),
            "own",
            "warc.gz",
            part,
            len(archive),
            limits=LIMITS,
            account=Account(),
            begun=without,
        )
    )
    assert told == list(range(1, 11))
    assert [(one.record, isinstance(one.item, Failure)) for one in found] == [
        (2, False),
        (5, True),
        (8, False),
    ]


def test_one_gzip_over_all_is_one_slice(tmp_path: Path) -> None:
    archive = gzip.compress(crawl(5, packed=False))
    items, _ = whole(archive, "warc.gz", tmp_path / "own")
    found, _, parts = sliced(archive, "warc.gz", 1)
    assert parts == 1
    assert [one.item for one in found] == items
    assert {one.offset for one in found} == {None}


def test_a_package_is_one_slice_of_its_records(tmp_path: Path) -> None:
    from zipfile import ZipFile

    path = tmp_path / "own.wacz"
    with ZipFile(path, "w") as package:
        package.writestr("archive/a.warc.gz", crawl(2))
        package.writestr("archive/b.warc.gz", crawl(1))
    items, account = whole(path.read_bytes(), "wacz", path)
    own = Account()
    found = list(captures_of_package(path, "own", limits=LIMITS, account=own, begun=nothing))
    assert [one.item for one in found] == items
    assert [one.record for one in found] == [2, 5, 9]
    assert own.held == account.held
