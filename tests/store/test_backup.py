"""A backup is a whole casefile by itself, whatever database it is made of and goes to."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from recoupe.errors import CasefileDamagedError, CasefileMissingError, VerificationError
from recoupe.store import Casefile, open_casefile
from recoupe.store.backup import back_up_before, backup, copy_casefile
from tests.store.building import report
from tests.store.tampering import filled


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Recoupe's own data go into a folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def check_same(one: Casefile, other: Casefile) -> None:
    """Assert that two casefiles hold the same, but for the last line of either's log."""
    assert list(one.readings(latest=False)) == list(other.readings(latest=False))
    assert list(one.reports()) == list(other.reports())
    assert list(one.reviews()) == list(other.reviews())
    assert list(one.failures()) == list(other.failures())
    for kept in one.reports():
        assert one.versions(kept.id) == other.versions(kept.id)
    for line in one.log():
        if line.action == "capture":
            sha256 = str(line.detail["sha256"])
            assert one.capture(sha256) == other.capture(sha256)


def test_a_backup_holds_the_same_and_is_named_in_the_log(case: str, tmp_path: Path) -> None:
    with filled(case) as casefile:
        head = casefile.verify().head
        folder = backup(casefile, tmp_path / "kept", author="desk")
        *before, line = casefile.log()
        assert (line.action, line.subject, line.detail) == ("backup", "kept", {"head": head})
        assert sorted(path.name for path in folder.iterdir()) == ["captures", "casefile.db"]
        with open_casefile(str(folder)) as copy:
            assert list(copy.log()) == before
            check_same(casefile, copy)
            assert copy.verify(head=head).clean
        assert casefile.verify(head=head).clean


def test_a_backup_goes_on_by_itself(case: str, tmp_path: Path) -> None:
    with filled(case) as casefile:
        folder = backup(casefile, tmp_path / "kept", author="desk")
        number = len(list(casefile.reports()))
    newer = report("https://paper.example/3", place="Port-3", killed=15, hours=9)
    with open_casefile(str(folder)) as copy:
        assert copy.add_report(*report("https://paper.example/7"), author="ana").outcome == "new"
        assert copy.add_report(*newer, author="ana").version == 3
        assert copy.verify().clean
    with open_casefile(case) as casefile:
        assert len(list(casefile.reports())) == number
        assert casefile.verify().clean


def test_without_a_destination_it_goes_into_the_casefile_or_into_our_own_data(
    case: str, own_data: Path
) -> None:
    with filled(case) as casefile:
        one, other = (backup(casefile, author="desk") for _ in range(2))
        parent = own_data / "recoupe" if casefile.database.place.folder is None else Path(case)
    assert one.parent == other.parent == parent / "backups"
    assert one != other
    assert one.is_dir()


def test_a_place_that_is_taken_is_refused_and_stays(case: str, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine")
    with filled(case) as casefile, pytest.raises(CasefileMissingError, match="something already"):
        backup(casefile, taken, author="desk")
    assert [path.name for path in taken.iterdir()] == ["mine.txt"]


def test_a_backup_of_what_is_damaged_is_kept_and_says_so(tmp_path: Path) -> None:
    with filled(str(tmp_path / "case")) as casefile:
        gone = next(iter(sorted((tmp_path / "case" / "captures").glob("*/*"))))
        gone.unlink()
        with pytest.raises(VerificationError, match=r"1 things in it .* is not there"):
            backup(casefile, tmp_path / "kept", author="desk")
        assert [line for line in casefile.log() if line.action == "backup"] == []
    with open_casefile(str(tmp_path / "kept")) as copy:
        assert len(list(copy.reports())) == 3


def test_nothing_is_left_of_a_backup_that_was_broken_off(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recoupe.store.backup.copy_bytes", stop)
    with filled(case) as casefile, pytest.raises(KeyboardInterrupt):
        backup(casefile, tmp_path / "kept" / "one", author="desk")
    assert list((tmp_path / "kept").iterdir()) == []


def test_what_others_write_meanwhile_is_no_part_of_it(case: str, tmp_path: Path) -> None:
    added = []
    with filled(case) as casefile, open_casefile(case) as other:

        def write(_what: str, _number: int) -> None:
            if not added:
                added.append(other.add_report(*report("https://paper.example/8"), author="x"))

        folder = backup(casefile, tmp_path / "kept", author="desk", progress=write)
        assert added
        assert len(list(casefile.reports())) == 4
        assert casefile.verify().clean
    with open_casefile(str(folder)) as copy:
        assert len(list(copy.reports())) == 3


def test_a_backup_before_a_migration_trusts_no_table_to_be_of_today(case: str) -> None:
    with filled(case) as casefile:
        folder = back_up_before(casefile.database, "schema-0001")
        assert folder.name.startswith("before-schema-0001-")
        with open_casefile(str(folder)) as copy:
            check_same(casefile, copy)
            assert copy.verify().clean


def test_a_backup_before_a_migration_is_refused_where_the_database_is_torn(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    filled(str(folder)).close()
    content = bytearray((folder / "casefile.db").read_bytes())
    with sqlite3.connect(folder / "casefile.db") as connection:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'figures'"
        page = connection.execute(asked).fetchone()[0] - 1
    connection.close()
    content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    (folder / "casefile.db").write_bytes(content)
    with open_casefile(str(folder)) as casefile, pytest.raises(CasefileDamagedError):
        back_up_before(casefile.database, "schema-0001")
    assert list((folder / "backups").iterdir()) == []


def test_a_casefile_is_copied_and_says_where_from(case: str, tmp_path: Path) -> None:
    with (
        filled(case) as casefile,
        copy_casefile(casefile, str(tmp_path / "new"), author="ben") as copy,
    ):
        check_same(casefile, copy)
        *same, line = copy.log()
        assert same == list(casefile.log())
        assert (line.action, line.author) == ("restored", "ben")
        assert line.detail == {"head": same[-1].hash}
        assert copy.verify(head=same[-1].hash).clean


def test_a_folder_becomes_a_database_on_a_server_and_goes_on(
    postgresql: str, tmp_path: Path
) -> None:
    with filled(str(tmp_path / "case")) as casefile:
        with copy_casefile(casefile, postgresql, author="ben") as copy:
            check_same(casefile, copy)
            assert copy.add_report(*report("https://paper.example/6"), author="b").outcome == "new"
            newer = report("https://paper.example/3", place="Port-3", killed=15, hours=9)
            assert copy.add_report(*newer, author="b").version == 3
            assert copy.verify().clean
        with pytest.raises(CasefileMissingError, match="tables already"):
            copy_casefile(casefile, postgresql, author="ben")


def test_captured_bytes_are_copied_where_links_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    with filled(str(tmp_path / "case")) as casefile:
        monkeypatch.setattr("os.link", refuse)
        folder = backup(casefile, tmp_path / "kept", author="desk")
    shutil.rmtree(tmp_path / "case")
    with open_casefile(str(folder)) as copy:
        assert copy.verify().clean
