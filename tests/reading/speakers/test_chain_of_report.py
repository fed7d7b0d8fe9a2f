"""Through whom a statement came, and whom a source cites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.model import Statement
from recoupe.reading.coreference import read_cast
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.speakers import name_speakers
from tests.reading.speakers.drafting import draft

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def read(parse: Parse, *drafts: Attribution) -> tuple[list[Statement], list[list[str]]]:
    """Return the statements, and the names of those each came through."""
    entities, statements = name_speakers(parse, read_cast(parse), drafts, read_places(parse))
    names = {entity.id: entity.name for entity in entities}
    return list(statements), [[names[party] for party in item.via] for item in statements]


@pytest.mark.parametrize(
    ("language", "text", "content", "cue", "source", "through"),
    [
        (
            "fr",
            "Le pont rouvrira lundi, a indiqué la préfecture, citée par l'AFP.",
            "Le pont rouvrira lundi",
            "a indiqué",
            "la préfecture",
            ["l'AFP"],
        ),
        (
            "fr",
            "Dans un entretien accordé mardi au Monde, Luc Bertin a promis un nouveau pont.",
            "un nouveau pont",
            "a promis",
            "Luc Bertin",
            ["le Monde"],
        ),
        (
            "fr",
            "Interrogé par Reuters, Luc Bertin a promis un nouveau pont.",
            "un nouveau pont",
            "a promis",
            "Luc Bertin",
            ["Reuters"],
        ),
        (
            "fr",
            "Sur BFMTV, Luc Bertin a promis un nouveau pont.",
            "un nouveau pont",
            "a promis",
            "Luc Bertin",
            ["BFMTV"],
        ),
        (
            "fr",
            "Le pont est fissuré, a confié Luc Bertin au Courrier des Deux-Rives.",
            "Le pont est fissuré",
            "a confié",
            "Luc Bertin",
            ["le Courrier des Deux-Rives"],
        ),
        (
            "en",
            "Omar Nasser told Reuters that the bridge was closed.",
            "the bridge was closed",
            "told",
            "Omar Nasser",
            ["Reuters"],
        ),
        (
            "en",
            "The bridge was closed, Omar Nasser said in an interview with the BBC.",
            "The bridge was closed",
            "said",
            "Omar Nasser",
            ["BBC"],
        ),
        (
            "en",
            "The bridge was closed, according to a memo obtained by Reuters.",
            "The bridge was closed",
            "according to",
            "a memo obtained by Reuters",
            ["Reuters"],
        ),
    ],
)
def test_words_beside_the_cue_say_through_whom_it_came(
    parse_of: ParseOf,
    language: str,
    text: str,
    content: str,
    cue: str,
    source: str,
    through: list[str],
) -> None:
    parse = parse_of(text, language)
    _, via = read(parse, draft(parse, content, cue=cue, source=source))
    assert via == [through]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Luc Bertin a déclaré en point de presse que le pont rouvrirait lundi."),
        ("en", "Luc Bertin a déclaré in a room seen by nobody that le pont rouvrirait lundi."),
    ],
)
def test_a_crowd_of_reporters_is_no_way_it_came(
    parse_of: ParseOf, language: str, text: str
) -> None:
    parse = parse_of(text, language)
    said = draft(parse, "le pont rouvrirait lundi", cue="a déclaré", source="Luc Bertin")
    assert read(parse, said)[1] == [[]]


def test_the_chain_runs_from_the_outlet_inwards(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Reuters reported that Omar Nasser said the ministry had denied the bridge was closed.",
        "en",
    )
    one = draft(
        parse,
        "Omar Nasser said the ministry had denied the bridge was closed",
        cue="reported",
        source="Reuters",
    )
    two = draft(
        parse,
        "the ministry had denied the bridge was closed",
        cue="said",
        source="Omar Nasser",
        within=0,
    )
    three = draft(parse, "the bridge was closed", cue="had denied", source="the ministry", within=1)
    statements, via = read(parse, one, two, three)
    assert via == [[], ["Reuters"], ["Reuters", "Omar Nasser"]]
    assert [item.speaker_name for item in statements] == ["Reuters", "Omar Nasser", "the ministry"]


def test_who_goes_on_speaking_still_speaks_to_the_agency(parse_of: ParseOf) -> None:
    text = "« Nous partons », a déclaré Samir Haddad à l'AFP. « Tout est dit », a-t-il ajouté."
    parse = parse_of(f"{text}\n\n« Plus rien », a-t-il conclu lundi.")
    said = [
        draft(parse, "« Nous partons »", cue="a déclaré", source="Samir Haddad"),
        draft(parse, "« Tout est dit »", cue="a-t-il ajouté", source="il ajouté"[:2]),
        draft(parse, "« Plus rien »", cue="a-t-il conclu", source="il conclu"[:2]),
    ]
    assert read(parse, *said)[1] == [["l'AFP"], ["l'AFP"], []]


@pytest.mark.parametrize(
    ("language", "text", "content", "cue", "source", "cited"),
    [
        (
            "fr",
            "Le pont serait fermé, selon Le Figaro, citant deux ingénieurs de la ville.",
            "Le pont serait fermé",
            "selon",
            "Le Figaro",
            ("citant", "deux ingénieurs de la ville"),
        ),
        (
            "fr",
            "Le pont est fermé, écrit Le Figaro, sur la foi d'un conseiller municipal.",
            "Le pont est fermé",
            "écrit",
            "Le Figaro",
            ("sur la foi d'", "un conseiller municipal"),
        ),
        (
            "en",
            "The bridge was closed, Reuters reported, citing two officials.",
            "The bridge was closed",
            "reported",
            "Reuters",
            ("citing", "two officials"),
        ),
    ],
)
def test_whom_a_source_cites_has_a_statement_within(
    parse_of: ParseOf,
    language: str,
    text: str,
    content: str,
    cue: str,
    source: str,
    cited: tuple[str, str],
) -> None:
    parse = parse_of(text, language)
    [outer, inner], via = read(parse, draft(parse, content, cue=cue, source=source))
    assert (inner.cue[0].text, inner.source[0].text) == cited
    assert inner.within == outer.id
    assert inner.content == outer.content
    assert via[1] == [outer.speaker_name]


def test_a_clause_about_the_source_is_no_part_of_what_is_said(parse_of: ParseOf) -> None:
    parse = parse_of("Selon Le Figaro, qui cite un ministre, le pont est fermé.")
    said = draft(parse, "qui cite un ministre, le pont est fermé", cue="Selon", source="Le Figaro")
    [outer, inner], _ = read(parse, said)
    assert outer.content[0].text == inner.content[0].text == "le pont est fermé"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le pont est fermé, a annoncé Luc Bertin, invoquant le froid et la neige."),
        ("en", "The bridge is closed, Omar Nasser announced, citing the cold and the snow."),
    ],
)
def test_a_reason_that_is_cited_is_nobody(parse_of: ParseOf, language: str, text: str) -> None:
    parse = parse_of(text, language)
    content, _, rest = text.partition(", ")
    cue, source = ("a annoncé", "Luc Bertin") if language == "fr" else ("announced", "Omar Nasser")
    assert rest
    assert len(read(parse, draft(parse, content, cue=cue, source=source))[0]) == 1


def test_places_of_other_drafts_hold_behind_one_that_cites(parse_of: ParseOf) -> None:
    parse = parse_of(
        "The bridge was closed, Reuters reported, citing two officials. "
        "Omar Nasser said the mayor had promised to leave."
    )
    parse = parse_of(parse.article.text, "en")
    first = draft(parse, "The bridge was closed", cue="reported", source="Reuters")
    outer = draft(parse, "the mayor had promised to leave", cue="said", source="Omar Nasser")
    inner = draft(parse, "to leave", cue="had promised", source="the mayor", within=1)
    statements, _ = read(parse, first, outer, inner)
    assert len(statements) == 4
    assert statements[3].within == statements[2].id


def test_nobody_reports_what_they_say_themselves(parse_of: ParseOf) -> None:
    parse = parse_of("Omar Nasser said he hoped to leave soon.", "en")
    outer = draft(parse, "he hoped to leave soon", cue="said", source="Omar Nasser")
    inner = draft(parse, "to leave soon", cue="hoped", source="he", within=0)
    statements, via = read(parse, outer, inner)
    assert [item.speaker_name for item in statements] == ["Omar Nasser", "Omar Nasser"]
    assert statements[1].within is None
    assert via == [[], []]


def test_a_paper_that_is_accused_is_no_way_it_came(parse_of: ParseOf) -> None:
    parse = parse_of("Luc Bertin reproche au Figaro son silence.")
    said = draft(parse, "son silence", cue="reproche", source="Luc Bertin")
    assert read(parse, replace(said, stance="accuses"))[1] == [[]]
