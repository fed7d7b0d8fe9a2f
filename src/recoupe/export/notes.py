"""What every export says of itself: what was masked, and how new its cross-check is."""

from __future__ import annotations

from recoupe.export.material import Material
from recoupe.languages import Pack
from recoupe.languages.export import ExportWords


def notes(material: Material, pack: Pack) -> tuple[str, ...]:
    """Return lines to be put into an export, in the language of ``pack``; none if all is plain."""
    words = pack.table("export", ExportWords)
    told: list[str] = []
    if note := material.masked.note(pack.code):
        told.append(note)
    state = material.state
    if state is None:
        told.append(words.unchecked)
    elif state.stale_since is not None:
        told.append(words.stale.format(since=state.stale_since[:19]))
    return tuple(told)
