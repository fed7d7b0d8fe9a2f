"""Steps that do well, and badly, on numbers; and what they leave to be looked at."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from pathlib import Path

from recoupe.errors import EmptyInputError


def halve(number: int) -> int:
    if number == 5:
        raise EmptyInputError("five is empty", where="5")
    if number == 7:
        raise ZeroDivisionError("seven")
    return number // 2


def uneven(number: int) -> int:
    """Take longest for the first of every four."""
    time.sleep(0.06 if number % 4 == 0 else 0.0)
    return number


def waits_for_the_last(number: int, folder: Path) -> int:
    """Come back for 0 when 9 was done, and for others at once."""
    while number == 0 and not (folder / "9").exists():
        time.sleep(0.02)
    (folder / str(number)).touch()
    return number


def locked(number: int) -> object:
    """Return something that no engine can hand over."""
    return threading.Lock() if number == 2 else number


def note(folder: Path, number: int) -> int:
    """Note that an item is tried; return how often it was."""
    made = len(list(folder.glob(f"{number}-*"))) + 1
    (folder / f"{number}-{made}").write_text(str(os.getpid()), encoding="ascii")
    return made


def poisoned(number: int, folder: Path) -> int:
    """Kill the worker at 3, each time."""
    note(folder, number)
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def killed_once(number: int, folder: Path) -> int:
    if note(folder, number) == 1 and number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def hangs(number: int, folder: Path) -> int:
    """Never come back from C code at 3, which holds the interpreter meanwhile."""
    note(folder, number)
    if number == 3:
        re.match("(a+)+b", "a" * 60)
    return number


def rests(number: int, folder: Path) -> int:
    """Come back at once for 0, and for others in an hour."""
    note(folder, number)
    time.sleep(3600 if number else 0)
    return number


def whose(number: int) -> int:
    del number
    return os.getpid()


def slowly_whose(number: int) -> int:
    """Take so long that every worker gets some."""
    time.sleep(0.3)
    return whose(number)
