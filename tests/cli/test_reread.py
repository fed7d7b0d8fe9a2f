"""``recoupe reread``: again what other readers read, with real readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Draft
from recoupe.store import open_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

pytestmark = pytest.mark.models


@pytest.fixture
def older(case: str) -> str:
    """A casefile with two reports that were read by hand."""
    with open_casefile(case) as store:
        for number in range(2):
            capture, reading = report(f"https://paper.example/{number}")
            store.add_report(capture, reading, author="Ana")
        draft = Draft("reject", "place", reading.places[0].id, "Ana")
        store.add_review(draft)
    return case


def test_it_reads_what_others_read_and_then_nothing(
    recoupe: Callable[..., Ran], older: str
) -> None:
    ran = recoupe("reread", older, "--mode", "rules", "--author", "Bo")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "2 read otherwise, 0 the same, 0 failed\n"
    ran = recoupe("reread", older)
    assert ran.out == "every reading is of this program's readers\n"
    ran = recoupe("reread", older, "--all")
    assert ran.out == "0 read otherwise, 2 the same, 0 failed\n"
    with open_casefile(older) as store:
        assert store.verify().clean
        assert len(list(store.reviews())) == 1
        authors = [entry.author for entry in store.log() if entry.action == "reading"]
    assert authors == ["Ana", "Ana", "Bo", "Bo"]


def test_an_empty_casefile_has_nothing_to_read(recoupe: Callable[..., Ran], case: str) -> None:
    assert recoupe("reread", case).out == "every reading is of this program's readers\n"
