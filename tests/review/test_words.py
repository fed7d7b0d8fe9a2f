"""Words that a person types, found in the text; and whether marks enclose them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.errors import RecordError
from recoupe.model import Article
from recoupe.review import spans_for
from recoupe.review.words import kind_by_marks

ArticleOf = Callable[..., Article]


def test_words_are_found_whatever_white_space_stands_between_them(article_of: ArticleOf) -> None:
    article = article_of("Elle crie\u00a0: «\u202fPartez\u202f!\u00a0»")
    span = spans_for(article, " « Partez ! » ")
    assert span.text == "«\u202fPartez\u202f!\u00a0»"


def test_words_that_stand_there_often_need_their_number(article_of: ArticleOf) -> None:
    article = article_of("Non, non et non, dit-il.")
    with pytest.raises(RecordError, match=r"'on' stand there 3 times; say which, 1 to 3"):
        spans_for(article, "on")
    assert spans_for(article, "on", occurrence=3).start == 13
    with pytest.raises(RecordError, match="3 times, not 4"):
        spans_for(article, "on", occurrence=4)
    with pytest.raises(RecordError, match="3 times, not 0"):
        spans_for(article, "on", occurrence=0)


@pytest.mark.parametrize("words", ["oui", "Non et", "NON,", ""])
def test_words_that_are_not_there_are_refused(article_of: ArticleOf, words: str) -> None:
    with pytest.raises(RecordError):
        spans_for(article_of("Non, non et non, dit-il."), words)


@pytest.mark.parametrize(
    ("text", "language", "content", "kind"),
    [
        ("« Tout va bien », dit-elle.", "fr", ["« Tout va bien »"], "direct"),
        ("« Tout va bien », dit-elle.", "fr", ["Tout va bien"], "direct"),
        ("Elle dit que tout va « bien ».", "fr", ["tout va « bien »"], "indirect"),
        ("Elle dit que tout va bien.", "fr", ["tout va bien"], "indirect"),
        ("« Tout, dit-elle, va bien. »", "fr", ["« Tout", "va bien. »"], "direct"),
        ("« Tout va », dit-elle, « bien. »", "fr", ["« Tout va »", "« bien. »"], "direct"),
        ("« Ici » et « là », dit-elle.", "fr", ["« Ici » et « là »"], "indirect"),
        ("“All is well,” she said.", "en", ["“All is well,”"], "direct"),
        ('"All is well," she said.', "en", ["All is well,"], "direct"),
        ("She said all is well.", "en", ["all is well"], "indirect"),
        ("“Alles gut”, sagt sie.", "de", ["“Alles gut”"], "indirect"),
    ],
)
def test_quoted_words_are_direct(
    article_of: ArticleOf, text: str, language: str, content: list[str], kind: str
) -> None:
    article = article_of(text, language, None)
    assert kind_by_marks(article, [spans_for(article, words) for words in content]) == kind
