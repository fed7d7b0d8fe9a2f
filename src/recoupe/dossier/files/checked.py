"""The cross-check of a dossier as data, as far as its store shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from recoupe.model import CrossCheck, Derivation, Finding, ReportEntry, Story
from recoupe.store import Readable

_ALL: Final = range(10**9)
_STORIES: Final = 100
"""Stories asked for at once."""


def shown_check(store: Readable) -> CrossCheck:
    """Return the kept cross-check of whatever stories and reports a store shows.

    Where somebody is masked in the store, so it is here, under the same ids.
    """
    reports: dict[str, ReportEntry] = {}
    stories: list[Story] = []
    lineage: dict[tuple[str | None, ...], Derivation] = {}
    findings: list[Finding] = []
    for story in _stories(store):
        facts = store.story_facts(story.id, findings=_ALL)
        stories.append(story)
        findings += facts.findings
        reports |= {entry.id: entry for entry in facts.reports}
        for one in facts.lineage:
            lineage.setdefault((one.report, one.source, one.origin.kind, one.origin.name), one)
    told = {story.id for story in stories}
    return CrossCheck(
        reports=tuple(
            replace(entry, stories=tuple(id_ for id_ in entry.stories if id_ in told))
            for entry in reports.values()
        ),
        stories=tuple(stories),
        lineage=tuple(lineage.values()),
        findings=tuple(findings),
    )


def _stories(store: Readable) -> list[Story]:
    found: list[Story] = []
    more = True
    while more:
        page = store.stories(limit=_STORIES, offset=len(found))
        found += [kept.story for kept in page.stories]
        more = page.more
    return found
