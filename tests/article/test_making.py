"""Captures to articles: what holds for all of them, and every bad input."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.article import to_article
from recoupe.errors import (
    DateError,
    EmptyInputError,
    NoArticleError,
    RecoupeError,
    TooLargeError,
    UnknownLanguageError,
)
from recoupe.model import Article, Capture, Declared, make_capture

TODAY = date(2024, 6, 1)
FRENCH = "La maire de Brest a déclaré que le pont resterait fermé jusqu'à mardi matin."
ENGLISH = "The mayor of Bristol said that the bridge would stay closed until Tuesday morning."


def captured(content: str | bytes, media_type: str = "text/plain", **said: str) -> Capture:
    return make_capture(
        content.encode() if isinstance(content, str) else content,
        source="report.txt",
        media_type=media_type,
        captured_at=datetime(2024, 6, 1, tzinfo=UTC),
        declared=Declared(**said),
    )


def article(content: str | bytes, media_type: str = "text/plain", **said: str) -> Article:
    return to_article(captured(content, media_type, **said), today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        f"  {FRENCH}\r\n\r\n{FRENCH} \x00\u202e\n\n\n",
        f"{FRENCH}\r{FRENCH}",
        f"\t{FRENCH}\U0001f600",
    ],
)
def test_bare_text_is_kept_to_the_letter(text: str) -> None:
    assert article(text).text == text


def test_a_mark_of_byte_order_is_left_out() -> None:
    assert article(f"\ufeff{FRENCH}").text == FRENCH


def test_the_text_of_a_json_object_is_kept_to_the_letter() -> None:
    record = {"text": f"Titre\n\n{FRENCH}\n", "outlet": "Le Phare", "published": "2024-05-05"}
    found = article(json.dumps(record), "application/json", outlet="Le Phare")
    assert found.text == record["text"]
    assert [block.kind for block in found.blocks] == ["headline", "lead"]
    assert (found.title, found.outlet) == ("Titre", "Le Phare")


def test_an_unpaired_surrogate_becomes_one_mark() -> None:
    found = article(f'{{"text": "{FRENCH} \\ud83d fin \\ude00"}}', "application/json")
    assert found.text == f"{FRENCH} \ufffd fin \ufffd"


def test_html_in_a_json_object_is_a_page() -> None:
    html = f"<html><body><h1>Le pont fermé</h1><p>{FRENCH}</p><p>{FRENCH} Ou pas.</p></body></html>"
    found = article(json.dumps({"html": html}), "application/json")
    assert found.blocks[0].kind == "headline"
    assert FRENCH in found.text


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_the_language_is_told_by_the_words(text: str, language: str) -> None:
    assert article(text).language == language


@pytest.mark.parametrize("tag", ["fr", "fr-FR", "fr_CA", "FR"])
def test_a_declared_language_is_taken_at_its_word(tag: str) -> None:
    assert article(ENGLISH, language=tag).language == "fr"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (
            "Der Bürgermeister sagte, die Brücke bleibe bis Dienstag geschlossen. " * 3,
            None,
            "German",
        ),
        ("رئيس البلدية يقول إن الجسر سيبقى مغلقا حتى يوم الثلاثاء " * 3, None, "Arabic"),
        (FRENCH, "tlh", "'tlh'|Klingon"),
        ("ok", None, "its language cannot be told"),
        ("Hello.", None, "is too short to tell its language"),
    ],
)
def test_an_unknown_language_is_an_error_with_its_name(
    text: str, language: str | None, words: str
) -> None:
    said = {"language": language} if language else {}
    with pytest.raises(UnknownLanguageError, match=words) as raised:
        article(text, **said)
    assert str(raised.value).startswith("report.txt: ")
    assert "packs installed: en, fr" in str(raised.value)


@pytest.mark.parametrize("content", ["", "  \n\n", "*** --- !!!", "\u200b\u202e"])
def test_a_text_without_words_is_an_error(content: str) -> None:
    with pytest.raises(EmptyInputError, match="no words"):
        article(content)


def test_furniture_alone_is_no_article() -> None:
    with pytest.raises(NoArticleError, match="holds no report"):
        article("Accueil\n\nPar\n\nArticles similaires\n\nPartager")


@pytest.mark.parametrize(
    ("text", "words"),
    [(FRENCH * 130_000, "the limit is 200,000"), ("a\n" * 30_000, "30,000 paragraphs")],
)
def test_a_text_beyond_the_limits_is_an_error_that_names_them(text: str, words: str) -> None:
    with pytest.raises(TooLargeError, match=words):
        article(text, language="fr")


def test_a_declared_date_in_the_future_is_an_error() -> None:
    with pytest.raises(
        DateError, match=r"report\.txt: its publication date 2024-06-02 is in the fut"
    ):
        article(FRENCH, published="2024-06-02")
    assert (
        article(FRENCH, published="2024-06-01T23:59:00+02:00").published == "2024-06-01T23:59+02:00"
    )


def test_a_declared_date_that_is_none_is_an_error_with_the_remedy() -> None:
    with pytest.raises(DateError, match="'5 mai' is not a date; write it as YYYY-MM-DD"):
        article(FRENCH, published="5 mai")


@pytest.mark.parametrize(
    ("line", "byline"),
    [("Par Anne Le Goff, avec AFP", "Anne Le Goff, avec AFP"), ("par", None), ("(AFP)", None)],
)
def test_a_line_that_names_authors_is_the_byline(line: str, byline: str | None) -> None:
    assert article(f"Le pont de Brest est fermé\n\n{line}\n\n{FRENCH}").byline == byline


@pytest.mark.parametrize(
    ("top", "published"),
    [
        ("Publié le 5 mai 2024 à 10h32", "2024-05-05"),
        ("Updated: May 5, 2024 | 6:51 PM", "2024-05-05"),
        ("25/04/2024", "2024-04-25"),
        ("04/05/2024", "2024-05-04"),
        ("Publié le 5 mai 2031", None),
        ("Publié le 31 février 2024", None),
    ],
)
def test_a_line_that_is_a_date_tells_when_bare_text_was_published(
    top: str, published: str | None
) -> None:
    assert article(f"Le pont de Brest est fermé\n\n{top}\n\n{FRENCH}").published == published


def test_figures_that_can_be_read_two_ways_are_no_date_where_both_are_in_use() -> None:
    top = "Bridge closed over cracks"
    texts = [f"{top}\n\n{day}\n\n{ENGLISH}" for day in ("4/5/2024", "4/25/2024")]
    assert [article(text).published for text in texts] == [None, "2024-04-25"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Sun 05 May 2024 {ENGLISH}", "2024-05-05"),
        (f"May 5 2024 {ENGLISH}", "2024-05-05"),
        ("On May 5 2024 the mayor of Bristol said that the bridge would stay closed.", None),
        (f"{ENGLISH} It opened on May 5 2024.", None),
    ],
)
def test_a_date_that_opens_bare_text_is_when_it_was_published(
    text: str, published: str | None
) -> None:
    assert article(text).published == published


def test_an_article_depends_on_nothing_but_its_capture() -> None:
    first, again = (article(FRENCH, input_id="7") for _ in range(2))
    assert first == again
    assert first.input_id == "7"


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("\x00\r\n\u2028\u202e\u200f\u0301\ufeff«»“”’ .:<>&/»|"),
        st.characters(codec="utf-8"),
    ),
    max_size=100,
)


@settings(max_examples=25, deadline=None)
@given(HOSTILE)
def test_any_text_is_an_article_or_an_error_of_ours(text: str) -> None:
    try:
        found = article(text, language="fr")
    except RecoupeError:
        return
    assert found.text == text.removeprefix("\ufeff")
    for block in found.blocks:
        words = found.text[block.start : block.end]
        assert found.span(block.start, block.end).text == words == words.strip()


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=100), st.sampled_from(["text/plain", "text/html", "application/json"]))
def test_any_bytes_are_an_article_or_an_error_of_ours(content: bytes, media_type: str) -> None:
    try:
        article(content, media_type)
    except RecoupeError:
        return
