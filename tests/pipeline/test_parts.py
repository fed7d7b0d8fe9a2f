"""The files of a slice are in place only when whole, and say what they are of."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from recoupe.capture.archives import Account
from recoupe.errors import MissingInputError
from recoupe.model import failure
from recoupe.pipeline.columns import ROWS, failure_row
from recoupe.pipeline.folder import FAILURES, Folder
from recoupe.pipeline.parts import Tally, made_part, part_name, put_failures, tally_of
from tests.pipeline.laying import rows_of

NAME = part_name("a.warc-0123456789", 3)
FAILED = part_name("a.warc-0123456789", 3, FAILURES)


def failed(number: int) -> dict[str, object]:
    error = MissingInputError("is gone", where=f"a.warc#{number}")
    return failure_row(failure(error, f"a.warc#{number}"), archive="a.warc", record=number)


def test_a_part_holds_its_rows_in_groups_and_says_what_its_slice_held(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    account = Account()
    account.held.update(page=ROWS + 3, media=5)
    account.passed.update(no_article=2)
    made = rows_of("a.warc", range(1, ROWS + 2))
    with made_part(folder, "a.warc-0123456789", 3) as part:
        for row in made:
            part.add(row)
        part.failed.append(failed(7))
        assert list(folder.names()) == []
        tally = part.end(account, 999)
    assert list(folder.names()) == [FAILED, NAME]
    assert tally == tally_of(folder, NAME)
    assert tally == Tally({"media": 5, "page": ROWS + 3}, {"no_article": 2}, ROWS + 1, 1, 999)
    assert (tally.records, tally.pages) == (ROWS + 8, ROWS + 3)
    assert pq.read_metadata(tmp_path / NAME).num_row_groups == 2
    with folder.open(NAME) as file:
        assert [row["record"] for row in pq.read_table(file).to_pylist()] == list(
            range(1, ROWS + 2)
        )


def test_few_long_texts_make_a_group_too(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    [row] = rows_of("a.warc", [1])
    long = {**row, "article": {**row["article"], "text": "long " * 300_000}}
    with made_part(folder, "a.warc-0123456789", 3) as part:
        for _ in range(4):
            part.add(long)
        part.end(Account(), 0)
    assert pq.read_metadata(tmp_path / NAME).num_row_groups == 2


def test_a_part_that_ends_with_an_error_is_not_in_place(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))

    def broken_off() -> None:
        with made_part(folder, "a.warc-0123456789", 3) as part:
            part.add(rows_of("a.warc", [1])[0])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_where_nothing_fails_any_more_no_failures_are_left(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    put_failures(folder, FAILED, [failed(1), failed(2)])
    assert pq.read_table(tmp_path / FAILED).num_rows == 2
    put_failures(folder, FAILED, [])
    put_failures(folder, FAILED, [])
    assert list(folder.names()) == []


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1 damaged PAR1"])
def test_a_part_that_is_damaged_says_nothing(content: bytes, tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    folder.write(NAME, content)
    assert tally_of(folder, NAME) is None


def test_tallies_add_up() -> None:
    one = Tally({"page": 2}, {}, 2, 0, 10)
    two = Tally({"page": 1, "known": 1}, {"no_article": 1}, 1, 1, 5)
    assert one + two == Tally({"page": 3, "known": 1}, {"no_article": 1}, 3, 1, 15)
