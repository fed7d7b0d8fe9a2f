"""A reading in the terminal: who says what first, then what else was read in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from recoupe.dossier import wording
from recoupe.dossier.voices import party, shape, voices
from recoupe.dossier.wording import plain_line, title_of, words
from recoupe.model import Reading, Statement

if TYPE_CHECKING:
    from rich.console import Group, RenderableType
    from rich.table import Table
    from rich.text import Text

_COLOURS: Final = ("blue", "yellow", "green", "magenta", "cyan", "red")
"""The terminal's own, because only it knows its background; stances have shapes as well."""
_NOBODY: Final = "bright_black"


def reading_table(reading: Reading) -> Group:
    """Return everything read as a Rich renderable, in the language of the report."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = [_heading(reading)]
    for title, table in _tables(reading):
        parts += [Text(""), Text(title, style="bold"), table]
    return Group(*parts, Text(""), _provenance(reading), Text(""))


def _heading(reading: Reading) -> Text:
    from rich.text import Text

    article = reading.article
    language = article.language
    labels = words(language).labels
    date = wording.day(article.published, language)
    facts = [article.outlet, date or f"{labels.date}: {labels.unknown}"]
    heading = Text(plain_line(title_of(article)), style="bold")
    return heading.append("\n" + " · ".join(plain_line(f) for f in facts if f), style="not bold")


def _tables(reading: Reading) -> Iterator[tuple[str, RenderableType]]:
    labels = words(reading.article.language).labels
    yield f"{labels.statements} ({len(reading.statements)})", _statements(reading)
    if reading.figures:
        yield labels.figures, _figures(reading)
    if reading.places:
        yield labels.places, _places(reading)
    if reading.times:
        yield labels.times, _times(reading)
    if reading.events:
        yield labels.events, _events(reading)
    if reading.evidence:
        yield labels.evidence, _evidence(reading)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str | Text]], right: str = "") -> Table:
    """Return a table; columns whose head is in ``right`` are aligned to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False)
    for head in heads:
        table.add_column(head, justify="right" if head and head == right else "left")
    for row in rows:
        # Text, not markup: a report's square brackets are words.
        table.add_row(*(Text(plain_line(c)) if isinstance(c, str) else c for c in row))
    return table


def _statements(reading: Reading) -> RenderableType:
    from rich.text import Text

    labels = words(reading.article.language).labels
    if not reading.statements:
        return Text(labels.none_found, style="dim")
    order = list(voices(reading.statements))
    rows = [
        (
            str(number),
            _speaker(statement, labels.unknown_speaker, order.index(party(statement))),
            _stance(statement, reading.article.language),
            " … ".join(span.text for span in statement.content),
            " … ".join(span.text for span in statement.cue),
        )
        for number, statement in enumerate(reading.statements, 1)
    ]
    table = _table(["", labels.speaker, "", labels.words, labels.cue], rows)
    for column, widest in ((1, 20), (2, 15), (4, 16)):
        table.columns[column].max_width = widest
    table.columns[2].min_width = table.columns[4].min_width = 12
    table.columns[3].ratio = 1
    table.columns[0].justify = "right"
    table.expand = True
    return table


def _speaker(statement: Statement, unknown: str, number: int) -> Text:
    from rich.text import Text

    colour = _COLOURS[(number - 1) % len(_COLOURS)] if number else _NOBODY
    return Text(plain_line(statement.speaker_name or unknown), style=colour)


def _stance(statement: Statement, language: str) -> str:
    page = words(language)
    hedged = f", {page.labels.hedged}" if statement.hedged else ""
    return f"{shape(statement)} {page.stances[statement.stance]}{hedged}"


def _figures(reading: Reading) -> Table:
    language = reading.article.language
    page = words(language)
    numbers = {s.id: number for number, s in enumerate(reading.statements, 1)}
    speakers = {s.id: s.speaker_name or page.labels.unknown_speaker for s in reading.statements}
    rows = []
    for figure in reading.figures:
        what = ", ".join(filter(None, (page.subjects[figure.what], figure.counted)))
        said = figure.according_to
        voice = f"{numbers[said]} {speakers[said]}" if said in numbers else page.labels.own_voice
        hedged = f" ({page.labels.hedged})" if figure.hedged else ""
        rows.append((wording.bounds(figure, language), what + hedged, figure.span.text, voice))
    labels = page.labels
    heads = [labels.range.split(" (")[0], labels.what, labels.words, labels.according_to]
    return _table(heads, rows, right=heads[0])


def _places(reading: Reading) -> Table:
    language = reading.article.language
    page = words(language)
    rows = [
        (
            place.name,
            page.place_kinds[place.kind],
            wording.degrees(place) or page.labels.unresolved,
            wording.distance(place.precision_m, language),
            wording.country(place.country, language),
        )
        for place in reading.places
    ]
    labels = page.labels
    heads = [labels.name, labels.kind, labels.coordinates, labels.precision, labels.contained]
    return _table(heads, list(dict.fromkeys(rows)))


def _times(reading: Reading) -> Table:
    language = reading.article.language
    page = words(language)
    rows = [
        (
            time.span.text,
            page.time_types[time.type],
            wording.interval(time, language) or time.value or page.labels.unknown,
        )
        for time in reading.times
    ]
    return _table([page.labels.words, page.labels.kind, page.labels.interval], rows)


def _events(reading: Reading) -> Table:
    labels = words(reading.article.language).labels
    names = {entity.id: entity.name for entity in reading.entities}
    spans = {place.id: place.name for place in reading.places}
    spans |= {time.id: time.span.text for time in reading.times}
    rows = []
    for event in reading.events:
        actors = ", ".join(names[who] for who in event.actors if who in names)
        targets = ", ".join(names[who] for who in event.targets if who in names)
        who = f"{actors} → {targets}" if targets else actors
        about = ", ".join(spans[at] for at in (event.place, event.time) if at in spans)
        not_so = f" ({labels.negated})" if event.negated else ""
        rows.append((event.trigger.text + not_so, event.subtype or event.type, who, about))
    heads = [labels.words, labels.event, labels.actors, f"{labels.where}, {labels.when}"]
    return _table(heads, rows)


def _evidence(reading: Reading) -> Table:
    page = words(reading.article.language)
    names = {entity.id: entity.name for entity in reading.entities}
    rows = [
        (
            item.span.text,
            " ".join(filter(None, (page.media[item.medium], item.made_with))),
            " ".join(filter(None, (item.published_on, names.get(item.publisher or "")))),
            item.shows.text if item.shows else "",
        )
        for item in reading.evidence
    ]
    labels = page.labels
    return _table([labels.words, labels.medium, labels.published_on, labels.shows], rows)


def _provenance(reading: Reading) -> Text:
    from rich.text import Text

    from recoupe.version import __version__

    capture = reading.article.capture
    readers = ", ".join(f"{r.reader} {r.name} {r.version}" for r in reading.readers)
    line = (
        f"{plain_line(reading.article.input)} · sha256 {capture.sha256[:16]}… · "
        f"{capture.captured_at} · Recoupe {__version__} ({readers})"
    )
    return Text(line, style="dim")
