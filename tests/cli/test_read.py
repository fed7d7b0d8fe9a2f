"""``recoupe read``: what a person gets, and what becomes of bad input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from recoupe.export import json_schema
from tests.cli.conftest import Ran

pytestmark = pytest.mark.models

REPORT = (
    "« Le barrage tiendra », a déclaré mercredi la préfète de l'Isère, Anne Martin. "
    "Selon les pompiers, plus de 40 personnes ont été évacuées à Grenoble.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "barrage.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def documents(out: str) -> list[dict[str, object]]:
    return [json.loads(row) for row in out.splitlines()]


def test_jsonl_is_what_the_schema_promises(recoupe: Callable[..., Ran], report: Path) -> None:
    ran = recoupe("read", str(report), "--published", "2024-03-07", "--language", "fr")
    assert (ran.status, ran.err) == (0, "")
    [reading] = documents(ran.out)
    jsonschema.validate(reading, json_schema("reading"))
    [first, second] = reading["statements"]
    assert first["speaker_name"] == "Anne Martin"
    assert first["content"][0]["text"] == "« Le barrage tiendra »"
    assert second["kind"] == "indirect"
    [figure] = reading["figures"]
    assert (figure["low"], figure["high"], figure["what"]) == (41, None, "evacuated")
    assert figure["according_to"] == second["id"]
    assert [time["value"] for time in reading["times"]] == ["2024-03-06"]
    assert "Grenoble" in [place["name"] for place in reading["places"]]


def test_a_bad_input_is_one_line_a_record_and_status_3(
    recoupe: Callable[..., Ran], report: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    missing = str(tmp_path / "none.txt")
    ran = recoupe("read", missing, str(report), str(tmp_path / "empty.txt"), "--language", "fr")
    assert ran.status == 3
    first, middle, last = documents(ran.out)
    for failed in (first, last):
        jsonschema.validate(failed, json_schema("failure"))
    assert middle["schema"] == "recoupe.reading/1"
    assert [first["input"], first["error"]["kind"]] == [missing, "missing_input"]
    assert last["error"]["kind"] == "empty_input"
    assert len(ran.err.splitlines()) == 2
    assert "none.txt" in ran.err.splitlines()[0]


def test_json_is_one_array(recoupe: Callable[..., Ran], report: Path) -> None:
    ran = recoupe("read", str(report), str(report), "--format", "json", "--language", "fr")
    once, again = json.loads(ran.out)
    assert once["article"]["id"] == again["article"]["id"]


def test_the_table_shows_who_says_what(recoupe: Callable[..., Ran], report: Path) -> None:
    ran = recoupe("read", str(report), "--format", "table", "--language", "fr")
    assert ran.status == 0
    assert "Anne Martin" in ran.out
    assert "Le barrage tiendra" in ran.out


def test_an_output_file_is_whole_and_says_its_format(
    recoupe: Callable[..., Ran], report: Path, tmp_path: Path
) -> None:
    page = tmp_path / "barrage.html"
    assert recoupe("read", str(report), "--language", "fr", "-o", str(page)).status == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    rows = tmp_path / "barrage.jsonl"
    assert recoupe("read", str(report), "--language", "fr", "-o", str(rows)).status == 0
    assert len(documents(rows.read_text(encoding="utf-8"))) == 1
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".html", ".jsonl", ".txt"]


def test_standard_input(recoupe: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(REPORT.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    ran = recoupe("read", "-", "--language", "fr")
    [reading] = documents(ran.out)
    assert reading["article"]["input"] == "-"
    assert reading["article"]["published"] is None
    assert [time["value"] for time in reading["times"]] == [None]


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--published", "yesterday", "'yesterday' is not a date"),
        ("--language", "tlh", "choose one of"),
        ("--output", "nowhere/at/all.jsonl", "make it first"),
        ("--format", "xml", "Invalid value"),
    ],
)
def test_wrong_usage_is_refused_before_anything_is_read(
    recoupe: Callable[..., Ran],
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    value: str,
    says: str,
) -> None:
    monkeypatch.chdir(report.parent)
    ran = recoupe("read", str(report), option, value)
    assert ran.status == 2
    assert ran.out == ""
    assert says in ran.err


def test_counting_follows_the_recorder(recoupe: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("Dozens of people were killed in Aleppo, police said.\n", encoding="utf-8")
    ran = recoupe("read", str(path), "--language", "en", "--counting", "acled")
    [reading] = documents(ran.out)
    assert [(f["low"], f["high"]) for f in reading["figures"]] == [(12, 12)]
