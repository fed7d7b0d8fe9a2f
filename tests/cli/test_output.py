"""Where results go: whole files or none, and folders for many pages."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from recoupe.cli import output
from recoupe.cli.output import writer
from recoupe.cli.read import Format
from recoupe.cli.running import progress, told
from recoupe.errors import UsageError
from recoupe.model import Article, Failure, Reading

LOST = Failure("lost.txt", None, "empty_input", "lost.txt: no words", retryable=False)


@pytest.fixture
def reading(article_of: Callable[..., Article]) -> Reading:
    article = article_of("Il pleut sur [bold]Brest[/bold].", "fr")
    return Reading(article, (), (), (), (), (), (), (), ())


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.jsonl", '{"schema"'), ("a.json", "[\n{"), ("a.html", "<!doctype"), ("a.txt", '{"schema"')],
)
def test_the_ending_of_a_file_says_its_format(
    tmp_path: Path, reading: Reading, name: str, begins: str
) -> None:
    with writer(None, tmp_path / name) as out:
        assert not out.write(None, reading)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_nothing_is_left_of_a_run_that_broke(tmp_path: Path, reading: Reading) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(AttributeError), writer(None, path) as out:
        out.write(None, [reading])  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_page_is_not_replaced_by_a_failure_but_documents_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.html", "a.json", "a.jsonl"):
        (tmp_path / name).write_text("before", encoding="utf-8")
        with writer(None, tmp_path / name) as out:
            assert out.write(None, LOST)
    assert capsys.readouterr().err == "recoupe: lost.txt: no words\n" * 3
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "before"
    [document] = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert document["error"]["kind"] == "empty_input"


def test_two_reports_do_not_fit_in_one_page_but_in_a_folder(
    tmp_path: Path, reading: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    with writer(None, tmp_path / "a.html") as out:
        out.write(None, reading)
        with pytest.raises(UsageError, match="give a folder"):
            out.write(None, reading)
    (tmp_path / "a.html").unlink()
    assert list(tmp_path.iterdir()) == []
    with writer(Format.HTML, tmp_path / "pages") as out:
        out.write(None, reading)
        out.write(None, reading)
    assert capsys.readouterr().out == f"2 read: open {tmp_path / 'pages' / 'index.html'}\n"


@pytest.mark.parametrize(("place", "says"), [(".", "a folder"), ("none/a.json", "make it first")])
def test_a_place_that_cannot_be_is_said_to_be_so(tmp_path: Path, place: str, says: str) -> None:
    with pytest.raises(UsageError, match=says), writer(None, tmp_path / place):
        pass


def test_a_full_disk_is_one_line(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    monkeypatch.setattr(output, "_open", lambda path, part: full.open("w", encoding="utf-8"))
    with (
        pytest.raises(UsageError, match="cannot write: No space left"),
        writer(None, Path("a.jsonl")) as out,
    ):
        out.write(None, reading)


def test_the_table_takes_brackets_for_words(
    reading: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    with writer(Format.TABLE, None) as out:
        out.write(None, reading)
    assert "Rien trouvé." in capsys.readouterr().out


def test_a_second_report_leaves_nothing_of_a_page_on_standard_output(
    reading: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.suppress(UsageError), writer(Format.HTML, None) as out:
        out.write(None, reading)
        out.write(None, reading)
    assert capsys.readouterr().out == ""


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path, reading: Reading) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        came = reader.submit(pipe.read_text, encoding="utf-8")
        with writer(None, pipe) as out:
            out.write(None, reading)
        assert came.result(5).startswith('{"schema"')
    assert pipe.is_fifo()


def test_pages_do_not_go_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before", encoding="utf-8")
    with (
        pytest.raises(UsageError, match="this is a file, and pages go into a folder"),
        writer(Format.HTML, tmp_path / "a.txt"),
    ):
        pass


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_failure_stands_on_a_line_of_its_own_beside_the_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress() as advance:
        advance()
        told("recoupe: lost.txt: no words")
    assert re.search(r"[\r\n](\x1b\[2K)?recoupe: lost", terminal.getvalue()), terminal.getvalue()


def test_an_interrupted_run_says_what_it_did_not_write(
    tmp_path: Path, reading: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    with contextlib.suppress(KeyboardInterrupt), writer(None, path) as out:
        out.write(None, reading)
        raise KeyboardInterrupt
    assert capsys.readouterr().err == f"recoupe: {path}: interrupted, and not written\n"
    assert list(tmp_path.iterdir()) == []
