"""What people said of stories, as pairs of reports that belong together or do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from recoupe.model import Review, Story

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """Pairs of article ids, each in order, that people hold to be of one story, or of two."""

    together: frozenset[Pair]
    apart: frozenset[Pair]


NOTHING: Final = Said(frozenset(), frozenset())
"""Nobody said anything."""


def said_of_stories(
    regroup: Callable[[Said], Iterable[Story]],
    reviews: Iterable[Review],
    articles: Mapping[str, str],
) -> Said:
    """Return what the reviews of stories in force, oldest first, say of pairs of reports.

    ``regroup`` returns the stories that there are when so much is said: a review names stories as
    its author saw them. ``articles`` go from ids of reports and articles to the article that is
    checked. What is said later of a pair stands above what was said earlier; a story that there
    is no more, or a report that is not checked, says nothing.
    """
    pairs: dict[Pair, bool] = {}
    members: dict[str, set[str]] = {}
    for review in reviews:
        if review.kind != "story" or not review.in_force:
            continue
        merges = review.action == "merge"
        if not {review.target, *(review.others if merges else ())} <= members.keys():
            members = {story.id: set(story.reports) for story in regroup(_said(pairs))}
        own = members.get(review.target, set())
        if merges:
            for other in review.others:
                pairs |= dict.fromkeys(_pairs(own, members.get(other, set())), True)
                own |= members.get(other, set())
        elif review.action == "split":
            named = {articles[one] for one in review.others if one in articles} & own
            pairs |= dict.fromkeys(_pairs(named, own - named), False)
            own -= named
    return _said(pairs)


def _said(pairs: Mapping[Pair, bool]) -> Said:
    return Said(
        frozenset(pair for pair, one in pairs.items() if one),
        frozenset(pair for pair, one in pairs.items() if not one),
    )


def _pairs(some: Iterable[str], others: Iterable[str]) -> Iterable[Pair]:
    for one, other in product(some, others):
        if one != other:
            yield min(one, other), max(one, other)
