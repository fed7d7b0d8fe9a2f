"""Damaged files, cut and rewritten logs: found and named, and never a trace."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from recoupe.errors import StoreError, UsageError
from recoupe.model import Draft, make_capture
from recoupe.store import Casefile, chain, new_casefile, open_casefile, schema
from recoupe.store.records import LogEntry, Verification
from tests.store.building import WHEN, report
from tests.store.tampering import filled, lines, unguarded


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a casefile with some of everything in it, for tests to copy."""
    folder = tmp_path_factory.mktemp("whole") / "case"
    filled(str(folder)).close()
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return Path(shutil.copytree(whole, tmp_path / "case"))


def verified(folder: Path, head: str | None = None) -> Verification:
    with open_casefile(str(folder)) as casefile:
        return casefile.verify(head=head)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "captures").glob("*/*") if path.name[0] != ".")


def said(folder: Path) -> list[str]:
    return lines(verified(folder).problems)


def where(path: Path) -> str:
    return f"captures/{path.parent.name}/{path.name}"


# Captured bytes


def test_an_altered_byte_of_a_capture_is_named(folder: Path) -> None:
    path = files(folder)[1]
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert said(folder) == [f"{where(path)}: does not have its hash: it was altered"]


def test_a_capture_that_was_cut_or_emptied_is_named(folder: Path) -> None:
    cut, emptied = files(folder)[:2]
    os.truncate(cut, 10)
    os.truncate(emptied, 0)
    assert said(folder) == [
        f"{where(path)}: does not have its hash: it was altered" for path in (cut, emptied)
    ]


def test_a_capture_that_is_gone_is_named(folder: Path) -> None:
    path = files(folder)[0]
    path.unlink()
    assert said(folder) == [f"{where(path)}: is not there, though a capture names it"]


def test_swapped_captures_are_both_named(folder: Path) -> None:
    one, other = files(folder)[:2]
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    assert said(folder) == [
        f"{where(path)}: does not have its hash: it was altered" for path in (one, other)
    ]


def test_a_folder_in_the_place_of_a_capture_is_named(folder: Path) -> None:
    path = files(folder)[0]
    path.unlink()
    path.mkdir()
    assert said(folder) == [f"{where(path)}: cannot be read: Is a directory"]


def test_no_captures_at_all_are_named_and_the_rest_is_counted(folder: Path) -> None:
    number = len(files(folder))
    shutil.rmtree(folder / "captures")
    assert len(said(folder)) == number


def test_what_an_interrupted_add_left_is_no_problem_and_is_counted(folder: Path) -> None:
    for content in (b"one", b"two", b"\xff"):
        capture = make_capture(content, source="-", media_type="text/plain", captured_at=WHEN)
        with open_casefile(str(folder)) as casefile:
            casefile.vault.put(capture.sha256, content)
    shelf = files(folder)[0].parent
    (shelf / f".{shelf.name}00.0f.part").write_bytes(b"half")
    found = verified(folder)
    assert found.clean
    assert found.checked["bytes without a capture"] == 3
    assert found.checked["unfinished files"] == 1


def test_bytes_in_a_server_are_checked_too(postgresql: str) -> None:
    with filled(postgresql) as casefile:
        hashes = sorted(
            line.detail["sha256"] for line in casefile.log() if line.action == "capture"
        )
        with unguarded(casefile) as connection:
            for statement in (
                "UPDATE captured_bytes SET content = content || 'x' WHERE sha256 = :altered",
                "DELETE FROM captured_bytes WHERE sha256 = :lost",
                "INSERT INTO captured_bytes VALUES (encode(sha256('a'), 'hex'), 'a')",
            ):
                asked = text(statement)
                needed = {"altered": hashes[0], "lost": hashes[1]}
                connection.execute(asked, {name: needed[name] for name in asked.compile().params})
        found = casefile.verify()
    told = lines(found.problems)
    assert told[0] == f"captured_bytes {hashes[0]}: does not have its hash: it was altered"
    assert any(line.startswith(f"captured_bytes {hashes[1]}: is not there") for line in told)
    assert any("bytes is" in line for line in told)
    assert len(told) == 3
    assert found.checked["bytes without a capture"] == 1


# The log, by somebody who writes all of it anew


def rewrite(casefile: Casefile, entries: list[LogEntry]) -> None:
    """Put these lines in the place of the log, each with the hashes it is to have."""
    last = chain.START
    rows = []
    for number, entry in enumerate(entries, 1):
        line = replace(entry, number=number, previous=last)
        last = chain.line_hash(line)
        rows.append(asdict(replace(line, hash=last)))
    with unguarded(casefile) as connection:
        connection.execute(schema.audit_log.delete())
        connection.execute(schema.audit_log.insert(), rows)


def test_a_cut_log_is_found_with_a_head_that_was_noted(case: str) -> None:
    with filled(case) as casefile:
        noted = casefile.verify().head
        with unguarded(casefile) as connection:
            connection.execute(text("DELETE FROM reviews WHERE number = 3"))
            connection.execute(
                text("DELETE FROM audit_log WHERE number = (SELECT max(number) FROM audit_log)")
            )
        assert casefile.verify().clean  # a note changes no row, so nothing shows it
        told = lines(casefile.verify(head=noted).problems)
    assert told == [
        f"audit_log: the head that was noted ({noted}) is not in it: the log was cut, or written "
        "anew"
    ]


