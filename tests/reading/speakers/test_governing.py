"""Who speaks where the words beside the cue do not say it, or say it badly."""

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


def speak(parse: Parse, *drafts: Attribution) -> tuple[tuple[Entity, ...], tuple[Statement, ...]]:
    return name_speakers(parse, read_cast(parse), drafts, read_places(parse))


def last(parse: Parse, *drafts: Attribution) -> str | None:
    return speak(parse, *drafts)[1][-1].speaker_name


@pytest.mark.parametrize(
    ("language", "text", "content", "cue", "name"),
    [
        (
            "en",
            "The mayor has tried for days to calm the fishermen, arguing that the dike will hold.",
            "the dike will hold",
            "arguing",
            "the mayor",
        ),
        (
            "en",
            "Reporters could not enter the harbour, and the figures were denied by the army.",
            "the figures",
            "were denied",
            "the army",
        ),
        (
            "en",
            "The army answered last spring with claims that the rebels had sunk the ferry.",
            "the rebels had sunk the ferry",
            "claims",
            "the army",
        ),
        (
            "fr",
            "Le maire rassure les pêcheurs depuis lundi, affirmant que la digue tiendra.",
            "la digue tiendra",
            "affirmant",
            "le maire",
        ),
        (
            "fr",
            "Les journalistes attendaient dehors quand ces chiffres ont été démentis par l'armée.",
            "ces chiffres",
            "ont été démentis",
            "l'armée",
        ),
    ],
)
def test_a_cue_without_a_source_has_whom_the_parse_ties_it_to(
    parse_of: ParseOf, language: str, text: str, content: str, cue: str, name: str
) -> None:
    parse = parse_of(text, language)
    assert last(parse, draft(parse, content, cue=cue)) == name


def test_which_is_the_noun_before_it_even_where_that_is_no_party_of_the_tables(
    parse_of: ParseOf,
) -> None:
    parse = parse_of("The claims were denied by harbour radio which said the dike held.", "en")
    said = draft(parse, "the dike held", cue="said", source="which")
    assert last(parse, said) == "harbour radio"


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Another group the Harbour Workers Union said the ferry sank.",
            "Another group the Harbour Workers Union",
            "Harbour Workers Union",
        ),
        (
            "The quay is closed. Director of the UK-based Observatory Karim Haddad "
            "said the ferry sank.",
            "Director of the UK-based Observatory Karim Haddad",
            "Karim Haddad",
        ),
        (
            "On Monday the government-linked Harbour Workers Union said the ferry sank.",
            "the government-linked Harbour Workers Union",
            "Harbour Workers Union",
        ),
        (
            "The quay is closed. REUTERS/Jo Lane Harbour officials said the ferry sank.",
            "REUTERS/Jo Lane Harbour officials",
            "REUTERS/Jo Lane Harbour officials",
        ),
    ],
)
def test_a_name_is_found_in_a_source_that_lost_its_marks(
    parse_of: ParseOf, text: str, source: str, name: str
) -> None:
    parse = parse_of(text, "en")
    assert last(parse, draft(parse, "the ferry sank", cue="said", source=source)) == name


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        (
            "en",
            "The northern coalition struck the harbour. Nobody died, coalition spokesman Leo Hart "
            "said.",
            "Leo Hart",
            "the northern coalition",
        ),
        (
            "fr",
            "Le groupe Nordal évoque vingt magasins fermés. La police en compte dix. « Tout va "
            "bien », assure Luc Bertin, porte-parole du groupe.",
            "Luc Bertin",
            "Nordal",
        ),
    ],
)
def test_an_office_belongs_to_the_body_last_called_so(
    parse_of: ParseOf, language: str, text: str, person: str, body: str
) -> None:
    found = {entity.name: entity for entity in speak(parse_of(text, language))[0]}
    assert found[person].affiliation == found[body].id


@pytest.mark.parametrize(
    ("language", "text", "said", "heard", "name"),
    [
        (
            "fr",
            "« La digue tient », résume Luc Bertin, qui regarde la mer.\nMarc Tissot, pêcheur de "
            "Brest, est venu car selon lui « le port meurt ».",
            ("« La digue tient »", "résume", "Luc Bertin"),
            ("« le port meurt »", "selon", "lui"),
            "Marc Tissot",
        ),
        (
            "en",
            '"The dike holds," said Peter Lane, who watched the sea.\nMark Stone, a sailor, '
            'came to look. "It is dying," he said.',
            ('"The dike holds,"', "said", "Peter Lane"),
            ('"It is dying,"', "said", "he"),
            "Mark Stone",
        ),
    ],
)
def test_he_is_the_person_whose_name_opens_the_paragraph(
    parse_of: ParseOf,
    language: str,
    text: str,
    said: tuple[str, str, str],
    heard: tuple[str, str, str],
    name: str,
) -> None:
    parse = parse_of(text, language)
    drafts = [draft(parse, words, cue=cue, source=who) for words, cue, who in (said, heard)]
    assert last(parse, *drafts) == name


def test_a_source_of_the_sentence_before_gives_way_to_the_subject_of_the_cue(
    parse_of: ParseOf,
) -> None:
    parse = parse_of(
        "« Le port vit », souligne Luc Bertin. « C'est un succès », juge de son côté Anne Karlin."
    )
    said = draft(parse, "« C'est un succès »", cue="juge", source="Luc Bertin")
    assert last(parse, said) == "Anne Karlin"
