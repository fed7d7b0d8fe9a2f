"""What is read as a place, and where it is put."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Place
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def named(places: tuple[Place, ...], text: str) -> Place:
    [place] = [place for place in places if place.span.text == text][:1]
    return place


def test_a_town_has_its_coordinates_country_and_an_honest_radius(parse_of: ParseOf) -> None:
    places = read_places(parse_of("Des civils ont quitté Marioupol mercredi, selon la mairie."))
    town = named(places, "Marioupol")
    assert (town.kind, town.country, town.geonames_id) == ("city", "UA", 701822)
    assert town.lat == pytest.approx(47.1, abs=0.05)
    assert town.lon == pytest.approx(37.5, abs=0.05)
    assert town.precision_m is not None
    assert 3_000 <= town.precision_m <= 15_000


@pytest.mark.parametrize("spelling", ["Marioupol", "Mariupol", "Маріуполь", "Мариуполь"])
def test_one_town_in_every_spelling(parse_of: ParseOf, spelling: str) -> None:
    places = read_places(parse_of(f"Le convoi est parti de {spelling}, en Ukraine, à midi."))
    assert named(places, spelling).geonames_id == 701822
