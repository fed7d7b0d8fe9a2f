"""A kept cross-check is what a check from nothing says, whatever was done before it."""

from __future__ import annotations

from random import Random

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case, shared_of
from recoupe.flow import check_readings
from recoupe.model import CrossCheck
from recoupe.store import Casefile, new_casefile
from tests.filing.worlds import ME, report, step

STEPS = 12


def from_nothing(casefile: Casefile) -> CrossCheck:
    """Return the cross-check of a casefile as if nothing had been kept."""
    with casefile.snapshot() as now:
        found, failures = check_readings(
            [now.reading(article) for article in now.keys],
            LocalEngine(),
            shared=shared_of(now),
            said=now.reviews(),
            articles=now.articles,
        )
    assert failures == ()
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_kept_check_is_what_a_check_from_nothing_says(case: str, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    with new_casefile(case, author=ME) as casefile:
        for number in range(8):
            casefile.add_report(*report(chance, f"https://{number}.example"), author=ME)
        check_case(casefile, LocalEngine())
        for _ in range(STEPS):
            done = [step(casefile, chance) for _ in range(chance.randrange(1, 4))]
            checked = check_case(casefile, LocalEngine())
            wanted = from_nothing(casefile)
            assert checked.found == wanted, done
            assert casefile.crosscheck() == wanted, done
        assert casefile.verify().problems == ()
