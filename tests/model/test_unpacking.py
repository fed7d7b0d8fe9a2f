"""Records over several articles come back from JSON as they were."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from recoupe.comparison.checking import Checked, StoryReadings, check_story
from recoupe.errors import RecordError, SpanError
from recoupe.model import (
    Derivation,
    Finding,
    Origin,
    Passage,
    Reading,
    Reason,
    Story,
    StoryLink,
    packed,
    packed_story,
    unpacked,
)
from recoupe.story.features import Features, features
from recoupe.story.stories import group
from tests.store.building import report


def on_the_map(reading: Reading) -> Reading:
    port, riga = reading.places
    return replace(reading, places=(replace(port, geonames_id=701_822), riga))


READINGS = [
    on_the_map(report(f"https://paper.example/{number}", killed=killed, version="2")[1])
    for number, killed in enumerate((12, 12, 17))
]
TEXTS = {reading.article.id: reading.article for reading in READINGS}
(STORY,) = group(map(features, READINGS))


def again(value: object) -> object:
    return json.loads(json.dumps(value, ensure_ascii=False))


def checked() -> Checked:
    return check_story(StoryReadings(STORY, tuple(READINGS)))


def test_a_story_comes_back_with_its_place_and_links() -> None:
    assert STORY.place is not None
    assert STORY.links
    assert unpacked(Story, again(packed_story(STORY)), TEXTS) == STORY


def test_findings_and_lineage_come_back_with_the_words_of_each_report() -> None:
    found = checked()
    assert found.findings
    assert found.lineage
    for finding in found.findings:
        assert unpacked(Finding, again(packed(finding)), TEXTS) == finding
    for derivation in found.lineage:
        assert unpacked(Derivation, again(packed(derivation)), TEXTS) == derivation


def test_features_come_back_with_the_words_of_their_places() -> None:
    for reading in READINGS:
        made = features(reading)
        assert made.spots
        assert unpacked(Features, again(packed(made)), reading.article) == made


def test_reasons_keep_their_values() -> None:
    one, other = list(TEXTS)[:2]
    reasons = (Reason("shared_wording", (("percent", 40), ("words", "Port, Riga"))), Reason("x"))
    link = StoryLink(one, other, 0.25, reasons)
    assert unpacked(StoryLink, again(packed(link)), TEXTS) == link


def test_each_side_of_a_passage_is_of_its_own_report() -> None:
    one, other, _ = TEXTS.values()
    made = Derivation(
        one.id,
        other.id,
        Origin("outlet", "The Paper"),
        "verbatim",
        0.5,
        (Passage(one.span(0, 2), other.span(3, 9)), Passage(one.span(4, 6), None)),
        (),
    )
    assert unpacked(Derivation, again(packed(made)), TEXTS) == made


def test_what_is_no_such_record_is_refused() -> None:
    value = packed_story(STORY)
    with pytest.raises(RecordError, match="is not whole"):
        unpacked(Story, {**value, "colour": "red"}, TEXTS)
    with pytest.raises(RecordError, match="is not whole"):
        unpacked(Story, value, {})
    with pytest.raises(RecordError, match="which article"):
        unpacked(Passage, {"here": [0, 1], "there": None}, TEXTS)
    short = {id_: replace(one, text="x") for id_, one in TEXTS.items()}
    with pytest.raises(SpanError):
        unpacked(Story, value, short)
