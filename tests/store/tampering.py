"""A casefile with some of everything, and hands that get round every guard of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, text

from recoupe.model import Draft, Failure
from recoupe.store import Casefile, new_casefile
from recoupe.store.copying import tables_of
from recoupe.store.records import Problem
from tests.store.building import report


def filled(case: str) -> Casefile:
    """Return a casefile of three reports, one in two versions, with reviews and a failure."""
    casefile = new_casefile(case, author="desk")
    for number in (1, 2, 3):
        captured = report(f"https://paper.example/{number}", place=f"Port-{number}")
        casefile.add_report(*captured, author="desk")
    newer = report("https://paper.example/3", place="Port-3", killed=14, hours=5)
    casefile.add_report(*newer, author="desk")
    for _ in range(2):
        failed = Failure("gone.txt", None, "missing_input", "gone.txt: not there", retryable=False)
        casefile.add_failure(failed, author="desk")
    first, *_ = casefile.readings()
    statement, figure = first.reading.statements[0], first.reading.figures[0]
    for draft in (
        Draft("correct", "statement", statement.id, "ana", "misread", {"stance": "denies"}),
        Draft("confirm", "figure", figure.id, "ben", "seen in the video"),
        Draft("note", "figure", figure.id, "ben", "ask the ministry"),
    ):
        casefile.add_review(draft)
    return casefile


def all_(connection: Connection) -> list[Any]:
    return list(tables_of(connection).values())


@contextmanager
def unguarded(casefile: Casefile) -> Iterator[Connection]:
    """Write as somebody does who knows how to get round every guard, and covers it up."""
    with casefile.database.engine.connect() as connection:
        if casefile.database.on_sqlite:
            driver = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF")
            asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            triggers = connection.exec_driver_sql(asked).all()
            for name, _ in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            yield connection
            for _, sql in triggers:
                connection.exec_driver_sql(sql)
            connection.commit()
            driver.execute("PRAGMA foreign_keys=ON")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
            yield connection
            connection.exec_driver_sql("SET session_replication_role = origin")
            connection.commit()


def tamper(casefile: Casefile, *statements: str) -> None:
    with unguarded(casefile) as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount, f"nothing done: {statement}"


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.where}: {one.what}" for one in problems]


def names(casefile: Casefile) -> dict[str, str]:
    """Return the ids of what tests tamper with, by the names that they use."""
    asked = {
        "article": "SELECT id FROM articles WHERE number = 1",
        "newer": "SELECT id FROM articles WHERE number = 4",
        "report": "SELECT report FROM articles WHERE number = 1",
        "statement": "SELECT id FROM statements WHERE review = 'corrected'",
        "entity": "SELECT id FROM entities ORDER BY number LIMIT 1",
        "figure": "SELECT id FROM figures ORDER BY number LIMIT 1",
        "reviewed": "SELECT id FROM figures WHERE review = 'confirmed'",
        "place": "SELECT id FROM places ORDER BY number LIMIT 1",
        "free_place": "SELECT id FROM places WHERE name = 'Riga' AND article = "
        "(SELECT id FROM articles WHERE number = 1)",
        "time": "SELECT id FROM times ORDER BY number LIMIT 1",
        "event": "SELECT id FROM events ORDER BY number LIMIT 1",
        "evidence": "SELECT id FROM evidence ORDER BY number LIMIT 1",
        "party": "SELECT party FROM entities ORDER BY number LIMIT 1",
        "review": "SELECT id FROM reviews WHERE number = 2",
        "capture": "SELECT id FROM captures WHERE number = 1",
        "failure": "SELECT id FROM failures",
        "case": "SELECT id FROM casefile",
    }
    with casefile.database.reading() as connection:
        known = {name: connection.execute(text(one)).scalar_one() for name, one in asked.items()}
    if casefile.database.on_sqlite:
        return {**known, "words": "rowid", "json": "text"}
    return {**known, "words": "number", "json": "json"}


def check_found(casefile: Casefile, known: dict[str, str], *expected: str) -> None:
    """Assert that each of ``expected`` begins a problem, and every problem with one of them."""
    wanted = [one.format(**known) for one in expected]
    found = lines(casefile.verify().problems)
    assert [one for one in wanted if not any(line.startswith(one) for line in found)] == [], found
    assert [line for line in found if not line.startswith(tuple(wanted))] == []
