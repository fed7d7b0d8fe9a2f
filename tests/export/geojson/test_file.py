"""GeoJSON as a map reads it: every feature checked, none invented, none finer than it may be."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection

from recoupe.engine import LocalEngine
from recoupe.export.geojson.features import PROPERTIES
from recoupe.export.material import Material
from recoupe.export.recorders.happenings import happenings
from recoupe.filing.checking import check_case
from recoupe.model import Draft, Place, Reading
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import TOWN, handed, written
from tests.store.building import report

DOCS = Path(__file__).parents[3] / "docs" / "exports.md"
Layers = dict[str, list[dict[str, Any]]]


def read(what: Material, language: str = "en") -> dict[str, Any]:
    """Return the collection, once a validator has taken it."""
    text = written("geojson", what, language=language)
    FeatureCollection.model_validate_json(text)
    found: dict[str, Any] = json.loads(text)
    return found


def layers(collection: dict[str, Any]) -> Layers:
    """Return the properties of the features by layer."""
    found: Layers = {"event": [], "figure": [], "place": []}
    for feature in collection["features"]:
        found[feature["properties"]["layer"]].append(feature["properties"])
    return found


def altered(what: Material, change: Any) -> Material:
    """Return a material whose readings are what ``change`` makes of them."""
    return replace(
        what,
        reports=lambda: (replace(one, reading=change(one.reading)) for one in what.reports()),
    )


@pytest.fixture(scope="module")
def collection(plain: Casefile) -> dict[str, Any]:
    return read(handed(plain))


def test_every_feature_has_the_same_flat_properties(collection: dict[str, Any]) -> None:
    for feature in collection["features"]:
        assert tuple(feature["properties"]) == PROPERTIES
        assert not any(isinstance(one, dict | list) for one in feature["properties"].values())
        assert feature["id"] == feature["properties"]["recoupe_id"]
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids))


def test_every_property_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8").partition("## GeoJSON")[2].partition("\n## ")[0]
    assert [name for name in PROPERTIES if f"`{name}`" not in text] == []


def test_an_attack_is_one_feature_however_many_tell_it(
    plain: Casefile, collection: dict[str, Any]
) -> None:
    (event,) = layers(collection)["event"]
    (known,) = happenings(handed(plain))
    wanted = {
        "recoupe_id": known.id,
        "name": "Explosions/Remote violence, Port-Clair",
        "event_type": "Explosions/Remote violence",
        "date_start": "2022-05-04",
        "date_end": "2022-05-04",
        "date_precision": "day",
        "counted_as": "killed",
        "low": 12,
        "high": 14,
        "stance": "asserted",
        "said_by": "Anna Berzina ¦ Jonas Vilks",
        "reports": 3,
        "independent_origins": known.origins,
        "place": "Port-Clair",
        "country": "UA",
        "precision_m": 5000,
        "coarse": False,
        "placed": True,
        "masked": False,
        "story_id": known.story.id,
        "story_title": known.story.title,
    }
    assert {name: event[name] for name in wanted} == wanted
    assert known.killed is not None
    assert known.killed.finding in event["finding_ids"].split(" ¦ ")
    numbers = event["positions"].split(" ¦ ")
    assert {"Anna Berzina: 12", "Anna Berzina: 14", "Jonas Vilks: 12"} >= set(numbers)
    assert len(numbers) == len(known.killed.positions)


def test_its_words_stand_in_the_report_where_it_says(
    plain: Casefile, collection: dict[str, Any]
) -> None:
    texts = {one.reading.article.id: one.reading.article for one in plain.readings()}
    told = layers(collection)
    for feature in (*told["event"], *told["figure"], *told["place"]):
        article = texts[feature["report_id"]]
        assert article.text[feature["start"] : feature["end"]] == feature["words"]
        assert (feature["url"], feature["report_title"]) == (article.url, article.title)
        parallel = [
            feature[f"all_{name}"].split(" ¦ ")
            for name in ("words", "at", "titles", "outlets", "urls", "report_ids")
        ]
        assert len({len(one) for one in parallel}) == 1
        for words, at, _, _, _, id_ in zip(*parallel, strict=True):
            start, end = map(int, at.split(":"))
            assert texts[id_].text[start:end] == words


def test_numbers_are_features_by_finding(plain: Casefile, collection: dict[str, Any]) -> None:
    kept = plain.crosscheck()
    assert kept is not None
    ids = {one.id for one in kept.findings}
    figures = layers(collection)["figure"]
    assert sum(figure["reports"] for figure in figures) == 3
    for figure in figures:
        assert figure["counted_as"] == "killed"
        assert figure["finding_ids"] in ids
        assert figure["place"] == TOWN


def test_what_cannot_be_placed_is_listed_without_a_point_and_last(
    collection: dict[str, Any],
) -> None:
    (riga,) = (one for one in collection["features"] if one["properties"]["place"] == "Riga")
    assert riga["geometry"] is None
    assert riga["properties"]["layer"] == "place"
    assert (riga["properties"]["placed"], riga["properties"]["precision_m"]) == (False, None)
    known = [one["geometry"] is not None for one in collection["features"]]
    assert known == sorted(known, reverse=True)


def test_longitude_comes_first_and_the_box_is_around_all(collection: dict[str, Any]) -> None:
    assert collection["features"][0]["geometry"]["coordinates"] == [37.5, 47.1]
    assert collection["bbox"] == [37.5, 47.1, 37.5, 47.1]


def test_the_file_says_when_it_was_made_and_that_it_is_no_verdict(
    plain: Casefile, collection: dict[str, Any]
) -> None:
    state = plain.check_state()
    assert state is not None
    assert collection["name"] == "dam"
    assert collection["exported_at"] == "2022-05-06T10:00:00.000000+00:00"
    assert collection["checked_at"] == state.checked_at
    assert collection["description"].startswith("What reports tell")
    assert read(handed(plain, language="fr"), "fr")["description"].startswith("Ce que disent")


def test_a_country_is_a_coarse_point(plain: Casefile) -> None:
    def to_country(reading: Reading) -> Reading:
        def coarse(place: Place) -> Place:
            return replace(place, kind="country", lat=48.9, lon=31.4, precision_m=600_000)

        return replace(reading, places=tuple(map(coarse, reading.places)))

    found = read(altered(handed(plain), to_country))
    (event,) = (one for one in found["features"] if one["properties"]["layer"] == "event")
    assert event["geometry"]["coordinates"] == [31.0, 49.0]
    assert (event["properties"]["coarse"], event["properties"]["precision_m"]) == (True, 600_000)


def test_what_a_report_says_did_not_happen_is_denied(plain: Casefile) -> None:
    def negated(reading: Reading) -> Reading:
        events = tuple(
            replace(one, negated=True, according_to=(), denied_by=()) for one in reading.events
        )
        return replace(reading, events=events)

    (event,) = layers(read(altered(handed(plain), negated)))["event"]
    assert (event["stance"], event["said_by"]) == ("denied", None)
    assert event["denied_by"] == "the reports themselves"


def test_what_one_asserts_and_another_denies_is_both(plain: Casefile) -> None:
    def disputed(reading: Reading) -> Reading:
        ministry = next(one for one in reading.statements if one.stance == "denies")
        return replace(
            reading,
            events=tuple(replace(one, denied_by=(ministry.id,)) for one in reading.events),
        )

    (event,) = layers(read(altered(handed(plain), disputed)))["event"]
    assert (event["stance"], event["denied_by"]) == ("asserted and denied", "the ministry")


def test_reports_that_nobody_compared_are_told_each_alone(fresh: Casefile) -> None:
    found = layers(read(handed(fresh)))
    assert len(found["event"]) == len(found["figure"]) == len(found["place"]) == 3
    assert {one["story_id"] for one in found["event"]} == {None}
    assert {one["reports"] for one in found["event"]} == {1}


def test_a_review_is_told(fresh: Casefile) -> None:
    event = next(fresh.readings()).reading.events[0]
    fresh.add_review(Draft("confirm", "event", event.id, "Ana"))
    told = layers(read(handed(fresh)))["event"]
    assert [one["reviewed"] for one in told].count(True) == 1


def test_a_protected_town_is_its_country_and_says_so(guarded: Casefile) -> None:
    found = read(handed(guarded))
    (event,) = (one for one in found["features"] if one["properties"]["layer"] == "event")
    told = event["properties"]
    assert (told["place"], told["coarse"], told["place_masked"]) == ("Ukraine", True, True)
    assert told["precision_m"] > 100_000
    assert all(degrees == round(degrees) for degrees in event["geometry"]["coordinates"])
    assert (told["masked"], told["start"], told["end"]) == (True, None, None)
    assert told["geonames_id"] is None
    assert found["masked_places"] == 1
    text = json.dumps(found)
    assert "47.1" not in text
    assert "37.5" not in text
    assert TOWN not in text


def test_an_empty_casefile_is_an_empty_collection(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        found = read(handed(casefile))
    assert found["features"] == []
    assert "bbox" not in found


def test_of_a_report_with_several_versions_one_is_told(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        casefile.add_report(*report(version="2"), author="Ana")
        casefile.add_report(*report(killed=20, version="2", hours=3), author="Ana")
        check_case(casefile, LocalEngine())
        from recoupe.export.material import Choice, material

        every = material(casefile, "dam", "2022-05-06", language="en", choice=Choice(versions=True))
        (figure,) = layers(read(every))["figure"]
    assert figure["low"] == 20
