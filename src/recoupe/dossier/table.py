"""A reading in the terminal: who says what first, then what else was read in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from recoupe.dossier import wording
from recoupe.dossier.voices import in_own_voice, party, shape, voices
from recoupe.dossier.wording import plain_line, title_of, words
from recoupe.model import Figure, Reading, Statement

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
    later = wording.day(wording.updated(article), language)
    facts = [
        article.outlet,
        date or f"{labels.date}: {labels.unknown}",
        f"{labels.modified} {later}" if later else None,
    ]
    heading = Text(plain_line(title_of(article)), style="bold")
    heading.append("\n" + " · ".join(plain_line(f) for f in facts if f), style="not bold")
    if (gone := article.withdrawn) is not None:
        said = words(language).published.withdrawn[gone.status]
        told = f"{said}: {gone.note}" if gone.note else said
        heading.append(f"\n{plain_line(told)}", style="bold red")
    return heading


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
        # Folded where a word is wider than its column: nothing is cut off.
        table.add_column(head, justify="right" if head == right else "left", overflow="fold")
    for row in rows:
        # Text, not markup: a report's square brackets are words.
        table.add_row(*(Text(plain_line(c)) if isinstance(c, str) else c for c in row))
    return table


def _statements(reading: Reading) -> RenderableType:
    """Return each statement as two paragraphs: who, how and by which cue; then the words.

    Columns of their own for these would leave the words a sixth of 80 columns.
    """
    from rich.table import Table
    from rich.text import Text

    language = reading.article.language
    labels = words(language).labels
    if not reading.statements:
        return Text(labels.none_found, style="dim")
    order = list(voices(reading.statements))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column()
    for number, statement in enumerate(reading.statements, 1):
        place = order.index(party(statement))
        colour = _COLOURS[(place - 1) % len(_COLOURS)] if place else _NOBODY
        who = plain_line(statement.speaker_name or labels.unknown_speaker)
        told = Text(who, style=f"bold {colour}")
        told.append(f"  {_stance(statement, language)}", style="not bold default")
        if cue := plain_line(" … ".join(span.text for span in statement.cue)):
            told.append(f"  ({cue})", style="not bold default dim")
        said = plain_line(" … ".join(span.text for span in statement.content))
        table.add_row(str(number), told)
        table.add_row("", Text(said))
    return table


def _stance(statement: Statement, language: str) -> str:
    page = words(language)
    hedged = f", {page.labels.hedged}" if statement.hedged else ""
    return f"{shape(statement)} {page.stances[statement.stance]}{hedged}"


def _told(reading: Reading) -> dict[str, str]:
    """Return the number and the speaker of each statement, by its id."""
    nobody = words(reading.article.language).labels.unknown_speaker
    return {
        statement.id: f"{number} {statement.speaker_name or nobody}"
        for number, statement in enumerate(reading.statements, 1)
    }


def _figures(reading: Reading) -> Table:
    language = reading.article.language
    page = words(language)
    names = _told(reading)
    rows = []
    for figure in reading.figures:
        what = ", ".join(filter(None, (page.subjects[figure.what], figure.counted)))
        own = page.labels.own_voice if in_own_voice(figure.span, reading.statements) else ""
        voice = names.get(figure.according_to or "", own)
        flags = ", ".join(_flags(figure, reading))
        what += f" ({flags})" if flags else ""
        rows.append((wording.bounds(figure, language), what, figure.span.text, voice))
    labels = page.labels
    heads = [labels.range.split(" (")[0], labels.what, labels.words, labels.according_to]
    return _table(heads, rows, right=heads[0])


def _flags(figure: Figure, reading: Reading) -> Iterator[str]:
    """Yield how sure a figure is, how it is counted, and which other ones it is tied to."""
    page = words(reading.article.language)
    if figure.hedged:
        yield page.labels.hedged
    if figure.counting is not None:
        yield page.countings[figure.counting]
    named = {one.id: one.span.text for one in reading.figures}
    ties = ((page.labels.part_of, figure.part_of), (page.labels.revises, figure.revises))
    for label, other in ties:
        if other in named:
            yield f"{label} {named[other]}"


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
    told = _told(reading)
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
        kind = event.subtype or event.type
        kind += f" ({event.plover})" if event.plover else ""
        own = labels.own_voice if in_own_voice(event.trigger, reading.statements) else ""
        voice = "; ".join(told[each] for each in event.according_to if each in told) or own
        if denied := "; ".join(told[each] for each in event.denied_by if each in told):
            voice = "; ".join(filter(None, (voice, f"{labels.denied_by}: {denied}")))
        named = ", ".join(dict.fromkeys(span.text for span in event.mentions))
        rows.append((named + not_so, kind, who, about, voice))
    heads = [labels.words, labels.event, labels.actors, f"{labels.where}, {labels.when}"]
    heads.append(labels.according_to)
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
