"""Who says so, who denies it, and what the text itself doubts or denies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Event

Told = Callable[..., tuple[Event, ...]]

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il n'y a pas eu de bombardement."),
        ("fr", "L'armée n'a pas bombardé le port."),
        ("fr", "Aucun bombardement n'a eu lieu."),
        ("fr", "Aucun civil n'a été tué."),
        ("en", "There was no shelling."),
        ("en", "The army did not shell the harbour."),
        ("en", "No civilians were killed."),
        ("en", "The army never used to shell the harbour."),
    ],
)
def test_what_the_text_denies_is_negated(told: Told, language: str, text: str) -> None:
    assert [event.negated for event in told(text, language)] == [True]


def test_without_something_else_is_no_denial(told: Told) -> None:
    [event] = told("The suspects were arrested without incident.", "en")
    assert not event.negated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'armée aurait bombardé le port."),
        ("fr", "Un bombardement présumé a détruit le pont."),
        ("en", "The army reportedly shelled the harbour."),
        ("en", "An alleged air strike destroyed the bridge."),
    ],
)
def test_what_is_unverified_is_hedged(told: Told, language: str, text: str) -> None:
    assert [event.hedged for event in told(text, language)] == [True]


def test_an_event_belongs_to_the_statement_that_says_it(told: Told) -> None:
    text = "Le maire affirme que l'armée a bombardé le port. Un assaut a suivi."
    said = (("l'armée a bombardé le port", "le maire", "asserts"),)
    first, second = told(text, "fr", said=said)
    assert len(first.according_to) == 1
    assert second.according_to == ()


def test_a_denial_reaches_the_event_it_names(told: Told) -> None:
    text = (
        "Le maire affirme que les rebelles ont pris d'assaut la mairie. "
        "L'assaut a été démenti par le porte-parole. « Il n'y a aucun assaut », a-t-il répété. "
        "Un bombardement a détruit le pont."
    )
    said = (
        ("les rebelles ont pris d'assaut la mairie", "maire", "asserts"),
        ("L'assaut", "porte-parole", "denies"),
        ("Il n'y a aucun assaut", "porte-parole", "asserts"),
    )
    assault, shelling = told(text, "fr", said=said)
    assert len(assault.according_to) == 1
    assert len(assault.denied_by) == 2
    assert not assault.negated
    assert shelling.denied_by == ()


def test_denials_of_what_nobody_tells_are_one_event(told: Told) -> None:
    text = "Le maire dément tout assaut. « Il n'y a pas eu d'assaut », répète-t-il."
    said = (("tout assaut", "maire", "denies"), ("Il n'y a pas eu d'assaut", "maire", "asserts"))
    [assault] = told(text, "fr", said=said)
    assert assault.according_to == ()
    assert len(assault.denied_by) == 2


def test_who_denies_a_deed_has_not_done_it(told: Told) -> None:
    [event] = told("Ruritania denies shelling the harbour.", "en", names=("Ruritania",))
    assert event.actors == ()
    assert event.negated


def test_a_denial_about_another_town_is_of_another_happening(told: Told) -> None:
    text = "Rebels shelled Aleppo, the mayor said. The army denied that it shelled Damascus."
    said = (
        ("Rebels shelled Aleppo", "mayor", "asserts"),
        ("it shelled Damascus", "army", "denies"),
    )
    aleppo, damascus = told(text, "en", said=said)
    assert aleppo.denied_by == ()
    assert len(damascus.denied_by) == 1


def test_nobody_denies_what_they_say_themselves(told: Told) -> None:
    text = "Rebels shelled the harbour, the mayor said. There was no shelling, the mayor said."
    said = (
        ("Rebels shelled the harbour", "mayor", "asserts"),
        ("There was no shelling", "mayor", "denies"),
    )
    [shelling] = told(text, "en", said=said)
    assert shelling.denied_by == ()


def test_who_cannot_verify_does_not_vouch(told: Told) -> None:
    text = "The ministry could not confirm that rebels shelled the harbour."
    [event] = told(text, "en", said=(("rebels shelled the harbour", "ministry", "cannot_verify"),))
    assert event.according_to == ()
    assert event.hedged
