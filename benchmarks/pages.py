"""What pages of the application cost: python benchmarks/pages.py [--reports 5000] [--case FOLDER].

A casefile is made (``pages_case.py``: some minutes for 5,000 reports; ``--case`` keeps it, and
takes the one that is there): one story of 1,000 reports with some 12,500 statements, others of 1 to
40, and a report of 10,000 statements. Printed are, for each page and each address of the JSON
interface, its bytes, and CPU seconds of the whole answer: the first time after the application
began, and the best and the worst of three times after that. Where much else runs, they are more.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient
from pages_case import AUTHOR, LARGEST, fill
from sqlalchemy import Select, func, select

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.dossier.web.warming import load
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.schema import articles, derivations, statements, story_reports

AGAIN = 3


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--reports", type=int, default=5_000)
    asked.add_argument("--case", type=Path, help="where the casefile is, or is to be, kept")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = told.case or Path(folder) / "case"
        if not where.exists():
            with new_casefile(str(where), author=AUTHOR) as made:
                fill(made, told.reports, told.reports // 5, 2 * told.reports)
        with open_casefile(str(where)) as casefile:
            measure(casefile)


def measure(casefile: Casefile) -> None:
    load()
    print(f"{'page':34} {'bytes':>9} {'first':>6} {'again':>12}  s CPU")
    app = application(casefile, Settings(author=AUTHOR))
    client = TestClient(app, base_url="http://localhost:8787")
    named = dict(addresses(casefile))
    for name, address in named.items():
        show(client, name, address)


def show(client: TestClient, name: str, address: str) -> None:
    times, size = [], 0
    for _ in range(1 + AGAIN):
        before = time.process_time()
        answer = client.get(address)
        times.append(time.process_time() - before)
        size = len(answer.content)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
    first, *again = times
    print(f"{name:34} {size:9,} {first:6.2f} {min(again):5.2f}–{max(again):.2f}")


def addresses(casefile: Casefile) -> Iterator[tuple[str, str]]:
    """Yield what is looked at by name, with its address."""
    found = _chosen(casefile)
    story, large = f"/stories/{found['story']}", f"/stories/{LARGEST}"
    report, long = f"/reports/{found['report']}", f"/reports/{found['long']}"
    yield "the case", "/"
    yield "the case, its last stories", "/?offset=500"
    yield "a story of 40 reports", story
    yield "a story of 1,000 reports", large
    yield "the same, page 2", f"{large}?page=2"
    yield "the same, its last page", f"{large}?page=1000000"
    yield "a report", report
    yield "the report copied most", f"/reports/{found['copied']}"
    yield "a report of 10,000 statements", long
    yield "the same, part 30", f"{long}?part=30"
    yield "a statement", f"/statements/{found['statement']}"
    yield "a statement of 10,000", f"/statements/{found['far']}"
    yield "a speaker", f"/speakers/{found['party']}"
    yield "who says 10,000 things", f"/speakers/{found['speaker']}"
    yield "an outlet", f"/outlets/{quote(found['outlet'], safe='')}"
    yield "the search", "/search"
    yield "a search for a word", "/search?q=people"
    for page in ("quality", "tasks", "docs"):
        yield page, f"/{page}"
    yield from _interface(story, large, report, long)


def _interface(story: str, large: str, report: str, long: str) -> Iterator[tuple[str, str]]:
    for name, address in (
        ("case", "/case"),
        ("stories", "/stories"),
        ("a story", story),
        ("a story of 1,000", large),
        ("findings", "/findings"),
        ("findings of 1,000", f"/findings?story={LARGEST}"),
        ("a report", report),
        ("its versions", f"{report}/versions"),
        ("its lineage", f"{report}/lineage"),
        ("10,000 statements", long),
        ("a search", "/search?q=people"),
    ):
        yield f"API: {name}", f"/api{address}"


def _chosen(casefile: Casefile) -> dict[str, str]:
    """Return the ids of what is looked at."""
    articled, storied = statements.c.article, story_reports.c.story
    most = select(articled).group_by(articled).order_by(func.count().desc()).limit(1)
    with casefile.database.reading() as connection:

        def first(question: Select[Any], at: int = 0) -> str:
            return str(connection.execute(question.limit(1).offset(at)).scalar_one())

        long = first(most)
        stories = select(storied).group_by(storied).order_by(func.count().desc())
        story = first(stories, 1)
        report = first(select(story_reports.c.article).where(storied == story))
        copied = select(derivations.c.source).where(derivations.c.source.is_not(None))
        by_party = select(statements.c.party).group_by(statements.c.party)
        spoken = by_party.order_by(func.count().desc())
        return {
            "long": long,
            "far": first(select(statements.c.id).where(articled == long), 1500),
            "story": story,
            "report": report,
            "statement": first(select(statements.c.id).where(articled == report)),
            "copied": first(copied.group_by(derivations.c.source).order_by(func.count().desc())),
            "speaker": first(spoken),
            "party": first(spoken, 1),
            "outlet": first(select(articles.c.outlet)),
        }


if __name__ == "__main__":
    main()
