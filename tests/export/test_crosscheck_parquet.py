"""A cross-check in Parquet says, row by row, what its JSON says."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from recoupe.engine import LocalEngine
from recoupe.errors import StorageFullError, UnknownLanguageError
from recoupe.export import crosscheck_document
from recoupe.export.crosscheck_parquet import crosscheck_files, write_crosscheck
from recoupe.flow import check_readings
from recoupe.model import CrossCheck, Failure
from recoupe.pipeline.columns import writer
from recoupe.pipeline.folder import Folder
from tests.model.test_unpacking import on_the_map
from tests.store.building import report

FOUND, _ = check_readings(
    [
        on_the_map(report(f"https://{name}.example/shelling", killed=killed, version="2")[1])
        for name, killed in (("one", 12), ("two", 12), ("three", 17))
    ],
    LocalEngine(),
)
FAILED = Failure("A harbour", None, "internal", "KeyError: 1", False)


def written(folder: Path, language: str = "en", found: CrossCheck = FOUND) -> dict[str, Any]:
    write_crosscheck(
        found, [FAILED], Folder.at(str(folder)), language=language, told={"where": "true"}
    )
    tables = (pq.read_table(folder / name) for name in crosscheck_files())
    names = (Path(name).stem for name in crosscheck_files())
    return {name: one.to_pylist() for name, one in zip(names, tables, strict=True)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_files_say_what_the_document_says(tmp_path: Path, language: str) -> None:
    told = written(tmp_path, language)
    failed = {
        "input": "A harbour",
        "kind": "internal",
        "message": "KeyError: 1",
        "retryable": False,
    }
    assert told.pop("failures") == [failed]
    document = json.loads(json.dumps(crosscheck_document(FOUND, language)))
    del document["schema"]
    assert document["findings"]
    assert document["lineage"]
    assert document["stories"][0]["place"]
    assert told == document


def test_each_file_says_what_it_was_told(tmp_path: Path) -> None:
    written(tmp_path)
    for name in crosscheck_files():
        assert pq.read_metadata(tmp_path / name).metadata[b"where"] == b"true"


def test_nothing_found_is_written_as_files_without_rows(tmp_path: Path) -> None:
    written(tmp_path)
    told = written(tmp_path, found=CrossCheck((), (), (), ()))
    assert [len(rows) for rows in told.values()] == [0, 0, 0, 0, 1]


def test_what_cannot_be_written_leaves_the_files_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written(tmp_path)

    def broken(*_: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("recoupe.export.crosscheck_parquet.finding_document", broken)
    with pytest.raises(KeyError):
        written(tmp_path, "fr")
    monkeypatch.undo()
    assert before == {
        Path(name).stem: pq.read_table(tmp_path / name).to_pylist() for name in crosscheck_files()
    }
    assert sorted(one.name for one in (tmp_path / "crosscheck").iterdir()) == sorted(
        Path(name).name for name in crosscheck_files()
    )


def test_a_full_disk_leaves_the_files_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written(tmp_path)

    class Full:
        """The last of the files, which there is no room for."""

        def __init__(self, sink: object, schema: object, told: object) -> None:
            if "retryable" in str(schema):
                raise OSError(errno.ENOSPC, "No space left on device")
            self.one = writer(sink, schema, told)

        def __enter__(self) -> object:
            return self.one.__enter__()

        def __exit__(self, *raised: object) -> None:
            self.one.__exit__(*raised)

    monkeypatch.setattr("recoupe.export.crosscheck_parquet.writer", Full)
    with pytest.raises(StorageFullError, match="no room"):
        written(tmp_path, found=CrossCheck((), (), (), ()))
    monkeypatch.undo()
    assert before == {
        Path(name).stem: pq.read_table(tmp_path / name).to_pylist() for name in crosscheck_files()
    }


def test_files_of_two_cross_checks_are_never_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is ended when two of the five files have been put in place."""
    written(tmp_path)
    place = Path.replace
    placed: list[str] = []

    def replaced(aside: Path, target: str) -> Path:
        if len(placed) == 2:
            raise SystemExit("killed")
        placed.append(Path(target).name)
        return place(aside, target)

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(SystemExit):
        written(tmp_path, found=CrossCheck((), (), (), ()))
    monkeypatch.undo()
    left = {path.name for path in (tmp_path / "crosscheck").iterdir()}
    assert left == set(placed)
    for name in placed:
        assert pq.read_table(tmp_path / "crosscheck" / name).num_rows == (
            1 if name == "failures.parquet" else 0
        )


def test_words_of_an_unknown_language_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownLanguageError):
        written(tmp_path, "xx")


def test_duckdb_counts_the_findings_of_each_kind(tmp_path: Path) -> None:
    written(tmp_path)
    findings = duckdb.read_parquet(str(tmp_path / "crosscheck" / "findings.parquet"))
    counted = dict(findings.aggregate("kind, count(*)").fetchall())
    kinds = [one.kind for one in FOUND.findings]
    assert counted == {kind: kinds.count(kind) for kind in kinds}
