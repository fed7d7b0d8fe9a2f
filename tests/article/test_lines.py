"""Where one paragraph ends and the next begins in bare text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.article.lines import stretches


def parts(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in stretches(text)]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\u2029\n", "\n"])
def test_lines_are_their_own_paragraphs(gap: str) -> None:
    said = ["Le pont est fermé.", "La mairie l'a dit mardi.", "Un titre sans point", "Et la suite."]
    assert parts(gap.join(said)) == said


WRAPPED = """The bridge over the river will stay closed until
Tuesday at the earliest, the mayor said on Sunday, after
engineers found cracks in two of its pillars. She called
on drivers to be patient.

What comes next

A second inspection is to take place on Monday, and the
Ministry of Transport will publish what it finds there,
according to its spokesman.
"""


def test_lines_wrapped_by_hand_are_joined() -> None:
    first, heading, last = parts(WRAPPED)
    assert first.startswith("The bridge over")
    assert first.endswith("to be patient.")
    assert heading == "What comes next"
    assert last.endswith("according to its spokesman.")


def test_wrapped_text_may_have_no_blank_lines() -> None:
    first, heading, last = parts(WRAPPED.replace("\n\n", "\n"))
    assert first.endswith("to be patient.")
    assert heading == "What comes next"
    assert last.startswith("A second inspection")


def test_wrapped_text_may_be_set_in() -> None:
    text = "\n".join(f"            {line}" if line else "" for line in WRAPPED.split("\n"))
    assert parts(text) == parts(WRAPPED)


def test_a_new_paragraph_may_be_told_by_its_first_line_set_in() -> None:
    text = (
        "    The bridge will stay closed for a week, as the\n"
        "mayor said on Sunday, and nobody will be let over\n"
        "it before the inspection is done and paid for.\n"
        "    The ministry will publish what it finds out by\n"
        "then, according to its spokesman, on its website.\n"
    )
    assert [part.split()[0:2] for part in parts(text)] == [["The", "bridge"], ["The", "ministry"]]


def test_one_paragraph_is_one_stretch() -> None:
    text = "  Le pont est fermé. La mairie l'a dit. " * 40
    assert stretches(text) == [(2, len(text) - 1)]


def test_white_space_alone_is_nothing() -> None:
    assert stretches(" \n\t\r\n \u2028") == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("aZé.\n\r\u2028 \t\x00\U0001f600\u202e«"), max_size=200))
def test_every_word_is_in_exactly_one_stretch(text: str) -> None:
    found = stretches(text)
    assert all(a < b for a, b in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    covered = "".join(text[a:b] for a, b in found)
    assert sorted("".join(covered.split())) == sorted("".join(text.split()))
