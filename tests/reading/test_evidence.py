"""Evidence: what a report leans on, where it was published, by whom, and what it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.languages import available
from recoupe.model import Entity, EntityKind, Evidence
from recoupe.reading.evidence import read_evidence
from recoupe.reading.parse import Parse

Leans = Callable[..., tuple[Evidence, ...]]

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def leans(parse_of: Callable[..., Parse]) -> Leans:
    """``leans(text, language, names=())``: evidence, with entities whose ids are their names."""

    def read(
        text: str, language: str, names: tuple[str, ...] = (), kind: EntityKind = "organisation"
    ) -> tuple[Evidence, ...]:
        parse = parse_of(text, language)
        entities = []
        for name in names:
            start = text.index(name)
            span = parse.article.span(start, start + len(name))
            entities.append(Entity(name, kind, name, (), (), None, (span,), ()))
        return read_evidence(parse, tuple(entities))

    return read


@pytest.mark.parametrize(
    ("language", "text", "medium", "words"),
    [
        ("fr", "Une vidéo montre la foule.", "video", "Une vidéo"),
        ("fr", "Des images satellites montrent un cratère.", "satellite", "Des images satellites"),
        (
            "fr",
            "Selon un document confidentiel, le pont a cédé.",
            "document",
            "un document confidentiel",
        ),
        ("fr", "Le maire l'a annoncé dans un tweet.", "post", "un tweet"),
        ("fr", "Des témoins ont raconté la scène.", "witness", "Des témoins"),
        ("fr", "Un enregistrement audio révèle un ordre.", "audio", "Un enregistrement audio"),
        ("fr", "Des photos publiées par l'agence montrent le pont.", "photo", "Des photos"),
        ("en", "A video shows the crowd.", "video", "A video"),
        ("en", "Satellite imagery shows a crater.", "satellite", "Satellite imagery"),
        ("en", "According to a leaked memo, the bridge fell.", "document", "a leaked memo"),
        ("en", "The mayor announced it in a tweet.", "post", "a tweet"),
        ("en", "Witnesses described the scene.", "witness", "Witnesses"),
        ("en", "An audio recording reveals an order.", "audio", "An audio recording"),
        ("en", "Photos published by the agency show the bridge.", "photo", "Photos"),
        ("fr", "Le joueur s'est excusé sur Instagram.", "post", "sur Instagram"),
        ("en", "The player apologised on Instagram.", "post", "on Instagram"),
        (
            "fr",
            "Dans un appel téléphonique intercepté, il ordonne de tirer.",
            "audio",
            "un appel téléphonique intercepté",
        ),
        ("en", "A mobile phone video shows the crowd.", "video", "A mobile phone video"),
    ],
)
def test_a_medium_the_text_leans_on_is_evidence(
    leans: Leans, language: str, text: str, medium: str, words: str
) -> None:
    assert [(one.medium, one.span.text) for one in leans(text, language)] == [(medium, words)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il a participé à une visioconférence."),
        ("fr", "Ce jeu vidéo se vend bien."),
        ("fr", "Apportez un document d'identité."),
        ("fr", "La ville soigne son image de marque."),
        ("fr", "Le rapport de forces a changé."),
        ("fr", "Photo AFP"),
        ("fr", "Il a envoyé un message d'espoir."),
        ("en", "They met by video conference."),
        ("en", "The video game sells well."),
        ("en", "Bring an identity document."),
        ("en", "She takes photos for a living."),
        ("en", "Photo: AFP"),
        ("en", "The film festival opens in May."),
        ("en", "He works for the Post."),
    ],
)
def test_the_word_alone_is_no_evidence(leans: Leans, language: str, text: str) -> None:
    assert leans(text, language) == ()


def test_of_two_that_show_something_both_are_evidence(leans: Leans) -> None:
    read = leans("A video and photos taken by residents show the crater.", "en")
    assert [(one.medium, one.span.text) for one in read] == [
        ("video", "A video"),
        ("photo", "photos"),
    ]


def test_a_video_says_where_by_whom_with_what_and_what_it_shows(leans: Leans) -> None:
    text = (
        "La vidéo par drone, diffusée sur la page Facebook de Radio Nord, "
        "montre l'usine sous la fumée."
    )
    [video] = leans(text, "fr", ("Radio Nord",), "medium")
    assert video.span.text == "La vidéo par drone"
    assert (video.medium, video.made_with) == ("video", "drone")
    assert (video.published_on, video.publisher) == ("Facebook", "Radio Nord")
    assert video.shows is not None
    assert video.shows.text == "l'usine sous la fumée"


@pytest.mark.parametrize(
    ("language", "text", "platform", "publisher"),
    [
        ("fr", "Il l'a dit dans une brève vidéo publiée sur Telegram.", "Telegram", None),
        ("fr", "La mairie a publié une vidéo sur YouTube.", "YouTube", "La mairie"),
        ("fr", "Dans un message publié sur X, la mairie évoque un incendie.", "X", "la mairie"),
        ("en", "In a post on X, the council described a fire.", "X", "the council"),
        ("en", "The council shared a video on YouTube.", "YouTube", "The council"),
        ("en", "A clip posted on Telegram by the council shows fire.", "Telegram", "the council"),
        ("en", "Satellite images released by the council show a fire.", None, "the council"),
    ],
)
def test_platform_and_publisher_are_those_the_text_names(
    leans: Leans, language: str, text: str, platform: str | None, publisher: str | None
) -> None:
    [one] = leans(text, language, (publisher,) if publisher else ())
    assert (one.published_on, one.publisher) == (platform, publisher)


def test_what_somebody_writes_on_a_platform_is_a_post(leans: Leans) -> None:
    [post] = leans("« Merci à tous », a écrit le maire sur Instagram.", "fr")
    assert (post.medium, post.published_on, post.span.text) == (
        "post",
        "Instagram",
        "sur Instagram",
    )


def test_x_is_a_platform_only_where_it_must_be(leans: Leans) -> None:
    assert leans("La génération X a écrit à la mairie.", "fr") == ()


def test_an_address_beside_it_is_kept(leans: Leans) -> None:
    [video] = leans("A video (https://example.org/v/1) shows the fire. See https://x.org.", "en")
    assert video.url == "https://example.org/v/1"


def test_witnesses_have_no_address(leans: Leans) -> None:
    [witness] = leans("Witnesses said so (https://example.org/w).", "en")
    assert witness.url is None


def test_nothing_is_read_from_silent_blocks(parse_of: Callable[..., Parse]) -> None:
    text = "Une vidéo montre la foule.\n\nUne vidéo montre la foule."
    parse = parse_of(text, "fr", "2022-05-05", ("boilerplate", "caption"))
    [video] = read_evidence(parse, ())
    assert video.span.start > text.index("\n")


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize(
    "text",
    ["", "\x00 video \x00", "\u202evideo \U0001f4f9 vidéo\u202c", "video " * 100, "X" * 9_000],
)
def test_hostile_text_is_read_and_spans_hold(
    parse_of: Callable[..., Parse], language: str, text: str
) -> None:
    parse = parse_of(text, language, None)
    for one in read_evidence(parse, ()):
        assert parse.article.text[one.span.start : one.span.end] == one.span.text
