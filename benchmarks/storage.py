"""What a casefile costs: bytes a report by part, and storing against reading in CPU time.

    python benchmarks/storage.py [--mode fast] FILE...

Reads the files (without any: the bundled demo reports) in this one process, adds each to a new
casefile in a temporary folder, and prints both. Reading is timed after one round that loads the
models. SQLite must have ``dbstat``, which Python's own mostly has.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from datetime import date
from pathlib import Path

from recoupe.capture import capture_inputs
from recoupe.engine import LocalEngine
from recoupe.flow import ReadOptions, read_captures
from recoupe.model import Capture, Declared, Failure, Reading
from recoupe.store import new_casefile

DEMO = Path(__file__).parent.parent / "src" / "recoupe" / "demo" / "reports"
WORDS = ("article_words", "statement_words", "report_words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", choices=("accurate", "fast"), default="fast")
    parser.add_argument("files", nargs="*")
    given = parser.parse_args()
    files = given.files or [str(path) for path in sorted(DEMO.iterdir())]
    captures = list(capture_inputs(files, declared=Declared(), allow_private=False))
    options = ReadOptions(date.today(), mode=given.mode)
    engine = LocalEngine(1)
    list(read_captures(captures[:2], options, engine))
    start = time.process_time()
    read = [
        (capture, reading)
        for capture, reading in read_captures(captures, options, engine)
        if not isinstance(capture, Failure) and not isinstance(reading, Failure)
    ]
    reading_cost = (time.process_time() - start) / len(read)
    with tempfile.TemporaryDirectory() as folder:
        storing_cost = store(Path(folder) / "case", read)
        words = sum(len(reading.article.text.split()) for _, reading in read) / len(read)
        print(f"{len(read)} reports of {words:.0f} words, {given.mode} mode")
        print(f"reading {reading_cost * 1e3:.1f} ms, storing {storing_cost * 1e3:.1f} ms of CPU")
        print(f"storing adds {storing_cost / reading_cost:.1%}")
        for name, size in parts(Path(folder) / "case").items():
            print(f"{name:20} {size / len(read):10,.0f} bytes a report")


def store(case: Path, read: list[tuple[Capture, Reading]]) -> float:
    """Add everything to a new casefile; return the seconds of CPU for one report."""
    with new_casefile(str(case), author="benchmark") as casefile:
        start = time.process_time()
        for capture, reading in read:
            casefile.add_report(capture, reading, author="benchmark")
        return (time.process_time() - start) / len(read)


def parts(case: Path) -> dict[str, int]:
    """Return the bytes of each part of a casefile, the largest first."""
    sizes = {"captured bytes": sum(path.stat().st_size for path in case.rglob("captures/*/*"))}
    with sqlite3.connect(case / "casefile.db") as database:
        of = dict(database.execute("SELECT name, tbl_name FROM sqlite_master"))
        for name, size in database.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            table = of.get(name, name)
            words = next((one for one in WORDS if table.startswith(one)), None)
            part = "index of words" if words else "keys and indexes" if table != name else table
            sizes[part] = sizes.get(part, 0) + size
    database.close()
    sizes["casefile.db"] = sum(sizes.values()) - sizes["captured bytes"]
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


if __name__ == "__main__":
    main()
