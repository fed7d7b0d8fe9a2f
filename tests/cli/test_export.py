"""``recoupe export`` and ``recoupe log``: what is handed over, and that it was."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from recoupe.export import document, json_schema
from recoupe.model import Draft
from recoupe.store import open_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

ONE = "https://paper.example/one"
TWO = "https://paper.example/two"


@pytest.fixture
def full(case: str) -> str:
    """A casefile with a report of two versions and a report of one."""
    with open_casefile(case) as store:
        store.add_report(*report(ONE), author="Ana")
        store.add_report(*report(ONE, killed=14, hours=5), author="Ana")
        store.add_report(*report(TWO, speaker="Jonas Vilks"), author="Ana")
    return case


def review(case: str, action: str, kind: str, target: str, **more: object) -> None:
    with open_casefile(case) as store:
        store.add_review(Draft(action, kind, target, "Ana", **more))  # type: ignore[arg-type]


def test_readings_are_written_as_people_left_them(recoupe: Callable[..., Ran], full: str) -> None:
    _, reading = report(TWO, speaker="Jonas Vilks")
    first, second = reading.statements
    review(full, "reject", "statement", first.id)
    review(full, "correct", "statement", second.id, changes={"stance": "denies"})
    ran = recoupe("export", full, "--to", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    written = [json.loads(line) for line in ran.out.splitlines()]
    for one in written:
        jsonschema.validate(one, json_schema("reading"))
    with open_casefile(full) as store:
        kept = [json.loads(json.dumps(document(one.reading))) for one in store.readings()]
    assert written == kept
    assert [one["stance"] for one in written[1]["statements"]] == ["denies"]


def test_every_version_is_written_if_asked(recoupe: Callable[..., Ran], full: str) -> None:
    ran = recoupe("export", full, "--versions")
    urls = [json.loads(line)["article"]["url"] for line in ran.out.splitlines()]
    assert urls == [ONE, ONE, TWO]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_was_written_is_noted_in_the_log(
    recoupe: Callable[..., Ran], full: str, tmp_path: Path, form: str
) -> None:
    output = tmp_path / f"out.{form}"
    ran = recoupe("export", full, "--to", form, "--output", str(output), "--author", "Bo")
    sha256 = hashlib.sha256(output.read_bytes()).hexdigest()
    assert ran.out == f"2 readings in {output}, SHA-256 {sha256}\n"
    with open_casefile(full) as store:
        *_, last = store.log()
    assert (last.author, last.action, last.subject) == ("Bo", "export", form)
    assert last.detail == {"sha256": sha256, "readings": "2", "left_out": "0"}


def test_an_empty_casefile_is_an_empty_list(recoupe: Callable[..., Ran], case: str) -> None:
    assert json.loads(recoupe("export", case, "--to", "json").out) == []
    assert recoupe("export", case, "--to", "jsonl").out == ""


def test_what_is_protected_is_left_out_and_told(recoupe: Callable[..., Ran], full: str) -> None:
    _, reading = report(TWO, speaker="Jonas Vilks")
    review(full, "protect", "entity", reading.entities[0].id)
    ran = recoupe("export", full)
    assert "Jonas Vilks" not in ran.out
    assert len(ran.out.splitlines()) == 1
    assert ran.err.startswith("recoupe: 1 report was left out, for somebody or something in it is")
    ran = recoupe("export", full, "--with-protected")
    assert (len(ran.out.splitlines()), ran.err) == (2, "")


def test_a_folder_that_is_not_there_is_told_and_nothing_noted(
    recoupe: Callable[..., Ran], full: str, tmp_path: Path
) -> None:
    ran = recoupe("export", full, "--output", str(tmp_path / "none" / "out.jsonl"))
    assert ran.status == 2
    assert "the folder does not exist" in ran.err
    with open_casefile(full) as store:
        assert "export" not in [entry.action for entry in store.log()]


def test_the_log_is_printed_for_people_and_for_programs(
    recoupe: Callable[..., Ran], full: str
) -> None:
    with open_casefile(full) as store:
        entries = list(store.log())
    lines = recoupe("log", full).out.splitlines()
    assert len(lines) == len(entries)
    assert "Ana: case case-" in lines[0]
    assert lines[-1].endswith(entries[-1].hash[:12])
    written = [json.loads(line) for line in recoupe("log", full, "-f", "jsonl").out.splitlines()]
    assert [one["hash"] for one in written] == [entry.hash for entry in entries]
    assert written[1]["detail"] == entries[1].detail


def test_tables_go_into_a_zip_or_a_folder(
    recoupe: Callable[..., Ran], full: str, tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    ran = recoupe("export", full, "--to", "csv", "--as-kept", "--output", str(folder))
    assert (ran.status, ran.out.startswith(f"csv in {folder}")) == (0, True)
    assert "the cross-check is not made yet, and handed over as it is" in ran.err
    with (folder / "figures.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["low"] for row in rows] == ["14", "12"]


def test_a_cross_check_that_is_out_of_date_is_brought_up_to_date(
    recoupe: Callable[..., Ran], full: str
) -> None:
    ran = recoupe("export", full, "--to", "acled")
    assert "brought up to date: 1 stories compared" in ran.err
    (row,) = csv.DictReader(io.StringIO(ran.out, newline=""))
    assert (row["fatalities"], row["recoupe_reports"].count("report-")) == ("12", 2)
    assert recoupe("export", full, "--to", "acled").err == ""


def test_one_story_can_be_handed_over_alone(recoupe: Callable[..., Ran], full: str) -> None:
    recoupe("export", full, "--to", "acled")
    with open_casefile(full) as store:
        (story,) = (one.story for one in store.stories().stories)
    ran = recoupe("export", full, "--to", "jsonl", "--story", story.id)
    ids = [json.loads(line)["article"]["id"] for line in ran.out.splitlines()]
    assert sorted(ids) == sorted(story.reports)
    with open_casefile(full) as store:
        *_, last = store.log()
    assert last.detail["story"] == story.id
    ran = recoupe("export", full, "--story", "story-0000000000000000")
    assert (ran.status, "there is no such story now" in ran.err) == (1, True)


@pytest.mark.parametrize(
    ("to", "counted"), [("geojson", {"events": "1"}), ("prov", {"activities": "8"})]
)
def test_what_is_written_is_counted_in_the_log(
    recoupe: Callable[..., Ran], full: str, to: str, counted: dict[str, str]
) -> None:
    ran = recoupe("export", full, "--to", to)
    assert json.loads(ran.out)
    with open_casefile(full) as store:
        *_, last = store.log()
    assert {name: last.detail[name] for name in counted} == counted


def test_what_was_masked_is_told_and_noted(recoupe: Callable[..., Ran], full: str) -> None:
    _, reading = report(TWO, speaker="Jonas Vilks")
    review(full, "protect", "entity", reading.entities[0].id)
    ran = recoupe("export", full, "--to", "claimreview")
    assert "masked: 1 protected parties, 0 places" in ran.err
    assert "Vilks" not in ran.out
    with open_casefile(full) as store:
        *_, last = store.log()
    assert last.detail["masked"] == "1 parties, 0 places"


def test_a_format_that_is_not_there_is_told_with_those_that_are(
    recoupe: Callable[..., Ran], full: str
) -> None:
    ran = recoupe("export", full, "--to", "xls")
    assert ran.status == 2
    assert "there is no format 'xls'; choose one of html, jsonl, json, csv" in ran.err


def test_annotations_left_out_are_told_and_noted(recoupe: Callable[..., Ran], full: str) -> None:
    with open_casefile(full) as store:
        town = next(iter(store.readings())).reading.places[0]
    review(full, "protect", "place", town.id)
    ran = recoupe("export", full, "--to", "webannotation")
    [told] = [line for line in ran.err.splitlines() if "annotations" in line]
    written = json.loads(ran.out)
    count = int(told.split()[-2])
    assert told.startswith("recoupe: left out, for masked words stand in them:")
    assert written["note"][-1].endswith(f": {count}.")
    assert count > 0
    with open_casefile(full) as store:
        noted = [entry.detail for entry in store.log() if entry.action == "export"]
    assert noted[-1]["annotations_left_out"] == str(count)


def test_a_format_whose_library_is_not_there_is_told_and_nothing_written(
    recoupe: Callable[..., Ran], full: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.export.formats.find_spec", lambda name: None)
    ran = recoupe("export", full, "--to", "followthemoney", "--output", str(tmp_path / "x.json"))
    assert ran.status == 2
    assert "pip install 'recoupe[interop]'" in ran.err
    assert not (tmp_path / "x.json").exists()
