"""Which contents are compared: none that is alike enough may be left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.comparison.contradiction import Wording
from recoupe.comparison.matters import against, matters
from recoupe.comparison.matters.likeness import Likeness
from recoupe.comparison.matters.near import Near
from recoupe.comparison.matters.terms import Content, contents
from recoupe.comparison.positions import Parties, sayings
from recoupe.model import ContradictionScore
from tests.comparison.telling import Report, Says, Who, told

READING = told(
    Report("The bridge is shut, the mayor said.", [Says("The bridge is shut", Who("Mayor Lund"))])
)
[SAID] = contents(sayings([READING], Parties([READING])), [READING])


def content(words: Sequence[str]) -> Content:
    return Content(SAID.saying, frozenset(words), frozenset(), frozenset(), frozenset())


@given(
    st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from([0.0, 0.1, 0.5, 1.0])),
    st.lists(st.frozensets(st.sampled_from("abcdefghij"), min_size=1), min_size=2, max_size=8),
    st.sampled_from([0.35, 0.5, 0.8]),
)
def test_contents_that_are_alike_enough_are_found(
    weights: dict[str, float], worded: list[frozenset[str]], least: float
) -> None:
    told_ = [content(sorted(words)) for words in worded]
    likeness, near = Likeness(weights), Near(weights, least)
    for number, one in enumerate(told_):
        near.put(number, one)
    for one in told_:
        whole = any(weights.get(word) for word in one.words)
        alike = {
            number
            for number, other in enumerate(told_)
            if whole and likeness.both(one, other) >= least
        }
        assert alike <= near.of(one)


def test_the_same_words_are_read_once_and_of_many_pairs_some(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[Wording, Wording]] = []

    def reader(pairs: Sequence[tuple[Wording, Wording]]) -> list[ContradictionScore]:
        asked.extend(pairs)
        return [ContradictionScore(0.9, 0.9, ()) for _ in pairs]

    def report(number: int, words: str) -> Report:
        who = Who(f"Harbour Council {number}")
        return Report(
            f"{words}, council {number} said.", [Says(words, who)], outlet=f"Paper {number}"
        )

    shut = [report(n, "The northern bridge is open to lorries again") for n in range(3)]
    open_ = [report(n, "The northern bridge is not open to lorries again") for n in range(3, 6)]
    readings = [told(one) for one in (*shut, *open_)]
    [found] = matters(sayings(readings, Parties(readings)), readings, reader)
    assert len(asked) == 1
    assert {pair.code for pair in found.against} == {"contradicts"}
    assert len(found.against) == 9

    asked.clear()
    monkeypatch.setattr(against, "ASKED", 1)
    others = [report(6, "The northern bridge is open to lorries once more"), *shut[:1], *open_]
    readings = [told(one) for one in others]
    matters(sayings(readings, Parties(readings)), readings, reader)
    assert len(asked) == 1
