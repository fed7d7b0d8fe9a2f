"""A cross-check in the terminal: stories, and what their reports agree on, dispute or deny."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.dossier.crosscheck import ShownFinding, ShownPosition, ShownStory, shown, wordings
from recoupe.dossier.wording import plain_line
from recoupe.languages.crosscheck import CrossCheckWords
from recoupe.model import CrossCheck

if TYPE_CHECKING:
    from rich.console import Group, RenderableType

_STYLES = {"dispute": "bold red", "denial": "bold red", "revision": "bold yellow"}


def crosscheck_table(check: CrossCheck, language: str = "en") -> Group:
    """Return what several parties speak of as a Rich renderable; the rest is counted."""
    from rich.console import Group
    from rich.text import Text

    words = wordings(language).check
    parts: list[RenderableType] = []
    for story in shown(check, language):
        if len(story.reports) > 1 or story.findings:
            parts += [*_story(story, words), Text("")]
    return Group(*parts or [Text(words.labels.no_findings)])


def _story(story: ShownStory, words: CrossCheckWords) -> Iterator[RenderableType]:
    from rich.text import Text

    labels = words.labels
    yield Text(plain_line(story.story.title or story.story.id), style="bold underline")
    place = story.story.place.name if story.story.place else None
    facts = (place, story.when, story.counted)
    yield Text(" · ".join(part for part in facts if part), style="dim")
    for finding in story.findings:
        yield Text("")
        yield from _finding(finding, words)
    if not story.findings:
        yield Text(labels.no_findings, style="dim")
    if story.alone:
        yield Text(f"\n{story.more}", style="dim")
    if story.lineage:
        yield Text(f"\n{labels.lineage}", style="bold")
    for one in story.lineage:
        source = one.source.outlet or one.source.title if one.source else labels.outside
        outlet = one.report.outlet or one.report.title or one.report.input
        told = f"  {outlet} {labels.derives_from} {source} ({one.kind}, {one.share:.0%}; "
        yield Text(plain_line(told + f"{labels.origin.lower()}: {one.origin})"))


def _finding(finding: ShownFinding, words: CrossCheckWords) -> Iterator[RenderableType]:
    from rich.text import Text

    heading = Text(finding.kind_name.upper(), style=_STYLES.get(finding.kind, "bold"))
    heading.append(f"  {plain_line(finding.matter)}", style="not bold default")
    if finding.standing:
        heading.append(f"  ✓ {finding.standing}", style="bold green")
    yield heading.append(f"  {finding.id}", style="not bold dim default")
    for position in finding.positions:
        yield _position(position)
    why = "; ".join((*finding.reasons, *filter(None, [finding.compatible_if])))
    if why:
        yield Text(f"   {words.labels.why}: {plain_line(why)}", style="dim")
    if finding.grading:
        reasons = "; ".join(finding.grading_reasons)
        told = f"   {words.labels.suggested}: {finding.grading}"
        yield Text(plain_line(f"{told} ({reasons})" if reasons else told), style="dim")


def _position(position: ShownPosition) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    line = Text(f"{position.shape} {plain_line(position.party)} ", style="bold")
    line.append(position.stance, style="not bold")
    if position.number:
        line.append(f"  {position.number}", style="bold")
    line.append(f"  {position.support}", style="not bold dim")
    for said in position.said[:1]:
        where = said.report.outlet or said.report.title or said.report.input
        line.append(f"\n  {said.words}", style="not bold").append(
            f"  {where}", style="not bold dim"
        )
        if said.report.withdrawn is not None:
            line.append(f"  {said.withdrawn}", style="not bold red")
    return Padding(line, (0, 0, 0, 3))
