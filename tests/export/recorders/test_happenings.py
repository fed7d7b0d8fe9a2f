"""Events of several reports that are one happening, and the numbers found for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.export.recorders.happenings import happenings, together
from recoupe.export.recorders.sightings import Sighting, sightings
from recoupe.model import Place
from recoupe.store import Casefile
from tests.export.conftest import handed


@pytest.fixture(scope="module")
def seen(plain: Casefile) -> Sighting:
    return next(sightings(next(iter(handed(plain).reports()))))


def elsewhere(place: Place | None) -> Place:
    assert place is not None
    return replace(place, name="Lindale")


def test_same_type_day_and_place_are_one(seen: Sighting) -> None:
    assert len(together([seen, replace(seen, event="event-2")])) == 1


@pytest.mark.parametrize(
    "other",
    [{"type": "Battles"}, {"days": ("2022-05-03", "2022-05-03")}, {"place": "Lindale"}],
)
def test_another_type_day_or_place_is_another(seen: Sighting, other: dict[str, object]) -> None:
    if "place" in other:
        other = {"place": elsewhere(seen.place)}
    assert len(together([seen, replace(seen, event="event-2", **other)])) == 2  # type: ignore[arg-type]


def test_what_lacks_its_day_joins_the_only_one_that_fits(seen: Sighting) -> None:
    undated = replace(seen, event="event-9", days=None)
    other_day = replace(seen, event="event-2", days=("2022-05-03", "2022-05-03"))
    assert [len(group) for group in together([undated, seen])] == [2]
    assert sorted(len(group) for group in together([undated, seen, other_day])) == [1, 1, 1]


def test_what_is_known_by_its_country_alone_joins_the_only_one_there(seen: Sighting) -> None:
    country = replace(seen.place, name="Ukraine", kind="country")  # type: ignore[type-var]
    vague = replace(seen, event="event-9", place=country)
    abroad = replace(seen, event="event-8", place=replace(country, name="Peru", country="PE"))  # type: ignore[type-var]
    assert sorted(len(group) for group in together([vague, seen, abroad])) == [1, 2]


def test_nobody_is_counted_twice(plain: Casefile) -> None:
    kept = handed(plain)
    reports = []
    for report in kept.reports():
        (event,) = report.reading.events
        other = replace(event, id=f"{event.id}-b", type="Battles", figures=())
        both = replace(report.reading, events=(event, other))
        reports.append(replace(report, reading=both))
    told = list(happenings(replace(kept, reports=lambda: iter(reports))))
    assert [(one.type, one.killed is not None) for one in told] == [
        ("Battles", False),
        ("Explosions/Remote violence", True),
    ]


def test_a_number_misread_as_a_year_is_no_day(plain: Casefile) -> None:
    report = next(iter(handed(plain).reports()))
    times = tuple(
        replace(one, start="1300-01-01", end="1300-12-31") for one in report.reading.times
    )
    told = replace(report, reading=replace(report.reading, times=times))
    assert [one.days for one in sightings(told)] == [None]


def test_a_story_of_three_reports_has_one_happening_with_its_range(plain: Casefile) -> None:
    (found,) = happenings(handed(plain))
    assert (found.type, found.days) == ("Explosions/Remote violence", ("2022-05-04", "2022-05-04"))
    assert len(found.sources) == 3
    assert 1 <= found.origins <= 3
    assert found.killed is not None
    assert (found.killed.low, found.killed.high, found.killed.agreed) == (12, 14, None)


def test_what_did_not_happen_is_no_happening(plain: Casefile) -> None:
    report = next(iter(handed(plain).reports()))
    events = tuple(replace(one, negated=True) for one in report.reading.events)
    told = replace(report, reading=replace(report.reading, events=events))
    assert list(sightings(told)) == []
