"""Ids come from content alone."""

from __future__ import annotations

from recoupe.model import content_id


def test_the_same_content_has_the_same_id_for_ever() -> None:
    assert content_id("time", "report-1", 3, 9) == "time-a8fba46d16a6f544"


def test_parts_do_not_run_into_each_other() -> None:
    ids = {
        content_id("x", "ab", "c"),
        content_id("x", "a", "bc"),
        content_id("x", "abc"),
        content_id("x", "abc", ""),
        content_id("x", "abc", None),
    }
    assert len(ids) == 5
