"""A long text is cut into parts that hold it all, and none of them too much."""

from __future__ import annotations

import pytest

from recoupe.dossier.pages.stretches import (
    MOST_CHARACTERS,
    MOST_STATEMENTS,
    stretch_at,
    stretches,
)
from recoupe.model import Reading
from tests.dossier.worlds import long_report
from tests.store.building import report


@pytest.fixture(scope="module")
def long() -> Reading:
    return long_report(1000)[1]


def test_a_report_of_usual_length_is_one_part() -> None:
    reading = report()[1]
    (only,) = stretches(reading)
    assert (only.start, only.end, only.is_last) == (0, len(reading.article.text), True)


def test_the_parts_are_the_text_and_nothing_twice(long: Reading) -> None:
    parts = stretches(long)
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert "".join(long.article.text[p.start : p.end] for p in parts) == long.article.text


def test_no_part_holds_too_much(long: Reading) -> None:
    parts = stretches(long)
    for part in parts:
        held = [one for one in long.statements if part.holds(one.content[0].start)]
        assert len(held) <= MOST_STATEMENTS
        assert part.end - part.start <= MOST_CHARACTERS
    assert len(parts) > 5


def test_a_part_begins_where_a_line_does(long: Reading) -> None:
    for part in stretches(long)[1:]:
        assert long.article.text[part.start - 1] == "\n"


def test_every_position_is_in_the_part_that_holds_it(long: Reading) -> None:
    parts = stretches(long)
    for one in long.statements:
        assert stretch_at(parts, one.content[0].start).holds(one.content[0].start)
    assert stretch_at(parts, 10**9) == parts[-1]


def test_a_text_without_a_pause_is_cut_all_the_same() -> None:
    _, reading = report(quote="x" * (2 * MOST_CHARACTERS))
    parts = stretches(reading)
    assert len(parts) > 1
    assert all(part.end - part.start <= MOST_CHARACTERS for part in parts)
