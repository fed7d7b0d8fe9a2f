"""What a row of a recorder's table says in words: the happening, its numbers, and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.export.recorders.happenings import Happening, Toll
from recoupe.languages import Pack
from recoupe.languages.export import ExportWords
from recoupe.languages.page import PageWords
from recoupe.model import Position


def note(happening: Happening, pack: Pack) -> str:
    """Return the words for one happening, in the language of ``pack``.

    First what is told, then who gives which number, then how many origins stand behind it.
    """
    return " ".join(_sentences(happening, pack))


def _sentences(happening: Happening, pack: Pack) -> Iterator[str]:
    words = pack.table("export", ExportWords)
    labels = pack.table("page", PageWords).labels
    yield f"“{happening.seen[0].sentence}”"
    yield _told(happening.killed, words)
    if happening.killed is not None:
        yield "; ".join(each_says(happening.killed.positions, words)) + "."
    deniers = dict.fromkeys(name for one in happening.seen for name in one.deniers)
    if deniers:
        yield f"{labels.denied_by}: {', '.join(deniers)}."
    if any(one.hedged for one in happening.seen):
        yield f"{labels.hedged.capitalize()}."
    yield words.origins.format(reports=len(happening.sources), origins=happening.origins)
    if gone := sum(one.withdrawn for one in happening.sources):
        yield words.withdrawn.format(reports=gone)
    if not any(one.reviewed for one in happening.seen):
        yield words.unreviewed


def _told(toll: Toll | None, words: ExportWords) -> str:
    if toll is None or toll.low is None:
        return words.toll_unknown
    if toll.high is None:
        return words.toll_open.format(low=toll.low)
    if toll.low == toll.high:
        return words.toll_one.format(low=toll.low)
    return words.toll.format(low=toll.low, high=toll.high)


def each_says(positions: Iterable[Position], words: ExportWords) -> Iterator[str]:
    """Yield who gives which number."""
    for one in positions:
        party = one.party if one.party_id is not None else words.own_voice
        if one.low == one.high:
            number = str(one.low)
        elif one.high is None:
            number = f"≥ {one.low}"
        elif one.low is None:
            number = f"≤ {one.high}"
        else:
            number = f"{one.low}–{one.high}"
        yield words.says.format(party=party, number=number)
