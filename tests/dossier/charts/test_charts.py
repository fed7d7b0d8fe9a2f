"""Each drawing: what is where, what is left out, and when there is none."""

from __future__ import annotations

import pytest

from recoupe.dossier.charts.figures import Given, figures_chart
from recoupe.dossier.charts.lineage import MOST, Told, Took, lineage_chart
from recoupe.dossier.charts.outlines import Window, outlines, projected
from recoupe.dossier.charts.places import Placed, map_chart
from recoupe.dossier.charts.timeline import Dated, timeline_chart


def given(party: str, low: int | None, high: int | None, day: str | None) -> Given:
    return Given(party, "voice-1", low, high, day, day, party, "/x")


def test_a_range_lasts_until_the_same_party_gives_another() -> None:
    chart = figures_chart(
        [
            given("a", 12, 12, "2022-05-04"),
            given("b", 30, None, "2022-05-05"),
            given("a", 17, 20, "2022-05-06"),
            given("c", 1, 2, None),
        ],
        "en",
    )
    assert chart is not None
    first, second, third = chart.steps
    assert (first.given.party, second.given.party, third.given.party) == ("a", "a", "b")
    assert first.right == second.left
    assert (first.revises, second.revises, third.revises) == (False, True, False)
    assert second.top < first.top
    assert third.open_high
    assert not third.open_low


def test_one_number_alone_is_not_drawn() -> None:
    assert figures_chart([given("a", 12, 12, "2022-05-04")], "en") is None


def dated(lane: str | None, start: str | None, end: str | None, shape: str = "") -> Dated:
    return Dated(lane, "", start, end, "label", "/x", 1, shape)


def test_open_ends_go_to_the_edge_and_bars_never_cover_each_other() -> None:
    chart = timeline_chart(
        [
            dated(None, "2022-05-01", "2022-05-31"),
            dated(None, "2022-05-04", "2022-05-04"),
            dated(None, "2022-05-10", None),
            dated("a", "2022-05-04", "2022-05-04", "●"),
            dated("z", "2022-05-04", "2022-05-04", "●"),
            dated(None, None, None),
        ],
        [None, "a", "b"],
        "en",
    )
    assert chart is not None
    assert [lane.name for lane in chart.lanes] == [None, "a"]
    month, day, since = chart.lanes[0].bars
    assert (month.open_left, month.open_right, since.open_right) == (False, False, True)
    assert len({month.y, day.y, since.y}) == 2  # "since" has room behind the day
    assert day.right < since.left
    assert chart.left_out == 2


def told(id_: str, day: str | None = "2022-05-04", *, outside: bool = False) -> Told:
    return Told(id_, f"Outlet {id_}", f"label {id_}", day, "/x", outside)


def test_reports_stand_in_columns_by_day_behind_what_is_outside() -> None:
    chart = lineage_chart(
        [
            told("a"),
            told("b", "2022-05-05"),
            told("c", "2022-05-05"),
            told("z", None, outside=True),
        ],
        [
            Took("b", "a", "verbatim", 0.8, "b from a"),
            Took("c", "b", "quoted", 0.2, "c from b"),
            Took("a", "z", "credited", 0.5, "a from z"),
        ],
        "en",
    )
    assert chart is not None
    x = {node.told.id: node.x for node in chart.nodes}
    assert x["z"] < x["a"] < x["b"] < x["c"]
    assert [node.told.id for node in chart.nodes if node.root] == ["z"]
    assert [edge.took.kind for edge in chart.edges] == ["verbatim", "quoted", "credited"]


def test_of_very_many_reports_those_with_most_lines_are_drawn() -> None:
    reports = [told(str(turn)) for turn in range(3 * MOST)]
    took = [Took(one.id, "0", "rewrite", 0.5, "") for one in reports[1:]]
    chart = lineage_chart(reports, took, "en")
    assert chart is not None
    assert len(chart.nodes) == MOST
    assert chart.left_out == 2 * MOST
    assert any(node.told.id == "0" and node.root for node in chart.nodes)


def test_of_one_day_a_copy_stands_behind_its_source() -> None:
    chart = lineage_chart(
        [told("a"), told("b"), told("c")],
        [Took("b", "a", "verbatim", 0.8, ""), Took("c", "b", "verbatim", 0.8, "")],
        "fr",
    )
    assert chart is not None
    x = {node.told.id: node.x for node in chart.nodes}
    assert x["a"] < x["b"] < x["c"]
    assert [tick.label for tick in chart.days] == ["4 mai 2022"]


def test_a_report_with_many_sources_has_lines_from_the_strongest() -> None:
    shares = {"b": 0.1, "c": 0.5, "d": 0.3}
    took = [Took("a", source, "rewrite", share, "") for source, share in shares.items()]
    chart = lineage_chart([told(one) for one in "abcd"], took, "en")
    assert chart is not None
    assert [edge.took.source for edge in chart.edges] == ["c", "d"]


def test_no_line_is_no_drawing() -> None:
    assert lineage_chart([told("a")], [], "en") is None


def placed(name: str, lat: float, lon: float, precision_m: int | None) -> Placed:
    return Placed(name, lat, lon, precision_m, name, "/x", 1)


def test_the_circle_is_as_wide_as_the_precision() -> None:
    chart = map_chart([placed("Kyiv", 50.4, 30.5, 8000), placed("Mariupol", 47.1, 37.5, 80_000)])
    assert chart is not None
    wide, narrow = chart.dots
    assert (wide.name, narrow.name) == ("Mariupol", "Kyiv")
    assert 8 < wide.radius / narrow.radius < 10
    assert narrow.x < wide.x
    assert narrow.y < wide.y
    assert chart.land.startswith("M")
    assert chart.tiles == ()


def test_the_map_is_light_wherever_it_is() -> None:
    world = map_chart([placed("a", 70, -170, 100), placed("b", -60, 175, None)])
    assert world is not None
    assert len(world.land) < 60_000
    assert map_chart([]) is None


def test_tiles_are_asked_for_only_where_a_server_is_named() -> None:
    chart = map_chart([placed("Kyiv", 50.4, 30.5, 8000)], "https://t.example/{z}/{x}/{y}.png")
    assert chart is not None
    assert 1 <= len(chart.tiles) <= 20
    assert all(tile.address.startswith("https://t.example/") for tile in chart.tiles)
    assert "{" not in chart.tiles[0].address


@pytest.mark.parametrize(("lat", "lon"), [(46.8, 8.2), (-1.0, 15.0)])
def test_land_is_where_it_is(lat: float, lon: float) -> None:
    x, y = projected(lat, lon)
    window = Window(x - 0.5, y - 0.5, x + 0.5, y + 0.5)
    rings = list(outlines(window))
    assert rings
    for ring in rings:
        assert all(
            window.left - 1e-6 <= px <= window.right + 1e-6
            and window.top - 1e-6 <= py <= window.bottom + 1e-6
            for px, py in ring
        )


def test_the_open_sea_has_no_land() -> None:
    assert list(outlines(Window(-31, -41, -30, -40))) == []
