"""Disks that are full or read only, locks, damage and servers that go away: clear, nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import psycopg
import pytest

from recoupe.cli.main import main
from recoupe.errors import (
    CasefileBusyError,
    CasefileDamagedError,
    RecoupeError,
    StorageFullError,
    StoreError,
)
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.records import Verification
from tests.store.building import report
from tests.store.contents import contents
from tests.store.disks import BARS, WAYS, Bar, Way, may_mount, small_disk, without_permission

ME = "me"
PAGE = 4096


def filled(case: str, reports: int = 3) -> None:
    with new_casefile(case, author=ME) as casefile:
        for number in range(reports):
            casefile.add_report(*report(f"https://paper.example/{number}"), author=ME)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a casefile with three reports."""
    filled(str(tmp_path / "case"))
    return tmp_path / "case"


def add_one(case: str) -> None:
    with open_casefile(case) as casefile:
        casefile.add_report(*report("https://paper.example/new"), author=ME)


def whole(casefile: Casefile) -> int:
    """Return how many reports there are, after reading back everything that is kept."""
    readings = list(casefile.readings(latest=False))
    for one in readings:
        article = one.reading.article
        assert casefile.capture(article.capture.sha256).content.decode() == article.text
    assert casefile.verify().clean
    return len(readings)


# A disk that is full


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a small disk, where one can be mounted, else any that everybody may enter."""
    with tempfile.TemporaryDirectory() as name:  # others may not enter those of pytest
        folder = Path(name)
        with small_disk(folder) if may_mount() else nullcontext():
            folder.chmod(0o755)
            yield folder


@pytest.mark.parametrize("way", WAYS)
def test_a_full_disk_loses_nothing(disk: Path, way: Way) -> None:
    case = str(disk / "case")
    filled(case)
    with open_casefile(case) as casefile:
        before = contents(casefile)
        with way(casefile):
            long = report("https://paper.example/long", quote="Never. " * 20_000)
            with pytest.raises(StorageFullError, match="what was written before is whole"):
                casefile.add_report(*long, author=ME)
        assert {**contents(casefile), "bytes": before["bytes"]} == before
        assert whole(casefile) == 3
        assert casefile.add_report(*long, author=ME).outcome == "new"
        assert whole(casefile) == 4


# A folder that may only be read


@pytest.mark.parametrize("barred", BARS)
def test_a_casefile_that_may_not_be_written_is_read(disk: Path, barred: Bar) -> None:
    case = disk / "case"
    filled(str(case))
    with open_casefile(str(case)) as casefile:
        before = (whole(casefile), casefile.status(), contents(casefile))  # imports what it needs
    with barred(case), open_casefile(str(case)) as casefile:
        assert (whole(casefile), casefile.status(), contents(casefile)) == before
        review = Draft("note", "report", next(casefile.reports()).id, ME, "read it")
        for write in (
            lambda: casefile.add_report(*report("https://paper.example/new"), author=ME),
            lambda: casefile.add_review(review),
        ):
            with pytest.raises(StorageFullError, match="may not be written to"):
                write()
        with pytest.raises(StorageFullError, match="may not be written to"):
            new_casefile(str(disk / "case" / "other"), author=ME)
    assert sorted(path.name for path in case.iterdir()) == ["captures", "casefile.db"]


def test_a_casefile_that_somebody_writes_is_read_by_who_may_not(disk: Path) -> None:
    case = disk / "case"
    filled(str(case))
    with open_casefile(str(case)) as writer:
        writer.add_report(*report("https://paper.example/late"), author=ME)
        with without_permission(case), open_casefile(str(case)) as reader:
            assert whole(reader) == 4


def test_writes_that_wait_in_a_log_are_not_passed_over(disk: Path) -> None:
    case = disk / "case"
    filled(str(case))
    copy = disk / "copy"
    with open_casefile(str(case)) as casefile:
        casefile.add_report(*report("https://paper.example/late"), author=ME)
        shutil.copytree(case, copy)  # as a sudden end would leave it
    (copy / "casefile.db-shm").unlink()
    with (
        without_permission(copy),
        pytest.raises(StorageFullError, match=r"last writes.*copy the whole folder"),
    ):
        open_casefile(str(copy))
    with open_casefile(str(copy)) as casefile:
        assert whole(casefile) == 4


# A lock that another program holds

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(folder: Path, *statements: str) -> Iterator[Callable[[], None]]:
    """Hold a lock in another process; what is given lets it go."""
    command = [sys.executable, "-c", HOLD, str(folder / "casefile.db"), *statements]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        yield other.stdin.close
        other.stdin.close()
    assert other.returncode == 0


@pytest.mark.process
@pytest.mark.parametrize(
    "how",
    [
        ("BEGIN EXCLUSIVE",),
        ("BEGIN IMMEDIATE", "DELETE FROM jobs"),
        ("PRAGMA locking_mode=EXCLUSIVE", "BEGIN IMMEDIATE"),
    ],
)
def test_a_lock_that_stays_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, how: tuple[str, ...]
) -> None:
    monkeypatch.setenv("RECOUPE_LOCK_SECONDS", "0.1")
    with held(folder, *how), pytest.raises(CasefileBusyError, match="another program") as told:
        add_one(str(folder))
    assert told.value.retryable
    with open_casefile(str(folder)) as casefile:
        assert whole(casefile) == 3


@pytest.mark.process
def test_a_lock_that_goes_is_waited_for(folder: Path) -> None:
    with open_casefile(str(folder)) as casefile, held(folder, "BEGIN EXCLUSIVE") as let_go:
        assert len(list(casefile.readings())) == 3  # who reads need not wait
        added = threading.Thread(
            target=casefile.add_report, args=report("https://x.example/"), kwargs={"author": ME}
        )
        added.start()
        let_go()
        added.join()
        assert whole(casefile) == 4


def test_a_lock_on_the_server_is_told(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(postgresql)
    monkeypatch.setenv("RECOUPE_LOCK_SECONDS", "0.1")
    with open_casefile(postgresql) as casefile:
        with psycopg.connect(postgresql) as other:
            other.execute("LOCK TABLE reports")
            with pytest.raises(CasefileBusyError, match="another program"):
                list(casefile.reports())
        with (
            casefile.database.writing(),
            pytest.raises(CasefileBusyError, match="another program"),
        ):
            add_one(postgresql)
        assert whole(casefile) == 3


def test_the_time_to_wait_must_be_a_number(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for said in ("soon", "nan"):
        monkeypatch.setenv("RECOUPE_LOCK_SECONDS", said)
        with pytest.raises(RecoupeError, match=r"RECOUPE_LOCK_SECONDS: '.*' is no number"):
            open_casefile(str(folder))


# Damage


def overwrite(path: Path, start: int, length: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(start)
        stream.write(b"\xa5" * length)


def verified(case: Path) -> Verification:
    with open_casefile(str(case)) as casefile:
        return casefile.verify()


def everything(case: Path) -> None:
    with open_casefile(str(case)) as casefile:
        list(casefile.readings())
        list(casefile.reviews())
        contents(casefile)


@pytest.mark.parametrize("page", [0, 1, 5])
def test_a_page_that_is_damaged_is_told_by_who_reads_it(folder: Path, page: int) -> None:
    overwrite(folder / "casefile.db", page * PAGE, PAGE)
    with pytest.raises(CasefileDamagedError, match=r"keep a copy.*newest backup"):
        everything(folder)


def test_a_page_that_is_damaged_is_told_by_verify_wherever_it_is(folder: Path) -> None:
    database = folder / "casefile.db"
    whole_file = database.read_bytes()
    for page in range(2, len(whole_file) // PAGE, 9):
        overwrite(database, page * PAGE, PAGE)
        with pytest.raises(CasefileDamagedError, match="newest backup"):
            verified(folder)
        database.write_bytes(whole_file)
    assert verified(folder).clean


def test_a_file_cut_short_is_told(folder: Path) -> None:
    database = folder / "casefile.db"
    os.truncate(database, database.stat().st_size // 2)
    with pytest.raises(CasefileDamagedError, match="newest backup"):
        everything(folder)


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0"])
def test_a_file_that_is_no_database_is_told(folder: Path, content: bytes) -> None:
    (folder / "casefile.db").write_bytes(content)
    with pytest.raises(CasefileDamagedError, match="backup"):
        open_casefile(str(folder))


def test_a_capture_that_is_gone_is_told(folder: Path) -> None:
    with open_casefile(str(folder)) as casefile:
        sha256 = next(casefile.readings()).reading.article.capture.sha256
        (folder / "captures" / sha256[:2] / sha256).unlink()
        with pytest.raises(StoreError, match=r"captured bytes are not there.*backup"):
            casefile.capture(sha256)


# A server that goes away, or that nobody reaches


def test_a_server_that_goes_away_half_way_loses_nothing(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(postgresql)
    with open_casefile(postgresql) as casefile:
        before = contents(casefile)
        append = "recoupe.store.chain.append"
        with monkeypatch.context() as patched:
            patched.setattr(append, lambda *_: end_everybody(postgresql))
            with pytest.raises(
                CasefileBusyError, match=r"went away.*nothing was half done"
            ) as told:
                casefile.add_report(*report("https://paper.example/new"), author=ME)
        assert told.value.retryable
        assert contents(casefile) == before
        assert casefile.add_report(*report("https://paper.example/new"), author=ME).outcome == "new"
        assert whole(casefile) == 4


def end_everybody(url: str) -> None:
    """End the connections of everybody else, as a server does that is stopped."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize(
    ("what", "by"),
    [("/nosuch?", "/postgres?"), ("stranger:geheim@", "recoupe@"), ("host=/nowhere", "host=")],
)
def test_a_server_that_lets_nobody_in_is_told(postgresql_server: str, what: str, by: str) -> None:
    address = postgresql_server.replace(by, what).replace("/nowhere/", "/nowhere")
    with pytest.raises(StoreError, match="cannot be reached, or does not let you in") as told:
        open_casefile(address)
    assert "password of the address" in str(told.value)
    assert "geheim" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_driver_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'recoupe\[postgresql\]'"):
        open_casefile("postgresql://me@host.invalid/case")


# What a person sees


def missing(case: Path) -> str:
    (case / "casefile.db").unlink()
    return "there is no casefile here"


def damaged(case: Path) -> str:
    overwrite(case / "casefile.db", 0, PAGE)
    return "the database is damaged"


def elsewhere(case: Path) -> str:
    shutil.rmtree(case)
    case.write_text("no casefile")
    return "is a file, not a casefile"


@pytest.mark.parametrize(("fault", "status"), [(missing, 2), (damaged, 1), (elsewhere, 2)])
def test_a_fault_is_one_line_and_a_status(
    folder: Path,
    fault: Callable[[Path], str],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = fault(folder)
    monkeypatch.setattr(sys, "argv", ["recoupe", "status", str(folder)])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == status
    assert capsys.readouterr().err.startswith(f"recoupe: {folder}: {said}; ")
    monkeypatch.setattr(sys, "argv", ["recoupe", "status", str(folder), "--debug"])
    with pytest.raises(StoreError, match=said):
        main()
