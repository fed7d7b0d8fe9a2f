"""Which words are events, and of which type; which are figures of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model import Event
from recoupe.reading.events.acled import TYPE_OF

Told = Callable[..., tuple[Event, ...]]

SAYINGS = {"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"}

HAPPENINGS = [
    ("fr", "Une frappe aérienne a touché le dépôt.", "Air/drone strike", "ASSAULT"),
    ("fr", "L'armée a bombardé le port.", "Shelling/artillery/missile attack", "ASSAULT"),
    ("fr", "Un attentat-suicide a visé la caserne.", "Suicide bomb", "ASSAULT"),
    ("fr", "Les rebelles ont pris d'assaut la mairie.", "Armed clash", "ASSAULT"),
    ("fr", "Les soldats ont repris le village.", "Government regains territory", "ASSAULT"),
    (
        "fr",
        "Des hommes armés ont kidnappé un médecin.",
        "Abduction/forced disappearance",
        "ASSAULT",
    ),
    ("fr", "Un journaliste a été assassiné.", "Attack", "ASSAULT"),
    ("fr", "Des milliers de personnes ont manifesté à Lyon.", "Peaceful protest", "PROTEST"),
    ("fr", "La police a dispersé les manifestants.", "Protest with intervention", "PROTEST"),
    ("fr", "Des émeutes ont opposé casseurs et police.", "Violent demonstration", "PROTEST"),
    ("fr", "Douze personnes ont été interpellées.", "Arrests", "COERCE"),
    ("fr", "Un cessez-le-feu est entré en vigueur.", "Agreement", "RETREAT"),
    ("fr", "Une boutique a été pillée.", "Looting/property destruction", "ASSAULT"),
    ("fr", "Cent civils ont été évacués.", "Other", "AID"),
    ("en", "A drone strike hit the depot.", "Air/drone strike", "ASSAULT"),
    ("en", "Troops shelled the harbour.", "Shelling/artillery/missile attack", "ASSAULT"),
    ("en", "A suicide bomber blew himself up at the gate.", "Suicide bomb", "ASSAULT"),
    ("en", "A roadside bomb destroyed a truck.", "Remote explosive/landmine/IED", "ASSAULT"),
    ("en", "Rebels stormed the town hall.", "Armed clash", "ASSAULT"),
    ("en", "The army recaptured the town.", "Government regains territory", "ASSAULT"),
    ("en", "Gunmen abducted a doctor.", "Abduction/forced disappearance", "ASSAULT"),
    ("en", "Thousands of people marched in Leeds.", "Peaceful protest", "PROTEST"),
    ("en", "Police arrested a dozen protesters.", "Arrests", "COERCE"),
    ("en", "Looters ransacked the shops.", "Looting/property destruction", "ASSAULT"),
    ("en", "Aid workers evacuated a hundred families.", "Other", "AID"),
]


@pytest.mark.models
@pytest.mark.parametrize(("language", "text", "subtype", "plover"), HAPPENINGS)
def test_a_happening_has_its_type(
    told: Told, language: str, text: str, subtype: str, plover: str
) -> None:
    events = told(text, language)
    assert [(event.subtype, event.plover) for event in events] == [(subtype, plover)]
    assert events[0].type == TYPE_OF[subtype]


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'explosion des prix inquiète les ménages."),
        ("fr", "L'opposition lance une attaque contre le budget."),
        ("fr", "La bataille électorale commence dans le Nord."),
        ("fr", "Son tir au but a donné la victoire à Lens."),
        ("fr", "Le député a tiré à boulets rouges sur la réforme."),
        ("fr", "Il a succombé à une attaque cardiaque."),
        ("fr", "Le siège du parti se trouve à Nantes."),
        ("fr", "Le ministre s'est rendu à Bordeaux."),
        ("en", "House prices exploded last year."),
        ("en", "The senator attacked the budget."),
        ("en", "The electoral battle has begun in Ohio."),
        ("en", "He shot a film about his mother."),
        ("en", "She suffered a panic attack."),
        ("en", "The strike price of the option rose."),
        ("en", "Attack helicopters are expensive."),
        ("en", "The album was released in March."),
    ],
)
def test_a_figure_of_speech_is_no_event(told: Told, language: str, text: str) -> None:
    assert told(text, language) == ()


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La ville craint un bombardement."),
        ("fr", "Le chef rebelle menace de bombarder le port."),
        ("fr", "Si l'armée bombarde le port, nous partirons."),
        ("fr", "L'armée bombardera le port."),
        ("fr", "Les syndicats appellent à manifester."),
        ("fr", "Le risque d'attentat augmente."),
        ("fr", "Une manifestation aura lieu à Lyon le 12 mai 2022."),
        ("fr", "La manifestation doit avoir lieu à Lyon."),
        ("fr", "Le préfet a limité les manifestations."),
        ("en", "The town fears an air strike."),
        ("en", "The warlord threatened to shell the harbour."),
        ("en", "If troops shell the harbour, we shall leave."),
        ("en", "The army will shell the harbour."),
        ("en", "The unions called for a general strike by workers."),
        ("en", "Police averted a suicide bombing."),
        ("en", "Troops came to storm the palace."),
    ],
)
def test_what_has_not_happened_is_no_event(told: Told, language: str, text: str) -> None:
    deeds = [event for event in told(text, language) if event.plover not in SAYINGS]
    assert deeds == []


@pytest.mark.models
def test_an_article_about_fighting_makes_vague_words_clear(told: Told) -> None:
    vague = "Une attaque a eu lieu dans la nuit."
    war = "Un bombardement a détruit le pont. Les combats de rue continuent au nord. "
    assert told(vague, "fr") == ()
    assert [event.trigger.text for event in told(war + vague, "fr")][-1] == "attaque"


@pytest.mark.models
def test_injuries_without_a_cause_are_no_attack(told: Told) -> None:
    assert told("Dix personnes ont été blessées à Rouen.", "fr") == ()
    assert told("Ten people were injured in Rouen.", "en") == ()
