"""Retrying: from where it was, or from the bytes that are kept, as it was asked at first."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from recoupe.filing import Asked, begin_job, retry_failures, run_job
from recoupe.model import Capture, Failure
from recoupe.store import Casefile
from tests.filing.standing_in import StandIn, reading_of

TODAY = date(2024, 1, 1)


def add(casefile: Casefile, *inputs: Path | str, asked: Asked | None = None) -> None:
    given = [str(one) for one in inputs]
    job = begin_job(casefile, given, asked or Asked(), author="Ana")
    list(run_job(job, given, casefile, StandIn(), author="Ana", today=TODAY))


class ReadsAll(StandIn):
    """Reads what a StandIn could not, as a newer program may."""

    def _result(self, item: Capture | Failure) -> tuple[Capture | None, object]:  # type: ignore[override]
        return (None, item) if isinstance(item, Failure) else (item, reading_of(item))


def retried(
    casefile: Casefile, above: Asked | None = None, engine: StandIn | None = None
) -> list[str]:
    found = retry_failures(
        casefile, engine or StandIn(), above or Asked(), author="Bo", today=TODAY
    )
    return [
        one.result.kind if isinstance(one.result, Failure) else one.result.outcome for one in found
    ]


def test_nothing_failed_is_nothing_to_do(casefile: Casefile, pages: Path) -> None:
    add(casefile, pages / "00.txt")
    assert retried(casefile) == []


def test_what_was_mended_is_new_and_settled_from_any_folder(
    casefile: Casefile, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages)
    add(casefile, "11.txt", "../pages/late.txt")
    monkeypatch.chdir(tmp_path)
    assert retried(casefile) == ["no_article", "missing_input"]
    assert [one.attempts for one in casefile.failures()] == [2, 2]
    (pages / "11.txt").write_text("good")
    (pages / "late.txt").write_text("late")
    assert retried(casefile) == ["new", "new"]
    assert list(casefile.failures()) == []


def test_it_is_read_as_it_was_asked_at_first(casefile: Casefile, pages: Path) -> None:
    add(casefile, pages / "late.txt", asked=Asked(published="2023-05-01"))
    add(casefile, pages / "later.txt", asked=Asked(published="2023-06-01"))
    (pages / "late.txt").write_text("late")
    (pages / "later.txt").write_text("later")
    assert retried(casefile, Asked(mode="fast")) == ["new", "new"]
    kept = [one.reading.article.published for one in casefile.readings()]
    assert kept == ["2023-05-01", "2023-06-01"]


def test_what_is_said_with_the_retry_stands_above(casefile: Casefile, pages: Path) -> None:
    add(casefile, pages / "late.txt", asked=Asked(published="2023-05-01"))
    (pages / "late.txt").write_text("late")
    assert retried(casefile, Asked(published="2023-07-01")) == ["new"]
    [kept] = casefile.readings()
    assert kept.reading.article.published == "2023-07-01"


def test_bytes_that_are_kept_are_read_where_the_file_is_gone(
    casefile: Casefile, pages: Path
) -> None:
    add(casefile, pages / "11.txt")
    (pages / "11.txt").unlink()
    assert retried(casefile) == ["no_article"]
    assert retried(casefile, engine=ReadsAll()) == ["new"]
    [kept] = casefile.readings()
    assert kept.reading.article.text == "bad"
    assert list(casefile.failures()) == []


def test_objects_of_a_file_are_found_again(casefile: Casefile, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "one"}\n{"text": "bad"}\n{"txt": "three"}\n{"id": 4}\n')
    add(casefile, lines)
    assert len(list(casefile.failures())) == 3
    lines.write_text('{"text": "one"}\n{"text": "bad"}\n{"text": "three"}\n')
    assert retried(casefile) == ["known", "no_article", "new"]
    [left] = casefile.failures()
    assert left.failure.input == f"{lines}#2"
    lines.unlink()
    assert retried(casefile, engine=ReadsAll()) == ["new"]
    assert list(casefile.failures()) == []


def test_objects_of_a_file_that_is_gone_are_told_one_by_one(
    casefile: Casefile, tmp_path: Path
) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"txt": "one"}\n{"text": "bad"}\n')
    add(casefile, lines)
    lines.unlink()
    assert retried(casefile) == ["missing_input", "no_article"]
    assert [one.attempts for one in casefile.failures()] == [2, 2]


def test_standard_input_is_read_from_its_bytes_or_told(
    casefile: Casefile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"bad")))
    add(casefile, "-")
    assert retried(casefile) == ["no_article"]
    assert retried(casefile, engine=ReadsAll()) == ["new"]
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    add(casefile, "-")
    assert retried(casefile) == ["missing_input"]
    [left] = casefile.failures()
    assert "pipe it in again" in left.failure.message
