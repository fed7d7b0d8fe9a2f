"""A worker that hangs ends, wherever it hangs; other processes are never ended."""

from __future__ import annotations

import faulthandler
import re
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.engine import deadline
from recoupe.errors import UsageError

HANGS = "import re; re.match('(a+)+b', 'a' * 60)"
"""Keeps the interpreter in C code, in which no other thread of Python runs."""


def run(note: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    begin = (
        "import os, time",
        "from recoupe.engine.deadline import may_end, watched",
        f"may_end(os.open({str(note)!r}, os.O_WRONLY | os.O_CREAT, 0o600))",
    )
    command = [sys.executable, "-c", "\n".join((*begin, *lines))]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.process
def test_a_hang_in_c_code_ends_the_process_and_leaves_a_note(tmp_path: Path) -> None:
    done = run(tmp_path / "note", "with watched(.2):", f"    {HANGS}", "print('not reached')")
    assert done.returncode == 1
    assert (done.stdout, done.stderr) == ("", "")
    note = (tmp_path / "note").read_text(encoding="utf-8")
    assert note.startswith("Timeout")
    assert re.fullmatch(r"match \(re/__init__.py, line \d+\)", deadline.hung_in(note))


def test_a_note_tells_of_the_main_thread() -> None:
    note = (
        "Timeout (0:00:10)!\n"
        "Thread 0x00001 (most recent call first):\n"
        '  File "/lib/threading.py", line 320 in wait\n\n'
        "Thread 0x00002 (most recent call first):\n"
        '  File "/site/recoupe/reading/reader.py", line 7 in read\n'
        '  File "/site/recoupe/flow.py", line 9 in read_batch\n'
    )
    assert deadline.hung_in(note) == "read (reading/reader.py, line 7)"
    assert deadline.hung_in("Timeout (0:00:10)!\nThread 0x00001 (most recent") == "C code"
    assert deadline.hung_in("") == ""


@pytest.mark.process
def test_what_ends_in_time_is_left_alone(tmp_path: Path) -> None:
    lines = ("with watched(.5):", "    print('done')", "time.sleep(1)", "print('on')")
    done = run(tmp_path / "note", *lines)
    assert (done.returncode, done.stdout) == (0, "done\non\n")
    assert (tmp_path / "note").read_text(encoding="utf-8") == ""


@pytest.mark.process
def test_an_inner_deadline_holds_alone_and_the_outer_begins_anew(tmp_path: Path) -> None:
    lines = (
        "with watched(1):",
        "    for part in range(4):",
        "        with watched(30):",
        "            time.sleep(.5)",
        "    print('longer than the outer one', flush=True)",
        f"    {HANGS}",
        "print('not reached')",
    )
    done = run(tmp_path / "note", *lines)
    assert (done.returncode, done.stdout) == (1, "longer than the outer one\n")
    assert (tmp_path / "note").read_text(encoding="utf-8").startswith("Timeout (0:00:01)")


def test_a_program_that_is_no_worker_is_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(faulthandler, "dump_traceback_later", refuse)
    with deadline.watched(0.001):
        assert True


@pytest.mark.parametrize(("said", "seconds"), [(None, 600), ("90", 90), ("0", None)])
def test_the_environment_sets_the_deadline(
    said: str | None, seconds: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(deadline.SETTING, raising=False)
    if said is not None:
        monkeypatch.setenv(deadline.SETTING, said)
    assert deadline.usual_deadline() == seconds


@pytest.mark.parametrize("said", ["soon", "-1", "inf", "nan"])
def test_a_deadline_must_be_a_number(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(deadline.SETTING, said)
    with pytest.raises(UsageError, match=deadline.SETTING):
        deadline.usual_deadline()
