"""Making and opening a casefile: wherever it is, once only, and whole or not at all."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from recoupe.errors import CasefileMissingError, CasefileVersionError, StoreError
from recoupe.store import new_casefile, open_casefile
from recoupe.store.place import place_of
from tests.store.building import report
from tests.store.killing import together

ME = "me"


def names(folder: str | Path) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_what_is_made_is_opened(case: str) -> None:
    with new_casefile(case, author=ME, name="Port-Clair") as casefile:
        added = casefile.add_report(*report(), author=ME)
    with open_casefile(case) as casefile:
        assert casefile.status().name == "Port-Clair"
        assert [one.id for one in casefile.reports()] == [added.report]
        assert [line.action for line in casefile.log()].count("case") == 1


def test_a_casefile_that_is_there_is_left_alone(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*report(), author=ME)
        before = casefile.status()
    with pytest.raises(CasefileMissingError, match="there is a casefile already"):
        new_casefile(case, author=ME)
    with open_casefile(case) as casefile:
        assert casefile.status() == before


# Where a casefile can be


ODD = [
    "with space",
    "100%25 done",
    "a#b",
    "what?mode=memory",
    "Ünï-код-案",
    "a'b\"c",
    "file:x",
    "-x",
    ":memory:",
    "new\nline",
    b"caf\xe9".decode("utf-8", "surrogateescape"),
]


@pytest.mark.parametrize("name", ODD)
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    case = str(tmp_path / name)
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*report(), author=ME)
    assert names(tmp_path) == [name]
    assert names(case) == ["captures", "casefile.db"]
    with open_casefile(case) as casefile:
        assert casefile.verify().clean


def test_a_casefile_is_named_by_its_database_too(tmp_path: Path) -> None:
    new_casefile(str(tmp_path / "case"), author=ME).close()
    with open_casefile(str(tmp_path / "case" / "casefile.db")) as casefile:
        assert casefile.place == str(tmp_path / "case")


def test_a_casefile_is_found_from_where_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with new_casefile("case", author=ME) as casefile:
        monkeypatch.chdir("/")
        casefile.add_report(*report(), author=ME)
        assert casefile.place == "case"
        assert len(list(casefile.readings())) == 1


@pytest.mark.parametrize("address", ["mysql://me:geheim@host/x", "https://me:geheim@host/x"])
def test_other_databases_are_no_place(address: str) -> None:
    with pytest.raises(CasefileMissingError, match="no place for a casefile") as told:
        open_casefile(address)
    assert "geheim" not in str(told.value)


@pytest.mark.parametrize("address", ["", " ", "a\0b"])
def test_a_folder_needs_a_name(address: str) -> None:
    with pytest.raises(CasefileMissingError, match="no folder's name"):
        open_casefile(address)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgres://me:geheim@host:5/x", "postgresql://me@host:5/x"),
        ("PostgreSQL://me:geheim@host/x?sslmode=require", "postgresql://me@host/x?sslmode=require"),
        ("postgresql://host/x?user=me&password=geheim", "postgresql://host/x?user=me"),
        ("postgresql://me:ge%40heim%2F@host/x", "postgresql://me@host/x"),
        ("postgresql+psycopg:///x?host=/run/pg", "postgresql:///x?host=%2Frun%2Fpg"),
    ],
)
def test_no_password_is_shown(address: str, name: str) -> None:
    place = place_of(address)
    assert place.name == name
    assert place.folder is None
    assert "geheim" not in name


@pytest.mark.parametrize(
    "address", ["postgresql://me:ge@heim@host/x", "postgresql://me:geheim@host:port/x"]
)
def test_an_address_that_is_none_is_told_without_the_password(address: str) -> None:
    with pytest.raises(CasefileMissingError, match="%40 for @") as told:
        open_casefile(address)
    assert "heim" not in str(told.value)


# What is no casefile


def test_nothing_there_is_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(CasefileMissingError, match=f"no casefile here; .*recoupe new {place}"):
            open_casefile(str(place))
    assert names(tmp_path) == []


def test_an_empty_database_on_a_server_is_told(postgresql: str) -> None:
    with pytest.raises(CasefileMissingError, match="no casefile here"):
        open_casefile(postgresql)


def test_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(CasefileMissingError, match="is a file"):
        open_casefile(str(path))
    with pytest.raises(CasefileMissingError, match="something already"):
        new_casefile(str(path), author=ME)
    with pytest.raises(CasefileMissingError, match="something already"):
        new_casefile(str(path / "case"), author=ME)
    assert path.read_text() == "mine"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(CasefileMissingError, match="something already"):
        new_casefile(str(tmp_path), author=ME)
    assert names(tmp_path) == ["notes.txt"]


def test_captured_bytes_without_a_database_are_not_covered_up(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author=ME) as casefile:
        casefile.add_report(*report(), author=ME)
    (tmp_path / "case" / "casefile.db").unlink()
    with pytest.raises(CasefileMissingError, match=r"captured bytes.*backup"):
        new_casefile(str(tmp_path / "case"), author=ME)


def test_another_database_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "casefile.db")
    connection.execute("CREATE TABLE reports (id)")
    connection.close()
    with pytest.raises(CasefileMissingError, match="no casefile here"):
        open_casefile(str(tmp_path))


def test_tables_of_something_else_are_left_alone(postgresql: str) -> None:
    with psycopg.connect(postgresql) as connection:
        connection.execute("CREATE TABLE articles (mine text)")
    with pytest.raises(StoreError, match=r"something else \(articles\).*database of its own"):
        new_casefile(postgresql, author=ME)
    with psycopg.connect(postgresql) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        assert tables.fetchall() == [("articles",)]


# Broken off, and two at once


def test_what_was_broken_off_is_made_again(tmp_path: Path) -> None:
    case = tmp_path / "case"
    (case / "captures").mkdir(parents=True)
    (case / "new-0123.db").write_bytes(b"half a database")
    (case / "new-0123.db-wal").touch()
    with pytest.raises(CasefileMissingError, match="make one: recoupe new"):
        open_casefile(str(case))
    with new_casefile(str(case), author=ME) as casefile:
        casefile.add_report(*report(), author=ME)
    assert names(case) == ["captures", "casefile.db"]


def test_what_fails_leaves_nothing(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("on purpose")

    with monkeypatch.context() as patched:
        patched.setattr("recoupe.store.opening.create", fail)
        with pytest.raises(RuntimeError, match="on purpose"):
            new_casefile(case, author=ME)
    with pytest.raises(CasefileMissingError, match="no casefile here"):
        open_casefile(case)
    assert not Path(case).exists()
    new_casefile(case, author=ME).close()


def make(case: str) -> str:
    try:
        new_casefile(case, author=ME).close()
    except CasefileMissingError as error:
        return error.what
    return "made"


@pytest.mark.process
def test_of_several_who_make_it_at_once_one_does(case: str) -> None:
    outcomes = together(make, *[(case,)] * 4)
    assert sorted(outcomes) == ["made", *["there is a casefile already"] * 3]
    with open_casefile(case) as casefile:
        assert [line.action for line in casefile.log()] == ["case"]
        assert casefile.verify().clean


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    new_casefile(str(tmp_path / "case"), author=ME).close()
    with open_casefile(str(tmp_path / "case")) as casefile:
        assert casefile.status().counts["reports"] == 0


# What an older program is told


def set_version(case: str, version: str) -> None:
    with open_casefile(case) as casefile, casefile.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})


def test_a_newer_casefile_is_refused(case: str) -> None:
    new_casefile(case, author=ME).close()
    set_version(case, "9999")
    with pytest.raises(CasefileVersionError, match=r"newer Recoupe \(its schema is 9999, this"):
        open_casefile(case)


def test_a_program_stops_to_write_when_a_newer_one_altered_the_schema(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*report(), author=ME)
        set_version(case, "9999")
        with pytest.raises(CasefileVersionError, match="brought it up to date"):
            casefile.add_report(*report("https://paper.example/new"), author=ME)
        assert len(list(casefile.reports())) == 1


@pytest.mark.process
def test_opening_imports_nothing_that_only_a_new_schema_needs(tmp_path: Path) -> None:
    case = str(tmp_path / "case")
    new_casefile(case, author=ME).close()
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        assert not {"alembic", "spacy", "numpy"} & pool.apply(modules_after_opening, (case,))


def modules_after_opening(case: str) -> set[str]:
    import sys

    with open_casefile(case) as casefile:
        casefile.status()
    return set(sys.modules)
