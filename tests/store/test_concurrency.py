"""Several programs, and several threads, that add to and review one casefile at once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from recoupe.model import Capture, Draft, Reading
from recoupe.store import Casefile, new_casefile, open_casefile
from tests.store.building import report
from tests.store.contents import contents
from tests.store.killing import together

ME = "me"
WORKERS = 8
ADDRESSES = 4
VERSIONS = 3
REVIEWS = 6
SHARED = report("https://paper.example/shared")


def inputs() -> list[tuple[Capture, Reading]]:
    """Return the reports that everybody adds: each address has several versions."""
    return [
        report(f"https://paper.example/{address}", killed=10 + version, hours=version)
        for address in range(ADDRESSES)
        for version in range(VERSIONS)
    ]


def drafts(worker: int) -> list[Draft]:
    """Return a worker's reviews of the records of one report that everybody reviews."""
    reading = SHARED[1]
    targets = [("statement", reading.statements[0].id), ("figure", reading.figures[0].id)]
    return [
        Draft("note", *targets[number % 2], f"worker {worker}", f"{worker}.{number}")  # type: ignore[arg-type]
        for number in range(REVIEWS)
    ]


def work(case: str, worker: int) -> list[str]:
    """Add and review in an order of the worker's own; return the reviews that were acknowledged."""
    with open_casefile(case) as casefile:
        return do_all(casefile, worker)


def do_all(casefile: Casefile, worker: int) -> list[str]:
    order: list[tuple[Capture, Reading] | Draft] = [*inputs(), *drafts(worker)]
    Random(worker).shuffle(order)  # noqa: S311 - not a secret
    acknowledged = []
    for one in order:
        if isinstance(one, Draft):
            acknowledged.append(casefile.add_review(one).reason)
        else:
            casefile.add_report(*one, author=f"worker {worker}")
    assert {*acknowledged} <= {review.reason for review in casefile.reviews()}
    return acknowledged


def check(case: str, acknowledged: Sequence[Sequence[str]], alone: str) -> None:
    """Check that a casefile is as it is when one program does everything, one after the other."""
    with open_casefile(case) as casefile:
        assert casefile.verify().clean
        kept = [one.reason for one in casefile.reviews()]
        assert sorted(kept) == sorted(reason for each in acknowledged for reason in each)
        assert [one.number for one in casefile.reviews()] == list(range(1, len(kept) + 1))
        for record in casefile.reports():
            numbers = [version.number for version in casefile.versions(record.id)]
            assert numbers == list(range(1, record.versions + 1))
        together_ = contents(casefile)
    with open_casefile(alone) as casefile:
        assert contents(casefile) == together_


def begun(case: str) -> str:
    with new_casefile(case, author=ME) as casefile:
        casefile.add_report(*SHARED, author=ME)
    return case


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A casefile in which one program did everything."""
    case = begun(str(tmp_path_factory.mktemp("alone") / "case"))
    with open_casefile(case) as casefile:
        for worker in range(WORKERS):
            do_all(casefile, worker)
    return case


@pytest.mark.process
def test_eight_programs_at_once_lose_nothing(case: str, alone: str) -> None:
    begun(case)
    acknowledged = together(work, *((case, worker) for worker in range(WORKERS)))
    assert [len(each) for each in acknowledged] == [REVIEWS] * WORKERS
    check(case, acknowledged, alone)


def test_eight_threads_of_one_program_lose_nothing(case: str, alone: str) -> None:
    begun(case)
    with open_casefile(case) as casefile, ThreadPoolExecutor(WORKERS) as threads:
        acknowledged = list(threads.map(lambda worker: do_all(casefile, worker), range(WORKERS)))
    check(case, acknowledged, alone)


def test_a_reader_sees_one_state_while_others_write(case: str) -> None:
    begun(case)
    with open_casefile(case) as casefile:
        reading = casefile.readings()
        first = next(reading)
        casefile.add_report(*report("https://paper.example/late"), author=ME)
        casefile.add_review(drafts(0)[0])
        rest = list(reading)
        assert [first.reading.article, *(one.reading.article for one in rest)] == [
            SHARED[1].article
        ]
        assert len(list(casefile.readings())) == 2
