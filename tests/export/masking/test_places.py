"""What is shown of a protected place: the region around it, else its country, else nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from recoupe.export.masking.places import Coarse, around, masked
from recoupe.model import Place
from tests.conftest import make_test_article

TEXT = "Shells hit the clinic in Lower Street, in Vexmont, in the Coast Region."


def places() -> Iterator[Place]:
    article = make_test_article(TEXT, "en", "2022-05-05")
    told = (
        ("clinic", "facility", 47.1, 200, "place-1"),
        ("Lower Street", "district", 47.2, 900, "place-2"),
        ("Vexmont", "city", 47.3, 6000, "place-3"),
        ("Coast Region", "region", 47.9, 120_000, None),
    )
    for number, (name, kind, lat, reach, within) in enumerate(told):
        start = TEXT.index(name)
        yield Place(
            f"place-{number}", article.span(start, start + len(name)), name, kind,  # type: ignore[arg-type]
            lat, 37.5, reach, "UA", 100 + number, within, 0.9,
        )  # fmt: skip


HELD = {place.id: place for place in places()}


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_region_is_shown_with_its_own_point_and_reach(number: int) -> None:
    shown = around(HELD[f"place-{number}"], HELD, "en")
    assert shown == Coarse("Coast Region", "region", 47.9, 37.5, 120_000, "UA")


@pytest.mark.parametrize(("language", "name"), [("en", "Ukraine"), ("fr", "Ukraine")])
def test_without_a_region_the_country_is_shown(language: str, name: str) -> None:
    shown = around(HELD["place-3"], HELD, language)
    assert (shown.name, shown.kind) == (name, "country")
    assert shown.precision_m is not None
    assert shown.precision_m > 120_000


def test_a_country_and_a_place_of_none_are_shown_as_nothing() -> None:
    country = replace(HELD["place-3"], kind="country")
    nowhere = replace(HELD["place-2"], within=None, country=None)
    assert around(country, HELD, "en") == around(nowhere, HELD, "en") == Coarse()


def test_a_region_that_would_tell_the_town_is_not_shown() -> None:
    small = {**HELD, "place-3": replace(HELD["place-3"], precision_m=9000)}
    namesake = {**HELD, "place-3": replace(HELD["place-3"], name="Vexmont Region")}
    protected = frozenset({"coast"})
    for held, hidden in ((small, frozenset[str]()), (namesake, frozenset()), (HELD, protected)):
        assert around(held["place-2"], held, "en", hidden).kind == "country"


def test_the_gazetteer_knows_the_region_where_the_report_does_not_say_it() -> None:
    town = replace(HELD["place-2"], name="Mariupol", geonames_id=701822, within=None)
    shown = around(town, {}, "en")
    assert (shown.kind, shown.country) == ("region", "UA")
    assert shown.name is not None
    assert "Donetsk" in shown.name


def test_a_circle_of_places_ends() -> None:
    circle = {id_: replace(one, within="place-0", kind="city") for id_, one in HELD.items()}
    assert around(circle["place-1"], circle, "en").kind == "country"


def test_nothing_of_a_place_is_left_but_what_is_around_it() -> None:
    place = HELD["place-0"]
    shown = masked(place, around(place, HELD, "en"), "a site (Coast Region)")
    assert (shown.name, shown.kind, shown.geonames_id, shown.within) == (
        "Coast Region", "region", None, None,
    )  # fmt: skip
    assert masked(place, Coarse(), "a site").lat is None
