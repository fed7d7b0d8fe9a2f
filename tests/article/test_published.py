"""What a page says of its own report: authors, dateline, corrections, claims that were reviewed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from recoupe.article.making import to_article
from recoupe.model import (
    Article,
    Author,
    ClaimReview,
    Dateline,
    Metadata,
    make_article,
    make_capture,
)

TODAY = date(2024, 6, 1)
BODY = (
    "<h1>Crews search the river after the dam broke</h1>"
    "<p>Rescue crews searched the Orle on Monday after a dam above it broke in the night.</p>"
    "<p>The mayor, Iva Brandt, said that eleven people were missing, and the search went on.</p>"
)


def read(head: str = "", body: str = BODY, foot: str = "") -> Article:
    """Return the article of a page with this head, its story and what stands below it."""
    page = (
        f"<html lang='en'><head><title>Crews search the river</title>{head}</head>"
        f"<body><article>{body}</article>{foot}</body></html>"
    )
    return article(page)


def article(page: str) -> Article:
    at = datetime(2024, 6, 1, tzinfo=UTC)
    made = make_capture(page.encode(), source="page", media_type="text/html", captured_at=at)
    return to_article(made, today=TODAY)


def linked(*objects: Any) -> str:
    """Return scripts of JSON-LD, one for each object."""
    kind = '<script type="application/ld+json">'
    return "".join(f"{kind}{json.dumps(one)}</script>" for one in objects)


def said(head: str = "", **page: str) -> Metadata:
    """Return what a page says of itself; it says something."""
    found = read(head, **page).metadata
    assert found is not None
    return found


def test_a_page_that_says_nothing_of_itself_has_no_metadata() -> None:
    assert read().metadata is None


def test_authors_are_told_with_their_address_and_whom_they_work_for() -> None:
    head = linked(
        {
            "@type": "NewsArticle",
            "author": [
                {
                    "@type": "Person",
                    "name": "Ada&nbsp;Holm",
                    "url": "https://paper.example/holm",
                    "worksFor": {"@type": "Organization", "name": "The Orle Paper"},
                },
                {"@id": "#desk"},
                "https://social.example/page",
                "Jon Reyes",
            ],
        },
        {"@id": "#desk", "@type": "Organization", "name": "News desk"},
    )
    assert said(head).authors == (
        Author("Ada Holm", "https://paper.example/holm", "The Orle Paper", "person"),
        Author("News desk", None, None, "organisation"),
        Author("Jon Reyes"),
    )


def test_meta_elements_name_the_authors_where_nothing_else_does() -> None:
    assert said('<meta name="author" content="Ada Holm">').authors == (Author("Ada Holm"),)


def test_dateline_section_keywords_access_and_terms_are_told() -> None:
    head = '<link rel="canonical" href="https://paper.example/dam">' + linked(
        {
            "@type": ["Article", "NewsArticle"],
            "dateline": "ORLE (Agency)",
            "locationCreated": {"@type": "Place", "name": "Orle"},
            "articleSection": ["Region", "Weather"],
            "keywords": "dam, flood; Orle , dam",
            "isAccessibleForFree": "False",
            "license": "https://paper.example/terms",
        }
    )
    found = said(head)
    assert found.dateline == Dateline("ORLE (Agency)", "Orle")
    assert (found.section, found.keywords) == ("Region", ("dam", "flood", "Orle"))
    assert (found.free, found.usage) == (False, "https://paper.example/terms")
    assert found.canonical == "https://paper.example/dam"


@pytest.mark.parametrize("value", [True, "true", "http://schema.org/True"])
def test_free_access_is_read_however_it_is_written(value: object) -> None:
    head = linked({"@type": "NewsArticle", "isAccessibleForFree": value})
    assert said(head).free is True


def test_a_correction_of_the_mark_up_is_told_with_its_day() -> None:
    correction = {
        "@type": "CorrectionComment",
        "text": "An earlier text gave <b>nine</b> missing.",
        "datePublished": "2024-05-30",
    }
    (found,) = said(linked({"@type": "NewsArticle", "correction": correction})).corrections
    assert (found.text, found.at) == ("An earlier text gave nine missing.", "2024-05-30")
    assert found.span is None


def test_a_correction_in_the_text_is_told_with_its_exact_words() -> None:
    note = (
        "Correction: this report first gave nine people missing. It was put right on 30 May 2024."
    )
    made = read(body=f"{BODY}<p>{note}</p>")
    assert made.metadata is not None
    (found,) = made.metadata.corrections
    assert (found.text, found.at) == (note, "2024-05-30")
    assert found.span is not None
    assert made.text[found.span.start : found.span.end] == note


def test_one_correction_in_mark_up_and_text_is_told_once() -> None:
    note = "Correction: this report first gave nine people missing."
    head = linked(
        {
            "@type": "NewsArticle",
            "correction": {"text": note, "datePublished": "2024-05-30"},
        }
    )
    (found,) = said(head, body=f"{BODY}<p>{note}</p>").corrections
    assert (found.text, found.at) == (note, "2024-05-30")
    assert found.span is not None


def test_a_correction_below_the_story_is_found() -> None:
    note = "Cet article a été modifié le 30 mai 2024 : onze disparus, et non neuf."
    foot = f"<footer><p>{note}</p></footer>"
    (found,) = said(foot=foot).corrections
    assert found.text.startswith("Cet article a été modifié le 30 mai 2024")
    assert found.at == "2024-05-30"


@pytest.mark.parametrize(
    "words",
    [
        "Correction officers had searched the banks of the river since the early morning hours.",
        "The report of the engineers was corrected by the ministry before the inquiry began.",
    ],
)
def test_a_sentence_with_the_word_is_no_correction(words: str) -> None:
    assert read(body=f"{BODY}<p>{words}</p>").metadata is None


def test_the_claim_of_a_fact_checker_is_told_as_theirs() -> None:
    head = linked(
        {
            "@type": "ClaimReview",
            "url": "https://checkers.example/dam",
            "datePublished": "2024-05-29",
            "claimReviewed": "The dam was blown up",
            "author": {"@type": "Organization", "name": "The Checkers"},
            "itemReviewed": {
                "@type": "Claim",
                "author": {"@type": "Person", "name": "A deputy"},
                "datePublished": "2024-05-28",
                "appearance": [{"@type": "CreativeWork", "url": "https://social.example/1"}],
            },
            "reviewRating": {"ratingValue": 1, "bestRating": 5, "alternateName": "No evidence"},
        }
    )
    assert said(head).claims == (
        ClaimReview(
            claim="The dam was blown up",
            claimant="A deputy",
            claimed_at="2024-05-28",
            appearance="https://social.example/1",
            rating="No evidence",
            reviewer="The Checkers",
            reviewed_at="2024-05-29",
            url="https://checkers.example/dam",
        ),
    )


def test_a_rating_without_words_is_its_figure() -> None:
    head = linked(
        {
            "@type": "ClaimReview",
            "claimReviewed": "The dam was blown up",
            "reviewRating": {"ratingValue": "2", "bestRating": "5"},
        }
    )
    assert said(head).claims[0].rating == "2/5"


def test_claims_in_microdata_are_read() -> None:
    body = BODY + (
        '<div itemscope itemtype="https://schema.org/ClaimReview">'
        '<span itemprop="claimReviewed">The dam was blown up</span>'
        '<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">'
        '<span itemprop="alternateName">No evidence</span></div>'
        '<div itemprop="author" itemscope itemtype="https://schema.org/Organization">'
        '<meta itemprop="name" content="The Checkers"></div></div>'
    )
    (found,) = said(body=body).claims
    assert (found.claim, found.rating) == ("The dam was blown up", "No evidence")
    assert found.reviewer == "The Checkers"


def test_of_several_articles_it_is_that_of_the_page() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Roads are closed",
        "author": {"name": "Jon Reyes"},
    }
    own = {
        "@type": "NewsArticle",
        "headline": "Crews search the river after the dam broke",
        "author": {"name": "Ada Holm"},
    }
    by_headline = said(linked({"@graph": [other, own]}))
    assert by_headline.authors == (Author("Ada Holm"),)
    addressed = [{**other, "url": "https://paper.example/dam/?from=home"}, own]
    head = '<link rel="canonical" href="http://www.paper.example/dam">' + linked(addressed)
    assert said(head).authors == (Author("Jon Reyes"),)


def test_an_article_within_the_object_of_its_page_is_found() -> None:
    inner = {"@type": "NewsArticle", "author": {"name": "Ada Holm"}}
    assert said(linked({"@type": "WebPage", "mainEntity": inner})).authors == (Author("Ada Holm"),)


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "author": "Ada Holm"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "author": "Ada Holm"}\n//]]>',
        '{"@type": "NewsArticle", "author": "Ada Holm",}',
        '{"@type": "NewsArticle", "author": ["Ada Holm",],};',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;author&quot;: &quot;Ada Holm&quot;}",
        '{"@type": "Organization"}\n{"@type": "NewsArticle", "author": "Ada Holm"}',
        '{"@type": "NewsArticle", "author": "Ada Holm"} and then nothing',
    ],
)
def test_broken_json_is_read_as_far_as_it_goes(script: str) -> None:
    head = f'<script type="application/ld+json; charset=utf-8">{script}</script>'
    assert said(head).authors == (Author("Ada Holm"),)


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "nothing",
        "[" * 50_000,
        "[" * 600 + r'"\u0000"' + "]" * 600,
        '{"@type": 7, "author": 3}',
    ],
)
def test_hopeless_json_is_passed_by(script: str) -> None:
    assert read(f'<script type="application/ld+json">{script}</script>').metadata is None


def test_metadata_is_no_part_of_the_id() -> None:
    at = datetime(2024, 6, 1, tzinfo=UTC)
    capture = make_capture(b"A dam broke.", source="-", media_type="text/plain", captured_at=at)
    told = Metadata(keywords=("dam",))
    plain, more = (
        make_article(capture, "A dam broke.", (), language="en", metadata=one)
        for one in (None, told)
    )
    assert more.metadata == told
    assert plain.id == more.id


def test_what_no_text_can_hold_is_replaced() -> None:
    script = r'{"@type": "NewsArticle", "author": {"name": "Ada \ud800 \u0000Holm \ud83d\ude00"}}'
    head = f'<script type="application/ld+json">{script}</script>'
    assert said(head).authors == (Author("Ada \ufffd \ufffdHolm \U0001f600"),)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/\x00", "https://a b", 7])
def test_an_address_that_is_none_is_left_out(url: object) -> None:
    head = linked({"@type": "NewsArticle", "author": {"name": "Ada Holm", "url": url}})
    assert said(head).authors == (Author("Ada Holm"),)
