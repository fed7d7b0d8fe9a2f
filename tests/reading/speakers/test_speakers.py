"""Drafts of statements become statements whose speaker has a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.languages import available
from recoupe.model import Entity, Statement
from recoupe.reading.attributions import read_attributions
from recoupe.reading.coreference import read_cast
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.quotations import read_quotations
from recoupe.reading.speakers import name_speakers
from tests.reading.speakers.drafting import draft

ParseOf = Callable[..., Parse]


def speak(parse: Parse, *drafts: Attribution) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    return name_speakers(parse, read_cast(parse), drafts, read_places(parse))


def names(parse: Parse, *drafts: Attribution) -> list[str | None]:
    return [statement.speaker_name for statement in speak(parse, *drafts)[1]]


STORY = (
    "Le porte-parole de la mairie, Luc Bertin, a déclaré que les travaux commenceraient en mai. "
    "« Rien ne sera fermé », a-t-il ajouté. Le commandant des pompiers, Samir Haddad, a dit que "
    "la route resterait ouverte.\n\n"
    "« Mes équipes ont tenu bon et travaillé toute la nuit. »"
)


def test_pronouns_and_floating_quotations_get_the_full_name(parse_of: ParseOf) -> None:
    parse = parse_of(STORY)
    said = [
        draft(parse, "les travaux commenceraient en mai", cue="a déclaré", source="Luc Bertin"),
        draft(parse, "« Rien ne sera fermé »", cue="a-t-il ajouté", source="il ajouté"[:2]),
        draft(parse, "la route resterait ouverte", cue="a dit", source="Samir Haddad"),
        draft(parse, "« Mes équipes ont tenu bon et travaillé toute la nuit. »"),
    ]
    assert names(parse, *said) == ["Luc Bertin", "Luc Bertin", "Samir Haddad", "Samir Haddad"]


def test_an_entity_has_its_roles_and_the_body_it_speaks_for(parse_of: ParseOf) -> None:
    parse = parse_of(STORY)
    entities, _ = speak(parse)
    found = {entity.name: entity for entity in entities}
    bertin = found["Luc Bertin"]
    assert [span.text for span in bertin.roles] == ["porte-parole de la mairie"]
    assert bertin.affiliation == found["la mairie"].id
    assert bertin.kind == "person"
    assert "il" in {span.text for span in bertin.pronouns}


def test_the_kremlin_is_a_party_and_rome_a_town(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Le porte-parole du Kremlin, Ivan Sorokin, a nié. La maire de Rome, Giulia Conti, attend."
    )
    entities, _ = speak(parse)
    found = {entity.name: entity for entity in entities}
    assert found["Ivan Sorokin"].affiliation == found["le Kremlin"].id
    assert found["Giulia Conti"].affiliation is None


def test_a_surname_alone_takes_its_office_or_title(parse_of: ParseOf) -> None:
    parse = parse_of("Une lettre du président Duval est arrivée. Duval attend une réponse.")
    entities, _ = speak(parse)
    assert "le président Duval" in {entity.name for entity in entities}


def test_the_source_of_a_document_is_who_issued_it(parse_of: ParseOf) -> None:
    parse = parse_of("Vingt personnes ont été blessées, selon un communiqué de la préfecture.")
    said = draft(
        parse,
        "Vingt personnes ont été blessées",
        cue="selon",
        source="un communiqué de la préfecture",
    )
    assert names(parse, said) == ["la préfecture"]


def test_several_who_speak_are_one_group(parse_of: ParseOf) -> None:
    parse = parse_of("Luc Bertin et Samir Haddad ont annoncé la fin de la grève.")
    said = draft(
        parse, "la fin de la grève", cue="ont annoncé", source="Luc Bertin et Samir Haddad"
    )
    entities, statements = speak(parse, said)
    assert statements[0].speaker_name == "Luc Bertin et Samir Haddad"
    speaker = next(e for e in entities if e.id == statements[0].speaker)
    assert speaker.kind == "group"
    assert {"Luc Bertin", "Samir Haddad"} <= {entity.name for entity in entities}


def test_who_points_back_to_whom_it_follows(parse_of: ParseOf) -> None:
    parse = parse_of("Police questioned Omar Nasser, who denied the theft.", "en")
    assert names(parse, draft(parse, "the theft", cue="denied", source="who")) == ["Omar Nasser"]


def test_the_same_source_is_the_one_before(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Le feu est éteint, selon la préfecture. Deux maisons ont brûlé, de même source."
    )
    said = [
        draft(parse, "Le feu est éteint", cue="selon", source="la préfecture"),
        draft(parse, "Deux maisons ont brûlé", cue="de", source="même source"),
    ]
    assert names(parse, *said) == ["la préfecture", "la préfecture"]


def test_a_pronoun_that_nothing_tells_is_nobody(parse_of: ParseOf) -> None:
    parse = parse_of("“It was late,” she said.", "en")
    assert names(parse, draft(parse, "“It was late,”", cue="said", source="she")) == [None]


def test_after_a_says_that_b_says_he_is_a(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Luc Bertin a affirmé que Samir Haddad avait promis de partir. « Il ment », a-t-il ajouté."
    )
    outer = draft(
        parse, "Samir Haddad avait promis de partir", cue="a affirmé", source="Luc Bertin"
    )
    inner = draft(parse, "partir", cue="avait promis de", source="Samir Haddad", within=0)
    last = draft(parse, "« Il ment »", cue="a-t-il ajouté", source="il ajouté"[:2])
    entities, statements = speak(parse, outer, inner, last)
    assert [s.speaker_name for s in statements] == ["Luc Bertin", "Samir Haddad", "Luc Bertin"]
    assert statements[1].within == statements[0].id
    assert statements[0].within is None
    assert {s.speaker for s in statements} <= {entity.id for entity in entities}


def test_the_agency_it_was_told_to_is_the_way_it_came(parse_of: ParseOf) -> None:
    parse = parse_of("« Nous partons », a déclaré Samir Haddad à l'AFP.")
    said = draft(parse, "« Nous partons »", cue="a déclaré", source="Samir Haddad")
    entities, statements = speak(parse, said)
    kinds = {entity.id: (entity.name, entity.kind) for entity in entities}
    assert [kinds[entity_id] for entity_id in statements[0].via] == [("l'AFP", "medium")]


def test_a_paper_that_reports_a_statement_is_the_way_it_came(parse_of: ParseOf) -> None:
    parse = parse_of("Reuters reported that Omar Nasser said the bridge was closed.", "en")
    outer = draft(parse, "Omar Nasser said the bridge was closed", cue="reported", source="Reuters")
    inner = draft(parse, "the bridge was closed", cue="said", source="Omar Nasser", within=0)
    entities, statements = speak(parse, outer, inner)
    found = {entity.id: entity.name for entity in entities}
    assert [found[i] for i in statements[1].via] == ["Reuters"]
    assert statements[1].speaker_name == "Omar Nasser"


def test_a_verb_without_a_source_has_its_subject(parse_of: ParseOf) -> None:
    parse = parse_of("Omar Nasser warned that the bridge would close.", "en")
    assert names(parse, draft(parse, "the bridge would close", cue="warned")) == ["Omar Nasser"]


def test_a_name_and_a_colon_say_who_speaks(parse_of: ParseOf) -> None:
    parse = parse_of("Luc Bertin : « Nous ne céderons rien à personne »")
    said = draft(parse, "« Nous ne céderons rien à personne »")
    assert names(parse, said) == ["Luc Bertin"]


def test_drafts_alike_become_one_statement(parse_of: ParseOf) -> None:
    parse = parse_of("Omar Nasser warned that the bridge would close.", "en")
    said = draft(parse, "the bridge would close", cue="warned", source="Omar Nasser")
    _, statements = speak(parse, said, said)
    assert len(statements) == 1


def test_the_list_of_entities_leaves_out_words_that_name_nobody(parse_of: ParseOf) -> None:
    parse = parse_of("Les gens attendent. Le mouvement grandit. Luc Bertin part demain.")
    assert [entity.name for entity in speak(parse)[0]] == ["Luc Bertin"]


HOSTILE = [
    "",
    "« » “ ” \" ' ‹",
    "« M. » a-t-il dit, selon lui, selon elle, qui a dit « il ».",
    "\x00He said \x00“no\x00”, Mr\x00 said. said said",
    "\u202eقال السيد\u202c محمد said “hello”, according to \U0001d54f.",
    "Le ministre le ministre de le ministre, selon le ministre du ministre, a dit « oui ».",
]


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("text", [*HOSTILE, STORY, STORY.replace("\n\n", " ")])
def test_every_id_exists_and_every_span_is_the_text(
    parse_of: ParseOf, code: str, text: str
) -> None:
    parse = parse_of(text, code)
    entities, statements = speak(parse, *read_attributions(parse, read_quotations(parse)))
    by_id = {entity.id: entity for entity in entities}
    assert len(by_id) == len(entities)
    ids = {statement.id for statement in statements}
    assert len(ids) == len(statements)
    for statement in statements:
        assert statement.within is None or statement.within in ids - {statement.id}
        assert set(statement.via) <= by_id.keys()
        if statement.speaker is None:
            assert statement.speaker_name is None
        else:
            assert by_id[statement.speaker].name == statement.speaker_name
    for entity in entities:
        assert entity.name.strip()
        assert entity.affiliation is None or entity.affiliation in by_id.keys() - {entity.id}
        for span in (*entity.mentions, *entity.pronouns, *entity.roles):
            assert parse.article.text[span.start : span.end] == span.text


def test_reading_twice_gives_the_same_ids(parse_of: ParseOf) -> None:
    parse = parse_of(STORY)
    said = draft(parse, "les travaux commenceraient en mai", cue="a déclaré", source="Luc Bertin")
    assert speak(parse, said) == speak(parse, said)


def test_a_verb_and_a_name_behind_a_quotation_say_who_speaks(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Luc Bertin a parlé mardi. « C'est un scandale », a réagi sur place le conseiller "
        "Samir Haddad."
    )
    assert names(parse, draft(parse, "« C'est un scandale »")) == ["Samir Haddad"]


def test_a_floating_quotation_goes_on_with_who_spoke(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Luc Bertin a annoncé la fin de la grève. Marc Tissot regardait. « Nous rentrons. »"
    )
    said = draft(parse, "la fin de la grève", cue="a annoncé", source="Luc Bertin")
    assert names(parse, said, draft(parse, "« Nous rentrons. »", follows=0))[1] == "Luc Bertin"


def test_what_nobody_in_particular_could_verify_is_nobodys_words(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Luc Bertin a déclaré que le pont était fermé. Ce bilan n'a pas pu être vérifié."
    )
    said = draft(parse, "le pont était fermé", cue="a déclaré", source="Luc Bertin")
    unverified = draft(parse, "Ce bilan", cue="n'a pas pu être vérifié")
    unverified = replace(unverified, stance="cannot_verify")
    assert names(parse, said, unverified) == ["Luc Bertin", None]
