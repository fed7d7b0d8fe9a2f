"""``recoupe review import``: an edited table comes back as reviews, whole or not at all."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from recoupe.export.material import NOTHING_CHECKED, material
from recoupe.export.tables.file import returned
from recoupe.export.tables.planning import plan
from recoupe.model import Draft
from recoupe.store import Casefile, open_casefile
from tests.cli.conftest import Ran
from tests.store.building import report

ONE, TWO = "https://paper.example/one", "https://paper.example/two"
Rows = list[dict[str, str]]


class Table(NamedTuple):
    """An exported table on the disk, to be edited."""

    path: Path
    columns: list[str]
    rows: Rows

    def save(self, *, separator: str = ",", encoding: str = "utf-8", ends: str = "\r\n") -> str:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(
            out, self.columns, delimiter=separator, lineterminator=ends, restval=""
        )
        writer.writeheader()
        writer.writerows(self.rows)
        self.path.write_bytes(out.getvalue().encode(encoding))
        return str(self.path)


@pytest.fixture
def full(case: str) -> str:
    """A casefile with two reports."""
    with open_casefile(case) as store:
        store.add_report(*report(ONE, version="2"), author="Ana")
        store.add_report(*report(TWO, killed=14, version="2"), author="Ana")
    return case


@pytest.fixture
def exported(recoupe: Callable[..., Ran], full: str, tmp_path: Path) -> Callable[[str], Table]:
    """``exported("figures")`` exports a casefile and returns one of its tables."""

    def run(name: str) -> Table:
        packed = tmp_path / "out.zip"
        ran = recoupe("export", full, "--to", "csv", "--as-kept", "--output", str(packed))
        assert ran.status == 0, ran.err
        with zipfile.ZipFile(packed) as files:
            text = files.read(f"{name}.csv").decode()
        reader = csv.DictReader(io.StringIO(text, newline=""))
        rows = list(reader)
        return Table(tmp_path / f"{name}.csv", list(reader.fieldnames or ()), rows)

    return run


def reviews(case: str) -> list[tuple[str, str, object]]:
    with open_casefile(case) as store:
        return [(one.action, one.kind, dict(one.changes)) for one in store.reviews()]


@pytest.mark.parametrize("name", ["statements", "figures", "events", "places"])
def test_a_table_that_nobody_edited_asks_for_nothing(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str, name: str
) -> None:
    table = exported(name)
    ran = recoupe("review", "import", full, table.save())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"0 reviews kept; {len(table.rows)} rows unchanged\n"
    assert reviews(full) == []


@pytest.mark.parametrize(
    ("separator", "encoding", "ends"),
    [
        (";", "utf-8-sig", "\r\n"),
        ("\t", "utf-16", "\r\n"),
        (",", "utf-8", "\n"),
        (";", "utf-8", "\r"),
    ],
)
def test_what_spreadsheets_do_to_a_file_changes_nothing(
    recoupe: Callable[..., Ran],
    exported: Callable[[str], Table],
    full: str,
    separator: str,
    encoding: str,
    ends: str,
) -> None:
    table = exported("statements")
    for row in table.rows:
        row["speaker"] += "  "
    path = table.save(separator=separator, encoding=encoding, ends=ends)
    ran = recoupe("review", "import", full, path)
    assert (ran.status, ran.out.startswith("0 reviews kept")) == (0, True), ran.err


def test_changed_cells_become_corrections(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    table = exported("figures")
    table.rows[0] |= {"low": "1 100", "high": "", "approximate": "oui", "reason": "their own page"}
    table.rows[1] |= {"review": "Confirmer"}
    ran = recoupe("review", "import", full, table.save())
    assert ran.status == 0, ran.err
    assert reviews(full) == [
        ("correct", "figure", {"low": 1100, "high": None, "approximate": True}),
        ("confirm", "figure", {}),
    ]
    with open_casefile(full) as store:
        first, *_ = store.reviews()
        assert first.reason == "their own page"
        figure = next(store.readings()).reading.figures[0]
    assert (figure.low, figure.high, figure.approximate) == (1100, None, True)


def test_words_speaker_and_stance_are_corrected_by_their_words(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    table = exported("statements")
    table.rows[1] |= {"words": "counted 12 dead", "speaker": "the ministry", "stance": "confirms"}
    assert recoupe("review", "import", full, table.save()).status == 0
    with open_casefile(full) as store:
        reading = next(store.readings()).reading
    said = next(one for one in reading.statements if one.stance == "confirms")
    assert ([span.text for span in said.content], said.speaker_name) == (
        ["counted 12 dead"],
        "the ministry",
    )


def test_a_row_without_an_id_is_added_by_its_words(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    table = exported("places")
    table.rows.append(
        {"report_id": table.rows[0]["report_id"], "words": "the roof", "kind": "facility"}
    )
    ran = recoupe("review", "import", full, table.save())
    assert ran.status == 0, ran.err
    with open_casefile(full) as store:
        added = next(store.readings()).reading.places[-1]
    assert (added.span.text, added.kind, added.lat) == ("the roof", "facility", None)


def test_rejected_rows_are_gone_from_the_next_export(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    table = exported("events")
    table.rows[0]["review"] = "reject"
    assert recoupe("review", "import", full, table.save()).status == 0
    assert len(exported("events").rows) == len(table.rows) - 1


def test_a_rehearsal_shows_what_would_happen_and_keeps_nothing(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    table = exported("figures")
    table.rows[0]["low"] = "11"
    ran = recoupe("review", "import", full, table.save(), "--dry-run")
    assert f"row 2: correct {table.rows[0]['figure_id']}\n    low: 12 → 11\n" in ran.out
    assert "1 review would be kept; 1 row unchanged" in ran.out
    assert reviews(full) == []


@pytest.mark.parametrize(
    ("name", "change", "column", "why"),
    [
        ("figures", {"low": "03-avr"}, "low", "the spreadsheet made it of a number"),
        ("figures", {"what": "slain"}, "what", ""),
        ("figures", {"low": "90"}, "", "nothing was kept"),
        ("statements", {"words": "words nobody wrote"}, "words", "does not have the words"),
        ("statements", {"words": ""}, "words", "write reject in review"),
        ("statements", {"hedged": "maybe"}, "hedged", "neither yes nor no"),
        ("statements", {"review": "perhaps"}, "review", "neither confirm nor reject"),
        ("statements", {"review": "reject", "stance": "denies"}, "review", "leave its cells"),
        ("places", {"latitude": "147"}, "latitude", "nothing was kept"),
    ],
)
def test_an_error_names_file_row_and_column_and_nothing_is_half_done(
    recoupe: Callable[..., Ran],
    exported: Callable[[str], Table],
    full: str,
    name: str,
    change: dict[str, str],
    column: str,
    why: str,
) -> None:
    table = exported(name)
    table.rows[0]["review"] = "confirm"  # would be kept, were the next row not refused
    table.rows[1] |= change
    ran = recoupe("review", "import", full, table.save())
    assert ran.status == 2
    assert f"{table.path}, row 3, column {column}" in ran.err
    assert why in ran.err
    assert reviews(full) == []


def test_a_row_whose_record_was_reviewed_meanwhile_is_refused_and_shown(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    table = exported("figures")
    table.rows[0]["low"] = "11"
    table.rows[1]["low"] = "13"
    with open_casefile(full) as store:
        store.add_review(Draft("confirm", "figure", table.rows[0]["figure_id"], "Bo"))
    ran = recoupe("review", "import", full, table.save())
    assert (ran.status, "row 2, column state" in ran.err) == (2, True)
    assert [action for action, *_ in reviews(full)] == ["confirm"]
    ran = recoupe("review", "import", full, table.save(), "--leave-stale")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "1 review kept; 0 rows unchanged")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04rest", "a zip or a workbook"),
        ("figure_id,low\nfigure-1,é".encode("cp1252"), "not in UTF-8"),
        (b"name,date\na,b\n", "no table that can be brought back"),
        (b"figure_id,low,low\na,1,2\n", "two columns are called 'low'"),
        (b"figure_id,low\na,1,2\n", "more cells than the header"),
    ],
)
def test_a_file_that_is_no_table_of_ours_is_refused(
    recoupe: Callable[..., Ran], full: str, tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    ran = recoupe("review", "import", full, str(path))
    assert (ran.status, why in ran.err) == (2, True), ran.err


def test_masked_words_are_not_taken_for_corrections(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    with open_casefile(full) as store:
        woman = next(store.readings()).reading.entities[0].id
        store.add_review(Draft("protect", "entity", woman, "Ana"))
    table = exported("statements")
    assert {row["masked"] for row in table.rows} == {"yes"}
    table.rows[0]["stance"] = "denies"
    ran = recoupe("review", "import", full, table.save())
    assert ran.out.splitlines()[-1] == f"1 review kept; {len(table.rows) - 1} rows unchanged"


def test_words_that_a_spreadsheet_cut_off_are_no_correction(
    recoupe: Callable[..., Ran], exported: Callable[[str], Table], full: str
) -> None:
    quote = "on and " * 6000 + "on"
    with open_casefile(full) as store:
        store.add_report(*report("https://long.example", quote=quote, version="2"), author="Ana")
    table = exported("statements")
    long = table.rows[-1]
    long["words"] = long["words"][:32_767]
    ran = recoupe("review", "import", full, table.save())
    assert (ran.status, "column words: the spreadsheet cut it off" in ran.err) == (2, True)


NUMBERS = some.one_of(some.none(), some.integers(0, 10**7))


@given(low=NUMBERS, high=NUMBERS, approximate=some.booleans(), counted=some.text(max_size=9))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_comes_back_as_it_was_meant(
    editable: tuple[Casefile, Table], low: int | None, high: int | None, approximate: bool,
    counted: str,
) -> None:  # fmt: skip
    from recoupe.export.tables import cells

    casefile, table = editable
    table.rows[0] |= {
        "low": cells.number(low),
        "high": cells.number(high),
        "approximate": cells.flag(approximate),
        "counted": cells.text(counted),
    }
    table.save(separator=";")
    whole = material(casefile, "", "", language="en", check=NOTHING_CHECKED)
    made = plan(returned(table.path), whole.reports(), "Ana")
    assert (made.refused, made.stale) == ([], [])
    wanted = {
        "low": low,
        "high": high,
        "approximate": approximate,
        "counted": " ".join(counted.split()) or None,
    }
    now = {"low": 12, "high": 12, "approximate": False, "counted": None}
    asked = dict(made.planned[0].draft.changes) if made.planned else {}
    assert {**now, **asked} == wanted


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> object:
    """A casefile and its table of figures."""
    from recoupe.export.tables.records import TABLES, columns, rows
    from recoupe.store import new_casefile

    folder = tmp_path_factory.mktemp("editable")
    with new_casefile(str(folder / "case"), author="Ana") as casefile:
        casefile.add_report(*report(ONE), author="Ana")
        whole = material(casefile, "", "", language="en", check=NOTHING_CHECKED)
        figures = TABLES["figures"]
        told = [row for one in whole.reports() for row in rows(figures, one)]
        yield casefile, Table(folder / "figures.csv", list(columns(figures)), told)
