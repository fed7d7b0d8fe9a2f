"""Hostile words in the terminal: no command hands on what a terminal would obey."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest

from recoupe.store import Casefile
from tests.cli.conftest import Ran
from tests.dossier.hostile import hostile

OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
COMMANDS = (
    ("status", "CASE"),
    ("search", "CASE", "evil", "--format", "table"),
    ("review", "list", "CASE", "--format", "text"),
    ("log", "CASE"),
    ("verify", "CASE"),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with hostile(tmp_path_factory.mktemp("hostile") / "case") as made:
        yield made


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_is_obeyed(
    recoupe: Callable[..., Ran], case: Casefile, words: tuple[str, ...]
) -> None:
    ran = recoupe(*(case.place if word == "CASE" else word for word in words))
    assert ran.status in {0, 4}  # 4: what is kept by hand here does not verify
    assert not OBEYED.search(ran.out)
    assert not OBEYED.search(ran.err)


def test_an_error_tells_what_was_typed_and_obeys_none_of_it(
    recoupe: Callable[..., Ran], case: Casefile
) -> None:
    ran = recoupe("review", "confirm", case.place, "statement-\x1b[31m\u202e\x9b")
    assert "statement-\u241b[31m\ufffd\ufffd" in ran.err
    assert not OBEYED.search(ran.err)


def test_json_says_to_the_letter_what_it_escapes(
    recoupe: Callable[..., Ran], case: Casefile
) -> None:
    ran = recoupe("review", "list", case.place, "--format", "jsonl")
    assert not set(map(chr, range(32))) - {"\n"} & set(ran.out)
    assert any("\x1b" in json.loads(line)["reason"] for line in ran.out.split("\n") if line)
