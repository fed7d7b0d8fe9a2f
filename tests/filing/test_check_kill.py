"""kill -9 in the middle of a check: the kept one is whole, of the state before or after."""

from __future__ import annotations

from multiprocessing.connection import Connection
from random import Random

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.store import open_casefile
from tests.filing.test_checking import begun, from_nothing
from tests.filing.worlds import ME, report
from tests.store.killing import killed

KILLS = 12
pytestmark = pytest.mark.process


def add_and_check(case: str, _kind: str, first: int, acknowledged: Connection) -> None:
    """Add a report and check, for ever, and acknowledge each check as soon as it is kept."""
    with open_casefile(case) as casefile:
        number = first
        while True:
            made = report(Random(number), f"https://{number}.paper.example")  # noqa: S311
            casefile.add_report(*made, author=ME)
            check_case(casefile, LocalEngine())
            acknowledged.send(number)
            number += 1


def test_a_check_outlives_every_kill_whole(case: str) -> None:
    begun(case).close()
    moments = Random(case[:4])  # noqa: S311 - not a secret
    number = reports = 0
    for _ in range(KILLS):
        task = (case, "checking", number)
        number += len(killed(add_and_check, task, moments.randrange(2), moments.uniform(0, 0.6)))
        with open_casefile(case) as casefile:
            assert casefile.verify().clean
            kept, state = casefile.crosscheck(), casefile.check_state()
            if kept is not None:
                assert state is not None
                there = sum(1 for _ in casefile.reports())
                assert len(kept.reports) + state.missing == there
                assert reports <= len(kept.reports) <= there
                reports = len(kept.reports)
    with open_casefile(case) as casefile:
        assert check_case(casefile, LocalEngine()).found == from_nothing(casefile)
        assert casefile.verify().clean