def test_a_log_written_anew_is_found_with_a_head_that_was_noted(case: str) -> None:
    with filled(case) as casefile:
        entries = list(casefile.log())
        noted = entries[-1].hash
        rewrite(casefile, [replace(entry, author="nobody") for entry in entries])
        assert casefile.verify().clean
        assert not casefile.verify(head=noted).clean


def test_a_head_stays_good_whatever_is_added(case: str) -> None:
    with filled(case) as casefile:
        noted = casefile.verify().head
        casefile.add_report(*report("https://paper.example/9"), author="desk")
        found = casefile.verify(head=noted.upper())
        assert found.clean
        assert found.head != noted


@pytest.mark.parametrize("head", ["", "abc", "g" * 64])
def test_a_head_that_is_no_hash_is_refused(folder: Path, head: str) -> None:
    with pytest.raises(UsageError, match="give all 64 digits"):
        verified(folder, head)


def test_a_log_of_another_length_never_prints_a_million_lines(folder: Path) -> None:
    with open_casefile(str(folder)) as casefile:
        for number in range(40):
            casefile.note_export(f"e{number}", {}, author="desk")
        with unguarded(casefile) as connection:
            connection.execute(text("UPDATE audit_log SET at = '2020' WHERE action = 'export'"))
        told = lines(casefile.verify().problems)
    assert len(told) == 21
    assert told[-1].startswith("audit_log: and 20 more like these")


# The database file


def content_of(folder: Path) -> dict[str, list[Any]]:
    """Return every row of every table as plain SQLite reads it, but for jobs."""
    connection = sqlite3.connect(folder / "casefile.db")
    connection.text_factory = bytes
    try:
        asked = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = [bytes(name).decode() for (name,) in connection.execute(asked)]
        names = [name for name in names if name != "jobs" and "_words_" not in name]
        return {
            name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}")))  # noqa: S608
            for name in names
        }
    finally:
        connection.close()


def outcome(folder: Path) -> str:
    """Return what verification makes of a casefile: the first problem, or the error that it is."""
    try:
        found = verified(folder)
    except StoreError as error:
        return f"{type(error).__name__}: {error}"
    return "" if found.clean else lines(found.problems)[0]


PAGE = 4096


def test_a_page_of_nothing_is_found(folder: Path) -> None:
    database = folder / "casefile.db"
    pages = database.stat().st_size // PAGE
    silent = []
    for page in range(0, pages, 4):
        shutil.copy(database, folder / "kept")
        with database.open("r+b") as stream:
            stream.seek(page * PAGE)
            stream.write(b"\0" * PAGE)
        if not outcome(folder):
            silent.append(page)
        for left in folder.glob("casefile.db-*"):
            left.unlink()
        shutil.move(folder / "kept", database)
    assert silent == []


@pytest.mark.parametrize("seed", range(6))
def test_a_flipped_bit_is_found_or_alters_nothing(folder: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - not a secret
    database = folder / "casefile.db"
    before = content_of(folder)
    original = database.read_bytes()
    used = [at for at, byte in enumerate(original) if byte]
    for _ in range(10):
        flipped = bytearray(original)
        at = rng.choice(used)
        flipped[at] ^= 1 << rng.randrange(8)
        database.write_bytes(flipped)
        if not outcome(folder):
            assert content_of(folder) == before, f"byte {at}"
        for left in folder.glob("casefile.db-*"):
            left.unlink()


def test_a_cut_file_is_found(folder: Path) -> None:
    database = folder / "casefile.db"
    os.truncate(database, database.stat().st_size // 2)
    assert outcome(folder)


def test_a_cut_log_of_writes_leaves_an_earlier_whole_casefile(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    with open_casefile(str(folder)) as casefile:
        noted = casefile.verify().head
        casefile.add_report(*report("https://paper.example/9"), author="desk")
        newest = casefile.verify().head
        shutil.copytree(folder, copy)
    (copy / "casefile.db-shm").unlink()
    log = copy / "casefile.db-wal"
    os.truncate(log, log.stat().st_size - 100)
    assert verified(copy, noted).clean
    assert not verified(copy, newest).clean


def test_a_guard_that_was_taken_away_is_named(case: str) -> None:
    with new_casefile(case, author="desk") as casefile:
        on = "" if casefile.database.on_sqlite else " ON reviews"
        with casefile.database.writing() as connection:
            connection.execute(text(f"DROP TRIGGER reviews_keeps_delete{on}"))
        assert lines(casefile.verify().problems) == [
            "trigger reviews_keeps_delete: is not there: somebody took the guard away"
        ]


def test_others_may_write_meanwhile(case: str) -> None:
    seen = []
    with filled(case) as casefile, open_casefile(case) as other:
        from recoupe.store.verification import verify

        def write(what: str, number: int) -> None:
            if what == "captures" and not any(name == what for name, _ in seen):
                other.add_report(*report("https://paper.example/8"), author="other")
                first, *_ = other.readings()
                figure = first.reading.figures[0]
                other.add_review(Draft("note", "figure", figure.id, "other", "a note"))
            seen.append((what, number))

        found = verify(casefile.database, casefile.vault, progress=write)
        assert found.clean, found.problems
        assert found.checked["articles"] == 4
        assert casefile.verify().checked["articles"] == 5


def test_an_empty_casefile_is_clean(case: str) -> None:
    with new_casefile(case, author="desk") as casefile:
        assert casefile.verify().clean


def test_a_casefile_that_may_only_be_read_is_verified(folder: Path) -> None:
    before = content_of(folder)
    folder.chmod(0o500)
    try:
        assert verified(folder).clean
    finally:
        folder.chmod(0o700)
    assert content_of(folder) == before
