"""A page's HTML to its report: text, blocks, and what the page says of it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from recoupe.article import to_article
from recoupe.errors import NoArticleError, TooLargeError
from recoupe.model import Article, Declared, make_capture

TODAY = date(2024, 6, 1)
LEAD = "La maire de Brest a déclaré dimanche que le pont resterait fermé jusqu'à mardi."
BODY = (
    "Des ingénieurs ont découvert samedi des fissures dans deux de ses piliers, selon la ville.",
    "« Personne ne passera avant que nous sachions », a-t-elle dit devant la presse locale.",
    "Selon le ministère, une seconde inspection aura lieu lundi, et sera publiée.",
)
DATA = {
    "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "Le Phare"},
        {
            "@type": ["NewsArticle"],
            "headline": "Le pont de Brest fermé",
            "datePublished": "2024-05-05T08:30:00+02:00",
            "author": [{"@type": "Person", "name": "Anne Le Goff"}, {"name": "Yann Kerr"}],
            "publisher": {"@id": "#org"},
        },
    ]
}
HEAD = f"""
<title>Le pont de Brest fermé | Le Phare</title>
<link rel="canonical" href="https://phare.example/pont">
<meta property="og:title" content="Brest : un pont fermé">
<meta property="og:site_name" content="phare.example">
<meta property="article:modified_time" content="2024-05-06T09:00:00Z">
<script type="application/ld+json">{json.dumps(DATA)}</script>
<script type="application/ld+json">{{broken</script>
"""


def page(head: str = HEAD, *, extra: str = "", lang: str = "fr-FR") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>
<nav><a href="/">Accueil</a> <a href="/brest">Brest</a></nav>
<article><h1>Le pont de Brest fermé</h1><p class="chapo">{LEAD}</p>
<figure><img src="a.jpg"><figcaption>Le pont, samedi. Photo Yann Kerr</figcaption></figure>
{paragraphs}{extra}</article>
<aside><h3>À lire aussi</h3><a href="/x">Le tunnel inondé</a></aside>
<footer>Ce site utilise des cookies. <a href="/c">Mentions légales</a></footer></body></html>"""


def article(html: str, **said: str) -> Article:
    capture = make_capture(
        html.encode(),
        source="page.html",
        media_type="text/html",
        captured_at=datetime(2024, 6, 1, tzinfo=UTC),
        declared=Declared(**said),
    )
    return to_article(capture, today=TODAY)


def blocks(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def test_the_report_is_taken_and_the_furniture_left() -> None:
    assert blocks(article(page())) == [
        ("headline", "Le pont de Brest fermé"),
        ("lead", LEAD),
        ("caption", "Le pont, samedi. Photo Yann Kerr"),
        *(("paragraph", text) for text in BODY),
    ]


def test_what_the_page_says_of_its_report_is_found() -> None:
    found = article(page())
    assert found.title == "Le pont de Brest fermé"
    assert found.outlet == "Le Phare"
    assert found.byline == "Anne Le Goff, Yann Kerr"
    assert found.published == "2024-05-05T08:30+02:00"
    assert found.modified == "2024-05-06T09:00+00:00"
    assert (found.language, found.url) == ("fr", "https://phare.example/pont")


def test_what_is_declared_stands_over_what_the_page_says() -> None:
    found = article(page(), outlet="AFP", published="2024-05-01", url="https://other.example/")
    assert (found.outlet, found.published, found.url) == (
        "AFP",
        "2024-05-01",
        "https://other.example/",
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta name="datePublished" content="Sun, 05 May 2024 08:30:00 +0200">',
            "2024-05-05T08:30+02:00",
        ),
        ('<meta property="article:published_time" content="2031-01-01">', None),
        ('<meta name="date" content="soon">', None),
        ("", None),
    ],
)
def test_a_date_that_cannot_be_is_disregarded(head: str, published: str | None) -> None:
    assert article(page(f"<title>Le pont de Brest fermé</title>{head}")).published == published


def test_the_authors_may_be_named_on_the_page_alone() -> None:
    line = "<div>Par <a>Anne Le Goff</a> 5 mai 2024, 10h32 Modifier</div>"
    html = page("<title>t</title>").replace("</h1>", f"</h1>{line}")
    assert article(html).byline == "Anne Le Goff"


def test_a_date_in_the_text_of_the_page_is_found() -> None:
    html = page("<title>t</title>").replace("</h1>", "</h1><time>5 mai 2024</time>")
    assert article(html).published == "2024-05-05"


@pytest.mark.parametrize(
    "extra",
    [
        "<p>Le 3 mars 2021, la ville avait fermé le pont pour une semaine, dit la mairie.</p>",
        "<p>© 2023 Le Phare</p>",
    ],
)
def test_a_date_of_the_story_or_of_the_law_is_not_the_reports(extra: str) -> None:
    assert article(page("<title>t</title>", extra=extra)).published is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<title>Le pont de Brest fermé - Brest - Le Phare</title>", "Le Phare"),
        ('<meta property="og:site_name" content="Le Phare | Nouvelles de Brest">', "Le Phare"),
        ('<meta name="publisher" content="Le Phare (www.phare.example)">', "Le Phare"),
        ('<meta property="og:site_name" content="phare.example">', "phare.example"),
        ("<title>Le pont de Brest fermé</title>", None),
    ],
)
def test_the_outlet_is_found_wherever_the_page_names_it(head: str, outlet: str | None) -> None:
    assert article(page(head)).outlet == outlet


