"""Whatever is tampered with in the kept cross-check is found and named, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.store import Casefile, new_casefile
from tests.store.building import report
from tests.store.databases import new_database, server_url
from tests.store.tampering import all_, lines, tamper, unguarded


def checked(case: str) -> Casefile:
    casefile = new_casefile(case, author="desk")
    for name, killed in (("one", 12), ("two", 12), ("three", 17)):
        made = report(f"https://{name}.example/x", killed=killed, version="2")
        casefile.add_report(*made, author="desk")
    check_case(casefile, LocalEngine())
    return casefile


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Casefile]:
    """A casefile that was checked; each test leaves it as it was."""
    if request.param == "sqlite":
        with checked(str(tmp_path_factory.mktemp("checked") / "case")) as casefile:
            yield casefile
    else:
        with new_database(server_url()) as url, checked(url) as casefile:
            yield casefile


@pytest.fixture
def casefile(kept: Casefile) -> Iterator[Casefile]:
    """The casefile, whose rows are put back as they were when a test is over."""
    with unguarded(kept) as connection:
        rows: dict[Any, Any] = {
            table: connection.execute(table.select()).mappings().all() for table in all_(connection)
        }
    yield kept
    with unguarded(kept) as connection:
        for table in reversed(rows):
            connection.execute(table.delete())
        for table, were in rows.items():
            if were:
                connection.execute(table.insert(), [dict(row) for row in were])
        kept.index.rebuild(connection)


FIRST: Final = "(SELECT min(number) FROM {table})"
ALTERED: Final = [
    ("stories", "title = 'Another'", "title is"),
    ("stories", "reports = 9", "reports is 9"),
    ("story_reports", "turn = 7", "turn is 7"),
    ("findings", "matter = 'else'", "matter is"),
    ("findings", "kind = 'agreement'", "kind is"),
    ("positions", "stance = 'confirms'", "stance is"),
    ("positions", "party = NULL", "party is null"),
    ("position_words", "words = 'never said'", "words is"),
    ("position_words", '"end" = "end" + 1', "end is"),
    ("derivations", "share = 0.01", "share is 0.01"),
    ("derivations", "passages = '[[0,4]]'", "passages is"),
]


@pytest.mark.parametrize(("table", "set_", "found"), ALTERED)
def test_an_altered_row_is_named(casefile: Casefile, table: str, set_: str, found: str) -> None:
    where = FIRST.format(table=table)
    tamper(casefile, f"UPDATE {table} SET {set_} WHERE number = {where}")  # noqa: S608
    told = lines(casefile.verify().problems)
    assert told, "nothing was found"
    assert all(line.startswith(f"{table} ") and found in line for line in told), told


@pytest.mark.parametrize(
    ("done", "found"),
    [
        ("UPDATE checks SET document = '' ", "checks story-"),
        ("UPDATE stories SET sha256 = 'ab'", "stories story-"),
        ("UPDATE groupings SET features_sha256 = 'ab'", "groupings report-"),
        ("UPDATE checks SET contested = 40", "checks story-"),
        ("DELETE FROM groupings", "story_reports report-"),
        ("DELETE FROM story_reports WHERE turn = 0", "groupings report-"),
        ("DELETE FROM position_words", "position_words of story-"),
        ("DELETE FROM derivations", "derivations of story-"),
        ("DELETE FROM checks", "checks story-"),
    ],
)
def test_what_was_altered_or_taken_out_is_named(casefile: Casefile, done: str, found: str) -> None:
    if done.startswith("UPDATE checks SET document"):
        empty = "x''" if casefile.database.on_sqlite else "''"
        done = f"UPDATE checks SET document = {empty}"  # noqa: S608
    tamper(casefile, done)
    told = lines(casefile.verify().problems)
    assert any(line.startswith(found) for line in told), told


def test_what_was_put_in_is_named(casefile: Casefile) -> None:
    copied = (
        "INSERT INTO position_words (number, position, article, statement, words, start, "
        '"end", at) '
        'SELECT number + 900, position, article, statement, words, start, "end", at '
        "FROM position_words WHERE number = (SELECT min(number) FROM position_words)"
    )
    tamper(casefile, copied)
    (line,) = lines(casefile.verify().problems)
    assert line.startswith("position_words of story-")


def test_an_untouched_one_is_clean(casefile: Casefile) -> None:
    found = casefile.verify()
    assert found.problems == ()
    assert found.notes == ()
    assert found.checked["stories"] == 1
    assert found.checked["reports grouped"] == 3
