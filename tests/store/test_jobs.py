"""Jobs on both databases: what they count, which of them go on, and what they settle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.errors import StoreError
from recoupe.model import Failure
from recoupe.store import Casefile, new_casefile
from recoupe.store.records import JobProgress
from tests.store.building import report

ME = "Ana"


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    with new_casefile(case, author=ME) as store:
        yield store


def failed(source: str, input_id: str | None = None) -> Failure:
    return Failure(source, input_id, "empty_input", f"{source}: is empty", retryable=False)


def test_a_job_counts_what_is_added_known_and_failed(store: Casefile) -> None:
    job = store.begin_job(["pages"], {"mode": '"fast"'}, author=ME)
    assert job.inputs == ((Path.cwd() / "pages").as_uri(),)
    capture, reading = report()
    store.add_report(capture, reading, author=ME, job=job.id)
    store.add_report(capture, reading, author=ME, job=job.id)
    store.note_known(["a.txt", "b.txt"], job=job.id)
    store.add_failure(failed("c.txt"), author=ME, job=job.id)
    assert store.end_job(job.id) == JobProgress(added=1, known=3, failed=1)
    [kept] = store.jobs()
    assert (kept.options, kept.author, kept.started_at) == (job.options, ME, job.started_at)
    assert kept.finished_at is not None


def test_a_job_that_goes_on_counts_what_it_meets_anew(store: Casefile) -> None:
    job = store.begin_job(["pages"], {}, author=ME)
    store.add_report(*report(), author=ME, job=job.id)
    store.add_failure(failed("c.txt"), author=ME, job=job.id)
    again = store.begin_job(["pages"], {}, author="Bo")
    assert (again.id, again.progress) == (job.id, JobProgress(1, 0, 0))
    assert [one.id for one in store.status().unfinished] == [job.id]


def test_other_inputs_options_or_order_are_another_job(store: Casefile) -> None:
    asked: list[tuple[list[str], dict[str, str]]] = [
        (["a", "b"], {}),
        (["b", "a"], {}),
        (["a"], {}),
        (["a", "b"], {"mode": '"fast"'}),
    ]
    jobs = [store.begin_job(inputs, options, author=ME).id for inputs, options in asked]
    assert len(set(jobs)) == 4
    assert [one.id for one in store.jobs()] == jobs[::-1]


def test_a_job_at_its_end_does_not_go_on(store: Casefile) -> None:
    job = store.begin_job(["a"], {}, author=ME)
    store.end_job(job.id)
    assert store.status().unfinished == ()
    assert store.begin_job(["a"], {}, author=ME).id != job.id


def test_a_job_that_is_not_kept_is_told(store: Casefile) -> None:
    with pytest.raises(StoreError, match="job-0: no such job is kept"):
        store.end_job("job-0")


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("a.txt", "./a.txt"),
        ("sub/../a.txt", "a.txt"),
        ("a.jsonl#3", "./a.jsonl#3"),
        ("https://paper.example/a", "https://paper.example/a"),
    ],
)
def test_one_place_fails_once_however_it_is_typed(store: Casefile, first: str, again: str) -> None:
    store.add_failure(failed(first), author=ME)
    store.add_failure(failed(again, "with an id now"), author=ME)
    [kept] = store.failures()
    assert (kept.attempts, kept.failure.input_id) == (2, "with an id now")
    store.note_known([first])
    assert list(store.failures()) == []


def test_what_is_read_settles_its_file_and_folders_and_nothing_else(store: Casefile) -> None:
    for place in ("pages", "pages/a.jsonl", "pages/a.jsonl#1", "pages/a.jsonl#2", "page"):
        store.add_failure(failed(place), author=ME)
    store.note_known(["pages/a.jsonl#1"])
    assert [one.failure.input for one in store.failures()] == ["pages/a.jsonl#2", "page"]


def test_a_failure_remembers_its_job(store: Casefile) -> None:
    job = store.begin_job(["a.txt"], {}, author=ME)
    store.add_failure(failed("a.txt"), author=ME, job=job.id)
    store.add_failure(failed("a.txt"), author=ME)
    [kept] = store.failures()
    assert kept.job == job.id


def test_nothing_met_is_nothing_noted(store: Casefile) -> None:
    store.note_known([])
    assert [one.action for one in store.log()] == ["case"]
