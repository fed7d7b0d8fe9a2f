"""kill -9 in the middle of a round: nothing half there, nothing twice, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from multiprocessing.connection import Connection
from random import Random

import pytest

from recoupe.filing.asked import Asked
from recoupe.filing.following import Following
from recoupe.filing.watching import Watcher, add_lists
from recoupe.store import Casefile, new_casefile, open_casefile
from tests.filing.newsroom import BEGIN, TODAY, Articles, Clock, Newsroom
from tests.store.killing import killed

KILLS = 10
PAGES = [f"/{number:02}" for number in range(30)]
ME = "Ana"
pytestmark = pytest.mark.process


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    running = Newsroom()
    for path in PAGES:
        running.page(path, f"The bridge of {path} opens again.", etag=False)
    running.feed("/feed", *PAGES)
    yield running
    running.close()


def watcher(casefile: Casefile, hours: float) -> Watcher:
    clock = Clock(BEGIN + timedelta(hours=hours))
    return Watcher(casefile, Articles(), author=ME, today=lambda: TODAY, clock=clock)


def watch(case: str, _kind: str, hours: int, acknowledged: Connection) -> None:
    """Go one round after the other, an hour apart; acknowledge each new page by its number."""
    os.environ["RECOUPE_PAUSE"] = "0"
    with open_casefile(case) as casefile:
        number = 0
        while True:
            for one in watcher(casefile, hours + number).round(limit=100):
                acknowledged.send(int(one.address[-2:]) if one.outcome == "new" else -1)
            number += 1


def test_watching_outlives_every_kill(case: str, newsroom: Newsroom) -> None:
    with new_casefile(case, author=ME) as casefile:
        add_lists(
            casefile,
            [f"{newsroom.url}/feed"],
            Following(Asked(allow_private=True)),
            author=ME,
            at=BEGIN,
        )
    moments = Random(case[:4])  # noqa: S311 - not a secret
    new: list[int] = []
    for kill in range(KILLS):
        task = (case, "watching", kill * 1000)
        noticed = killed(watch, task, moments.randrange(4), moments.uniform(0, 0.4))
        new += [number for number in noticed if number >= 0]
        with open_casefile(case) as casefile:
            assert casefile.verify().clean
            there = {one.address for one in casefile.reports()}
            assert {f"{newsroom.url}{PAGES[number]}" for number in new} <= there
    assert len(new) == len(set(new))
    with open_casefile(case) as casefile:
        list(watcher(casefile, KILLS * 1000).round(limit=100))
        list(watcher(casefile, KILLS * 1000 + 1).round(limit=100))
        assert {one.address: one.versions for one in casefile.reports()} == {
            f"{newsroom.url}{path}": 1 for path in PAGES
        }
        [kept] = casefile.watches()
        assert (kept.pages, kept.trouble) == (len(PAGES), None)
        assert casefile.verify().clean
