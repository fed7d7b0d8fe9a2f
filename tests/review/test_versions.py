"""What reviews make of another version of the report."""

from __future__ import annotations

from dataclasses import replace

from recoupe.model import Reading
from tests.conftest import make_test_article
from tests.review.conftest import Case, by_content, entity, entity_named


def test_a_review_of_an_earlier_version_is_laid_where_the_words_moved_to(
    case: Case, later: Reading
) -> None:
    target = case.reading.statements[1]
    case.give("correct", "statement", target.id, changes={"stance": "confirms"})
    found = case.applied(later)
    said = by_content(found.reading, "Deux")
    assert said.stance == "confirms"
    assert said.id != target.id
    assert (found.marks[said.id].standing, found.marks[said.id].words) == ("corrected", "moved")
    assert found.gone == ()


def test_a_corrected_reference_leads_to_the_record_of_this_version(
    case: Case, later: Reading
) -> None:
    figure = case.reading.figures[0]
    ostel = case.reading.places[2]
    case.give("correct", "figure", figure.id, changes={"place": ostel.id})
    found = case.applied(later).reading
    assert found.figures[0].place == later.places[2].id


def test_where_the_words_were_changed_the_review_is_gone(case: Case, later: Reading) -> None:
    review = case.give("reject", "statement", case.reading.statements[3].id)
    found = case.applied(later)
    assert found.gone == (review,)
    assert found.reading == later
    assert found.marks == {}


def test_a_record_that_only_the_earlier_version_had_is_kept_at_its_new_place(
    case: Case, later: Reading
) -> None:
    case.give("confirm", "statement", case.reading.statements[1].id)
    without = replace(later, statements=later.statements[:1], figures=(), events=())
    found = case.applied(without)
    kept = by_content(found.reading, "Deux")
    assert kept == later.statements[1]
    assert found.marks[kept.id].kept


def test_a_correction_to_words_that_still_stand_holds_where_what_it_cut_off_is_gone(
    case: Case, later: Reading
) -> None:
    said = case.reading.statements[3]
    case.give(
        "correct",
        "statement",
        said.id,
        changes={"content": [case.at("blessées mercredi à Ostel")], "stance": "confirms"},
    )
    without = replace(later, statements=later.statements[:3], figures=later.figures[:1])
    found = case.applied(without)
    kept = by_content(found.reading, "blessées")
    assert (kept.content[0].text, kept.stance) == ("blessées mercredi à Ostel", "confirms")
    assert kept.speaker == later.entities[0].id
    assert found.gone == ()


def test_reviews_of_the_later_version_hold_in_the_earlier_one(case: Case, later: Reading) -> None:
    case.give("correct", "statement", case.reading.statements[1].id, changes={"hedged": True})
    newer = case.on(later)
    newer.give("reject", "statement", later.statements[1].id)
    for reading in (case.reading, later):
        assert "« Deux ouvriers sont morts »" not in {
            one.content[0].text for one in case.applied(reading).reading.statements
        }
    newer.give("confirm", "statement", later.statements[1].id)
    assert by_content(case.applied().reading, "Deux").hedged


def test_an_entity_needs_only_some_of_its_mentions(case: Case, later: Reading) -> None:
    morel = entity_named(case.reading, "Anne Morel")
    case.give("correct", "entity", morel.id, changes={"kind": "other"})
    found = case.applied(later).reading
    assert entity_named(found, "Anne Morel").kind == "other"


def test_protection_by_name_outlasts_the_words(case: Case) -> None:
    morel = entity_named(case.reading, "Anne Morel")
    review = case.give("protect", "entity", morel.id)
    text = "Un autre texte, où Anne Morel ne dit rien."
    blank = Reading(make_test_article(text, "fr", None), (), (), (), (), (), (), (), ())
    named = entity(Case(blank), "Anne Morel", "")
    gone = replace(review, article="a version that is not given")
    found = Case(replace(blank, entities=(named,)), [gone]).applied()
    assert found.gone == (gone,)
    assert (found.marks[named.id].protected, found.marks[named.id].words) == (True, "gone")
