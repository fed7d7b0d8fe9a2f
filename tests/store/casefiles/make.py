"""Makes the casefile of the newest schema that later programs must be able to open.

    RECOUPE_TEST_POSTGRESQL=$(.ci/postgresql start) python -m tests.store.casefiles.make

writes the folder of the schema's version beside this file. It is run once for each released
schema, by the program that releases it, and what it wrote is never changed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import LISTS, CrossCheck, Draft, Failure, record_json
from recoupe.model.metadata import Author, Metadata
from recoupe.store import Casefile, new_casefile
from recoupe.store.backup import copy_casefile
from recoupe.store.migrations import STEPS
from tests.store.building import PAIR, report
from tests.store.databases import SERVER_VARIABLE, new_database

HERE: Final = Path(__file__).parent
CASE: Final = "case"
DUMP: Final = "postgresql.sql"
EXPECTED: Final = "expected.json"
ME: Final = "Ana Tester"
_SETTING: Final = re.compile(r"^(SET |SELECT pg_catalog\.set_config|--|\\).*\n", re.M)
"""Lines of a dump that only the same version of the server and its own program understand."""


def fill(casefile: Casefile) -> None:
    """Put something of everything into a casefile."""
    job = casefile.begin_job(["https://paper.example/feed"], {"mode": "fast"}, author=ME)
    for address, killed, hours in (("one", 12, 0), ("one", 15, 2), ("two", 9, 1), ("three", 9, 3)):
        made = report(f"https://paper.example/{address}", killed=killed, hours=hours, version="2")
        casefile.add_report(*made, author=ME, job=job.id)
    capture, reading = report("https://paper.example/four", killed=7, hours=4, version="2")
    exchange = replace(capture, records=PAIR, record=PAIR[-1].id)
    withdrawn = Metadata(authors=(Author("Ana Tester"),), status="canceled")
    reading = replace(reading, article=replace(reading.article, metadata=withdrawn))
    casefile.add_report(exchange, reading, author=ME, job=job.id)
    casefile.watch("https://paper.example/feed", {}, author=ME, at="2022-05-05T12:00:00+00:00")
    failure = Failure("https://paper.example/x", None, "empty_input", "empty", retryable=False)
    casefile.add_failure(failure, author=ME, job=job.id)
    one, _, two, *_ = (reviewed.reading for reviewed in casefile.readings(latest=False))
    heard, counted, denied = two.statements
    for draft in (
        Draft("confirm", "statement", heard.id, ME, "heard the tape"),
        Draft("correct", "figure", two.figures[0].id, ME, "nine or ten", {"high": 10}),
        Draft("reject", "statement", denied.id, ME, "not theirs"),
        Draft("note", "place", one.places[0].id, ME, "the old port"),
        Draft("protect", "statement", counted.id, ME, "a witness"),
        Draft("correct", "report", two.article.id, ME, "misprinted", {"outlet": "The Port Paper"}),
    ):
        kept = casefile.add_review(draft)
    casefile.add_review(Draft("undo", "review", kept.id, ME, "it was right"))
    check_case(casefile, LocalEngine())
    finding = casefile.findings().findings[0]
    casefile.add_review(Draft("confirm", "finding", finding.id, ME, "asked them all"))
    casefile.add_review(
        Draft("split", "lineage", two.article.id, ME, "both were there", others=(one.article.id,))
    )
    check_case(casefile, LocalEngine())
    casefile.note_export("csv", {"rows": "4"}, author=ME)


def said(casefile: Casefile) -> dict[str, Any]:
    """Return what a casefile says of everything in it, in the words of the public interface."""
    check = casefile.crosscheck()
    kept = [[one.id, one.type, one.sha256] for one in casefile.records()]
    return {
        **({} if check is None else {"crosscheck": told(check)}),
        **({"records": kept} if kept else {}),
        "reports": [[one.id, one.address, one.versions] for one in casefile.reports()],
        "readings": [
            {
                "article": one.reading.article.id,
                "text": one.reading.article.text,
                "outlet": one.reading.article.outlet,
                "standing": {mark.id: mark.standing for mark in one.marks.values()},
                **{
                    name: [record_json(record) for record in getattr(one.reading, name)]
                    for name in LISTS.values()
                },
            }
            for one in casefile.readings(latest=False)
        ],
        "changes": [
            [version.number, [change.kind for change in version.change.statements]]
            for record in casefile.reports()
            for version in casefile.versions(record.id)
            if version.change
        ],
        "reviews": [
            [one.number, one.id, one.author, one.action, one.kind, one.target, one.reason]
            for one in casefile.reviews()
        ],
        "failures": [one.failure.input for one in casefile.failures()],
        "jobs": [one.id for one in casefile.jobs()],
        "log": [line.hash for line in casefile.log()],
    }


def told(check: CrossCheck) -> dict[str, Any]:
    """Return what a cross-check says, without what later programs may word another way."""
    return {
        "stories": [[one.id, one.title, one.start, list(one.reports)] for one in check.stories],
        "lineage": [
            [one.report, one.source, one.kind, [passage.here.text for passage in one.passages]]
            for one in check.lineage
        ],
        "findings": [
            [
                one.id,
                one.kind,
                one.matter,
                [
                    [said.party, said.stance, said.low, [where.span.text for where in said.said]]
                    for said in one.positions
                ],
            ]
            for one in check.findings
        ],
    }


def make(folder: Path) -> None:
    """Write the casefile, on both databases, and what it says."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with chdir(folder):  # so that no path of this machine stands in it
        with new_casefile(CASE, author=ME, name="Port-Clair") as casefile:
            fill(casefile)
            expected = said(casefile)
            with new_database(os.environ[SERVER_VARIABLE]) as url:
                copy_casefile(casefile, url, author=ME).close()
                Path(DUMP).write_text(dumped(url), "utf-8")
        Path(EXPECTED).write_text(json.dumps(expected, ensure_ascii=False, indent=1), "utf-8")
        pack(Path(CASE) / "casefile.db")


def pack(path: Path) -> None:
    """Make a database file as small as it can be: most of it is pages of empty indexes."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in ("PRAGMA journal_mode=DELETE", "PRAGMA page_size=1024", "VACUUM"):
        connection.execute(statement).fetchall()
    connection.close()


def dumped(url: str) -> str:
    """Return a database as SQL that every supported server runs."""
    found = subprocess.run(
        ["pg_dump", "--inserts", "--no-owner", "--no-privileges", url],  # noqa: S607 - Debian's
        check=True,
        capture_output=True,
        text=True,
    )
    return re.sub(r"\n{3,}", "\n\n", _SETTING.sub("", found.stdout)).lstrip()


if __name__ == "__main__":
    make(HERE / STEPS.newest)
