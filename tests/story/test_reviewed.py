"""What people said of stories, as pairs of reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recoupe.model import Review, Story
from recoupe.story.reviewed import Said, said_of_stories

ARTICLES = {name: name for name in "abcde"} | {"page-a": "a"}


def story(*reports: str) -> Story:
    return Story(f"story-{reports[0]}", None, reports, None, None, None, ())


def review(action: Any, target: str, *others: str, undone: str | None = None) -> Review:
    return Review(
        1, f"review-{action}", "2022-05-05", "Marta", action, "story", target, None, None, "",
        {}, others, None, undone,
    )  # fmt: skip


def said(*reviews: Review) -> Said:
    def regroup(pairs: Said) -> Iterable[Story]:
        apart = {report for pair in pairs.apart for report in pair}
        return (story("a"), story("b"), story("c")) if apart else (story("a", "b"), story("c"))

    return said_of_stories(regroup, reviews, ARTICLES)


def test_a_merge_ties_every_report_of_one_story_to_every_report_of_the_other() -> None:
    assert said(review("merge", "story-a", "story-c")).together == {("a", "c"), ("b", "c")}


def test_a_report_taken_out_is_kept_from_those_that_stay() -> None:
    assert said(review("split", "story-a", "page-a")).apart == {("a", "b")}


def test_what_is_said_later_stands_above() -> None:
    found = said(review("split", "story-a", "a"), review("merge", "story-a", "story-b"))
    assert found == Said(frozenset({("a", "b")}), frozenset())


def test_what_was_taken_back_or_is_no_more_says_nothing() -> None:
    nothing = Said(frozenset(), frozenset())
    assert said(review("merge", "story-a", "story-c", undone="review-x")) == nothing
    assert said(review("merge", "story-a", "story-z")) == nothing
    assert said(review("split", "story-a", "e")) == nothing
    assert said(review("note", "story-a")) == nothing
