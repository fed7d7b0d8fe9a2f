"""The network of one run: one fetcher for all that is fetched in it, made when it is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recoupe.capture.limits import Limits

if TYPE_CHECKING:
    from recoupe.capture.fetching import Fetcher

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+:/+", re.I)


def is_address(source: str) -> bool:
    """Whether an input is an address of the network, of whatever scheme, and no file."""
    return _ADDRESS.match(source) is not None


class Network:
    """Hands out the one fetcher of a run, so that pauses and rules of hosts are those of all.

    Pauses are those of all programs of this user on this machine.
    """

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        self.limits = limits or Limits.from_environment()
        self._allow_private = allow_private
        self._fetcher: Fetcher | None = None

    @property
    def fetcher(self) -> Fetcher:
        """The fetcher; the first use of it loads what speaks HTTP."""
        if self._fetcher is None:
            from platformdirs import user_cache_path

            from recoupe.capture.fetching import Fetcher
            from recoupe.capture.turns import Turns

            turns = Turns(user_cache_path("recoupe") / "turns")
            self._fetcher = Fetcher(self.limits, allow_private=self._allow_private, turns=turns)
        return self._fetcher
