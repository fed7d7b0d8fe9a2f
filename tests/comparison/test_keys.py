"""The key of a check alters with everything that the check depends on, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from recoupe.comparison import keys
from recoupe.comparison.checking import Shared, StoryReadings
from recoupe.comparison.corrections import Corrections
from recoupe.comparison.keys import SOURCES, code, inputs_key
from recoupe.errors import RecordError
from recoupe.model import Story, StoryLink

STORY = Story("story-1", "Fire at the port", ("a", "b"), "2031-03-04", "2031-03-04", None, ())
PARTIES = {"a": {"entity-1": "party-1", "entity-2": "party-2"}, "c": {"entity-9": "party-9"}}
READINGS = ("key of a", "key of b")


def item(
    story: Story = STORY, parties: Mapping[str, Mapping[str, str]] = PARTIES, **said: Any
) -> StoryReadings:
    return Shared(parties, Corrections(**said)).of(story, ())


KEY = inputs_key(item(), READINGS)


@pytest.mark.parametrize(
    "other",
    [
        inputs_key(item(replace(STORY, start="2031-03-05")), READINGS),
        inputs_key(item(replace(STORY, reports=("b", "a"))), READINGS),
        inputs_key(item(), ("key of a", "another key of b")),
        inputs_key(item(parties={"a": {"entity-1": "party-2"}}), READINGS),
        inputs_key(item(copies=(("a", "b"),)), READINGS),
    ],
)
def test_whatever_a_check_depends_on_is_in_its_key(other: str) -> None:
    assert other != KEY


def test_nothing_else_is_in_it() -> None:
    linked = replace(STORY, links=(StoryLink("a", "b", 0.5, ()),))
    assert inputs_key(item(linked), READINGS) == KEY
    turned = {"a": {"entity-2": "party-2", "entity-1": "party-1"}}
    assert inputs_key(item(parties=turned), READINGS) == KEY
    assert inputs_key(item(copies=(("c", "d"),)), READINGS) == KEY


def test_another_program_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "code", lambda: "another")
    assert inputs_key(item(), READINGS) != KEY


def test_what_is_no_plain_value_is_refused() -> None:
    with pytest.raises(RecordError):
        inputs_key(replace(item(), corrections={1, 2}), READINGS)  # type: ignore[arg-type]


@pytest.mark.process
def test_all_that_compares_is_in_the_hash_of_the_program() -> None:
    asked = (
        "import sys, recoupe.comparison.checking, recoupe.comparison.reviewed, "
        "recoupe.story.stories, recoupe.story.features, recoupe.review\n"
        "print(*{name.split('.')[1] for name in sys.modules if name.startswith('recoupe.')})"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) - {"errors", "version"} <= set(SOURCES)
    assert code() == code()
