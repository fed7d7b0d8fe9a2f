"""A real Ray of two nodes, of which one loses a worker: nothing is lost, nothing differs."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from typing import NamedTuple

import pytest

from recoupe.engine import Engine, LocalEngine
from recoupe.flow import ReadOptions, read_captures
from recoupe.model import Capture, Declared, Reading, make_capture
from tests.engine.contract.conftest import STORE, alone
from tests.engine.contract.steps import slowly_whose

pytestmark = [pytest.mark.process, pytest.mark.models]

DOCUMENTS = 2000
OPTIONS = ReadOptions(date(2024, 6, 1), mode="fast")
NAMES = ("Adeline Morvan", "Karim Belhadj", "Ruth Oakley", "Tomas Heller", "Ines Carvalho")
TOWNS = ("Lyon", "Odessa", "Leeds", "Gaza", "Namur", "Kharkiv", "Dakar")
WORDS = {
    "en": "{name} said on Monday that {count} people were wounded in {town}. “The bridge of sector "
    "{number} was hit twice,” the mayor said. Police denied it.\n",
    "fr": "{name} a affirmé lundi que {count} personnes ont été blessées à {town}. « Le pont du "
    "secteur {number} a été touché deux fois », a déclaré le maire. La police le nie.\n",
}


def documents() -> Iterator[Capture]:
    """Yield short reports, no two alike, in two languages."""
    for number in range(DOCUMENTS):
        language = ("en", "fr")[number % 3 % 2]
        text = WORDS[language].format(
            name=NAMES[number % 5], town=TOWNS[number % 7], count=3 + number % 90, number=number
        )
        yield make_capture(
            text.encode(),
            source=f"{number}.txt",
            media_type="text/plain",
            captured_at=datetime(2024, 5, 7, tzinfo=UTC),
            declared=Declared(published="2024-05-07", language=language),
        )


class Nodes(NamedTuple):
    """Two nodes of one processor each."""

    address: str
    lose_one: Callable[[], None]


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """A cluster, begun once."""
    import ray
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "object_store_memory": STORE}
    with alone(tmp_path_factory.getbasetemp().parent / "nodes.lock"):
        head = {**node, "include_dashboard": False}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        second = cluster.add_node(**node)
        cluster.wait_for_nodes()
        yield Nodes(cluster.address, partial(cluster.remove_node, second))
        ray.shutdown()
        cluster.shutdown()


def workers_of(engine: Engine) -> set[int]:
    """Return the processes that do the work, once there are two."""
    found: set[int] = set()
    while len(found) < 2:
        found = {pid for pid in engine.each(slowly_whose, range(4)) if isinstance(pid, int)}
    return found


def test_a_worker_of_a_cluster_is_killed_and_all_is_read_once(nodes: Nodes) -> None:
    from recoupe.engine.ray import RayEngine

    found = []
    with RayEngine(nodes.address) as engine:
        before = workers_of(engine)
        for number, one in enumerate(read_captures(documents(), OPTIONS, engine)):
            if number == DOCUMENTS // 2:
                os.kill(min(before), signal.SIGKILL)
            found.append(one)
        after = workers_of(engine)
    assert min(before) not in after
    assert max(before) in after
    assert [capture for capture, _ in found] == list(documents())
    assert all(isinstance(reading, Reading) for _, reading in found)
    assert found == list(read_captures(documents(), OPTIONS, LocalEngine(1)))


def test_a_node_that_goes_away_takes_no_item_with_it(nodes: Nodes) -> None:
    from recoupe.engine.ray import RayEngine

    found = []
    with RayEngine(nodes.address) as engine:
        before = workers_of(engine)
        for number, pid in enumerate(engine.each(slowly_whose, range(40))):
            if number == 10:
                nodes.lose_one()
            found.append(pid)
    assert set(found) == before
    assert len(set(found[20:])) == 1
    assert len(found) == 40
