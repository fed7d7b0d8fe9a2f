"""Who counts as a party of a report, under which name and in which role."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Entity, Statement
from recoupe.reading.coreference import read_cast
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.speakers import name_speakers
from tests.reading.speakers.drafting import draft

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def read(parse: Parse, *drafts: Attribution) -> tuple[dict[str, Entity], tuple[Statement, ...]]:
    entities, statements = name_speakers(parse, read_cast(parse), drafts, read_places(parse))
    return {entity.name: entity for entity in entities}, statements


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A warehouse burned in another part of Mariupol on Wednesday."),
        ("en", "Smoke rose above the Ferrandi plant on Wednesday."),
        ("fr", "Le trafic est coupé sur l’autoroute A28, à hauteur du Mans."),
    ],
)
def test_a_place_where_things_happen_is_no_party(
    parse_of: ParseOf, language: str, text: str
) -> None:
    entities, _ = read(parse_of(text, language))
    assert entities == {}


def test_who_is_told_of_in_a_relative_clause_speaks(parse_of: ParseOf) -> None:
    text = "On Monday Daniel Karlin, who commands the Ferrandi brigade, said his men were safe."
    parse = parse_of(text, "en")
    said = draft(parse, "his men were safe", cue="said", source="the Ferrandi brigade")
    entities, [statement] = read(parse, said)
    assert statement.speaker_name == "Daniel Karlin"
    assert [role.text for role in entities["Daniel Karlin"].roles] == [
        "commands the Ferrandi brigade"
    ]


def test_a_body_ends_where_the_parse_ends_it(parse_of: ParseOf) -> None:
    parse = parse_of("London blames the Belgian government for the blockade of August.", "en")
    assert "the Belgian government" in read(parse)[0]
    french = parse_of("En avançant, les forces belges violent les accords, a dit le maire.")
    assert "les forces belges" in read(french)[0]


def test_an_acronym_has_no_field_of_work_in_its_name(parse_of: ParseOf) -> None:
    parse = parse_of("Anne Ferrandi, coordinatrice de l’ONU pour la Belgique, a parlé.")
    assert "l'ONU" in read(parse)[0]


def test_a_given_name_of_another_language_tells_a_person(parse_of: ParseOf) -> None:
    entities, _ = read(parse_of("The plan was rejected by Laurent Ferrandi on Monday.", "en"))
    assert entities["Laurent Ferrandi"].kind == "person"


def test_a_verb_of_saying_is_no_office(parse_of: ParseOf) -> None:
    parse = parse_of("« Le mal est fait », juge M. Ferrandi. Anne Karlin est juge.")
    said = draft(parse, "« Le mal est fait »", cue="juge", source="M. Ferrandi")
    entities, [statement] = read(parse, said)
    assert statement.speaker is not None
    assert next(e for e in entities.values() if e.id == statement.speaker).roles == ()


def test_a_section_of_a_page_is_no_paper(parse_of: ParseOf) -> None:
    assert "Le point" not in read(parse_of("Le point sur la situation à Metz, lundi soir."))[0]
    assert "Le Point" in read(parse_of("Le Point a publié la lettre du maire lundi soir."))[0]


def test_two_names_with_their_states_speak_together(parse_of: ParseOf) -> None:
    text = "The bill is flawed, said Sens. Ann Karlin (D-Ore.) and Paul Ferrandi (D-Ill.)."
    parse = parse_of(text, "en")
    source = "Sens. Ann Karlin (D-Ore.) and Paul Ferrandi (D-Ill.)"
    _, [statement] = read(parse, draft(parse, "The bill is flawed", cue="said", source=source))
    assert statement.speaker_name == "Ann Karlin and Paul Ferrandi"


def test_a_unit_is_named_with_its_noun(parse_of: ParseOf) -> None:
    parse = parse_of("Un commandant du régiment Ferrandi a parlé lundi.")
    assert "le régiment Ferrandi" in read(parse)[0]


def test_a_given_name_that_the_pipeline_left_off_is_taken_in(parse_of: ParseOf) -> None:
    parse = parse_of("In a video posted on Telegram, Denys Shlega spoke of the siege.", "en")
    assert "Denys Shlega" in read(parse)[0]
    french = parse_of("La ville est prise, a dénoncé jeudi Sviatoslav Karlin, député adjoint.")
    assert "Sviatoslav Karlin" in read(french)[0]


def test_an_office_goes_on_to_the_end_of_the_name_in_it(parse_of: ParseOf) -> None:
    text = "Corneille Mbala, coordinateur de l'Alliance fleuve Congo (AFC), a parlé à la presse."
    entities, _ = read(parse_of(text))
    person = entities["Corneille Mbala"]
    assert [role.text for role in person.roles] == ["coordinateur de l'Alliance fleuve Congo"]
    assert person.affiliation == entities["l'Alliance fleuve Congo"].id


def test_a_body_right_before_an_office_is_where_it_is_held(parse_of: ParseOf) -> None:
    text = (
        "The World Health Organization (WHO) sent a team. WHO Director-General Tedros Adhanom "
        "said access was hard."
    )
    entities, _ = read(parse_of(text, "en"))
    person = entities["Tedros Adhanom"]
    assert [role.text for role in person.roles] == ["Director-General"]
    assert person.affiliation == entities["World Health Organization"].id


def test_an_office_with_a_capital_before_a_name_is_a_role(parse_of: ParseOf) -> None:
    entities, _ = read(parse_of("Reed met Business Secretary Jonathan Reynolds in Leeds.", "en"))
    assert [role.text for role in entities["Jonathan Reynolds"].roles] == ["Business Secretary"]


def test_a_body_that_goes_by_its_initials_is_called_by_them(parse_of: ParseOf) -> None:
    text = (
        "La Confédération générale du travail (CGT) appelle à la grève. La CGT attend du monde. "
        "Selon la CGT, la loi est mauvaise. La CGT sera reçue lundi."
    )
    entities, _ = read(parse_of(text))
    assert "Confédération générale du travail" in entities["la CGT"].aliases


def test_a_person_has_one_key_in_every_language(parse_of: ParseOf) -> None:
    french, _ = read(parse_of("Vladimir Poutine a parlé lundi."))
    english, _ = read(parse_of("Vladimir Putin spoke on Monday.", "en"))
    assert (
        french["Vladimir Poutine"].key == english["Vladimir Putin"].key == "person:vladimir putin"
    )


@pytest.mark.parametrize("name", ["Moscou", "La Russie"])
def test_a_state_has_one_key_whatever_it_is_called(parse_of: ParseOf, name: str) -> None:
    parse = parse_of(f"{name} a démenti la frappe.")
    french, _ = read(parse, draft(parse, "la frappe", cue="a démenti", source=name))
    parse = parse_of("Moscow denied the strike.", "en")
    english, _ = read(parse, draft(parse, "the strike", cue="denied", source="Moscow"))
    keys = {entity.key for entity in (*french.values(), *english.values())}
    assert keys == {"state:RU"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le gouvernement belge a démenti."),
        ("fr", "Selon le gouvernement de la Belgique, rien n’a brûlé."),
        ("fr", "Les autorités belges ont confirmé l’assaut."),
        ("en", "The Belgian government denied it."),
        ("en", "The government of Belgium denied it."),
    ],
)
def test_a_government_is_one_party_with_its_state_in_every_report(
    parse_of: ParseOf, language: str, text: str
) -> None:
    assert {entity.key for entity in read(parse_of(text, language))[0].values()} == {"state:BE"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le gouvernement a démenti."),
        ("fr", "Les autorités régionales belges ont confirmé l’assaut."),
        ("fr", "L’armée belge a démenti."),
        ("en", "The Belgian army denied it."),
        ("en", "The former Belgian government denied it."),
    ],
)
def test_what_is_less_than_a_state_or_names_none_is_not_its_government(
    parse_of: ParseOf, language: str, text: str
) -> None:
    assert {entity.key for entity in read(parse_of(text, language))[0].values()} == {None}


def test_a_source_without_an_article_is_a_government_by_its_words(parse_of: ParseOf) -> None:
    parse = parse_of("Belgian authorities confirmed the assault.", "en")
    said = draft(parse, "the assault", cue="confirmed", source="Belgian authorities")
    entities, [statement] = read(parse, said)
    assert [(one.id, one.key) for one in entities.values()] == [(statement.speaker, "state:BE")]
