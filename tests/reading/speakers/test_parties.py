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
