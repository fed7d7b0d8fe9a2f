"""What is furniture in bare text, and what is the report's."""

from __future__ import annotations

import pytest

from recoupe.article.classify import classify
from recoupe.article.lines import stretches
from recoupe.article.stretch import seen

STORY = (
    "The mayor of Bristol said on Sunday that the bridge would stay closed until Tuesday, after"
    " engineers found cracks in two of its pillars.",
    "“Nobody will cross before we know,” she said.",
    "According to the ministry, a second inspection is to take place on Monday, and its findings"
    " will be published the day after.",
)
HISTOIRE = (
    "La maire de Brest a déclaré dimanche que le pont resterait fermé jusqu'à mardi, après la"
    " découverte de fissures dans deux de ses piliers.",
    "« Personne ne passera avant que nous sachions », a-t-elle dit.",
    "Selon le ministère, une seconde inspection aura lieu lundi et ses conclusions seront"
    " publiées le lendemain.",
)


def kinds(*parts: str, title: str | None = None) -> list[str]:
    text = "\n\n".join(parts)
    found = [seen(text, start, end) for start, end in stretches(text)]
    return list(classify(found, title=title))


@pytest.mark.parametrize("story", [STORY, HISTOIRE])
def test_a_story_alone_is_all_paragraphs(story: tuple[str, ...]) -> None:
    assert kinds(*story) == ["paragraph"] * 3


@pytest.mark.parametrize(
    "byline",
    [
        "par",
        "By",
        "By Ann Gough and Tom Reed, Bristol Evening Herald",
        "Par Anne Le Goff, avec AFP",
        "Publié le 5 mai 2022 à 10h32",
        "Updated: May 5, 2022 | 6:51 PM",
        "5 May 2022",
        "12.05.2022, 07h36",
        "Associated Press",
        "(AFP)",
        "Brest (France) (AFP) -",
        "By Our Foreign Staff and agencies",
        "Ouest-Phare avec AFP",
        "Publié le 5 mai 2022 à 10:32, mis à jour le 6 mai 2022 à 08:00",
    ],
)
def test_bylines_and_times_of_publication_are_silent(byline: str) -> None:
    assert kinds("Bridge closed over cracks", byline, *STORY) == [
        "headline",
        "byline",
        "lead",
        "paragraph",
        "paragraph",
    ]


def test_the_name_of_the_section_above_the_headline_is_furniture() -> None:
    assert kinds("INTERNATIONAL", "Bridge closed over cracks", *STORY)[:3] == [
        "boilerplate",
        "headline",
        "lead",
    ]
    assert kinds("Bridge closed", *STORY)[0] == "headline"


@pytest.mark.parametrize(
    "words",
    [
        "By Tuesday, the bridge will be open",
        "Par chance, personne n'a été blessé.",
        "Par ailleurs, deux routes restent fermées.",
        "From Monday, two more bridges close.",
        "May 5 was the day it all began.",
        "Le 5 mai, le pont a rouvert.",
        "Published figures show 20 deaths.",
        "Share prices fell after the news.",
        "« Abonnez-vous », a dit le maire.",
        "Related deaths rose to 12, police said.",
        "Home owners were told to leave.",
        "Reporter Killed in Bristol",
        "The ministry did not comment.",
    ],
)
def test_short_sentences_of_a_story_are_never_silenced(words: str) -> None:
    for parts in ([*STORY, words], [STORY[0], words, *STORY[1:]], [words, *HISTOIRE]):
        assert not {"boilerplate", "byline"} & set(kinds(*parts))


@pytest.mark.parametrize(
    "crumbs",
    [
        "Home » News » Bridge closed over cracks",
        "Accueil > Brest > Faits divers",
        "News / Bristol / Roads",
    ],
)
def test_breadcrumbs_are_furniture(crumbs: str) -> None:
    assert kinds(crumbs, "Bridge closed over cracks", *STORY)[:3] == [
        "boilerplate",
        "headline",
        "lead",
    ]


