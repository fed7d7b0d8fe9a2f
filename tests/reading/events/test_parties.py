"""Who did it to whom, where, when and with how many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Event, Figure, Place, Time
from recoupe.reading.events import read_events
from recoupe.reading.parse import Parse
from tests.reading.events.conftest import span_of

Told = Callable[..., tuple[Event, ...]]

pytestmark = pytest.mark.models


PARTIES = {"fr": ("armée nordiste", "régiment Alpha"), "en": ("northern army", "Alpha regiment")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'armée nordiste a bombardé le régiment Alpha."),
        ("fr", "Le régiment Alpha a été bombardé par l'armée nordiste."),
        ("fr", "Le bombardement du régiment Alpha par l'armée nordiste continue."),
        ("fr", "L'armée nordiste a lancé un assaut contre le régiment Alpha."),
        ("fr", "L'armée nordiste, qui a bombardé le régiment Alpha, recule."),
        ("fr", "L'armée nordiste a commencé à bombarder le régiment Alpha."),
        ("en", "The northern army shelled the Alpha regiment."),
        ("en", "The Alpha regiment was shelled by the northern army."),
        ("en", "The shelling of the Alpha regiment by the northern army goes on."),
        ("en", "The northern army launched an assault on the Alpha regiment."),
        ("en", "The northern army, which shelled the Alpha regiment, fell back."),
        ("en", "The northern army began shelling the Alpha regiment."),
    ],
)
def test_actor_and_target_come_from_the_parse(told: Told, language: str, text: str) -> None:
    actor, target = PARTIES[language]
    [event] = told(text, language, names=(actor, target))
    assert (event.actors, event.targets) == ((actor,), (target,))


def test_a_reported_deed_keeps_its_own_doer(told: Told) -> None:
    text = "Le maire confirme que l'armée nordiste a resserré le siège et a lancé un assaut."
    events = told(text, "fr", ("Le maire", "armée nordiste"))
    assert [event.actors for event in events if event.trigger.text == "assaut"] == [
        ("armée nordiste",)
    ]


def test_who_meets_whom_are_all_actors(told: Told) -> None:
    text = "Le président Aubin a rencontré la ministre Leroy."
    [event] = told(text, "fr", names=("président Aubin", "ministre Leroy"))
    assert event.plover == "CONSULT"
    assert (event.actors, event.targets) == (("président Aubin", "ministre Leroy"), ())


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("fr", "Douze civils ont été tués dans une frappe aérienne.", "frappe aérienne"),
        ("fr", "L'armée a bombardé la ville, tuant trois habitants.", "bombardé"),
        ("en", "Twelve civilians were killed in an air strike.", "air strike"),
        ("en", "Troops shelled the town, killing three residents.", "shelled"),
        ("en", "An air strike using missiles struck the tower.", "air strike"),
    ],
)
def test_one_happening_is_one_event(told: Told, language: str, text: str, trigger: str) -> None:
    assert [event.trigger.text for event in told(text, language)] == [trigger]


def test_two_places_are_two_events(told: Told) -> None:
    text = "L'armée a bombardé Kharkiv lundi et bombardé Odessa mardi."
    assert len(told(text, "fr")) == 2


def test_place_time_and_figures_are_those_of_the_clause(parse_of: Callable[..., Parse]) -> None:
    text = (
        "L'armée a bombardé Kharkiv lundi, tuant douze civils, "
        "a dit mardi à Paris le ministre, qui attend 300 réfugiés."
    )
    parse = parse_of(text, "fr")

    def place(name: str) -> Place:
        span = span_of(parse.article, name)
        return Place(name, span, name, "city", None, None, None, None, None, None, 1.0)

    def time(words: str) -> Time:
        return Time(words, span_of(parse.article, words), "DATE", None, None, None, 1.0)

    def figure(words: str) -> Figure:
        span = span_of(parse.article, words)
        return Figure(words, span, None, None, False, "other", None, None, False, None, None)

    [event] = read_events(
        parse,
        (),
        (),
        (place("Kharkiv"), place("Paris")),
        (time("lundi"), time("mardi")),
        (figure("douze civils"), figure("300 réfugiés")),
    )
    assert (event.place, event.time) == ("Kharkiv", "lundi")
    assert event.figures == ("douze civils",)


def test_nothing_is_invented(told: Told) -> None:
    [event] = told("Un bombardement a détruit le pont.", "fr")
    assert (event.place, event.time, event.actors, event.targets) == (None, None, (), ())
    assert (event.figures, event.according_to, event.denied_by) == ((), (), ())
    assert not event.hedged
    assert not event.negated


def test_who_announces_a_number_of_rallies_holds_none(told: Told) -> None:
    text = "Le gouvernement a annoncé 2000 rassemblements samedi dans le pays."
    for event in told(text, "fr", names=("Le gouvernement",)):
        assert event.actors == ()


def test_a_rally_of_somebody_is_theirs(told: Told) -> None:
    text = "Samedi, un rassemblement de pompiers a occupé la place."
    [rally] = told(text, "fr", names=("pompiers",))
    assert (rally.actors, rally.targets) == (("pompiers",), ())
