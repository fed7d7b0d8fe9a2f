"""``recoupe check``: over files and over a casefile, in every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from recoupe.export import json_schema
from recoupe.model import Draft
from recoupe.store import new_casefile, open_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

Recoupe = Callable[..., Ran]


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A casefile with three reports of one shelling, which give 12 and 17 dead."""
    place = str(tmp_path / "port")
    with new_casefile(place, author="Marta") as casefile:
        for name, killed in (("one", 12), ("two", 12), ("three", 17)):
            made = report(f"https://{name}.example/shelling", killed=killed, version="2")
            casefile.add_report(*made, author="Marta")
    return place


def checked(recoupe: Recoupe, *words: str) -> dict[str, list[dict[str, object]]]:
    ran = recoupe("check", *words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    document: dict[str, list[dict[str, object]]] = json.loads(ran.out)
    jsonschema.validate(document, json_schema("crosscheck"))
    return document


def test_a_casefile_is_checked_as_the_contract_has_it(recoupe: Recoupe, case: str) -> None:
    document = checked(recoupe, case)
    assert len(document["reports"]) == 3
    (story,) = document["stories"]
    assert sorted(story["reports"]) == sorted(str(one["id"]) for one in document["reports"])  # type: ignore[call-overload]
    tolls = {
        (position["low"], position["high"])
        for finding in document["findings"]
        if finding["about"]["what"] == "killed"  # type: ignore[index]
        for position in finding["positions"]  # type: ignore[attr-defined]
    }
    assert tolls == {(12, 12), (17, 17)}


def test_what_people_said_of_a_casefile_counts(recoupe: Recoupe, case: str) -> None:
    with open_casefile(case) as casefile:
        readings = [one.reading for one in casefile.readings()]
        wrong = next(one.figures[0].id for one in readings if one.figures[0].low == 17)
        casefile.add_review(Draft("reject", "figure", wrong, "Marta"))
    document = checked(recoupe, case)
    numbers = {
        position["low"]
        for finding in document["findings"]
        if finding["about"]["what"] == "killed"  # type: ignore[index]
        for position in finding["positions"]  # type: ignore[attr-defined]
    }
    assert 12 in numbers
    assert 17 not in numbers


def test_a_page_and_a_table_are_written_in_the_language_asked_for(
    recoupe: Recoupe, case: str, tmp_path: Path
) -> None:
    page = tmp_path / "check.html"
    assert recoupe("check", case, "--output", str(page), "--language", "fr").status == 0
    assert "<h1>Recoupement</h1>" in page.read_text(encoding="utf-8")
    shown = recoupe("check", case, "--format", "table", "--language", "en").out
    assert "3 reports" in shown


@pytest.mark.models
def test_reports_are_read_first_and_what_fails_is_told(recoupe: Recoupe, tmp_path: Path) -> None:
    for name, dead in (("a", "Twelve"), ("b", "Seventeen")):
        (tmp_path / f"{name}.txt").write_text(
            f"{dead} people were killed when a shell hit the market of Lviv on Tuesday, the mayor "
            "said.\n",
            encoding="utf-8",
        )
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    ran = recoupe("check", str(tmp_path), "--mode", "fast", "--format", "json")
    assert ran.status == 3
    assert "c.txt" in ran.err
    assert len(json.loads(ran.out)["reports"]) == 2


def test_a_casefile_is_checked_alone(recoupe: Recoupe, case: str) -> None:
    ran = recoupe("check", case, "more.txt")
    assert ran.status == 2
    assert "is checked alone" in ran.err
    assert recoupe("check", case, "--language", "xx").status == 2


def test_reports_that_a_person_took_out_of_a_story_are_not_in_it(
    recoupe: Recoupe, case: str
) -> None:
    (story,) = checked(recoupe, case)["stories"]
    with open_casefile(case) as casefile:
        away = next(one.id for one in casefile.reports() if "three" in (one.address or ""))
    ran = recoupe(
        "review",
        "split",
        case,
        str(story["id"]),
        away,
        "--reason",
        "the day after",
        "--author",
        "M",
    )
    assert ran.status == 0
    stories = checked(recoupe, case)["stories"]
    assert sorted(len(one["reports"]) for one in stories) == [1, 2]  # type: ignore[arg-type]

    first, second = (str(one["id"]) for one in stories)
    recoupe("review", "merge", case, first, second, "--author", "M")
    (again,) = checked(recoupe, case)["stories"]
    assert len(again["reports"]) == 3  # type: ignore[arg-type]


def test_a_check_is_kept_and_only_what_altered_is_made_anew(recoupe: Recoupe, case: str) -> None:
    first = checked(recoupe, case)
    assert checked(recoupe, case) == first
    assert "up to date" in recoupe("status", case).out
    with open_casefile(case) as casefile:
        made = report("https://four.example/shelling", killed=17, version="2")
        casefile.add_report(*made, author="Marta")
    assert "1 report is not in it yet" in recoupe("status", case).out
    assert "recoupe check CASE brings it up to date" in recoupe("verify", case).out
    document = json.loads(recoupe("status", case, "--format", "json").out)
    assert document["check"]["missing"] == 1
    assert len(checked(recoupe, case)["reports"]) == 4
    assert checked(recoupe, case, "--again") == checked(recoupe, case)


def test_of_a_casefile_that_may_only_be_read_nothing_is_kept_and_that_is_said(
    recoupe: Recoupe, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.store.casefile.may_write", lambda _: False)
    ran = recoupe("check", case, "--format", "json")
    assert (ran.status, len(json.loads(ran.out)["reports"])) == (0, 3)
    assert "this check is not kept" in ran.err
    assert "none yet" in recoupe("status", case).out
