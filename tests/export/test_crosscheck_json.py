from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from recoupe.comparison.checking import Checked, cross_check, entry
from recoupe.comparison.findings import findings
from recoupe.export import crosscheck_document, json_schema
from recoupe.model import Derivation, Origin, Passage, Reason, StoryLink
from tests.comparison.telling import Counts, Report, Says, Who, story, told

POLICE = Who("Harbour Police")
READINGS = [
    told(
        Report(
            f"{number} people died, the Harbour Police said on {day}.",
            [Says(f"{number} people died", POLICE)],
            [Counts(f"{number} people", number, number, by=0)],
            day=day,
        )
    )
    for number, day in ((3, "2031-03-04"), (7, "2031-03-05"))
]


def document(language: str) -> dict[str, Any]:
    whole = story(READINGS)
    one, other = (reading.article for reading in READINGS)
    derivation = Derivation(
        one.id,
        None,
        Origin("agency", "Nordpress"),
        "credited",
        0.5,
        (Passage(one.span(0, 8), None),),
        (Reason("signed_with", (("name", "Nordpress"),)), Reason("no_such_code", (("n", 2),))),
    )
    link = StoryLink(one.id, other.id, 0.9, (Reason("shared_days", (("day", "2031-03-04"),)),))
    linked = replace(whole, links=(link,))
    checked = Checked(linked, (derivation,), findings(linked, READINGS))
    return crosscheck_document(cross_check(map(entry, (one, other)), [checked]), language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_document_is_valid_by_its_published_schema(language: str) -> None:
    jsonschema.validate(json.loads(json.dumps(document(language))), json_schema("crosscheck"))


def test_spans_are_the_words_of_their_report() -> None:
    texts = {reading.article.id: reading.article.text for reading in READINGS}
    for finding in document("en")["findings"]:
        for position in finding["positions"]:
            for said in position["statements"]:
                span = said["span"]
                assert texts[said["report"]][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize(
    ("language", "wording"),
    [
        ("en", "Harbour Police raised the number from 3 to 7 on 2031-03-05"),
        ("fr", "Harbour Police a porté le nombre de 3 à 7 le 2031-03-05"),
    ],
)
def test_reasons_are_told_in_plain_words(language: str, wording: str) -> None:
    found = document(language)["findings"]
    assert wording in found[0]["reasons"]


def test_a_reason_that_no_table_words_is_told_by_its_code() -> None:
    [derivation] = document("en")["lineage"]
    assert derivation["reasons"] == ["signed with Nordpress", "no_such_code (n 2)"]
    assert derivation["passages"][0]["there"] is None


def test_what_people_made_of_a_finding_is_told() -> None:
    whole = story(READINGS)
    found = tuple(replace(one, standing="confirmed") for one in findings(whole, READINGS))
    checked = Checked(whole, (), found)
    told = crosscheck_document(cross_check([], [checked]))
    assert {one["standing"] for one in told["findings"]} == {"confirmed"}
    assert {one["standing"] for one in document("en")["findings"]} == {None}
