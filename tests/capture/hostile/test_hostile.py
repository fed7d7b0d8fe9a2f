"""Every hostile case comes to what its row says: nothing hangs, and nothing is lost."""

from __future__ import annotations

import io
import re
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import fields
from datetime import date

import fastwarc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio import archiveiterator as warcio

from recoupe.article import to_article
from recoupe.capture import capture_inputs
from recoupe.capture.warc.heads import http_head
from recoupe.model import Capture, Declared, Failure
from tests.capture.hostile.answers import raw
from tests.capture.hostile.cases import CASES, Case
from tests.capture.hostile.server import Server

pytestmark = pytest.mark.usefixtures("names")
PATIENCE = 120.0
"""Seconds after which a case hangs, whatever its limit and however busy the machine."""


@pytest.fixture
def run(
    servers: tuple[Server, Server],
    secured: tuple[ssl.SSLContext, ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Case], Capture | Failure]:
    monkeypatch.setattr("recoupe.capture.asking.trusted", lambda: secured[1])

    def one(case: Case) -> Capture | Failure:
        for limit in fields(case.limits):
            value = str(getattr(case.limits, limit.name))
            monkeypatch.setenv(f"RECOUPE_{limit.name.upper()}", value)
        url = _address(case, servers[case.secured].port)
        found: list[Capture | Failure] = []

        def capture() -> None:
            found.extend(
                capture_inputs([url], declared=Declared(language="fr"), allow_private=False)
            )

        working = threading.Thread(target=capture, daemon=True)
        working.start()
        working.join(PATIENCE)
        assert not working.is_alive(), f"{case.name} hangs"
        [only] = found
        assert only.input == url
        return only

    return one


def _address(case: Case, port: int) -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return case.at.format(name=case.name, port=port, closed=free.getsockname()[1])


def test_there_are_enough_cases_each_of_its_own_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_case_comes_to_what_its_row_says(
    case: Case, run: Callable[[Case], Capture | Failure]
) -> None:
    found = run(case)
    if case.outcome is None:
        assert isinstance(found, Capture), found.message
        text = _text(found) if case.read else found.content.decode("utf-8", "replace")
        assert _in_order(case.words, text)
    else:
        assert isinstance(found, Failure), found
        assert found.kind == case.outcome, found.message
        assert found.message.startswith(found.input)
        assert _in_order(case.words, found.message), found.message
    answers = [record for record in found.records if record.type == "response"]
    assert len(answers) == case.answers
    _check_records(found)


def _text(capture: Capture) -> str:
    return to_article(capture, today=date(2026, 12, 31)).text


def _in_order(words: tuple[str, ...], text: str) -> bool:
    pattern = ".*".join(map(re.escape, words))
    return re.search(pattern, text, re.S) is not None


def _check_records(found: Capture | Failure) -> None:
    """What is kept is read back by warcio and fastwarc as it was, each pair in order."""
    for record in found.records:
        [block] = [
            (each.rec_headers.get_header("WARC-Record-ID"), each.raw_stream.read())
            for each in warcio.ArchiveIterator(io.BytesIO(record.content), no_record_parse=True)
        ]
        [same] = [
            (each.record_id, each.reader.read())
            for each in fastwarc.ArchiveIterator(io.BytesIO(record.content), parse_http=False)
        ]
        assert block == same
        assert block[0] == f"<{record.id}>"
        head = http_head(record)
        assert head is not None
        assert head.status == record.status
        _check_digests(record.content)
    pairs = list(zip(found.records[::2], found.records[1::2], strict=True))
    assert all(asked.concurrent_to == answer.id for asked, answer in pairs)
    if isinstance(found, Capture):
        assert found.record == found.records[-1].id


def _check_digests(content: bytes) -> None:
    stream = io.BytesIO(content)
    for read in warcio.ArchiveIterator(stream, verify_http=False, check_digests=True):
        read.raw_stream.read()
        assert read.digest_checker.passed, read.digest_checker.problems


def test_a_page_that_changes_is_captured_as_it_is_each_time(
    run: Callable[[Case], Capture | Failure],
) -> None:
    case = next(case for case in CASES if case.name == "changing")
    first, second = run(case), run(case)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.declared.url, len(first.records)) == (second.declared.url, len(second.records))
    assert first.sha256 != second.sha256
    assert first.record != second.record


def test_nothing_that_one_host_says_is_told_to_another(
    run: Callable[[Case], Capture | Failure], servers: tuple[Server, Server]
) -> None:
    run(next(case for case in CASES if case.name == "cookies"))
    servers[0].asked.clear()
    run(next(case for case in CASES if case.name == "in-utf-8"))
    heads = [head.lower() for _, head in servers[0].asked]
    assert heads
    for name in (b"cookie", b"referer", b"authorization", b"origin", b"if-none-match"):
        assert not any(b"\r\n" + name + b":" in head for head in heads)


STARTS = st.sampled_from(
    [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 404 No\r\n", b"HTTP/1.0 301 Moved\r\nLocation: ", b""]
)
ANY = st.binary(max_size=9)
PARTS = st.sampled_from(
    [
        *(b"\r\n", b"\r\n\r\n", b"Content-Length: 9\r\n", b"Transfer-Encoding: chunked\r\n"),
        *(b"Content-Encoding: gzip\r\n", b"5\r\nhello\r\n", b"0\r\n\r\n", b"\x1f\x8b\x08\x00"),
        *(b"<html><body><p>words</p>", b"\x00", b"http://", b"HTTP/1.1 103 Early\r\n"),
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.builds(lambda start, parts: start + b"".join(parts), STARTS, st.lists(PARTS | ANY)))
def test_whatever_bytes_a_server_sends_there_is_a_capture_or_a_failure(
    run: Callable[[Case], Capture | Failure], servers: tuple[Server, Server], sent: bytes
) -> None:
    servers[0].scripts["anything.test/page"] = raw(sent)
    found = run(Case("anything", raw(sent), None, ()))
    if isinstance(found, Failure):
        assert found.kind != "internal", found.message
    _check_records(found)
