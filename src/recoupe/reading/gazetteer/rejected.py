"""What an import cannot use: kept, counted and said, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

ItemT = TypeVar("ItemT")
SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is no place: ``where`` it stands ("line 12"), ``why``, and its own words."""

    where: str
    why: str
    words: str


class Sieve:
    """Lets through what can be used; the rest is counted, and written to a file line by line.

    ``first`` are the first few of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.count = 0
        self.first: list[Rejected] = []

    def sifted(self, items: Iterable[ItemT | Rejected]) -> Iterator[ItemT]:
        """Yield the items that can be used."""
        with self._path.open("w", encoding="utf-8", errors="backslashreplace") as file:
            for item in items:
                if isinstance(item, Rejected):
                    self._reject(item)
                    file.write(f"{item.where}\t{item.why}\t{item.words}\n")
                else:
                    yield item

    def _reject(self, item: Rejected) -> None:
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(item)


def point(lat: str, lon: str) -> tuple[float, float]:
    """Return WGS 84 degrees; raise :class:`ValueError`, with words for a person, for none."""
    found = []
    for axis, text, most in (("latitude", lat, 90.0), ("longitude", lon, 180.0)):
        try:
            degrees = float(text.replace(",", "."))
        except ValueError:
            raise ValueError(f"{axis} {text!r} is no number") from None
        if not -most <= degrees <= most:  # not a number is refused as well
            raise ValueError(f"{axis} {text} is not between -{most:.0f} and {most:.0f}")
        found.append(degrees)
    return found[0], found[1]