def test_french_quotation_marks_are_no_breadcrumb() -> None:
    assert kinds("« Jamais », dit la maire « sans savoir »", *HISTOIRE)[0] == "headline"


def test_a_headline_over_again_counts_once_even_if_it_ends_like_a_sentence() -> None:
    head = "The bridge of Bristol is closed over cracks."
    assert kinds(head, head, "by", *STORY)[:4] == ["headline", "boilerplate", "byline", "lead"]
    assert kinds(f"Home » {head}", head, *STORY)[:3] == ["boilerplate", "headline", "lead"]


def test_lists_of_other_reports_are_furniture_until_the_story_goes_on() -> None:
    found = kinds(
        *STORY[:2], "Related Articles", "Bridge reopens in Bath", "Tunnel flooded again", STORY[2]
    )
    assert found == ["paragraph"] * 2 + ["boilerplate"] * 3 + ["paragraph"]
    found = kinds(*STORY[:2], "Read more", "The ministry did not comment.", STORY[2])
    assert found == ["paragraph"] * 2 + ["boilerplate"] + ["paragraph"] * 2


def test_lines_under_furniture_below_the_story_are_furniture_too() -> None:
    found = kinds(*STORY, "Sign up to our newsletter", "Bristol", "Roads and bridges")
    assert found == ["paragraph"] * 3 + ["boilerplate"] * 3
    assert kinds(*STORY, "Bristol Herald")[-1] != "boilerplate"
    assert kinds("Advertisement", "Bristol bridge shut", "Bath bridge open")[-1] != "boilerplate"


@pytest.mark.parametrize(
    "notice",
    [
        "This website uses cookies to make your visit better. You can opt out at any time.",
        "Ce site utilise des cookies pour améliorer votre expérience. Accepter",
        "Copyright 2022 Bristol Herald. All rights reserved.",
        "Sign up for our newsletter",
        "Abonnez-vous à notre newsletter",
        "À lire aussi : le tunnel inondé",
        "Advertisement",
        "Publicité",
        "Partager",
        "Temps de lecture : 4 min",
        "#Bristol #Bridge",
        "* * *",
    ],
)
def test_notices_are_furniture_in_whatever_language(notice: str) -> None:
    assert kinds(*STORY, notice)[-1] == "boilerplate"
    assert kinds(*HISTOIRE, notice)[-1] == "boilerplate"


def test_captions_stand_between_paragraphs_without_a_verb_or_with_a_credit() -> None:
    assert (
        kinds(HISTOIRE[0], "Fissures dans un pilier du pont de Brest.", *HISTOIRE[1:])[1]
        == "caption"
    )
    credited = "Engineers inspect a pillar on Saturday. (Photo: Tom Reed/Herald)"
    assert kinds(STORY[0], credited, *STORY[1:])[1] == "caption"


def test_headings_stand_between_paragraphs_without_an_end() -> None:
    assert kinds(HISTOIRE[0], "Une inspection lundi", *HISTOIRE[1:])[1] == "heading"


def test_an_hour_within_the_story_is_a_heading_of_it() -> None:
    assert kinds(*STORY[:2], "9:15 p.m.", STORY[2])[2] == "heading"
    assert kinds(*HISTOIRE[:2], "10h32", HISTOIRE[2])[2] == "heading"


def test_the_page_knows_its_title() -> None:
    head = "Bristol: the mayor has closed the bridge."
    assert kinds(head, *STORY, title="bristol: the mayor has closed the bridge")[0] == "headline"


def test_a_story_on_subscriptions_is_a_story() -> None:
    news = (
        "The court ruled on Monday that the company must let readers unsubscribe from its"
        " newsletter by the same click by which they subscribe, and that its privacy policy"
        " misled them."
    )
    assert kinds(*STORY, news)[-1] == "paragraph"
