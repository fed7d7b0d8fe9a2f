"""Review histories, masked: who said what of which, when, and from what to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from recoupe.export.masking.masker import Masker
from recoupe.export.masking.places import Coarse
from recoupe.export.masking.through import Through
from recoupe.model import Json, Review

_OF_REPORT: Final = ("url", "outlet", "title", "byline", "input", "input_id")
_TOLD_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "finding": ("kind", "story", "matter"),
    "lineage": ("report", "outlet", "title", "sources"),
}
"""What is left of the record of a review that is of no one report."""


def masked_history(masker: Masker, review: Review) -> Review:
    """Return a review with whatever is protected masked: ids, reasons, and values either way."""
    if not masker.masked:
        return review
    through = masker.through(masker.veils.get(review.article or ""))
    values = _Values(through)
    record, kept = review.record, _TOLD_OF.get(review.kind)
    if record is not None and kept is not None:
        record = {name: value for name, value in record.items() if name in kept}
    return replace(
        review,
        author=through.words(review.author),
        target=through.id(review.target),
        others=tuple(map(through.id, review.others)),
        reason=through.hidden.naming.masked(through.words(review.reason)),
        changes=values.of(review.changes, review.target),
        record=None if record is None else values.of(record, review.target),
    )


@dataclass(frozen=True, slots=True)
class _Values:
    """Masks what a review holds in JSON; ``through`` is of the article that it is of."""

    through: Through

    def of(self, values: Mapping[str, Json], id_: str) -> Mapping[str, Json]:
        """Return the fields of the record with this id, or what was set of them."""
        through = self.through
        told: dict[str, Json] = {name: self._any(name, value) for name, value in values.items()}
        spoken = through.called.get(str(values.get("speaker"))) or through.called.get(id_)
        if "speaker_name" in told and spoken is not None:
            told["speaker_name"] = spoken
        elif id_ in through.called:
            told |= _known(told, {"name": through.called[id_], "key": None, "known": None})
            told |= _known(told, {"aliases": [], "roles": []})
        if id_ in through.coarse:
            told |= _known(told, _around(*through.coarse[id_]))
        named = (id_, values.get("report"), values.get("id"))
        if any(one in through.hidden.articles for one in named):
            told |= _known(told, dict.fromkeys(_OF_REPORT))
        return told

    def _any(self, name: str, value: Json) -> Json:
        if isinstance(value, str):
            return self.through.text(name, value)
        if isinstance(value, Mapping):
            if {"start", "end", "text"} <= value.keys():
                return self._span(value)
            return self.of(value, str(value.get("id", "")))
        if isinstance(value, list | tuple):
            match value:
                case [int() as start, int() as end]:
                    return list(self._place(start, end))
                case _:
                    return [self._any(name, one) for one in value]
        return value

    def _span(self, value: Mapping[str, Json]) -> Json:
        match value:
            case {"start": int() as start, "end": int() as end} if self.through.veil is not None:
                first, last = self._place(start, end)
                words = self.through.veil.shown.text[first:last]
                return {**value, "start": first, "end": last, "text": words}
        return {**value, "text": self.through.words(str(value["text"]))}

    def _place(self, start: int, end: int) -> tuple[int, int]:
        veil = self.through.veil
        return (start, end) if veil is None else veil.place(start, end)


def _known(told: Mapping[str, Json], values: Mapping[str, Json]) -> dict[str, Json]:
    """Return those of some values that a record has at all."""
    return {name: value for name, value in values.items() if name in told}


def _around(shown: Coarse, label: str) -> dict[str, Json]:
    return {
        "name": shown.name or label,
        "lat": shown.lat,
        "lon": shown.lon,
        "precision_m": shown.precision_m,
        "country": shown.country,
        "geonames_id": None,
        "within": None,
    }
