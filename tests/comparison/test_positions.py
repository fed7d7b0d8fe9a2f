from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.comparison.positions import Parties, sayings
from recoupe.comparison.positions.making import Stand, positions
from recoupe.model import Said
from tests.comparison.telling import Report, Says, Who, told

PORT = Who("Port Authority")
MARA = Who("Mara Quill", "person", role="spokeswoman", of="Port Authority")


def parties(report: Report) -> list[str | None]:
    reading = told(report)
    found = Parties([reading]).speakers(reading)
    return [found[statement.id].id for statement in reading.statements]


def test_who_speaks_for_a_body_counts_for_it_and_stays_named() -> None:
    reading = told(
        Report(
            "The pier is closed, spokeswoman Mara Quill said.", [Says("The pier is closed", MARA)]
        )
    )
    [saying] = sayings([reading], Parties([reading]))
    assert saying.party.id == "body:port authority"
    assert saying.party.name == "Port Authority (Mara Quill)"


def test_who_only_belongs_to_a_body_is_a_party_of_their_own() -> None:
    diver = Who("Ivo Brandt", "person", role="diver", of="Port Authority")
    [party] = parties(
        Report("The water is foul, diver Ivo Brandt said.", [Says("The water is foul", diver)])
    )
    assert party == "body:ivo brandt"


def test_a_spokesman_of_no_body_speaks_for_the_one_that_spoke_before() -> None:
    text = "The ferry sank, the Port Authority said. Nobody drowned, spokesman Leo Hart said."
    leo = Who("Leo Hart", "person", role="spokesman")
    found = parties(Report(text, [Says("The ferry sank", PORT), Says("Nobody drowned", leo)]))
    assert found == ["body:port authority"] * 2


@pytest.mark.parametrize("word", ["He", "The statement"])
def test_a_pronoun_and_a_document_are_whoever_spoke_before(word: str) -> None:
    text = f"The ferry sank, the Port Authority said. {word} added that divers were at work."
    other = Who(word, "other", key=False)
    found = parties(
        Report(text, [Says("The ferry sank", PORT), Says("divers were at work", other)])
    )
    assert found == ["body:port authority"] * 2


def test_a_monitor_in_the_opening_is_the_body_named_below() -> None:
    text = "Nine people drowned, a monitor said. Six were crew, the Coast Observatory said."
    monitor, body = Who("a monitor", "group", key=False), Who("Coast Observatory")
    found = parties(
        Report(text, [Says("Nine people drowned", monitor), Says("Six were crew", body)])
    )
    assert found == ["body:coast observatory"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferry reportedly sank.", "The Fanal"),
        ("ARKHOLM Northland (AP) The ferry reportedly sank.", "The Fanal / AP"),
    ],
)
def test_what_a_report_says_by_itself_is_said_by_its_outlet_and_its_agency(
    text: str, name: str
) -> None:
    reading = told(Report(text, [Says("The ferry reportedly sank", None, hedged=True)]))
    [party] = Parties([reading]).speakers(reading).values()
    assert (party.id, party.name, party.voice) == ("outlet:the fanal", name, True)


@pytest.mark.parametrize(
    ("language", "role", "state", "code"),
    [("en", "French Foreign Minister", "France", "FR"), ("fr", "ministre italien", "Italie", "IT")],
)
def test_a_minister_bears_the_name_of_a_state_that_the_report_names(
    language: str, role: str, state: str, code: str
) -> None:
    minister = Says("fini", Who("Luc Bertin", "person", role=role))
    report = Report(f"fini ({role} Luc Bertin)", [minister, Says("fini", Who(state))])
    reading = told(replace(report, language=language))
    entities = tuple(
        replace(one, key=f"state:{code}") if one.name == state else one for one in reading.entities
    )
    reading = replace(reading, entities=entities)
    parties = Parties([reading]).speakers(reading)
    assert parties[reading.statements[0].id].name == f"Luc Bertin ({state})"


def test_words_that_name_nobody_are_no_party_across_reports() -> None:
    some = Who("some", "group", key=False)
    assert parties(Report("The ferry sank, some said.", [Says("The ferry sank", some)])) == [None]


def test_what_people_merged_outranks_all_else() -> None:
    reading = told(Report("The ferry sank, the Port said.", [Says("The ferry sank", PORT)]))
    found = Parties([reading], {reading.entities[0].id: "party-7"}).speakers(reading)
    assert [party.id for party in found.values()] == ["party-7"]


def test_a_statement_that_only_reports_another_one_gives_way() -> None:
    text = "The Daily Post wrote that, according to the Port Authority, the ferry sank."
    paper = Who("Daily Post")
    reading = told(
        Report(text, [Says("the ferry sank", paper), Says("the ferry sank", PORT, within=0)])
    )
    assert [s.party.id for s in sayings([reading], Parties([reading]))] == ["body:port authority"]


@pytest.mark.parametrize(
    ("language", "words", "stance"),
    [
        ("en", "the reports of a leak are baseless", "denies"),
        ("en", "there was no truth to it", "denies"),
        ("en", "rebels fired the rocket", "accuses"),
        ("en", "it had no independent confirmation of the leak", "cannot_verify"),
        ("en", "the pier is closed", "asserts"),
        ("en", "there were no questions asked", "asserts"),
        ("en", "there was no initial word on damage", "asserts"),
        ("fr", "ces accusations sont totalement infondées", "denies"),
        ("fr", "il n'y a eu aucune fuite", "denies"),
        ("fr", "il n'y a pas de raison d'attendre", "asserts"),
        ("fr", "l'armée n'a jamais visé le port", "denies"),
        ("fr", "le régime est responsable de l'attaque", "accuses"),
        ("fr", "la jetée est fermée", "asserts"),
    ],
)
def test_the_stance_is_what_the_words_do(language: str, words: str, stance: str) -> None:
    reading = told(Report(words, [Says(words, PORT)], language=language))
    [saying] = sayings([reading], Parties([reading]))
    assert saying.stance == stance


def test_a_position_has_all_its_words_and_when_they_were_said() -> None:
    readings = [
        told(Report(f"The ferry sank. {day}", [Says("The ferry sank", PORT)], day=day))
        for day in ("2031-03-06", "2031-03-04")
    ]
    found = sayings(readings, Parties(readings))
    stands = [Stand(one.party, one.stance, one.said()) for one in found]
    [position] = positions(stands, len)
    assert (position.first_said, position.last_said) == ("2031-03-04", "2031-03-06")
    assert (position.reports, position.independent_origins) == (2, 2)
    assert all(isinstance(said, Said) for said in position.said)
