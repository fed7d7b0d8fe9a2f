"""Web Annotations: expanded by a JSON-LD processor, held to the model, and true to the words."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from recoupe.engine import LocalEngine
from recoupe.export.annotations.targets import moment, source, targets
from recoupe.export.annotations.vocabulary import ANNO, OURS, TERMS
from recoupe.export.formats import FORMATS, Asked
from recoupe.export.material import ExportedReport
from recoupe.filing.checking import check_case
from recoupe.languages import pack
from recoupe.model import Draft, Reading
from recoupe.store import Casefile, new_casefile
from tests.export.annotations import standard
from tests.export.conftest import ONE, TOWN, WITNESS, filled, handed, written
from tests.store.building import last, report

Json = dict[str, Any]


def loader(url: str, options: object) -> Json:
    """Return our copy of the standard's context; whatever else is asked for is a mistake."""
    assert url == ANNO
    return {"contextUrl": None, "documentUrl": url, "document": standard.CONTEXT}


@pytest.fixture(scope="module")
def document(plain: Casefile) -> Json:
    found: Json = json.loads(written("webannotation", handed(plain)))
    return found


def exported(reading: Reading, *, masked: int = 0) -> ExportedReport:
    return ExportedReport("page-1", reading, {}, {}, {}, masked)


def names(value: object) -> list[str]:
    """Return the properties of a document, nested ones among them, without JSON-LD's own."""
    if isinstance(value, list):
        return [name for one in value for name in names(one)]
    if not isinstance(value, dict):
        return []
    own = [name for name in value if not name.startswith("@") and name not in {"id", "type"}]
    return own + [name for key in value if key != "@context" for name in names(value[key])]


def of_kind(document: Json, kind: str) -> list[Json]:
    found: list[Json] = document["first"]["items"]
    return [one for one in found if values(one)["type"] == kind]


def values(annotation: Json) -> Json:
    """Return what an annotation says in our terms."""
    found: Json = annotation["body"][-1]
    return found


def test_no_property_is_lost_when_it_is_expanded(document: Json) -> None:
    terms = {**standard.CONTEXT["@context"], **TERMS}
    prefixes = {name: iri for name, iri in terms.items() if isinstance(iri, str)}

    def full(name: str) -> str:
        iri = str(terms[name]["@id"] if isinstance(terms[name], dict) else terms[name])
        before, _, rest = iri.partition(":")
        return prefixes[before] + rest if before in prefixes else iri

    expanded = jsonld.expand(document, {"documentLoader": loader})
    assert sorted(names(expanded)) == sorted(map(full, names(document)))
    assert len(names(document)) > 300


def test_types_and_motivations_are_iris_of_the_standard(document: Json) -> None:
    [whole] = jsonld.expand(document, {"documentLoader": loader})
    text = json.dumps(whole)
    for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector", "TimeState"):
        assert f'"{standard.OA}{name}"' in text
    for name in ("describing", "classifying", "tagging"):
        assert f'{{"@id": "{standard.OA}{name}"}}' in text
    assert f'"{OURS}Statement"' in text


def test_our_terms_take_no_name_of_the_standard() -> None:
    assert not TERMS.keys() & standard.CONTEXT["@context"].keys()


def test_it_has_what_the_model_demands(document: Json, guarded: Casefile) -> None:
    assert list(standard.faults(document)) == []
    assert list(standard.faults(json.loads(written("webannotation", handed(guarded))))) == []


def test_selectors_are_the_words_and_their_place_in_code_points(
    plain: Casefile, document: Json
) -> None:
    texts = {one.reading.article.text_sha256: one.reading.article.text for one in plain.readings()}
    seen = 0
    for one in document["first"]["items"]:
        for target in one["target"]:
            quote, place = target["selector"]
            text = texts[place["offsetsInto"].removeprefix("urn:sha256:")]
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote.get("prefix", ""))
            assert text[place["end"] :].startswith(quote.get("suffix", ""))
            seen += 1
    assert seen >= 15


def test_every_record_is_annotated_at_its_address_with_the_hash_of_its_capture(
    plain: Casefile, document: Json
) -> None:
    readings = [one.reading for one in plain.readings()]
    wanted = {
        f"urn:recoupe:annotation:{record.id}"
        for reading in readings
        for record in (
            *reading.statements,
            *reading.figures,
            *reading.events,
            *reading.evidence,
        )
    }
    assert {one["id"] for one in document["first"]["items"]} == wanted
    hashes = {one.article.url: one.article.capture.sha256 for one in readings}
    for one in document["first"]["items"]:
        for target in one["target"]:
            cached = target["state"]["cached"].removeprefix("urn:sha256:")
            assert hashes[target["source"]] == cached


def test_a_statement_says_who_says_it_and_how(document: Json) -> None:
    [denial, *_] = [
        one for one in of_kind(document, "Statement") if values(one)["stance"] == "denies"
    ]
    said, *tags, told = denial["body"]
    assert denial["motivation"] == said["purpose"] == "describing"
    assert said["value"] == "the ministry: denies, quoted"
    assert [tag["value"] for tag in tags] == ["denies", "quoted", "the ministry"]
    assert {tag["purpose"] for tag in tags} == {"tagging"}
    assert (told["speakerName"], told["hedged"]) == ("the ministry", False)
    assert told["speaker"]["type"] == "Organization"


def test_a_number_says_by_whose_account(document: Json) -> None:
    [first, *_] = of_kind(document, "Figure")
    assert first["body"][0]["value"] == "Anna Berzina: 12 killed"
    assert values(first)["accordingTo"] in {
        one["id"] for one in map(values, of_kind(document, "Statement"))
    }


