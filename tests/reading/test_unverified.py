"""What could not be verified is a statement, though nobody is quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.attributions import find_by_rules
from recoupe.reading.attributions.finding import Finding
from recoupe.reading.attributions.lexicon import lexicon
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.settling import beside
from recoupe.reading.attributions.unverified import find_unverified
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

ParseOf = Callable[..., Parse]

FOUND = [
    (
        "fr",
        "Ce bilan n'a pas pu être vérifié de source indépendante.",
        ("Ce bilan", "n'a pas pu être vérifié de source indépendante", None),
    ),
    (
        "fr",
        "Ces images n'ont pas été authentifiées de manière indépendante.",
        ("Ces images", "n'ont pas été authentifiées de manière indépendante", None),
    ),
    (
        "fr",
        "Radio Estuaire n'a pas pu vérifier ces chiffres de source indépendante.",
        ("ces chiffres", "n'a pas pu vérifier", "Radio Estuaire"),
    ),
    (
        "fr",
        "La police n'est pas en mesure de confirmer le nombre de blessés.",
        ("le nombre de blessés", "n'est pas en mesure de confirmer", "La police"),
    ),
    (
        "fr",
        "Il n'a pas été possible de vérifier le bilan des deux camps.",
        ("le bilan des deux camps", "n'a pas été possible de vérifier", None),
    ),
    (
        "fr",
        "Cette vidéo, que la rédaction n'a pas pu authentifier, circule depuis lundi.",
        ("Cette vidéo", "n'a pas pu authentifier", "la rédaction"),
    ),
    (
        "en",
        "The toll could not be independently verified.",
        ("The toll", "could not be independently verified", None),
    ),
    (
        "en",
        "The claim has not been independently verified.",
        ("The claim", "has not been independently verified", None),
    ),
    (
        "en",
        "Radio Baltic could not independently verify the reports from the front.",
        ("the reports from the front", "could not independently verify", "Radio Baltic"),
    ),
    (
        "en",
        "The agency was unable to confirm how many people had fled.",
        ("how many people had fled", "was unable to confirm", "The agency"),
    ),
    (
        "en",
        "The recording, which the newspaper could not authenticate, is two minutes long.",
        ("The recording", "could not authenticate", "the newspaper"),
    ),
    (
        "en",
        "These accounts could not be verified by the agency.",
        ("These accounts", "could not be verified", "the agency"),
    ),
]


def page_of(parse_of: ParseOf, language: str, text: str) -> Page:
    parse = parse_of(text, language)
    return Page(parse, read_quotations(parse))


def words(page: Page, finding: Finding) -> tuple[str, str | None, str | None]:
    text = page.text
    cue, source = (place and text[slice(*place)] for place in (finding.cue, finding.source))
    return " … ".join(text[slice(*place)] for place in finding.content), cue, source


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_who_could_not_verify_what(
    parse_of: ParseOf, language: str, text: str, expected: tuple[str, str, str | None]
) -> None:
    page = page_of(parse_of, language, text)
    [found] = find_unverified(page, lexicon(page.parse.pack))
    assert words(page, found) == expected
    assert found.stance == "cannot_verify"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La commission a vérifié les comptes de l'association."),
        ("fr", "Le préfet n'a pas vérifié les comptes."),
        ("fr", "« Je ne peux pas vérifier ces chiffres », a dit le maire."),
        ("fr", "L'huissier n'a pas pu les vérifier."),
        ("en", "The auditors verified the accounts."),
        ("en", "He could not find the keys."),
        ("en", "“We cannot verify these figures,” the mayor said."),
    ],
)
def test_nothing_else_is_unverified(parse_of: ParseOf, language: str, text: str) -> None:
    page = page_of(parse_of, language, text)
    assert not list(find_unverified(page, lexicon(page.parse.pack)))


def test_a_statement_that_is_found_already_is_not_found_again(parse_of: ParseOf) -> None:
    text = "The police could not confirm that the bridge fell. The toll could not be verified."
    page = page_of(parse_of, "en", text)
    lex = lexicon(page.parse.pack)
    both = beside(find_by_rules(page, lex), find_unverified(page, lex))
    assert [words(page, found)[1] for found in both] == [
        "could not confirm",
        "could not be verified",
    ]
