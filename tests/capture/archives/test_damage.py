"""Broken archives: what is whole comes out, what is not is told, nothing hangs or crashes."""

import gzip
import random
import zlib

import pytest

from recoupe.capture.archives import ArchiveKind
from recoupe.capture.limits import Limits
from recoupe.model import Capture
from tests.capture.archives.making import crawl, page, raw, read

PAGES = 8
SEEDS = 25
DAMAGES = ("flip", "cut", "insert", "delete", "double", "sprinkle", "zero", "swap")


def seeded(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same damage in every run


def kind_of(packed: bool) -> ArchiveKind:
    return "warc.gz" if packed else "warc"


def damaged(archive: bytes, how: str, chance: random.Random) -> tuple[bytes, int]:
    """Return an archive with damage done to it, and where that begins."""
    at, more = chance.randrange(len(archive)), chance.randrange(1, 3000)
    made = bytearray(archive)
    if how == "flip":
        made[at] ^= 1 << chance.randrange(8)
    elif how == "cut":
        del made[at:]
    elif how == "insert":
        made[at:at] = chance.randbytes(more)
    elif how == "delete":
        del made[at : at + more]
    elif how == "double":
        made[at:at] = made[max(0, at - more) : at]
    elif how == "zero":
        made[at : at + more] = bytes(len(made[at : at + more]))
    elif how == "swap":
        made[at:] = made[at + more :] + made[at : at + more]
    else:
        places = [chance.randrange(len(made)) for _ in range(20)]
        for place in places:
            made[place] = chance.randrange(256)
        at = min(places)
    return bytes(made), at


def ends(archive: bytes, packed: bool, captures: list[Capture]) -> list[int]:
    """Return where each capture's record ends in an archive that is whole."""
    members = [capture.records[-1].content for capture in captures]
    blocks = members if packed else [gzip.decompress(member) for member in members]
    return [archive.index(block) + len(block) for block in blocks]


@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
@pytest.mark.parametrize("how", DAMAGES)
def test_what_stands_before_damage_comes_out_whatever_the_damage(how: str, packed: bool) -> None:
    archive = crawl(PAGES, packed=packed)
    kind = kind_of(packed)
    whole, failed, _ = read(archive, kind)
    assert (len(whole), failed) == (PAGES, [])
    reached = ends(archive, packed, whole)
    for seed in range(SEEDS):
        broken, at = damaged(archive, how, seeded(f"{how} {seed}"))
        captures, failures, account = read(broken, kind)
        before = [one.sha256 for one, end in zip(whole, reached, strict=True) if end <= at]
        assert [one.sha256 for one in captures[: len(before)]] == before, seed
        assert "internal" not in {one.kind for one in failures}, seed
        assert account.held["broken"] == len(failures)


@pytest.mark.parametrize("how", DAMAGES)
def test_one_gzip_over_all_gives_what_can_be_unpacked_of_it(how: str) -> None:
    archive = gzip.compress(crawl(PAGES, packed=False))
    whole, _, _ = read(archive, "warc.gz")
    for seed in range(SEEDS):
        broken, at = damaged(archive, how, seeded(f"{how} {seed}"))
        good = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(archive[:at])
        captures, failures, _ = read(broken, "warc.gz")
        before = [one for one in whole if gzip.decompress(one.records[-1].content) in good]
        assert [one.sha256 for one in captures[: len(before)]] == [one.sha256 for one in before]
        assert "internal" not in {one.kind for one in failures}, seed


def test_a_broken_member_costs_itself_and_no_other() -> None:
    archive = crawl(PAGES)
    whole, _, _ = read(archive, "warc.gz")
    member = whole[3].records[-1].content
    at = archive.index(member) + len(member) // 2
    broken = archive[:at] + bytes([archive[at] ^ 0xFF]) + archive[at + 1 :]
    captures, failures, account = read(broken, "warc.gz")
    assert [one.sha256 for one in captures] == [
        one.sha256 for at, one in enumerate(whole) if at != 3
    ]
    assert [one.kind for one in failures] == ["malformed_input"]
    assert account.held["broken"] == 1


def test_a_member_that_was_cut_short_does_not_take_the_next_one_with_it() -> None:
    archive = crawl(PAGES)
    whole, _, _ = read(archive, "warc.gz")
    member = whole[3].records[-1].content
    at = archive.index(member) + len(member) // 2
    captures, failures, _ = read(archive[:at] + archive[at + len(member) // 3 :], "warc.gz")
    assert len(captures) == PAGES - 1
    assert len(failures) == 1


@pytest.mark.parametrize("wrong", [-50, 40, 4000, 10**15], ids=str)
@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
def test_a_wrong_length_costs_one_record(wrong: int, packed: bool) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(1)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: http://paper.example/wrong\r\nWARC-Date: 2022-05-05T10:00:00Z"
    )
    bad = raw(head, block, length=len(block) + wrong)
    good = crawl(2, packed=packed)
    archive = good + (gzip.compress(bad) if packed else bad) + good
    captures, failures, _ = read(archive, kind_of(packed))
    if packed or wrong < 10**9:  # through a pipe nobody knows how much is still to come
        assert len(captures) == 4
    assert len(captures) >= 2
    assert [one.kind for one in failures] == ["malformed_input"]
    assert "Content-Length" in failures[0].message


@pytest.mark.parametrize("packed", [True, False], ids=["members", "plain"])
def test_a_stretch_of_garbage_is_told_once(packed: bool) -> None:
    good = crawl(1, packed=packed)
    archive = good + seeded("5").randbytes(70_000) + good
    captures, failures, account = read(archive, kind_of(packed))
    assert len(captures) == 2
    assert len(failures) == account.held["broken"] == 1
    assert failures[0].input.startswith("own#")


@pytest.mark.parametrize(
    "head",
    [
        "WARC/1.0\r\nWARC-Type: response",
        "WARC/1.0\r\nX: " + "long " * 40_000,
        "WARC/1.0\r\nno field at all",
        "WARC/9.0\r\nWARC-Type: response",
    ],
    ids=["bare", "long", "none", "version"],
)
def test_odd_heads_break_no_more_than_their_record(head: str) -> None:
    odd = raw(head, b"words")
    captures, failures, _ = read(crawl(1, packed=False) + odd + crawl(1, packed=False), "warc")
    assert len(captures) == 2
    assert len(failures) <= 1


def test_a_bomb_in_a_member_fills_no_memory_and_costs_no_other() -> None:
    bomb = gzip.compress(bytes(30_000_000))
    captures, failures, _ = read(crawl(1) + bomb + crawl(1), "warc.gz")
    assert len(captures) == 2
    assert len(failures) == 1


def test_a_page_that_is_too_large_is_a_failure_that_names_the_limit() -> None:
    small = Limits(max_bytes=200_000)
    archive = crawl(1) + gzip.compress(_large(b"<html><body>" + b"word " * 100_000)) + crawl(1)
    captures, failures, _ = read(archive, "warc.gz", limits=small)
    assert len(captures) == 2
    assert [one.kind for one in failures] == ["too_large"]
    assert "RECOUPE_MAX_BYTES" in failures[0].message


def test_what_is_too_large_and_no_page_is_passed_over() -> None:
    film = _large(seeded("1").randbytes(1_000_000), "video/mp4")
    named = _large(seeded("2").randbytes(1_000_000), "text/html")
    for archive in (film + named, gzip.compress(film) + gzip.compress(named)):
        kind = kind_of(archive[:1] == b"\x1f")
        _, failures, account = read(archive, kind, limits=Limits(max_bytes=200_000))
        assert failures == []
        assert (account.held["media"], account.held["data"]) == (1, 1)


def _large(content: bytes, media_type: str = "text/html") -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:2>\r\n"
        "WARC-Target-URI: http://paper.example/large\r\nWARC-Date: 2022-05-05T10:00:00Z"
    )
    return raw(head, f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + content)
