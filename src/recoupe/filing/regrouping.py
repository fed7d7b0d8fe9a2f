"""The reports of a casefile grouped again: on from how they were grouped, where that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from recoupe.flow import Progress
from recoupe.model import Story
from recoupe.store.keeping import grouping_row
from recoupe.store.rows import Values
from recoupe.store.snapshot import Snapshot
from recoupe.story.features import features
from recoupe.story.reviewed import NOTHING, Said
from recoupe.story.stories import Grouped, Stories, as_said

_MOST_ALTERED: Final = 0.25
"""The share of reports from which grouping all of them is quicker than altering what is grouped."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """How the reports are grouped now, and what altered in it.

    ``anew`` says that nothing of what is kept was gone on from. ``groupings`` are the rows of the
    reports that are to be kept, ``None`` for those that are gone; ``altered`` are stories that are
    new or others, by id, and ``gone`` those that there are no more.
    """

    stories: tuple[Story, ...]
    said: Said
    anew: bool
    groupings: Mapping[str, Values | None]
    altered: Mapping[str, Story]
    gone: frozenset[str]


def regrouped(now: Snapshot, *, code: str, again: bool, progress: Progress) -> Regrouped:
    """Return the stories of a casefile, grouping anew only what altered.

    All is grouped anew with ``again``, or where another program than that of ``code`` made what is
    kept, or much altered. ``progress`` is told how many reports were read for it.
    """
    kept_keys = now.grouped_keys()
    gone = kept_keys.keys() - now.keys.keys()
    fresh = [one for one, key in now.keys.items() if kept_keys.get(one) != key]
    anew = again or now.code != code or len(fresh) + len(gone) > _MOST_ALTERED * len(now.keys)
    kept = Grouped((), {}, NOTHING, ()) if anew else now.grouped()
    if anew:
        fresh, gone = list(now.keys), set()
    grouped = Stories.resumed(kept)
    for report in gone:
        grouped.remove(report)
    for done, report in enumerate(fresh, 1):
        grouped.put(features(now.reading(report)))
        progress("reports grouped", done, len(fresh))
    told = as_said(grouped, now.reviews(), now.articles)
    rows: dict[str, Values | None] = {
        report: grouping_row(now.keys[report], grouped.features(report), grouped.links(report))
        if report in grouped
        else None
        for report in sorted(grouped.altered() | set(fresh) | gone)
    }
    before = {story.id: story for story in kept.stories}
    return Regrouped(
        stories=told,
        said=grouped.said,
        anew=anew,
        groupings=rows,
        altered={story.id: story for story in told if before.get(story.id) != story},
        gone=now.story_ids() - {story.id for story in told},
    )
