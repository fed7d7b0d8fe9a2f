"""Reviews in a casefile: they take effect at once, outlive the machine, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from recoupe.errors import RecordError, StaleReviewError, StoreError
from recoupe.model import Draft, Reading, Review, Statement
from recoupe.store import Casefile, new_casefile
from tests.store.building import report

EDITOR = "Marta"


@pytest.fixture
def casefile(case: str) -> Iterator[Casefile]:
    with new_casefile(case, author=EDITOR) as casefile:
        yield casefile


def added(casefile: Casefile, **how: Any) -> Reading:
    capture, reading = report(**how)
    casefile.add_report(capture, reading, author=EDITOR)
    return reading


def say(casefile: Casefile, action: Any, target: str, **more: Any) -> Review:
    kind = more.pop("kind", None) or casefile.locate(target).kind
    return casefile.add_review(Draft(action, kind, target, EDITOR, **more))


def statement(casefile: Casefile, reading: Reading, id_: str) -> Statement:
    return casefile.reading(reading.article.id).reading.statement(id_)


def test_a_correction_stands_above_the_machine_also_after_a_newer_reading(
    casefile: Casefile,
) -> None:
    old = added(casefile)
    hit = old.statements[0]
    say(casefile, "correct", hit.id, changes={"stance": "accuses"}, reason="it names who")
    assert statement(casefile, old, hit.id).stance == "accuses"

    _, newer = report(version="2")
    assert casefile.replace_reading(newer, author="machine")
    kept = casefile.reading(old.article.id)
    assert kept.reading.statement(hit.id).stance == "accuses"
    assert kept.marks[hit.id].standing == "corrected"
    assert [one.stance for one in kept.reading.statements] == ["accuses", "asserts", "denies"]
    assert casefile.machine_reading(old.article.id) == newer


def test_what_the_machine_no_longer_finds_stays_if_somebody_confirmed_it(
    casefile: Casefile,
) -> None:
    _, newer = report(version="2")
    capture, _ = report(version="2")
    casefile.add_report(capture, newer, author=EDITOR)
    denied = newer.statements[2]
    say(casefile, "confirm", denied.id)
    _, older = report(version="1")
    casefile.replace_reading(older, author="machine")
    kept = casefile.reading(newer.article.id)
    assert denied in kept.reading.statements
    assert kept.marks[denied.id].kept


def test_a_rejected_record_is_nowhere_until_it_is_undone(casefile: Casefile) -> None:
    reading = added(casefile)
    hit, count = reading.statements
    rejected = say(casefile, "reject", count.id, reason="not in the original")
    kept = casefile.reading(reading.article.id).reading
    assert [one.id for one in kept.statements] == [hit.id]
    assert kept.figures[0].according_to is None  # nothing refers to what is not there
    undone = say(casefile, "undo", rejected.id)
    assert casefile.reading(reading.article.id).reading == reading
    history = [(one.action, one.undone_by) for one in casefile.reviews(count.id)]
    assert history == [("reject", undone.id), ("undo", None)]
    say(casefile, "undo", undone.id)
    assert len(casefile.reading(reading.article.id).reading.statements) == 1


def test_a_statement_that_was_missed_is_added_by_its_words(casefile: Casefile) -> None:
    reading = added(casefile)
    start = reading.article.text.index('"Nobody')
    words = [[start, start + len('"Nobody fired there,"')]]
    said = {"content": words, "speaker_name": "the ministry", "stance": "denies"}
    review = say(casefile, "add", reading.article.id, kind="statement", changes=said)
    kept = casefile.reading(reading.article.id).reading.statements[-1]
    assert review.record is not None
    assert kept.id == review.record["id"]
    assert (kept.content[0].text, kept.kind) == ('"Nobody fired there,"', "direct")
    assert kept.speaker == reading.entities[1].id
    with pytest.raises(RecordError, match="there already"):
        say(casefile, "add", reading.article.id, kind="statement", changes=said)


def test_words_that_a_new_version_lacks_are_said_to_be_gone(casefile: Casefile) -> None:
    old = added(casefile)
    hit, count = old.statements
    say(casefile, "confirm", count.id)
    say(casefile, "confirm", hit.id)
    new = added(casefile, killed=17, hours=3)  # "We counted 17 dead": the words are others
    kept = casefile.reading(new.article.id)
    assert [review.target for review in kept.gone] == [count.id]
    assert {one.standing for one in kept.marks.values()} == {"confirmed"}
    assert [one.target for one in casefile.status().words_gone] == [count.id]
    still = casefile.reading(old.article.id)
    assert still.marks[count.id].standing == "confirmed"


def test_confirmed_words_that_stand_elsewhere_are_said_to_be_moved(casefile: Casefile) -> None:
    old = added(casefile)
    say(casefile, "confirm", old.statements[0].id)
    new = added(casefile, killed=1200, hours=3)  # two more digits in the headline
    kept = casefile.reading(new.article.id)
    assert [(one.standing, one.words) for one in kept.marks.values()] == [("confirmed", "moved")]


def test_parties_are_merged_and_parted_and_come_back(casefile: Casefile) -> None:
    one = added(casefile, address="https://paper.example/one", speaker="Anna Berzina")
    two = added(casefile, address="https://paper.example/two", speaker="A. Bērziņa")
    entities = [reading.entities[0].id for reading in (one, two)]
    first, second = (party(casefile, id_) for id_ in entities)
    assert first != second
    merged = say(casefile, "merge", first, others=(second,), reason="one woman")
    assert party(casefile, entities[1]) == first
    assert said_by(casefile, first) == 4
    with pytest.raises(StoreError):
        casefile.locate(second)
    say(casefile, "undo", merged.id)
    assert [party(casefile, id_) for id_ in entities] == [first, second]
    assert (said_by(casefile, first), said_by(casefile, second)) == (2, 2)

    say(casefile, "merge", entities[0], others=(entities[1],))  # by what one sees: the entities
    say(casefile, "split", first, others=(entities[1],))
    assert party(casefile, entities[1]) not in {first, second}
    third = added(casefile, address="https://paper.example/three", speaker="A. Bērziņa")
    assert party(casefile, third.entities[0].id) == first  # a later report joins the merged party


def test_a_protected_party_stays_so_when_it_is_merged(casefile: Casefile) -> None:
    one = added(casefile, address="https://paper.example/one", speaker="Anna Berzina")
    two = added(casefile, address="https://paper.example/two", speaker="A. Bērziņa")
    first, second = (party(casefile, one.entities[0].id), party(casefile, two.entities[0].id))
    say(casefile, "protect", second)
    say(casefile, "merge", first, others=(second,))
    assert protected(casefile) == {first}


def test_whoever_did_not_see_the_newest_review_is_refused(casefile: Casefile) -> None:
    reading = added(casefile)
    target = reading.statements[0].id
    first = say(casefile, "confirm", target, seen="")
    with pytest.raises(StaleReviewError, match="Marta reviewed it meanwhile"):
        say(casefile, "reject", target, seen="")
    say(casefile, "reject", target, seen=first.id)
    assert [one.action for one in casefile.reviews(target)] == ["confirm", "reject"]


@pytest.mark.parametrize(
    ("action", "target", "changes", "message"),
    [
        ("confirm", "statement-0000000000000000", {}, "nothing that is kept has this id"),
        ("correct", None, {"stance": "lies"}, "'lies' is not known"),
        ("correct", None, {"content": [[5, 5]]}, "no words at"),
        ("correct", None, {}, "nothing to correct"),
        ("correct", None, {"speaker": "entity-0"}, "there is no entity"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(
    casefile: Casefile, action: str, target: str | None, changes: dict[str, Any], message: str
) -> None:
    reading = added(casefile)
    before = list(casefile.log())
    draft = Draft(
        action,  # type: ignore[arg-type]
        "statement",
        target or reading.statements[0].id,
        EDITOR,
        changes=changes,
    )
    with pytest.raises((RecordError, StoreError), match=message):
        casefile.add_review(draft)
    assert list(casefile.log()) == before
    assert list(casefile.reviews()) == []


def test_every_review_is_a_line_of_the_log(casefile: Casefile) -> None:
    reading = added(casefile)
    first = say(casefile, "note", reading.article.id, reason="seen on 5 May")
    second = say(casefile, "confirm", reading.places[0].id)
    lines = [(line.author, line.subject) for line in casefile.log() if line.action == "review"]
    assert lines == [(EDITOR, first.id), (EDITOR, second.id)]


def party(casefile: Casefile, entity: str) -> str:
    return str(rows(casefile, "SELECT party FROM entities WHERE id = :id", id=entity)[0])


def said_by(casefile: Casefile, party: str) -> int:
    return len(rows(casefile, "SELECT id FROM statements WHERE party = :id", id=party))


def protected(casefile: Casefile) -> set[str]:
    return set(rows(casefile, "SELECT id FROM parties WHERE protected"))


def rows(casefile: Casefile, question: str, **values: str) -> list[Any]:
    from sqlalchemy import text

    with casefile.database.reading() as connection:
        return list(connection.execute(text(question), values).scalars())


def test_a_reports_date_and_outlet_can_be_corrected(casefile: Casefile) -> None:
    old = added(casefile)
    report_id = casefile.locate(old.article.id).report
    assert report_id is not None
    said = {"published": "2022-05-04", "outlet": "The Port Paper"}
    corrected = say(casefile, "correct", report_id, changes=said)
    newer = added(casefile, killed=17, hours=3)
    for reading in (old, newer):
        article = casefile.reading(reading.article.id).reading.article
        assert (article.published, article.outlet) == ("2022-05-04", "The Port Paper")
    days = rows(casefile, "SELECT published_day FROM articles")
    assert set(days) == {"2022-05-04"}
    assert casefile.machine_reading(old.article.id) == old
    with pytest.raises(RecordError, match="is not a date"):
        say(casefile, "correct", report_id, changes={"published": "yesterday"})
    say(casefile, "undo", corrected.id)
    assert casefile.reading(old.article.id).reading == old


def test_a_merged_party_keeps_its_name_whoever_was_met_first(casefile: Casefile) -> None:
    one = added(casefile, address="https://paper.example/one", speaker="Anna Berzina")
    two = added(casefile, address="https://paper.example/two", speaker="A. Bērziņa")
    first, second = (party(casefile, one.entities[0].id), party(casefile, two.entities[0].id))
    say(casefile, "merge", second, others=(first,))
    assert name(casefile, second) == "A. Bērziņa"
    corrected = say(casefile, "correct", second, changes={"name": "Anna Bērziņa"})
    assert name(casefile, second) == "Anna Bērziņa"
    say(casefile, "undo", corrected.id)
    assert name(casefile, second) in {"Anna Berzina", "A. Bērziņa"}
    assert casefile.verify().problems == ()


def test_a_party_is_not_called_what_nobody_in_it_is_called_any_more(casefile: Casefile) -> None:
    reading = added(casefile)
    woman = party(casefile, reading.entities[0].id)
    say(casefile, "correct", reading.entities[0].id, changes={"name": "Anna Bērziņa"})
    now = party(casefile, reading.entities[0].id)
    assert name(casefile, now) == "Anna Bērziņa"
    assert (now == woman) or not rows(casefile, "SELECT id FROM parties WHERE id = :id", id=woman)
    assert casefile.verify().problems == ()


def name(casefile: Casefile, party: str) -> str:
    return str(rows(casefile, "SELECT name FROM parties WHERE id = :id", id=party)[0])
