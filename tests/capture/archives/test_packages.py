"""Packages of web archives: whole, broken, packed, and told falsely."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

from recoupe.capture.archives import Account, Accounts, archive_captures, archive_kind
from recoupe.capture.limits import Limits
from recoupe.model import Capture, Declared, Failure
from tests.capture.archives.making import crawl


def package(
    warcs: dict[str, bytes], *, way: int = zipfile.ZIP_STORED, false: bool = False
) -> bytes:
    """Return a package of WARCs; with ``false``, it tells hashes that are not theirs."""
    out = io.BytesIO()
    told = [
        {
            "path": name,
            "hash": "sha256:" + hashlib.sha256(content + b"x" * false).hexdigest(),
            "bytes": len(content),
        }
        for name, content in warcs.items()
    ]
    with zipfile.ZipFile(out, "w") as made:
        for name, content in warcs.items():
            made.writestr(name, content, way)
        made.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages"}\n')
        made.writestr("datapackage.json", json.dumps({"resources": told}))
    return out.getvalue()


def read(
    content: bytes, tmp_path: Path, *, piped: bool = False
) -> tuple[list[Capture], list[Failure], Account]:
    path = tmp_path / "own.wacz"
    path.write_bytes(content)
    accounts = Accounts()
    found = list(
        archive_captures(
            iter((content,)),
            "own",
            "wacz",
            path=None if piped else path,
            declared=Declared(),
            limits=Limits(),
            accounts=accounts,
        )
    )
    captures = [one for one in found if isinstance(one, Capture)]
    failures = [one for one in found if isinstance(one, Failure)]
    return captures, failures, accounts.of["own"]


TWO = {"archive/b.warc.gz": crawl(3), "archive/a.warc": crawl(2, packed=False)}


def test_all_warcs_of_a_package_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for way in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for piped in (False, True):
            captures, failures, account = read(package(TWO, way=way), tmp_path, piped=piped)
            assert failures == []
            assert [one.input for one in captures] == [
                "own#2",
                "own#5",
                "own#9",
                "own#12",
                "own#15",
            ]
            assert account.records == 7 + 10


def test_a_package_is_told_by_its_first_file_or_its_name() -> None:
    content = package(TWO)
    assert archive_kind(content[:1000], "own") == "wacz"
    assert archive_kind(b"PK\x03\x04" + bytes(40), "own.wacz") == "wacz"


def test_what_a_package_tells_falsely_is_told(tmp_path: Path) -> None:
    captures, failures, account = read(package(TWO, false=True), tmp_path)
    assert len(captures) == 5
    assert [one.kind for one in failures] == ["malformed_input"] * 2
    assert "archive/b.warc.gz" in failures[1].message
    assert account.held["broken"] == 2


def test_records_are_found_in_a_package_without_a_table_of_contents(tmp_path: Path) -> None:
    content = package(TWO)
    captures, failures, _ = read(content[: len(content) - 300], tmp_path)
    assert len(captures) == 3  # what is in gzip members can be found
    assert "table of contents" in failures[0].message


def test_a_broken_warc_costs_no_other_in_its_package(tmp_path: Path) -> None:
    content = package(TWO)
    at = content.index(b"archive/a.warc") + 1500
    captures, failures, _ = read(
        content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :], tmp_path
    )
    assert len(captures) >= 4
    assert any("archive/a.warc" in one.message for one in failures)


def test_a_bomb_in_a_package_is_refused(tmp_path: Path) -> None:
    bomb = package({"archive/a.warc": bytes(20_000_000)}, way=zipfile.ZIP_DEFLATED)
    captures, failures, _ = read(bomb, tmp_path)
    assert (captures, [one.kind for one in failures]) == ([], ["too_large"])


def test_a_package_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    for content in (package({}), b"PK\x03\x04", b"PK\x05\x06" + bytes(18)):
        captures, failures, _ = read(content, tmp_path)
        assert captures == []
        assert [one.kind for one in failures] == ["malformed_input"]
