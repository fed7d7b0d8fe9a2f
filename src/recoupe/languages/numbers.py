"""``numbers.toml``: numbers in letters and digits, vague quantities and bounds; and profiles."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import ValidationError

from recoupe.errors import PackError, UsageError
from recoupe.languages.words import Words

BoundKind = Literal["more", "at_least", "less", "at_most", "about"]
Magnitude = Literal["tens", "dozens", "scores", "hundreds", "thousands", "millions"]


class Collective(Words):
    """A noun that stands for a round number: "vingtaine", "dozen".

    ``size`` is the number that one of it stands for, ``several`` the magnitude of an unstated
    number of it ("des dizaines", "dozens"); without it only counted ones are read.
    """

    one: tuple[str, ...]
    many: tuple[str, ...]
    size: int
    several: Magnitude | None = None


class Fraction(Words):
    """Words for a share of a whole, and what it is ("un tiers": 0.333…)."""

    value: float
    words: tuple[str, ...]


class NumberWords(Words):
    """How numbers are written.

    ``language`` is the code by which text2num knows the language. ``words`` are the words that
    numbers in letters are made of, ``joiners`` those between them ("et", "and"), ``one`` the
    articles that mean one before a collective or a scale. ``thousands`` may stand between groups
    of three digits, ``decimals`` before a fraction. ``scales`` multiply the number before them.

    ``several`` are the words that leave a collective's number open ("quelques", "many") and
    ``definite`` the determiners that may stand before one that is open already;
    ``softeners`` may stand between article and collective ("petite", "bonne"); ``of`` joins a
    collective to a scale ("dizaines de milliers"). ``bounds`` stand before a number,
    ``bounds_after`` after it. ``ranges`` are the pairs of words around two bounds, the first
    possibly empty; after one of ``changes`` they are a number and the one it became ("passé de 12
    à 17"). ``fractions`` and numbers with ``percent`` are shares of the number behind ``wholes``.
    """

    language: str
    words: tuple[str, ...]
    joiners: tuple[str, ...]
    one: tuple[str, ...]
    thousands: tuple[str, ...]
    decimals: tuple[str, ...]
    scales: dict[str, int]
    collectives: tuple[Collective, ...]
    several: tuple[str, ...]
    definite: tuple[str, ...]
    softeners: tuple[str, ...]
    of: tuple[str, ...]
    bounds: dict[BoundKind, tuple[str, ...]]
    bounds_after: dict[BoundKind, tuple[str, ...]]
    ranges: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    fractions: tuple[Fraction, ...]
    percent: tuple[str, ...]
    wholes: tuple[str, ...]


class CountingProfile(Words):
    """How one recorder turns vague quantities into bounds, both inclusive.

    ``source`` says where the rule is published. A magnitude that the recorder has no rule for is
    absent, and the default profile's holds. ``least`` is what the recorder takes words such as
    "several" and "many" to mean at least; without it each means what the language's table says.
    """

    source: str
    magnitudes: dict[Magnitude, tuple[int, int]]
    least: int | None = None


DEFAULT_PROFILE = "recoupe"


@cache
def counting_profiles() -> dict[str, CountingProfile]:
    """Return every counting profile by name, each complete.

    Raises :class:`PackError` where the table is malformed.
    """
    where = "languages/counting.toml"
    tables = tomllib.loads(files("recoupe.languages").joinpath("counting.toml").read_text("utf-8"))
    try:
        read = {name: CountingProfile.model_validate(table) for name, table in tables.items()}
    except ValidationError as error:
        raise PackError(str(error.errors()[0]["msg"]), where=where) from error
    default = read[DEFAULT_PROFILE].magnitudes
    return {
        name: profile.model_copy(update={"magnitudes": default | profile.magnitudes})
        for name, profile in read.items()
    }


def counting_profile(name: str) -> CountingProfile:
    """Return the profile called ``name``; raise :class:`UsageError` naming those there are."""
    profiles = counting_profiles()
    if name not in profiles:
        raise UsageError(
            f"no counting profile {name!r}", remedy=f"choose one of: {', '.join(sorted(profiles))}"
        )
    return profiles[name]
