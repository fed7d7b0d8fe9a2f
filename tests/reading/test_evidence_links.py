"""Evidence and its address in the page: a link of the words, or a post or film beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.model import Article, Evidence, Link, LinkKind
from recoupe.reading.evidence import read_evidence
from recoupe.reading.evidence.hosts import agree, confirm, holds, platform_of
from recoupe.reading.parse import parse

Linked = Callable[..., tuple[Evidence, ...]]
POST = "https://x.com/fire/status/12"
FILM = "https://www.youtube.com/embed/abc"


@pytest.fixture(scope="module")
def linked(article_of: Callable[..., Article]) -> Linked:
    """``linked(text, language, *links)``: evidence of a page with ``(kind, url, words)``.

    Words of ``""`` stand for what is shown behind the first paragraph.
    """

    def read(
        text: str, language: str, *links: tuple[LinkKind, str, str], kinds: tuple[str, ...] = ()
    ) -> tuple[Evidence, ...]:
        article = article_of(text, language, "2022-05-05", kinds)
        made = []
        for kind, url, words in links:
            start = text.index(words) if words else article.blocks[0].end
            made.append(Link(kind, url, start, start + len(words)))
        return read_evidence(parse(replace(article, links=tuple(made))), ())

    return read


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "According to a leaked document, the bridge fell.", "a leaked document"),
        ("en", "A video shared online by a man shows the bridge.", "shared online"),
        ("en", "A video shows the moment the bridge fell.", "the moment the bridge fell"),
        ("en", "A clip posted by the town shows people on the bank, and on the bridge.", "clip"),
        ("en", "“We ran,” the baker wrote on Facebook.", "wrote"),
        ("fr", "Selon un document confidentiel, le pont a cédé.", "document confidentiel"),
        ("fr", "Une vidéo partagée par un habitant montre le pont.", "partagée par un habitant"),
        ("fr", "Une vidéo montre la chute du pont.", "la chute du pont"),
        ("fr", "« Merci », a écrit le maire sur Instagram.", "sur Instagram"),
    ],
)
def test_a_link_of_its_words_is_its_address(
    linked: Linked, language: str, text: str, words: str
) -> None:
    [one] = linked(text, language, ("link", "https://example.org/1", words))
    assert one.url == "https://example.org/1"


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "A video shows the moment the old bridge of Norvale fell.", "Norvale"),
        ("en", "A video shows the bridge. The town of Norvale is small.", "Norvale"),
        ("en", "Norvale is small, and a video posted on Telegram shows the bridge.", "Norvale"),
        ("fr", "Une vidéo montre la chute du vieux pont de la ville de Norval.", "Norval"),
        ("en", "Witnesses described the scene.", "Witnesses"),
    ],
)
def test_a_link_of_other_words_is_not(linked: Linked, language: str, text: str, words: str) -> None:
    [one] = linked(text, language, ("link", "https://example.org/norvale", words))
    assert one.url is None


@pytest.mark.models
def test_a_link_to_the_platform_that_is_named_counts_in_the_whole_sentence(linked: Linked) -> None:
    text = "In the town of Norvale, a video posted on Twitter shows the bridge."
    [one] = linked(text, "en", ("link", POST, "Norvale"))
    assert (one.url, one.published_on) == (POST, "Twitter")
    [one] = linked(text, "en", ("link", "https://t.me/fire/12", "Norvale"))
    assert one.url is None


@pytest.mark.models
def test_an_address_tells_the_platform_that_the_text_does_not(linked: Linked) -> None:
    [one] = linked("A video shows the bridge.", "en", ("link", "https://t.me/f/1", "A video"))
    assert (one.url, one.published_on) == ("https://t.me/f/1", "Telegram")


@pytest.mark.models
def test_an_address_in_the_text_stands_over_links(linked: Linked) -> None:
    text = "A video (https://example.org/v/1) shows the fire. See https://x.org."
    [one] = linked(text, "en", ("link", "https://example.org/w", "A video"))
    assert one.url == "https://example.org/v/1"


@pytest.mark.models
def test_each_of_two_has_its_own_link(linked: Linked) -> None:
    text = "A video shows the bridge, and photos published by the town show the river."
    read = linked(
        text,
        "en",
        ("link", "https://example.org/v", "shows the bridge"),
        ("link", "https://example.org/p", "published by the town"),
    )
    assert [one.url for one in read] == ["https://example.org/v", "https://example.org/p"]


@pytest.mark.models
@pytest.mark.parametrize(
    ("first", "kind", "url", "expected"),
    [
        ("A video posted on Twitter shows the fire.", "embed", POST, POST),
        ("A video posted on Telegram shows the fire.", "embed", POST, None),
        ("A video posted on social media shows the fire.", "embed", POST, POST),
        ("Drone footage shows the fire.", "embed", FILM, FILM),
        ("Drone footage shows the fire.", "embed", "https://ads.example.org/12", None),
        ("Satellite images show the fire.", "embed", FILM, None),
        ("Satellite images show the fire.", "image", "https://example.org/s.jpg", "same"),
        ("Drone footage shows the fire.", "image", "https://example.org/s.jpg", None),
        ("Drone footage shows the fire.", "video", "https://example.org/s.mp4", "same"),
        ("An audio recording reveals an order.", "audio", "https://example.org/s.mp3", "same"),
        ("Witnesses described the fire.", "embed", POST, None),
    ],
)
def test_what_is_shown_belongs_to_the_paragraph_before_it(
    linked: Linked, first: str, kind: LinkKind, url: str, expected: str | None
) -> None:
    before, behind = linked(f"{first}\n\nA memo was leaked: a secret memo.", "en", (kind, url, ""))[
        :2
    ]
    assert before.url == (url if expected == "same" else expected)
    assert behind.url is None


@pytest.mark.models
def test_of_two_in_a_paragraph_the_one_on_that_platform_has_the_post(linked: Linked) -> None:
    text = "A video posted on Twitter shows fire. A video posted online shows smoke."
    twitter, other = linked(text, "en", ("embed", POST, ""))
    assert (twitter.url, other.url) == (POST, None)


@pytest.mark.models
def test_a_picture_is_what_its_caption_says(linked: Linked) -> None:
    caption = "A satellite image shows the town."
    text = f"Satellite images show the fire.\n\n{caption}"
    first, second = linked(
        text, "en", ("image", "https://e.org/s.jpg", caption), kinds=("paragraph", "caption")
    )
    assert (first.url, second.url) == (None, "https://e.org/s.jpg")


@pytest.mark.parametrize(
    ("url", "platform", "video", "named"),
    [
        ("https://mobile.twitter.com/a/status/1", "Twitter", True, "X"),
        ("https://www.youtube.com/watch?v=1", "YouTube", True, "YouTube"),
        ("https://vimeo.com/1", None, True, None),
        ("https://notx.com/1", None, False, None),
        ("http://[", None, False, None),
    ],
)
def test_hosts(url: str, platform: str | None, video: bool, named: str | None) -> None:
    assert platform_of(url) == platform
    assert holds(url, "video") is video
    assert agree(url, named)
    assert confirm(url, named) is (platform is not None)
    assert agree(url, "Telegram") is (platform is None)
    assert agree(url, "social media")
