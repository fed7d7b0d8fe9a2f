"""Entities that a list knows: it gives name, kind and id, and says so; doubt links nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from recoupe.model import Entity, Known, Statement
from recoupe.reading.coreference import read_cast
from recoupe.reading.known import KnownList, link_known
from recoupe.reading.known.files import import_list
from recoupe.reading.known.spelt import title_of
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.speakers import name_speakers
from tests.reading.speakers.drafting import draft

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]

ROWS = """\
name,kind,aliases,weak_aliases,role,organisation,country,from,until,id
Anna Karlin,person,Анна Карлин;Karlin,,ministre de l'Intérieur,,FR,2024-09-21,,P1
Paul Girard,person,,,ministre de l'Intérieur,,FR,2022-05,2024-09-20,P2
Oleh Marchenko,person,,,président,,UA,2019-05-20,,P3
Jean Martin,person,,,maire,Lorvent,FR,2020,,P4
Jean Martin,person,,,,,,,,P5
Institut maritime de Lorvent,organisation,IML,le Port,,,,,,O1
Lise Moreau,person,,,directrice générale,Institut maritime de Lorvent,,2021,,P6
"""


@pytest.fixture
def people(tmp_path: Path) -> KnownList:
    table = tmp_path / "people.csv"
    table.write_text(ROWS, encoding="utf-8")
    import_list(table, tmp_path / "people.known.sqlite")
    return KnownList(tmp_path / "people.known.sqlite")


Read = Callable[..., tuple[dict[str, Entity], tuple[Statement, ...]]]


@pytest.fixture
def read(people: KnownList, parse_of: ParseOf) -> Read:
    def run(
        text: str, *said: tuple[str, str, str], day: date | None = date(2025, 3, 5)
    ) -> tuple[dict[str, Entity], tuple[Statement, ...]]:
        parse = parse_of(text)
        drafts = tuple(draft(parse, content, cue=cue, source=who) for content, cue, who in said)
        places = read_places(parse)
        entities, statements = name_speakers(parse, read_cast(parse), drafts, places)
        entities, statements = link_known(
            entities, statements, [people], published=day, places=places
        )
        return {entity.name: entity for entity in entities}, statements

    return run


def known(entity: Entity) -> Known:
    assert entity.known is not None
    return entity.known


def test_an_alias_in_another_script_is_the_known_person(read: Read) -> None:
    entities, _ = read("Mme Karlin est venue à la mairie. « Карлин » est repartie mardi.")
    person = entities["Anna Karlin"]
    assert person.kind == "person"
    assert known(person).id == "P1"
    assert known(person).by == "name"
    assert person.key == "known:people:P1"
    assert [role.title for role in known(person).roles] == ["ministre de l'Intérieur"]


def test_a_body_by_its_acronym(read: Read) -> None:
    entities, _ = read("L'IML attend des garanties, et l'IML a fermé le quai.")
    assert known(entities["Institut maritime de Lorvent"]).matched == "IML"


def test_two_of_one_name_are_not_linked_and_that_is_said(read: Read) -> None:
    entities, _ = read("Jean Martin a demandé des moyens lundi.")
    person = entities["Jean Martin"]
    assert known(person).id is None
    assert known(person).candidates == ("P4", "P5")
    assert person.key == "person:iean martin"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 3, 5), "Anna Karlin"),
        (date(2024, 9, 20), "Paul Girard"),
        (date(2010, 1, 1), "le ministre de l'Intérieur"),
        (None, "le ministre de l'Intérieur"),
    ],
)
def test_an_office_is_who_held_it_at_publication(read: Read, day: date | None, name: str) -> None:
    text = "Le ministre de l'Intérieur a annoncé une enquête."
    _, [statement] = read(text, ("une enquête", "a annoncé", "Le ministre de l'Intérieur"), day=day)
    assert statement.speaker_name == name


def test_that_the_list_said_so_is_in_the_record(read: Read) -> None:
    text = "Le ministre de l'Intérieur a annoncé une enquête."
    entities, [statement] = read(text, ("une enquête", "a annoncé", "Le ministre de l'Intérieur"))
    person = entities["Anna Karlin"]
    assert known(person).by == "office"
    assert known(person).matched == "ministre de l'Intérieur"
    assert "le ministre de l'Intérieur" in person.aliases
    assert statement.speaker == person.id


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Le président ukrainien a annoncé une trêve.", "Le président ukrainien", "Oleh Marchenko"),
        ("Le président polonais a annoncé une trêve.", "Le président polonais", None),
        ("Le président a annoncé une trêve.", "Le président", None),
        (
            "Le ministre de l'Intérieur a annoncé une trêve à Nairobi, au Kenya.",
            "Le ministre de l'Intérieur",
            None,
        ),
        (
            "La directrice générale de l'IML a annoncé une trêve.",
            "La directrice générale de l'IML",
            "Lise Moreau",
        ),
    ],
)
def test_country_and_body_must_fit(read: Read, text: str, office: str, name: str | None) -> None:
    _, [statement] = read(text, ("une trêve", "a annoncé", office))
    wanted = name or office[0].lower() + office[1:]
    assert statement.speaker_name == wanted


def test_a_name_and_an_office_of_one_person_become_one_entity(read: Read) -> None:
    text = (
        "Anna Karlin était à Lorvent lundi. Aucun accord. Rien de neuf. "
        "« Le ministre de l'Intérieur viendra », a dit un élu."
    )
    entities, _ = read(text)
    assert sum(entity.known is not None for entity in entities.values()) == 1


def test_nothing_known_changes_nothing(parse_of: ParseOf, people: KnownList) -> None:
    parse = parse_of("Le maire Hugo Petit a parlé.")
    places = read_places(parse)
    before = name_speakers(parse, read_cast(parse), (), places)
    assert link_known(*before, [people], published=None, places=places) == before


def test_titles_are_compared_without_gender_order_and_language_of_the_country() -> None:
    assert title_of("directrice générale").words == title_of("directeur général").words
    assert title_of("président de l'Ukraine") == title_of("président ukrainien")
    assert title_of("Ukrainian president").countries == {"UA"}
