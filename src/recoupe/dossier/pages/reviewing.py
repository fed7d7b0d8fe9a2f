"""A story in short: its support, what people said of it and its findings, and took out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from recoupe.dossier.crosscheck import Wordings, counted
from recoupe.dossier.pages.history import ReviewLine, history, newest
from recoupe.model import Review
from recoupe.store import Readable
from recoupe.store.answers import Support

REVIEWS: Final = 50
"""Reviews of a story that are shown, the newest; the others are counted."""


@dataclass(frozen=True, slots=True)
class StoryReviews:
    """Reviews of a story and of its findings, in words.

    ``lines`` are the newest of ``total``; ``of`` are those of one finding, by its id. ``newest`` is
    the id of the last review of the story and of each finding, by theirs. ``rejected`` are the
    reviews in force that take a finding out.
    """

    lines: tuple[ReviewLine, ...] = ()
    total: int = 0
    of: Mapping[str, tuple[ReviewLine, ...]] = field(default_factory=dict)
    newest: Mapping[str, str] = field(default_factory=dict)
    rejected: tuple[ReviewLine, ...] = ()


def story_reviews(
    store: Readable,
    story: str,
    articles: Collection[str],
    findings: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> StoryReviews:
    """Return what people said of a story of these ``articles``, and of ``findings`` one by one.

    ``names`` are what the ids are called that reviews join and part.
    """
    told = store.reviews_of_kinds("story", "finding")
    own = [one for one in told if _is_of(one, story, articles)]
    mine = {one.id for one in own}
    for one in told:  # oldest first: an undo comes after what it takes back
        if one.action == "undo" and one.target in mine:
            mine.add(one.id)
    ours = [one for one in told if one.id in mine]
    targets = {story, *findings, *(one.target for one in ours if one.kind == "finding")}
    return StoryReviews(
        lines=history(ours[-REVIEWS:], names=names),
        total=len(ours),
        of={one: history(_reviews_of(ours, one)) for one in findings},
        newest={one: newest(ours, one) for one in targets},
        rejected=history(_rejecting(ours)),
    )


def _is_of(review: Review, story: str, articles: Collection[str]) -> bool:
    if review.kind == "story":
        return review.target == story or story in review.others
    if review.kind != "finding":
        return False
    record: Mapping[str, Any] = review.record or {}
    words = record.get("words") or ()
    return record.get("story") == story or any(one.get("article") in articles for one in words)


def _reviews_of(reviews: Sequence[Review], finding: str) -> list[Review]:
    """Return the reviews of one finding with those that take them back."""
    found = {one.id for one in reviews if one.target == finding}
    for one in reviews:
        if one.action == "undo" and one.target in found:
            found.add(one.id)
    return [one for one in reviews if one.id in found]


def _rejecting(reviews: Sequence[Review]) -> list[Review]:
    """Return the reviews in force that take a finding out and that no later one brings back."""
    last: dict[str, Review] = {}
    for one in reviews:
        if one.kind == "finding" and one.in_force and one.action in {"confirm", "reject"}:
            last[one.target] = one
    return [one for one in last.values() if one.action == "reject"]


def support_in_words(support: Support, words: Wordings) -> str:
    """Return how many reports there are, and of how many independent origins."""
    reports = counted("reports", support.reports, words)
    return f"{reports}, {counted('origins', support.origins, words)}"
