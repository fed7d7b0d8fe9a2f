"""One happening told in several sentences is one event; several happenings are several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Event

Told = Callable[..., tuple[Event, ...]]

pytestmark = pytest.mark.models

ONE = [
    (
        "fr",
        "Une frappe aérienne a détruit une école à Alep. La frappe a eu lieu à l'aube.",
        ("frappe aérienne", "détruit", "frappe"),
    ),
    (
        "fr",
        "Cent civils ont été évacués de Lille. L'évacuation a duré trois heures.",
        ("évacués", "évacuation"),
    ),
    (
        "fr",
        "Des milliers de personnes ont manifesté à Lyon. La manifestation a duré trois heures.",
        ("manifesté", "manifestation"),
    ),
    (
        "en",
        "An air strike hit a market in Leeds. The attack killed nine civilians.",
        ("air strike", "attack", "killed"),
    ),
    (
        "en",
        "Police arrested a doctor in Leeds. Nobody explained the arrest.",
        ("arrested", "arrest"),
    ),
]


@pytest.mark.parametrize(("language", "text", "words"), ONE)
def test_what_is_told_twice_is_one_event(
    told: Told, language: str, text: str, words: tuple[str, ...]
) -> None:
    [event] = told(text, language)
    assert tuple(span.text for span in event.mentions) == words
    assert event.trigger in event.mentions


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une frappe aérienne a touché Alep. Une autre frappe aérienne a touché Alep."),
        ("fr", "Une frappe aérienne a touché Alep. La frappe aérienne de Lille a fait un mort."),
        ("en", "An air strike hit Leeds on Monday. An air strike hit Leeds on Tuesday."),
        ("en", "An air strike hit Leeds. A second air strike hit Leeds."),
        (
            "en",
            "An air strike in Leeds killed nine people. An air strike in Leeds killed two people.",
        ),
    ],
)
def test_what_differs_is_two_events(told: Told, language: str, text: str) -> None:
    assert [len(event.mentions) >= 1 for event in told(text, language)] == [True, True]


def test_the_same_spot_makes_one_event_of_two_tellings(told: Told) -> None:
    text = "Shelling was heard in Leeds on 3 May 2022. Rebels shelled a bridge in Leeds."
    [event] = told(text, "en", ("Rebels",))
    assert [span.text for span in event.mentions] == ["Shelling", "shelled"]
    assert event.actors == ("Rebels",)


def test_a_denial_is_a_mention_of_what_it_denies(told: Told) -> None:
    text = "Rebels shelled the harbour, the mayor said. There was no shelling, the army said."
    said = (
        ("Rebels shelled the harbour", "mayor", "asserts"),
        ("There was no shelling", "army", "denies"),
    )
    [event] = told(text, "en", said=said)
    assert [span.text for span in event.mentions] == ["shelled", "shelling"]
    assert len(event.denied_by) == 1


def test_sayings_are_not_joined(told: Told) -> None:
    text = "The minister demanded a truce. The minister demanded a truce."
    assert [event.plover for event in told(text, "en") if event.plover == "REQUEST"] == [
        "REQUEST",
        "REQUEST",
    ]
