from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.story.features import Features
from recoupe.story.reviewed import Said
from recoupe.story.stories import Grouped, Stories, group
from tests.story.worlds import TOWNS, report

CAFE = (
    report(
        "Two shot dead at Harrow café",
        "Gunmen opened fire at the Bluebird Café in Harrow late on Monday. Police in Harrow said "
        "that Milan Petrides and Ana Quill died on Garner Street.",
        "2021-03-02",
        town="Harrow",
        people=("Milan Petrides", "Ana Quill"),
        killed=2,
        told=("2021-03-01",),
    ),
    report(
        "Harrow mourns café victims",
        "Flowers lay outside the Bluebird Café on Garner Street. Neighbours in Harrow spoke of "
        "Milan Petrides, who ran it with Ana Quill.",
        "2021-03-04",
        town="Harrow",
        people=("Milan Petrides", "Ana Quill"),
        killed=2,
        told=("2021-03-01",),
    ),
    report(
        "Man charged over killing of Milan Petrides",
        "A court in Harrow charged Denis Orlo with the murder of Milan Petrides and Ana Quill at "
        "the Bluebird Café.",
        "2021-03-09",
        town="Harrow",
        people=("Milan Petrides", "Ana Quill", "Denis Orlo"),
        killed=2,
    ),
)
STATION = (
    report(
        "One killed in shooting at Harrow station",
        "A cleaner was shot dead on platform four of the railway station in Harrow on Thursday, "
        "police said. She was named as Rosa Imhof.",
        "2021-03-05",
        town="Harrow",
        people=("Rosa Imhof",),
        killed=1,
        told=("2021-03-04",),
    ),
    report(
        "Harrow station reopens after killing of Rosa Imhof",
        "Trains stopped again at the railway station in Harrow, where the cleaner Rosa Imhof was "
        "shot dead on platform four.",
        "2021-03-06",
        town="Harrow",
        people=("Rosa Imhof",),
        killed=1,
        told=("2021-03-04",),
    ),
)


def members(stories: tuple[object, ...]) -> list[frozenset[str]]:
    return sorted((frozenset(story.reports) for story in stories), key=sorted)  # type: ignore[attr-defined]


def ids(reports: tuple[Features, ...]) -> frozenset[str]:
    return frozenset(item.report for item in reports)


def test_two_shootings_in_one_town_in_one_week_stay_apart() -> None:
    assert members(group(CAFE + STATION)) == sorted([ids(CAFE), ids(STATION)], key=sorted)


def test_a_story_says_why_its_reports_belong_together() -> None:
    story = next(item for item in group(CAFE) if len(item.reports) > 1)
    codes = {reason.code for link in story.links for reason in link.reasons}
    assert {"shared_people", "shared_place", "published_near", "same_toll"} <= codes
    assert all(0 <= link.weight <= 1 for link in story.links)
    named = {value for link in story.links for r in link.reasons for _, value in r.values}
    assert "Ana Quill, Milan Petrides" in named or "Milan Petrides, Ana Quill" in named


def test_a_story_knows_its_day_place_and_order() -> None:
    story = group(CAFE)[0]
    assert (story.start, story.place and story.place.name) == ("2021-03-01", "Harrow")
    assert story.reports == tuple(item.report for item in CAFE)


def test_a_story_keeps_its_id_as_it_grows() -> None:
    stories = Stories()
    stories.put(CAFE[0])
    first = stories.stories()[0].id
    stories.put(CAFE[1])
    assert [story.id for story in stories.stories()] == [first]


def test_what_a_person_says_outranks_every_link() -> None:
    apart = [(CAFE[0].report, other.report) for other in CAFE[1:]]
    assert ids(CAFE[:1]) in members(group(CAFE, Said(frozenset(), frozenset(apart))))
    bridged = [(CAFE[0].report, STATION[0].report)]
    linked = group(CAFE + STATION, Said(frozenset(bridged), frozenset()))
    assert any(set(bridged[0]) <= set(story.reports) for story in linked)


WORDS = ("fire", "bomb", "court", "market", "bridge", "storm", "strike", "school", "ferry", "mine")
NAMES = ("Orlo", "Petrides", "Quill", "Imhof", "Tarn", "Vasco", "Brandt", "Keller")


