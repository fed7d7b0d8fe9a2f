"""Jobs: what was asked for is kept with them, and they go on from any folder."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from recoupe.errors import CasefileDamagedError
from recoupe.filing import Asked, begin_job, inputs_of, resume_job, run_job
from recoupe.filing.asked import asked_of
from recoupe.model import Failure
from recoupe.store import Casefile
from tests.filing.standing_in import StandIn

TODAY = date(2024, 1, 1)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(),
        Asked(published="2022-05-05", language="fr", mode="fast", counting="acled"),
        Asked(known=("/lists/a", "/lists/b"), gazetteers=("/places/é",), allow_private=True),
    ],
)
def test_what_was_asked_is_kept(asked: Asked) -> None:
    assert asked_of(asked.to_options()) == asked


@pytest.mark.parametrize("options", [{"mood": '"good"'}, {"mode": "fast"}])
def test_options_of_another_program_are_told(options: dict[str, str]) -> None:
    with pytest.raises(CasefileDamagedError, match="none of this program's"):
        asked_of(options)


def test_a_relative_path_is_found_from_another_folder(
    casefile: Casefile, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages)
    names = ["00.txt", "./01.txt", "../pages/02.txt"]
    job = begin_job(casefile, names, Asked(), author="Ana")
    monkeypatch.chdir(tmp_path)
    assert inputs_of(job) == tuple(str(pages / f"{number:02}.txt") for number in range(3))


@pytest.mark.parametrize("name", ["a b.txt", "é#3.txt", "100%25.txt", "notes#3", "x?y.txt"])
def test_any_name_is_found_again(casefile: Casefile, tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    assert inputs_of(begin_job(casefile, [path], Asked(), author="Ana")) == (path,)


def test_addresses_stay_as_they_were_typed(casefile: Casefile) -> None:
    address = "https://paper.example/a?b=c#d"
    assert inputs_of(begin_job(casefile, [address], Asked(), author="Ana")) == (address,)


def test_the_same_inputs_and_options_go_on_and_others_do_not(
    casefile: Casefile, pages: Path
) -> None:
    begun = begin_job(casefile, [str(pages)], Asked(), author="Ana")
    assert begin_job(casefile, [str(pages)], Asked(), author="Bo").id == begun.id
    assert begin_job(casefile, [str(pages)], Asked(mode="fast"), author="Ana").id != begun.id
    casefile.end_job(begun.id)
    assert begin_job(casefile, [str(pages)], Asked(), author="Ana").id != begun.id


def test_a_job_broken_off_goes_on_as_it_was_asked(
    casefile: Casefile, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages)
    job = begin_job(casefile, ["."], Asked(published="2023-05-01"), author="Ana")
    list(islice(run_job(job, ["."], casefile, StandIn(), author="Ana", today=TODAY), 9))
    monkeypatch.chdir(tmp_path)
    [left] = casefile.status().unfinished
    assert left.progress.added == 8
    list(resume_job(left, casefile, StandIn(), author="Bo", today=TODAY))
    assert casefile.status().unfinished == ()
    kept = [one.reading.article.published for one in casefile.readings()]
    assert kept == ["2023-05-01"] * 28
    [job] = casefile.jobs()
    assert (job.progress.added, job.progress.known, job.progress.failed) == (28, 9, 1)
    assert [entry.author for entry in casefile.log() if entry.action == "article"][-1] == "Bo"


def test_standard_input_cannot_go_on(casefile: Casefile, pages: Path) -> None:
    job = begin_job(casefile, ["-", str(pages / "00.txt")], Asked(), author="Ana")
    page, stream = resume_job(job, casefile, StandIn(), author="Ana", today=TODAY)
    assert page.input == str(pages / "00.txt")
    assert isinstance(stream.result, Failure)
    assert "pipe it in again" in stream.result.message
    assert [one.id for one in casefile.status().unfinished] == [job.id]
    assert list(casefile.failures()) == []
