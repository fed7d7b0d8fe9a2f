"""Twelve small worlds with known copy chains: the origins behind chosen words are counted right."""

from __future__ import annotations

import pytest

from recoupe.comparison.lineage import Ancestry, lineage
from tests.comparison.lineage.worlds import WORLDS, Build, drawn, world


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("build", WORLDS, ids=lambda build: build.__name__)
def test_the_origins_of_a_world_are_counted_right(build: Build, seed: int) -> None:
    made = world(seed)
    known = build(made)
    ancestry = Ancestry(lineage(made.shuffled()))
    for places, origins in known:
        found = ancestry.roots(places)
        assert len(found) == origins, (found, [span.text for _, span in places])


@pytest.mark.parametrize("seed", range(100, 130))
def test_the_origins_of_a_drawn_world_are_counted_right(seed: int) -> None:
    made = world(seed)
    [(places, origins)] = drawn(made)
    found = Ancestry(lineage(made.shuffled())).roots(places)
    assert len(found) == origins, (found, [span.text for _, span in places])
