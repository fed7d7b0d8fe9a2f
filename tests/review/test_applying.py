"""What reviews make of a reading: of the same one, and of a newer one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.model import Place, Review
from tests.review.conftest import Case, by_content, dangling, entity, entity_named, statement


def test_without_reviews_the_reading_is_the_machines(case: Case) -> None:
    found = case.applied()
    assert found.reading is case.reading
    assert (found.marks, found.gone, found.rejected) == ({}, (), {})


def test_a_confirmed_record_is_marked_and_not_changed(case: Case) -> None:
    target = case.reading.statements[0].id
    review = case.give("confirm", "statement", target)
    found = case.applied()
    assert found.reading == case.reading
    assert found.marks[target].standing == "confirmed"
    assert found.marks[target].reviews == (review.id,)
    assert (found.marks[target].words, found.marks[target].kept) == ("same", False)


def test_only_the_corrected_fields_win_over_a_newer_reading(case: Case) -> None:
    old = case.reading.statements[0]
    case.give("correct", "statement", old.id, changes={"stance": "confirms"})
    newer = replace(old, hedged=True, stance="demands")
    found = case.applied(replace(case.reading, statements=(newer, *case.reading.statements[1:])))
    assert found.reading.statements[0] == replace(newer, stance="confirms")
    assert found.marks[old.id].standing == "corrected"


def test_corrections_stack_and_the_later_one_wins(case: Case) -> None:
    target = case.reading.statements[0].id
    case.give("correct", "statement", target, changes={"stance": "confirms", "hedged": True})
    case.give("correct", "statement", target, changes={"stance": "promises"})
    found = case.applied().reading.statements[0]
    assert (found.stance, found.hedged) == ("promises", True)


def test_a_corrected_span_has_the_words_of_the_text(case: Case) -> None:
    target = case.reading.statements[0].id
    case.give("correct", "statement", target, changes={"content": [case.at("s’est effondré")]})
    found = case.applied().reading.statements[0]
    assert (found.id, found.content[0].text) == (target, "s’est effondré")


def test_a_record_found_again_under_another_id_keeps_its_correction(case: Case) -> None:
    old = case.reading.statements[1]
    case.give("correct", "statement", old.id, changes={"content": [case.at("ouvriers sont morts")]})
    newer = statement(case, "« Deux ouvriers sont morts »", cue="a déclaré Anne Morel")
    found = case.applied(replace(case.reading, statements=(newer,), figures=(), events=()))
    assert [one.id for one in found.reading.statements] == [newer.id]
    assert found.reading.statements[0].content[0].text == "ouvriers sont morts"


def test_a_newer_model_that_agrees_with_the_person_makes_no_double(case: Case) -> None:
    old = case.reading.statements[1]
    case.give("confirm", "statement", old.id)
    case.give("correct", "statement", old.id, changes={"content": [case.at("ouvriers sont morts")]})
    newer = statement(case, "ouvriers sont morts", cue="a déclaré")
    found = case.applied(replace(case.reading, statements=(newer,), figures=(), events=()))
    assert found.reading.statements == (newer,)
    assert len(found.marks[newer.id].reviews) == 2


def test_a_newer_model_that_finds_both_the_wrong_and_the_corrected_words_makes_no_double(
    case: Case,
) -> None:
    old = case.reading.statements[1]
    case.give("correct", "statement", old.id, changes={"content": [case.at("ouvriers sont morts")]})
    both = statement(case, "ouvriers sont morts", cue="a déclaré")
    figure = replace(case.reading.figures[0], according_to=both.id)
    newer = replace(case.reading, statements=(old, both), figures=(figure,), events=())
    found = case.applied(newer).reading
    assert [(one.id, one.content[0].text) for one in found.statements] == [
        (old.id, "ouvriers sont morts")
    ]
    assert found.figures[0].according_to == old.id


def test_a_rejected_record_is_out_and_nothing_refers_to_it(case: Case) -> None:
    morel = entity_named(case.reading, "Anne Morel")
    case.give("reject", "entity", morel.id)
    found = case.applied()
    assert morel.id not in {one.id for one in found.reading.entities}
    assert found.rejected == {morel.id: morel}
    assert found.marks[morel.id].standing == "rejected"
    assert dangling(found.reading) == []
    said = by_content(found.reading, "Deux ouvriers")
    assert (said.speaker, said.speaker_name) == (None, None)
    assert by_content(found.reading, "Personne").via == ()


def test_a_rejected_time_takes_the_anchor_with_it(case: Case) -> None:
    case.give("reject", "time", case.reading.times[0].id)
    left = case.applied().reading.times
    assert [(one.value, one.anchor, one.anchor_time) for one in left] == [
        ("2022-05-04", None, None)
    ]


def test_confirming_after_rejecting_brings_back_record_and_references(case: Case) -> None:
    target = case.reading.statements[1].id
    case.give("reject", "statement", target)
    case.give("confirm", "statement", target)
    found = case.applied()
    assert found.reading == case.reading
    assert found.marks[target].standing == "confirmed"
    assert found.rejected == {}


def test_a_correction_holds_through_rejection_and_return(case: Case) -> None:
    target = case.reading.statements[1].id
    case.give("correct", "statement", target, changes={"stance": "confirms"})
    case.give("reject", "statement", target)
    case.give("confirm", "statement", target)
    found = case.applied()
    assert by_content(found.reading, "Deux").stance == "confirms"
    assert found.marks[target].standing == "corrected"


def test_a_rejected_record_stays_out_when_it_is_found_again(case: Case) -> None:
    old = case.reading.statements[1]
    case.give("reject", "statement", old.id)
    newer = statement(case, "« Deux ouvriers sont morts »", cue="a déclaré Anne Morel")
    found = case.applied(replace(case.reading, statements=(newer,), figures=(), events=()))
    assert found.reading.statements == ()
    assert set(found.rejected) == {newer.id}


def test_a_confirmed_record_that_the_machine_loses_is_kept(case: Case) -> None:
    target = case.reading.statements[2].id
    case.give("confirm", "statement", target)
    lost = replace(
        case.reading, statements=tuple(s for s in case.reading.statements if s.id != target)
    )
    found = case.applied(lost)
    assert found.reading.statements == case.reading.statements
    assert found.marks[target].kept
    assert not case.applied().marks[target].kept


def test_a_kept_statement_finds_its_speaker_by_name(case: Case) -> None:
    target = case.reading.statements[2]
    case.give("confirm", "statement", target.id)
    again = replace(
        entity_named(case.reading, "Luc Péron"), id="entity-of-a-newer-model", mentions=()
    )
    found = case.applied(replace(case.reading, statements=(), entities=(again,), figures=()))
    kept = found.reading.statements[0]
    assert (kept.speaker, kept.speaker_name) == (again.id, "Luc Péron")
    assert kept.via == ()
    assert dangling(replace(found.reading, events=(), evidence=())) == []


def test_a_kept_record_finds_what_it_cites_under_a_new_id(case: Case) -> None:
    figure = case.reading.figures[1]
    case.give("confirm", "figure", figure.id)
    ostel = replace(case.reading.places[2], id="place-of-a-newer-model")
    places = (*case.reading.places[:2], ostel)
    found = case.applied(replace(case.reading, places=places, figures=(), events=()))
    assert found.reading.figures[0].place == ostel.id


def test_a_kept_statement_whose_speaker_vanished_keeps_the_name(case: Case) -> None:
    target = case.reading.statements[2]
    case.give("confirm", "statement", target.id)
    bare = replace(case.reading, statements=(), entities=(), figures=(), events=(), evidence=())
    kept = case.applied(bare).reading.statements[0]
    assert (kept.speaker, kept.speaker_name) == (None, "Luc Péron")


def test_an_added_record_stands_where_its_words_do(case: Case) -> None:
    changes = {"content": [case.at("Une vidéo publiée")], "speaker_name": "luc peron"}
    review = case.give("add", "statement", case.reading.article.id, changes=changes)
    found = case.applied()
    assert [one.content[0].text[:12] for one in found.reading.statements] == [
        "pont de Briv",
        "« Deux ouvri",
        "« Personne n",
        "Une vidéo pu",
        "trois person",
    ]
    added = found.reading.statements[3]
    assert found.marks[added.id].standing == "added"
    assert not found.marks[added.id].kept
    assert review.record is not None
    assert added.id == review.record["id"]
    assert added.speaker == entity_named(case.reading, "Luc Péron").id


def test_what_a_person_added_wins_when_the_machine_finds_it_too(case: Case) -> None:
    content = [case.at("Une vidéo publiée")]
    case.give(
        "add", "statement", case.reading.article.id, changes={"content": content, "hedged": True}
    )
    newer = statement(case, "Une vidéo publiée", cue="montre", stance="confirms")
    found = case.applied(
        replace(case.reading, statements=(*case.reading.statements[:3], newer))
    ).reading
    assert found.statements[3] == replace(newer, hedged=True)


def test_notes_and_protection_are_marks_only(case: Case) -> None:
    target = entity_named(case.reading, "Anne Morel").id
    case.give("note", "entity", target, reason="spoken to on the phone")
    case.give("protect", "entity", target)
    found = case.applied()
    assert found.reading == case.reading
    assert found.marks[target].standing is None
    assert found.marks[target].protected


def test_protection_follows_the_words_of_a_name_that_is_read_otherwise(case: Case) -> None:
    target = entity_named(case.reading, "Anne Morel")
    case.give("protect", "entity", target.id)
    longer = entity(case, "préfète Anne Morel", "")
    found = case.applied(
        replace(case.reading, statements=(), entities=(longer,), events=(), evidence=())
    )
    assert found.marks[longer.id].protected


def test_a_corrected_name_is_the_speakers_name_everywhere(case: Case) -> None:
    morel = entity_named(case.reading, "Anne Morel")
    case.give("correct", "entity", morel.id, changes={"name": "Anne Maurel"})
    found = case.applied().reading
    assert entity_named(found, "Anne Maurel").key == "person:anne maurel"
    assert by_content(found, "Deux").speaker_name == "Anne Maurel"
    assert by_content(found, "Personne").speaker_name == "Luc Péron"


def test_an_undone_review_has_no_effect_and_an_undone_undo_restores_it(case: Case) -> None:
    target = case.reading.statements[0].id
    rejected = case.give("reject", "statement", target)
    undo = case.undo(rejected)
    assert case.applied().reading is case.reading
    case.undo(undo)
    assert target in case.applied().rejected


def test_what_was_said_of_a_withdrawn_record_has_no_effect(case: Case) -> None:
    changes = {"content": [case.at("Une vidéo publiée")]}
    added = case.give("add", "statement", case.reading.article.id, changes=changes)
    assert added.record is not None
    case.give("correct", "statement", str(added.record["id"]), changes={"hedged": True})
    undo = case.undo(added)
    found = case.applied()
    assert (found.reading, found.gone) == (case.reading, ())
    case.undo(undo)
    assert case.applied().reading.statements[3].hedged


def test_records_do_not_lead_in_a_circle(case: Case) -> None:
    one, two, *_ = case.reading.statements
    first = case.give("correct", "statement", one.id, changes={"within": two.id})
    undo = case.undo(first)
    case.give("correct", "statement", two.id, changes={"within": one.id})
    case.undo(undo)
    found = {s.id: s.within for s in case.applied().reading.statements}
    assert sorted((found[one.id] is None, found[two.id] is None)) == [False, True]


def test_applying_twice_is_applying_once(case: Case) -> None:
    case.give("reject", "entity", case.reading.entities[0].id)
    case.give(
        "correct",
        "statement",
        case.reading.statements[0].id,
        changes={"content": [case.at("mercredi à Ostel")], "speaker_name": "Somebody"},
    )
    once = case.applied().reading
    assert case.applied(once).reading == once


# What is stored may be old or odd


@pytest.mark.parametrize(
    "odd",
    [
        {"changes": {"no_such_field": 1}},
        {"changes": {"stance": "whispers"}},
        {"changes": {"content": [[5, 5]]}},
        {"changes": {"content": [[0, 10**6]]}},
        {"changes": {"id": "statement-other"}},
        {"record": None},
        {"record": {"id": "statement-1"}},
        {"record": []},
        {"article": None},
        {"article": "unknown"},
        {"kind": "place"},
    ],
)
def test_a_review_that_no_longer_fits_is_gone_and_nothing_is_raised(
    case: Case, odd: dict[str, object]
) -> None:
    review = case.give(
        "correct", "statement", case.reading.statements[0].id, changes={"hedged": True}
    )
    broken: Review = replace(review, **odd)  # type: ignore[arg-type]
    case.reviews[:] = [broken]
    found = case.applied()
    assert (found.reading, found.gone) == (case.reading, (broken,))


def test_a_kept_record_of_another_program_is_no_reference(case: Case) -> None:
    review = case.give("confirm", "statement", case.reading.statements[0].id)
    assert review.record is not None
    record = {**review.record, "cited": {"entities": [{"id": "entity-1"}, "odd"], "places": 3}}
    case.reviews[:] = [replace(review, record=record)]
    assert case.applied().reading == case.reading


def test_an_entity_without_words_that_is_not_found_is_gone(case: Case) -> None:
    bare = replace(case.reading.entities[0], id="entity-bare", mentions=(), pronouns=())
    confirm = Case(replace(case.reading, entities=(bare,))).give("confirm", "entity", bare.id)
    case.keep(confirm)
    assert case.applied().gone == (confirm,)


def test_times_do_not_lead_in_a_circle(case: Case) -> None:
    one, two = case.reading.times
    first = case.give("correct", "time", two.id, changes={"anchor": None, "anchor_time": None})
    case.give("correct", "time", one.id, changes={"anchor": "time", "anchor_time": two.id})
    case.undo(first)
    found = case.applied().reading.times
    assert [one.anchor for one in found if one.anchor_time is None] == [None]
    assert [one.anchor for one in found if one.anchor_time is not None] == ["time"]


def test_reviews_of_reports_parties_and_stories_leave_the_reading_alone(case: Case) -> None:
    case.give("note", "report", case.reading.article.id, reason="the page was blank at noon")
    case.give("merge", "party", "party-1", others=("party-2",))
    case.give("protect", "story", "story-1")
    assert case.applied().reading is case.reading


def test_places_of_one_name_are_told_apart_by_their_words(case: Case) -> None:
    again = case.reading.places[1]
    case.give("correct", "place", again.id, changes={"lat": 48.5, "lon": -1})
    found: tuple[Place, ...] = case.applied().reading.places
    assert [(one.lat, one.lon) for one in found] == [(None, None), (48.5, -1.0), (None, None)]
