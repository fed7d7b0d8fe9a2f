"""Choices: what a list offers to be ticked, in words, narrowed by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.store.rows import folded_name

MOST: Final = 60
"""Choices that one list shows; the others are found by their words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be ticked: its id, what it is called, more of it, and where it is shown.

    ``language`` is that of ``title``, where it stands in a report.
    """

    id: str
    title: str
    details: tuple[str, ...] = ()
    address: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """The first of those that fit, of ``total``; ``asked`` are the words that they fit."""

    shown: tuple[Choice, ...]
    total: int
    asked: str


def narrowed(choices: Iterable[Choice], asked: str) -> Choices:
    """Return those that have every one of some words, or a word that begins like it."""
    wanted = [f" {word}" for word in folded_name(asked).split()]
    fits = [one for one in choices if _has(one, wanted)]
    return Choices(tuple(fits[:MOST]), len(fits), asked)


def _has(choice: Choice, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    words = folded_name(" ".join((choice.title, *choice.details)))
    return all(word in words for word in wanted)