@st.composite
def a_report(draw: st.DrawFn) -> Features:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6))
    text = " and ".join(
        f"the {word} near {name}" for word, name in zip(words, names * 6, strict=False)
    )
    return report(
        " ".join(words[:3]),
        f"{text} {draw(st.integers(0, 99))}",
        f"2021-03-{draw(st.integers(1, 28)):02}" if draw(st.booleans()) else None,
        town=draw(st.sampled_from([None, *TOWNS])),
        killed=draw(st.sampled_from([None, 1, 2, 17])),
    )


def reports_of(most: int) -> st.SearchStrategy[list[Features]]:
    return st.lists(a_report(), min_size=2, max_size=most, unique_by=lambda r: r.report)


def pairs_of(reports: list[Features]) -> st.SearchStrategy[frozenset[tuple[str, str]]]:
    """Any few pairs of reports, each pair in order."""
    ids_ = sorted(one.report for one in reports)
    pair = st.tuples(st.sampled_from(ids_), st.sampled_from(ids_)).filter(lambda p: p[0] < p[1])
    return st.frozensets(pair, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports_of(14), st.data())
def test_any_order_and_any_steps_give_the_same_stories(
    reports: list[Features], data: st.DataObject
) -> None:
    must = [(a.report, b.report) for a, b in pairwise(reports[:3])]
    said = Said(
        frozenset(must if data.draw(st.booleans()) else ()),
        frozenset([(reports[0].report, reports[-1].report)] if data.draw(st.booleans()) else ()),
    )
    at_once = group(reports, said)
    by_steps = Stories(said)
    for item in data.draw(st.permutations(reports)):
        by_steps.put(item)
        if data.draw(st.booleans()):
            by_steps.stories()
    assert by_steps.stories() == at_once
    assert {report for story in at_once for report in story.reports} == ids(tuple(reports))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports_of(14), st.data())
def test_what_was_grouped_before_can_be_gone_on_from(
    reports: list[Features], data: st.DataObject
) -> None:
    """Reports come, go and change, and people say other things: it is as if grouped anew."""
    links: dict[str, Mapping[str, float]] = {}
    there: dict[str, Features] = {}
    stories = Stories()
    for _ in range(data.draw(st.integers(1, 6))):
        one = data.draw(st.sampled_from(reports))
        match data.draw(st.sampled_from(["come", "come", "change", "go", "say"])):
            case "go" if one.report in there:
                stories.remove(one.report)
                del there[one.report]
            case "say":
                stories.say(Said(data.draw(pairs_of(reports)), data.draw(pairs_of(reports))))
            case "change":
                other = data.draw(st.sampled_from(reports))
                there[one.report] = replace(other, report=one.report)
                stories.put(there[one.report])
            case _:
                for some in data.draw(st.lists(st.sampled_from(reports), min_size=1)):
                    there[some.report] = some
                    stories.put(some)
        if data.draw(st.booleans()):
            found = stories.stories()
            for report in stories.altered():
                links.pop(report, None)
                links |= {report: stories.links(report)} if report in stories else {}
            grouped = Grouped(tuple(there.values()), links, stories.said, found)
            stories = Stories.resumed(grouped)
            assert stories.stories() == found
            assert stories.altered() == frozenset()
        assert stories.stories() == group(there.values(), stories.said)


def test_a_round_up_belongs_to_each_story_it_tells() -> None:
    both = report(
        "Harrow's week of killings: the café and the station",
        "Milan Petrides and Ana Quill were shot dead at the Bluebird Café on Garner Street in "
        "Harrow. Rosa Imhof, a cleaner, was shot dead on platform four of the railway station.",
        "2021-03-06",
        town="Harrow",
        people=("Milan Petrides", "Ana Quill", "Rosa Imhof"),
        told=("2021-03-01", "2021-03-04"),
    )
    stories = group((*CAFE, *STATION, both))
    assert sum(both.report in story.reports for story in stories) == 2
    assert sum(both.report in story.guests for story in stories) == 1
