"""What is read as a place, where it is put, and how honestly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Place
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def named(places: tuple[Place, ...], text: str) -> Place:
    return next(place for place in places if place.span.text == text)


def texts(places: tuple[Place, ...]) -> list[str]:
    return [place.span.text for place in places]


def test_a_town_has_its_coordinates_country_and_an_honest_radius(parse_of: ParseOf) -> None:
    places = read_places(parse_of("Des civils ont quitté Marioupol mercredi, selon la mairie."))
    town = named(places, "Marioupol")
    assert (town.kind, town.country, town.geonames_id) == ("city", "UA", 701822)
    assert town.lat == pytest.approx(47.1, abs=0.05)
    assert town.lon == pytest.approx(37.5, abs=0.05)
    assert town.precision_m is not None
    assert 3_000 <= town.precision_m <= 15_000


@pytest.mark.parametrize(
    ("language", "text", "spelling", "geonames_id"),
    [
        ("fr", "Le convoi est parti de Mariupol, en Ukraine, à midi.", "Mariupol", 701822),
        ("fr", "La page de la mairie de Маріуполь n’existe plus.", "Маріуполь", 701822),
        ("fr", "Deux convois sont entrés dans Alep dimanche.", "Alep", 170063),
        ("en", "Two convoys entered Aleppo on Sunday.", "Aleppo", 170063),
        ("en", "A banner in Arabic read حلب, nothing else.", "حلب", 170063),
    ],
)
def test_one_town_in_every_spelling(
    parse_of: ParseOf, language: str, text: str, spelling: str, geonames_id: int
) -> None:
    assert named(read_places(parse_of(text, language)), spelling).geonames_id == geonames_id


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "country"),
    [
        ("fr", "Un séisme a touché le nord de la Syrie.", "Syrie", "country", "SY"),
        ("en", "An earthquake struck northern Syria.", "Syria", "country", "SY"),
        ("fr", "Il neige en Bavière depuis jeudi.", "Bavière", "region", "DE"),
        ("en", "Two barns burned in Kentucky overnight.", "Kentucky", "region", "US"),
        ("en", "He was born in Sterling, Ky., and raised there.", "Ky.", "region", "US"),
        ("fr", "Un navire a coulé en mer Noire.", "Noire", None, None),
        ("en", "A freighter sank in the Black Sea.", "Black Sea", "other", None),
    ],
)
def test_countries_regions_and_seas(
    parse_of: ParseOf, language: str, text: str, name: str, kind: str | None, country: str | None
) -> None:
    places = read_places(parse_of(text, language))
    if kind is None:
        assert name not in texts(places)
        return
    assert (named(places, name).kind, named(places, name).country) == (kind, country)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Russes et les Turcs ont rencontré Jacques Orange et Mme Paris."),
        ("en", "Turkish officers met Mr London and Dr Victoria Lincoln."),
        ("fr", "Sur France Info, la maire a parlé au journal Le Parisien."),
        ("en", "Reuters and the BBC quoted the Ministry of Justice on Monday."),
        ("fr", "Le régiment Azov a salué la Confédération générale du travail."),
    ],
)
def test_people_bodies_outlets_and_peoples_are_no_places(
    parse_of: ParseOf, language: str, text: str
) -> None:
    assert texts(read_places(parse_of(text, language))) == []


def test_the_country_beside_a_name_tells_which_is_meant(parse_of: ParseOf) -> None:
    alone = read_places(parse_of("A warehouse burned in London on Friday.", "en"))
    beside = read_places(parse_of("A warehouse burned in London, Ontario, on Friday.", "en"))
    assert named(alone, "London").country == "GB"
    assert named(beside, "London").country == "CA"


def test_the_report_around_a_name_tells_which_is_meant(parse_of: ParseOf) -> None:
    text = (
        "Police in Lexington closed two roads. The storm went on to Louisville and to the rest "
        "of Kentucky. Springfield lost its power."
    )
    springfield = named(read_places(parse_of(text, "en")), "Springfield")
    assert springfield.country == "US"
    georgia = "Officials in Atlanta said that Georgia, like Florida and Alabama, would vote."
    assert named(read_places(parse_of(georgia, "en")), "Georgia").country == "US"
    caucasus = "Officials in Tbilisi said that Georgia would join them."
    assert named(read_places(parse_of(caucasus, "en")), "Georgia").country == "GE"


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("Un pont a cédé à Vienne, en Isère.", "Vienne", "FR", "city"),
        ("Un pont a cédé à Valence, dans la Drôme.", "Valence", "FR", "city"),
        ("Un pont a cédé à Valence, en Espagne.", "Valence", "ES", "city"),
        ("Le préfet de la Vienne est venu à Poitiers.", "Vienne", "FR", "region"),
        ("Des tirs ont visé la bande de Gaza.", "Gaza", "PS", "region"),
        ("Le gouverneur de l’oblast de Louhansk a fui.", "Louhansk", "UA", "region"),
        ("Deux villages de la région de Zaporijjia brûlent.", "Zaporijjia", "UA", "region"),
        ("Une barge a coulé sur le Dniepr, en Ukraine.", "Dniepr", "UA", "other"),
    ],
)
def test_what_stands_beside_a_name_tells_which_place_is_meant(
    parse_of: ParseOf, text: str, name: str, country: str, kind: str
) -> None:
    place = named(read_places(parse_of(text)), name)
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("République démocratique du Congo", "CD"),
        ("République centrafricaine", "CF"),
        ("Arabie saoudite", "SA"),
        ("Guinée équatoriale", "GQ"),
    ],
)
def test_a_country_whose_name_has_small_words(parse_of: ParseOf, name: str, country: str) -> None:
    place = named(read_places(parse_of(f"Trois routes sont coupées en {name} depuis jeudi.")), name)
    assert (place.kind, place.country) == ("country", country)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Boutcha", "Bucha"), ("Lyssytchansk", "Lysychansk"), ("Jytomyr", "Zhytomyr")],
)
def test_a_name_spelt_as_the_language_hears_it(parse_of: ParseOf, name: str, meant: str) -> None:
    places = read_places(parse_of(f"Des obus sont tombés sur {name}, en Ukraine, dans la nuit."))
    assert named(places, name).name == meant


def test_a_preposition_tells_a_town_from_its_division(parse_of: ParseOf) -> None:
    town = read_places(parse_of("Un incendie a éclaté à Québec samedi."))
    division = read_places(parse_of("Des incendies ont éclaté au Québec samedi."))
    assert named(town, "Québec").kind == "city"
    assert named(division, "Québec").kind == "region"
    contracted = read_places(parse_of("Deux avions sont allés du Mans au Havre, puis au Caire."))
    assert [place.country for place in contracted] == ["FR", "FR", "EG"]
    assert [place.kind for place in contracted] == ["city"] * 3


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("fr", "Moscou a démenti toute frappe sur le port.", "Moscou", "RU"),
        ("fr", "Selon Kiev, trois ponts sont coupés.", "Kiev", "UA"),
        ("en", "Moscow denied that it had struck the port.", "Moscow", "RU"),
        ("en", "Paris and Berlin rejected the offer.", "Berlin", "DE"),
        ("fr", "La Hongrie a accusé Moscou de mentir.", "Moscou", "RU"),
        ("en", "Officials accused Moscow of lying.", "Moscow", "RU"),
        ("fr", "Les relations entre Paris et Rome restent tendues.", "Rome", "IT"),
        ("en", "Talks between Moscow and Washington ended in June.", "Moscow", "RU"),
        ("fr", "Le pont est coupé, a indiqué Moscou jeudi.", "Moscou", "RU"),
        ("fr", "Le Conseil s’est réuni à la demande de Moscou.", "Moscou", "RU"),
        ("fr", "Washington a ordonné l’évacuation de son ambassade.", "Washington", "US"),
        ("en", "Washington expelled two envoys on Monday.", "Washington", "US"),
        ("fr", "Le pont est tombé, affirme Moscou ; Kyiv dément.", "Kyiv", "UA"),
    ],
)
def test_a_capital_that_speaks_is_no_point_on_the_map(
    parse_of: ParseOf, language: str, text: str, name: str, country: str
) -> None:
    place = named(read_places(parse_of(text, language)), name)
    assert (place.lat, place.lon, place.precision_m, place.geonames_id) == (None,) * 4
    assert (place.kind, place.country) == ("other", country)


def test_a_capital_in_which_something_happens_is_a_point(parse_of: ParseOf) -> None:
    for language, text in (
        ("fr", "Un incendie a détruit un entrepôt à Moscou."),
        ("fr", "Des drones ont visé Moscou dans la nuit."),
        ("fr", "La route entre Moscou et le nord est coupée."),
        ("en", "A fire destroyed a warehouse in Moscow."),
        ("en", "Nobody was hurt, said Moscow police officers."),
    ):
        [place] = read_places(parse_of(text, language))
        assert place.lat == pytest.approx(55.75, abs=0.05)


@pytest.mark.parametrize(
    ("language", "text", "site", "town"),
    [
        ("fr", "Des tirs ont visé l’usine Ferrandi de Marioupol.", "usine Ferrandi", "Marioupol"),
        ("fr", "Des tirs ont visé l’hôpital Al-Nadim de Gaza.", "hôpital Al-Nadim", "Gaza"),
        ("fr", "L’hôpital al-Nadim brûle dans la ville de Gaza.", "hôpital al-Nadim", "Gaza"),
        ("fr", "Le cortège a pris la rue de Metz à Toulouse.", "rue de Metz", "Toulouse"),
        ("fr", "Des habitants de la rue de Kiev, à Lyon, ont défilé.", "rue de Kiev", "Lyon"),
        ("en", "Surgeons at Al-Nadim hospital in Gaza worked on.", "Al-Nadim hospital", "Gaza"),
        ("en", "A bus hit a wall on Karlin Street in Dublin.", "Karlin Street", "Dublin"),
    ],
)
def test_a_site_is_put_in_its_town_and_no_closer(
    parse_of: ParseOf, language: str, text: str, site: str, town: str
) -> None:
    places = read_places(parse_of(text, language))
    works, around = named(places, site), named(places, town)
    assert (works.kind, works.within) == ("facility", around.id)
    assert (works.lat, works.precision_m) == (around.lat, around.precision_m)
    assert works.geonames_id is None
    assert works.confidence < around.confidence


def test_a_site_keeps_its_place_when_only_its_own_name_is_said(parse_of: ParseOf) -> None:
    text = "L’usine Ferrandi de Marioupol brûle.\n\nDes civils sont sortis de Ferrandi lundi."
    places = read_places(parse_of(text))
    assert named(places, "Ferrandi").lat == named(places, "Marioupol").lat


def test_a_town_whose_name_only_opens_a_caption_is_known_from_the_rest(parse_of: ParseOf) -> None:
    text = "Des tirs ont visé Marioupol mercredi.\n\nMarioupol pendant l’occupation russe"
    assert texts(read_places(parse_of(text))) == ["Marioupol", "Marioupol"]


def test_a_club_is_not_its_town(parse_of: ParseOf) -> None:
    assert texts(read_places(parse_of("Paris Saint-Germain a gagné samedi à Metz."))) == ["Metz"]


def test_what_nobody_can_place_stays_unresolved(parse_of: ParseOf) -> None:
    [place] = read_places(parse_of("Le feu a pris dans l’usine Ferrandi."))
    assert (place.lat, place.lon, place.precision_m, place.country) == (None,) * 4


def test_a_place_knows_the_place_of_the_report_that_contains_it(parse_of: ParseOf) -> None:
    places = read_places(parse_of("Trois villages près de Lyon, en France, sont inondés."))
    assert named(places, "Lyon").within == named(places, "France").id
    assert named(places, "France").within is None


def test_nothing_is_read_from_furniture(parse_of: ParseOf) -> None:
    text = "Par notre correspondant à Berlin\n\nUn pont a cédé à Metz.\n\nLire aussi : Rome inondée"
    parse = parse_of(text, "fr", None, ("byline", "paragraph", "boilerplate"))
    assert texts(read_places(parse)) == ["Metz"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "?",
        "Par\u0000is et \u202eMoscou\u202c 😀 Kiev",
        "À Paris\r\n\r\nà Londres",
        "of the " * 300 + "Paris",
        "San José, Santa Cruz, Victoria, " * 60,
        "ПАРИЖ ЛОНДОН " * 50,
    ],
)
def test_hostile_text_gives_exact_spans(parse_of: ParseOf, language: str, text: str) -> None:
    parse = parse_of(text, language, None)
    places = read_places(parse)
    ends = [0, *(place.span.end for place in places)]
    for place, end in zip(places, ends, strict=False):
        assert place.span.start >= end
        assert parse.article.text[place.span.start : place.span.end] == place.span.text
        assert 0.0 <= place.confidence <= 1.0
        assert (place.lat is None) == (place.lon is None) == (place.precision_m is None)


def test_a_square_that_is_a_ministry_and_things_in_place_are_no_sites(parse_of: ParseOf) -> None:
    assert texts(read_places(parse_of("Le locataire de la place Beauvau a démissionné."))) == []
    assert texts(read_places(parse_of("Un barrage est en place à Metz."))) == ["Metz"]
    assert texts(read_places(parse_of("Se rendre en ville devient long."))) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Shells hit the Harasta neighbourhood of Damascus.", "Harasta"),
        ("fr", "Des obus sont tombés sur le quartier de Harasta, à Damas.", "Harasta"),
    ],
)
def test_a_part_of_a_town_is_a_district(
    parse_of: ParseOf, language: str, text: str, name: str
) -> None:
    places = read_places(parse_of(text, language))
    assert named(places, name).kind == "district"
    assert {place.kind for place in places if place.span.text != name} == {"city"}
