"""How a list is followed, as a person asked for it: kept with the list, so that it goes on so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from recoupe.capture.watching import Entry
from recoupe.errors import CasefileDamagedError
from recoupe.filing.asked import Asked, asked_of
from recoupe.languages import available
from recoupe.words import stems


@dataclass(frozen=True, slots=True)
class Following:
    """How a list is followed.

    Pages are captured and read as ``asked`` says. ``every`` is the time between two looks at the
    list, over what it says itself; ``since`` (an ISO 8601 day) leaves out what the list tells to be
    older, ``match`` what has none of these phrases in its headline, summary or address, in whatever
    endings.
    """

    asked: Asked = field(default_factory=Asked)
    every: timedelta | None = None
    since: str | None = None
    match: tuple[str, ...] = ()

    def to_options(self) -> dict[str, str]:
        """Return what differs from the defaults, as a list's line in the log keeps it."""
        told: dict[str, object] = {
            "every": self.every.total_seconds() if self.every else None,
            "since": self.since,
            "match": list(self.match) or None,
            "asked": self.asked.to_options() or None,
        }
        return {
            name: json.dumps(value, ensure_ascii=False)
            for name, value in told.items()
            if value is not None
        }

    def wants(self, entry: Entry) -> bool:
        """Whether an entry of the list is to be followed; what tells no time is never too old."""
        if self.since is not None and entry.told_at is not None and entry.told_at < self.since:
            return False
        if not self.match:
            return True
        said = " ".join(filter(None, (entry.title, entry.summary, entry.url)))
        return any(
            f" {stems(phrase, language)} " in f" {stems(said, language)} "
            for language in available()
            for phrase in self.match
        )


def following_of(options: Mapping[str, str]) -> Following:
    """Return what a list keeps: the opposite of :meth:`Following.to_options`.

    Raises :class:`CasefileDamagedError` where it is none of that.
    """
    try:
        said = {name: json.loads(value) for name, value in options.items()}
        every = said.get("every")
        return Following(
            asked=asked_of(said.get("asked") or {}),
            every=None if every is None else timedelta(seconds=float(every)),
            since=said.get("since"),
            match=tuple(said.get("match") or ()),
        )
    except (TypeError, ValueError, AttributeError):
        raise CasefileDamagedError(
            "the options of a list that is followed are none of this program's",
            where=str(dict(options)),
            remedy="end it with recoupe watch CASE --end, and follow it again",
        ) from None
