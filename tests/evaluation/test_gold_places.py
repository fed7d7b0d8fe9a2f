"""Our own annotation of French places: offsets and points beside texts that are not here."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold import read_french
from recoupe.evaluation.gold_places import french_places


def test_what_nobody_annotated_is_none() -> None:
    assert french_places("nobody-s", "Rien.") is None


def test_a_text_that_is_not_the_annotated_one_is_refused() -> None:
    with pytest.raises(GoldMissingError, match="fr_dev/gj01007: its places"):
        french_places("gj01007", "Un autre texte.")


def test_the_table_holds_numbers_and_no_words() -> None:
    text = files("recoupe.evaluation").joinpath("gold_places_fr.toml").read_text("utf-8")
    for article in tomllib.loads(text).values():
        assert article["half"] in {"seen", "unseen"}
        for numbers in article["places"]:
            start, end, *point = numbers
            assert 0 <= start < end
            assert point == [] or (abs(point[0]) <= 90 and abs(point[1]) <= 180)
        assert all(start < end for start, end in article["governments"])


@pytest.mark.shared
def test_every_name_annotated_is_written_as_a_name(gold: Path) -> None:
    reports = list(read_french(gold / "attribution" / "fr_dev.jsonl"))
    assert [report.half for report in reports] == ["seen"] * 15 + ["unseen"] * 15
    assert sum(len(report.places or ()) for report in reports) == 147
    assert sum(len(report.governments) for report in reports) == 14
    for report in reports:
        spans = [*(place.span for place in report.places or ()), *report.governments]
        words = [report.text[start:end] for start, end in sorted(spans)]
        assert all(word == word.strip() and 1 < len(word) < 40 for word in words)
        assert len(set(spans)) == len(spans)
