"""``recoupe add``: what is counted, told, gone on with and tried again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from recoupe import filing
from recoupe.store import open_casefile
from tests.capture.hostile.answers import html, sent
from tests.capture.hostile.server import Server
from tests.cli.conftest import Ran
from tests.filing.standing_in import StandIn

pytestmark = pytest.mark.usefixtures("stand_in")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"report {number}")
    return folder


def counts(new: int, versions: int, known: int, failed: int) -> str:
    return (
        f"{new} new, {versions} new version{'s' * (versions != 1)}, {known} known, {failed} failed"
    )


def test_it_counts_what_became_of_each_report(
    recoupe: Callable[..., Ran], case: str, pages: Path
) -> None:
    ran = recoupe("add", case, str(pages))
    assert (ran.status, ran.out, ran.err) == (0, counts(20, 0, 0, 0) + "\n", "")
    (pages / "03.txt").write_text("report 3, altered")
    (pages / "new.txt").write_text("one more")
    ran = recoupe("add", case, str(pages))
    assert (ran.status, ran.out) == (0, counts(1, 1, 19, 0) + "\n")


def test_what_fails_is_told_and_gives_status_3(
    recoupe: Callable[..., Ran], case: str, pages: Path
) -> None:
    (pages / "05.txt").write_text("bad")
    ran = recoupe("add", case, str(pages), str(pages / "none.txt"))
    assert (ran.status, ran.out) == (3, counts(19, 0, 0, 2) + "\n")
    assert ran.err.splitlines() == [
        f"recoupe: {pages / '05.txt'}: says nothing",
        f"recoupe: {pages / 'none.txt'}: there is no such file or folder; check its name",
        f"recoupe: see recoupe status {case}",
    ]


def test_retry_tries_again_what_failed(
    recoupe: Callable[..., Ran], case: str, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "05.txt").write_text("bad")
    monkeypatch.chdir(pages)
    assert recoupe("add", case, "05.txt", "late.txt").status == 3
    (pages / "late.txt").write_text("late")
    monkeypatch.chdir("/")
    ran = recoupe("add", case, "--retry")
    assert (ran.status, ran.out) == (3, counts(1, 0, 0, 1) + "\n")
    (pages / "05.txt").write_text("good")
    assert recoupe("add", case, "--retry").out == counts(1, 0, 0, 0) + "\n"
    assert recoupe("add", case, "--retry").out == counts(0, 0, 0, 0) + "\n"


def test_resume_goes_on_with_what_was_broken_off(
    recoupe: Callable[..., Ran], case: str, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(StandIn):
        def __init__(self, workers: int) -> None:
            super().__init__(workers, before=self.stop)

        def stop(self, name: str) -> None:
            if name.endswith("17.txt"):
                raise KeyboardInterrupt

    monkeypatch.chdir(pages)
    monkeypatch.setattr("recoupe.engine.LocalEngine", Interrupted)
    ran = recoupe("add", case, ".", "--published", "2023-05-01")
    assert ran.status != 0
    told = f"recoupe: broken off; recoupe add {case} --resume goes on"
    assert told in ran.err.splitlines()
    monkeypatch.setattr("recoupe.engine.LocalEngine", StandIn)
    monkeypatch.chdir("/")
    ran = recoupe("add", case, "--resume", "--author", "Bo")
    assert (ran.status, ran.out) == (0, counts(4, 0, 16, 0) + "\n")
    with open_casefile(case) as store:
        published = {one.reading.article.published for one in store.readings()}
        assert published == {"2023-05-01"}
        assert store.status().unfinished == ()
    assert recoupe("add", case, "--resume").out == counts(0, 0, 0, 0) + "\n"


def test_the_same_command_goes_on_too(
    recoupe: Callable[..., Ran], case: str, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_job = filing.run_job
    with monkeypatch.context() as patched:
        patched.setattr(
            filing, "run_job", lambda *given, **named: islice(run_job(*given, **named), 7)
        )
        assert recoupe("add", case, str(pages)).out == counts(7, 0, 0, 0) + "\n"
    ran = recoupe("add", case, str(pages))
    assert ran.out == counts(13, 0, 7, 0) + "\n"
    with open_casefile(case) as store:
        [job] = store.jobs()
        assert job.finished_at is not None
        assert job.progress.added == 20


def test_a_known_report_keeps_its_date_and_the_way_to_correct_it_is_told(
    recoupe: Callable[..., Ran], case: str, pages: Path
) -> None:
    page = str(pages / "00.txt")
    recoupe("add", case, page, "--published", "2023-05-01")
    assert recoupe("add", case, page, "--published", "2023-05-01").err == ""
    with open_casefile(case) as store:
        [report] = store.reports()
    ran = recoupe("add", case, page, "--published", "2023-06-01")
    assert ran.out == counts(0, 0, 1, 0) + "\n"
    assert ran.err == (
        "recoupe: what is known keeps the date that it has; to correct one: "
        f"recoupe review correct {case} {report.id} --set published=2023-06-01\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "nothing to add"),
        (("--retry", "--resume"), "one after the other"),
        (("a.txt", "--retry"), "--retry: takes no inputs"),
        (("a.txt", "--resume"), "--resume: takes no inputs"),
        (("--retry", "--mode", "fast"), "--retry: reads as it was begun, and takes no --mode"),
        (("--resume", "--language", "fr"), "--resume: reads as it was begun"),
        (("a.txt", "--language", "xx"), "no language pack"),
        (("a.txt", "--published", "May"), "--published"),
    ],
)
def test_what_cannot_be_asked_is_told(
    recoupe: Callable[..., Ran], case: str, words: tuple[str, ...], told: str
) -> None:
    ran = recoupe("add", case, *words)
    assert ran.status == 2
    assert told in ran.err
    with open_casefile(case) as store:
        assert list(store.jobs()) == []


def test_a_casefile_that_is_not_there_is_told(
    recoupe: Callable[..., Ran], tmp_path: Path, pages: Path
) -> None:
    ran = recoupe("add", str(tmp_path / "none"), str(pages))
    assert ran.status == 2
    assert "recoupe new" in ran.err


def test_a_terminal_shows_the_counts_as_they_grow(
    recoupe: Callable[..., Ran], case: str, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    (pages / "19.txt").write_text("bad")
    ran = recoupe("add", case, str(pages))
    assert ran.out == counts(19, 0, 0, 1) + "\n"
    assert f"{pages / '19.txt'}: says nothing" in ran.err.replace("\n", "")


@pytest.mark.models
def test_reports_are_read_and_kept(
    recoupe: Callable[..., Ran], case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recoupe.engine.local import LocalEngine

    monkeypatch.setattr("recoupe.engine.LocalEngine", LocalEngine)
    page = tmp_path / "bridge.txt"
    page.write_text("“The bridge is safe,” said the mayor of Bristol, Ann Gough, on Tuesday.\n")
    options = ("--mode", "rules", "--language", "en", "--published", "2023-05-01")
    ran = recoupe("add", case, str(page), *options, "--counting", "acled")
    assert (ran.status, ran.out) == (0, counts(1, 0, 0, 0) + "\n")
    with open_casefile(case) as store:
        [kept] = store.readings()
    assert [said.speaker_name for said in kept.reading.statements] == ["Ann Gough"]
    assert ("counting", "acled") in {(one.reader, one.name) for one in kept.reading.readers}


def test_what_a_page_shows_is_kept_with_it_or_told(
    recoupe: Callable[..., Ran], case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    page = html("Le pont est ouvert.", '<meta property="og:image" content="/gone.png">')
    server = Server({"/page": sent(page.encode())})
    site = f"http://127.0.0.1:{server.port}"
    ran = recoupe("add", case, f"{site}/page", "--with-media", "--allow-private")
    server.close()
    assert (ran.status, ran.out) == (0, counts(1, 0, 0, 0) + "\n")
    [told] = ran.err.splitlines()
    assert told.startswith(f"recoupe: kept without {site}/gone.png: the server answers 404")
    assert recoupe("add", case, "--resume", "--with-media").status == 2
