"""Parties that a report names by what they are: whose they are, and to whom they point back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.coreference import read_cast
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.speakers import name_speakers
from tests.reading.speakers.drafting import draft

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]


def names(parse: Parse, *drafts: Attribution) -> list[str | None]:
    _, statements = name_speakers(parse, read_cast(parse), drafts, read_places(parse))
    return [statement.speaker_name for statement in statements]


@pytest.mark.parametrize(
    ("language", "text", "content", "cue", "source", "name"),
    [
        (
            "fr",
            "Luc Bertin se tait. Son avocat demande un délai.",
            "un délai",
            "demande",
            "Son avocat",
            "avocat de Luc Bertin",
        ),
        (
            "en",
            "Omar Nasser kept silent. His lawyer asked for a delay.",
            "a delay",
            "asked for",
            "His lawyer",
            "Omar Nasser's lawyer",
        ),
        (
            "fr",
            "Luc Bertin se tait. Marc Tissot attend. Léa Morel part, Anne Roy reste. "
            "Leur avocat demande un délai.",
            "un délai",
            "demande",
            "Leur avocat",
            "leur avocat",
        ),
    ],
)
def test_whose_somebody_is_where_nothing_is_in_doubt(
    parse_of: ParseOf, language: str, text: str, content: str, cue: str, source: str, name: str
) -> None:
    parse = parse_of(text, language)
    assert names(parse, draft(parse, content, cue=cue, source=source)) == [name]


def test_with_two_who_may_own_it_stays_as_it_is(parse_of: ParseOf) -> None:
    parse = parse_of("Luc Bertin attend que Marc Tissot parle. Son avocat demande un délai.")
    said = draft(parse, "un délai", cue="demande", source="Son avocat")
    assert names(parse, said) == ["son avocat"]


def test_what_no_table_knows_is_not_the_name_nearby(parse_of: ParseOf) -> None:
    parse = parse_of("Luc Bertin regarde la mer. Le ciel sera gris, assure le baromètre.")
    said = draft(parse, "Le ciel sera gris", cue="assure", source="le baromètre")
    assert names(parse, said) == ["le baromètre"]


def test_a_witness_named_once_is_not_the_governor(parse_of: ParseOf) -> None:
    parse = parse_of(
        "La digue a cédé mardi. L'eau monte. Rien ne va plus. « On a couru », "
        "témoigne Karim, un voisin. "
        "Le gouverneur refuse tout commentaire."
    )
    said = draft(parse, "tout commentaire", cue="refuse", source="Le gouverneur")
    assert names(parse, said) == ["le gouverneur"]


def test_the_latter_is_whom_the_words_before_name(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Luc Bertin a annoncé la fin de la grève devant la préfète, Anne Roy. « C'est bien », a "
        "répondu cette dernière. « J'attends », a dit celle-ci."
    )
    one = draft(parse, "la fin de la grève", cue="a annoncé", source="Luc Bertin")
    two = draft(parse, "« C'est bien »", cue="a répondu", source="cette dernière")
    three = draft(parse, "« J'attends »", cue="a dit", source="celle-ci")
    assert names(parse, one, two, three) == ["Luc Bertin", "Anne Roy", "Anne Roy"]


def test_this_source_is_the_last_called_so(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Deux hommes sont recherchés, selon une source policière. La mairie parle d'un accident. "
        "Selon cette source, l'un est armé."
    )
    one = draft(parse, "Deux hommes sont recherchés", cue="selon", source="une source policière")
    two = draft(parse, "un accident", cue="parle", source="La mairie")
    three = draft(parse, "l'un est armé", cue="Selon", source="cette source")
    assert names(parse, one, two, three) == [
        "une source policière",
        "la mairie",
        "une source policière",
    ]


def test_whom_one_learns_it_from_speaks(parse_of: ParseOf) -> None:
    parse = parse_of("La rue est fermée, a-t-on appris auprès de la gendarmerie.")
    said = draft(parse, "La rue est fermée", cue="a-t-on appris", source="on appris"[:2])
    assert names(parse, said) == ["la gendarmerie"]


def test_the_association_is_the_one_just_named(parse_of: ParseOf) -> None:
    parse = parse_of("La CGT a bloqué le dépôt. Le syndicat réclame une prime.")
    said = draft(parse, "une prime", cue="réclame", source="Le syndicat")
    assert names(parse, said) == ["la CGT"]


def test_an_office_before_an_office_and_a_name(parse_of: ParseOf) -> None:
    parse = parse_of("Le directeur, le docteur Paul Giraud, craint une pénurie.")
    source = "Le directeur, le docteur Paul Giraud,"
    said = draft(parse, "une pénurie", cue="craint", source=source.rstrip(","))
    assert names(parse, said) == ["Paul Giraud"]


def test_the_masculine_of_an_office_is_no_gender(parse_of: ParseOf) -> None:
    parse = parse_of(
        "« Il faut dormir », conseille le docteur Sophie Girard. Elle recommande le calme."
    )
    one = draft(parse, "« Il faut dormir »", cue="conseille", source="le docteur Sophie Girard")
    two = draft(parse, "le calme", cue="recommande", source="Elle")
    assert names(parse, one, two) == ["Sophie Girard", "Sophie Girard"]


def test_an_office_in_a_headline_is_who_is_named_below(parse_of: ParseOf) -> None:
    parse = parse_of(
        "La grippe fatigue tout le monde, dit une infirmière\n\n"
        "Anne Roy, infirmière à Metz, ne dort plus depuis lundi.",
        kinds=("headline", "paragraph"),
    )
    said = draft(parse, "La grippe fatigue tout le monde", cue="dit", source="une infirmière")
    assert names(parse, said) == ["Anne Roy"]
