"""What is done with words: demands, refusals, threats, promises, by whom and to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Event

Told = Callable[..., tuple[Event, ...]]

pytestmark = pytest.mark.models

SAYINGS = [
    ("fr", "Le ministre a exigé la libération des otages.", "REQUEST"),
    ("fr", "Les syndicats appellent à la grève.", "REQUEST"),
    ("fr", "Le gouvernement a rejeté la proposition des médiateurs.", "REJECT"),
    ("fr", "La présidente a refusé de recevoir la délégation.", "REJECT"),
    ("fr", "Le chef rebelle a menacé de bombarder le port.", "THREATEN"),
    ("fr", "L'association accuse la mairie de discrimination.", "ACCUSE"),
    ("fr", "Le préfet a salué le courage des pompiers.", "SUPPORT"),
    ("fr", "La ministre a promis de livrer des vivres.", "AGREE"),
    ("fr", "Le gouvernement a reconnu une erreur.", "CONCEDE"),
    ("en", "The minister demanded the release of the hostages.", "REQUEST"),
    ("en", "The union called on teachers to walk out.", "REQUEST"),
    ("en", "The government rejected the mediators' proposal.", "REJECT"),
    ("en", "The president refused to receive the delegation.", "REJECT"),
    ("en", "The warlord threatened to shell the harbour.", "THREATEN"),
    ("en", "The charity accused the mayor of discrimination.", "ACCUSE"),
    ("en", "The governor praised the courage of the firefighters.", "SUPPORT"),
    ("en", "The minister promised to deliver food.", "AGREE"),
    ("en", "The government conceded that the count was wrong.", "CONCEDE"),
]


@pytest.mark.parametrize(("language", "text", "plover"), SAYINGS)
def test_a_saying_has_its_type(told: Told, language: str, text: str, plover: str) -> None:
    events = told(text, language)
    assert [event.plover for event in events] == [plover]
    assert (events[0].type, events[0].subtype) == ("Strategic developments", "Other")


@pytest.mark.parametrize(
    ("language", "text", "trigger", "plover"),
    [
        ("fr", "La France livrera trente blindés à la Moldavie.", "livrera", "AGREE"),
        ("en", "France will send tents to the victims.", "will send", "AGREE"),
        ("en", "The rebels said they would shell the harbour.", "would shell", "THREATEN"),
        (
            "fr",
            "Les rebelles ont annoncé qu'ils attaqueraient la ville.",
            "attaqueraient",
            "THREATEN",
        ),
    ],
)
def test_to_say_that_one_will_do_it_is_a_promise_or_a_threat(
    told: Told, language: str, text: str, trigger: str, plover: str
) -> None:
    assert [(e.trigger.text, e.plover) for e in told(text, language)] == [(trigger, plover)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire n'acceptera aucun compromis."),
        ("en", "The mayor said she would not accept any compromise."),
        ("en", "The minister will not resign."),
    ],
)
def test_not_to_do_it_may_be_a_refusal(told: Told, language: str, text: str) -> None:
    assert [(e.plover, e.negated) for e in told(text, language)] == [("REJECT", False)]


def test_a_condition_is_no_refusal(told: Told) -> None:
    assert told("If the mayor does not accept, the talks are over.", "en") == ()


@pytest.mark.parametrize(
    ("language", "text", "who", "whom"),
    [
        ("fr", "Le ministre a déclaré que les rebelles devaient partir.", "ministre", "rebelles"),
        ("en", "The minister said the rebels must leave.", "minister", "rebels"),
        ("en", "The minister demanded that the rebels leave.", "minister", "rebels"),
        ("en", "The minister urged the rebels to leave.", "minister", "rebels"),
    ],
)
def test_who_asks_and_who_is_asked(
    told: Told, language: str, text: str, who: str, whom: str
) -> None:
    [event] = told(text, language, (who, whom))
    assert (event.plover, event.actors, event.targets) == ("REQUEST", (who,), (whom,))


@pytest.mark.parametrize(
    ("language", "text", "who", "whom"),
    [
        ("fr", "L'ONG accuse l'armée d'avoir torturé des détenus.", "ONG", "armée"),
        ("en", "The charity accused the army of torturing detainees.", "charity", "army"),
    ],
)
def test_who_is_accused_has_done_the_deed(
    told: Told, language: str, text: str, who: str, whom: str
) -> None:
    saying, deed = told(text, language, (who, whom))
    assert (saying.plover, saying.actors, saying.targets) == ("ACCUSE", (who,), (whom,))
    assert (deed.plover, deed.actors) == ("ASSAULT", (whom,))


def test_a_thing_threatens_nobody(told: Told) -> None:
    assert told("The drought threatens the harvest.", "en") == ()


def test_the_day_of_what_is_asked_for_is_not_that_of_the_asking(told: Told) -> None:
    [event] = told("Les syndicats appellent à la grève le 14 juin 2099.", "fr")
    assert (event.plover, event.time) == ("REQUEST", None)
