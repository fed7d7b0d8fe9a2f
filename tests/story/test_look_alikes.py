"""Two strikes on one plant in a week, told in French and in English."""

from __future__ import annotations

from recoupe.story.stories import group
from tests.story.test_stories import ids, members
from tests.story.worlds import report

FIRST = (
    report(
        "Missile hits the Ostrow power plant",
        "A missile hit the turbine hall of the power plant in Ostrow on Monday. Governor Pavel "
        "Rudin said that the engineers Irena Kolt and Marek Stanek had died under its roof.",
        "2023-06-06",
        town="Ostrow",
        people=("Pavel Rudin", "Irena Kolt", "Marek Stanek"),
        killed=2,
        told=("2023-06-05",),
    ),
    report(
        "Ostrow : un missile s'abat sur la centrale électrique",
        "Lundi, un missile a frappé la salle des turbines de la centrale à Ostrow. Selon le "
        "gouverneur Pavel Rudin, deux ingénieurs y ont péri : il cite Irena Kolt et Marek Stanek.",
        "2023-06-06",
        town="Ostrow",
        people=("Pavel Rudin", "Irena Kolt", "Marek Stanek"),
        killed=2,
        told=("2023-06-05",),
        language="fr",
    ),
)
SECOND = (
    report(
        "Drones set fuel depot of Ostrow plant on fire",
        "Four drones struck the fuel depot beside the power plant in Ostrow before dawn on "
        "Friday. A guard named Oleg Varga was killed, fire chief Tomas Brel said.",
        "2023-06-09",
        town="Ostrow",
        people=("Oleg Varga", "Tomas Brel"),
        killed=1,
        told=("2023-06-09",),
    ),
    report(
        "Ostrow : le dépôt de carburant de la centrale en feu",
        "Des drones ont visé vendredi avant l'aube le dépôt de la centrale à Ostrow. Un gardien, "
        "Oleg Varga, a été tué, d'après le chef des pompiers Tomas Brel.",
        "2023-06-09",
        town="Ostrow",
        people=("Oleg Varga", "Tomas Brel"),
        killed=1,
        told=("2023-06-09",),
        language="fr",
    ),
)


def test_two_strikes_on_one_plant_are_two_stories_in_both_languages() -> None:
    assert members(group(FIRST + SECOND)) == sorted([ids(FIRST), ids(SECOND)], key=sorted)


def test_a_link_across_languages_names_what_was_shared() -> None:
    (story,) = group(FIRST)
    codes = {reason.code for link in story.links for reason in link.reasons}
    assert {"shared_people", "shared_place", "shared_days", "same_toll"} <= codes
