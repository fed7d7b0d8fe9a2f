"""What reading costs: the command, the first report, each further one, against spaCy alone.

    python benchmarks/read.py [INPUT...]

Without inputs the bundled reports are read. Ratios are against ``spacy.pipe`` with the same
pipelines over the same texts in the same run; seconds are of this machine and day.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files

from recoupe.cli.running import results
from recoupe.model import Reading
from recoupe.reading.pipelines import pipeline

HELP = [sys.executable, "-m", "recoupe", "--help"]
ROUNDS = 3


def best(task: Callable[[], object]) -> float:
    """Return the seconds of the quickest of a few rounds: the others measure the machine."""
    return min(_seconds(task) for _ in range(ROUNDS))


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def read(inputs: list[str]) -> list[Reading]:
    return [result for _, result in results(inputs) if isinstance(result, Reading)]


def parse_alone(readings: list[Reading]) -> None:
    for language in sorted({reading.article.language for reading in readings}):
        texts = [r.article.text for r in readings if r.article.language == language]
        for _ in pipeline(language).pipe(texts, batch_size=16):
            pass


def main() -> None:
    inputs = sys.argv[1:] or [str(files("recoupe.demo").joinpath("reports"))]
    help_ = best(lambda: subprocess.run(HELP, capture_output=True, check=True))
    first = _seconds(lambda: read(inputs))
    readings = read(inputs)
    warm, alone = best(lambda: read(inputs)), best(lambda: parse_alone(readings))
    words = sum(len(reading.article.text.split()) for reading in readings)
    count = len(readings)
    print(f"recoupe --help             {help_:6.2f} s")
    print(f"first run, models loaded   {first:6.2f} s for {count} reports of {words:,} words")
    print(f"each report, warm          {warm / count:6.3f} s, {count / warm:.1f} a second")
    print(f"spaCy alone                {alone / count:6.3f} s, {count / alone:.1f} a second")
    print(f"ratio                      {warm / alone:6.2f}")


if __name__ == "__main__":
    main()
