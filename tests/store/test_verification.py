"""Whatever is tampered with is found and named, on both databases, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from recoupe.store import Casefile
from tests.store.databases import new_database, server_url
from tests.store.tampering import all_, check_found, filled, names, tamper, unguarded


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Casefile]:
    """A casefile with some of everything in it; each test leaves it as it was."""
    if request.param == "sqlite":
        with filled(str(tmp_path_factory.mktemp("verified") / "case")) as casefile:
            yield casefile
    else:
        with new_database(server_url()) as url, filled(url) as casefile:
            yield casefile


@pytest.fixture
def casefile(kept: Casefile) -> Iterator[Casefile]:
    """The casefile, which is put back into every table as it was when a test is over."""
    with unguarded(kept) as connection:
        rows = {
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


@dataclass(frozen=True)
class Tampered:
    """What is done, in SQL, and how the problems begin that are to be found: these and no other."""

    done: tuple[str, ...]
    found: tuple[str, ...]


def column(table: str, name: str, value: str, where: str, *found: str) -> Any:
    """Return the case of one column put to an SQL ``value`` in the first row of a table."""
    first = {
        "statements": "review = 'corrected'",
        "changes": "noticed_at = noticed_at",
    }.get(table, f"number = (SELECT min(number) FROM {table})")  # noqa: S608 - of this file
    sql = f"UPDATE {table} SET {name} = {value} WHERE {first}"  # noqa: S608
    return pytest.param(Tampered((sql,), (where, *found)), id=f"{table}.{name}")


COLUMNS = [
    column("captures", "captured_at", "'2020-01-01T00:00:00+00:00'", "captures {capture}: is not"),
    column("captures", "input", "'elsewhere'", "captures {capture}: is not"),
    column(
        "captures", "bytes", "7", "captures {capture}: is not", "captures {capture}: bytes is 7"
    ),
    column(
        "articles",
        "text",
        "text || ' Or so.'",
        "articles {article}: is not the row that line",
        "articles {article}: its text does not have its hash",
        "article_words row 1: does not hold the words",
    ),
    column(
        "articles",
        "added_at",
        "'2020'",
        "articles {article}: added_at is",
        "reports {report}: added_at",
    ),
    column(
        "articles",
        "corrected_title",
        "'A lie'",
        "articles {article}: corrected_title is",
    ),
    column("articles", "outlet_folded", "'x'", "articles {article}: outlet_folded is"),
    column("articles", "version", "2", "articles {article}: version is 2, and is to be 1"),
    column("articles", "latest", "false", "articles {article}: latest is false"),
    column(
        "reports",
        "address",
        "'https://elsewhere.example/'",
        "reports {report}: its address does not give its id",
        "articles {article}: is of another address",
    ),
    column("reports", "added_at", "'2020'", "reports {report}: added_at is"),
    column(
        "statements",
        "content",
        "'never said'",
        'statements {statement}: content is "never said"',
    ),
    column(
        "statements",
        "content_spans",
        "'[[0,2]]'",
        "statements {statement}: content_spans is [[0, 2]]",
    ),
    column(
        "statements",
        "stance",
        "'asserts'",
        'statements {statement}: stance is "asserts", and is to be "denies"',
    ),
    column("statements", "confidence", "0.5", "statements {statement}: confidence is 0.5"),
    column("statements", "review", "NULL", "statements {statement}: review is null"),
    column("entities", "name", "'Someone Else'", "entities {entity}: name is"),
    column("figures", "low", "2", "figures {figure}: low is 2, and is to be 12"),
    column("places", "lat", "0.5", "places {place}: lat is 0.5"),
    column("times", "value", "'2021'", "times {time}: value is"),
    column("events", "hedged", "true", "events {event}: hedged is true"),
    column("evidence", "words", "'photo'", "evidence {evidence}: words is"),
    column("parties", "protected", "true", "parties "),
    column("parties", "name", "'Somebody'", "parties "),
    column("parties", "name_folded", "'x'", "parties "),
    column("parties", "kind", "'medium'", "parties "),
    column("changes", "noticed_at", "'2020'", "changes {newer}: noticed_at is"),
    column("changes", "passages", "'[]'", "changes {newer}: passages is []"),
    column("statement_changes", "kind", "'gone'", "statement_changes row "),
    column("reviews", "made_at", "'2020'", "reviews "),
    column("failures", "attempts", "1", "failures {failure}: is not the row that line"),
    column("failures", "kind", "'other'", "failures {failure}: is not the row that line"),
    column("audit_log", "at", "'2020'", "audit_log line 1: does not have its hash"),
    column("audit_log", "author", "'nobody'", "audit_log line 1: does not have its hash"),
]


@pytest.mark.parametrize("case", COLUMNS)
def test_an_altered_column_is_named_with_both_values(casefile: Casefile, case: Tampered) -> None:
    known = names(casefile)
    tamper(casefile, *case.done)
    check_found(casefile, known, *case.found)


def test_what_was_not_tampered_with_is_clean_and_counted(kept: Casefile) -> None:
    found = kept.verify()
    assert found.problems == ()
    assert found.head == list(kept.log())[-1].hash
    assert found.checked["articles"] == found.checked["readings"] == 4
    assert found.checked["reports"] == 3
    assert found.checked["versions compared"] == 1
    assert found.checked["reviews"] == 3
    assert found.checked["log lines"] == len(list(kept.log()))
    assert found.checked["records"] > 30


# Things put in, taken out and put in the place of others

STRUCTURES = {
    "a statement put in": Tampered(
        (
            "INSERT INTO statements (number, id, article, content, content_spans, cue, cue_spans, "
            "source, source_spans, kind, stance, hedged, via, confidence, kept, protected) "
            "VALUES (999, 'statement-0', '{article}', 'x', '[]', '', '[]', '', '[]', 'direct', "
            "'asserts', false, '[]', 1, false, false)",
        ),
        ("statements statement-0: is of no record of {article}: it was put in",),
    ),
    "an entity renamed and its party with it": Tampered(
        (
            "UPDATE entities SET name = 'Nobody' WHERE party = '{party}'",
            "UPDATE parties SET name = 'Nobody', name_folded = ' nobody ' WHERE id = '{party}'",
        ),
        ("entities ",),
    ),
    "a place taken out": Tampered(
        ("DELETE FROM places WHERE id = '{free_place}'",),
        ("places {free_place}: is not there",),
    ),
    "a party that nobody is in": Tampered(
        (
            "INSERT INTO parties (number, id, name, name_folded, kind, protected) "
            "VALUES (999, 'party-0', 'N', ' n ', 'person', false)",
        ),
        ("parties party-0: has nobody in it",),
    ),
    "a party taken out": Tampered(
        ("DELETE FROM parties WHERE id = '{party}'",),
        ("parties {party}: is not there", "entities ", "statements "),
    ),
    "a name that is of nobody": Tampered(
        ("UPDATE figures SET time = 'time-0' WHERE id = '{figure}'",),
        ("figures {figure}: time names time-0", 'figures {figure}: time is "time-0"'),
    ),
    "a review taken out": Tampered(
        ("DELETE FROM reviews WHERE id = '{review}'",),
        (
            "reviews {review}: is not there, though line",
            "reviews 2: is missing",
            "figures {reviewed}: review is",
        ),
    ),
    "a review put in": Tampered(
        (
            "INSERT INTO reviews (number, id, made_at, author, action, kind, target, reason, "
            "changes, others) VALUES (4, 'review-0', '2022', 'eve', 'note', 'party', '{party}', "
            "'x', '{{}}', '[]')",
        ),
        ("reviews review-0: has no line", "reviews review-0: what it says does not give its id"),
    ),
    "a review with another reason and the id of what it now says": Tampered(
        ("UPDATE reviews SET reason = 'other' WHERE id = '{review}'",),
        ("reviews {review}: is not the row that line", "reviews {review}: what it says does not"),
    ),
    "a review whose words were never there": Tampered(
        (
            "UPDATE reviews SET record = CAST(replace(CAST(record AS text), "
            '\'"text":"12"\', \'"text":"90"\') AS {json}) WHERE id = \'{review}\'',
        ),
        (
            "reviews {review}: is not the row that line",
            "reviews {review}: what it says does not",
            'reviews {review}: keeps "90" at',
            "figures {reviewed}: review is",  # its words do not stand there, so it is not in force
        ),
    ),
    "a capture taken out": Tampered(
        ("DELETE FROM captures WHERE id = '{capture}'",),
        (
            "captures {capture}: is not there, though line",
            "articles {article}: capture names {capture}",
            "articles {article}",
            "reports {report}: has no version",
        ),
    ),
    "an article taken out": Tampered(
        ("DELETE FROM articles WHERE id = '{article}'",),
        (
            "articles {article}: is not there, though line",
            "reports {report}: has no version",
            "readings {article}: article names {article}",
            "article_words row 1: is of no row",
            "entities ",
            "statements ",
            "places ",
            "times ",
            "figures ",
            "events ",
            "evidence ",
            "reviews ",
        ),
    ),
    "a reading taken out": Tampered(
        ("DELETE FROM readings WHERE article = '{article}'",),
        ("readings {article}: is not there",),
    ),
    "the reading of another report": Tampered(
        (
            "UPDATE readings SET document = (SELECT document FROM readings WHERE article = "
            "'{newer}') WHERE article = '{article}'",
        ),
        ("readings {article}: is not the document of its hash",),
    ),
    "what was altered taken out": Tampered(
        ("DELETE FROM statement_changes", "DELETE FROM changes"),
        ("changes {newer}: is not there",),
    ),
    "one altered statement taken out": Tampered(
        ("DELETE FROM statement_changes WHERE kind = 'changed'",),
        ("statement_changes of {newer}: number is",),
    ),
    "a failure taken out": Tampered(
        ("DELETE FROM failures",), ("failures {failure}: is not there, though line",)
    ),
    "the name of the casefile": Tampered(
        ("UPDATE casefile SET name = 'other'",),
        ("casefile {case}: its name and time do not", "casefile {case}: name is"),
    ),
    "an article that a search does not find": Tampered(
        ("DELETE FROM article_words WHERE {words} = 2",),
        ("article_words row 2: is not there",),
    ),
    "a line of the log taken out of the middle": Tampered(
        ("DELETE FROM audit_log WHERE number = 4",),
        ("audit_log line 4: is missing", "readings {article}: has no line in the log"),
    ),
    "lines of the log swapped": Tampered(
        (
            "UPDATE audit_log SET number = -4 WHERE number = 4",
            "UPDATE audit_log SET number = 4 WHERE number = 5",
            "UPDATE audit_log SET number = 5 WHERE number = -4",
        ),
        (
            "audit_log line 4: does not",
            "audit_log line 5: does not",
            "audit_log line 6: does not follow",
        ),
    ),
}


@pytest.mark.parametrize("what", STRUCTURES)
def test_what_was_put_in_or_taken_out_is_named(casefile: Casefile, what: str) -> None:
    known = names(casefile)
    tamper(casefile, *(one.format(**known) for one in STRUCTURES[what].done))
    check_found(casefile, known, *STRUCTURES[what].found)
