"""What a kept cross-check costs: python benchmarks/rechecking.py [1000 3000].

Made-up news (``made_news.py``) is filed in a new casefile and checked; then five reports more are
added one by one, each followed by a check, as ``recoupe add`` and ``recoupe check`` do. Printed are
CPU seconds of one process and bytes of the database. ``whole`` is the time until the cross-check is
at hand as a whole, to be printed; ``kept`` is without what that takes, ``status`` needs no more.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from made_news import news

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Declared, Reading, make_capture
from recoupe.store import Casefile, new_casefile

LATER = 5
CAPTURED = datetime(2040, 1, 1, tzinfo=UTC)


def main() -> None:
    for number in [int(size) for size in sys.argv[1:]] or [1_000, 3_000]:
        made = list(news(number + LATER))
        later = [made.pop(at * number // LATER) for at in range(LATER)]
        with (
            tempfile.TemporaryDirectory() as folder,
            new_casefile(str(Path(folder) / "case"), author="benchmark") as casefile,
        ):
            path = Path(folder) / "case" / "casefile.db"
            for reading in made:
                add(casefile, reading)
            before = size_of(path)
            first, _ = timed(lambda: check_case(casefile, LocalEngine()))
            kept = size_of(path) - before
            none, _ = timed(lambda: check_case(casefile, LocalEngine()))
            each, anew = [], []
            for reading in later:
                add(casefile, reading)
                seconds, done = timed(lambda: check_case(casefile, LocalEngine()))
                each.append(seconds)
                anew.append(done.anew)
            again, done = timed(lambda: check_case(casefile, LocalEngine(), again=True))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{number:6} reports {len(done.found.stories):6} stories: first {first:7.1f} s, all "
            f"anew {again:7.1f} s, nothing altered {none:5.1f} s, after one report "
            f"{sum(each) / LATER:5.1f} s ({', '.join(f'{one:.1f}' for one in each)}; stories "
            f"{anew}), {kept / number:,.0f} bytes a report, {peak:,.0f} MB",
            flush=True,
        )


def add(casefile: Casefile, reading: Reading) -> None:
    article = reading.article
    capture = make_capture(
        article.text.encode(),
        source=article.input,
        media_type="text/plain",
        captured_at=CAPTURED,
        declared=Declared(input_id=article.input_id),
    )
    casefile.add_report(capture, reading, author="benchmark")


def timed(step: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    done = step()
    return time.process_time() - start, done


def size_of(path: Path) -> int:
    """Return how many bytes a database holds, what waits to be written into it included."""
    import sqlite3

    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    return path.stat().st_size


if __name__ == "__main__":
    main()
