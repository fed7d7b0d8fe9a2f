"""What a verification counts and finds, kept short however much is ruined."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from recoupe.errors import RecoupeError
from recoupe.store.records import Problem

Progress = Callable[[str, int], None]
"""Told what is being checked, and how many of it were."""

SHOWN: Final = 20
"""Problems of one kind that are named one by one; of the rest only the number is told."""
_VALUE: Final = 60


class Findings:
    """Counts what was checked, and holds the problems; memory does not grow with the casefile."""

    def __init__(self, progress: Progress | None = None, *, goes_on: bool = True) -> None:
        """``goes_on`` says whether a database answers again after it has failed once."""
        self.checked: Counter[str] = Counter()
        self.goes_on = goes_on
        self._progress = progress
        self._found: dict[str, list[Problem]] = {}
        self._left_out: Counter[str] = Counter()

    def count(self, what: str, number: int = 1) -> None:
        """Count what was checked."""
        self.checked[what] += number
        if self._progress is not None:
            self._progress(what, self.checked[what])

    def add(self, where: str, what: str, *, kind: str = "") -> None:
        """Note a problem; ``kind`` groups those that are told as a number if there are many."""
        group = kind or what
        found = self._found.setdefault(group, [])
        if len(found) < SHOWN:
            found.append(Problem(where, what))
        else:
            self._left_out[group] += 1

    def differs(self, where: str, column: str, kept: object, wanted: object) -> None:
        """Note that a column does not hold what it is to hold."""
        table = where.split(" ", 1)[0]
        said = f"{column} is {short(kept)}, and is to be {short(wanted)}"
        self.add(where, said, kind=f"{table}.{column}")

    def problems(self) -> tuple[Problem, ...]:
        """Return every problem, those of one kind together, and how many were left out."""
        told: list[Problem] = []
        for group, found in self._found.items():
            told += found
            if more := self._left_out[group]:
                table = found[0].where.split(" ", 1)[0]
                told.append(Problem(table, f"and {more:,} more like these ({group})"))
        return tuple(told)

    @contextmanager
    def checking(self, where: str) -> Iterator[None]:
        """Note what breaks a check off, which on a ruined file may be anything, and go on."""
        try:
            yield
        except Exception as error:
            if isinstance(error, SQLAlchemyError) and not self.goes_on:
                raise
            self.add(
                where,
                f"cannot be checked: {said(error)}",
                kind=f"{where.partition(' ')[0]}: broken",
            )

    @contextmanager
    def section(self, connection: Connection, where: str) -> Iterator[None]:
        """Check a part by itself: what breaks it off is noted, and the other parts are checked."""
        point = connection.begin_nested()
        try:
            yield
        except Exception as error:
            point.rollback()
            self.add(where, f"cannot be checked: {said(error)}")
        else:
            point.commit()


def said(error: BaseException) -> str:
    """Return what an error says, on one line, without the question that was asked."""
    if isinstance(error, RecoupeError):
        return error.what
    original = getattr(error, "orig", None) or error
    words = " ".join(str(original).split())
    return words[:200] or type(original).__name__


def short(value: object) -> str:
    """Return a value as it is shown in a problem: JSON, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _VALUE else f"{text[:_VALUE]}… ({len(text):,} characters)"
