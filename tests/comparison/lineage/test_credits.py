"""What reports say of where their words come from."""

from __future__ import annotations

import pytest

from recoupe.comparison.lineage.credits import (
    agency_named,
    credited,
    read_credits,
    same_outlet,
    signer,
)
from recoupe.model import Origin
from tests.comparison.lineage.worlds import report

BODY = "Le pont de Carvalle a rouvert lundi après trois semaines de travaux de nuit."
ENGLISH = "The Carvalle bridge reopened on Monday after three weeks of night work."


def found(text: str, language: str = "fr", **about: str | None) -> list[tuple[str, str | None]]:
    reading = report(text, about.get("outlet"), None, language=language, byline=about.get("byline"))
    return [(credit.kind, credit.origin.name) for credit in read_credits(reading)]


@pytest.mark.parametrize(
    "sign",
    ["(AFP)", "(afp/nxp)", "© 2024 AFP", "AFP", "Source : AFP", "Agence France-Presse"],
)
def test_a_sign_off_says_whose_the_whole_report_is(sign: str) -> None:
    assert ("signed", "AFP") in found(f"{BODY}\n{sign}")


def test_a_dateline_signs() -> None:
    assert found(f"CARVALLE (Reuters) - {ENGLISH}", "en") == [("signed", "Reuters")]
    assert found(f"CARVALLE, 6 mars (AFP) – {BODY}") == [("signed", "AFP")]


def test_a_dateline_that_lost_its_dash_signs_behind_its_place() -> None:
    text = f"{ENGLISH} CARVALLE Northland (The Associated Press Jane Doe) {ENGLISH} {ENGLISH}"
    assert found(text, "en") == [("signed", "AP")]
    around = " ".join([ENGLISH] * 4)
    assert found(f"{around} Dana Roe spoke for NATO (AP) there. {around}", "en") == []
    assert signer(report(text, "The Fanal", None, language="en").article) == "AP"


def test_a_report_made_with_an_agency_is_not_signed_by_it() -> None:
    assert found(f"{BODY}\nAvec AFP") == [("partly", "AFP")]
    assert found(BODY, byline="Le Fanal avec AFP") == [("partly", "AFP")]
    assert found(f"{ENGLISH}\nWith AP", "en") == [("partly", "AP")]


def test_an_outlet_that_is_an_agency_signs_all_it_prints() -> None:
    assert found(BODY, outlet="AFP") == [("signed", "AFP")]
    assert agency_named("www.reuters.com", "en") == "Reuters"
    assert agency_named("l'AFP", "fr") == "AFP"
    assert agency_named("Le Fanal", "fr") is None


def test_an_outlet_has_several_forms_of_one_name() -> None:
    assert same_outlet("le Fanal", "lefanal.fr", "fr")
    assert same_outlet("The Guardian", "Guardian", "en")
    assert not same_outlet("Le Fanal", "La Vigie", "fr")
    assert not same_outlet("", "", "fr")


@pytest.mark.parametrize(
    ("sentence", "language", "credit"),
    [
        ("Le pont tiendra, selon l'AFP, vingt ans de plus.", "fr", ("source", "AFP")),
        ("« Il tiendra », a confié l'ingénieur à l'AFP lundi.", "fr", ("told", "AFP")),
        (
            "Des camions attendaient, ont constaté des journalistes de l'AFP.",
            "fr",
            ("source", "AFP"),
        ),
        ("Un défaut, révèle Le Parisien, avait été signalé.", "fr", ("source", "Le Parisien")),
        ("A flaw was known, as first reported by the Guardian.", "en", ("source", "Guardian")),
        ('"It will hold," the engineer told Reuters on Monday.', "en", ("told", "Reuters")),
        ("The minister posted a short video via Telegram.", "en", ("told", "Telegram")),
    ],
)
def test_a_phrase_credits_for_a_sentence(
    sentence: str, language: str, credit: tuple[str, str]
) -> None:
    assert found(f"{BODY} {sentence} {BODY}", language) == [credit]


@pytest.mark.parametrize(
    "sentence",
    [
        "Des manifestants se sont rassemblés devant le siège de l'AFP.",
        "L'ATS du laboratoire est en panne.",
        "Photo © AP",
    ],
)
def test_a_name_alone_credits_nobody(sentence: str) -> None:
    assert found(f"{BODY} {BODY} {sentence} {BODY} {BODY}") == []


def test_a_credit_has_the_words_that_give_it() -> None:
    reading = report(f"{BODY} Le pont tiendra, selon l'AFP.", None, None)
    [credit] = read_credits(reading)
    assert credit.origin == Origin("agency", "AFP")
    assert credit.span is not None
    assert credit.span.text == "AFP"


def test_an_outlet_of_any_name_is_found_where_it_is_credited() -> None:
    article = report(
        "Le pont a un défaut, selon Le Fanal, qui cite un rapport.", None, None
    ).article
    span = credited(article, "lefanal.fr")
    assert span is not None
    assert span.text == "Le Fanal"
    assert credited(article, "La Vigie") is None
