"""Spans are exact, or they are refused."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import SpanError
from recoupe.model import Span
from tests.conftest import make_test_article

HOSTILE = "e\u0301 𝔘 👩‍🚒\x00 \r\n\u202eعربي\u202c «a» \ufeff ﬁ İ ẞ"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_a_span_reads_what_the_text_reads(text: str, data: st.DataObject) -> None:
    text += HOSTILE
    article = make_test_article(text, "fr", None)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = article.span(start, end)
    assert article.text[span.start : span.end] == span.text
    assert article.claimed(start, end, span.text) == span


@given(st.integers(-5, 40), st.integers(-5, 40))
def test_a_span_that_holds_no_words_is_refused(start: int, end: int) -> None:
    article = make_test_article("Le pont est fermé.", "fr", None)
    if 0 <= start < end <= len(article.text):
        assert article.span(start, end).text
    else:
        with pytest.raises(SpanError, match=r"no words at"):
            article.span(start, end)


def test_a_span_cannot_be_made_without_its_article() -> None:
    with pytest.raises(SpanError, match="without its article"):
        Span(0, 2, "Le", object())


def test_words_that_are_not_there_are_refused() -> None:
    article = make_test_article("Le pont est fermé.", "fr", None)
    with pytest.raises(SpanError, match="reads 'Le', not 'La'"):
        article.claimed(0, 2, "La")


def test_trimmed_leaves_out_white_space_at_the_edges() -> None:
    article = make_test_article("  Le pont \n", "fr", None)
    span = article.trimmed(0, len(article.text))
    assert span is not None
    assert (span.start, span.text) == (2, "Le pont")
    assert article.trimmed(0, 2) is None


def test_spans_survive_pickling_and_know_their_neighbours() -> None:
    article = make_test_article("Le pont est fermé.", "fr", None)
    span, inside, after = article.span(0, 7), article.span(3, 7), article.span(7, 11)
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301 - our own bytes
    assert span.contains(inside)
    assert not inside.contains(span)
    assert span.overlaps(inside)
    assert not span.overlaps(after)
    assert len(inside) == len("pont")
