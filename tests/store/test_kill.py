"""kill -9 at random moments: nothing half there, nothing twice, nothing acknowledged lost."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from recoupe.errors import CasefileMissingError
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.schema import articles
from tests.store.contents import contents
from tests.store.killing import ADDRESSES, ME, TASKS, add, do, given, killed, make

KILLS = 34
"""In each of the six ways: 204 in all."""
MOST = 3
"""How many tasks are done before a kill, at most, less one."""
CHECKED = 9
"""After how many kills everything is verified."""

pytestmark = pytest.mark.process


def begun(case: str) -> str:
    """Make a casefile with the reports that are reviewed and read again."""
    with new_casefile(case, author=ME) as casefile:
        for number in range(ADDRESSES):
            add(casefile, number)
    return case


@pytest.mark.parametrize("kind", TASKS)
def test_what_was_acknowledged_outlives_every_kill(case: str, kind: str, tmp_path: Path) -> None:
    begun(case)
    moments = Random(kind)  # noqa: S311 - not a secret
    first = done = ADDRESSES if kind == "adding" else 0
    task = 0.02
    for kill in range(1, KILLS + 1):
        begin = time.monotonic()
        acknowledged = killed(
            do, (case, kind, done), moments.randrange(MOST), moments.uniform(0, 2 * task)
        )
        assert acknowledged == list(range(done, done + len(acknowledged)))
        task = (time.monotonic() - begin) / (len(acknowledged) + 2)
        with open_casefile(case) as casefile:
            done = whole(casefile, kind, done + len(acknowledged))
            if kill % CHECKED == 0:
                assert casefile.verify().clean
    check(case, kind, range(first, done), tmp_path)


def whole(casefile: Casefile, kind: str, least: int) -> int:
    """Check that the tasks before ``least`` are done, and at most one more; return how many are."""
    if kind == "reading again":  # which can be done twice
        return least
    if kind == "adding":
        with casefile.database.reading() as connection:
            wanted = select(articles.c.id).order_by(articles.c.number)
            there = list(connection.execute(wanted).scalars())
        done = [given(number)[1].article.id for number in range(len(there))]
    else:
        there = [one.reason for one in casefile.reviews()]
        done = [f"{number}" for number in range(len(there))]
    assert there == done
    assert least <= len(there) <= least + 1
    return len(there)


def check(case: str, kind: str, numbers: range, tmp_path: Path) -> None:
    """Check that a casefile is as it is when nobody kills anything."""
    with open_casefile(begun(str(tmp_path / "undisturbed"))) as undisturbed:
        for number in numbers:
            TASKS[kind](undisturbed, number)
        with open_casefile(case) as casefile:
            for one in (casefile, undisturbed):
                TASKS[kind](one, numbers.stop)
            assert casefile.verify().clean
            assert contents(casefile) == contents(undisturbed)


def test_what_is_killed_while_it_is_made_can_be_made_again(case: str) -> None:
    moments = Random(case[:5])  # noqa: S311 - not a secret
    for _ in range(10):
        killed(make, (case, "making", 0), 0, moments.uniform(0, 0.5))
        try:
            open_casefile(case).close()
        except CasefileMissingError as error:
            assert "no casefile here" in error.what  # noqa: PT017 - one of two good ends
        else:
            break
    else:
        new_casefile(case, author=ME).close()
    with open_casefile(case) as casefile:
        assert casefile.verify().clean
        assert [line.action for line in casefile.log()] == ["case"]
        add(casefile, 0)
