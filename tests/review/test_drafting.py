"""What a person may ask for, what is kept of it, and how a wrong request is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from recoupe.errors import RecordError, StoreError
from recoupe.model import LISTS, Draft, RecordKind, Statement, record_json
from recoupe.review import reviewed_record
from tests.review.conftest import Case


def ask(case: Case, action: str, kind: str, target: str, **more: Any) -> tuple[Any, Any]:
    draft = Draft(action, kind, target, "ana", **more)  # type: ignore[arg-type]
    return reviewed_record(draft, case.applied())


def first(case: Case, kind: RecordKind, at: int = 0) -> str:
    return str(getattr(case.reading, LISTS[kind])[at].id)


def add(case: Case, kind: str, /, **changes: Any) -> tuple[Any, Any]:
    return ask(case, "add", kind, case.reading.article.id, changes=changes)


def test_a_review_keeps_the_record_with_its_words_and_what_it_refers_to(case: Case) -> None:
    said = case.reading.statements[2]
    record, changes = ask(case, "confirm", "statement", said.id)
    assert changes == {}
    assert record.pop("cited") == {
        "entities": [record_json(one) for one in reversed(case.reading.entities)]
    }
    assert record == record_json(said)


def test_a_correction_keeps_the_record_as_it_was_before(case: Case) -> None:
    said = case.reading.statements[0]
    record, changes = ask(
        case, "correct", "statement", said.id, changes={"content": [[3, 16]], "hedged": True}
    )
    assert record["hedged"] is False
    assert changes == {"content": [[3, 16]], "hedged": True}


def test_spans_are_trimmed_and_put_in_order(case: Case) -> None:
    one, two = case.at(" Une vidéo "), case.at("Selon ")
    _, changes = add(case, "statement", content=[two, one])
    assert changes["content"] == [[one[0] + 1, one[1] - 1], [two[0], two[1] - 1]]


def test_spans_may_be_given_with_their_words(case: Case) -> None:
    start, end = case.at("Une vidéo")
    _, changes = add(case, "statement", content=[{"start": start, "end": end, "text": "Une vidéo"}])
    assert changes["content"] == [[start, end]]
    with pytest.raises(RecordError, match=r"statement\.content.*reads 'Une vidéo'"):
        add(case, "statement", content=[{"start": start, "end": end, "text": "Une photo"}])


def test_an_added_statement_needs_only_its_words(case: Case) -> None:
    record, changes = add(case, "statement", content=[case.at("Une vidéo publiée")])
    assert record["id"].startswith("statement-")
    assert {name: record[name] for name in ("kind", "stance", "speaker", "confidence")} == {
        "kind": "indirect",
        "stance": "asserts",
        "speaker": None,
        "confidence": 1.0,
    }
    assert changes == {"content": [case.at("Une vidéo publiée")]}


def test_an_added_statement_in_quotation_marks_is_direct(case: Case) -> None:
    case.reading = replace(case.reading, statements=(), figures=(), events=())
    record, changes = add(case, "statement", content=[case.at("Personne n’est mort.")])
    assert (record["kind"], changes["kind"]) == ("direct", "direct")
    given, _ = add(case, "statement", content=[case.at("Personne n’est mort.")], kind="mixed")
    assert given["kind"] == "mixed"


def test_an_added_entity_has_its_words_for_a_name_and_a_key(case: Case) -> None:
    record, changes = add(case, "entity", mentions=[case.at("ouvriers")], kind="group")
    assert (record["name"], record["key"]) == ("ouvriers", "body:uvriers")
    assert changes["key"] == "body:uvriers"


@pytest.mark.parametrize(
    ("kind", "field", "words", "more"),
    [
        ("place", "span", "pont", {}),
        ("time", "span", "Selon", {"value": "2022-05-06"}),
        ("figure", "span", "Personne", {"low": 0, "high": 0}),
        ("event", "trigger", "blessées", {"subtype": "Peaceful protest"}),
        ("evidence", "span", "Selon", {"medium": "document"}),
    ],
)
def test_every_kind_can_be_added(
    case: Case, kind: str, field: str, words: str, more: dict[str, Any]
) -> None:
    record, _ = add(case, kind, **{field: case.at(words)}, **more)
    assert record[field]["text"] == words
    case.give("add", kind, case.reading.article.id, changes={field: case.at(words), **more})
    with pytest.raises(RecordError, match="is there already; confirm or correct it"):
        add(case, kind, **{field: case.at(words)}, **more)


def test_what_the_machine_found_is_not_added_again(case: Case) -> None:
    with pytest.raises(RecordError, match="is there already; confirm or correct it"):
        add(case, "statement", content=[case.at("« Deux ouvriers sont morts »")])
    with pytest.raises(RecordError, match="is there already"):
        add(case, "entity", mentions=[case.at("Anne Morel")])


def test_what_was_rejected_is_confirmed_and_not_added(case: Case) -> None:
    case.give("reject", "statement", first(case, "statement", 1))
    with pytest.raises(RecordError, match="was rejected; confirm it to bring it back"):
        add(case, "statement", content=[case.at("« Deux ouvriers sont morts »")])
    with pytest.raises(RecordError, match="rejected already"):
        ask(case, "reject", "statement", first(case, "statement", 1))


@pytest.mark.parametrize("name", ["Luc Péron", "luc peron", "LUC PÉRON"])
def test_a_speaker_is_found_by_name(case: Case, name: str) -> None:
    _, changes = ask(
        case, "correct", "statement", first(case, "statement"), changes={"speaker_name": name}
    )
    assert changes == {"speaker_name": "Luc Péron", "speaker": first(case, "entity", 1)}


def test_a_name_that_nobody_or_several_have_stays_a_name(case: Case) -> None:
    target = first(case, "statement")
    _, changes = ask(
        case, "correct", "statement", target, changes={"speaker_name": "Jean Tullier "}
    )
    assert changes == {"speaker_name": "Jean Tullier", "speaker": None}
    twin = replace(case.reading.entities[0], id="entity-twin")
    case.reading = replace(case.reading, entities=(*case.reading.entities, twin))
    _, changes = ask(
        case,
        "correct",
        "statement",
        first(case, "statement", 2),
        changes={"speaker_name": "Anne Morel"},
    )
    assert changes == {"speaker_name": "Anne Morel", "speaker": None}


def test_speaker_and_name_go_together(case: Case) -> None:
    target, peron = first(case, "statement"), first(case, "entity", 1)
    _, changes = ask(case, "correct", "statement", target, changes={"speaker": peron})
    assert changes == {"speaker": peron, "speaker_name": "Luc Péron"}
    _, changes = ask(case, "correct", "statement", target, changes={"speaker": None})
    assert changes == {"speaker": None, "speaker_name": None}
    both = {"speaker": peron, "speaker_name": "Anne Morel"}
    with pytest.raises(RecordError, match=r"'Anne Morel' is no name of .* 'Luc Péron'"):
        ask(case, "correct", "statement", target, changes=both)


def test_a_new_value_of_a_time_brings_its_interval(case: Case) -> None:
    _, changes = ask(case, "correct", "time", first(case, "time", 1), changes={"value": "2022-05"})
    assert (changes["start"], changes["end"]) == ("2022-05-01", "2022-05-31")
    assert (changes["anchor"], changes["anchor_time"]) == (None, None)
    _, changes = ask(case, "correct", "time", first(case, "time"), changes={"value": "P3D"})
    assert (changes["type"], changes["start"]) == ("DURATION", None)


def test_other_coordinates_are_not_those_of_the_gazetteer(case: Case) -> None:
    _, changes = ask(
        case, "correct", "place", first(case, "place"), changes={"lat": 48, "lon": 2.5}
    )
    assert changes == {"lat": 48.0, "lon": 2.5, "geonames_id": None}
    case.give("correct", "place", first(case, "place"), changes={"lat": 48, "lon": 2.5})
    _, changes = ask(case, "correct", "place", first(case, "place"), changes={"lat": None})
    assert changes == {"lat": None, "lon": None, "precision_m": None, "geonames_id": None}


def test_a_new_trigger_is_among_the_mentions(case: Case) -> None:
    target = first(case, "event")
    _, changes = ask(
        case, "correct", "event", target, changes={"trigger": case.at("s’est effondré")}
    )
    assert changes["mentions"] == [case.at("s’est effondré")]


@pytest.mark.parametrize(
    ("kind", "changes", "where", "what"),
    [
        ("statement", {"stance": "whispers"}, "statement.stance", "choose one of asserts"),
        ("statement", {"hedged": "yes"}, "statement.hedged", "'yes' is no bool"),
        (
            "statement",
            {"mood": "grim"},
            "statement",
            "no field 'mood' to set; choose among content",
        ),
        ("statement", {"id": "statement-1"}, "statement", "no field 'id'"),
        ("statement", {"content": []}, "statement.content", "needs its words"),
        ("statement", {"content": [[0, 9999]]}, "statement.content", "code points"),
        ("statement", {"content": [[2, 3]]}, "statement.content", "no words there"),
        ("statement", {"content": [[0, 8], [5, 12]]}, "statement.content", "overlap"),
        ("statement", {"content": ["Le pont"]}, "statement.content", "no span"),
        ("statement", {"confidence": 2}, "statement.confidence", "from 0 to 1"),
        ("statement", {"speaker": "entity-0"}, "statement.speaker", "no entity 'entity-0'"),
        ("statement", {"via": ["entity-0"]}, "statement.via", "no entity 'entity-0'"),
        ("statement", {"speaker_name": " "}, "statement.speaker_name", "null for an unknown"),
        ("entity", {"aliases": ["Anne", ""]}, "entity.aliases", "leave it out"),
        ("entity", {"name": "  "}, "entity.name", "empty"),
        ("entity", {"mentions": []}, "entity.mentions", "words that name it"),
        ("place", {"lat": 91, "lon": 0}, "place.lat", "-90 to 90"),
        ("place", {"lat": 1, "lon": 181}, "place.lon", "-180 to 180"),
        ("place", {"lat": 1}, "place.lat", "go together"),
        ("place", {"precision_m": 5}, "place.precision_m", "without coordinates"),
        ("place", {"name": ""}, "place.name", "what the place is called"),
        ("place", {"lat": 1, "lon": 1, "precision_m": -5}, "place.precision_m", "metres, from 0"),
        ("place", {"country": "France"}, "place.country", "two capitals"),
        ("time", {"value": "yesterday"}, "time.value", "TIMEX3"),
        ("time", {"start": "5 May"}, "time.start", "ISO 8601"),
        ("time", {"end": "2022-05-02"}, "time.end", "is before 2022-05-03"),
        ("figure", {"low": 5}, "figure.high", "is less than 5"),
        ("figure", {"low": -1}, "figure.low", "number of people"),
        ("figure", {"low": 1.5}, "figure.low", "is no int"),
        ("figure", {"counted": " "}, "figure.counted", "no more than people"),
        ("event", {"mentions": [[0, 2]]}, "event.mentions", "the trigger is not among them"),
        ("event", {"type": "Picnic"}, "event.type", "choose one of Battles"),
        ("event", {"subtype": "Picnic"}, "event.subtype", "choose one of"),
        ("event", {"plover": "DANCE"}, "event.plover", "choose one of ACCUSE"),
        ("event", {"place": "place-0"}, "event.place", "no place 'place-0'"),
        ("evidence", {"medium": "rumour"}, "evidence.medium", "choose one of video"),
        ("evidence", {"made_with": ""}, "evidence.made_with", "null where it is not known"),
        ("evidence", {"url": "javascript:alert(1)"}, "evidence.url", "https://"),
    ],
)
def test_a_wrong_correction_is_refused_with_its_field(
    case: Case, kind: RecordKind, changes: dict[str, Any], where: str, what: str
) -> None:
    with pytest.raises(RecordError) as caught:
        ask(case, "correct", kind, first(case, kind), changes=changes)
    assert caught.value.where == where
    assert what in str(caught.value)


def test_a_record_cannot_lead_back_to_itself(case: Case) -> None:
    one, two = first(case, "statement"), first(case, "statement", 1)
    with pytest.raises(RecordError, match="lead back"):
        ask(case, "correct", "statement", one, changes={"within": one})
    case.give("correct", "statement", one, changes={"within": two})
    with pytest.raises(RecordError, match="lead back"):
        ask(case, "correct", "statement", two, changes={"within": one})


def test_a_correction_cannot_make_one_record_another(case: Case) -> None:
    content = [case.at("« Personne n’est mort. »")]
    with pytest.raises(RecordError, match="is there already"):
        ask(case, "correct", "statement", first(case, "statement"), changes={"content": content})


def test_what_the_machine_has_wrong_does_not_stop_a_correction_of_something_else(
    case: Case,
) -> None:
    odd = replace(case.reading.statements[0], within="statement-lost", confidence=3.0)
    case.reading = replace(case.reading, statements=(odd, *case.reading.statements[1:]))
    _, changes = ask(case, "correct", "statement", odd.id, changes={"hedged": True})
    assert changes == {"hedged": True}


def test_a_correction_that_changes_nothing_is_a_confirmation(case: Case) -> None:
    with pytest.raises(RecordError, match="confirm it instead"):
        ask(case, "correct", "time", first(case, "time"), changes={"type": "DATE"})


@pytest.mark.parametrize(
    ("action", "kind", "more", "what"),
    [
        ("merge", "statement", {"others": ("x",)}, "nobody can merge a statement"),
        ("confirm", "party", {}, "choose one of correct, merge, split"),
        ("correct", "statement", {}, "nothing to correct is given"),
        ("confirm", "statement", {"changes": {"hedged": True}}, "changes no field"),
        ("note", "statement", {}, "a note needs its text"),
        ("merge", "party", {}, "takes other ids"),
        ("confirm", "statement", {"others": ("x",)}, "takes no other ids"),
        ("undo", "statement", {}, "nobody can undo a statement"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(
    case: Case, action: str, kind: str, more: dict[str, Any], what: str
) -> None:
    with pytest.raises(RecordError, match=what):
        ask(case, action, kind, first(case, "statement"), **more)


def test_name_and_kind_of_a_party_can_be_corrected(case: Case) -> None:
    record, changes = ask(case, "correct", "party", "party-1", changes={"name": "Anne Morel"})
    assert (record, changes) == (None, {"name": "Anne Morel"})
    for wrong, where in (({"name": " "}, "name"), ({"kind": "cat"}, "kind"), ({"key": "x"}, "key")):
        with pytest.raises(RecordError, match=where):
            ask(case, "correct", "party", "party-1", changes=wrong)


def test_a_merge_with_itself_and_a_nameless_author_are_refused(case: Case) -> None:
    with pytest.raises(RecordError, match="other ids than its target"):
        ask(case, "merge", "party", "party-1", others=("party-1",))
    draft = Draft("confirm", "statement", first(case, "statement"), " ")
    with pytest.raises(RecordError, match="author"):
        reviewed_record(draft, case.applied())


def test_a_record_that_is_not_there_cannot_be_reviewed(case: Case) -> None:
    with pytest.raises(StoreError, match="has no statement statement-0"):
        ask(case, "confirm", "statement", "statement-0")
    with pytest.raises(StoreError, match="has no place"):
        ask(case, "confirm", "place", first(case, "statement"))
    with pytest.raises(StoreError, match="another version"):
        ask(case, "add", "place", "report-0", changes={"span": [0, 2]})


def test_an_added_record_needs_what_nobody_can_guess(case: Case) -> None:
    with pytest.raises(RecordError, match=r"statement\.content"):
        add(case, "statement", speaker_name="Anne Morel")
    with pytest.raises(RecordError, match=r"evidence\.medium"):
        add(case, "evidence", span=case.at("Selon"))
    with pytest.raises(RecordError, match=r"entity\.mentions: an entity needs its words"):
        add(case, "entity", mentions=[])
    with pytest.raises(RecordError, match="give low or high"):
        add(case, "figure", span=case.at("Personne"))
    with pytest.raises(RecordError, match=r"event\.type"):
        add(case, "event", trigger=case.at("blessées"))


def test_a_correction_of_a_rejected_record_brings_it_back(case: Case) -> None:
    target = first(case, "statement", 1)
    case.give("reject", "statement", target)
    case.give("correct", "statement", target, changes={"hedged": True})
    found: tuple[Statement, ...] = case.applied().reading.statements
    assert [one.hedged for one in found] == [False, True, False, False]
