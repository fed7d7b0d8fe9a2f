"""``recoupe review``: what people type, and what they are told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.model import Reading
from recoupe.store import new_casefile, open_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

Recoupe = Callable[..., Ran]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Reading]:
    """The folder of a casefile with one report, and what was read in it."""
    monkeypatch.setenv("RECOUPE_AUTHOR", "Marta")
    case = str(tmp_path / "port")
    capture, reading = report()
    with new_casefile(case, author="Marta") as casefile:
        casefile.add_report(capture, reading, author="Marta")
    return case, reading


def reviews(recoupe: Recoupe, case: str, *of: str) -> list[dict[str, object]]:
    lines = recoupe("review", "list", case, *of, "--format", "jsonl").out.splitlines()
    return [json.loads(line) for line in lines]


def test_a_record_is_corrected_by_fields_and_by_words(
    recoupe: Recoupe, kept: tuple[str, Reading]
) -> None:
    case, reading = kept
    hit = reading.statements[0]
    words = "A shell hit the station"
    ran = recoupe(
        "review", "correct", case, hit.id, "--set", "stance=accuses", "--set", "hedged=true",
        "--words", f"content={words}", "--reason", "as it is printed",
    )  # fmt: skip
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"corrected {hit.id} (review-")
    with open_casefile(case) as casefile:
        now = casefile.reading(reading.article.id).reading.statement(hit.id)
    assert (now.stance, now.hedged, now.content[0].text) == ("accuses", True, words)
    (kept_review,) = reviews(recoupe, case, hit.id)
    assert (kept_review["author"], kept_review["reason"]) == ("Marta", "as it is printed")


def test_a_speaker_is_given_by_name(recoupe: Recoupe, kept: tuple[str, Reading]) -> None:
    case, reading = kept
    hit = reading.statements[0]
    recoupe("review", "correct", case, hit.id, "--set", "speaker=the ministry")
    with open_casefile(case) as casefile:
        now = casefile.reading(reading.article.id).reading.statement(hit.id)
    assert (now.speaker, now.speaker_name) == (reading.entities[1].id, "the ministry")


def test_a_missed_statement_is_added_by_its_words(
    recoupe: Recoupe, kept: tuple[str, Reading]
) -> None:
    case, reading = kept
    ran = recoupe(
        "review", "add", case, reading.article.id, "--words", 'content="Nobody fired there,"',
        "--words", "source=the ministry", "--set", "speaker=the ministry", "--set", "stance=denies",
    )  # fmt: skip
    assert ran.out.startswith("added statement-")
    again = recoupe(
        "review", "add", case, reading.article.id, "--words", 'content="Nobody fired there,"'
    )
    assert again.status == 2
    assert "there already" in again.err


def test_words_that_stand_several_times_are_asked_for(
    recoupe: Recoupe, kept: tuple[str, Reading]
) -> None:
    case, reading = kept
    figure = reading.figures[0].id
    ran = recoupe("review", "correct", case, figure, "--words", "span=12")
    assert ran.status == 2
    assert "2 times; say which with --occurrence, 1 to 2" in ran.err
    assert recoupe(
        "review", "correct", case, figure, "--words", "span=12", "--occurrence", "1"
    ).out.startswith("corrected figure-")


def test_what_was_said_can_be_read_and_taken_back(
    recoupe: Recoupe, kept: tuple[str, Reading]
) -> None:
    case, reading = kept
    place = reading.places[0].id
    recoupe("review", "reject", case, place, "--reason", "a ship, not the town")
    (first,) = reviews(recoupe, case)
    recoupe("review", "undo", case, str(first["id"]))
    shown = recoupe("review", "list", case, "--format", "text").out
    assert f"Marta rejected {place} ({first['id']}, taken back by review-" in shown
    assert "why: a ship, not the town" in shown
    record = recoupe("review", "show", case, place).out
    assert "name: Port-Clair" in record
    assert "geonames_id: unknown" in record
    assert "A shell hit the station of Port-Clair on Wednesday" in record


def test_findings_and_copies_are_reviewed_by_the_ids_that_a_check_shows(
    recoupe: Recoupe, kept: tuple[str, Reading]
) -> None:
    case, reading = kept
    other, read = report("https://other.example/1", killed=30, speaker="Jonas Vilks")
    with open_casefile(case) as casefile:
        casefile.add_report(other, read, author="Marta")
    found = json.loads(recoupe("check", case, "--format", "json").out)["findings"]
    toll = next(one for one in found if one["about"]["what"] == "killed")
    assert recoupe("review", "reject", case, toll["id"]).out.startswith(f"rejected {toll['id']} (")
    left = json.loads(recoupe("check", case, "--format", "json").out)["findings"]
    assert toll["id"] not in {one["id"] for one in left}
    recoupe("review", "confirm", case, toll["id"])
    back = json.loads(recoupe("check", case, "--format", "json").out)["findings"]
    assert [one["standing"] for one in back if one["id"] == toll["id"]] == ["confirmed"]

    whole = recoupe("review", "show", case, toll["id"]).out
    assert f"matter: {toll['matter']}" in whole
    assert "review: confirmed" in whole
    assert f"    30 ({read.article.id}, {read.figures[0].according_to})" in whole

    said = recoupe("review", "copy", case, read.article.id, reading.article.id).out
    assert "is a copy (review-" in said
    recoupe("review", "no-copy", case, read.article.id, reading.article.id, "-r", "two visits")
    shown = recoupe("review", "list", case, "--format", "text").out
    assert "Marta said that page-" in shown
    assert "is no copy (review-" in shown
    assert "    The Paper · 30 people killed at Port-Clair" in shown
    assert f"    {toll['matter']}" in shown
    assert "why: two visits" in shown


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("confirm", "{case}", "statement-00"), 1, "nothing that is kept has this id"),
        (("correct", "{case}", "{id}", "--set", "stance"), 2, "write FIELD=VALUE"),
        (("correct", "{case}", "{id}", "--set", "stance=lies"), 2, "choose one of asserts"),
        (("correct", "{case}", "{id}", "--set", "mood=grim"), 2, "has no field 'mood'"),
        (("correct", "{case}", "{id}", "--words", "content=no such words"), 2, "does not have"),
        (("confirm", "{case}", "{id}", "--seen", "review-00"), 1, "review-00 is no review of it"),
        (("confirm", "{case}-lost", "{id}"), 2, "there is no casefile here"),
    ],
)
def test_what_cannot_be_says_why_and_what_to_do(
    recoupe: Recoupe,
    kept: tuple[str, Reading],
    words: tuple[str, ...],
    status: int,
    message: str,
) -> None:
    case, reading = kept
    given = [word.format(case=case, id=reading.statements[0].id) for word in words]
    ran = recoupe("review", *given)
    assert (ran.status, message in ran.err) == (status, True)
    assert "Traceback" not in ran.err
