"""Which mentions are one party: full names and surnames, offices, bodies, pronouns."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.reading.coreference import read_cast
from recoupe.reading.parse import Parse

ParseOf = Callable[..., Parse]


def chain_of(parse: Parse, words: str, nth: int = 0) -> list[str]:
    """Return the words of every mention that is the same party as the nth ``words``."""
    cast = read_cast(parse)
    text = parse.article.text
    for chain in cast.chains:
        mentions = [cast.mentions[m] for m in chain.mentions]
        found = [text[m.start : m.end] for m in mentions]
        at = -1
        for _ in range(nth + 1):
            at = text.index(words, at + 1)
        if any(m.start == at and text[m.start : m.end] == words for m in mentions):
            return found
    return []


def test_a_surname_is_the_full_name_said_before(parse_of: ParseOf) -> None:
    parse = parse_of("Anna Kowalczyk left on Friday. Kowalczyk had no comment.", "en")
    assert chain_of(parse, "Anna Kowalczyk") == ["Anna Kowalczyk", "Kowalczyk"]


def test_a_title_of_the_other_gender_is_somebody_else(parse_of: ParseOf) -> None:
    parse = parse_of("M. Paul Girard est parti. Mme Girard est restée à la mairie.")
    assert chain_of(parse, "Mme Girard") == ["Mme Girard"]


def test_a_bare_surname_is_the_one_whom_the_report_is_about(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Helen Ashworth won. Helen Ashworth thanked Mary Ashworth. Ashworth will "
        "take office in May.",
        "en",
    )
    assert chain_of(parse, "Mary Ashworth") == ["Mary Ashworth"]
    assert "Ashworth" in chain_of(parse, "Helen Ashworth")


def test_spellings_of_one_name_are_one_person(parse_of: ParseOf) -> None:
    parse = parse_of("Volodymyr Petrenko a parlé. Plus tard, Volodimir Petrenko est revenu.")
    assert len(chain_of(parse, "Volodymyr Petrenko")) == 2


def test_an_office_beside_a_name_is_its_bearer(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Le maire de la commune, Paul Girard, est venu. Le maire a visité l'école du village."
    )
    assert chain_of(parse, "Paul Girard") == [
        "Le maire de la commune",
        "Paul Girard",
        "Le maire",
    ]


def test_a_party_between_office_and_name_separates_them_not(parse_of: ParseOf) -> None:
    parse = parse_of("Selon le député LR Paul Girard, le texte sera rejeté.")
    assert chain_of(parse, "Paul Girard") == ["le député LR", "Paul Girard"]


def test_an_office_elsewhere_is_not_the_subject_it_stands_beside(parse_of: ParseOf) -> None:
    parse = parse_of("Paul Girard suit la voie que trace le président.")
    assert chain_of(parse, "Paul Girard") == ["Paul Girard"]


def test_her_husband_is_not_she(parse_of: ParseOf) -> None:
    parse = parse_of("Anna Kowalczyk left early. Her husband stayed.", "en")
    assert "Her husband" not in chain_of(parse, "Anna Kowalczyk")


def test_an_acronym_is_its_words(parse_of: ParseOf) -> None:
    parse = parse_of(
        "The Green River Alliance met on Friday. The GRA will vote again next week.", "en"
    )
    assert "GRA" in chain_of(parse, "Green River Alliance")


def test_a_pronoun_follows_gender(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Mme Claire Vasseur a rencontré M. Paul Girard mardi. Elle est repartie le soir même."
    )
    assert "Elle" in chain_of(parse, "Mme Claire Vasseur")


def test_it_is_nobody(parse_of: ParseOf) -> None:
    parse = parse_of("Anna Kowalczyk opened the door. It was green.", "en")
    assert "It" not in chain_of(parse, "Anna Kowalczyk")


def test_impersonal_pronouns_are_nobody(parse_of: ParseOf) -> None:
    parse = parse_of("Paul Girard est venu. Il faut partir. Il y a du monde.")
    assert "Il" not in chain_of(parse, "Paul Girard")


def test_somebody_only_spoken_of_is_not_who_goes_on(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Marc Tissot a pris la parole mardi. « Je ne crois pas que Paul Girard veuille vraiment "
        "négocier avec nous. » Il a quitté la salle."
    )
    assert "Il" in chain_of(parse, "Marc Tissot")


def test_an_acronym_is_the_words_that_the_text_explains_it_by(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Les Forces de soutien rapide (FSR) ont démenti. Un porte-parole des FSR a parlé."
    )
    assert chain_of(parse, "Forces de soutien rapide") == ["Forces de soutien rapide", "FSR", "FSR"]


def test_an_acronym_that_is_a_word_is_a_name_once_explained(parse_of: ParseOf) -> None:
    parse = parse_of(
        "The World Health Organization (WHO) sent a team. Who knows why? WHO has no comment.", "en"
    )
    assert chain_of(parse, "World Health Organization") == [
        "World Health Organization",
        "WHO",
        "WHO",
    ]


def test_a_party_in_brackets_is_no_acronym_of_a_person(parse_of: ParseOf) -> None:
    parse = parse_of("Le maire Gérard Larue (LR) a parlé. Pour LR, le texte est mauvais.")
    assert "LR" not in chain_of(parse, "Gérard Larue")


def test_spellings_and_scripts_of_a_surname_are_one_person(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Le président Vladimir Poutine a parlé à la presse. Putin a salué un accord solide. "
        "« Путин » a quitté la salle."
    )
    assert chain_of(parse, "Vladimir Poutine")[-2:] == ["Putin", "Путин"]


def test_a_body_is_the_name_beside_its_noun(parse_of: ParseOf) -> None:
    parse = parse_of("The M23 rebel group took the city. On Monday M23 left.", "en")
    assert chain_of(parse, "M23")[:3] == ["The M23 rebel group", "M23", "M23"]


def test_an_office_at_a_body_is_not_the_body(parse_of: ParseOf) -> None:
    parse = parse_of("The M23 office was shut. M23 denied it.", "en")
    assert "The M23 office" not in chain_of(parse, "M23")


def test_a_body_named_only_later_is_not_meant(parse_of: ParseOf) -> None:
    parse = parse_of(
        "Selon une chaîne proche du mouvement, deux hommes sont morts. "
        "Le Mouvement du peuple libre a pris la ville."
    )
    assert "du mouvement" not in chain_of(parse, "Mouvement du peuple")
