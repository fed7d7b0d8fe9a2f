"""When a list or a page is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recoupe.errors import CasefileDamagedError
from recoupe.filing.asked import Asked
from recoupe.filing.following import Following, following_of
from recoupe.filing.schedule import list_back_off, list_pause, page_back_off, page_pause

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def test_a_list_is_asked_as_it_wants_within_bounds() -> None:
    assert list_pause(None, None) == 30 * MINUTE
    assert list_pause(1.0, None) == 10 * MINUTE
    assert list_pause(7200.0, None) == 2 * HOUR
    assert list_pause(1e9, None) == DAY
    assert list_pause(1e9, MINUTE) == MINUTE


def test_a_list_in_trouble_is_asked_more_rarely() -> None:
    pauses = [list_back_off(30 * MINUTE, failures, None) for failures in (1, 2, 5, 6, 90)]
    assert pauses == [HOUR, 2 * HOUR, 16 * HOUR, DAY, DAY]
    assert list_back_off(30 * MINUTE, 1, 5 * 3600.0) == 5 * HOUR
    assert list_back_off(7 * DAY, 3, None) == 7 * DAY
    assert list_back_off(MINUTE, 1, 1e12) == 9 * DAY


def test_a_page_is_asked_when_three_times_as_much_time_has_passed() -> None:
    for unaltered, pause in ((0, 1), (1, 2), (3, 6), (9, 18), (27, 54)):
        assert page_pause(unaltered * HOUR, for_ever=False) == pause * HOUR
    assert page_pause(27 * DAY, for_ever=False) == 54 * DAY
    assert page_pause(28 * DAY, for_ever=False) is None
    assert page_pause(28 * DAY, for_ever=True) == 9 * DAY


def test_a_page_is_given_up_at_last() -> None:
    assert page_back_off(1, None) == 15 * MINUTE
    assert page_back_off(20, None) == DAY
    assert page_back_off(21, None) is None
    assert page_back_off(1, 3600.0) == HOUR


def test_how_a_list_is_followed_is_kept() -> None:
    asked = Asked(language="fr", mode="fast", known=("a.csv",), allow_private=True)
    for following in (
        Following(),
        Following(asked, 15 * MINUTE, "2026-11-30", ("la digue", "dam")),
    ):
        assert following_of(following.to_options()) == following
    assert Following().to_options() == {}


@pytest.mark.parametrize("kept", [{"every": "x"}, {"asked": "[1]"}, {"match": "3"}])
def test_options_of_no_program_of_ours_are_told(kept: dict[str, str]) -> None:
    with pytest.raises(CasefileDamagedError, match="none of this program's"):
        following_of(kept)
