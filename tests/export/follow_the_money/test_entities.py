"""FollowTheMoney: every entity valid by its own model, nothing claimed, nobody hidden named."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from recoupe.engine import LocalEngine
from recoupe.export.follow_the_money.making import maker
from recoupe.export.formats import FORMATS, Asked
from recoupe.filing.checking import check_case
from recoupe.languages import pack
from recoupe.model import Draft, Known, Reading
from recoupe.reading.known.files import import_list
from recoupe.reading.known.index import KnownList
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import ONE, TOWN, TWO, WITNESS, filled, handed, written
from tests.store.building import report

pytestmark = pytest.mark.interop
NAME = "followthemoney"
Json = dict[str, Any]


@pytest.fixture(scope="module", autouse=True)
def library() -> Any:
    """The library of the model; the tests are skipped where it is not installed."""
    try:
        import followthemoney
    except ImportError:
        pytest.skip("followthemoney is not installed (make interop)")
    return followthemoney


@pytest.fixture(scope="module")
def entities(plain: Casefile, library: Any) -> list[Json]:
    return read(written(NAME, handed(plain)))


def read(lines: bytes) -> list[Json]:
    return [json.loads(line) for line in lines.decode().splitlines()]


def of(entities: list[Json], schema: str) -> list[Json]:
    return [one["properties"] for one in entities if one["schema"] == schema]


def one_report(folder: Path, reading_of: Any = lambda one: one, **given: Any) -> list[Json]:
    """Return the entities of a casefile of one report whose reading is altered."""
    capture, reading = report(ONE, version="2", **given)
    with new_casefile(str(folder / "case"), author="Ana") as casefile:
        casefile.add_report(capture, reading_of(reading), author="Ana")
        return read(written(NAME, handed(casefile)))


def named(reading: Reading, *, key: str, **changes: Any) -> Reading:
    """Return a reading whose first entity has this key."""
    first, *others = reading.entities
    return replace(reading, entities=(replace(first, key=key, **changes), *others))


def faults(entities: list[Json], library: Any) -> Iterator[str]:
    """Yield what the model holds against entities."""
    for one in entities:
        schema = library.model[one["schema"]]
        try:
            schema.validate(one)
        except library.exc.InvalidData as error:
            yield f"{one['id']}: {error} {error.errors}"
        for name in set(one["properties"]) - set(schema.properties):
            yield f"{one['id']}: {name} is no property of {schema.name}"
        needed = schema.required if schema.edge or schema.name in {"Mention", "Event"} else []
        for name in needed:
            if not one["properties"].get(name):
                yield f"{one['id']}: {name} is missing"


def test_every_entity_is_valid_by_the_model(
    entities: list[Json], guarded: Casefile, library: Any
) -> None:
    assert list(faults(entities, library)) == []
    assert list(faults(read(written(NAME, handed(guarded))), library)) == []
    assert set(Counter(one["schema"] for one in entities)) == {
        "Article", "Mention", "Documentation", "Note", "Person", "Organization", "Address", "Event",
    }  # fmt: skip


def test_the_library_reads_them_back_to_the_letter(entities: list[Json], library: Any) -> None:
    from followthemoney.dataset.util import dataset_name_check

    for one in entities:
        proxy = library.ValueEntity(library.model[one["schema"]], json.loads(json.dumps(one)))
        assert proxy.to_dict() == one
        again = library.ValueEntity(library.model[one["schema"]], dict(one), cleaned=False)
        assert again.to_dict()["properties"] == one["properties"]
        assert [dataset_name_check(name) for name in one["datasets"]] == ["recoupe_dam"]


def test_whatever_is_pointed_at_is_there(entities: list[Json], library: Any) -> None:
    ids = {one["id"] for one in entities}
    assert len(ids) == len(entities)
    for one in entities:
        proxy = library.ValueEntity(library.model[one["schema"]], dict(one))
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in ids
                assert proxy.schema.model  # of the model that we ask
                pointed = next(other for other in entities if other["id"] == value)
                assert library.model[pointed["schema"]].is_a(prop.range)


def test_the_same_casefile_gives_the_same_bytes(plain: Casefile) -> None:
    assert written(NAME, handed(plain)) == written(NAME, handed(plain))


def test_a_report_is_an_article_with_where_it_comes_from(
    plain: Casefile, entities: list[Json]
) -> None:
    reading = next(plain.readings()).reading
    [article] = [one for one in of(entities, "Article") if one["sourceUrl"] == [ONE]]
    assert article["title"] == ["12 people killed at Port-Clair"]
    assert article["publisher"] == ["The Paper"]
    assert article["publishedAt"] == ["2022-05-05"]
    assert article["retrievedAt"] == ["2022-05-05T12:00:00"]
    assert article["language"] == ["eng"]
    assert article["bodyText"] == [reading.article.text]
    assert reading.article.capture.sha256 in article["description"][0]
    assert "contentHash" not in article  # FollowTheMoney's is a SHA-1


def test_parties_have_names_and_proof_and_no_descriptions(entities: list[Json]) -> None:
    people = {one["name"][0]: one for one in of(entities, "Person")}
    assert set(people) == {"Anna Berzina", WITNESS}
    articles = {one["sourceUrl"][0]: one for one in of(entities, "Article")}
    assert len(people["Anna Berzina"]["proof"]) == 2
    assert len(people[WITNESS]["proof"]) == 1
    assert set(articles) >= {ONE, TWO}


def test_a_party_is_mentioned_and_speaks_in_the_report(entities: list[Json]) -> None:
    ids = {one["id"]: one["properties"]["name"][0] for one in entities if one["schema"] == "Person"}
    mentions = [ids.get(one["resolved"][0]) for one in of(entities, "Mention")]
    assert mentions.count("Anna Berzina") == 2
    speaking = [ids.get(one["entity"][0]) for one in of(entities, "Documentation")]
    assert speaking.count(WITNESS) == 1
    assert {one["role"][0] for one in of(entities, "Documentation")} == {"speaks in it"}


def test_what_is_said_is_a_note_that_says_who_says_it(entities: list[Json]) -> None:
    told = [one["description"][0] for one in of(entities, "Note")]
    assert 'the ministry (denies, quoted): "Nobody fired there,"' in told
    assert all(one["proof"] and len(one["entity"]) == 2 for one in of(entities, "Note"))


def test_a_happening_makes_nobody_a_part_of_it(entities: list[Json]) -> None:
    [event] = of(entities, "Event")
    assert event["name"] == ["Explosions/Remote violence, Port-Clair, 2022-05-04"]
    assert (event["startDate"], event["country"]) == (["2022-05-04"], ["ua"])
    assert "not what is true" in event["notes"][0]
    assert "independent origins" in event["summary"][0]
    assert not event.keys() & {"involved", "organizer"}
    assert len(event["proof"]) == 3


def test_an_accusation_ties_nobody_to_anybody(tmp_path: Path) -> None:
    def accusing(reading: Reading) -> Reading:
        one, *others = reading.statements
        woman, ministry = reading.entities
        event = replace(reading.events[0], actors=(ministry.id,), targets=(woman.id,))
        accuses = replace(one, stance="accuses")
        return replace(reading, statements=(accuses, *others), events=(event,))

    found = one_report(tmp_path, accusing)
    assert not of(found, "UnknownLink")
    parties = {one["id"] for one in found if one["schema"] in {"Person", "Organization"}}
    edges = [
        one
        for one in found
        if len(parties & {value for got in one["properties"].values() for value in got}) > 1
    ]
    assert edges == []
    assert any("accuses" in one["description"][0] for one in of(found, "Note"))


def test_whom_a_report_lets_somebody_speak_for_is_a_link_in_its_words(tmp_path: Path) -> None:
    def speaking(reading: Reading) -> Reading:
        woman, ministry = reading.entities
        role = reading.article.span(*span_of(reading, "station"))
        return replace(
            reading, entities=(replace(woman, affiliation=ministry.id, roles=(role,)), ministry)
        )

    found = one_report(tmp_path, speaking)
    [link] = of(found, "UnknownLink")
    assert (link["role"], link["description"]) == (["Belongs to"], ["“station”"])
    [person] = of(found, "Person")
    assert person["summary"] == ["“station”"]
    assert "position" not in person


def span_of(reading: Reading, words: str) -> tuple[int, int]:
    start = reading.article.text.index(words)
    return start, start + len(words)


def test_a_state_is_a_public_body_and_a_crowd_no_organisation(tmp_path: Path) -> None:
    [state] = of(one_report(tmp_path / "a", lambda one: named(one, key="state:LV")), "PublicBody")
    assert state["country"] == ["lv"]
    group = one_report(tmp_path / "b", lambda one: named(one, key="group:x", kind="group"))
    assert len(of(group, "LegalEntity")) == 1


def test_whoever_is_only_described_is_no_entity(tmp_path: Path) -> None:
    found = one_report(tmp_path, lambda one: named(one, key=None))
    assert not of(found, "Person")
    assert any(one["description"][0].startswith("Anna Berzina (") for one in of(found, "Note"))


def test_a_number_of_wikidata_is_only_told_where_a_name_matched(tmp_path: Path) -> None:
    known = Known("Q42", "people", "name", "Anna Berzina", (), ())
    [person] = of(
        one_report(tmp_path / "a", lambda one: named(one, key="k", known=known)), "Person"
    )
    assert person["wikidataId"] == ["Q42"]
    office = replace(known, by="office")
    [person] = of(
        one_report(tmp_path / "b", lambda one: named(one, key="k", known=office)), "Person"
    )
    assert "wikidataId" not in person


def test_aliases_of_one_word_are_weak_and_descriptions_none(tmp_path: Path) -> None:
    others = ("Berzina", "Dr Anna Berzina", "the mayor")
    [person] = of(one_report(tmp_path, lambda one: named(one, key="k", aliases=others)), "Person")
    assert person["name"] == ["Anna Berzina"]
    assert (person["weakAlias"], person["alias"]) == (["Berzina"], ["Dr Anna Berzina"])


def test_a_wide_place_has_no_point(tmp_path: Path) -> None:
    def wide(reading: Reading) -> Reading:
        town, *others = reading.places
        return replace(reading, places=(replace(town, precision_m=60_000), *others))

    def addresses(folder: Path, altered: Any) -> list[Json]:
        capture, reading = report(ONE, version="2")
        with new_casefile(str(folder), author="Ana") as casefile:
            casefile.add_report(capture, altered(reading), author="Ana")
            check_case(casefile, LocalEngine())
            return of(read(written(NAME, handed(casefile))), "Address")

    [near] = addresses(tmp_path / "near", lambda one: one)
    assert (near["full"], near["latitude"]) == (["Port-Clair, Ukraine"], ["47.1"])
    assert near["remarks"] == ["± 5000 m"]
    [far] = addresses(tmp_path / "far", wide)
    assert "latitude" not in far


def test_a_long_text_is_in_parts_that_the_model_takes(tmp_path: Path, library: Any) -> None:
    long = "word " * 30_000
    found = one_report(tmp_path, quote=long)
    [article] = of(found, "Article")
    assert len(article["bodyText"]) == 3
    assert "".join(article["bodyText"]).count("word") == 30_000
    assert list(faults(found, library)) == []


def test_whoever_is_protected_is_no_entity_and_no_text_is_handed_over(guarded: Casefile) -> None:
    text = written(NAME, handed(guarded)).decode()
    found = read(text.encode())
    assert {one["name"][0] for one in of(found, "Person")} == {"Anna Berzina"}
    assert WITNESS.split()[1] not in text
    assert TOWN not in text
    kept = {entity.id for one in guarded.readings() for entity in one.reading.entities}
    with_all = read(written(NAME, handed(guarded, protected=True)))
    hidden = {one["id"] for one in with_all} - {one["id"] for one in found}
    witness = {one["id"] for one in with_all if one["properties"].get("name") == [WITNESS]}
    assert witness
    assert witness <= hidden
    assert not [id_ for id_ in kept | witness if id_ in text]
    for article in of(found, "Article"):
        assert "bodyText" not in article
        assert "Masked to protect people" in article["notes"][0]
    assert {address["full"][0] for address in of(found, "Address")} == {"Ukraine"}
    assert not [one for one in of(found, "Address") if "latitude" in one]


def test_texts_left_out_are_counted(guarded: Casefile, plain: Casefile) -> None:
    for casefile, count in ((guarded, 3), (plain, 0)):
        stream = io.BytesIO()
        counts = FORMATS[NAME].write(handed(casefile), Asked(pack("en")), stream)
        assert counts["texts_left_out"] == count
        assert counts["entities"] == len(read(stream.getvalue()))


def test_recoupe_reads_the_parties_as_a_list_of_known_people(
    plain: Casefile, tmp_path: Path
) -> None:
    path = tmp_path / "case.ftm.json"
    path.write_bytes(written(NAME, handed(plain)))
    built = import_list(path, tmp_path / "case.known.sqlite")
    assert (built.parties, built.bad) == (3, ())
    known = KnownList(tmp_path / "case.known.sqlite")
    [party] = known.named("A. Berzina") or known.named("Anna Berzina")
    assert party.kind == "person"
    assert known.named("the ministry")


def test_our_words_are_in_the_language_asked_for(plain: Casefile) -> None:
    found = read(written(NAME, handed(plain, language="fr"), language="fr"))
    assert {one["role"][0] for one in of(found, "Documentation")} == {"y parle"}
    assert "origines indépendantes" in of(found, "Event")[0]["summary"][0]


def test_people_rejected_and_joined_are_told_as_people_left_them(tmp_path: Path) -> None:
    with filled(tmp_path / "case") as casefile:
        first = next(casefile.readings()).reading.statements[0]
        casefile.add_review(Draft("reject", "statement", first.id, "Ana"))
        found = read(written(NAME, handed(casefile)))
    assert first.id not in {one["id"] for one in found}


@pytest.mark.parametrize(
    ("case", "dataset"),
    [
        ("dam", "recoupe_dam"),
        ("Barrage d’été, n° 2", "recoupe_barrage_d_ete_ndeg_2"),
        ("Дамба", "recoupe_damba"),
        ("…", "recoupe"),
        ("a casefile of [a person]", "recoupe_a_casefile_of_a_person"),
    ],
)
def test_a_data_set_has_a_name_as_the_model_has_them(case: str, dataset: str) -> None:
    from followthemoney.dataset.util import dataset_name_check

    assert maker(case).dataset == dataset_name_check(dataset)
