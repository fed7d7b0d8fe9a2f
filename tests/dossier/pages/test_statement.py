"""The page of a statement: its place, what stands against it, and what became of it."""

from __future__ import annotations

import pytest

from recoupe.dossier.pages.statement import StatementPage, statement_page
from recoupe.dossier.pages.view import View
from recoupe.errors import StoreError
from recoupe.model import Draft
from recoupe.store import Casefile
from tests.dossier.storied import Storied
from tests.dossier.worlds import ME, latest, long_report


def count_page(case: Casefile, view: View) -> StatementPage:
    """Return the page of the statement that counts the dead."""
    return statement_page(case, view, latest(case).statements[1].id)


def test_a_statement_stands_framed_in_its_place(strikes: Casefile, view: View) -> None:
    page = count_page(strikes, view)
    assert "".join(piece.text for piece in page.pieces) == page.article.text
    assert not page.before
    assert not page.after
    framed = [p.text for p in page.pieces if any(o.mark.role == "words" for o in p.opens)]
    assert "".join(framed) in page.statement.content[0].text
    assert page.number == 2
    assert [page.near.previous, page.near.following] == [
        latest(strikes).statements[0],
        latest(strikes).statements[2],
    ]


def test_of_a_long_text_a_few_lines_are_shown(strikes: Casefile, view: View) -> None:
    capture, reading = long_report(300)
    strikes.add_report(capture, reading, author=ME)
    page = statement_page(strikes, view, reading.statements[150].id)
    told = "".join(piece.text for piece in page.pieces)
    assert page.before
    assert page.after
    assert page.statement.content[0].text in told
    assert len(told) < 1500


def test_figures_and_events_within_it_are_named(strikes: Casefile, view: View) -> None:
    reading = latest(strikes)
    assert count_page(strikes, view).near.figures == reading.figures
    first = statement_page(strikes, view, reading.statements[0].id)
    assert first.near.events == reading.events
    assert first.near.figures == ()


def test_it_is_set_among_the_positions_on_its_matters(strikes: Casefile, view: View) -> None:
    page = count_page(strikes, view)
    numbers = next(one for one in page.matters if one.own.low == 12)
    assert {one.side.position.low for one in numbers.facing} == {13, 14, 15}
    assert {one.relation for one in numbers.facing} == {"beside"}
    for one in numbers.facing:
        assert one.side.words[0].words == str(one.side.position.low)


def test_a_denial_stands_against_what_it_denies(told: Storied, view: View) -> None:
    accuses, denies = (told.readings[at].statements[1] for at in (0, 2))
    for one, stance, relation in (
        (accuses, "denies", "denied_by"),
        (denies, "accuses", "denies"),
    ):
        page = statement_page(told.case, view, one.id)
        (matter,) = (each for each in page.matters if each.own.finding == "finding-shelling")
        (facing,) = matter.facing
        assert (facing.side.position.stance, facing.relation) == (stance, relation)
        assert facing.side.words[0].statement != one.id


def test_its_words_are_followed_through_the_versions(strikes: Casefile, view: View) -> None:
    page = count_page(strikes, view)
    (older,) = page.elsewhere
    assert (page.version, older.number, older.kind) == (2, 1, "changed")
    assert older.words == '"We counted 9 dead," she said'
    before = statement_page(strikes, view, older.statement or "")
    (newer,) = before.elsewhere
    assert (newer.number, newer.kind, newer.statement) == (2, "changed", page.statement.id)


def test_its_history_holds_its_reviews_alone(strikes: Casefile, view: View) -> None:
    own = count_page(strikes, view).statement.id
    other = latest(strikes).statements[0].id
    noted = strikes.add_review(Draft("note", "statement", own, ME, "heard on the radio"))
    strikes.add_review(Draft("confirm", "statement", other, ME))
    strikes.add_review(Draft("undo", "review", noted.id, "Ben"))
    page = count_page(strikes, view)
    assert [(one.author, one.action, one.undone) for one in page.reviews] == [
        ("Ben", "undo", False),
        ("Ana", "note", True),
    ]
    assert page.newest_review == noted.id


def test_a_rejected_statement_keeps_its_page(strikes: Casefile, view: View) -> None:
    statement = latest(strikes).statements[2]
    strikes.add_review(Draft("reject", "statement", statement.id, ME))
    page = statement_page(strikes, view, statement.id)
    assert page.gone
    assert page.number is None
    assert page.statement == statement
    assert [one.action for one in page.reviews] == ["reject"]


def test_what_is_no_statement_is_refused(strikes: Casefile, view: View) -> None:
    with pytest.raises(StoreError, match="no statement"):
        statement_page(strikes, view, latest(strikes).figures[0].id)
