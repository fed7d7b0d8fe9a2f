"""``recoupe status``: what is there, what was altered, what waits and what failed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.model import Draft, Failure
from recoupe.store import open_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

FAILED = Failure("/pages/a.html", None, "unreachable", "/pages/a.html: no answer", retryable=True)


@pytest.fixture
def busy(case: str) -> str:
    """A casefile with an altered report, words that are gone, a stopped job and two failures."""
    with open_casefile(case) as store:
        job = store.begin_job(["/pages", "-"], {}, author="Ana")
        capture, reading = report()
        store.add_report(capture, reading, author="Ana", job=job.id)
        said = reading.statements[1].id
        store.add_review(Draft("confirm", "statement", said, "Ana", reason="on tape"))
        store.add_report(*report(killed=14, hours=5), author="Ana", job=job.id)
        store.add_failure(FAILED, author="Ana", job=job.id)
        store.add_failure(FAILED, author="Ana", job=job.id)
        store.add_failure(replace(FAILED, input="/pages/b", retryable=False), author="Ana")
    return case


def test_an_empty_casefile_is_nothing_but_counts(recoupe: Callable[..., Ran], case: str) -> None:
    ran = recoupe("status", case)
    assert ran.status == 0
    assert ran.out.startswith(f"dam, a casefile at {case}\n  0 reports\n")
    assert ":\n" not in ran.out


def test_everything_that_waits_is_told_with_its_command(
    recoupe: Callable[..., Ran], busy: str
) -> None:
    ran = recoupe("status", busy)
    lines = ran.out.splitlines()
    assert "   1 reports" not in lines
    assert " 2 versions" in ran.out
    [altered] = [line for line in lines if "14 people killed" in line]
    assert altered.startswith("  2022-05-05 The Paper · 14 people killed at Port-Clair: title alt")
    assert "2 passages altered; statements 1 changed (page-" in altered
    assert any("Ana, confirm statement-" in line and "on tape" in line for line in lines)
    assert f"Not at its end; if nobody is at it, recoupe add {busy} --resume goes on:" in lines
    assert any("Ana: /pages, - (2 added, 0 known, 2 failed so far)" in line for line in lines)
    assert f"Could not be read; recoupe add {busy} --retry tries again:" in lines
    assert "  unreachable: /pages/a.html: no answer (tried 2 times; may work later)" in lines
    assert lines[-1].startswith("Head of the audit log: ")


def test_json_says_the_same_to_programs(recoupe: Callable[..., Ran], busy: str) -> None:
    document = json.loads(recoupe("status", busy, "--format", "json").out)
    with open_casefile(busy) as store:
        now = store.status()
    assert document["schema"] == "recoupe.status/1"
    assert document["counts"] == dict(now.counts)
    assert document["head"] == now.head
    [altered] = document["altered"]
    assert (altered["fields"], altered["passages"]) == (["title"], 2)
    assert altered["statements"] == {"changed": 1, "same": 1}
    [gone] = document["words_gone"]
    assert (gone["action"], gone["author"]) == ("confirm", "Ana")
    [job] = document["unfinished"]
    assert (job["inputs"], job["added"]) == (["file:///pages", "-"], 2)
    first, second = document["failures"]
    assert (first["kind"], first["attempts"], first["retryable"]) == ("unreachable", 2, True)
    assert (second["source"], second["retryable"]) == (Path("/pages/b").as_uri(), False)
