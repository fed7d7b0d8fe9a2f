"""ACLED- and UCDP-shaped tables, read back as any program reads CSV."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.export.formats import Asked
from recoupe.export.recorders import acled, ucdp
from recoupe.export.recorders.happenings import happenings
from recoupe.export.recorders.sightings import sentence
from recoupe.export.recorders.table import OURS
from recoupe.filing.checking import check_case
from recoupe.languages import pack
from recoupe.model import Place
from recoupe.store import Casefile, new_casefile
from tests.conftest import make_test_article
from tests.export.conftest import handed, written
from tests.store.building import report


def rows(name: str, casefile: Casefile) -> list[dict[str, str]]:
    text = written(name, handed(casefile)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(("name", "columns"), [("acled", acled.COLUMNS), ("ucdp", ucdp.COLUMNS)])
def test_the_columns_are_the_recorder_s_and_ours_behind_them(
    plain: Casefile, name: str, columns: tuple[str, ...]
) -> None:
    (row,) = rows(name, plain)
    assert tuple(row) == (*columns, *OURS)


def test_an_acled_row_has_the_lowest_number_and_its_range_in_the_notes(plain: Casefile) -> None:
    (row,) = rows("acled", plain)
    expected = {
        "event_date": "2022-05-04",
        "year": "2022",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "location": "Port-Clair",
        "latitude": "47.1",
        "longitude": "37.5",
        "geo_precision": "1",
        "iso": "804",
        "country": "Ukraine",
        "source": "The Paper",
        "fatalities": "12",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["event_id_cnty"].startswith("UKR-happening-")
    assert "Killed: 12 to 14, as told." in row["notes"]
    assert "Anna Berzina: 14" in row["notes"]
    assert "Reports: 3; independent origins: " in row["notes"]
    assert "not reviewed by a person" in row["notes"]
    assert (
        "“A shell hit the station of Port-Clair on Wednesday, Anna Berzina said.”" in row["notes"]
    )


def test_what_is_not_known_is_blank_and_never_zero(plain: Casefile) -> None:
    (row,) = rows("acled", plain)
    for name in ("actor1", "inter1", "interaction", "region", "source_scale", "admin1"):
        assert row[name] == ""
    (row,) = rows("ucdp", plain)
    for name in ("best", "deaths_a", "deaths_b", "deaths_civilians", "type_of_violence"):
        assert row[name] == ""


def test_a_ucdp_row_has_low_and_high_and_best_only_where_one_number_is_agreed(
    plain: Casefile,
) -> None:
    (row,) = rows("ucdp", plain)
    expected = {
        "year": "2022",
        "date_prec": "1",
        "date_start": "2022-05-04",
        "date_end": "2022-05-04",
        "where_prec": "1",
        "where_coordinates": "Port-Clair",
        "geom_wkt": "POINT (37.5 47.1)",
        "number_of_sources": "3",
        "low": "12",
        "high": "14",
        "best": "",
    }
    assert {name: row[name] for name in expected} == expected
    assert '"The Paper,2022-05-05,12 people killed at Port-Clair"' in row["source_article"]


def test_one_agreed_number_is_the_best(guarded: Casefile) -> None:
    whole = handed(guarded, protected=True)
    (found,) = happenings(whole)
    assert found.killed is not None
    agreed = replace(found, killed=replace(found.killed, low=12, high=12, agreed=12))
    told = ucdp.row(agreed, whole, Asked(pack("en")), 1)
    assert [told[name] for name in ("best", "low", "high", "deaths_unknown")] == ["12"] * 4


def place(plain: Casefile, **other: object) -> Place:
    found = next(iter(handed(plain).reports())).reading.places[0]
    return replace(found, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "metres", "in_acled", "in_ucdp"),
    [
        ("city", 9000, 1, 1),
        ("facility", 100, 1, 1),
        ("district", 9000, 2, 2),
        ("district", 60000, 3, 3),
        ("region", 90000, 3, 4),
        ("country", 900000, None, 6),
    ],
)
def test_precision_is_told_by_the_codebooks(
    plain: Casefile, kind: str, metres: int, in_acled: int | None, in_ucdp: int
) -> None:
    told = place(plain, kind=kind, precision_m=metres)
    assert (acled.geo_precision(told), ucdp.where_prec(told)) == (in_acled, in_ucdp)


@pytest.mark.parametrize(
    ("last", "in_acled", "in_ucdp"),
    [
        ("2022-05-02", 1, 1),
        ("2022-05-04", 2, 2),
        ("2022-05-08", 2, 3),
        ("2022-05-31", 3, 4),
        ("2022-11-02", None, 5),
        ("2024-05-02", None, None),
    ],
)
def test_dates_are_as_precise_as_the_codebooks_say(
    last: str, in_acled: int | None, in_ucdp: int | None
) -> None:
    assert acled.time_precision("2022-05-02", last) == in_acled
    assert ucdp.date_prec("2022-05-02", last) == in_ucdp


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-89.9, -179.9, 1), (89.9, 179.9, 259200), (59.91, 10.75, 215662)]
)
def test_cells_of_the_grid_are_counted_from_the_south_west(
    lat: float, lon: float, cell: int
) -> None:
    assert ucdp.priogrid(lat, lon) == cell


def test_a_riot_s_disorder_needs_its_sub_type() -> None:
    assert acled.disorder_type("Riots", None) == ""
    assert acled.disorder_type("Riots", "Mob violence") == "Political violence"
    assert acled.disorder_type("Riots", "Violent demonstration") == "Demonstrations"


@pytest.mark.parametrize("name", ["csv", "acled", "ucdp"])
def test_no_cell_of_any_table_is_a_formula(tmp_path: Path, name: str) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        for number in range(2):
            casefile.add_report(
                *report(f"https://{number}.example", place="=1+1", speaker="@sum", version="2"),
                author="Ana",
            )
        check_case(casefile, LocalEngine())
        packed = written(name, handed(casefile))
    if name == "csv":
        with zipfile.ZipFile(io.BytesIO(packed)) as files:
            texts = [files.read(one).decode() for one in files.namelist()]
    else:
        texts = [packed.decode()]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text)) for cell in row]
    assert any(cell.startswith("'=1+1") for cell in cells)
    assert [cell for cell in cells if re.match(r"\s*[=+@-]", cell)] == []


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Nobody spoke. The U.N. team left on 4 May. It came back."
    article = make_test_article(text, "en", "2022-05-05")
    start = text.index("left")
    assert sentence(text, article.span(start, start + 4)) == "The U.N. team left on 4 May."