def test_the_heading_is_the_title_even_if_the_metadata_word_it_otherwise() -> None:
    head = (
        '<title>Le pont de Brest fermé - Le Phare</title><meta property="og:title" content="Pont">'
    )
    assert article(page(head)).title == "Le pont de Brest fermé"


def test_the_words_outweigh_a_language_that_the_page_says_wrongly() -> None:
    assert article(page(lang="en")).language == "fr"


def test_a_heading_of_the_section_is_not_the_title() -> None:
    html = (
        page().replace("<article>", "<h1>Brest</h1><article>").replace("fermé |", "fermé - Brest |")
    )
    assert article(html).title == "Le pont de Brest fermé"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{LEAD}</p><p>{BODY[0]}</p>",
        f"<table><tr><td>{LEAD}</td></tr><tr><td>{BODY[0]}</td></tr></table>",
        f"<div>{LEAD}<br><br>{BODY[0]}</div>",
    ],
)
def test_a_fragment_is_a_page_and_its_blocks_are_not_run_together(html: str) -> None:
    assert blocks(article(html)) == [("paragraph", LEAD), ("paragraph", BODY[0])]


def test_headings_are_marked_and_invitations_left_out() -> None:
    extra = (
        "<h2>Une seconde inspection</h2>"
        '<div class="block-newsletter">Recevez la lettre du Phare chaque matin.</div>'
        f"<p>{BODY[0].replace('samedi', 'lundi')}</p><p>Publicité</p>"
    )
    found = article(page(extra=extra))
    assert ("heading", "Une seconde inspection") in blocks(found)
    assert "lettre du Phare" not in found.text
    assert "Publicité" not in found.text


def test_a_gallery_is_not_the_report() -> None:
    gallery = "".join(
        f"<figure><figcaption>Image {n} du port</figcaption></figure>" for n in range(9)
    )
    assert "du port" not in article(page(extra=f"{gallery}<p>{BODY[0]} Encore.</p>")).text


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><head><title>Connexion</title></head><body><form><input></form></body></html>",
        "<html><body><nav>"
        + '<a href="/a">Une rubrique du site</a> ' * 60
        + "</nav></body></html>",
    ],
)
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    with pytest.raises(NoArticleError, match=r"page\.html: the page holds no article; give"):
        article(html)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<html><body>" + "<div>" * 5_000 + LEAD, "nested deeper than 254"),
        ("<html><body>" + "<br>" * 61_000 + LEAD, "more than 60,000 elements"),
    ],
)
def test_a_page_too_deep_or_too_large_is_an_error(html: str, words: str) -> None:
    with pytest.raises(TooLargeError, match=words):
        article(html)


def test_hostile_marks_do_no_harm() -> None:
    html = page(
        extra="<p>Le ma\x00ire \u202ea dit \U0001f600 &#0; &#xD800; que le pont est fermé.</p>"
    )
    entities = html.replace(
        "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'
    )
    for each in (html, entities, html.replace('class="chapo"', f'class="{"x" * 200_000}"')):
        found = article(each)
        found.text.encode()
        assert LEAD in found.text


def test_deep_and_broken_metadata_do_no_harm() -> None:
    opened = '<script type="application/ld+json">'
    deep = f"{opened}{'[' * 50_000}</script>"
    wrong = f'{opened}{{"@type": "NewsArticle", "author": [[3]], "publisher": 7}}</script>'
    found = article(page(f"<title>Le pont de Brest fermé</title>{deep}{wrong}"))
    assert (found.byline, found.outlet) == (None, None)


def test_what_a_page_says_where_scripts_are_off_is_no_report() -> None:
    told = "<noscript>You need to switch JavaScript on to see this site.</noscript>"
    with pytest.raises(NoArticleError):
        article(f"<html><head><title>App</title></head><body><div>{told}</div></body></html>")
    assert "JavaScript" not in article(page(extra=told)).text
