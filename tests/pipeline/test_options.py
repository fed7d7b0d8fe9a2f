"""A folder is read alike in each run, or the run is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recoupe.capture.limits import Limits
from recoupe.errors import StoreError, UsageError
from recoupe.flow import ReadOptions
from recoupe.pipeline.folder import Folder
from recoupe.pipeline.options import NAME, Options, settled
from recoupe.version import __version__

READ = ReadOptions(date(2026, 1, 1), mode="fast", known=("a.sqlite",))
OPTIONS = Options(READ, deadline=None)


def test_what_a_folder_was_begun_with_is_kept(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    assert settled(folder, OPTIONS) == OPTIONS
    assert json.loads(folder.read(NAME) or b"") == {
        "form": 1,
        "recoupe": __version__,
        "today": "2026-01-01",
        "mode": "fast",
        "counting": "recoupe",
        "known": ["a.sqlite"],
        "gazetteers": [],
        "slice": 64_000_000,
        "max_bytes": 20_000_000,
    }
    later = replace(OPTIONS, read=replace(READ, today=date(2027, 1, 1)), deadline=5.0)
    assert settled(folder, later) == replace(OPTIONS, deadline=5.0)


@pytest.mark.parametrize(
    ("altered", "said"),
    [
        (replace(OPTIONS, read=replace(READ, mode="accurate")), "--mode fast, and now it is acc"),
        (replace(OPTIONS, read=replace(READ, counting="ucdp")), "--counting recoupe"),
        (replace(OPTIONS, read=replace(READ, known=())), "--known a.sqlite, and now it is none"),
        (replace(OPTIONS, read=replace(READ, gazetteers=("x",))), "--gazetteer none"),
        (replace(OPTIONS, slice_bytes=1_500_000), "--slice 64, and now it is 1.5"),
        (replace(OPTIONS, limits=Limits(max_bytes=5)), "RECOUPE_MAX_BYTES 20000000"),
    ],
)
def test_other_options_are_refused(altered: Options, said: str, tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    settled(folder, OPTIONS)
    with pytest.raises(UsageError, match=f"was begun with {said}.*name another folder"):
        settled(folder, altered)


def test_another_version_is_refused(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    settled(folder, OPTIONS)
    told: dict[str, Any] = json.loads(folder.read(NAME) or b"")
    folder.write(NAME, json.dumps({**told, "recoupe": "0.0.9"}).encode())
    with pytest.raises(UsageError, match=r"begun with recoupe 0\.0\.9, and this is"):
        settled(folder, OPTIONS)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"today": 3}'])
def test_what_cannot_be_read_says_where(content: bytes, tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    folder.write(NAME, content)
    with pytest.raises(StoreError, match=r"its pipeline\.json cannot be read"):
        settled(folder, OPTIONS)
