"""Help, version, schema and doctor: quick, and true."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import recoupe as package
from recoupe.cli.evaluate import Subject
from recoupe.cli.modes import Counting
from recoupe.cli.schema import Document
from recoupe.evaluation.gold import SUBJECTS
from recoupe.export import FORMS
from recoupe.languages.numbers import counting_profiles
from tests.cli.conftest import Ran

COMMANDS = (
    *(
        "read",
        "check",
        "new",
        "add",
        "watch",
        "serve",
        "search",
        "status",
        "reread",
        "verify",
        "stamp",
        "backup",
        "export",
        "log",
    ),
    *("demo", "evaluate", "schema", "doctor", "review", "pipeline", "gazetteer", "known"),
)


def test_help_names_every_command_and_gives_examples(recoupe: Callable[..., Ran]) -> None:
    ran = recoupe("--help")
    assert ran.status == 0
    for command in COMMANDS:
        assert command in ran.out
        assert "Examples" in recoupe(command, "--help").out


def test_version(recoupe: Callable[..., Ran]) -> None:
    assert recoupe("--version").out.strip() == f"recoupe {package.__version__}"


def test_the_choices_offered_are_those_there_are() -> None:
    assert set(Counting) == set(counting_profiles())
    assert set(Document) == set(FORMS)
    assert set(Subject) == {"all", *SUBJECTS}


def test_an_unknown_command_is_wrong_usage(recoupe: Callable[..., Ran]) -> None:
    ran = recoupe("judge")
    assert ran.status == 2
    assert "No such command" in ran.err


@pytest.mark.parametrize("name", ["reading", "failure", "crosscheck"])
def test_schema_prints_a_json_schema(recoupe: Callable[..., Ran], name: str) -> None:
    schema = json.loads(recoupe("schema", name).out)
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.models
def test_doctor_says_what_reads_what(recoupe: Callable[..., Ran]) -> None:
    ran = recoupe("doctor")
    assert ran.status == 0
    for subject in ("recoupe", "spacy", "pipeline for French", "pipeline for English", "gazetteer"):
        assert subject in ran.out


@pytest.mark.process
def test_the_shell_completes_commands() -> None:
    program = Path(sys.executable).with_name("recoupe")
    asked = {"_RECOUPE_COMPLETE": "complete_bash", "COMP_WORDS": "recoupe ", "COMP_CWORD": "1"}
    done = subprocess.run(
        [program], capture_output=True, text=True, check=False, env=os.environ | asked
    )
    assert tuple(done.stdout.split()) == COMMANDS


@pytest.mark.process
def test_debug_shows_the_trace(recoupe: Callable[..., Ran]) -> None:
    command = [sys.executable, "-m", "recoupe", "--debug", "read", "x", "--published", "never"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" in done.stderr
    assert "DateError" in done.stderr


@pytest.mark.process
def test_standard_output_that_takes_no_more_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "recoupe", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr == "recoupe: standard output: cannot write: No space left on device\n"
    assert done.returncode == 1
