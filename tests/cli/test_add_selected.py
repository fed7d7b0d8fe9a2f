"""``recoupe add --from``: a casefile filled from readings in Parquet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.store import open_casefile
from tests.capture.archives.making import Warc, crawl
from tests.cli.conftest import Ran
from tests.cli.test_pipeline_check import page
from tests.pipeline.laying import lay_archive
from tests.store.contents import contents


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl(6))
    return path


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> str:
    return lay_archive(tmp_path / "to", str(archive)).address


def test_it_keeps_what_is_chosen_once(recoupe: Callable[..., Ran], case: str, folder: str) -> None:
    words = ("add", case, "--from", folder, "--where", "record < 9")
    ran = recoupe(*words)
    assert (ran.status, ran.out, ran.err) == (0, "3 new, 0 new versions, 0 known, 0 failed\n", "")
    assert recoupe(*words).out == "0 new, 0 new versions, 3 known, 0 failed\n"
    assert (
        recoupe("add", case, "--from", folder).out == "3 new, 0 new versions, 3 known, 0 failed\n"
    )
    ran = recoupe("verify", case)
    assert ran.status == 0
    with open_casefile(case) as store:
        assert store.status().counts["reports"] == 6
        assert store.status().unfinished == ()


def test_what_fails_is_told_with_what_tries_it_again(
    recoupe: Callable[..., Ran], case: str, folder: str, archive: Path
) -> None:
    archive.unlink()
    ran = recoupe("add", case, "--from", folder, "--where", "record = 2")
    assert (ran.status, ran.out) == (3, "0 new, 0 new versions, 0 known, 1 failed\n")
    assert ran.err.splitlines() == [
        f"recoupe: {archive}#2: there is no such file or folder; check its name",
        "recoupe: what failed is tried again by "
        f"recoupe add {case} --from {folder} --where 'record = 2'",
    ]


def test_a_condition_that_is_none_is_told_with_the_columns(
    recoupe: Callable[..., Ran], case: str, folder: str
) -> None:
    ran = recoupe("add", case, "--from", folder, "--where", "outlett = 'x'")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(
        "recoupe: --where: cannot be asked of the readings: Referenced column"
    )
    assert "captured_at" in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_that_no_pipeline_made_is_told(
    recoupe: Callable[..., Ran], case: str, tmp_path: Path
) -> None:
    ran = recoupe("add", case, "--from", str(tmp_path / "none"))
    assert ran.status == 2
    assert ran.err == (
        f"recoupe: {tmp_path / 'none'}: there are no readings in it; make them first: "
        f"recoupe pipeline INPUT... --to {tmp_path / 'none'}\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "to", "page.html"], "--from: takes no inputs; add them in a run of their own"),
        (["--from", "to", "--retry"], "--from --retry: one after the other"),
        (["page.html", "--where", "true"], "--where: chooses among readings"),
        (["--from", "to", "--mode", "fast"], "keeps readings as they are, and takes no --mode"),
        (["--from", "to", "--language", "fr"], "takes no --language; add the archives again"),
        (["--from", "to", "--workers", "2"], "and takes no --workers"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_together_is_refused(
    recoupe: Callable[..., Ran], case: str, words: list[str], told: str
) -> None:
    ran = recoupe("add", case, *words)
    assert ran.status == 2
    assert told in ran.err


def test_breaking_it_off_tells_what_goes_on(
    recoupe: Callable[..., Ran], case: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recoupe.filing.selected.keep_shown", broken_off)
    ran = recoupe("add", case, "--from", folder)
    assert ran.status != 0
    assert f"broken off; recoupe add {case} --from {folder} goes on" in ran.err
    monkeypatch.undo()


def test_without_the_packages_it_says_what_to_install(
    recoupe: Callable[..., Ran], case: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("duckdb", "pyarrow.parquet"):
        with monkeypatch.context() as without:
            without.setitem(sys.modules, package, None)
            ran = recoupe("add", case, "--from", folder, "--where", "true")
        assert ran.status == 2
        assert "pip install 'recoupe[pipeline]'" in ran.err


@pytest.mark.models
@pytest.mark.process
def test_through_the_pipeline_a_casefile_is_that_of_adding_the_archive(
    recoupe: Callable[..., Ran], case: str, tmp_path: Path
) -> None:
    archive = tmp_path / "port.warc.gz"
    made = Warc().info()
    for number, toll in enumerate((12, 17)):
        made.answer(f"https://{number}.example/port", page(toll), asked=True)
    made.answer("https://0.example/logo.png", b"\x89PNG" + bytes(99), "image/png")
    archive.write_bytes(made.made)
    to, other = str(tmp_path / "to"), str(tmp_path / "other")
    assert recoupe("pipeline", str(archive), "--to", to, "--mode", "fast").status == 0
    ran = recoupe("add", case, "--from", to, "--where", "language = 'en'")
    assert (ran.status, ran.out) == (0, "2 new, 0 new versions, 0 known, 0 failed\n")
    assert recoupe("new", other).status == 0
    assert recoupe("add", other, str(archive), "--mode", "fast").status == 0
    with open_casefile(case) as one, open_casefile(other) as two:
        assert contents(one) == contents(two)
        assert [reading.reading for reading in one.readings()] == [
            reading.reading for reading in two.readings()
        ]
        assert one.verify().clean
