"""Reviews in words: what was reviewed, what became of each field, and whether it holds."""

from __future__ import annotations

from recoupe.dossier.pages.history import history, of_record
from recoupe.model import Draft
from recoupe.store import Casefile
from tests.dossier.worlds import ME, latest


def test_spans_and_references_are_told_by_their_words(strikes: Casefile) -> None:
    reading = latest(strikes)
    statement, ministry = reading.statements[1], reading.entities[1]
    start = reading.article.text.index("We counted")
    changes = {"content": [[start, start + 10]], "speaker": ministry.id, "hedged": True}
    strikes.add_review(Draft("correct", "statement", statement.id, ME, changes=changes))
    (line,) = history(strikes.reviews(), reading.article)
    told = {one.field: (one.before, one.after) for one in line.changes}
    assert told["content"] == ('"We counted 12 dead,"', "We counted")
    assert told["speaker"] == ("Anna Berzina", "the ministry")
    assert told["hedged"] == ("✗", "✓")
    assert line.words == '"We counted 12 dead,"'


def test_the_newest_comes_first_and_undone_ones_say_so(strikes: Casefile) -> None:
    statement = latest(strikes).statements[0]
    review = strikes.add_review(Draft("confirm", "statement", statement.id, ME))
    strikes.add_review(Draft("undo", "review", review.id, "Ben"))
    told = history(strikes.reviews())
    assert [(one.action, one.undone) for one in told] == [("undo", False), ("confirm", True)]


def test_what_was_taken_back_twice_is_all_told(strikes: Casefile) -> None:
    one, other = latest(strikes).statements[:2]
    review = strikes.add_review(Draft("confirm", "statement", one.id, ME))
    undo = strikes.add_review(Draft("undo", "review", review.id, ME))
    strikes.add_review(Draft("undo", "review", undo.id, ME))
    strikes.add_review(Draft("confirm", "statement", other.id, ME))
    told = of_record(tuple(strikes.reviews()), one.id, ())
    assert [each.action for each in told] == ["confirm", "undo", "undo"]
