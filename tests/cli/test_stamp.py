"""``recoupe stamp`` and ``recoupe verify --tsa-root``, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe.cli.main import app
from recoupe.store import new_casefile
from tests.capture.proving.authorities import Authority, Calendar, authority, calendar
from tests.store.building import report

__all__ = ["authority", "calendar"]


@pytest.fixture
def case(tmp_path: Path) -> str:
    folder = str(tmp_path / "case")
    with new_casefile(folder, author="Ana") as made:
        made.add_report(*report(), author="Ana")
    return folder


def run(*words: str) -> str:
    told = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.output


def test_a_case_is_stamped_listed_handed_over_and_verified(
    case: str, authority: Authority, calendar: Calendar, tmp_path: Path
) -> None:
    asked = ("--authority", authority.url, "--calendar", calendar.url, "--allow-private")
    assert run("stamp", case, *asked, "--author", "Ana").count("proof-") == 2
    listed = run("stamp", case, "--list")
    assert "CN=Clock of the tests" in listed
    assert "ask again with --complete" in listed
    calendar.known = True
    assert run("stamp", case, "--complete", "--allow-private").count("proof-") == 1
    assert "block 735000 of Bitcoin" in run("stamp", case, "--list")
    run("stamp", case, "--to", str(tmp_path / "files"))
    assert len(list((tmp_path / "files").iterdir())) == 5
    assert "All is as it was kept." in run("verify", case, "--tsa-root", str(authority.root))


def test_nothing_is_sent_that_was_not_asked_for(case: str, authority: Authority) -> None:
    told = CliRunner().invoke(app, ["stamp", case])
    assert told.exit_code != 0
    assert run("stamp", case, "--list").strip() == "No proofs of time are kept."
    assert authority.seen == []
