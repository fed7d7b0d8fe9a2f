"""Readers that know no language: quick ones, deadly ones; and a run in a process of its own."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from recoupe.capture.limits import Limits
from recoupe.engine import Engine, LocalEngine
from recoupe.errors import NoArticleError
from recoupe.flow import Batch, ReadOptions, Result
from recoupe.model import Capture, Failure, failure
from recoupe.pipeline.folder import FAILURES, READINGS, Folder
from recoupe.pipeline.options import Options
from recoupe.pipeline.running import Summary, run
from tests.capture.archives.making import crawl
from tests.filing.standing_in import reading_of

SLICE = 4000
"""Bytes of a slice in these tests: some three pages."""


def quick(batch: Batch, options: ReadOptions) -> tuple[Result, ...]:
    """Take all of a page for one statement; pier 7 has no report on it."""
    del options
    return tuple(_result(item) for item in batch)


def _result(item: Capture | Failure) -> Result:
    if isinstance(item, Failure):
        return None, item
    if b"Storm at pier 7<" in item.content:
        return item, failure(NoArticleError("no report", where=item.input), item.input)
    return item, reading_of(item)


@dataclass(frozen=True)
class Deadly:
    """Kills its process at the records called ``kills``, hangs at ``hangs``.

    With ``once``, a file, it kills only if that is not there yet. Each batch is ``slow`` seconds.
    """

    kills: tuple[str, ...] = ()
    hangs: tuple[str, ...] = ()
    once: str | None = None
    slow: float = 0.0

    def __call__(self, batch: Batch, options: ReadOptions) -> tuple[Result, ...]:
        time.sleep(self.slow)
        for item in batch:
            if isinstance(item, Failure):
                continue
            name = item.input.rpartition("/")[2]
            if name in self.hangs:
                time.sleep(600)
            if name in self.kills and self._first_time():
                os.kill(os.getpid(), signal.SIGKILL)
        return quick(batch, options)

    def _first_time(self) -> bool:
        if self.once is None:
            return True
        there = Path(self.once).exists()
        Path(self.once).touch()
        return not there


def options(*, size: int = SLICE, deadline: float | None = 60.0) -> Options:
    read = ReadOptions(date(2026, 1, 1), mode="fast")
    return Options(read, slice_bytes=size, limits=Limits(), deadline=deadline)


def apart(workers: int = 1, deadline: float = 60.0) -> LocalEngine:
    return LocalEngine(workers, apart=True, deadline=deadline)


def went(
    inputs: list[Path] | list[str], to: Path | str, engine: Engine | None = None, **more: Any
) -> Summary:
    """Run with the quick reader, in this process where no engine is given."""
    told = {"options": options(), "reader": quick, **more}
    return run([str(one) for one in inputs], str(to), engine=engine or LocalEngine(), **told)


def archives(folder: Path, *, pages: int = 20) -> list[Path]:
    """Make two archives in a folder, one packed and one not, and return them."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / "a.warc.gz", folder / "b.warc"]
    made[0].write_bytes(crawl(pages))
    made[1].write_bytes(crawl(pages // 2, packed=False))
    return made


def rows(to: Path | str, under: str = READINGS) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the rows of each file in a run's folder, by its name."""
    folder = Folder.at(str(to))
    found = []
    for name in folder.names(under):
        with folder.open(name) as file:
            found.append((name, pq.read_table(file).to_pylist()))
    return found


def failures(to: Path | str) -> list[dict[str, Any]]:
    """Return the rows of all failures."""
    return [row for _, found in rows(to, FAILURES) for row in found]


def main() -> None:
    """Run slowly with two workers: ``python -m tests.pipeline.readers DIR INPUT...``."""
    to, *inputs = sys.argv[1:]
    run(inputs, to, options(), apart(2), reader=Deadly(slow=0.1))


if __name__ == "__main__":
    main()
