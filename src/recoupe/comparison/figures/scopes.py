"""Who is counted: the scopes that keep numbers of different people apart."""

from __future__ import annotations

from functools import cache
from typing import Final

from recoupe.comparison.positions.parties import folded
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import FigureSubject

WIDER: Final[dict[str, str | None]] = {
    "people": None,
    "civilians": "people",
    "children": "civilians",
    "women": "civilians",
    "men": "people",
    "adults": "people",
    "fighters": "people",
    "soldiers": "people",
    "police": "people",
    "bodies": "people",
    "seen": "people",
    "demonstrators": "people",
    "medics": "civilians",
    "journalists": "civilians",
    "suspects": "people",
}
"""Each scope and the next wider one. A scope that is not here is a noun, and among people."""


def scope_of(counted: str | None, what: FigureSubject, language: str) -> str:
    """Return who is counted: a scope of ``WIDER``, else the noun itself in small letters.

    Those who take part are demonstrators, whatever they are called.
    """
    found = "people"
    if counted is not None:
        words = folded(counted)
        nouns = _nouns(language)
        last = words.split()[-1] if words else ""
        found = nouns.get(words) or nouns.get(last) or words or "people"
    if what == "participants" and found in {"people", "demonstrators"}:
        return "demonstrators"
    return found


def named(scope: str, language: str) -> str:
    """Return what a scope is called in ``language``."""
    return pack(language).table("findings", FindingWords).scope_names.get(scope, scope)


def within(scope: str, wider: str) -> bool:
    """Whether those of ``scope`` are some of ``wider``."""
    above = WIDER.get(scope, "people" if scope not in WIDER else None)
    while above is not None:
        if above == wider:
            return True
        above = WIDER.get(above)
    return False


@cache
def _nouns(language: str) -> dict[str, str]:
    scopes = pack(language).table("findings", FindingWords).scopes
    return {folded(noun): scope for scope, nouns in scopes.items() for noun in nouns}
