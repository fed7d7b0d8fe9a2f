"""A casefile's proofs of time: kept, listed, verified, handed to other programs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from recoupe.capture.proving import rfc3161
from recoupe.filing.proving import (
    complete,
    files,
    proved,
    stamp_with_authority,
    stamp_with_calendars,
)
from recoupe.store import Casefile, new_casefile
from recoupe.store.verification import verify
from tests.capture.proving.authorities import Authority, Calendar, authority, calendar
from tests.store.building import report
from tests.store.tampering import unguarded

__all__ = ["authority", "calendar"]
ME = "Ana"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with new_casefile(str(tmp_path / "case"), author=ME) as made:
        made.add_report(*report(), author=ME)
        yield made


def test_the_head_of_the_log_is_stamped_and_the_log_goes_on(
    case: Casefile, authority: Authority
) -> None:
    head = case.log_head()
    assert head is not None
    proof = stamp_with_authority(case, authority.url, author=ME, allow_private=True)
    assert proof.sha256 == head.hash
    newest = case.log_head()
    assert newest is not None
    assert (newest.number, newest.action, newest.subject) == (head.number + 1, "proof", proof.id)
    (one,) = proved(case)
    assert (one.proof.id, one.proof.line, one.signer) == (
        proof.id,
        head.number,
        "CN=Clock of the tests",
    )
    roots = rfc3161.certificates(authority.root)
    found = verify(case.database, case.vault, roots=roots)
    assert found.clean
    assert found.checked["proofs of time"] == 1
    assert not any("tsa-root" in note for note in found.notes)
    assert any("--tsa-root" in note for note in case.verify().notes)


def test_a_calendar_is_asked_again_until_it_has_the_block(
    case: Casefile, calendar: Calendar
) -> None:
    first = stamp_with_calendars(case, [calendar.url], author=ME, allow_private=True)
    assert list(complete(case, author=ME, allow_private=True)) == []
    calendar.known = True
    (more,) = complete(case, author=ME, allow_private=True)
    assert more.sha256 == first.sha256
    assert list(complete(case, author=ME, allow_private=True)) == []
    waiting, whole = proved(case)
    assert (waiting.blocks, waiting.promised) == ((), (calendar.url,))
    assert [block.height for block in whole.blocks] == [735_000]
    assert case.verify().clean


def test_openssl_checks_the_files_without_us(
    case: Casefile, authority: Authority, tmp_path: Path
) -> None:
    stamp_with_authority(case, authority.url, author=ME, allow_private=True)
    for name, content in files(case):
        (tmp_path / name).write_bytes(content)
    (one,) = proved(case)
    command = one.command.replace("ROOT.pem", str(authority.root)).split()
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Verification: OK" in told.stdout + told.stderr
    (tmp_path / one.stem).write_bytes(b"another line")
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode != 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE proofs SET made_at = '2020-01-01T00:00:00+00:00'", "was altered"),
        ("UPDATE proofs SET token = X'00'", "is no response"),
        ("DELETE FROM proofs", "is not there"),
        ("UPDATE proofs SET sha256 = substr(sha256, 2) || '0'", "which no line of the log has"),
    ],
)
def test_a_tampered_proof_is_named(
    case: Casefile, authority: Authority, change: str, told: str
) -> None:
    stamp_with_authority(case, authority.url, author=ME, allow_private=True)
    with unguarded(case) as connection:
        connection.execute(text(change))
    said = [f"{one.where}: {one.what}" for one in case.verify().problems]
    assert any(told in one for one in said), said


def test_a_log_written_anew_after_the_stamp_is_named(case: Casefile, authority: Authority) -> None:
    """The token is for a line that is no longer there, whatever else was made to fit."""
    stamp_with_authority(case, authority.url, author=ME, allow_private=True)
    with unguarded(case) as connection:
        connection.execute(text("UPDATE audit_log SET hash = 'f' || substr(hash, 2)"))
    said = [one.what for one in case.verify().problems]
    assert any("the log was written anew" in one for one in said)
