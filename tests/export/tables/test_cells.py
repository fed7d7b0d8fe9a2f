"""Every value comes back from its cell, and no spreadsheet acts on it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from recoupe.errors import RecordError
from recoupe.export.tables import cells, typed
from tests.conftest import make_test_article

TEXT = some.text(
    some.one_of(some.characters(codec="utf-8"), some.sampled_from("=+-@'¦;,\"\t\r\n 0123.e")),
    min_size=1,
)


@given(TEXT)
def test_every_text_comes_back_through_a_csv_file(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([cells.text(text), "x"])
    (read,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert cells.said(read[0]) == text


@pytest.mark.parametrize(
    "acted_on",
    [
        *("=1+1", "+33", "-x", "@sum", "\t=1", " =1", "＝1", "'quoted", "1-2", "3/4", "007", "1e5"),
        *("4 May", "12 mai", "May 2022", "1er janvier", "4 Dec. 2021", "10:30", "1,200"),
    ],
)
def test_what_a_spreadsheet_would_act_on_stands_behind_an_apostrophe(acted_on: str) -> None:
    assert cells.text(acted_on) == f"'{acted_on}"


@pytest.mark.parametrize("plain", ["12", "12 people", "a dozen", "2022", "May I?", "47.", "-"[1:]])
def test_other_words_stand_as_they_are(plain: str) -> None:
    assert cells.text(plain) == plain


@given(some.lists(some.text("ab ¦'=", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_stretches_of_words_come_back_apart(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    article = make_test_article(text, "en", "2022-05-05")
    spans, at = [], 0
    for part in parts:
        spans.append(article.span(at, at + len(part)))
        at += len(part) + 2
    assert cells.parts(cells.words(spans)) == tuple(parts)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("12", 12), (" 1 200 ", 1200), ("1,200", 1200), ("1.200.000", 1200000), ("12.0", 12)],
)
def test_numbers_are_read_as_spreadsheets_write_them(cell: str, number: int) -> None:
    assert typed.count(cell) == number


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("03-04", "is a date"),
        ("12-mai", "is a date"),
        ("2022-05-04", "is a date"),
        ("1,2E+05", "is a rounded number"),
        ("a dozen", "is not a whole number"),
        ("12.5", "is not a whole number"),
    ],
)
def test_what_is_no_number_any_more_is_refused_with_the_reason(cell: str, why: str) -> None:
    with pytest.raises(RecordError, match=why):
        typed.count(cell)


def test_degrees_have_a_point_or_a_comma() -> None:
    assert (typed.degrees("47,1"), typed.degrees("-3.25")) == (47.1, -3.25)
