"""How hosts are treated: rules, pauses, and being asked to come back later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from recoupe.capture import Limits
from recoupe.capture.manners import Manners, busy, seconds_of
from recoupe.capture.robots import Rules, read_rules
from recoupe.capture.trips import Trip
from recoupe.errors import ForbiddenAddressError, ServerBusyError

LIMITS = Limits(pause=1.0, max_pause=30.0)
ORIGIN = "https://news.example"
PAGE = f"{ORIGIN}/a/page"


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that are waited, without waiting."""
    found: list[float] = []
    monkeypatch.setattr("recoupe.capture.trips.time.sleep", found.append)
    return found


def trip() -> Trip:
    return Trip(PAGE, LIMITS, [])


def visits(manners: Manners, rules: str, times: int = 2) -> None:
    for _ in range(times):
        manners.ask_leave(PAGE, ORIGIN, trip(), lambda: read_rules(rules.encode()))


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: RECOUPE\nDisallow:", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/p", True),
        ("User-agent: *\nDisallow: /*/page$", False),
        ("User-agent: *\nDisallow: /*/pages$", True),
        ("User-agent: other\nUser-agent: recoupe\nDisallow: /a", False),
        ("<html>Disallow: /</html>", True),
    ],
)
def test_rules_are_read_as_the_standard_says(rules: str, allowed: bool) -> None:
    assert read_rules(rules.encode()).allow(PAGE) is allowed


@pytest.mark.parametrize(
    ("rules", "pause"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: ²", 1),
        ("User-agent: *\nCrawl-delay: 86400", 30),
        ("User-agent: *\nRequest-rate: 1/10", 10),
        ("User-agent: other\nCrawl-delay: 7", 1),
        ("", 1),
    ],
)
def test_a_pause_is_made_as_long_as_the_host_asks(
    waits: list[float], rules: str, pause: float
) -> None:
    visits(Manners(LIMITS), rules)
    [waited] = waits
    assert pause - 0.4 < waited <= pause


def test_rules_are_asked_for_once_and_again_the_next_day(
    waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    manners, asked = Manners(LIMITS), list[int]()

    def read() -> Rules:
        asked.append(1)
        return Rules()

    now = [100.0]
    monkeypatch.setattr("recoupe.capture.manners.time.monotonic", lambda: now[0])
    for hours in (0, 1, 25):
        now[0] = 100.0 + hours * 3600
        manners.ask_leave(PAGE, ORIGIN, trip(), read)
    assert len(asked) == 2
    assert waits == [0.0, 0.0]


def test_what_rules_refuse_is_refused(waits: list[float]) -> None:
    with pytest.raises(ForbiddenAddressError, match=r"robots\.txt"):
        visits(Manners(LIMITS), "User-agent: *\nDisallow: /a")
    assert waits == []


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("0", 0), ("120", 120), (" 7 ", 7), (None, None), ("", None), ("soon", None), ("-1", None),
     ("1e9", None), ("9" * 40, None), ("²", None)],
)  # fmt: skip
def test_a_wait_is_read_from_seconds(said: str | None, seconds: float | None) -> None:
    assert seconds_of(said) == seconds


def test_a_wait_is_read_from_a_date() -> None:
    def at(**ahead: int) -> str:
        return format_datetime(datetime.now(UTC) + timedelta(**ahead), usegmt=True)

    wait = seconds_of(at(hours=1))
    assert wait is not None
    assert 3_500 < wait <= 3_600
    assert seconds_of(at(days=-1)) == 0.0


def test_a_busy_host_is_asked_once_more_after_a_short_wait(waits: list[float]) -> None:
    manners, one = Manners(LIMITS), trip()
    manners.back_off(429, "20", ORIGIN, one)
    assert 19 < waits[0] <= 20
    with pytest.raises(ServerBusyError, match="answers 429; try again in 20 seconds") as busy_still:
        manners.back_off(429, "20", ORIGIN, one)
    assert busy_still.value.wait == 20
    assert busy_still.value.retryable


@pytest.mark.parametrize(
    "told",
    [lambda manners, one: manners.back_off(503, "3600", ORIGIN, one),
     lambda manners, one: manners.refuse_robots(503, "3600", ORIGIN, one)],
)  # fmt: skip
def test_a_host_that_asks_for_an_hour_is_left_alone(
    waits: list[float], told: Callable[[Manners, Trip], None]
) -> None:
    manners = Manners(LIMITS)
    with pytest.raises(ServerBusyError, match="try again in 3,600 seconds"):
        told(manners, trip())
    with pytest.raises(ServerBusyError, match="asked not to be asked again") as refused:
        visits(manners, "")
    assert refused.value.wait is not None
    assert 3_500 < refused.value.wait <= 3_600
    assert waits == []


def test_what_may_be_had_later_is_told_from_what_may_not() -> None:
    every = (200, 404, 408, 410, 425, 429, 451, 500, 503, 999)
    assert [status for status in every if busy(status)] == [408, 425, 429, 500, 503, 999]
