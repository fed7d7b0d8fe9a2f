"""Proofs of time: asked for with a hash alone, checked without anybody, refused when not right."""

from __future__ import annotations

import hashlib
import socket
from contextlib import closing
from pathlib import Path

import pytest

from recoupe.capture.proving import opentimestamps, rfc3161
from recoupe.errors import (
    ForbiddenAddressError,
    HttpStatusError,
    ProofError,
    UnreachableError,
    UsageError,
)
from tests.capture.proving.authorities import Authority, Calendar, new_authority, root_of

LINE = b'["one line of a log, and a name that nobody must know"]'
SHA256 = hashlib.sha256(LINE).hexdigest()

# An authority (RFC 3161)


def test_a_token_says_what_when_and_who(authority: Authority) -> None:
    token = rfc3161.stamped(LINE, authority.url, allow_private=True)
    said = rfc3161.read(token, where="here")
    assert said.sha256 == SHA256
    assert said.at.endswith("+00:00")
    assert said.signer == "CN=Clock of the tests"
    rfc3161.check(token, SHA256, rfc3161.certificates(authority.root), where="here")


def test_nothing_but_the_hash_is_sent(authority: Authority) -> None:
    rfc3161.stamped(LINE, authority.url, allow_private=True)
    (sent,) = authority.seen
    assert bytes.fromhex(SHA256) in sent
    assert b"nobody" not in sent


def test_a_token_signed_under_another_root_does_not_hold(
    authority: Authority, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    token = rfc3161.stamped(LINE, authority.url, allow_private=True)
    roots = rfc3161.certificates(new_authority(other).root)
    with pytest.raises(ProofError, match="does not hold"):
        rfc3161.check(token, SHA256, roots, where="here")


def test_a_token_for_something_else_does_not_hold(authority: Authority) -> None:
    token = rfc3161.stamped(LINE, authority.url, allow_private=True)
    other = hashlib.sha256(b"other").hexdigest()
    with pytest.raises(ProofError, match="does not hold"):
        rfc3161.check(token, other, rfc3161.certificates(authority.root), where="here")


def test_an_answer_given_before_is_refused(authority: Authority) -> None:
    authority.answers = rfc3161.stamped(LINE, authority.url, allow_private=True)
    with pytest.raises(ProofError, match="old answer"):
        rfc3161.stamped(LINE, authority.url, allow_private=True)
    with pytest.raises(ProofError, match="something else"):
        rfc3161.stamped(b"other", authority.url, allow_private=True)


@pytest.mark.parametrize("answer", [b"", b"sorry", b"\x30\x03\x02\x01\x02"])
def test_what_is_no_token_is_refused(authority: Authority, answer: bytes) -> None:
    authority.answers = answer
    with pytest.raises(ProofError):
        rfc3161.stamped(LINE, authority.url, allow_private=True)


def test_a_server_that_refuses_is_told(authority: Authority) -> None:
    authority.status = 403
    with pytest.raises(HttpStatusError, match="403"):
        rfc3161.stamped(LINE, authority.url, allow_private=True)


def test_a_private_address_is_refused_unless_it_is_allowed(authority: Authority) -> None:
    with pytest.raises(ForbiddenAddressError):
        rfc3161.stamped(LINE, authority.url)
    assert authority.seen == []


def test_a_file_without_certificates_is_told(tmp_path: Path) -> None:
    path = tmp_path / "root.pem"
    path.write_text("none")
    with pytest.raises(UsageError, match="holds no certificates"):
        rfc3161.certificates(path)
    with pytest.raises(UsageError, match="holds no certificates"):
        rfc3161.certificates(tmp_path / "missing.pem")


# Calendars (OpenTimestamps)


def test_a_calendar_promises_and_later_has_the_block(calendar: Calendar) -> None:
    proof = opentimestamps.stamped(SHA256, [calendar.url], allow_private=True)
    said = opentimestamps.read(proof, where="here")
    assert said == opentimestamps.Commitment(SHA256, (calendar.url,), ())
    assert calendar.seen == [bytes.fromhex(SHA256)]
    assert opentimestamps.completed(proof, where="here", allow_private=True) == proof
    calendar.known = True
    whole = opentimestamps.completed(proof, where="here", allow_private=True)
    (block,) = opentimestamps.read(whole, where="here").blocks
    assert (block.height, block.root) == (735_000, root_of(bytes.fromhex(SHA256)))


def test_one_calendar_that_answers_is_enough(calendar: Calendar) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        gone = f"http://127.0.0.1:{taken.getsockname()[1]}"
    proof = opentimestamps.stamped(SHA256, [gone, calendar.url], allow_private=True)
    assert opentimestamps.read(proof, where="here").promised == (calendar.url,)
    with pytest.raises(UnreachableError):
        opentimestamps.stamped(SHA256, [gone], allow_private=True)


def test_no_calendar_at_all_is_told() -> None:
    with pytest.raises(UsageError, match="no calendar is named"):
        opentimestamps.stamped(SHA256, [])


@pytest.mark.parametrize("cut", [0, 1, 31, 40, -1])
def test_a_broken_proof_is_told(calendar: Calendar, cut: int) -> None:
    proof = opentimestamps.stamped(SHA256, [calendar.url], allow_private=True)
    with pytest.raises(ProofError, match="is no proof"):
        opentimestamps.read(proof[:cut], where="here")
    with pytest.raises(ProofError, match="is no proof"):
        opentimestamps.read(proof + b"more", where="here")