def test_a_happening_is_classified(document: Json) -> None:
    for one in of_kind(document, "Event"):
        assert one["motivation"] == one["body"][0]["purpose"] == "classifying"
        assert one["body"][0]["value"] == values(one)["eventType"] == "Explosions/Remote violence"


def test_our_words_are_in_the_language_asked_for(plain: Casefile) -> None:
    found = json.loads(written("webannotation", handed(plain, language="fr"), language="fr"))
    [number, *_] = of_kind(found, "Figure")
    assert number["body"][0]["language"] == "fr"
    assert number["body"][0]["value"] == "Anna Berzina : 12 tués"


def test_words_in_several_stretches_are_several_targets() -> None:
    _, reading = report(ONE)
    one, other = last(reading.article, "A shell hit"), last(reading.article, "on Wednesday")
    found = targets(exported(reading), (one, other, one))
    assert [target["selector"][0]["exact"] for target in found] == ["A shell hit", "on Wednesday"]


def test_offsets_count_code_points_and_not_what_they_are_written_with() -> None:
    _, reading = report(ONE, speaker="𝔸nna 🙂 Ünal")
    span = last(reading.article, "Telegram")
    [target] = targets(exported(reading), (span,))
    place = target["selector"][1]
    assert place["start"] == reading.article.text.index("Telegram")
    assert place["end"] - place["start"] == len("Telegram")


def test_masked_words_are_not_selected_and_no_offset_is_told() -> None:
    _, reading = report(ONE, speaker="[a person]")
    text = reading.article.text
    whole = last(reading.article, text[text.index("A shell") :])
    assert targets(exported(reading, masked=1), (whole,)) == []
    [target] = targets(exported(reading, masked=1), (last(reading.article, 'said. "We'),))
    [quote] = target["selector"]
    assert (quote["type"], quote["prefix"]) == ("TextQuoteSelector", " ")


def test_a_masked_casefile_tells_what_it_leaves_out(guarded: Casefile) -> None:
    stream = io.BytesIO()
    counts = FORMATS["webannotation"].write(handed(guarded), Asked(pack("en")), stream)
    text = stream.getvalue().decode()
    found = json.loads(text)
    assert counts["annotations"] == found["total"] > 0
    assert counts["annotations_left_out"] > 0
    assert f"masked words stand in them: {counts['annotations_left_out']}." in found["note"][-1]
    assert "TextPositionSelector" not in text
    assert WITNESS.split()[1] not in text
    assert TOWN not in text
    hidden = {entity.id for one in guarded.readings() for entity in one.reading.entities}
    assert not [id_ for id_ in hidden if id_ in text]


def test_with_protected_everything_is_selected(guarded: Casefile) -> None:
    found = json.loads(written("webannotation", handed(guarded, protected=True)))
    quotes = [one for one in json.dumps(found).split('"exact"') if TOWN in one.split('"', 3)[1]]
    assert quotes
    assert "TextPositionSelector" in json.dumps(found)


def test_who_reviewed_a_record_has_made_its_annotation(tmp_path: Path) -> None:
    with filled(tmp_path / "case") as casefile:
        check_case(casefile, LocalEngine())
        first, second, *_ = next(casefile.readings()).reading.statements
        casefile.add_review(Draft("confirm", "statement", first.id, "Zoé"))
        casefile.add_review(Draft("note", "statement", second.id, "Zoé", reason="ask again"))
        document = json.loads(written("webannotation", handed(casefile)))
    made = {one["id"]: one for one in document["first"]["items"]}
    by_hand = made[f"urn:recoupe:annotation:{first.id}"]
    assert by_hand["creator"] == {"type": "Person", "name": "Zoé"}
    assert by_hand["created"].endswith("Z")
    assert values(by_hand)["standing"] == "confirmed"
    assert made[f"urn:recoupe:annotation:{second.id}"]["creator"]["type"] == "Software"


@pytest.mark.parametrize("address", [None, "-", "notes/one.txt", "javascript:alert(1)"])
def test_a_report_without_a_web_address_is_told_by_the_hash_of_its_bytes(
    address: str | None,
) -> None:
    _, reading = report(address)
    assert source(reading.article) == f"urn:sha256:{reading.article.capture.sha256}"


def test_an_address_is_an_iri(tmp_path: Path) -> None:
    _, reading = report("https://paper.example/a b/<ü>?q=1|2")
    assert source(reading.article) == "https://paper.example/a%20b/%3Cü%3E?q=1%7C2"


def test_moments_are_in_utc() -> None:
    assert moment("2022-05-05T14:00:00.250+02:00") == "2022-05-05T12:00:00Z"
    assert moment("2022-05-05") == "2022-05-05T00:00:00Z"


def test_a_casefile_without_reports_is_a_collection_of_nothing(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        found = json.loads(written("webannotation", handed(casefile)))
    assert found["total"] == 0
    assert "first" not in found
    assert list(standard.faults(found)) == []


def test_a_known_place_is_identified(tmp_path: Path) -> None:
    capture, reading = report(ONE)
    town = replace(reading.places[0], geonames_id=2643743)
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        casefile.add_report(
            capture, replace(reading, places=(town, *reading.places[1:])), author="Ana"
        )
        document = json.loads(written("webannotation", handed(casefile)))
    [place] = of_kind(document, "Place")
    assert place["motivation"] == "identifying"
    assert place["body"][0] == {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": "https://sws.geonames.org/2643743/",
    }
    assert values(place)["precision"] == 5000
