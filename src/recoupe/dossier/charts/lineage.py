"""Who has it from whom, drawn: reports in columns by day, and a line to each from its source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from recoupe.dossier import wording
from recoupe.dossier.charts.scales import WIDTH, Tick
from recoupe.model import LineageKind

MOST: Final = 30
SOURCES: Final = 2
"""Reports in the drawing, and lines to each of them: the table has all."""
_COLUMNS: Final = 5
_ROW: Final = 48
_TOP: Final = 64
_LIFT: Final = 26
_LEFT: Final = 30
_NAME: Final = 16
"""Letters of a name for which a column has room."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report, or an origin outside of them (``outside``), by its id.

    One that is ``withdrawn`` is drawn as no origin, whoever has words from it.
    """

    id: str
    name: str
    label: str
    day: str | None
    place: str | None
    outside: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Took:
    """That ``report`` has words from ``source``, both ids; ``label`` says so in words."""

    report: str
    source: str
    kind: LineageKind
    share: float
    label: str


@dataclass(frozen=True, slots=True)
class Node:
    """A report in the drawing; a root has words from no other."""

    told: Told
    x: float
    y: float
    root: bool
    name: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a source to the report that has words from it."""

    took: Took
    path: str


@dataclass(frozen=True, slots=True)
class LineageChart:
    """Nodes and edges, the days of the columns, and how many reports were left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    days: tuple[Tick, ...]
    height: float
    left_out: int


def lineage_chart(told: Sequence[Told], took: Sequence[Took], language: str) -> LineageChart | None:
    """Return the drawing of the reports with most lines, ``None`` where there is no line."""
    if not took:
        return None
    lines = Counter(end for one in took for end in (one.report, one.source))
    linked = [one for one in told if lines[one.id]]
    ranked = sorted(
        linked, key=lambda one: (not one.outside, -lines[one.id], one.day or "", one.id)
    )
    chosen = {one.id: one for one in ranked[:MOST]}
    kept = _strongest(one for one in took if one.report in chosen and one.source in chosen)
    columns, days = _columns(list(chosen.values()), kept, language)
    roots = {one.id for one in told} - {one.report for one in took}
    nodes = _nodes(columns, kept, roots)
    width = (WIDTH - _LEFT) / max(2, len(columns))
    return LineageChart(
        nodes=tuple(nodes.values()),
        edges=tuple(Edge(one, _path(nodes[one.source], nodes[one.report], width)) for one in kept),
        days=days,
        height=max(node.y for node in nodes.values()) + _ROW,
        left_out=len(linked) - len(chosen),
    )


def _columns(
    told: Sequence[Told], took: Sequence[Took], language: str
) -> tuple[list[tuple[float, list[Told]]], tuple[Tick, ...]]:
    """Return the reports of each column with its place; those from outside are the first."""
    steps = _steps(told, took)
    moments = sorted({steps[one.id] for one in told if not one.outside})
    first = any(one.outside for one in told)
    room = _COLUMNS - first
    turn = {moment: min(at * room // len(moments), at) for at, moment in enumerate(moments)}
    of: defaultdict[int, list[Told]] = defaultdict(list)
    for one in told:
        of[0 if one.outside else turn[steps[one.id]] + first].append(one)
    width = (WIDTH - _LEFT) / max(2, len(of))
    places = {column: round(_LEFT + width * at, 1) for at, column in enumerate(sorted(of))}
    ticks: list[Tick] = []
    for column in sorted(of):
        name = _named(of[column], language)
        if not ticks or ticks[-1].label != name:
            ticks.append(Tick(places[column], name))
    return [(places[column], of[column]) for column in sorted(of)], tuple(ticks)


def _steps(told: Sequence[Told], took: Sequence[Took]) -> dict[str, tuple[str, int]]:
    """Return the moment of each report, and its step among those of one moment.

    Of these, what has words from another is a step behind it.
    """
    moments = {one.id: _moment(one) for one in told}
    same = [one for one in took if moments[one.report] == moments[one.source]]
    steps = dict.fromkeys(moments, 0)
    for _ in range(_COLUMNS):
        for one in same:
            steps[one.report] = max(steps[one.report], min(steps[one.source] + 1, _COLUMNS - 1))
    return {id_: (moments[id_], step) for id_, step in steps.items()}


def _strongest(took: Iterable[Took]) -> list[Took]:
    """Return of each report the lines that most of its words came along."""
    lines: defaultdict[str, list[Took]] = defaultdict(list)
    for one in took:
        lines[one.report].append(one)
    return [
        one
        for of_report in lines.values()
        for one in sorted(of_report, key=lambda one: -one.share)[:SOURCES]
    ]


def _moment(one: Told) -> str:
    """Return when a report was published, in UTC, as far as it says; "" where it does not."""
    try:
        moment = datetime.fromisoformat(one.day or "")
    except ValueError:
        return ""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M") if moment.tzinfo else str(one.day)


def _named(told: Sequence[Told], language: str) -> str:
    """Return the day or days of a column in short."""
    from babel.dates import format_skeleton

    days = sorted({_moment(one)[:10] for one in told} - {""})
    local = wording.locale(language)
    shown = [str(format_skeleton("yMMMd", date.fromisoformat(day), locale=local)) for day in days]
    return " – ".join(dict.fromkeys((shown[0], shown[-1]))) if shown else ""


def _nodes(
    columns: Sequence[tuple[float, list[Told]]], took: Sequence[Took], roots: Set[str]
) -> dict[str, Node]:
    """Return the nodes by id: in each column those first whose sources are highest.

    Every other column is half a row lower, so that lines do not run through what is between.
    """
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for line in took:
        sources[line.report].append(line.source)
    nodes: dict[str, Node] = {}
    for turn, (x, told) in enumerate(columns):
        ordered = sorted(
            told, key=lambda one: (_height(sources[one.id], nodes), one.day or "", one.name)
        )
        top = _TOP + turn % 2 * _ROW / 2
        for row, one in enumerate(ordered):
            name = one.name if len(one.name) <= _NAME else f"{one.name[: _NAME - 1]}…"
            nodes[one.id] = Node(one, x, top + row * _ROW, one.id in roots, name)
    return nodes


def _height(sources: Sequence[str], nodes: Mapping[str, Node]) -> float:
    known = [nodes[source].y for source in sources if source in nodes]
    return sum(known) / len(known) if known else 0.0


def _path(source: Node, report: Node, column: float) -> str:
    """Return the line between two nodes: within a column round the left, else in an arc.

    The more columns it passes, the higher is the arc.
    """
    if source.x == report.x:
        side = source.x - 26
        return f"M{source.x} {source.y}C{side} {source.y} {side} {report.y} {report.x} {report.y}"
    lift = _LIFT * max(0, round(abs(report.x - source.x) / column) - 1)
    bend = (report.x - source.x) / 2
    first, second = f"{source.x + bend:.1f}", f"{report.x - bend:.1f}"
    return (
        f"M{source.x} {source.y}C{first} {source.y - lift} {second} {report.y - lift} "
        f"{report.x} {report.y}"
    )
